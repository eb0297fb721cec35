"""The palette (Ctrl+K): one field that finds commands, pages, cases and what the guide explains; Enter goes there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.letters import spoken
from ui.look.wording import masked_name
from ui.sheets.over_page import OverPage
from ui.shell.helping import Helping
from ui.shell.menus import Menus
from ui.shell.palette.places import Found, PalettePlaces
from ui.shell.workbench import Workbench
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import TextEdit
from workstation.actions.filing import views
from workstation.folding import folded

_WIDTH: Final = 560
_HEIGHT: Final = 330
_LEAST: Final = 90
_AROUND: Final = 130
"""Pixels of the window that the list of what was found leaves to what is around it."""
_CASES: Final = 8
_MOVES: Final = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_ITSELF: Final = "palette"


class Palette(OverPage):
    """Commands that cannot be given now are not offered; kept views are found by name. A case is found as in the list of cases."""

    def __init__(
        self,
        bench: Workbench,
        session: DeskSession,
        context: UiContext,
        menus: Menus,
        helping: Helping,
    ) -> None:
        super().__init__(bench, _WIDTH)
        self._session, self._context, self._menus, self._bench = session, context, menus, bench
        self._places = PalettePlaces(bench, helping, context.words.language)
        self.field = TextEdit(
            self.tr("A command, a page, help, or a case by name, pinyin, phone or number"), secret=True
        )
        self.field.setAccessibleName(self.tr("Find a command or a case"))
        self.list: Table[Found] = Table(
            [ColumnSpec(self.tr("Go to"), lambda one: one.title), ColumnSpec("", lambda one: one.beside, 190)],
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
        """What fits the text: commands and pages, those that begin so before others, views, cases, then what the guide says."""
        text = self.field.text().strip()
        words = folded(text).split()
        pages = sorted(
            (*self._commands(words), *self._places.pages(words)),
            key=lambda one: not folded(one.title).startswith(words[0] if words else ""),
        )
        cases = self._cases(text) if text else ()
        return (*pages, *self._views(words), *cases, *self._places.help(words))

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
                yield Found(view.name, self.tr("View of the list"), partial(self._bench.show_list, view))

    def _cases(self, text: str) -> Iterator[Found]:
        for line in self._session.desk.store.case_lines(search=text, limit=_CASES):
            name = masked_name(line.name) if self._context.privacy.hidden else line.name
            yield Found(name, line.number, partial(self._bench.open_case, line.case_id))

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
