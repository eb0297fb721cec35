"""A bank's list being matched in the background: how far it is, a way to stop, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.keep.bank_list.lines import ListPlan
from ui.pages.keep.bank_list.work import planning
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import button, label, row
from workstation.actions.keep.list_answers import CasesRead, ListAnswers, ListFile
from workstation.errors import Finding, Refused

_SHARE = 100


class ListMatching(QWidget):
    """One dry run at a time: an answer that comes meanwhile begins it anew. ``refused`` carries the findings of a list that
    cannot be read so, ``stopped`` tells that the person ended it.
    """

    planned: TypedSignal[ListPlan] = signal(1)
    refused: TypedSignal[tuple[Finding, ...]] = signal(1)
    stopped = Signal()

    def __init__(self, session: DeskSession, context: UiContext, *, balances: bool) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._session, self._context, self._balances = session, context, balances
        self._cases = CasesRead()
        self._task: TaskProgress | None = None
        self.text = label(self.tr("Matching the rows…"), "quiet")
        self.progress = QProgressBar()
        self.progress.setRange(0, _SHARE)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(160)
        self.progress.setAccessibleName(self.tr("Rows matched"))
        self.stop_button = button(self.tr("Stop"), "small", self.stop)
        self.setLayout(row(self.text, self.progress, self.stop_button, -1, gap=8))
        session.changed.connect(self._on_session_changed)
        session.closed.connect(self.forget)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether rows are being matched."""
        return self._task is not None

    def begin(self, file: ListFile, said: ListAnswers) -> None:
        """Match a file by what was said; what was under way is dropped."""
        self.forget()
        self._task = task = TaskProgress(self)
        task.stepped.connect(self._on_stepped)
        self.progress.setValue(0)
        self.show()
        work = planning(self._session, file, said, self._cases, task.step, balances=self._balances)
        self._context.background.run(work, self._on_planned, self._on_failed, task)

    def stop(self) -> None:
        """End it at its next row."""
        if self._task is not None:
            self._task.cancel()

    def forget(self) -> None:
        """Drop what is under way; nobody hears of it."""
        if self._task is not None:
            self._task.forget()
        self._end()

    def _end(self) -> None:
        self._task = None
        self.hide()

    def _on_session_changed(self, _changes: object) -> None:
        """Somebody changed something: what was read of cases may be old."""
        self._cases = CasesRead()

    def _on_stepped(self, done: int, rows: int) -> None:
        self.progress.setValue(done * _SHARE // max(1, rows))

    def _on_planned(self, plan: ListPlan) -> None:
        self._end()
        self.planned.emit(plan)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self.stopped.emit()
        elif isinstance(error, Refused):
            self.refused.emit(error.findings)
        else:
            raise error
