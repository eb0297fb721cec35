"""Lists over every case, or of one: oral agreements, what comes due, yearly reviews, kept rates with their promises."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from workstation.actions.case_files.reading import EVERYTHING
from workstation.actions.desk import Desk
from workstation.actions.keep.reading import at_rest, cases_waking, cases_with, files_of
from workstation.bank_names import bank_key
from workstation.casework.case_file import CaseFile
from workstation.casework.contacts.desk import ContactDesk
from workstation.casework.keeping.accounts import RECKONS, reckoned
from workstation.casework.keeping.coming import Coming, coming_days
from workstation.casework.keeping.oral_register import LOOKS_AT as ORAL_FIELDS
from workstation.casework.keeping.oral_register import OralFilter, OralLine, oral_lines
from workstation.casework.keeping.review import LOOKS_AT as REVIEW_FIELDS
from workstation.casework.keeping.review import Review, review_of
from workstation.casework.printed import PrintedPacket
from workstation.conversation.contact import ContactEntry
from workstation.errors import Finding
from workstation.money import Money, total
from workstation.policy.keeping_rules import keeping_calendar
from workstation.profile.account import Account
from workstation.promise.adoption import Adoption
from workstation.promise.bank_reply import BankReply, OralAgreement
from workstation.promise.ending import AccountEnd
from workstation.promise.promise import KeptRate, PromiseState, kept_rate
from workstation.promise.promise_entry import PromiseEntry

RATE_GROUPS: Final = ("debtor", "agent", "bank", "method")
RateGroup = Literal["debtor", "agent", "bank", "method"]
EVERY: Final = OralFilter()


@dataclass(frozen=True, slots=True)
class ComingLine:
    """One thing that comes due, with whom to call. ``phone``: the debtor's first number, empty where none is known.

    ``closed``: why that number may not be called now; ``from_at``: the first moment at which it may, in the time of the rules.
    """

    case_id: str
    number: str
    name: str
    phone: str
    coming: Coming
    days: int
    closed: Finding | None = None
    from_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """The review of a case, with whom to ask. ``days``: until its day, below zero once that has passed."""

    case_id: str
    number: str
    name: str
    phone: str
    review: Review
    days: int


@dataclass(frozen=True, slots=True)
class RatedPromise:
    """A promise with its case, as it stands today."""

    case_id: str
    number: str
    name: str
    account: Account
    entry: PromiseEntry
    state: PromiseState


@dataclass(frozen=True, slots=True)
class RateLine:
    """The kept rate of one group in one currency, with its parts: ``rate.kept`` of ``rate.due``; ``in_time`` of ``promised``.

    ``promises``: all of the group, those that do not count yet or no more among them.
    """

    group: str
    currency: str
    rate: KeptRate
    in_time: Money
    promised: Money
    promises: tuple[RatedPromise, ...]


def oral_register(desk: Desk, case_id: str = "", wanted: OralFilter = EVERY) -> tuple[OralLine, ...]:
    """The oral agreements of one case, or of all; the latest first."""
    ids = (case_id,) if case_id else cases_with(desk, OralAgreement)
    found = (
        line
        for file in files_of(desk, ids, ORAL_FIELDS)
        for line in oral_lines(file, keeping_calendar())
        if wanted.takes(line)
    )
    return tuple(sorted(found, key=lambda line: line.agreement.agreed_at, reverse=True))


def coming(desk: Desk, days: int | None = None, case_id: str = "") -> tuple[ComingLine, ...]:
    """What comes due within so many days (None: those of the rules) in one case, or in all; the first day first."""
    rules = keeping_calendar()
    span = rules.remind_days.value if days is None else days
    kinds = (Adoption, PromiseEntry, BankReply, AccountEnd, ContactEntry, PrintedPacket)
    resting = frozenset() if case_id else at_rest(desk)
    ids = (case_id,) if case_id else cases_waking(desk, resting, *kinds, near_limit=span)
    found: list[ComingLine] = []
    for file in files_of(desk, ids, EVERYTHING):
        things = coming_days(file, rules, span)
        if file.case.id in resting:
            things = tuple(one for one in things if one.kind == "limitation")
        if things:
            found += _called(file, things, desk.clock.now())
    return tuple(sorted(found, key=lambda line: (line.coming.on, line.number)))


def reviews(desk: Desk, case_id: str = "") -> tuple[ReviewLine, ...]:
    """The review of one case, or of every case that has a schedule; the first day first."""
    rules, ids = keeping_calendar(), (case_id,) if case_id else cases_with(desk, Adoption)
    found = []
    for file in files_of(desk, ids, REVIEW_FIELDS):
        if review := review_of(file, rules):
            who = file.case.id, file.case.number, file.debtor.name, file.debtor.phone()
            found.append(ReviewLine(*who, review, (review.on - file.today).days))
    return tuple(sorted(found, key=lambda line: (line.review.on, line.number)))


def rate_lines(
    desk: Desk, by: RateGroup, case_id: str = "", from_on: date | None = None, to_on: date | None = None
) -> tuple[RateLine, ...]:
    """The kept rate of each group, of promises due between two days, both included, in one case or in all.

    Two debtors of one name are two groups, and a bank is one under each of its names. A promise is due on its day after its moves.
    """
    ids = (case_id,) if case_id else cases_with(desk, PromiseEntry)
    groups: dict[tuple[Hashable, str], list[RatedPromise]] = {}
    for file in files_of(desk, ids, RECKONS):
        for one in _rated(file):
            if (from_on is None or one.state.due_on >= from_on) and (to_on is None or one.state.due_on <= to_on):
                groups.setdefault((_KEYS[by](file, one), one.entry.currency), []).append(one)
    return tuple(_rate_line(by, currency, group) for (_, currency), group in groups.items())


def _called(file: CaseFile, things: Iterable[Coming], now: datetime) -> Iterator[ComingLine]:
    desk = ContactDesk(file)
    callee = next((one for one in desk.callees if one.party == "debtor" and one.valid), None)
    verdict = desk.verdict(callee, now) if callee else None
    reason = verdict.reasons[0].finding if verdict and verdict.reasons else None
    for one in things:
        yield ComingLine(
            file.case.id,
            file.case.number,
            file.debtor.name,
            callee.number if callee else "",
            one,
            (one.on - file.today).days,
            reason,
            verdict.next_allowed if verdict else None,
        )


def _rated(file: CaseFile) -> Iterator[RatedPromise]:
    for account in file.accounts:
        for entry, state in reckoned(file, account, file.today).promises:
            yield RatedPromise(file.case.id, file.case.number, file.debtor.name, account, entry, state)


_KEYS: Final[dict[str, Callable[[CaseFile, RatedPromise], Hashable]]] = {
    "debtor": lambda file, one: file.debtor.id,
    "agent": lambda file, one: one.entry.by,
    "bank": lambda file, one: bank_key(one.account.bank),
    "method": lambda file, one: one.entry.method,
}
_NAMES: Final[dict[str, Callable[[RatedPromise], str]]] = {
    "debtor": lambda one: one.name,
    "agent": lambda one: one.entry.by,
    "bank": lambda one: one.account.bank,
    "method": lambda one: one.entry.method,
}


def _rate_line(by: str, currency: str, group: list[RatedPromise]) -> RateLine:
    rate = kept_rate([one.state for one in group])
    due = [one.state for one in group if one.state.state in ("kept", "partly_kept", "broken")]
    zero = Money.zero(currency)
    in_time, promised = (
        total([zero, *(one.in_time for one in due)]),
        total([zero, *(one.promise.amount for one in due)]),
    )
    return RateLine(_NAMES[by](group[0]), currency, rate, in_time, promised, tuple(group))
