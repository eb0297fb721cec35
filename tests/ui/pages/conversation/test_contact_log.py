"""The contact log: written from the keyboard, dated back, corrected by a further entry, and told how long it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from tests.ui.driver import Driver
from ui.pages.conversation.page import ConversationPage
from workstation.actions import cases
from workstation.casework.contacts.desk import ContactDesk
from workstation.profile.debtor import Contact, Phone


@pytest.fixture
def page(driver: Driver) -> ConversationPage:
    driver.new_case("欧阳·阿依古丽")
    return driver.page("conversation")


def added(driver, page, **values):
    driver.fill(page.log.form, values)
    driver.click(page.log.add_button)
    return driver.case.file.contacts[-1]


def test_a_new_case_opens_on_the_conversation(driver) -> None:
    driver.new_case("欧阳·阿依古丽")
    assert driver.case.tab == "conversation"


def test_nobody_is_taken_as_reached_but_who_stands_there(driver, page) -> None:
    form = page.log.form
    reached = form.fields["connected"]
    assert reached.editor.raw() == "yes" and form.fields["channel"].editor.raw() == "desk"
    driver.pick(form.fields["channel"].editor, "phone")
    driver.fill(form, {"note": "回铃"})
    driver.click(page.log.add_button)
    assert (driver.case.file.contacts, reached.wrong) == ((), True)
    driver.pick(reached.editor, "no")
    driver.click(page.log.add_button)
    assert [one.outcome for one in driver.case.file.contacts] == ["no_answer"]


def test_ctrl_return_in_the_entry_adds_it(driver, page) -> None:
    driver.pick(page.log.form.fields["party"].editor, "spouse")
    driver.type(page.log.form.fields["note"].editor, "请转告本人回电")
    driver.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (entry,) = driver.case.file.contacts
    assert (entry.party, entry.note, entry.logged_at) == ("spouse", "请转告本人回电", None)


def test_a_contact_of_an_earlier_day_has_its_own_time(driver, page) -> None:
    entry = added(driver, page, note="电话", at="2026-11-20", clock="9:05", recording="R-7")
    assert entry.at == datetime(2026, 11, 20, 1, 5, tzinfo=UTC)
    assert entry.logged_at is not None
    assert "R-7" in page.log.detail.text()


def test_a_time_that_cannot_be_is_asked_for(driver, page) -> None:
    at = page.log.form.fields["at"]
    for values, told in (
        ({"at": "2026-11-20"}, "须填写时间"),
        ({"at": "2099-01-01", "clock": "9:00"}, "未来"),
        ({"clock": "25:00"}, "14:30"),
        ({"at": "2099-01-01"}, "未来"),
    ):
        driver.fill(page.log.form, {"note": "电话", "at": "", "clock": "", **values})
        driver.click(page.log.add_button)
        assert told in at.message, values
        assert driver.case.file.contacts == ()


def test_a_wrong_entry_is_corrected_by_a_further_one_and_both_are_shown(driver, page) -> None:
    wrong = added(driver, page, note="每月还五千", result="promise")
    driver.click(page.log.correct_button)
    assert page.log.form.fields["result"].editor.raw() == "promise"
    driver.fill(page.log.form, {"note": "每月还五百"})
    driver.click(page.log.add_button)
    before, right = driver.case.file.contacts
    assert (before, right.corrects, right.at, right.note) == (wrong, wrong.id, wrong.at, "每月还五百")
    shown = {one.note: page.log.table.content.text(page.log.table.content.columns[0], one) for one in (before, right)}
    assert shown["每月还五千"].startswith("✕")
    assert shown["每月还五百"].startswith("↳")
    page.log.table.select(lambda one: one.id == wrong.id)
    assert not page.log.correct_button.isEnabled()
    driver.click(page.log.other_button)
    assert page.log.table.current() == right


def test_a_correction_can_be_cancelled(driver, page) -> None:
    added(driver, page, note="甲")
    driver.click(page.log.correct_button)
    driver.click(page.log.cancel_button)
    assert added(driver, page, note="乙").corrects == ""


def test_how_long_an_entry_is_kept_is_told(driver, page) -> None:
    added(driver, page, note="甲", at="2026-11-20", clock="9:05")
    assert "2031" in page.log.detail.text()


def test_a_call_is_counted_for_its_number_and_person(driver, page) -> None:
    driver.page("profile")
    debtor = replace(driver.case.file.debtor, phones=(Phone("13800006214"), Phone("13900001111", "work")))
    debtor = replace(debtor, contacts=(Contact("艾力", "spouse", "13800000031", consent=True),))
    driver.window.session.run(cases.save_debtor, driver.case.file.case.id, debtor)
    page = driver.page("conversation")
    log = page.log
    driver.pick(log.form.fields["channel"].editor, "phone")
    assert log.callee.currentText().endswith("6214")
    assert "13800006214" not in [log.callee.itemText(place) for place in range(log.callee.count())]
    entry = added(driver, page, note="无人接听", connected="no")
    assert (entry.number, entry.person, entry.party, entry.outcome) == ("13800006214", "", "debtor", "no_answer")
    driver.pick(log.callee, log.callee.code_of("13800000031"))
    assert log.form.fields["party"].editor.raw() == "spouse"
    entry = added(driver, page, note="请转告回电", connected="yes")
    assert (entry.number, entry.person, entry.party, entry.channel) == ("13800000031", "艾力", "spouse", "phone")
    driver.pick(log.form.fields["channel"].editor, "letter")
    assert log.callee.raw() == ""


def test_the_seventh_dial_of_a_number_is_told_in_the_header(driver, page) -> None:
    debtor = replace(driver.case.file.debtor, phones=(Phone("13800006214"),))
    driver.window.session.run(cases.save_debtor, driver.case.file.case.id, debtor)
    for _ in range(6):
        driver.pick(page.log.form.fields["channel"].editor, "phone")
        added(driver, page, note="无人接听", connected="no")
    desk = ContactDesk(driver.case.file)
    verdict = desk.verdict(desk.callees[0], driver.window.session.desk.clock.now())
    assert "dialled_enough" in {reason.finding.code for reason in verdict.reasons}
