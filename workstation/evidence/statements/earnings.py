"""Income by who pays it: regular payers, the last six months, and what came before and after the day from which hardship is
claimed. All over statements of one person; months count whole, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import chain, pairwise
from typing import Final, Literal

from workstation.characters import middle_dots
from workstation.dates import add_months, month_end
from workstation.evidence.statements.cells import plain
from workstation.evidence.statements.continuity import Period, by_account, periods
from workstation.evidence.statements.income import months, names_wage
from workstation.evidence.statements.transactions import Statement, Transaction
from workstation.folding import folded, same_text
from workstation.money import HALF_UP, Money, total

PayerKind = Literal["wage", "regular", "other"]

_LEAST_MONTHS: Final = 3  # two payments may be chance
_LONGEST_PAUSE: Final = 2  # one month may be missed: pay of a month's end slips into the next
_ALIKE: Final = Fraction(1, 4)  # overtime and deductions; most months lie this close to the usual one
_NUMBERS: Final = re.compile(r"[\d*＊.…xX-]{4,}")
"""The number of an account, whole, cut or masked."""
_COVERED_NUMBERS: Final = re.compile(r"[*＊.…xX-]*\d[\d*＊.…xX-]{3,}")
"""As above, but with a figure: a name may be covered by as many asterisks."""
_PARTS: Final = re.compile(r"[/／,，;；:：|()（）\[\]【】]")
_BESIDE: Final = re.compile("银行|[支分]行|信用社|农商|个人|本人|账户|帐户|支付宝|微信|财付通|[Bb]ank")
"""What may stand beside a holder's name; a company with the name of whoever signs for it is a payer."""
_NO_PAYER: Final = ("利息", "结息", "INTEREST")


@dataclass(frozen=True, slots=True)
class Payer:
    """Who pays in. ``by_month``: month as 2025-01 → what came in it. ``usual``: the middle one of these months.

    ``kind``: wage (names itself as pay), regular (comes month after month in like amounts), other.
    """

    name: str
    kind: PayerKind
    by_month: tuple[tuple[str, Money], ...]
    usual: Money
    usual_day: int
    last_on: date

    def paid_in(self, month: str) -> Money:
        """What came in a month."""
        return dict(self.by_month).get(month, Money.zero(self.usual.currency))


@dataclass(frozen=True, slots=True)
class MonthIncome:
    """One month over all statements; ``covered``: those of at least one account cover every day of it."""

    month: str
    wages: Money
    regular: Money
    other: Money
    covered: bool

    @property
    def income(self) -> Money:
        """All of it."""
        return total((self.wages, self.regular, self.other))


@dataclass(frozen=True, slots=True)
class Earnings:
    """All payers, the largest first, and every month of the statements in order, in one currency."""

    payers: tuple[Payer, ...]
    months: tuple[MonthIncome, ...]
    currency: str

    def half_year(self, today: date) -> tuple[MonthIncome, ...]:
        """The six full months before ``today``'s; a month without a statement counts as not covered."""
        known = {one.month: one for one in self.months}
        wanted = [f"{add_months(date(today.year, today.month, 1), -back):%Y-%m}" for back in range(6, 0, -1)]
        none = Money.zero(self.currency)
        return tuple(known.get(month) or MonthIncome(month, none, none, none, False) for month in wanted)


def earnings(statements: Sequence[Statement], holder: str = "", currency: str = "CNY") -> Earnings:
    """Income of all statements that show income, in one currency. Money from ``holder`` is the person's own and no income."""
    shown = [one for one in statements if one.shows_income and one.currency == currency]
    rows = [row for one in shown for row in one.transactions if _counts(row, currency)]
    by_name: dict[str, list[Transaction]] = {}
    for name, paid in _by_written_name(rows, holder).items():
        by_name.setdefault(folded(name), []).extend(paid)
    payers = tuple(sorted((_payer(_name(paid[0]), paid) for paid in by_name.values()), key=_rank))
    return Earnings(payers, tuple(_months(shown, payers, currency)), currency)


def _by_written_name(rows: Sequence[Transaction], holder: str) -> Mapping[str, list[Transaction]]:
    """Rows by their payer as printed, without those that the holder paid: each writing of a name is compared once."""
    by_name: dict[str, list[Transaction]] = {}
    own = {row.counterparty for row in rows if row.counterparty and holder}
    own = {name for name in own if _names(name, holder)}
    for row in rows:
        if row.counterparty not in own:
            by_name.setdefault(_name(row), []).append(row)
    return by_name


def _names(counterparty: str, holder: str) -> bool:
    """Whether the other side is the holder: alone, or beside a number or a bank (``6217***1234/张三``)."""
    if same_text(counterparty, holder):
        return True
    bare = _NUMBERS.sub("/", counterparty)
    for parts in (_PARTS.split(bare), _PARTS.split("/".join(bare.split()))):
        others = [part for part in parts if part.strip() and not same_text(part, holder)]
        if len(others) < len([part for part in parts if part.strip()]) and all(map(_BESIDE.search, others)):
            return True
    return False


def maybe_own(found: Earnings, holder: str) -> tuple[Payer, ...]:
    """Payers whose name is covered but for signs that stand in the holder's name at the same place (``张*`` of 张三): money of
    theirs counts as income, and may be the holder's own.
    """
    signs = _signs(holder)
    return tuple(payer for payer in found.payers if _may_name(payer.name, signs))


def _may_name(name: str, holder: str) -> bool:
    parts = [part for part in _PARTS.split(_COVERED_NUMBERS.sub("/", name)) if part.strip()]
    others = [part for part in parts if not _covered(part, holder)]
    return len(others) < len(parts) and all(map(_BESIDE.search, others))


def _covered(part: str, holder: str) -> bool:
    """Whether a name is covered in part, sign by sign, and shows nothing else than the holder's."""
    signs = _signs(part)
    pairs = list(zip(signs, holder, strict=False))
    fits = len(signs) == len(holder) and all(one in ("*", other) for one, other in pairs)
    return fits and "*" in signs and any(one == other for one, other in pairs)


def _signs(name: str) -> str:
    """A name sign by sign, folded, its middle dots left out."""
    return "".join(sign for sign in folded(name) if sign not in middle_dots() and not sign.isspace())


def average(found: Iterable[MonthIncome], currency: str = "CNY") -> Money | None:
    """Mean income of the months that are covered; None when none is."""
    amounts = [one.income for one in found if one.covered]
    return total(amounts, currency).times(Fraction(1, len(amounts)), HALF_UP) if amounts else None


def _counts(row: Transaction, currency: str) -> bool:
    return row.kind == "income" and row.amount.currency == currency


def _name(row: Transaction) -> str:
    """The other side, or the words of the row where it prints none."""
    return plain(row.counterparty) or plain(row.text)


def _payer(name: str, paid: list[Transaction]) -> Payer:
    sums: dict[str, Money] = {}
    for row in paid:
        month = f"{row.on:%Y-%m}"
        sums[month] = sums[month] + row.amount if month in sums else row.amount
    by_month = tuple(sorted(sums.items()))
    days = sorted(row.on.day for row in paid)
    usual = _middle([amount for _, amount in by_month])
    return Payer(name, _kind(paid, by_month, usual), by_month, usual, days[len(days) // 2], max(row.on for row in paid))


def _kind(paid: list[Transaction], by_month: Sequence[tuple[str, Money]], usual: Money) -> PayerKind:
    if any(names_wage(row.counterparty, row.text) for row in paid):
        return "wage"
    if any(word in f"{row.counterparty} {row.text}".upper() for row in paid for word in _NO_PAYER):
        return "other"
    places = [int(month[:4]) * 12 + int(month[5:]) for month, _ in by_month]
    steady = all(after - before <= _LONGEST_PAUSE for before, after in pairwise(places))
    alike = sum(abs(amount.minor - usual.minor) <= usual.minor * _ALIKE for _, amount in by_month)
    regular = len(by_month) >= _LEAST_MONTHS and steady and 3 * alike >= 2 * len(by_month)
    return "regular" if regular else "other"


def _middle(amounts: Sequence[Money]) -> Money:
    return sorted(amounts)[len(amounts) // 2]


def _rank(payer: Payer) -> tuple[int, int, str]:
    """Wages first, then regular payers, then the others; the larger before the smaller."""
    return (
        ("wage", "regular", "other").index(payer.kind),
        -sum(amount.minor for _, amount in payer.by_month),
        payer.name,
    )


def _months(statements: Sequence[Statement], payers: Sequence[Payer], currency: str) -> Iterator[MonthIncome]:
    wanted = sorted({one.month for statement in statements for one in months(statement)})
    sums: dict[tuple[str, PayerKind], Money] = {}
    none = Money.zero(currency)
    spans = tuple(chain.from_iterable(map(periods, by_account(statements))))
    for payer in payers:
        for month, amount in payer.by_month:
            sums[month, payer.kind] = sums.get((month, payer.kind), none) + amount
    for month in wanted:
        wages, regular, other = (
            sums.get((month, "wage"), none),
            sums.get((month, "regular"), none),
            sums.get((month, "other"), none),
        )
        yield MonthIncome(month, wages, regular, other, any(_covers(span, month) for span in spans))


def _covers(span: Period, month: str) -> bool:
    year, number = int(month[:4]), int(month[5:])
    return span[0] <= date(year, number, 1) and month_end(year, number) <= span[1]
