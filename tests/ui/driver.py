"""The hands of a person at the window: they click, type, pick and press keys, and read what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from tests.builders import NOW
from ui.background import Inline
from ui.files import FileChooser
from ui.form import Form
from ui.preferences import Preferences
from ui.printing.printers import Printing
from ui.shell.case_view import CaseView
from ui.shell.main_window import MainWindow
from ui.shell.workbench import Workbench
from ui.widgets.editors import CheckEdit, ChoiceEdit
from ui.widgets.field import Field
from workstation.actions.printing.outgoing import OutgoingPaper
from workstation.casework.print_order import PrintOrder
from workstation.dates import FixedClock
from workstation.errors import Finding, Refused


class Answers(FileChooser):
    """Answers every question for a file from a list, in order; None when nothing is left."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.proposals: list[str] = []
        self.shown: list[Path] = []

    def _next(self) -> Path | None:
        return self.paths.pop(0) if self.paths else None

    def folder(self, parent, title, start):
        return self._next()

    def existing(self, parent, title, kinds, start=""):
        return self._next()

    def several(self, parent, title, kinds, start=""):
        chosen, self.paths = self.paths, []
        return chosen

    def show(self, file):
        self.shown.append(file)
        return True

    def target(self, parent, title, proposal, kinds):
        self.proposals.append(proposal)
        return self._next()


class Tray(Printing):
    """Printers that keep what they are given; ``jam`` is said to whoever prints next, ``dialog`` answers the system's dialog."""

    def __init__(self) -> None:
        self.printers: tuple[str, ...] = ("柜台", "档案室")
        self.taken: list[tuple[PrintOrder, OutgoingPaper]] = []
        self.jam: Finding | None = None
        self.dialog: PrintOrder | None = None

    def names(self):
        return self.printers

    def send(self, order, leaving):
        if self.jam is not None:
            raise Refused(self.jam)
        self.taken.append((order, leaving))

    def ask(self, parent, order, pages):
        return self.dialog


@contextmanager
def window_at(
    app: QApplication, home: Path, answers: Answers, tray: Tray, *, door: bool = True
) -> Iterator[MainWindow]:
    """A window, shown at its door, with no desk yet; whatever desk is open in the end is closed.

    ``door``: whether it has one. Making it is an eighth of a test that opens its desk at once, and looks at nothing else.
    """
    preferences = Preferences(home / "window.ini")
    preferences.mode = "light"
    with ExitStack() as held:
        if not door:
            held.enter_context(patch.object(MainWindow, "show_entry"))
        made = MainWindow(app, preferences, home, FixedClock(NOW), Inline(), answers, tray)
    made.show()
    yield made
    made.workbench = None
    if made.session is not None:
        made.session.close()
        made.session = None
    made.translations.use("en")
    made.close()
    made.deleteLater()
    # Without a running event loop Qt would keep the whole window until the end of the run.
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _target(button: QAbstractButton) -> QPoint:
    """Where a person aims: the middle, or the box of a tick whose row is wider than its words."""
    middle = button.rect().center()
    if not isinstance(button, (QCheckBox, QRadioButton)):
        return middle
    option = QStyleOptionButton()
    button.initStyleOption(option)
    box = QStyle.SubElement.SE_CheckBoxIndicator
    if isinstance(button, QRadioButton):
        box = QStyle.SubElement.SE_RadioButtonIndicator
    return button.style().subElementRect(box, option, button).center()


class Driver:
    """Works on one window; everything goes through widgets."""

    def __init__(self, qtbot, window: MainWindow, answers: Answers) -> None:
        self.qtbot, self.window, self.answers = qtbot, window, answers

    @property
    def workbench(self) -> Workbench:
        assert self.window.workbench is not None
        return self.window.workbench

    @property
    def case(self) -> CaseView:
        return self.workbench.case

    def page(self, name: str) -> Any:
        """Open a page of the case by its tab; the test knows which class it is."""
        self.click(self.case.tabs[name])
        return self.case.pages[name]

    def click(self, button: QAbstractButton) -> None:
        assert button.isEnabled(), f"{button.text()} is not enabled"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=_target(button))
        QApplication.processEvents()

    def type(self, editor: QWidget, text: str) -> None:
        """Replace what stands in an editor, key by key where the platform can, else as an input method does."""
        editor.setFocus()
        QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(editor, Qt.Key.Key_Delete)
        if text.isascii():
            QTest.keyClicks(editor, text)
        else:
            self._commit(editor, text)

    def _commit(self, editor: QWidget, text: str) -> None:
        from PySide6.QtGui import QInputMethodEvent

        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(editor, event)

    def pick(self, choice: ChoiceEdit, code: str) -> None:
        """Choose a code of a list as a person does: by moving to its line and taking it."""
        index = choice.findData(code)
        assert index >= 0, f"{code} is not offered"
        choice.setFocus()
        choice.setCurrentIndex(index)
        choice.activated.emit(index)

    def fill(self, form: Form, values: Mapping[str, str | bool]) -> None:
        """Type or pick into the fields of a form by key."""
        for key, value in values.items():
            self.put(form.fields[key], value)

    def put(self, field: Field, value: str | bool) -> None:
        editor = field.editor
        if isinstance(editor, ChoiceEdit):
            self.pick(editor, str(value))
        elif isinstance(editor, CheckEdit):
            if editor.isChecked() != value:
                self.click(editor)
        else:
            self.type(editor.focusProxy() or editor, str(value))

    def command(self, name: str) -> None:
        """Give a command of the menus."""
        action = self.window.menus.actions[name]
        assert action.isEnabled(), f"{name} is not enabled"
        action.trigger()
        QApplication.processEvents()

    def save(self) -> None:
        """Save what was typed on the open page, as Ctrl+S does."""
        self.command("save")

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        """Press keys where the cursor stands."""
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
        QApplication.processEvents()

    def new_case(self, name: str) -> CaseView:
        """Begin a case from the list."""
        self.command("new_case")
        self.type(self.workbench.cases.name, name)
        self.click(self.workbench.cases.new_button)
        return self.case
