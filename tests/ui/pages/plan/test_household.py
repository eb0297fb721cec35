"""The household on the planning page: what a month leaves for the account, and nothing said to break without a budget."""

from __future__ import annotations

from tests.builders import account, case_file
from ui.pages.plan.stress import ORDER
from workstation.actions import cases


def test_without_a_budget_nothing_is_said_to_break(driver) -> None:
    case = driver.new_case("张伟")
    driver.window.session.run(cases.save_account, account(case_id=case.file.case.id))
    opened = driver.page("plan")
    assert [opened.stress.results[name].whole for name in ORDER] == ["—"] * len(ORDER)


def test_the_options_say_what_a_month_leaves_for_the_account(driver) -> None:
    """1,204.00 less a tenth; all of it, as there is one account."""
    case = driver.new_case("张伟")
    run = driver.window.session.run
    run(cases.save_account, account(case_id=case.file.case.id))
    run(cases.save_budget, case.file.budget.__class__(case.file.case.id, case_file().budget.lines))
    assert "1,083.60" in driver.page("plan").options.why.text()
