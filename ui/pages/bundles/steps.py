"""Long work on a bundle in the background: how far it is, a way to stop, and what went wrong in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QProgressBar, QWidget

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.widgets.parts import button, label
from ui.widgets.room.flow import flow
from workstation.errors import Refused

T = TypeVar("T")


def megabytes(size: int) -> str:
    """``12.3 MB``; less than one is told in KB."""
    tenths = size * 10 // 2**20
    return f"{tenths // 10:,}.{tenths % 10} MB" if tenths >= 10 else f"{-(-size // 1024):,} KB"


class Steps(QWidget):
    """One line: a bar while work runs, a stop button, and a note."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.task: TaskProgress | None = None
        self.note = label("", "finding", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(180)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.stop_button = button(self.tr("Sto&p"), on_click=self.stop)
        line = flow(self.note, self.bar, self.stop_button, gap=8)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._refused: Refused | None = None
        session.closed.connect(self.forget)
        context.privacy.changed.connect(self._on_privacy_changed)
        self._show_running(False)

    def run(
        self, work: Callable[[Callable[[int, int], None]], T], done: Callable[[T], None], failed: Callable[[], None]
    ) -> None:
        """Begin: ``work(step)`` on another thread, then ``done`` with its result, or ``failed`` once its note is shown."""
        task = self.task = TaskProgress(self)
        task.stepped.connect(self._on_step)
        self.show_note("")
        self._show_running(True)

        def finished(result: T) -> None:
            self._show_running(False)
            done(result)

        def stopped(error: Exception) -> None:
            self._show_running(False)
            self._show_error(error)
            failed()

        self._context.background.run(lambda: work(task.step), finished, stopped, task)

    def stop(self) -> None:
        """Stop the work; nothing half-done stays behind."""
        if self.task is not None:
            self.task.cancel()

    def forget(self) -> None:
        """Stop, and ignore what comes of it: the desk is closed."""
        if self.task is not None:
            self.task.forget()

    def show_note(self, text: str) -> None:
        """Say something, or nothing."""
        self._refused = None
        self.note.setText(text)

    def show_refused(self, refused: Refused) -> None:
        """Say why something was refused."""
        self.show_note("✕ " + " ".join(self._context.words.finding(one) for one in refused.findings[:3]))
        self._refused = refused

    def _on_privacy_changed(self, _hidden: bool) -> None:
        """A file may bear the name of a person."""
        if self._refused is not None:
            self.show_refused(self._refused)

    def _show_error(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.show_refused(error)
        elif isinstance(error, Cancelled):
            self.show_note("△ " + self.tr("Stopped; nothing was changed."))
        else:
            raise error

    def _on_step(self, done: int, total: int) -> None:
        self.bar.setMaximum(max(1, total))
        self.bar.setValue(done)

    def _show_running(self, running: bool) -> None:
        if not running:
            self.task = None
        self.bar.setMaximum(0 if running else 1)
        for shown in (self.bar, self.stop_button):
            shown.setVisible(running)
