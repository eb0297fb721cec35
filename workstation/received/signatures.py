"""Signatures of a PDF, verified with what the file itself holds: nothing is fetched. Whole, added to, changed, or not checked."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus

SignatureState = Literal["whole", "extended", "changed", "sm2", "unreadable"]
"""The signed bytes are intact and the whole file; intact, with form entries, notes or further signatures added after them;
no longer what was signed; signed by the Chinese national algorithms, which are not checked here; not understood.
"""

_MARK: Final = b"/ByteRange"
_NATIONAL: Final = bytes.fromhex("2a811ccf55")
"""1.2.156.10197, the arc of the Chinese commercial algorithms (GM/T 0006): SM2, SM3 and the signed data of GM/T 0010."""
_LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature. ``signer`` as the certificate names it; ``trusted``: it leads to one of the roots that were given;
    ``signed_at``: what the signer's own clock said, which proves nothing.
    """

    state: SignatureState
    signer: str = ""
    trusted: bool = False
    signed_at: datetime | None = None

    @property
    def proven(self) -> bool:
        """Whether the whole file is what a trusted signer signed."""
        return self.state == "whole" and self.trusted


def signatures(data: bytes, roots: Sequence[bytes] = (), at: datetime | None = None) -> tuple[Signature, ...]:
    """The signatures of a PDF, none for a file without any. ``roots``: certificates (DER) that are trusted; ``at``: the instant
    at which certificates must be valid.
    """
    if _MARK not in data:
        return ()
    try:
        return tuple(_signatures(data, roots, at))
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a hostile file may raise anything there; what is not understood is told as that
        return (Signature("unreadable"),)


def _signatures(data: bytes, roots: Sequence[bytes], at: datetime | None) -> Iterator[Signature]:
    from pyhanko.pdf_utils.reader import PdfFileReader  # here, since only a worker reads, and only few files are signed

    for name in ("pyhanko", "pyhanko_certvalidator"):
        logging.getLogger(name).setLevel(
            logging.CRITICAL + 1
        )  # an untrusted signer is an answer, no line for a console
    for found in PdfFileReader(io.BytesIO(data), strict=False).embedded_regular_signatures:
        try:
            yield _signature(found, roots, at)
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - as above
            national = _NATIONAL in bytes(found.pkcs7_content)
            yield Signature("sm2" if national else "unreadable", _signer(found))


def _signature(found: EmbeddedPdfSignature, roots: Sequence[bytes], at: datetime | None) -> Signature:
    from pyhanko.sign.validation import validate_pdf_signature

    if _NATIONAL in bytes(found.pkcs7_content):
        return Signature("sm2", _signer(found))
    status = validate_pdf_signature(found, signer_validation_context=_context(roots, at))
    return Signature(_state(status), _signer(found), bool(status.trusted), status.signer_reported_dt)


def _context(roots: Sequence[bytes], at: datetime | None) -> Any:
    from asn1crypto import x509
    from pyhanko_certvalidator import ValidationContext

    # An empty list of roots is no trust at all; None would be the roots that browsers trust.
    return ValidationContext(
        trust_roots=[x509.Certificate.load(root) for root in roots],
        allow_fetching=False,
        moment=at,
        revocation_mode="soft-fail",
    )


def _state(status: PdfSignatureStatus) -> SignatureState:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    level = status.modification_level
    if not status.intact or not status.valid or status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return "changed"
    if level is None or level >= ModificationLevel.OTHER or not status.docmdp_ok:
        return "changed"
    return "whole" if status.coverage == SignatureCoverageLevel.ENTIRE_FILE else "extended"


def _signer(found: EmbeddedPdfSignature) -> str:
    """The common name of the signer's certificate, or all of its name."""
    try:
        names = found.signer_cert.subject.native
    except Exception:  # noqa: BLE001 - certificates of other algorithms are read as far as they go
        return ""
    name = names.get("common_name") or names.get("organization_name") or next(iter(names.values()), "")
    return (name if isinstance(name, str) else "、".join(map(str, name)))[:_LONGEST_NAME]
