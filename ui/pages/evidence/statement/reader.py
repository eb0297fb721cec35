"""Reads statements in the background, one at a time; what was read last is kept for whoever asks again."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.typed_signal import TypedSignal, signal
from workstation.actions.evidence import mappings, statements
from workstation.actions.evidence.statements import IncomeRead, StatementRead
from workstation.casework.case_file import CaseFile
from workstation.errors import Damaged, Refused


class StatementReader(QObject):
    """``arrived`` carries a `StatementRead`, ``income_arrived`` an `IncomeRead`, ``tables_arrived`` a file as rows, ``failed``
    what stood in the way.
    """

    arrived: TypedSignal[StatementRead] = signal(1)
    income_arrived: TypedSignal[IncomeRead] = signal(1)
    tables_arrived: TypedSignal[mappings.FileTables] = signal(1)
    failed: TypedSignal[Refused | Damaged] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._last: StatementRead | None = None
        self._task, self._income_task = TaskProgress(self), TaskProgress(self)
        session.closed.connect(self.forget)

    def ask(self, item_id: str, *, compute: bool = False) -> None:
        """Read an item; an earlier question still open is dropped. ``compute``: with its formulas computed here."""
        self._task.forget()
        if self._last is not None and self._last.item.id == item_id:
            self.arrived.emit(self._last)
            return
        self._task = TaskProgress(self)
        work = self._session.read(statements.statement_reader, item_id, compute=compute)
        self._context.background.run(work, self._on_read, self._on_failed, self._task)

    def ask_income(self, file: CaseFile) -> None:
        """Read every statement of a case."""
        self._income_task.forget()
        self._income_task = TaskProgress(self)
        work = self._session.read(statements.income_reader, file)
        self._context.background.run(work, self.income_arrived.emit, self._on_failed, self._income_task)

    def ask_tables(self, item_id: str) -> None:
        """Read an item as the rows that stand in it."""
        self._task.forget()
        self._task = TaskProgress(self)
        work = self._session.read(mappings.file_tables, item_id)
        self._context.background.run(work, self.tables_arrived.emit, self._on_failed, self._task)

    def forget(self) -> None:
        """Drop what is under way and what is kept: another item is shown, or layouts have changed."""
        self._task.forget()
        self._income_task.forget()
        self._last = None

    def _on_read(self, read: StatementRead) -> None:
        self._last = read
        self.arrived.emit(read)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused | Damaged):
            raise error
        self.failed.emit(error)
