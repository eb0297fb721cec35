"""The rows of a bank's list as the window shows them, whatever the list is of: ready, asked about, or not taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from workstation.actions.keep.account_match import KnownAccount
from workstation.actions.keep.balance_import import BalancePlan, StatedRow
from workstation.actions.keep.list_answers import OpenRow
from workstation.actions.keep.payment_import import MatchedRow, PaymentPlan
from workstation.errors import Finding
from workstation.money import Money
from workstation.profile.account import Account
from workstation.promise.balance_list import BalanceRow
from workstation.promise.payment_list import PaymentRow

ListPlan = PaymentPlan | BalancePlan
_CELLS = 4
"""How many cells tell a row of which nothing more is known."""


@dataclass(frozen=True, slots=True)
class ListLine:
    """``who``: what the list says of the account; ``amount`` that of a payment, or what is stated, ``ours`` beside it.

    ``asked``: whether a person is to decide; ``taken``: what they said, None while they have not.
    """

    row: int
    who: str
    findings: tuple[Finding, ...]
    asked: bool
    taken: bool | None
    account: Account | None = None
    on: date | None = None
    amount: Money | None = None
    ours: Money | None = None
    candidates: tuple[KnownAccount, ...] = ()

    @property
    def waiting(self) -> bool:
        """Whether its question was not answered yet."""
        return self.asked and self.taken is None


def lines_of(
    plan: ListPlan, said: Mapping[int, bool], offered: Mapping[int, tuple[KnownAccount, ...]]
) -> tuple[ListLine, ...]:
    """Every row in the order of the file. ``said``: row → whether a person takes it; ``offered``: accounts shown for it."""
    asked = [_open(one, said) for one in plan.open]
    rows = {one.row for one in asked}
    found = [*asked, *(_matched(one, said, offered) for one in plan.matched)]
    found += [
        ListLine(number, "  ".join([cell for cell in cells if cell][:_CELLS]), findings, False, False)
        for number, cells, findings in plan.rejected
        if number not in rows
    ]
    return tuple(sorted(found, key=lambda one: one.row))


def _open(one: OpenRow[PaymentRow] | OpenRow[BalanceRow], said: Mapping[int, bool]) -> ListLine:
    """A row whose account is asked for: it can be left out, or taken once somebody chose."""
    row = one.row
    amount = row.total if isinstance(row, BalanceRow) else row.amount
    left = False if said.get(row.row) is False else None
    return ListLine(row.row, _who(row), (one.finding,), True, left, on=row.on, amount=amount, candidates=one.candidates)


def _who(row: PaymentRow | BalanceRow) -> str:
    return "  ".join(filter(None, (row.name, row.number, row.bank)))


def _matched(
    one: MatchedRow | StatedRow, said: Mapping[int, bool], offered: Mapping[int, tuple[KnownAccount, ...]]
) -> ListLine:
    number = one.row.row
    return ListLine(
        number,
        _who(one.row),
        one.doubts,
        bool(one.doubts),
        said.get(number) if one.doubts else True,
        one.account,
        one.row.on,
        one.row.total if isinstance(one, StatedRow) else one.row.amount,
        one.compared.derived.owed if isinstance(one, StatedRow) else None,
        offered.get(number, ()),
    )


def taken_rows(lines: Sequence[ListLine]) -> Iterator[int]:
    """The rows in doubt that a person takes."""
    return (one.row for one in lines if one.asked and one.taken)
