"""What an agent reads off a proof."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What the agent reads off a proof while taking it in; fields as in `EvidenceItem`."""

    account_id: str = ""
    form: str = "copy"
    issuer: str = ""
    document_number: str = ""
    issued_on: date | None = None
    covers_from: date | None = None
    covers_to: date | None = None
    note: str = ""
