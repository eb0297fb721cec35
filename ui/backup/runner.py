"""Copies of the open desk in the background: a while after opening, then daily, or when the person asks; nobody waits for one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession, unasked
from ui.typed_signal import TypedSignal, signal
from workstation.errors import Finding, Refused, StorageFailed

if TYPE_CHECKING:
    from collections.abc import Callable

    from workstation.actions.backup.copying import CopyMade
    from workstation.actions.desk import Desk
    from workstation.casework.backup import BackupRecord

FIRST_MS: Final = 20_000
"""After opening: the first clicks of a day come first."""
_AGAIN_MS: Final = 30 * 60_000


class BackupRunner(QObject):
    """One copy at a time. ``changed`` carries whether one is under way; ``ended`` what is to be told of it, by findings.

    ``stepped`` carries how far it is (files done, files in all).
    """

    changed: TypedSignal[bool] = signal(1)
    ended: TypedSignal[tuple[Finding, ...]] = signal(1)
    stepped: TypedSignal[int, int] = signal(2)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session)
        self._session, self._context = session, context
        self._task: TaskProgress | None = None
        self._anew = False
        session.closed.connect(self._on_session_closed)
        self._first, self._again = QTimer(self), QTimer(self)
        self._first.setSingleShot(True)
        for timer, wait in ((self._first, FIRST_MS), (self._again, _AGAIN_MS)):
            timer.timeout.connect(self.run_if_due)
            timer.start(wait)

    @property
    def running(self) -> bool:
        """Whether a copy is under way."""
        return self._task is not None

    @property
    def place(self) -> str:
        """Where this computer keeps copies of the desk; empty until somebody has chosen."""
        return self._context.preferences.backup_place(self._desk_id())

    def choose(self, place: Path) -> tuple[Finding, ...]:
        """Take a place from now on; answers advice about it. Raises `Refused` as `judge_place`."""
        from workstation.actions.backup.copying import judge_place

        advice = self._session.read(judge_place, place)
        self._context.preferences.set_backup_place(self._desk_id(), str(place))
        self._anew = True
        self.changed.emit(self.running)
        return advice

    @unasked
    def run_if_due(self) -> None:
        """Make a copy when the last good one is a day old, there is a place, and the desk is to copy itself."""
        from workstation.actions.backup.copying import is_due, settings_of

        read = self._session.read
        if self.place and not self.running and read(settings_of).automatic and read(is_due):
            self.start()

    def start(self) -> None:
        """Make a copy now; what keeps it from being made is told by ``ended``."""
        from workstation.actions.backup.copying import backup_work, refuse_moved

        if self.running:
            return
        place = Path(self.place)
        task = self._task = TaskProgress(self)
        try:
            if not self._anew:
                self._session.read(refuse_moved, place)
            work = self._session.read(backup_work, place)
        except Refused as refused:
            self._on_failed(place, refused)
            return
        task.stepped.connect(self.stepped)
        self.changed.emit(True)
        self._context.background.run(
            partial(work, task.step), partial(self._on_done, place), partial(self._on_failed, place), task
        )

    def stop(self) -> None:
        """Stop at the next file; nothing of the copy stays."""
        if self._task is not None:
            self._task.cancel()

    def _desk_id(self) -> str:
        from workstation.actions.backup.copying import desk_id

        return self._session.read(desk_id)

    def _on_done(self, place: Path, made: CopyMade) -> None:
        from workstation.actions.backup.copying import record_copy

        self._anew = False
        self._end(self._recorded(partial(record_copy, place=place, made=made)) + made.findings)

    def _on_failed(self, place: Path, error: Exception) -> None:
        from workstation.actions.backup.copying import record_failure

        if isinstance(error, Refused):
            self._recorded(partial(record_failure, place=place, refused=error))
            self._end(error.findings)
            return
        self._end(())
        if not isinstance(error, Cancelled):
            raise error

    def _recorded(self, record: Callable[[Desk], BackupRecord]) -> tuple[Finding, ...]:
        """Put on record what became of a copy; why not, where the desk cannot be written to: it is due again then."""
        try:
            self._session.run(record)
        except StorageFailed as failed:
            return failed.findings
        return ()

    def _end(self, findings: tuple[Finding, ...]) -> None:
        self._task = None
        self.changed.emit(False)
        self.ended.emit(findings)

    def _on_session_closed(self) -> None:
        self._first.stop()
        self._again.stop()
        if self._task is not None:
            self._task.forget()
