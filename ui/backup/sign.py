"""The quiet sign of backups in the sidebar: one is under way, or the last good one is too old; a click leads to the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.backup.runner import BackupRunner
from ui.desk_session import DeskSession
from ui.widgets.parts import Elided, button, column, in_role


class BackupSign(QWidget):
    """Takes no place while there is nothing to tell."""

    requested = Signal()

    def __init__(self, session: DeskSession, runner: BackupRunner) -> None:
        super().__init__()
        self._session, self._runner = session, runner
        self._narrow = self._told_elsewhere = False
        self.text = Elided("", "hint")
        self.button = button("", "link", self.requested.emit)
        self.setLayout(column(self.text, self.button, gap=0))
        self.text.setContentsMargins(12, 4, 12, 4)
        runner.changed.connect(self._on_runner_changed)
        runner.stepped.connect(self._on_runner_stepped)
        self.load()

    def load(self) -> None:
        """Show what there is to tell."""
        reminder = "" if self._runner.running or self._told_elsewhere else self._reminder()
        self.text.setVisible(self._runner.running)
        self.button.setVisible(bool(reminder))
        self.button.setText(reminder[:1] if self._narrow else reminder)
        self.button.setAccessibleName(reminder)
        settings = self.tr("Open the settings of backups")
        self.button.setToolTip(f"{reminder}\n{settings}" if self._narrow else settings)
        in_role(self.button, "link")
        if self._runner.running:
            self.text.set_text(self.tr("Backing up…"))
            self.text.setVisible(not self._narrow)
        shown = self._runner.running or bool(reminder)
        if not shown or self.parentWidget() is not None:  # without a place it would be a window and take the keyboard
            self.setVisible(shown)

    def set_narrow(self, narrow: bool) -> None:
        """Say it by its sign alone, the words in the tool tip."""
        self._narrow = narrow
        self.text.setContentsMargins(*((0, 4, 0, 4) if narrow else (12, 4, 12, 4)))
        self.load()

    def leave_reminder(self, page: bool) -> None:
        """Say nothing of an old backup while the open page says it itself."""
        if page != self._told_elsewhere:
            self._told_elsewhere = page
            self.load()

    def _reminder(self) -> str:
        from workstation.actions.backup.copying import history, is_kept_in_files, settings_of
        from workstation.casework.backup import days_without

        read = self._session.read
        if not read(is_kept_in_files):
            return ""
        days = days_without(read(history), self._session.desk.clock.now())
        if days is None:
            return self.tr("⚠ No backup yet")
        return self.tr("⚠ Last backup: {days} d ago").format(days=days) if days >= read(settings_of).remind_days else ""

    def _on_runner_changed(self, _running: bool) -> None:
        self.load()

    def _on_runner_stepped(self, done: int, total: int) -> None:
        self.text.set_text(self.tr("Backing up… {share} %").format(share=done * 100 // max(1, total)))
