"""Certificates that people hand in as files, in DER or PEM: whose they are, and whether others may be signed with them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from workstation.errors import Finding, Refused

LARGEST = 64 * 2**10
"""Bytes of a file with one certificate, many times over."""
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Certificate:
    """A certificate of an authority. ``der``: its bytes; ``fingerprint``: their SHA-256 in hex."""

    der: bytes
    fingerprint: str
    subject: str
    expires_on: date


def authority_certificate(data: bytes, name: str = "") -> Certificate:
    """The certificate of a file, that of an authority. Nothing is proven by it: whoever adds it has taken it from its issuer.

    Raises `Refused`: ``certificate_unreadable``, ``certificate_several``, ``certificate_no_authority`` for one of a single signer.
    """
    from asn1crypto import pem, x509  # here, since only a worker reads

    try:
        parts = pem.unarmor(data, multiple=True) if b"-----BEGIN" in data else (("CERTIFICATE", {}, data),)
        blocks = [found for kind, _, found in parts if kind == "CERTIFICATE"]
        if len(blocks) > 1:
            raise Refused(Finding("certificate_several", name, {"file": name, "count": str(len(blocks))}))
        read = x509.Certificate.load(blocks[0], strict=True)
        limits, subject = read.basic_constraints_value, read.subject.native
        ends = read["tbs_certificate"]["validity"]["not_after"].native
        authority = limits is not None and bool(limits["ca"].native)
    except (ValueError, TypeError, KeyError, IndexError, OverflowError):
        raise Refused(Finding("certificate_unreadable", name, {"file": name})) from None
    if not authority:
        raise Refused(Finding("certificate_no_authority", name, {"file": name, "name": _name(subject)}))
    return Certificate(blocks[0], hashlib.sha256(blocks[0]).hexdigest(), _name(subject), ends.date())


def _name(subject: dict[str, object]) -> str:
    """The common name of a certificate, or all of its name."""
    name = subject.get("common_name") or subject.get("organization_name") or next(iter(subject.values()), "")
    words = name if isinstance(name, list) else [name]
    return "、".join(map(str, words))[:_LONGEST_NAME]
