"""The bank's reply: of one account or of all that wait, whole in its narrow column, and refused where it contradicts itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.actions.keep.three_banks import granted, three_banks
from tests.builders import terms
from workstation.actions import cases
from workstation.actions.keep import ends, schedules
from workstation.actions.plans import versions

pytestmark = pytest.mark.styled


@pytest.fixture
def accounts(desk):
    """Two accounts at the first bank; a plan of each is chosen, that of the first is kept already."""
    _, (first, second, _) = three_banks(desk)
    other = replace(second, id="7777", bank=first.bank, number="6222000011117777")
    desk.run(cases.save_account, other)
    granted(desk, first)
    desk.run(schedules.adopt, first.id)
    plan = desk.run(versions.keep_plan, other.case_id, other.id, terms(other, instalments=6))
    desk.run(versions.choose, plan.id)
    return first, other


@pytest.fixture
def page(driver, accounts):
    driver.workbench.open_case(accounts[0].case_id)
    page = driver.page("application")
    driver.pick(page.bank, accounts[0].bank)
    driver.click(page.switches["reply"])
    return page


def decisions(driver, account):
    file = driver.case.file
    plan = file.chosen(account.id)
    return [one.decision for one in file.approvals if one.plan_id == plan.id and one.authority == "bank"]


def test_a_reply_is_of_the_account_that_waits_and_leaves_a_kept_one_alone(driver, page, accounts):
    first, other = accounts
    assert page.reply.form.fields["account"].isVisible()
    driver.fill(page.reply.form, {"decision": "refused", "by": "李经理", "refusal": "ability_not_shown"})
    driver.click(page.reply.button)
    assert (decisions(driver, first), decisions(driver, other)) == (["granted"], ["refused"])
    driver.fill(page.reply.form, {"account": first.id, "decision": "granted", "by": "李经理", "note": "重申"})
    driver.click(page.reply.button)
    assert (decisions(driver, first), decisions(driver, other)) == (["granted", "granted"], ["refused"])


def test_one_reply_for_all_that_wait(driver, desk, page, accounts):
    first, other = accounts
    again = desk.run(versions.keep_plan, first.case_id, first.id, terms(first, instalments=24))
    desk.run(versions.choose, again.id)
    page.load(cases.load_case(desk, first.case_id))
    driver.fill(page.reply.form, {"decision": "granted", "by": "李经理"})
    driver.click(page.reply.button)
    assert page.reply.form.fields["account"].wrong, "a reply for all is chosen, never preset"
    driver.fill(page.reply.form, {"account": "all"})
    driver.click(page.reply.button)
    assert (decisions(driver, first), decisions(driver, other)) == (["granted"], ["granted"])


def test_no_decision_is_preset(driver, page, accounts):
    """A name and Ctrl+Enter recorded an approval that nobody had spoken of."""
    form = page.reply.form
    driver.fill(form, {"by": "李经理"})
    driver.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (decisions(driver, accounts[1]), form.fields["decision"].wrong) == ([], True)
    assert form.fields["decision"].editor.hasFocus()
    driver.press(Qt.Key.Key_Down)
    driver.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert decisions(driver, accounts[1]) == ["granted"]
    assert form.fields["decision"].editor.raw() == "", "nor for the reply after it"


def test_what_has_no_field_here_is_told_all_the_same(driver, desk, page, accounts):
    other = accounts[1]
    desk.run(ends.close, other.id, "sold")
    page.load(cases.load_case(desk, other.case_id))
    driver.fill(page.reply.form, {"account": other.id, "decision": "granted", "by": "李经理"})
    driver.click(page.reply.button)
    assert other.bank in driver.window._toast.text.text()
    assert page.reply.form.fields["by"].editor.text() == "李经理"


@pytest.mark.parametrize("decision", ["granted", "refused"])
def test_no_part_of_the_form_lies_beside_its_column(driver, page, decision):
    driver.fill(page.reply.form, {"decision": decision} | ({"refusal": "other"} if decision == "refused" else {}))
    for key, field in page.reply.form.fields.items():
        if field.isVisible():
            left = field.mapTo(page.reply, field.rect().topLeft()).x()
            assert left >= 0, key
            assert left + field.width() <= page.reply.width(), key
    assert page.reply.form.fields["note"].editor.height() <= 64


def test_the_sheet_of_the_reply_has_the_cursor_where_it_is_to_be_written(driver, page) -> None:
    assert page.reply.form.fields["decision"].editor.hasFocus()
    driver.click(page.switches["papers"])
    assert page.papers.isAncestorOf(QApplication.focusWidget())
    driver.press(Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    driver.qtbot.waitUntil(page.reply.form.fields["decision"].editor.hasFocus)
