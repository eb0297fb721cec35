"""The month of a case divided over its accounts by budget and pack, and where each offer leads; nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import account, case_file, plan, terms
from workstation.actions.plans.shares import kept_terms, shares_of, usual_division
from workstation.actions.plans.versions import first_terms
from workstation.dates import add_months
from workstation.money import Money
from workstation.plan.options.shares import Division
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.terms import Every, FixedPayment
from workstation.policy.pack import packs

NONE = Money(0)
CARD = account()
LOAN = account(
    id="a2", bank="平安银行", number="1234", principal=Money(20_000_00), interest=NONE, penalty=NONE, fees=NONE
)
SMALL = replace(LOAN, id="a3", number="7777", principal=Money(1_800_00))
FILE = case_file(accounts=(CARD, LOAN, SMALL))


def line(found, account_id: str):
    return next(one for one in found.lines if one.share.account.id == account_id)


def test_budget_and_pack_say_how_to_divide():
    """4,640.00 less 3,436.00 is 1,204.00; a tenth is kept back."""
    assert usual_division(FILE) == Division(Money(1083_60), Money(100_00), 10_00)
    tw = replace(FILE, pack=packs()["tw-prenegotiation"])
    assert usual_division(tw) == Division(Money(1083_60)), "its amounts are dollars, not the household's yuan"
    dollars = replace(tw, budget=replace(FILE.budget, lines=(), currency="TWD"))
    assert usual_division(dollars) == Division(Money(0, "TWD"), None, 100)


def test_each_offer_leads_to_a_plan_within_it():
    found = shares_of(FILE)
    assert [one.share.offer.text() for one in found.lines] == ["730.00", "250.00", "100.00"]
    assert (found.shares.offered, found.shares.left) == (Money(1080_00), Money(3_60))
    for one in found.lines:
        assert one.terms is not None and one.plan == schedule(one.terms)
        assert max(row.payment for row in one.plan.rows) <= one.share.offer == one.terms.affordable
    small = line(found, "a3")
    assert (len(small.plan.rows), small.plan.rows[-1].due_on) == (18, date(2028, 5, 23))
    assert [one.code for one in line(found, "a1").findings] == ["cap_term"]


def test_a_trial_goes_on_from_what_is_tried_else_from_what_is_kept():
    kept = terms(LOAN, instalments=24, down_payment=Money(2_000_00))
    file = replace(FILE, plans=(*FILE.plans, plan(id="p2", account_id="a2", terms=kept)))
    assert kept_terms(file, "a2") == kept
    assert line(shares_of(file), "a2").terms == replace(kept, instalments=None, affordable=Money(250_00))
    tried = replace(kept, down_payment=Money(5_000_00), fixed=(FixedPayment(1, Money(1_00)),))
    found = line(shares_of(file, trials={"a2": tried}), "a2")
    assert found.terms == replace(tried, instalments=None, affordable=Money(250_00), fixed=())
    assert len(found.plan.rows) == 60, "15,000.00 by 250.00"


@pytest.mark.parametrize(
    "tried", [terms(LOAN, method="lump_sum", instalments=1), terms(replace(LOAN, principal=Money(1)), instalments=3)]
)
def test_terms_set_by_row_or_of_another_balance_give_way_to_a_first_trial(tried):
    first = first_terms(LOAN, FILE.today, FILE.debtor.pay_day)
    found = line(shares_of(FILE, trials={"a2": tried}), "a2")
    assert found.terms == replace(first, instalments=None, affordable=Money(250_00))


@pytest.mark.parametrize(
    ("pay_day", "due_day", "first_due"),
    [
        (15, 10, date(2026, 12, 15)),  # when there is money
        (31, 10, date(2026, 12, 31)),
        (None, 10, date(2026, 12, 10)),
        (None, None, add_months(FILE.today, 1)),
    ],
)
def test_a_first_trial_is_due_on_the_pay_day(pay_day, due_day, first_due):
    file = replace(FILE, debtor=replace(FILE.debtor, pay_day=pay_day), plans=(), choices=())
    file = replace(file, accounts=tuple(replace(one, due_day=due_day) for one in file.accounts))
    assert {one.terms.first_due for one in shares_of(file).lines if one.terms} == {first_due}


@pytest.mark.parametrize(("every", "payment"), [(Every(0, 7), 58_33), (Every(3), 750_00), (Every(0, 14), 116_66)])
def test_a_month_is_brought_to_the_step_of_the_plan(every, payment):
    tried = terms(LOAN, every=every, instalments=10)
    assert line(shares_of(FILE, trials={"a2": tried}), "a2").terms.affordable == Money(payment)


def test_what_gets_nothing_or_cannot_be_paid_has_no_plan():
    nothing = shares_of(FILE, Division(NONE))
    assert all((one.terms, one.plan) == (None, None) for one in nothing.lines)
    dear = terms(LOAN, method="equal_instalment", rate=replace(terms().rate, value=terms().rate.value + 2))
    (finding,) = line(shares_of(FILE, trials={"a2": dear}), "a2").findings
    assert finding.code == "negative_amortisation"
    assert line(shares_of(FILE, trials={"a2": dear}), "a2").terms is None


def test_what_statements_prove_is_held_against_the_sum():
    assert [one.code for one in shares_of(FILE, proved=Money(1079_99)).shares.findings] == ["shares_beyond_proved"]
    assert shares_of(FILE, proved=Money(1080_00)).shares.findings == ()
