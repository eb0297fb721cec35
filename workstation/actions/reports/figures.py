"""The figures of the reports, each line with the cases that it counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from statistics import median

from workstation.actions.desk import Desk
from workstation.actions.keep.reading import cases_with, files_of
from workstation.bank_names import bank_key
from workstation.casework.case_file import CaseFile
from workstation.casework.printed import PrintedPacket
from workstation.casework.reports.packets import OUTCOMES, Applied, Outcome, applied
from workstation.casework.reports.standing import MOVES, Move, Standing, moved, standings
from workstation.errors import Finding, Refused
from workstation.money import Money, currency_rank, total
from workstation.profile.account import Account


@dataclass(frozen=True, slots=True)
class ReportCase:
    """A case behind a figure. ``tail``: of the account that is counted, empty where a bank is."""

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
    cases: tuple[ReportCase, ...]

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
    cases: tuple[ReportCase, ...]

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
    cases: tuple[ReportCase, ...]

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
    groups: dict[tuple[str, int, str], list[tuple[CaseFile, Standing]]] = {}
    for file in files_of(desk, _all_cases(desk)):
        for one in standings(file, day):
            if not one.ended and one.owed.minor:
                groups.setdefault((one.owed.currency, one.rank, one.bucket), []).append((file, one))
    found = []
    for currency, rank, bucket in sorted(groups, key=lambda key: (currency_rank(key[0]), key[1])):
        mine = groups[currency, rank, bucket]
        alike = [one for (other, _, _), group in groups.items() if other == currency for _, one in group]
        lines = tuple(_account_case(file, one) for file, one in mine)
        sums = (total([one.owed for _, one in mine]), total([one.owed for one in alike]))
        found.append(BucketLine(currency, rank, bucket, len(mine), len(alike), *sums, lines))
    return tuple(found)


def movement_lines(desk: Desk, from_on: date, to_on: date) -> tuple[MovementLine, ...]:
    """What became of the accounts that were open on one day by another: a line a currency and bucket of the first day.

    Raises `Refused`: dates_reversed, report_day_not_come.
    """
    if _come(desk, to_on) < from_on:
        raise Refused(Finding("dates_reversed", "report.to"))
    groups: dict[tuple[str, int, str], list[tuple[Standing, Move, ReportCase]]] = {}
    for file in files_of(desk, _all_cases(desk)):
        later = {one.account.id: one for one in standings(file, to_on)}
        for before in standings(file, from_on):
            if before.ended or not before.owed.minor:
                continue
            move = moved(before, later[before.account.id])
            line = _account_case(file, before, move)
            groups.setdefault((before.owed.currency, before.rank, before.bucket), []).append((before, move, line))
    return tuple(
        _movement(currency, rank, bucket, groups[currency, rank, bucket])
        for currency, rank, bucket in sorted(groups, key=lambda key: (currency_rank(key[0]), key[1]))
    )


def packet_lines(desk: Desk) -> tuple[PacketLine, ...]:
    """The applications by bank, the bank with most of them first."""
    groups: dict[str, list[tuple[Applied, ReportCase]]] = {}
    for file in files_of(desk, cases_with(desk, PrintedPacket)):
        for one in applied(file):
            line = ReportCase(
                file.case.id, file.case.number, file.debtor.name, one.bank, "", one.days_to_packet, None, one.outcome
            )
            groups.setdefault(bank_key(one.bank), []).append((one, line))
    return tuple(sorted((_packets(group) for group in groups.values()), key=lambda line: (-line.sent, line.bank)))


def _come(desk: Desk, day: date) -> date:
    """A day that can be told of: what is paid by one that has not come, nobody knows."""
    if day > desk.clock.today():
        raise Refused(Finding("report_day_not_come", "report.to", {"day": day.isoformat()}))
    return day


def _all_cases(desk: Desk) -> Iterable[str]:
    return cases_with(desk, Account)


def _account_case(file: CaseFile, one: Standing, became: str = "") -> ReportCase:
    account = one.account
    who = file.case.id, file.case.number, file.debtor.name
    return ReportCase(*who, account.bank, account.tail, one.days, one.owed, became)


def _movement(currency: str, rank: int, bucket: str, group: list[tuple[Standing, Move, ReportCase]]) -> MovementLine:
    counts: Counter[Move] = Counter(move for _, move, _ in group)
    amounts = {
        kind: total([Money.zero(currency), *(one.owed for one, move, _ in group if move == kind)]) for kind in MOVES
    }
    return MovementLine(
        currency, rank, bucket, {kind: counts[kind] for kind in MOVES}, amounts, tuple(line for *_, line in group)
    )


def _packets(group: list[tuple[Applied, ReportCase]]) -> PacketLine:
    counts: Counter[Outcome] = Counter(one.outcome for one, _ in group)
    answers = [Fraction(days) for one, _ in group if (days := one.days_to_answer) is not None]
    first = median([Fraction(one.days_to_packet) for one, _ in group])
    return PacketLine(
        group[0][0].bank,
        {kind: counts[kind] for kind in OUTCOMES},
        first,
        median(answers) if answers else None,
        tuple(line for _, line in group),
    )
