"""The figures of the reports, each line with the cases that it counts."""

from __future__ import annotations

import marshal
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import accumulate
from typing import Any, TypeVar

from workstation.actions.desk import Desk
from workstation.actions.keep.reading import cases_with, files_of
from workstation.bank_names import bank_key
from workstation.casework.case_file import CaseFile
from workstation.casework.printed import PrintedPacket
from workstation.casework.reports import packets, standing
from workstation.casework.reports.packets import OUTCOMES, Applied, Outcome, applied
from workstation.casework.reports.standing import MOVES, Move, Standing, moved, standings
from workstation.errors import Finding, Refused
from workstation.money import Money, currency_rank
from workstation.profile.account import Account
from workstation.profile.portfolio.kept import Kept

Gathered = TypeVar("Gathered")
Group = tuple[str, int, str]
"""Currency, rank and name of a bucket."""


@dataclass(frozen=True, slots=True)
class ReportCase:
    """A case behind a figure. ``tail``: of the account counted, empty where a bank is. ``days``: None where nobody knows them."""

    case_id: str
    number: str
    name: str
    bank: str
    tail: str
    days: int | None
    amount: Money | None
    became: str = ""


@dataclass(frozen=True, slots=True)
class BucketLine:
    """The open accounts of one bucket in one currency: ``count`` of ``of_count`` accounts, ``amount`` of ``of_amount`` owed."""

    currency: str
    rank: int
    bucket: str
    count: int
    of_count: int
    amount: Money
    of_amount: Money
    cases: Sequence[ReportCase]

    @property
    def share(self) -> Fraction | None:
        """The part of what is owed; None where nothing is."""
        return Fraction(self.amount.minor, self.of_amount.minor) if self.of_amount.minor else None


@dataclass(frozen=True, slots=True)
class MovementLine:
    """What became of the accounts that stood in a bucket on the first day: how many by each move, and what they owed then."""

    currency: str
    rank: int
    bucket: str
    counts: Mapping[Move, int]
    amounts: Mapping[Move, Money]
    cases: Sequence[ReportCase]

    @property
    def count(self) -> int:
        """All accounts of the bucket."""
        return sum(self.counts.values())

    @property
    def rolled(self) -> Fraction | None:
        """Roll rate: accounts that fell into a worse bucket over all of the bucket."""
        return Fraction(self.counts["worse"], self.count) if self.count else None

    @property
    def cured(self) -> Fraction | None:
        """Cure rate: accounts with nothing overdue any more, and settled ones, over all of the bucket."""
        return Fraction(self.counts["cured"] + self.counts["settled"], self.count) if self.count else None


@dataclass(frozen=True, slots=True)
class PacketLine:
    """The applications to one bank: how many got which answer, and the median days to the packet and to the answer."""

    bank: str
    counts: Mapping[Outcome, int]
    days_to_packet: Fraction
    days_to_answer: Fraction | None
    cases: Sequence[ReportCase]

    @property
    def sent(self) -> int:
        """All applications."""
        return sum(self.counts.values())

    @property
    def answered(self) -> int:
        """Those that the bank has answered."""
        return self.sent - self.counts["waiting"]

    @property
    def granted(self) -> Fraction | None:
        """Granted over answered."""
        return Fraction(self.counts["granted"], self.answered) if self.answered else None


def bucket_lines(desk: Desk, on: date | None = None) -> tuple[BucketLine, ...]:
    """The open accounts by currency and bucket on a day (None: today). Raises `Refused`: report_day_not_come."""
    day = _come(desk, on or desk.clock.today())
    groups: dict[Group, _Bucket] = {}
    for file in _all_files(desk):
        for one in standings(file, day):
            if not one.ended and one.owed.minor:
                groups.setdefault(_group(one), _Bucket()).take(one.owed, _account_case(file, one))
    counts, sums = Counter[str](), Counter[str]()
    for (currency, _, _), mine in groups.items():
        counts[currency] += len(mine.cases)
        sums[currency] += mine.minor
    return tuple(
        BucketLine(
            *key, len(mine.cases), counts[key[0]], Money(mine.minor, key[0]), Money(sums[key[0]], key[0]), mine.cases
        )
        for key, mine in _in_order(groups)
    )


def movement_lines(desk: Desk, from_on: date, to_on: date) -> tuple[MovementLine, ...]:
    """What became of the accounts that were open on one day by another: a line a currency and bucket of the first day.

    Raises `Refused`: dates_reversed, report_day_not_come.
    """
    if _come(desk, to_on) < from_on:
        raise Refused(Finding("dates_reversed", "report.to"))
    groups: dict[Group, _Movement] = {}
    for file in _all_files(desk):
        later = {one.account.id: one for one in standings(file, to_on)}
        for before in standings(file, from_on):
            if before.ended or not before.owed.minor:
                continue
            move = moved(before, later[before.account.id])
            mine = groups.setdefault(_group(before), _Movement())
            mine.take(move, before.owed, _account_case(file, before, move))
    return tuple(
        MovementLine(
            *key,
            {kind: mine.counts[kind] for kind in MOVES},
            {kind: Money(mine.minors[kind], key[0]) for kind in MOVES},
            mine.cases,
        )
        for key, mine in _in_order(groups)
    )


def packet_lines(desk: Desk) -> tuple[PacketLine, ...]:
    """The applications by bank, the bank with most of them first."""
    groups: dict[str, _Packets] = {}
    for file in files_of(desk, cases_with(desk, PrintedPacket), packets.LOOKS_AT):
        for one in applied(file):
            who = file.case.id, file.case.number, file.debtor.name
            line = ReportCase(*who, one.bank, "", one.days_to_packet, None, one.outcome)
            groups.setdefault(bank_key(one.bank), _Packets(one.bank)).take(one, line)
    return tuple(sorted((group.line() for group in groups.values()), key=lambda line: (-line.sent, line.bank)))


def _come(desk: Desk, day: date) -> date:
    """A day that can be told of: what is paid by one that has not come, nobody knows."""
    if day > desk.clock.today():
        raise Refused(Finding("report_day_not_come", "report.to", {"day": day.isoformat()}))
    return day


def _all_files(desk: Desk) -> Iterator[CaseFile]:
    return files_of(desk, cases_with(desk, Account), standing.LOOKS_AT)


def _account_case(file: CaseFile, one: Standing, became: str = "") -> ReportCase:
    account = one.account
    who = file.case.id, file.case.number, file.debtor.name
    days = one.days if one.bucket else None  # nobody knows a due day
    return ReportCase(*who, account.bank, account.tail, days, one.owed, became)


def _group(one: Standing) -> Group:
    return one.owed.currency, one.rank, one.bucket


def _in_order(groups: Mapping[Group, Gathered]) -> list[tuple[Group, Gathered]]:
    return sorted(groups.items(), key=lambda one: (currency_rank(one[0][0]), one[0][1]))


def _kept_cases() -> Kept[ReportCase]:
    """The cases of a figure, packed: those of a large desk are many, and few of them are ever looked at."""
    return Kept(_values, _report_case, marshal.dumps, marshal.loads, compressed_from=0)


def _values(one: ReportCase) -> tuple[str | int | None, ...]:
    amount = (one.amount.minor, one.amount.currency) if one.amount is not None else (None, None)
    return one.case_id, one.number, one.name, one.bank, one.tail, one.days, *amount, one.became


def _report_case(values: tuple[Any, ...]) -> ReportCase:
    case_id, number, name, bank, tail, days, minor, currency, became = values
    amount = None if minor is None else Money(minor, currency)
    return ReportCase(case_id, number, name, bank, tail, days, amount, became)


@dataclass(slots=True)
class _Bucket:
    """What was read of a bucket so far."""

    minor: int = 0
    cases: Kept[ReportCase] = field(default_factory=_kept_cases)

    def take(self, owed: Money, line: ReportCase) -> None:
        self.minor += owed.minor
        self.cases.append(line)


@dataclass(slots=True)
class _Movement:
    """What was read of a bucket of the first day so far."""

    counts: Counter[Move] = field(default_factory=Counter)
    minors: Counter[Move] = field(default_factory=Counter)
    cases: Kept[ReportCase] = field(default_factory=_kept_cases)

    def take(self, move: Move, owed: Money, line: ReportCase) -> None:
        self.counts[move] += 1
        self.minors[move] += owed.minor
        self.cases.append(line)


@dataclass(slots=True)
class _Packets:
    """What was read of a bank's applications so far; ``to_packet``, ``to_answer``: how many took so many days."""

    bank: str
    counts: Counter[Outcome] = field(default_factory=Counter)
    to_packet: Counter[int] = field(default_factory=Counter)
    to_answer: Counter[int] = field(default_factory=Counter)
    cases: Kept[ReportCase] = field(default_factory=_kept_cases)

    def take(self, one: Applied, line: ReportCase) -> None:
        self.counts[one.outcome] += 1
        self.to_packet[one.days_to_packet] += 1
        if (days := one.days_to_answer) is not None:
            self.to_answer[days] += 1
        self.cases.append(line)

    def line(self) -> PacketLine:
        return PacketLine(
            self.bank,
            {kind: self.counts[kind] for kind in OUTCOMES},
            median_of(self.to_packet) or Fraction(0),
            median_of(self.to_answer),
            self.cases,
        )


def median_of(counted: Counter[int]) -> Fraction | None:
    """The median of numbers of which is known how often each came; of an even count the mean of the middle two."""
    numbers = sorted(counted)
    passed = list(accumulate(counted[one] for one in numbers))
    if not passed:
        return None
    middle = [numbers[bisect_right(passed, at)] for at in ((passed[-1] - 1) // 2, passed[-1] // 2)]
    return Fraction(sum(middle), 2)
