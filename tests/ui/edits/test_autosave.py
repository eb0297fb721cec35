"""What is typed saves itself: on leaving its field, after a quiet moment, never under a held button, and is told in the header."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from ui.edits.autosave import QUIET_MS
from ui.shell.case_pages import PAGES
from workstation.actions import cases
from workstation.casework.draft import Draft
from workstation.errors import Finding, Refused

CTRL = Qt.KeyboardModifier.ControlModifier


def stored(driver):
    return cases.load_case(driver.window.session.desk, driver.case.file.case.id)


def saved(driver) -> str:
    sign = driver.case.saved
    return sign.text.text() or sign.why_button.text()


def tab(driver) -> None:
    driver.press(Qt.Key.Key_Tab)
    QApplication.processEvents()


def ring(driver) -> None:
    """The quiet moment is over."""
    driver.case.autosave.timer.timeout.emit()


def test_leaving_a_field_saves_it_and_the_header_says_so(driver, profile) -> None:
    assert saved(driver) == ""
    driver.put(profile.person.form.fields["employer"], "北方机械厂")
    assert saved(driver) == "正在保存…"
    assert stored(driver).debtor.employer == ""
    tab(driver)
    assert stored(driver).debtor.employer == "北方机械厂"
    assert saved(driver).startswith("✓ 已保存 ")
    assert driver.window.session.desk.store.find(Draft) == ()


def test_a_quiet_moment_saves_and_leaves_letters_and_cursor_alone(driver, profile) -> None:
    employer = profile.person.form.fields["employer"].editor
    driver.put(profile.person.form.fields["employer"], "Nord ")
    assert driver.case.autosave.timer.interval() == QUIET_MS
    ring(driver)
    assert stored(driver).debtor.employer == "Nord"
    assert (employer.text(), employer.cursorPosition(), employer.hasFocus()) == ("Nord ", 5, True)
    assert employer.isUndoAvailable()
    QTest.keyClicks(employer, "Werk")
    ring(driver)
    assert stored(driver).debtor.employer == "Nord Werk"
    tab(driver)
    driver.command("undo")
    assert stored(driver).debtor.employer == "", "one field in one go is one step"


def test_half_an_amount_keeps_its_cursor_too(driver, profile) -> None:
    driver.click(profile.switches["budget"])
    budget = profile.budget
    wage = budget.sides["income"].rows[0][1]
    driver.type(wage, "12")
    ring(driver)
    assert [line.amount.minor for line in stored(driver).budget.lines] == [1200]
    assert wage.text() == "12" and wage.hasFocus()
    QTest.keyClicks(wage, "00")
    tab(driver)
    assert [line.amount.minor for line in stored(driver).budget.lines] == [120000]


def test_what_cannot_be_read_is_not_saved_and_leads_to_its_field(driver, profile) -> None:
    driver.put(profile.person.form.fields["children"], "viele")
    tab(driver)
    assert "尚未保存" in saved(driver)
    assert stored(driver).debtor.children is None
    assert driver.case.saved.why_button.toolTip()
    profile.switches["person"].setFocus()
    driver.click(driver.case.saved.why_button)
    assert profile.person.form.fields["children"].editor.hasFocus()
    driver.put(profile.person.form.fields["children"], "2")
    tab(driver)
    assert stored(driver).debtor.children == 2 and saved(driver).startswith("✓")


def test_a_new_account_is_saved_once_it_has_what_it_needs(driver, profile) -> None:
    driver.click(profile.switches["accounts"])
    section = profile.accounts
    driver.click(section.add_button)
    driver.put(section.form.fields["bank"], "招商银行")
    tab(driver)
    assert len(stored(driver).accounts) == 1 and "尚未保存" in saved(driver)
    assert not section.form.fields["number"].wrong, "a field that was not come to yet is not blamed"
    driver.put(section.form.fields["number"], "6225880000001234")
    tab(driver)
    assert [one.bank for one in stored(driver).accounts][-1] == "招商银行"
    driver.put(section.form.fields["principal"], "5万")
    tab(driver)
    assert stored(driver).accounts[-1].principal.minor == 5_000_000 and len(stored(driver).accounts) == 2


def test_a_contact_half_typed_is_nobody_until_its_line_is_left(driver, profile) -> None:
    contacts = profile.person.contacts
    driver.type(contacts.name, "李")
    driver.put(profile.person.form.fields["employer"], "北方机械厂")
    contacts.name.setFocus()
    QApplication.processEvents()
    QTest.keyClick(contacts.name, Qt.Key.Key_End)
    driver._commit(contacts.name, "四")
    ring(driver)
    assert stored(driver).debtor.contacts in ((), stored(driver).debtor.contacts)
    profile.person.form.fields["email"].editor.setFocus()
    QApplication.processEvents()
    assert [one.name for one in stored(driver).debtor.contacts][-1].endswith("四")
    assert contacts.name.text() == ""


def test_nothing_is_saved_under_a_held_button(driver, profile, monkeypatch) -> None:
    driver.put(profile.person.form.fields["employer"], "北方机械厂")
    monkeypatch.setattr(QApplication, "mouseButtons", lambda: Qt.MouseButton.LeftButton)
    ring(driver)
    assert stored(driver).debtor.employer == ""
    assert driver.case.autosave.timer.isActive()
    monkeypatch.undo()
    ring(driver)
    assert stored(driver).debtor.employer == "北方机械厂"


def test_a_busy_desk_is_told_and_tried_again(driver, profile, monkeypatch) -> None:
    def busy(*_: object, **__: object) -> None:
        raise Refused(Finding("desk_busy", "desk.folder"))

    driver.put(profile.person.form.fields["employer"], "北方机械厂")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(cases, "save_debtor", busy)
        ring(driver)
        assert "尚未保存" in saved(driver) and driver.case.autosave.timer.isActive()
    ring(driver)
    assert stored(driver).debtor.employer == "北方机械厂" and saved(driver).startswith("✓")


def test_nothing_half_typed_is_saved_when_the_desk_locks_by_itself(driver, profile, desk) -> None:
    case_id = driver.case.file.case.id
    driver.put(profile.person.form.fields["employer"], "北方机械厂")
    heard = []
    desk.listeners.append(lambda changes: heard.append(changes.kinds))
    driver.window.lock_now()
    QApplication.processEvents()
    assert not any("Debtor" in kinds for kinds in heard) and case_id


def test_what_came_back_from_the_journal_waits_for_a_person(house) -> None:
    driver = house.open()
    driver.workbench.open_case(house.case_id)
    person = driver.page("profile").person
    driver.put(person.form.fields["employer"], "别处")
    driver.window.session.drafts.flush()
    house.kill()
    driver = house.open()
    driver.workbench.open_case(house.case_id)
    page = driver.page("profile")
    assert page.person.form.fields["employer"].editor.text() == "别处"
    ring(driver)
    assert stored(driver).debtor.employer != "别处" and "尚未保存" in saved(driver)
    driver.save()
    assert stored(driver).debtor.employer == "别处"


def test_a_started_entry_of_the_log_is_never_saved_by_itself(driver, profile) -> None:
    page = driver.page("conversation")
    driver.put(page.log.form.fields["note"], "谈过")
    ring(driver)
    tab(driver)
    assert stored(driver).contacts == ()
    driver.put(page.form.fields["reason_note"], "生病")
    tab(driver)
    assert stored(driver).case.reason_note == "生病" and stored(driver).contacts == ()


def test_ctrl_enter_logs_the_note_it_is_pressed_in(driver, profile) -> None:
    page = driver.page("conversation")
    driver.put(page.log.form.fields["note"], "谈过")
    driver.press(Qt.Key.Key_Return, CTRL)
    assert [one.note for one in stored(driver).contacts] == ["谈过"]
    driver.put(page.form.fields["reason_note"], "生病")
    driver.press(Qt.Key.Key_Return, CTRL)
    assert len(stored(driver).contacts) == 1 and stored(driver).case.reason_note == "生病"


def test_no_page_of_a_case_shows_a_button_to_save_what_saves_itself(driver, profile) -> None:
    for name in PAGES[:2]:
        page = driver.page(name)
        shown = [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]
        assert "保存" not in shown


def test_all_errors_are_listed_and_each_is_reached_by_key_and_click(driver, profile) -> None:
    driver.click(profile.switches["accounts"])
    form = profile.accounts.form
    for key in ("due_on", "principal", "term"):
        driver.put(form.fields[key], "???")
    profile.accounts.table.setFocus()
    lines = form.footer.told.splitlines()
    assert len(lines) == 3
    reached = []
    for _ in range(4):
        driver.command("next_error")
        reached.append(next(key for key, field in form.fields.items() if field.editor.hasFocus()))
    assert reached == ["due_on", "principal", "term", "due_on"]
    form.footer.linkActivated.emit("term")
    assert form.fields["term"].editor.hasFocus()


def test_next_error_says_when_there_is_none(driver, profile) -> None:
    driver.command("next_error")
    assert driver.window._toast.text.text() == "此页没有错误。"


@pytest.mark.styled
@pytest.mark.parametrize("size", [(1366, 768), (960, 600)])
def test_advice_that_is_cut_is_said_whole_in_sight_and_f7_leads_there(driver, profile, size) -> None:
    """The digit found stood behind the end of the line, and in the tip alone."""
    driver.window.resize(*size)
    QApplication.processEvents()
    field = profile.person.form.fields["resident_id"]
    driver.put(field, "110105194912310021")
    driver.press(Qt.Key.Key_Tab)
    footer = profile.person.form.footer
    seen = [one.text() for one in (field.note, field.below, footer) if not one.visibleRegion().isEmpty()]
    assert any("现为 1" in one for one in seen), seen
    assert (footer.told, field.wrong) == (f"证件号码：{field.message[2:]}", False)
    driver.command("next_error")
    assert field.editor.hasFocus()


@pytest.mark.styled
def test_a_finding_wraps_below_its_field_where_the_form_has_no_list(driver) -> None:
    driver.window.resize(960, 600)
    driver.new_case("张三")
    page = driver.page("conversation")
    field = page.log.form.fields["next_on"]
    driver.put(field, "后来某一天")
    driver.press(Qt.Key.Key_Tab)
    driver.press(Qt.Key.Key_Tab)
    QApplication.processEvents()
    assert field.below.text() == field.message and field.below.isVisible() and not field.note.isVisible()
    needed = field.below.heightForWidth(field.below.width())
    assert field.below.height() >= needed
    driver.put(field, "")
    assert not field.below.isVisible() and field.note.isVisible()
