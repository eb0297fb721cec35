"""The contact log: what was said, with whom, over which channel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """One conversation or attempt. ``channel``: desk, phone, visit, letter, message; ``party``: debtor, guarantor, third_party."""

    id: str
    case_id: str
    at: datetime
    by: str
    channel: str = "desk"
    party: str = "debtor"
    number: str = ""
    connected: bool = True
    result: str = ""
    note: str = ""
    next_step: str = ""
    next_on: date | None = None
    recording: str = ""
