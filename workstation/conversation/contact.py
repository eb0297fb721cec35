"""The contact log: what was said, with whom, over which channel, and when; a wrong entry is corrected by a further one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef

LATE: Final = timedelta(minutes=1)
"""An entry written so long after the contact tells when it was written; moments are shown to the minute."""
_CLOCK: Final = re.compile(r"(\d{1,2})\s*[:.：时時点點h]\s*(\d{2})\s*分?|(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """One conversation or attempt at ``at``. ``channel``: desk, phone, visit, letter, message; ``party``: debtor, spouse,
    guarantor, third_party. ``reached``: answered, no_answer or invalid_number; empty: as ``connected`` tells. ``person``: whom,
    where it is not the debtor. ``corrects``: the id of the entry that this one takes the place of; ``logged_at``: when it was
    written down, where that is later.
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
    corrects: str = ""
    logged_at: datetime | None = None

    @property
    def outcome(self) -> str:
        """What came of it: ``reached``, or what an entry without it tells by ``connected`` and its result."""
        if self.reached or self.connected:
            return self.reached or "answered"
        return "invalid_number" if self.result == "out_of_service" else "no_answer"


def valid_entries(entries: Iterable[ContactEntry]) -> tuple[ContactEntry, ...]:
    """Those that no further entry corrects, in their order: what counts."""
    known = tuple(entries)
    corrected = {entry.corrects for entry in known}
    return tuple(entry for entry in known if entry.id not in corrected)


def last_valid(entries: Iterable[ContactEntry]) -> ContactEntry | None:
    """The last of those that count; of one minute the later written."""
    return max(reversed(valid_entries(entries)), key=lambda one: one.at, default=None)


def correction_of(entry: ContactEntry, entries: Iterable[ContactEntry]) -> ContactEntry | None:
    """The entry that corrects this one, if any."""
    return next((other for other in entries if other.corrects == entry.id), None)


def correction_findings(entry: ContactEntry, known: Iterable[ContactEntry]) -> tuple[Finding, ...]:
    """What stands against a correction: ``contact_entry_unknown``, or ``contact_corrected`` where another came first."""
    entries = tuple(known)
    if not entry.corrects:
        return ()
    if all(other.id != entry.corrects for other in entries):
        return (Finding("contact_entry_unknown", FieldRef.CONTACT_NOTE),)
    if any(other.corrects == entry.corrects for other in entries):
        return (Finding("contact_corrected", FieldRef.CONTACT_NOTE),)
    return ()


def parse_clock(text: str) -> time:
    """A time of day: ``9:05``, ``0905``, ``9.05``, ``9时05分``. Raises `Refused` (clock_unreadable)."""
    found = _CLOCK.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError(text)
        return time(int(found[1] or found[3]), int(found[2] or found[4]))
    except ValueError:
        raise Refused(Finding("clock_unreadable", FieldRef.CONTACT_AT, {"text": text})) from None


def moment_of(day: date | None, clock: str, now: datetime, zone: tzinfo) -> datetime:
    """When a contact was, from what was typed: nothing is now, a time alone is today. ``now`` is aware.

    Raises `Refused`: clock_unreadable, contact_clock_needed (an earlier day without a time), contact_in_future.
    """
    here = now.astimezone(zone)
    if not clock.strip():
        if day is None or day == here.date():
            return now
        code = "contact_in_future" if day > here.date() else "contact_clock_needed"
        raise Refused(Finding(code, FieldRef.CONTACT_AT))
    at = datetime.combine(day or here.date(), parse_clock(clock), zone)
    if at > now:
        raise Refused(Finding("contact_in_future", FieldRef.CONTACT_AT))
    return at.astimezone(UTC)
