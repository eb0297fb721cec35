"""The bank's counter-offer and the sheet for the debtor: differences line by line, three answers, every version kept."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.builders import account
from tests.ui.driver import Driver
from ui.pages.plan.page import PlanPage
from workstation.actions import cases
from workstation.actions.cases import load_case
from workstation.casework.gates import missing
from workstation.dates import FixedClock
from workstation.profile.case import Stage
from workstation.rates import Rate


@pytest.fixture
def page(driver: Driver) -> PlanPage:
    """Sixty instalments without interest, kept and chosen; the counter-offer in view."""
    case = driver.new_case("欧阳·阿依古丽")
    card = account(case_id=case.file.case.id, rate=Rate(Decimal("0.18")), due_day=10)
    driver.window.session.run(cases.save_account, card)
    opened = driver.page("plan")
    driver.fill(opened.inputs.form, {"treat_interest": "waive", "treat_fees": "waive", "instalments": "60"})
    driver.command("primary")
    driver.click(opened.tabs.tabs["counter"])
    return opened


def lines(page: PlanPage) -> dict[str, tuple[str, ...]]:
    content = page.counter.table.content
    return {row.field: tuple(column.text(row) for column in content.columns[1:]) for row in content.rows}


def test_without_a_version_it_says_what_to_do_first(driver) -> None:
    driver.new_case("张伟")
    page = driver.page("plan")
    assert "先保留" in page.counter.status.whole
    assert not page.counter.accept_button.isEnabled()


def test_the_same_terms_differ_in_nothing(page) -> None:
    assert lines(page) == {}
    assert not page.counter.refuse_button.isEnabled()


def test_each_difference_tells_what_it_does_to_payment_and_total(driver, page) -> None:
    driver.fill(page.counter.form, {"instalments": "36", "treat_interest": "in_plan"})
    found = lines(page)
    assert found["instalments"] == ("60", "36", "+555.55", "0")
    assert found["treat_interest"] == ("免除", "分期", "+135.71", "+8,142.10")
    assert found["result.total"][:2] == ("50,000.00", "58,142.10")


def test_accepting_keeps_chooses_and_records_the_grant(driver, page) -> None:
    driver.fill(page.counter.form, {"instalments": "36", "by": "信用卡中心 陈经理", "note": "电话回复"})
    driver.click(page.counter.accept_button)
    file = driver.case.file
    assert not any(one.code.startswith("approval") for one in missing(file, Stage.PLAN))
    assert "银行自己" in page.approvals.note.text()
    assert "银行自己的条件" in page.columns.kept[file.chosen(file.accounts[0].id).id].needs.whole
    ours, theirs = file.plans
    assert file.chosen(ours.account_id) == theirs
    assert (theirs.terms.instalments, theirs.why) == (36, "电话回复")
    assert file.decision(ours.id, "bank").decision == "countered"
    assert file.decision(theirs.id, "bank").decision == "granted"


def test_an_offer_holds_until_its_day_and_is_told_when_it_is_past(driver, desk, page) -> None:
    driver.fill(page.counter.form, {"instalments": "36", "by": "陈经理", "valid_until": "2026-11-22"})
    assert page.counter.form.fields["valid_until"].message.startswith("△")
    driver.click(page.counter.accept_button)
    assert len(driver.case.file.plans) == 1  # past: nothing is taken
    driver.fill(page.counter.form, {"valid_until": "2026-11-30"})
    driver.click(page.counter.accept_button)
    file = driver.case.file
    assert [one.valid_until for one in file.replies] == [date(2026, 11, 30)] * 2
    assert "2026-11-30" in page.counter.standing.text()
    desk.clock = desk.store._clock = FixedClock(datetime(2026, 12, 1, 9, tzinfo=UTC))
    page.load(load_case(desk, file.case.id))
    assert page.counter.standing.text().startswith("△")
    driver.fill(page.counter.form, {"instalments": "24", "by": "陈经理", "valid_until": "2026-12-31"})
    driver.click(page.counter.refuse_button)
    assert "2026-12-31" in page.counter.standing.text()  # a later answer takes the place of one that has expired


def test_staying_with_ours_keeps_theirs_on_record(driver, page) -> None:
    driver.fill(page.counter.form, {"instalments": "36", "by": "陈经理"})
    driver.click(page.counter.refuse_button)
    file = driver.case.file
    assert len(file.plans) == 2
    assert file.chosen(file.plans[0].account_id) == file.plans[0]


def test_countering_goes_on_from_their_terms(driver, page) -> None:
    driver.fill(page.counter.form, {"instalments": "36", "by": "陈经理"})
    driver.click(page.counter.counter_button)
    assert len(page.made.rows) == 36
    assert page.tabs.shown == "schedule"
    page.inputs.undo()
    assert len(page.made.rows) == 60


def test_an_answer_needs_a_name(driver, page) -> None:
    driver.fill(page.counter.form, {"instalments": "36"})
    driver.click(page.counter.accept_button)
    assert page.counter.form.fields["by"].wrong
    assert len(driver.case.file.plans) == 1


def test_the_sheet_for_the_debtor_is_written(driver, page, tmp_path) -> None:
    driver.answers.paths.append(tmp_path / "sheet.pdf")
    driver.click(page.tabs.sheet_button)
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_a_sheet_without_a_kept_plan_says_what_is_missing(driver) -> None:
    case = driver.new_case("张伟")
    driver.window.session.run(cases.save_account, account(case_id=case.file.case.id))
    page = driver.page("plan")
    driver.click(page.tabs.sheet_button)
    assert page.note.text()
    assert driver.answers.proposals == []
