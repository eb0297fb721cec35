"""The debts of one household in each order of paying them: what a case brings to the comparison, and what keeps it back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import owed_today
from workstation.dates import add_months
from workstation.errors import Finding, Refused, refuse_if
from workstation.money import Money
from workstation.plan.debt.balances import Balances
from workstation.plan.options.options import spendable
from workstation.plan.options.priority import DEBTS_MAX, Conditions, Debt, Method, Ordered, cheapest, orders
from workstation.profile.account import Account
from workstation.profile.account_fact import securities
from workstation.wording import Wording

Minimum = Literal["token", "contract"]
MINIMUMS: Final[tuple[Minimum, ...]] = ("token", "contract")


@dataclass(frozen=True, slots=True)
class DebtOrders:
    """``accounts`` in the order of the case, each with its own ``minimums``; the ``orders`` under ``conditions``; the cheapest."""

    accounts: tuple[Account, ...]
    minimums: tuple[Money, ...]
    conditions: Conditions
    orders: tuple[Ordered, ...]
    cheapest: tuple[Method, ...]

    def account(self, debt_id: str) -> Account:
        """The account behind a debt."""
        return next(one for one in self.accounts if one.id == debt_id)


def debt_orders(
    file: CaseFile, monthly: Money | None = None, minimum: Minimum = "token", token: Money | None = None
) -> DebtOrders:
    """Every order for the open accounts in the household's currency, paid on the pay day of each month from the next one on.

    ``monthly``: what is paid a month; else the surplus less its margin. ``minimum``: what each debt gets at least, ``token``
    (none: nothing), or its own minimum due. Raises `Refused`: ``priority_rate_missing``, ``priority_minimum_missing``, and
    as `orders`.
    """
    accounts = _owing(file)
    refuse_if(_unknown(accounts, minimum))
    debts = [_debt(file, one, _minimum(one, minimum, token)) for one in accounts]
    paid = monthly if monthly is not None else spendable(file.budget.surplus, file.pack)
    first_on = add_months(file.today, 1, file.debtor.pay_day or file.today.day)
    conditions = Conditions(paid, file.today, first_on, file.pack.debt_order.criteria if file.pack.debt_order else ())
    found = orders(debts, conditions)
    return DebtOrders(accounts, tuple(debt.minimum for debt in debts), conditions, found, cheapest(found))


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One order in words: ``steps`` are the debts one after the other with the day on which each is gone.

    ``first_on`` and ``last_on`` are empty, ``paid`` and ``cost`` None, for what is never paid off.
    """

    title: str
    steps: str
    first_on: str
    last_on: str
    months: int | None
    paid: Money | None
    cost: Money | None
    cheapest: bool


def order_lines(found: DebtOrders, words: Wording) -> tuple[OrderLine, ...]:
    """The orders as papers show them."""
    return tuple(_line(found, one, words) for one in found.orders)


def _line(found: DebtOrders, one: Ordered, words: Wording) -> OrderLine:
    first, ends = one.first_cleared, one.last_on is not None
    return OrderLine(
        words.text(f"debt_order.{one.method}"),
        _steps(found, one, words),
        words.day(first.last_on) if first else "",
        words.day(one.last_on),
        len(one.payments) if ends else None,
        one.paid if ends else None,
        one.cost if ends else None,
        one.method in found.cheapest,
    )


def _steps(found: DebtOrders, one: Ordered, words: Wording) -> str:
    """Those that share a rank are paid side by side."""
    ranks: dict[int, list[str]] = {}
    for debt in one.debts:
        account = found.account(debt.debt_id)
        on = words.day(debt.last_on) if debt.last_on else words.text("debt_order.never")
        named = {"bank": account.bank, "tail": account.tail, "day": on}
        ranks.setdefault(debt.rank, []).append(words.text("debt_order.step", named))
    return " → ".join(" + ".join(ranks[rank]) for rank in sorted(ranks))


def _owing(file: CaseFile) -> tuple[Account, ...]:
    owing = (owed_today(file, one) for one in file.planned_accounts)
    found = tuple(one for one in owing if one.owed and one.currency == file.budget.currency)
    if len(found) < 2:
        raise Refused(Finding("priority_count", "debts", {"count": str(len(found)), "most": str(DEBTS_MAX)}))
    return found


def orders_or_why(file: CaseFile) -> DebtOrders | tuple[Finding, ...]:
    """The orders by the pack's token payments for a paper, or what is missing; nothing where there are no two debts to order."""
    token = file.pack.limits.token_payment
    least = (
        Money(token, file.budget.currency) if token is not None and file.budget.currency == file.pack.currency else None
    )
    try:
        return debt_orders(file, token=least)
    except Refused as refused:
        return tuple(one for one in refused.findings if one.code != "priority_count")


def _unknown(accounts: tuple[Account, ...], minimum: Minimum) -> Iterator[Finding]:
    """What an order cannot be reckoned without; nothing stands in for it."""
    for account in accounts:
        named = {"bank": account.bank, "tail": account.tail}
        if account.rate is None:
            yield Finding("priority_rate_missing", f"account.{account.id}", named)
        if minimum == "contract" and account.minimum_due is None:
            yield Finding("priority_minimum_missing", f"account.{account.id}", named)


def _minimum(account: Account, minimum: Minimum, token: Money | None) -> Money:
    asked = account.minimum_due if minimum == "contract" else token
    return asked or Money.zero(account.currency)


def _debt(file: CaseFile, account: Account, minimum: Money) -> Debt:
    assert account.rate is not None  # else it was refused
    growth = file.pack.growth_of(account.product)
    return Debt(
        account.id,
        Balances.of(account),
        min(minimum, account.owed),
        account.rate.per_day(growth.year_days),
        growth.compounding == "monthly",
        account.due_on,
        file.pack.allocation,
        bool(securities(file.facts, account.id)),
    )
