"""What is copied with breaks, as a cell of a sheet is, is pasted into one line as one line, in every field of a line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.look.theme import load_theme
from ui.pages.entry.passphrase_edit import PassphraseEdit
from ui.widgets.editors import TextEdit
from workstation.actions import cases

CTRL = Qt.KeyboardModifier.ControlModifier


def paste(editor: QLineEdit, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_V, CTRL)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("北方机械厂\r\n", "北方机械厂"),
        ("北方\r\n机械厂 \t\u2028二车间", "北方 机械厂 二车间"),
        ("\n", ""),
        ("两  格", "两  格"),
    ],
)
def test_an_employer_is_kept_as_the_line_that_is_seen(driver, profile, pasted, kept) -> None:
    editor = profile.person.form.fields["employer"].editor
    paste(editor, pasted)
    assert editor.text() == kept
    driver.save()
    stored = cases.load_case(driver.window.session.desk, driver.case.file.case.id)
    assert stored.debtor.employer == kept
    QTest.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert editor.text() == "", "the paste is taken back whole"


def test_what_stood_around_stays_and_is_undone_and_done_again(qtbot) -> None:
    field, told = TextEdit(), list[str]()
    qtbot.addWidget(field)
    field.show()
    field.edited.connect(lambda: told.append(field.text()))
    QTest.keyClicks(field, "ab")
    paste(field, "cdef")
    field.setSelection(2, 2)
    paste(field, "x\ny\n")
    assert field.text() == told[-1] == "abx yef" and field.cursorPosition() == 5
    QTest.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert field.text() == "abcdef"
    QTest.keyClick(field, Qt.Key.Key_Y, CTRL)
    assert field.text() == "abx yef"
    assert not any("\n" in one for one in told)


def test_a_number_under_dots_and_a_line_of_an_older_desk_are_put_right_too(qtbot) -> None:
    field = TextEdit()
    qtbot.addWidget(field)
    field.show()
    field.load("6222")
    field.show_dots(True)
    field.end(False)
    paste(field, "0212\n3456\n")
    assert field.text() == "62220212 3456"
    field.show_dots(False)
    field.load("一厂\n二厂")
    field.end(False)
    QTest.keyClicks(field, "x")
    assert field.text() == "一厂 二厂x"


def test_a_passphrase_is_taken_as_it_is(qtbot) -> None:
    field = PassphraseEdit(load_theme("light"))
    qtbot.addWidget(field)
    field.show()
    paste(field, "two\twords\n")
    assert field.draft() == "two\twords\n"


def test_rare_characters_before_it_move_nothing(qtbot) -> None:
    """Qt counts them as two."""
    field = TextEdit()
    qtbot.addWidget(field)
    field.show()
    paste(field, "𠮷𬎆某")
    field.setSelection(4, 1)
    paste(field, "一\n二")
    assert field.text() == "𠮷𬎆一 二"
