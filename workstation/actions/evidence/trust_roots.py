"""Root certificates that this desk trusts for signatures in proofs: added from a file, listed, removed.

A trusted signer is told by name. It eases no gate and replaces no check.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.casework.trust_root import TrustRoot
from workstation.errors import Finding, Refused
from workstation.received.apart.readers import Readers, Reading
from workstation.received.certificates import LARGEST, Certificate, authority_certificate
from workstation.received.regular_file import whole

__all__ = ["TrustRoot"]


def trust_roots(desk: Desk) -> tuple[TrustRoot, ...]:
    """The certificates that are trusted, oldest first."""
    return desk.store.find(TrustRoot)


def root_bytes(desk: Desk) -> tuple[bytes, ...]:
    """The same as bytes (DER), as signatures are verified with."""
    return tuple(bytes.fromhex(one.certificate) for one in trust_roots(desk))


def add_trust_root(desk: Desk, path: Path) -> TrustRoot:
    """Trust the authority of a file; one that is trusted already stays as it is.

    Raises `Refused`: as `whole` and `authority_certificate`, and ``certificate_expired``.
    """
    read = authority_of(path, desk.readers, desk.clock.today())
    made = TrustRoot(read.fingerprint, read.subject, read.der.hex(), read.expires_on, desk.clock.now(), desk.agent)
    return next((one for one in trust_roots(desk) if one.id == made.id), None) or desk.run(keep_trust_root, made)


def authority_of(path: Path, readers: Readers, today: date) -> Certificate:
    """The authority in a certificate file. Raises `Refused` as `add_trust_root`."""
    read = readers.read(Reading(path.name), authority_certificate, whole(path, LARGEST), path.name)
    if read.expires_on < today:
        figures = {"file": path.name, "day": read.expires_on.isoformat()}
        raise Refused(Finding("certificate_expired", path.name, figures))
    return read


def keep_trust_root(desk: Desk, root: TrustRoot) -> TrustRoot:
    """Put a certificate on record, also one that was removed just now."""
    desk.store.save(root)
    return root


def remove_trust_root(desk: Desk, fingerprint: str) -> TrustRoot:
    """Trust an authority no more, by its fingerprint or the beginning of it. Answers what was removed.

    Raises `Refused` (certificate_unknown) for none, or several.
    """
    bare = fingerprint.replace(" ", "").replace(":", "").lower()
    found = [one for one in trust_roots(desk) if bare and one.id.startswith(bare)]
    if len(found) != 1:
        raise Refused(Finding("certificate_unknown", fingerprint, {"fingerprint": fingerprint}))
    desk.store.delete(TrustRoot, found[0].id)
    return found[0]
