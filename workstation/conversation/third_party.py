"""From when somebody who does not owe may be asked: the debtor was tried in vain, as often as the rule wants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workstation.conversation.attempts import Attempts, Call, Intent
from workstation.policy.conduct_rules import ThirdParty


@dataclass(frozen=True, slots=True)
class Opening:
    """``open_from``: since or from when; None: not by waiting. ``failed``: dials in a row since the debtor was last reached."""

    open_from: datetime | None
    failed: int


def third_party_opening(rule: ThirdParty, intent: Intent, attempts: Attempts) -> Opening:
    """The earliest of what opens the contact; reaching the debtor, in whatever way, begins anew."""
    failed = _since_reached(attempts.past)
    dials = [call for call in failed if call.dialled]
    moments = [
        *_after_dials(rule, dials, attempts),
        *_after_days(rule, failed, attempts),
        *_after_invalid(rule, dials, intent, attempts),
    ]
    return Opening(min(moments, key=lambda moment: moment.timestamp(), default=None), len(dials))


def _since_reached(past: Sequence[Call]) -> list[Call]:
    """Failed attempts at the debtor since the last one that was answered, oldest first."""
    failed: list[Call] = []
    for call in past:
        if call.party == "debtor":
            failed = [] if call.answered else [*failed, call]
    return failed


def _after_dials(rule: ThirdParty, dials: Sequence[Call], attempts: Attempts) -> Iterator[datetime]:
    """From the day after the dial that made the row long enough."""
    needed = rule.dials_in_a_row
    if needed is not None and len(dials) >= needed:
        yield attempts.midnight(attempts.day(dials[needed - 1].at) + timedelta(days=1))


def _after_days(rule: ThirdParty, failed: Sequence[Call], attempts: Attempts) -> Iterator[datetime]:
    """At the first attempt on the last of so many days in a row."""
    first = {attempts.day(call.at): call.at for call in reversed(failed)}
    for day in sorted(first):
        if rule.days_in_a_row and all(day - timedelta(days=back) in first for back in range(rule.days_in_a_row)):
            yield first[day]
            return


def _after_invalid(rule: ThirdParty, dials: Sequence[Call], intent: Intent, attempts: Attempts) -> Iterator[datetime]:
    """Once every number of the debtor was last found invalid; one that may still be right keeps it closed."""
    if not rule.invalid_number:
        return
    if intent.no_valid_number:
        yield intent.now
    known = {attempts.key(number) for number in intent.numbers}
    only = next(iter(known)) if len(known) == 1 else ""
    latest = {attempts.key(call.number) or only: call for call in dials}
    if latest and all(call.reached == "invalid_number" for call in latest.values()) and known <= set(latest):
        yield max(call.at for call in latest.values())
