"""The palette (Ctrl+K): one field that finds commands, pages and cases; Enter goes there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.letters import spoken
from ui.look.wording import masked_name
from ui.sheets.over_page import OverPage
from ui.shell.menus import Menus
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import TextEdit
from workstation.actions.filing import views
from workstation.casework.draft import CaseView
from workstation.folding import folded

_WIDTH: Final = 560
_HEIGHT: Final = 330
_LEAST: Final = 90
_AROUND: Final = 130
"""Pixels of the window that the list of what was found leaves to what is around it."""
_CASES: Final = 8
_MOVES: Final = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ITSELF: Final = "palette"


@dataclass(frozen=True, slots=True)
class Found:
    """One line: what it is called, what stands beside it, and what Enter does."""

    title: str
    beside: str
    run: Callable[[], object]


class Palette(OverPage):
    """Commands that cannot be given now are not offered; kept views are found by name. A case is found as in the list of cases."""

    def __init__(
        self,
        page: QWidget,
        session: DeskSession,
        context: UiContext,
        menus: Menus,
        open_case: Callable[[str], object],
        show_view: Callable[[CaseView], object],
    ) -> None:
        super().__init__(page, _WIDTH)
        self._session, self._context, self._menus, self._open_case = session, context, menus, open_case
        self._show_view = show_view
        self.field = TextEdit(self.tr("A command, a page, or a case by name, pinyin, phone or number"), secret=True)
        self.field.setAccessibleName(self.tr("Find a command or a case"))
        self.list: Table[Found] = Table(
            [ColumnSpec(self.tr("Go to"), lambda one: one.title), ColumnSpec("", lambda one: one.beside, 150)],
            empty=self.tr("Nothing is called so. Try part of a name, or a word of the menus."),
        )
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.horizontalHeader().hide()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.field)
        self.body.addWidget(self.list)
        self.field.textChanged.connect(self._show_found)
        self.field.returnPressed.connect(self._run)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._run)
        self.field.cover(context.privacy.hidden)
        self._show_found()
        self.show_over()

    def _place(self) -> None:
        self.list.setFixedHeight(min(_HEIGHT, max(_LEAST, self._host.height() - _AROUND)))
        super()._place()
        self.field.setFocus()

    def found(self) -> tuple[Found, ...]:
        """What fits the text that is typed: commands first, those that begin so before others, then cases."""
        text = self.field.text().strip()
        words = folded(text).split()
        commands = sorted(
            self._commands(words), key=lambda one: not folded(one.title).startswith(words[0] if words else "")
        )
        return (*commands, *self._views(words), *(self._cases(text) if text else ()))

    def _commands(self, words: list[str]) -> Iterator[Found]:
        for group in self._menus.commands.values():
            for command in group:
                if not command.name or command.name == _ITSELF or not self._menus.actions[command.name].isEnabled():
                    continue
                title = _plain(command.text)
                sought = f"{folded(title)} {command.name.replace('_', ' ')}"
                if all(word in sought for word in words):
                    keys = (
                        QKeySequence(command.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
                        if command.keys
                        else ""
                    )
                    yield Found(title, keys, self._menus.actions[command.name].trigger)

    def _views(self, words: list[str]) -> Iterator[Found]:
        for view in self._session.read(views.kept_views) if words else ():
            if all(word in folded(view.name) for word in words):
                yield Found(view.name, self.tr("View of the list"), partial(self._show_view, view))

    def _cases(self, text: str) -> Iterator[Found]:
        for line in self._session.desk.store.case_lines(search=text, limit=_CASES):
            name = masked_name(line.name) if self._context.privacy.hidden else line.name
            yield Found(name, line.number, partial(self._open_case, line.case_id))

    def _show_found(self) -> None:
        self.list.show_rows(self.found())
        self.list.selectRow(0)

    def _run(self) -> None:
        chosen = self.list.current()
        if chosen is not None:
            self.put_away()
            chosen.run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            return False
        return super().eventFilter(watched, event)


def _plain(text: str) -> str:
    """The text of a command without its letter and dots: ``&Import portfolio…`` → ``Import portfolio``, ``新建(&N)`` → ``新建``."""
    return spoken(text).rstrip("…")
