"""Budget lines of any period come exactly to a month; the surplus is what is left after priority debts."""

from __future__ import annotations

from datetime import date

import pytest

from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.budget import Budget, BudgetLine


@pytest.mark.parametrize(
    ("amount", "every", "monthly"),
    [
        (300_00, "week", 1300_00),
        (600_00, "fortnight", 1300_00),
        (1000_00, "month", 1000_00),
        (3000_00, "quarter", 1000_00),
        (6000_00, "half_year", 1000_00),
        (12000_00, "year", 1000_00),
        (100, "year", 8),
        (1, "year", 0),
    ],
)
def test_every_period_comes_to_a_month(amount, every, monthly):
    assert BudgetLine("income", "wage", Money(amount), every).monthly() == Money(monthly)


def test_surplus_takes_spending_and_priority_debts_off():
    lines = (
        BudgetLine("income", "wage", Money(5000_00)),
        BudgetLine("expense", "rent", Money(2000_00)),
        BudgetLine("priority_debt", "mortgage", Money(3500_00)),
    )
    assert Budget("c", lines).surplus == Money(-500_00)
    assert Budget("c").surplus == Money(0)


def test_an_account_owes_all_its_components():
    account = Account(
        "a", "c", "招商银行", "6225881234566214", principal=Money(1), interest=Money(20), penalty=Money(300)
    )
    assert account.owed == Money(321)
    assert account.tail == "6214"


def test_days_overdue_count_from_the_due_day():
    account = Account("a", "c", "b", "1", due_on=date(2026, 8, 17))
    assert account.days_overdue(date(2026, 11, 23)) == 98
    assert (account.overdue_since, account.days_overdue(date(2026, 8, 18))) == (date(2026, 8, 18), 1)
    assert account.days_overdue(date(2026, 8, 17)) == 0
    assert account.days_overdue(date(2026, 8, 1)) == 0
    assert Account("a", "c", "b", "1").days_overdue(date(2026, 8, 1)) == 0
