"""In the window one application speaks for all creditors: whom it goes to, what it covers, and one plan for every account."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import account
from workstation.actions import cases
from workstation.money import Money
from workstation.policy.pack import packs
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.case import Case

LARGEST, OTHER = "台新國際商業銀行", "玉山商業銀行"


@pytest.fixture
def case(driver, desk):
    """The page view of a case with three accounts at two banks."""
    desk.packs = packs()
    case_id = desk.run(cases.new_case, "陳怡君")
    desk.run(cases.choose_pack, case_id, "tw-prenegotiation", desk.store.get(Case, case_id))
    none = Money.zero("TWD")
    for no, (bank, principal) in enumerate(((OTHER, 200_000), (LARGEST, 150_000), (LARGEST, 100_000)), 1):
        owed = replace(
            account(id=f"t{no}", case_id=case_id, bank=bank, number=f"540800000000{no:04d}", currency="TWD"),
            principal=Money(principal * 100, "TWD"), interest=none, penalty=none, fees=none, limit=none, minimum_due=none,
        )  # fmt: skip
        desk.run(cases.save_account, owed)
    lines = (BudgetLine("income", "wage", Money(20_000_00, "TWD")),)
    desk.run(cases.save_budget, Budget(case_id, lines, "TWD"))
    driver.window.workbench.open_case(case_id)
    return driver.window.workbench.case


def test_the_application_page_offers_the_largest_creditor_for_all(case):
    case.turn_to("application")
    page = case.pages["application"]
    assert [page.bank.itemText(number) for number in range(page.bank.count())] == [LARGEST]
    assert "2 家债权人、3 个账户" in page.filing.text()
    offered = [line.kind for line in page.list.table.content.rows]
    assert "statement" in offered and "creditors" in offered
    assert "hardship" not in offered and "budget" not in offered


def test_one_press_plans_every_account_in_two_stages(case, desk):
    case.turn_to("plan")
    assert case.pages["plan"].tabs.tabs["costs"].isHidden()  # a rule of the mainland
    shares = case.pages["plan"].shares
    shares.form.fields["monthly"].editor.setText("4,500")
    shares.plan_stages()
    file = cases.load_case(desk, case.pages["plan"].file.case.id)
    steps = [plan.terms.steps[0].amount for plan in file.chosen_plans]
    assert steps == [Money(2_000_00, "TWD"), Money(1_500_00, "TWD"), Money(1_000_00, "TWD")]
    assert {plan.terms.instalments for plan in file.chosen_plans} == {100}


def test_where_each_bank_is_asked_apart_nothing_of_it_is_shown(case, desk):
    case.turn_to("application")
    for kept in case.pages["application"].file.accounts:
        yuan = {name: Money(getattr(kept, name).minor) for name in ("principal", "interest", "penalty", "fees")}
        desk.run(cases.save_account, replace(kept, currency="CNY", limit=None, minimum_due=None, **yuan), kept)
    desk.run(cases.choose_pack, case.pages["application"].file.case.id, "cn-card")
    page = case.pages["application"]
    assert page.bank.count() == 2 and page.filing.isHidden()
    case.turn_to("plan")
    assert case.pages["plan"].shares.stages_button.isHidden()
