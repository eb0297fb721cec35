"""Words that have no place are marked in every note while it is typed, told in words, and replaced by a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat

from tests.ui.driver import Driver
from ui.look.wording_marks import WordingMarks
from ui.pages.conversation.page import ConversationPage
from ui.widgets.field import Field


def marks_of(field: Field) -> WordingMarks:
    (found,) = field.findChildren(WordingMarks)
    return found


@pytest.fixture
def page(driver: Driver) -> ConversationPage:
    driver.new_case("欧阳·阿依古丽")
    return driver.page("conversation")


@pytest.fixture
def note(driver, page):
    field = page.log.form.fields["note"]
    driver.type(field.editor, "𠮷先生：再不还就让你坐牢。方便时回电。")
    marks_of(page.log.form.fields["note"]).check()
    return field


def test_the_words_are_underlined_and_told(note) -> None:
    (shown,) = note.editor.extraSelections()
    assert shown.cursor.selectedText() == "再不还就让你坐牢"
    assert shown.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert "可改为" in note.message
    assert "可改为" in note.editor.accessibleDescription()
    assert not note.wrong


def test_a_key_puts_the_calmer_words_in_place(driver, page, note) -> None:
    note.editor.setFocus()
    marks_of(page.log.form.fields["note"]).apply()
    assert note.editor.toPlainText() == ("𠮷先生：我们想先了解您的困难，再一起看有哪些可行的还款安排。。方便时回电。")
    assert note.editor.extraSelections() == []
    note.editor.undo()
    assert "坐牢" in note.editor.toPlainText()


def test_marked_words_can_still_be_kept(driver, page, note) -> None:
    driver.click(page.log.add_button)
    (entry,) = driver.case.file.contacts
    assert "坐牢" in entry.note
    assert note.editor.extraSelections() == []


def test_fine_words_are_left_alone(driver, page) -> None:
    field = page.form.fields["reason_note"]
    driver.type(field.editor, "客户说：“你们要是再逼我，就让你们坐牢。”")
    marks_of(field).check()
    assert field.editor.extraSelections() == []
    assert "△" not in field.message


def test_nothing_is_marked_while_privacy_covers(driver, page, note) -> None:
    driver.command("privacy")
    marks_of(page.log.form.fields["note"]).check()
    assert note.editor.extraSelections() == []
    driver.press(Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    driver.command("privacy")
    assert "坐牢" in note.editor.toPlainText()
