"""What the making of a proof hints at, for the person who checks it. Advice only: it neither passes nor fails anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workstation.errors import Finding
from workstation.evidence.statements.authenticity_hints import origin_findings
from workstation.evidence.verification import EvidenceItem
from workstation.received.apart.allowance import DRAWING
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.ofd.findings import ofd_findings
from workstation.received.ofd.package import MEDIA_TYPE as OFD
from workstation.received.origin import origin

_OF_A_BANK: Final = ("bank_statement", "account_statement", "wage_records")
"""What a bank's own system prints."""


def authenticity_hints(
    item: EvidenceItem, data: bytes, readers: Readers = IN_PROCESS, roots: Sequence[bytes] = ()
) -> tuple[Finding, ...]:
    """Signs in the original file of a proof, and what of an OFD is not drawn. ``roots``: certificates (DER) that the desk trusts.

    Raises `Refused` as `Readers.read` and `drawn`.
    """
    subject = f"evidence.{item.requirement}"
    about = Reading(item.file_name, subject)
    found = readers.read(about, origin, data, tuple(roots))
    signs = origin_findings(found, subject, item.file_name, item.requirement in _OF_A_BANK)
    if item.media_type != OFD:
        return signs
    drawing = replace(about, allowance=DRAWING)
    return (*readers.read(drawing, ofd_findings, data, item.file_name, subject), *signs)
