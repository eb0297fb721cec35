"""The page of keeping: a payment, a promise with its check, a missed instalment, a new plan and the end, through widgets."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.actions.keep.three_banks import granted, three_banks
from tests.ui.staff import confirm
from workstation.actions.cases import load_case
from workstation.dates import FixedClock
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseChange, PromiseEntry


@pytest.fixture
def case_id(driver, desk):
    case_id, (first, second, _) = three_banks(desk)
    granted(desk, first)
    granted(desk, second, instalments=6)
    driver.workbench.open_case(case_id)
    return case_id


@pytest.fixture
def page(driver, case_id):
    return driver.page("keep")


def put(driver, panel, **values):
    driver.fill(panel.form, values)


def do(driver, page, step, **values):
    """One step of “Schedule and end”."""
    driver.click(page.choices["ending"])
    panel = page.panels["ending"]
    panel.step.load(step)
    panel.step.edited.emit()
    put(driver, panel, **values)
    driver.click(panel.button)


def kept(page):
    return page.accounts.current()


def test_each_account_has_its_line(page):
    texts = [page._progress(one) for one in page.accounts.content.rows]
    assert [text.count("✓") for text in texts] == [4, 4, 0]  # plan, approval, application and reply
    assert texts[2].startswith("○")


def test_no_step_is_preset_once_a_schedule_is_adopted_and_no_reason_of_a_close(driver, desk, page, case_id):
    do(driver, page, "adopt")
    panel = page.panels["ending"]
    driver.click(panel.button)  # a second Ctrl+Enter settled the account, but for what was owed
    assert (panel.step.raw(), panel.form.fields["step"].wrong) == ("", True)
    do(driver, page, "close", reason="通知")
    assert panel.form.fields["how"].wrong
    assert load_case(desk, case_id).ends == ()
    put(driver, panel, how="sold")
    driver.click(panel.button)
    assert [one.how for one in load_case(desk, case_id).ends] == ["sold"]


def test_adopted_paid_by_enter_and_reversed(driver, desk, page):
    do(driver, page, "adopt", document="回复函第3号")
    assert len(page.schedule.content.rows) == 12
    driver.click(page.choices["payments"])
    panel = page.panels["payments"]
    put(driver, panel, amount="1,000.00", reference="T-1")
    QTest.keyClick(panel.form.fields["reference"].editor, Qt.Key.Key_Return)
    assert [one.amount.text() for one in desk.store.find(Payment)] == ["1000.00"]
    assert kept(page).keeping.instalments[0].received.text() == "1000.00"
    panel.table.selectRow(0)
    assert not panel.reverse_button.isEnabled()
    driver.type(panel.reason, "退票")
    driver.click(panel.reverse_button)
    assert [one.amount.text() for one in desk.store.find(Payment)] == ["1000.00", "-1000.00"]
    assert not kept(page).keeping.instalments[0].received


def test_after_a_payment_the_plan_is_of_what_is_owed_today(driver, desk, page):
    first = kept(page).account
    driver.click(page.choices["payments"])
    put(driver, page.panels["payments"], amount="1,000.00")
    driver.click(page.panels["payments"].button)
    plan = driver.page("plan")
    assert plan.account.owed.minor == first.owed.minor - 1_000_00
    assert plan.compared.comparison.plans[0].schedule.terms.components == plan.account.components
    driver.click(plan.tabs.tabs["shares"])
    driver.click(plan.shares.plan_button)
    chosen = load_case(desk, first.case_id).chosen(first.id)
    assert chosen.terms.components == plan.account.components


def test_a_promise_shows_its_check_and_asks_for_a_tick(driver, desk, page):
    driver.click(page.choices["promises"])
    panel = page.panels["promises"]
    put(driver, panel, on="2026-12-05", amount="99,000.00", source="工资")
    assert panel.check is not None and "△" in panel.note.text()
    driver.click(panel.button)
    assert desk.store.find(PromiseEntry) == ()
    driver.click(panel.form.fields["accepted"].editor)
    driver.click(panel.button)
    (entry,) = desk.store.find(PromiseEntry)
    assert "promise_over_owed" in entry.accepted
    panel.table.selectRow(0)
    driver.type(panel.to, "2026-12-12")
    driver.type(panel.reason, "发薪推迟")
    driver.click(panel.move_button)
    assert [one.to for one in desk.store.find(PromiseChange)] == [date(2026, 12, 12)]
    assert panel.table.content.rows[0][1].state == "moved"


def test_a_missed_instalment_is_appended_and_a_broken_schedule_planned_anew(driver, desk, page, case_id):
    do(driver, page, "adopt")
    driver.click(page.choices["instalments"])
    panel = page.panels["instalments"]
    put(driver, panel, reason="住院")
    driver.click(panel.button)
    assert panel.form.fields["kind"].wrong, "no treatment is preset"
    put(driver, panel, kind="append")
    driver.click(panel.button)
    assert panel.form.fields["consent"].wrong
    put(driver, panel, consent="录音 7")
    driver.click(panel.button)
    assert page.schedule.content.rows[-1].due_on == date(2027, 12, 10)
    desk.clock = desk.store._clock = FixedClock(datetime(2027, 1, 20, tzinfo=UTC))
    page.load(load_case(desk, case_id))
    assert kept(page).keeping.broken
    do(driver, page, "replan", reason="减薪")
    assert "V2" in page.panels["ending"].result.text()
    assert load_case(desk, case_id).chosen(kept(page).account.id).version == 2


def test_settled_asks_first_and_reopens(driver, desk, page, case_id):
    do(driver, page, "settle", chase_on="2026-12-23")
    panel = page.panels["ending"]
    assert load_case(desk, case_id).ends == ()
    driver.click(panel.form.fields["confirmed"].editor)
    driver.click(panel.button)
    (end,) = load_case(desk, case_id).ends
    assert (end.how, end.chase_on) == ("settled", date(2026, 12, 23))
    assert not page.panels["payments"].isEnabled()
    do(driver, page, "reopen", reason="误操作")
    assert page.panels["payments"].isEnabled()


def test_a_finding_leads_to_its_account(driver, page):
    third = page.accounts.content.rows[2].account
    driver.case.go_to(f"keep.{third.id}")
    assert kept(page).account.id == third.id
    assert page.choices["ending"].isChecked()


def test_a_long_wait_is_granted_beside_the_promise(driver, desk, page):
    driver.click(page.choices["promises"])
    panel = page.panels["promises"]
    put(driver, panel, on="2027-01-31", amount="100.00", source="年终奖")
    assert panel.grant.isVisible() and not panel.form.fields["accepted"].isVisible()
    panel.grant.decision.load("granted")
    driver.click(panel.grant.button)
    confirm(driver, panel.grant.sheet)
    assert not panel.grant.isVisible()
    driver.click(panel.form.fields["accepted"].editor)
    driver.click(panel.button)
    assert [one.on for one in desk.store.find(PromiseEntry)] == [date(2027, 1, 31)]


def test_what_is_the_banks_to_grant_asks_who_decided_there(driver, desk, page):
    driver.click(page.choices["promises"])
    panel = page.panels["promises"]
    put(driver, panel, on="2027-06-30", amount="100.00", source="年终奖")
    assert panel.grant.by.isVisible() and not panel.grant.ask_button.isVisible()
    panel.grant.decision.load("granted")
    driver.click(panel.grant.button)
    assert panel.grant.isVisible() and panel.grant.told.text().startswith("✕")


def test_a_case_that_is_read_again_shows_its_account_once(monkeypatch, desk, page, case_id):
    shown: list[object] = []
    monkeypatch.setattr(page, "_show_account", shown.append)
    page.load(load_case(desk, case_id))
    assert len(shown) == 1


def test_a_settled_account_asks_for_nothing_wherever_it_is_shown(driver, desk, page, case_id):
    do(driver, page, "adopt")
    desk.clock = desk.store._clock = FixedClock(datetime(2027, 2, 20, tzinfo=UTC))
    driver.window.session.look()  # a window left open: another day has begun
    first, line = kept(page).account, page.accounts.content
    shown = {column.title: line.text(column, line.rows[0]) for column in line.columns}
    assert (shown["今日欠款"], shown["逾期未还"]) == ("¥ 59,236.45", "¥ 12,500.01")
    assert "第 1 期" in page.findings.text()
    before = driver.case.owed.text()
    do(driver, page, "settle", confirmed=True)
    shown = {column.title: line.text(column, line.rows[0]) for column in line.columns}
    assert [shown[name] for name in ("今日欠款", "逾期未还", "下次应还")] == ["—", "—", "—"]
    assert page.findings.text() == ""
    assert (before, driver.case.owed.text()) == ("¥ 68,236.45", "¥ 9,000.00")
    (listed,) = desk.store.case_lines()
    assert [one.text() for one in listed.owed] == ["9000.00"]
    assert listed.due_on == date(2026, 9, 1)
    do(driver, page, "reopen", reason="误操作")
    assert driver.case.owed.text() == before
    assert [one.text() for one in desk.store.case_lines()[0].owed] == ["68236.45"]
    assert first.id in [one.id for one in driver.case.file.open_accounts]


def test_what_was_paid_leaves_the_sum_above_the_case(driver, desk, page):
    driver.click(page.choices["payments"])
    put(driver, page.panels["payments"], amount="1,000.00")
    driver.click(page.panels["payments"].button)
    assert driver.case.owed.text() == "¥ 67,236.45"


def test_what_a_new_plan_changed_is_told_of_its_own_account_alone(driver, desk, page, case_id):
    do(driver, page, "adopt")
    desk.clock = desk.store._clock = FixedClock(datetime(2027, 2, 20, tzinfo=UTC))
    driver.window.session.look()
    do(driver, page, "replan", reason="减薪")
    result = page.panels["ending"].result
    assert "V2" in result.text()
    page.accounts.selectRow(1)
    assert result.text() == ""


def test_an_account_is_chosen_first_and_alt_with_a_number_leads_to_each_entry(driver, case_id) -> None:
    QApplication.processEvents()  # the window is active from now on
    page = driver.page("keep")
    assert page.accounts.hasFocus()
    for number, name in enumerate(page.choices):
        driver.press(Qt.Key(Qt.Key.Key_1 + number), Qt.KeyboardModifier.AltModifier)
        driver.qtbot.waitUntil(lambda name=name: has_cursor(page, name))
        assert page.choices[name].isChecked() and page.choices[name].toolTip() == f"Alt+{number + 1}"


def has_cursor(page, name: str) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and name in page.panels and page.panels[name].isAncestorOf(focus)


def test_what_was_refused_is_replaced_by_typing(driver, page) -> None:
    driver.click(page.choices["promises"])
    panel = page.panels["promises"]
    put(driver, panel, on="soon", amount="100")
    driver.click(panel.button)
    day = panel.form.fields["on"].editor
    assert day.hasFocus()
    QTest.keyClicks(day, "2026-12-16")
    assert day.raw() == date(2026, 12, 16)
