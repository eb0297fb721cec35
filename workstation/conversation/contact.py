"""The contact log: what was said, with whom, over which channel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """One conversation or attempt. ``channel``: desk, phone, visit, letter, message; ``party``: debtor, guarantor, spouse,
    third_party. ``reached``: answered, no_answer or invalid_number; empty: as ``connected`` tells. ``person``: whom, where it is
    not the debtor.
    """

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
    reached: str = ""
    person: str = ""

    @property
    def outcome(self) -> str:
        """What came of it: ``reached``, or what an entry without it tells by ``connected`` and its result."""
        if self.reached or self.connected:
            return self.reached or "answered"
        return "invalid_number" if self.result == "out_of_service" else "no_answer"
