"""May this person be contacted now? The pack's conduct rules on a log of calls; each refusal names its rule and source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, Literal

from workstation.errors import Finding
from workstation.policy.rules import Conduct, Source

Party = Literal["debtor", "guarantor", "third_party"]
PARTIES: Final[tuple[Party, ...]] = ("debtor", "guarantor", "third_party")


@dataclass(frozen=True, slots=True)
class Call:
    """One call or attempt; ``at`` is an aware instant."""

    at: datetime
    party: str = "debtor"
    number: str = ""
    connected: bool = True


@dataclass(frozen=True, slots=True)
class Intent:
    """The contact one would like to make at ``now`` (aware). ``stop_requested``: this party asked not to be contacted again."""

    now: datetime
    party: Party = "debtor"
    number: str = ""
    consent_outside_hours: bool = False
    complaint_open: bool = False
    stop_requested: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that forbids the contact. ``until``: the first moment it no longer does; None when time alone does not lift it."""

    finding: Finding
    source: Source
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer. ``next_allowed`` is set when refused and waiting helps; in the local time of the rules."""

    allowed: bool
    reasons: tuple[Reason, ...] = ()
    next_allowed: datetime | None = None


def may_contact(rules: Conduct, intent: Intent, log: Sequence[Call]) -> Verdict:
    """Judge one intended contact against hours, counts of the local day, the rule on third parties, and an open complaint."""
    zone = rules.zone
    now = intent.now.astimezone(zone)
    past = sorted((call for call in log if call.at <= intent.now), key=lambda call: call.at)
    today = [call for call in past if call.at.astimezone(zone).date() == now.date()]
    reasons = (*_holds(rules, intent, past), *_counts(rules, intent, today, now), *_hours(rules, intent, now))
    if not reasons:
        return Verdict(True)
    return Verdict(False, reasons, _first_moment(rules, intent, reasons))


def plain_number(number: str) -> str:
    """A number as it is compared: digits only, without the country code of the mainland."""
    digits = "".join(sign for sign in number if sign.isdigit())
    return digits[2:] if len(digits) == 13 and digits.startswith("86") else digits or number.strip()


def keep_until(rules: Conduct, on: date, settled_on: date | None) -> date | None:
    """The day until which a record must be kept; None while the debt is not settled and the rule asks to wait for that."""
    years = rules.record_years.value
    by_years = date(on.year + years, on.month, on.day) if (on.month, on.day) != (2, 29) else date(on.year + years, 3, 1)
    if not rules.record_until_settled.value:
        return by_years
    return max(by_years, settled_on) if settled_on else None


def _first_moment(rules: Conduct, intent: Intent, reasons: Sequence[Reason]) -> datetime | None:
    """When all reasons have passed; a new day that begins inside the quiet hours waits for their end."""
    moments = [reason.until for reason in reasons]
    latest = max((moment for moment in moments if moment), default=None)
    if latest is None or None in moments:
        return None
    return next((reason.until for reason in _hours(rules, intent, latest)), latest)


def _holds(rules: Conduct, intent: Intent, past: Sequence[Call]) -> Iterator[Reason]:
    """What waiting does not lift."""
    if intent.complaint_open and rules.complaint_holds.value:
        yield Reason(Finding("complaint_open", "contact"), rules.complaint_holds.source, None)
    if intent.stop_requested:
        yield Reason(Finding("stop_requested", "contact"), rules.third_party_after.source, None)
    if intent.party == "third_party":
        needed, failed = rules.third_party_after.value, _failed_in_a_row(past)
        if failed < needed:
            figures = {"needed": str(needed), "failed": str(failed)}
            yield Reason(Finding("third_party_too_early", "contact", figures), rules.third_party_after.source, None)


def _failed_in_a_row(past: Sequence[Call]) -> int:
    """Attempts at the debtor since the last one that was answered."""
    count = 0
    for call in reversed([call for call in past if call.party == "debtor"]):
        if call.connected:
            break
        count += 1
    return count


def _counts(rules: Conduct, intent: Intent, today: Sequence[Call], now: datetime) -> Iterator[Reason]:
    """What the next day lifts."""
    tomorrow = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
    connected = sum(call.connected and call.party == intent.party for call in today)
    if intent.party != "third_party" and connected >= rules.connected_a_day.value:
        figures = {"count": str(connected), "limit": str(rules.connected_a_day.value)}
        yield Reason(Finding("connected_enough", "contact", figures), rules.connected_a_day.source, tomorrow)
    number = plain_number(intent.number)
    dialled = sum(plain_number(call.number) == number for call in today) if number else 0
    if dialled >= rules.dials_a_day.value:
        figures = {"count": str(dialled), "limit": str(rules.dials_a_day.value)}
        yield Reason(Finding("dialled_enough", "contact", figures), rules.dials_a_day.source, tomorrow)


def _hours(rules: Conduct, intent: Intent, now: datetime) -> Iterator[Reason]:
    """The quiet hours [from, until), which may run over midnight."""
    start, end, clock = rules.quiet_from.value, rules.quiet_until.value, now.time()
    quiet = start <= clock < end if start <= end else clock >= start or clock < end
    if intent.consent_outside_hours or not quiet:
        return
    day = now.date() + timedelta(days=1) if clock >= end else now.date()
    figures = {"from": f"{start:%H:%M}", "until": f"{end:%H:%M}"}
    until = datetime.combine(day, end, now.tzinfo or UTC)
    yield Reason(Finding("quiet_hours", "contact", figures), rules.quiet_from.source, until)
