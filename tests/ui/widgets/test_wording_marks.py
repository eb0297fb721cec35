"""Words that have no place are marked in every note while it is typed, told in words, and replaced by a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat

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
def grabbed():
    """What an editor looks like, its blinking cursor aside."""

    def look(editor) -> bytes:
        editor.clearFocus()
        editor.setCursorPosition(0)
        image = editor.grab().toImage()
        return bytes(image.constBits())

    return look


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


@pytest.fixture
def line(driver, page):
    field = page.log.form.fields["next_step"]
    driver.type(field.editor, "𠮷先生：再不还就让你坐牢。")
    marks_of(field).check()
    return field


def test_a_line_marks_tells_and_replaces_as_a_note_does(line, grabbed) -> None:
    marked = grabbed(line.editor)
    assert "可改为" in line.message and "可改为" in line.editor.accessibleDescription()
    assert line.editor.text() == "𠮷先生：再不还就让你坐牢。"
    marks_of(line).apply()
    assert line.editor.text() == "𠮷先生：我们想先了解您的困难，再一起看有哪些可行的还款安排。。"
    line.editor.undo()
    assert "坐牢" in line.editor.text()
    marks_of(line).clear()
    assert grabbed(line.editor) != marked


def test_marks_of_a_line_go_with_its_text(line, grabbed) -> None:
    marked = grabbed(line.editor)
    line.editor.load("𠮷先生：再不还就让你坐牢。")
    assert grabbed(line.editor) != marked
    assert marks_of(line).found == ()


def test_a_composing_input_method_is_not_disturbed(line) -> None:
    QCoreApplication.sendEvent(line.editor, QInputMethodEvent("qing", []))
    marks_of(line).check()
    assert line.editor.composing
    QCoreApplication.sendEvent(line.editor, QInputMethodEvent("", []))
    assert not line.editor.composing


def test_only_free_lines_are_judged(driver, page) -> None:
    assert not page.log.form.fields["recording"].findChildren(WordingMarks)
