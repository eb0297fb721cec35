"""What the making of a proof hints at, for the person who checks it. Advice only: it neither passes nor fails anything."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workstation.errors import Finding
from workstation.evidence.statements.authenticity_hints import origin_findings
from workstation.evidence.verification import EvidenceItem
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.origin import origin

_OF_A_BANK: Final = ("bank_statement", "account_statement", "wage_records")
"""What a bank's own system prints."""


def authenticity_hints(
    item: EvidenceItem, data: bytes, readers: Readers = IN_PROCESS, roots: Sequence[bytes] = ()
) -> tuple[Finding, ...]:
    """Signs in the original file of a proof. ``roots``: certificates (DER) that the desk trusts."""
    found = readers.read(Reading(item.file_name, f"evidence.{item.requirement}"), origin, data, tuple(roots))
    return origin_findings(found, f"evidence.{item.requirement}", item.file_name, item.requirement in _OF_A_BANK)
