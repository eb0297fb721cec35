"""Fields of private texts: covered, they hold only dots where anybody could look, and take typing all the same."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from ui.look.theme import load_theme
from ui.pages.profile.number_edit import NumberEdit
from ui.widgets.editors import NoteEdit, TextEdit

ID = "11010519491231002X"


@pytest.fixture
def note(qtbot) -> NoteEdit:
    made = NoteEdit()
    made.set_private()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def number(qtbot) -> NumberEdit:
    made = NumberEdit(load_theme("light"), "debtor.resident_id")
    qtbot.addWidget(made)
    made.show()
    return made


def commit(editor, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(editor, event)


def put_cursor(editor: NoteEdit, position: int, anchor: int | None = None) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(position if anchor is None else anchor)
    if anchor is not None:
        cursor.setPosition(position, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def shown(editor: NoteEdit) -> str:
    return editor.document().toPlainText()


def test_a_covered_note_holds_dots_and_keeps_its_text(note) -> None:
    note.load("七月确诊\n停工 𠮷")
    note.cover(True)
    assert set(shown(note)) == {"∙", "\n"} and note.raw() == "七月确诊\n停工 𠮷"
    spoken = QAccessible.queryAccessibleInterface(note)
    assert "七" not in spoken.text(QAccessible.Text.Value)
    note.cover(False)
    assert shown(note) == "七月确诊\n停工 𠮷"


TYPING = {
    "at the end": (5, None, lambda one: QTest.keyClicks(one, "xy"), "abcdexy"),
    "in the middle": (2, None, lambda one: commit(one, "停工"), "ab停工cde"),
    "over a selection": (4, 1, lambda one: commit(one, "𠮷"), "a𠮷e"),
    "backspace": (3, None, lambda one: QTest.keyClick(one, Qt.Key.Key_Backspace), "abde"),
    "delete a selection": (4, 1, lambda one: QTest.keyClick(one, Qt.Key.Key_Delete), "ae"),
    "a new line": (2, None, lambda one: QTest.keyClick(one, Qt.Key.Key_Return), "ab\ncde"),
    "a bullet": (2, None, lambda one: commit(one, "•"), "ab•cde"),
    "the same again": (5, 0, lambda one: commit(one, "abcde"), "abcde"),
    "everything away": (5, 0, lambda one: QTest.keyClick(one, Qt.Key.Key_Delete), ""),
}


@pytest.mark.parametrize(("position", "anchor", "act", "wanted"), TYPING.values(), ids=list(TYPING))
def test_typing_into_a_covered_note_changes_the_text_behind_it(note, position, anchor, act, wanted) -> None:
    edits: list[bool] = []
    note.edited.connect(lambda: edits.append(True))
    note.load("abcde")
    note.cover(True)
    put_cursor(note, position, anchor)
    act(note)
    assert note.raw() == wanted and edits
    assert set(shown(note)) <= {"∙", "\n"} and len(shown(note)) == len(wanted.encode("utf-16-le")) // 2
    note.cover(False)
    assert shown(note) == wanted


def test_the_cursor_follows_what_is_typed_behind_dots(note) -> None:
    note.load("ad")
    note.cover(True)
    put_cursor(note, 1)
    QTest.keyClicks(note, "bc")
    assert note.raw() == "abcd"


def test_undo_does_not_put_dots_into_the_text(note) -> None:
    note.load("abc")
    note.cover(True)
    put_cursor(note, 3)
    QTest.keyClicks(note, "d")
    note.undo()
    assert "∙" not in str(note.raw())


def test_a_covered_line_takes_an_input_method_and_gives_nothing_to_copy(qtbot) -> None:
    line = TextEdit(secret=True)
    qtbot.addWidget(line)
    line.load("欧阳")
    line.cover(True)
    line.end(False)
    commit(line, "阿")
    assert line.raw() == "欧阳阿"
    assert not line.inputMethodHints() & Qt.InputMethodHint.ImhHiddenText
    QApplication.clipboard().setText("before")
    line.selectAll()
    line.copy()
    assert QApplication.clipboard().text() == "before"


def test_a_number_is_masked_until_it_is_asked_for(number) -> None:
    number.load(ID)
    assert number.echoMode() == QLineEdit.EchoMode.Password and number.raw() == ID
    number.setFocus()
    QTest.keyClick(number, Qt.Key.Key_F7)
    assert number.echoMode() == QLineEdit.EchoMode.Normal
    QTest.keyClick(number, Qt.Key.Key_F7)
    assert number.echoMode() == QLineEdit.EchoMode.Password


def test_another_number_is_masked_again(number) -> None:
    number.load(ID)
    number.reveal.trigger()
    number.load(ID)
    assert not number.masked
    number.load(ID[::-1])
    assert number.masked


def test_a_number_being_typed_is_seen_until_the_field_is_left(number, qtbot) -> None:
    other = QLineEdit()
    qtbot.addWidget(other)
    number.load("")
    number.setFocus()
    QTest.keyClicks(number, ID)
    assert number.echoMode() == QLineEdit.EchoMode.Normal
    number.focusOutEvent(_left())
    assert number.masked


def test_privacy_covers_a_number_that_was_asked_for(number) -> None:
    number.load(ID)
    number.reveal.trigger()
    number.cover(True)
    assert number.masked and not number.reveal.isVisible()
    QTest.keyClick(number, Qt.Key.Key_F7)
    assert number.masked
    number.cover(False)
    assert number.masked


def _left():
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent

    return QFocusEvent(QEvent.Type.FocusOut)
