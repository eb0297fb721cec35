"""What is done with the chosen cases of the list: a menu at the cursor, by the right button or the menu key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.cases.asking import AskingSheet
from ui.pages.cases.case_table import CaseTable
from ui.typed_signal import TypedSignal, signal
from workstation.actions.filing import archive
from workstation.errors import Refused
from workstation.wording import filled

_NAMED = 3


class CaseMenu(QMenu):
    """Nothing here checks, consents or decides for many at once: cases are opened, printed, filed and given."""

    opened: TypedSignal[str] = signal(1)
    queued: TypedSignal[list[str]] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext, page: QWidget, table: CaseTable) -> None:
        super().__init__(table)
        self._session, self._context, self._page, self._table = session, context, page, table
        self.sheet: AskingSheet | None = None
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._on_requested)

    def _on_requested(self, place: QPoint) -> None:
        if self.fill():
            index = self._table.currentIndex()
            at = place if self._table.indexAt(place).isValid() else self._table.visualRect(index).center()
            self.popup(self._table.viewport().mapToGlobal(at))

    def fill(self) -> bool:
        """Offer what can be done with the chosen cases; answers whether there are any."""
        self.clear()
        chosen = self._table.chosen()
        if not chosen:
            return False
        lines = self._table.chosen_lines(archive.MOST_AT_ONCE)
        if len(chosen) == 1:
            self._offer(self.tr("Open"), lambda: self.opened.emit(chosen[0]))
        self._offer(self.tr("Copy case numbers"), lambda: self._copy([line.number for line in lines]))
        self._offer(self.tr("Add to print queue"), lambda: self.queued.emit(chosen))
        self.addSeparator()
        self._offer(self.tr("Give to an agent…"), lambda: self.ask_agent(chosen))
        if any(not line.archived for line in lines):
            self._offer(self.tr("Archive…"), lambda: self.ask_reason(chosen))
        if any(line.archived for line in lines):
            self._offer(self.tr("Bring back from the archive"), lambda: self.bring_back(chosen))
        return True

    def _offer(self, text: str, deed: Callable[[], object]) -> None:
        action = QAction(text, self)
        action.triggered.connect(lambda _checked=False: deed())
        self.addAction(action)

    def ask_reason(self, chosen: Sequence[str]) -> None:
        """Ask why cases are put away, then do so."""
        title = filled(self.tr("Archive {count} {count|case|cases}"), {"count": f"{len(chosen):,}"})
        deed = partial(self._archive, chosen)
        self.sheet = AskingSheet(self._page, self._context, title, self.tr("Reason"), self.tr("Archive"), deed)

    def ask_agent(self, chosen: Sequence[str]) -> None:
        """Ask to whom cases are given, then do so."""
        title = filled(self.tr("Give {count} {count|case|cases} to an agent"), {"count": f"{len(chosen):,}"})
        asked, deed = self.tr("Name of the agent; empty for nobody"), partial(self._give, chosen)
        self.sheet = AskingSheet(
            self._page, self._context, title, asked, self.tr("Give"), deed, self._session.desk.agent
        )

    def bring_back(self, chosen: Sequence[str]) -> None:
        """Take cases out of the archive."""
        try:
            done = self._session.run(archive.bring_back_cases, chosen)
        except Refused as refused:
            self._context.notices.show_message(self._context.words.finding(refused.findings[0]))
            return
        self._tell(filled(self.tr("{count} {count|case|cases} brought back."), {"count": f"{len(done.done):,}"}), done)

    def _archive(self, chosen: Sequence[str], reason: str) -> None:
        done = self._session.run(archive.archive_cases, chosen, reason)
        if done.left and not done.done:
            raise Refused(*done.left)
        undo = partial(self.bring_back, done.done)
        self._tell(
            filled(self.tr("{count} {count|case|cases} archived."), {"count": f"{len(done.done):,}"}), done, undo
        )

    def _give(self, chosen: Sequence[str], agent: str) -> None:
        done = self._session.run(archive.give_to, chosen, agent)
        self._tell(filled(self.tr("{count} {count|case|cases} given."), {"count": f"{len(done.done):,}"}), done)

    def _tell(self, text: str, done: archive.Filed, undo: Callable[[], None] | None = None) -> None:
        left = " ".join(self._context.words.finding(one) for one in done.left[:_NAMED])
        if len(done.left) > _NAMED:
            left += self.tr(" And {count} more.").format(count=f"{len(done.left) - _NAMED:,}")
        told = f"{text} {left}".strip()
        if undo is None:
            self._context.notices.show_message(told)
        else:
            self._context.notices.show_message(told, self.tr("Undo"), undo)

    def _copy(self, numbers: Sequence[str]) -> None:
        QGuiApplication.clipboard().setText("\n".join(numbers))
