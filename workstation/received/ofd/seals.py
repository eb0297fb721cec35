"""Seals and signatures of an OFD: the picture of a seal, who it names, and whether the signed parts are what was signed.

The signatures themselves are made with SM2 (GB/T 38540) and are not verified here; the digests of the parts are compared.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

from workstation.received.ofd.package import ROOT, Element, NoOfd, Package, child_text, joined
from workstation.received.signatures import Signature, SignatureState

_SEQUENCE, _INTEGER, _OCTETS, _IA5, _UTF8 = 16, 2, 4, 22, 12
_TEXTS: Final = (_IA5, _UTF8)
_DEEPEST: Final = 8
_DIGESTS: Final = {
    "": "md5", "md5": "md5", "1.2.840.113549.2.5": "md5", "sha1": "sha1", "sha-1": "sha1", "1.3.14.3.2.26": "sha1",
    "sm3": "sm3", "1.2.156.10197.1.401": "sm3",
}  # fmt: skip
"""Methods as files name them; MD5 where none is named (GB/T 33190, table 68)."""
_NATIONAL: Final = ("10197", "sm2", "sm3")
_CHINA: Final = timezone(timedelta(hours=8))
_WHEN: Final = ("%Y-%m-%d %H:%M:%S", "%Y%m%d%H%M%S", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d")


@dataclass(frozen=True, slots=True)
class Seal:
    """The picture of a seal: its kind as the seal names it, and its bytes."""

    kind: str
    data: bytes
    name: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature of the file: where its stamps lie, and its seal, None where it has none or none that is read."""

    signature: Signature
    stamps: tuple[Element, ...]
    seal: Seal | None


def signed(package: Package) -> Iterator[Signed]:
    """The signatures of all documents of a file; one that cannot be read is told as that."""
    for told in package.xml(ROOT).iterfind("DocBody/Signatures"):
        path = joined(ROOT, told.text or "")
        try:
            entries = [joined(path, one.get("BaseLoc", "")) for one in package.xml(path).iterfind("Signature")]
        except NoOfd:
            yield Signed(Signature("unreadable"), (), None)
            continue
        for entry in entries:
            yield _signed(package, entry)


def _signed(package: Package, path: str) -> Signed:
    try:
        root = package.xml(path)
        info = root.find("SignedInfo")
        if info is None:
            raise NoOfd(path)
        seal = _seal(package, root, path)
        signature = Signature(_state(package, info, path), seal.name if seal else "", False, _when(info))
        return Signed(signature, tuple(info.iterfind("StampAnnot")), seal)
    except NoOfd:
        return Signed(Signature("unreadable"), (), None)


def _state(package: Package, info: Element, path: str) -> SignatureState:
    if any(not _is_unchanged(package, references, path) for references in info.iterfind("References")):
        return "changed"
    method = child_text(info, "SignatureMethod").lower()
    return "sm2" if any(word in method for word in _NATIONAL) else "unreadable"


def _is_unchanged(package: Package, references: Element, path: str) -> bool:
    """Whether no part is known to differ from what was signed; a digest that this machine does not know proves nothing."""
    method = _DIGESTS.get(references.get("CheckMethod", "").strip().lower(), "")
    if not method:
        return True
    for one in references.iterfind("Reference"):
        try:
            wanted = base64.b64decode(child_text(one, "CheckValue"), validate=True)
            data = package.part(joined(path, one.get("FileRef", "")))
        except (NoOfd, binascii.Error):
            return False
        if _digest(method, data) != wanted:
            return False
    return True


def _digest(method: str, data: bytes) -> bytes:
    """SM3 by `cryptography`: an interpreter without OpenSSL, as bundles have it, does not know it."""
    if method != "sm3":
        return hashlib.new(method, data, usedforsecurity=False).digest()
    from cryptography.hazmat.primitives import hashes  # here, since only a worker reads, and few files are sealed

    reckoned = hashes.Hash(hashes.SM3())
    reckoned.update(data)
    return reckoned.finalize()


def _when(info: Element) -> datetime | None:
    """When it was signed, as the signer's program told; the clock of China where it names no zone."""
    text = child_text(info, "SignatureDateTime")
    for form in _WHEN:
        try:
            zone = UTC if text.endswith("Z") else _CHINA
            return datetime.strptime(text.removesuffix("Z"), form).replace(tzinfo=zone)
        except ValueError:
            continue
    return None


def _seal(package: Package, root: Element, path: str) -> Seal | None:
    """The seal that is part of the signed value, or that which lies beside it."""
    places = (child_text(root, "SignedValue"), root.findtext("SignedInfo/Seal/BaseLoc") or "")
    for place in filter(None, places):
        try:
            found = seal_of(package.part(joined(path, place)))
        except NoOfd:
            continue
        if found is not None:
            return found
    return None


def seal_of(data: bytes) -> Seal | None:
    """The picture in a seal (GM/T 0031, GB/T 38540): kind, bytes, width and height in one sequence; None where there is none."""
    name = ""
    try:
        for parts in _sequences(data, 0):
            tags = [tag for tag, _ in parts]
            if not name and tags[:2] == [_INTEGER, _UTF8]:
                name = parts[1][1].decode("utf-8", "replace")[:120]
            if len(tags) >= 4 and tags[0] in _TEXTS and tags[1:4] == [_OCTETS, _INTEGER, _INTEGER]:
                return Seal(parts[0][1].decode("ascii", "replace").strip().upper(), parts[1][1], name)
    except ValueError:
        return None
    return None


def _sequences(data: bytes, depth: int) -> Iterator[list[tuple[int, bytes]]]:
    """Every sequence as the tags and contents of its parts, the outer ones first."""
    from asn1crypto import parser  # here, since only a worker reads

    at = 0
    while at < len(data):
        found: Any = parser.parse(data[at:])
        kind, _, tag, head, content, trailer = found
        at += len(head) + len(content) + len(trailer)
        if kind != 0 or tag != _SEQUENCE or depth > _DEEPEST:
            continue
        yield list(_parts(content))
        yield from _sequences(content, depth + 1)


def _parts(data: bytes) -> Iterator[tuple[int, bytes]]:
    from asn1crypto import parser

    at = 0
    while at < len(data):
        found: Any = parser.parse(data[at:])
        kind, _, tag, head, content, trailer = found
        at += len(head) + len(content) + len(trailer)
        yield (tag if kind == 0 else -1), content
