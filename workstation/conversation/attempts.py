"""What was tried so far, as the rules on contacts count it: by the local day, the number and the person."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, tzinfo
from functools import cached_property
from typing import Final, Literal

from workstation.policy.conduct_rules import Conduct

Party = Literal["debtor", "guarantor", "spouse", "third_party"]
PARTIES: Final[tuple[Party, ...]] = ("debtor", "guarantor", "spouse", "third_party")

Reached = Literal["answered", "no_answer", "invalid_number"]
REACHED: Final[tuple[Reached, ...]] = ("answered", "no_answer", "invalid_number")


@dataclass(frozen=True, slots=True)
class Call:
    """One call or attempt; ``at`` is an aware instant. ``reached`` empty: as ``connected`` tells. ``dialled``: by telephone; a
    visit or a talk at the desk is no dial, but a person met there was reached. Entries of two logs with one ``id`` are one.
    """

    at: datetime
    party: str = "debtor"
    number: str = ""
    connected: bool = True
    person: str = ""
    reached: str = ""
    dialled: bool = True
    id: str = ""

    @property
    def answered(self) -> bool:
        """Whether the person was reached."""
        return self.reached == "answered" if self.reached else self.connected


@dataclass(frozen=True, slots=True)
class Intent:
    """The contact one would like to make at ``now`` (aware).

    ``stop_requested``: this party asked not to be contacted again. ``person``: who, so that all of their numbers count together;
    empty: the number alone counts. ``zone``: where the debtor is; None: where the rules hold. ``numbers``: those of the debtor that
    may still be right; ``no_valid_number``: all that are known were found wrong. ``mandate``: a debtor's adviser may act.
    ``pace_days``: days between conversations that were agreed with a vulnerable person; 0: none.
    """

    now: datetime
    party: Party = "debtor"
    number: str = ""
    consent_outside_hours: bool = False
    complaint_open: bool = False
    stop_requested: bool = False
    person: str = ""
    household_debt: bool = False
    zone: tzinfo | None = None
    numbers: tuple[str, ...] = ()
    no_valid_number: bool = False
    mandate: bool = False
    pace_days: int = 0


def plain_number(number: str, calling_code: str = "86", length: int = 11) -> str:
    """A number as it is compared: digits only, without the calling code of the place where one is written."""
    digits = "".join(sign for sign in number if sign.isdigit())
    if number.strip().startswith("+") or digits.startswith(f"00{calling_code}"):
        national = digits.removeprefix("00").removeprefix(calling_code)
        return national or digits
    if len(digits) == len(calling_code) + length and digits.startswith(calling_code):
        return digits[len(calling_code) :]
    return digits or number.strip()


def number_key(rules: Conduct, number: str) -> str:
    """The key by which two writings of a number are one, also with and without the trunk zero: +44 20… and 020…."""
    plain = plain_number(number, rules.calling_code, rules.number_length)
    return plain.lstrip("0") or plain


@dataclass(frozen=True)
class Attempts:
    """The log up to the present, oldest first, and the days of what counts for an intended contact, in the zone of the rules."""

    rules: Conduct
    intent: Intent
    zone: tzinfo
    past: tuple[Call, ...]

    @classmethod
    def of(cls, rules: Conduct, intent: Intent, log: Iterable[Call]) -> Attempts:
        """Order the log, count an id once, and leave out what lies ahead of now."""
        known: dict[object, Call] = {call.id or position: call for position, call in enumerate(log)}
        past = (call for call in known.values() if call.at <= intent.now)
        # At one instant an answer comes last: whoever answered was reached, however the log is ordered.
        ordered = sorted(past, key=lambda call: (call.at.timestamp(), call.answered))
        return cls(rules, intent, intent.zone or rules.zone, tuple(ordered))

    def day(self, at: datetime) -> date:
        """The local day of an instant."""
        return at.astimezone(self.zone).date()

    def moment(self, day: date, clock: time) -> datetime:
        """A local time of a day as an instant; one that the clocks skip is the first after it."""
        return datetime.combine(day, clock, self.zone).astimezone(UTC).astimezone(self.zone)

    def midnight(self, day: date) -> datetime:
        """Where a local day begins."""
        return self.moment(day, time())

    @cached_property
    def talks(self) -> tuple[date, ...]:
        """The day of every call that this person answered."""
        return self._days(lambda call: call.dialled and call.answered and self.same_person(call))

    @cached_property
    def dials_to_person(self) -> tuple[date, ...]:
        """The day of every attempt to reach this person by telephone."""
        return self._days(lambda call: call.dialled and self.same_person(call))

    @cached_property
    def dials_to_number(self) -> tuple[date, ...]:
        """The day of every attempt at this number; none where no number is given."""
        key = self.key(self.intent.number)
        return self._days(lambda call: bool(key) and call.dialled and self.key(call.number) == key)

    def key(self, number: str) -> str:
        """`number_key` by the rules."""
        return number_key(self.rules, number)

    def same_person(self, call: Call) -> bool:
        """Whether an attempt was at the person who is meant. An entry that names nobody counts by its party and number."""
        intent = self.intent
        if not intent.person:
            return call.party == intent.party
        if call.person:
            return call.person == intent.person
        alone = call.party == intent.party and intent.party in ("debtor", "spouse")
        return alone or (bool(self.key(intent.number)) and self.key(call.number) == self.key(intent.number))

    def _days(self, counts: Callable[[Call], bool]) -> tuple[date, ...]:
        return tuple(self.day(call.at) for call in self.past if counts(call))
