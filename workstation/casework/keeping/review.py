"""The yearly review of a kept case: its day, from when proofs are asked for, and which are still to come. All of it is derived."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.dates import add_days, add_months
from workstation.evidence.checklist import requirements
from workstation.policy.keeping_rules import KeepingCalendar
from workstation.policy.rules import Requirement

LOOKS_AT: Final = frozenset({"accounts", "adoptions", "ends", "items"})
"""The fields of a case file that `review_of` looks at."""


@dataclass(frozen=True, slots=True)
class AskedProof:
    """One thing to ask for: ``any_of`` these requirements, of which one is enough. ``came``: received since the invitation."""

    any_of: tuple[Requirement, ...]
    came: bool


@dataclass(frozen=True, slots=True)
class Review:
    """The review due ``on``; proofs are asked for from ``invite_on``. ``adopted_on``: from when years count."""

    on: date
    invite_on: date
    adopted_on: date
    proofs: tuple[AskedProof, ...]

    @property
    def missing(self) -> tuple[AskedProof, ...]:
        """What is still to be asked for."""
        return tuple(one for one in self.proofs if not one.came)

    @property
    def done(self) -> bool:
        """Whether everything that is asked for has come."""
        return not self.missing


def review_of(file: CaseFile, rules: KeepingCalendar) -> Review | None:
    """The next review of a case, or the last one that is not complete; None while no open account has an adopted schedule.

    Years count from the first schedule that is kept now. A review is complete when each proof was received in its time, which
    ends where the next one begins; of those missed the latest counts.
    """
    adopted = [one.on for account in file.open_accounts if (one := file.adoption(account.id))]
    if not adopted:
        return None
    first, asked = min(adopted), tuple(_asked(file, rules))

    def review(number: int) -> Review:
        """The review of one year, counted from 1."""
        on, following = (add_months(first, rules.review_months.value * one) for one in (number, number + 1))
        return _review(file, rules, first, on, following, asked)

    upcoming = next(one for one in count(1) if add_months(first, rules.review_months.value * one) >= file.today)
    found = review(upcoming)
    if upcoming > 1 and file.today < found.invite_on:
        before = review(upcoming - 1)
        return found if before.done else before
    return review(upcoming + 1) if found.done and asked else found


def _review(
    file: CaseFile,
    rules: KeepingCalendar,
    first: date,
    on: date,
    following: date,
    asked: Sequence[tuple[Requirement, ...]],
) -> Review:
    invite, ends = (add_days(day, -rules.invite_days.value) for day in (on, following))
    came = {item.requirement for item in file.live_items if invite <= file.day_of(item.received_at) < max(ends, on)}
    proofs = (AskedProof(group, any(one.code in came for one in group)) for group in asked)
    return Review(on, invite, first, tuple(proofs))


def _asked(file: CaseFile, rules: KeepingCalendar) -> Iterator[tuple[Requirement, ...]]:
    """What the pack asks of this case and what ages; members of an any-of group together."""
    case = file.case
    all_ = requirements(file.pack, case.reason, case.requests, file.products, file.settings.role, file.accounts)
    ageing = [one for one in all_ if one.freshness_days is not None and one.code not in rules.left_out.value]
    seen: set[str] = set()
    for one in ageing:
        if one.any_of not in seen:
            yield tuple(other for other in ageing if other is one or (one.any_of and other.any_of == one.any_of))
        if one.any_of:
            seen.add(one.any_of)
