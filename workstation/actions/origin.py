"""What the making of a proof hints at, for the person who checks it. Advice only: it neither passes nor fails anything."""

from __future__ import annotations

from workstation.actions.desk import Desk
from workstation.documents.origin import origin
from workstation.errors import Finding
from workstation.evidence.signs import origin_findings
from workstation.evidence.verification import EvidenceItem

_READ_WHOLE = 64 * 2**20
"""Larger files are left alone: metadata is not worth their weight in memory."""
_OF_A_BANK = ("bank_statement", "account_statement", "wage_records")


def item_signs(desk: Desk, item_id: str) -> tuple[Finding, ...]:
    """Signs in the file of one proof. Raises `Damaged` as the vault does."""
    item = desk.store.get(EvidenceItem, item_id)
    if item.size > _READ_WHOLE:
        return ()
    made = origin(desk.vault.read(item.sha256))
    return origin_findings(made, f"evidence.{item.requirement}", item.file_name, item.requirement in _OF_A_BANK)
