"""May this person be contacted now? The rules of the place on a log of calls; each refusal names its rule and source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Final

from workstation.conversation.attempt_spans import Span, day_span, month_span, window_span
from workstation.conversation.attempts import PARTIES, Attempts, Call, Intent, Party, number_key, plain_number
from workstation.conversation.third_party import third_party_opening
from workstation.errors import Finding
from workstation.policy.conduct_rules import Conduct
from workstation.policy.rules import Rule, Source

__all__ = [
    "PARTIES", "Call", "Intent", "Party", "Reason", "Verdict", "keep_until", "may_contact", "number_key", "plain_number",
]  # fmt: skip

AGREED: Final = Source("agreed", "与客户的约定", "", "practice")
"""Stands behind what a person asked for or agreed to, and what is on record at this desk."""

_SATURDAY: Final = 5
_STEPS_MAX: Final = 400
"""Moments tried for the next one allowed: a step ends at least one rule, and no rule asks for more than a year."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that forbids the contact. ``until``: the first moment it no longer does; None when time alone does not lift it."""

    finding: Finding
    source: Source
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer. ``next_allowed`` is set when refused and waiting helps; in the local time of the rules. ``not_known``: rules
    that nobody has put into the pack, so that the answer does not rest on them.
    """

    allowed: bool
    reasons: tuple[Reason, ...] = ()
    next_allowed: datetime | None = None
    not_known: tuple[Finding, ...] = ()


def may_contact(rules: Conduct, intent: Intent, log: Sequence[Call]) -> Verdict:
    """Judge one intended contact. The log comes in any order; entries of one id count once, later ones than now not at all."""
    attempts = Attempts.of(rules, intent, log)
    gaps = tuple(_not_known(rules, intent))
    reasons = tuple(_reasons(rules, intent, attempts, intent.now))
    if not reasons:
        return Verdict(True, not_known=gaps)
    return Verdict(False, reasons, _first_moment(rules, intent, attempts, reasons), gaps)


def keep_until(rules: Conduct, on: date, settled_on: date | None) -> date | None:
    """The day until which a record must be kept; None while the debt is not settled and the rule asks to wait for that, or
    where nobody knows for how many years.
    """
    if rules.record_years is None:
        return None
    by_years = years_after(on, rules.record_years.value)
    if rules.record_until_settled is None or not rules.record_until_settled.value:
        return by_years
    return max(by_years, settled_on) if settled_on else None


def years_after(on: date, years: int) -> date:
    """The day so many years later; after a leap day the first of March, so that nothing is kept a day too short."""
    return date(on.year + years, 3, 1) if (on.month, on.day) == (2, 29) else date(on.year + years, on.month, on.day)


def _first_moment(rules: Conduct, intent: Intent, attempts: Attempts, reasons: Sequence[Reason]) -> datetime | None:
    """The first moment at which no rule is left, tried from the end of one to the end of the next."""
    moment, left = intent.now, tuple(reasons)
    for _ in range(_STEPS_MAX):
        ends = [reason.until for reason in left if reason.until is not None]
        if len(ends) < len(left):
            return None
        moment = max(ends, key=lambda end: end.timestamp())
        left = tuple(_reasons(rules, intent, attempts, moment))
        if not left:
            return moment.astimezone(attempts.zone)
    return None


def _reasons(rules: Conduct, intent: Intent, attempts: Attempts, at: datetime) -> Iterator[Reason]:
    """Everything that forbids the contact at ``at``."""
    yield from _holds(rules, intent)
    yield from _third_parties(rules, intent, attempts, at)
    yield from _counts(rules, intent, attempts, at)
    yield from _hours(rules, intent, attempts, at)


def _not_known(rules: Conduct, intent: Intent) -> Iterator[Finding]:
    if rules.quiet_from is None:
        yield Finding("hours_not_known", "contact")
    if not rules.counted and rules.mandate_needed is None:
        yield Finding("counts_not_known", "contact")
    if intent.party == "third_party" and rules.third_party is None:
        yield Finding("third_party_not_known", "contact")
    if intent.party == "spouse" and rules.spouse_for_household_debt is None and rules.third_party is None:
        yield Finding("third_party_not_known", "contact")
    if rules.not_on_holidays is not None and rules.not_on_holidays.value:
        yield Finding("holidays_not_known", "contact")


def _holds(rules: Conduct, intent: Intent) -> Iterator[Reason]:
    """What waiting does not lift."""
    if intent.complaint_open and rules.complaint_holds.value:
        yield Reason(Finding("complaint_open", "contact"), rules.complaint_holds.source, None)
    stop = rules.stop_on_request or Rule(True, AGREED)
    if intent.stop_requested and stop.value:
        yield Reason(Finding("stop_requested", "contact"), stop.source, None)
    if rules.mandate_needed is not None and rules.mandate_needed.value and not intent.mandate:
        yield Reason(Finding("mandate_missing", "contact"), rules.mandate_needed.source, None)
    if rules.debtor_zone_needed and intent.zone is None and rules.quiet_from is not None:
        yield Reason(Finding("zone_not_known", "contact"), rules.quiet_from.source, None)


def _third_parties(rules: Conduct, intent: Intent, attempts: Attempts, at: datetime) -> Iterator[Reason]:
    """Somebody who does not owe; the spouse only for a household debt, and where no rule speaks of spouses, as anybody else."""
    spouse = rules.spouse_for_household_debt
    if intent.party == "spouse" and spouse is not None:
        if spouse.value and not intent.household_debt:
            yield Reason(Finding("spouse_not_for_own_debt", "contact"), spouse.source, None)
        return
    rule = rules.third_party
    if intent.party not in ("third_party", "spouse") or rule is None:
        return
    if not rule.value.ever:
        yield Reason(Finding("third_party_never", "contact"), rule.source, None)
        return
    opening = third_party_opening(rule.value, intent, attempts)
    if opening.open_from is None or opening.open_from.timestamp() > at.timestamp():
        figures = {"needed": str(rule.value.dials_in_a_row or 0), "failed": str(opening.failed)}
        code = "third_party_too_early" if opening.open_from is None else "third_party_next_day"
        yield Reason(Finding(code, "contact", figures), rule.source, opening.open_from)


def _counts(rules: Conduct, intent: Intent, attempts: Attempts, at: datetime) -> Iterator[Reason]:
    """What a later day lifts."""
    day = attempts.day(at)
    talks, dials = attempts.talks, attempts.dials_to_person
    checks: tuple[tuple[str, Rule[int] | None, Sequence[date], Callable[[date], Span]], ...] = (
        ("connected_enough", rules.connected_a_day if intent.party != "third_party" else None, talks, day_span),
        ("dialled_enough", rules.dials_a_day if intent.number else None, attempts.dials_to_number, day_span),
        ("person_dialled_enough", rules.dials_a_day_person if intent.person else None, dials, day_span),
        ("dialled_enough_days", rules.dials_in_days, dials, partial(window_span, rules.window_days)),
        ("contacted_enough_days", rules.contacts_in_days, talks, partial(window_span, rules.window_days)),
        ("contacted_enough_month", rules.contacts_a_month, talks, month_span),
    )
    for code, rule, days, span in checks:
        counted = [one for one in days if one in span(day)]
        if rule is not None and len(counted) >= rule.value:
            figures = {"count": str(len(counted)), "limit": str(rule.value), "days": str(rules.window_days)}
            until = attempts.midnight(span(counted[-rule.value]).following) if rule.value else None
            yield Reason(Finding(code, "contact", figures), rule.source, until)
    yield from _pauses(rules, intent, attempts, day)


def _pauses(rules: Conduct, intent: Intent, attempts: Attempts, day: date) -> Iterator[Reason]:
    """Days that follow a conversation: those of the rules, and those agreed with a person who is vulnerable."""
    last = max((one for one in attempts.talks if one <= day), default=None)
    if last is None:
        return
    rule = rules.days_after_talk
    if rule is not None and (day - last).days < rule.value:
        until = attempts.midnight(last + timedelta(days=rule.value))
        yield Reason(Finding("talked_lately", "contact", {"days": str(rule.value)}), rule.source, until)
    if (day - last).days < intent.pace_days:
        until = attempts.midnight(last + timedelta(days=intent.pace_days))
        yield Reason(Finding("agreed_pace", "contact", {"days": str(intent.pace_days)}), AGREED, until)


def _hours(rules: Conduct, intent: Intent, attempts: Attempts, at: datetime) -> Iterator[Reason]:
    """The quiet hours [from, until), which may run over midnight; those of a weekend day may differ."""
    local = at.astimezone(attempts.zone)
    hours = _hours_of(rules, local.date())
    if intent.consent_outside_hours or hours is None:
        return
    start, end, clock = hours[0].value, hours[1].value, local.time()
    if not (start <= clock < end if start <= end else clock >= start or clock < end):
        return
    tomorrow = local.date() + timedelta(days=1)
    evening = start > end and clock >= start
    until = attempts.midnight(tomorrow) if evening else attempts.moment(local.date(), end)
    opens = (_hours_of(rules, tomorrow) or hours)[1].value if evening else end
    yield Reason(
        Finding("quiet_hours", "contact", {"from": f"{start:%H:%M}", "until": f"{opens:%H:%M}"}), hours[0].source, until
    )


def _hours_of(rules: Conduct, day: date) -> tuple[Rule[time], Rule[time]] | None:
    """From and until of a day; None where nobody knows them."""
    if day.weekday() >= _SATURDAY and rules.weekend_from is not None and rules.weekend_until is not None:
        return rules.weekend_from, rules.weekend_until
    return (rules.quiet_from, rules.quiet_until) if rules.quiet_from and rules.quiet_until else None
