"""The program itself: its version, a later one out of a signed file, and the one before in one step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.files import local_files
from ui.widgets.field import caption
from ui.widgets.parts import Card, button, in_role, label
from ui.widgets.room.flow import flow
from workstation.errors import Refused
from workstation.updates import program
from workstation.updates.update_file import SUFFIX
from workstation.updates.versions_here import Program


class ProgramCard(Card):
    """An update file may be chosen or dropped here; what was installed starts with the program's next start."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self._context = context
        self._task: TaskProgress | None = None
        self.update_button = button(self.tr("&Update from file…"), on_click=self.choose)
        self.back_button = button("", on_click=self.go_back)
        self.stop_button = button(self.tr("Stop"), on_click=self.stop)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the update"))
        self.state, self.result = label("", wrap=True), label("", "hint", wrap=True)
        head: list[QWidget | int] = [
            caption(self.tr("Program")), -1, self.stop_button, self.back_button, self.update_button
        ]  # fmt: skip
        self.body.addLayout(flow(*head, gap=8))
        for part in (self.state, self.progress, self.result):
            self.body.addWidget(part)
        self.setAcceptDrops(program.running() is not None)
        session.closed.connect(self._on_session_closed)
        self._show_state()

    def choose(self) -> None:
        """Ask for the update file."""
        kinds = self.tr("Updates of Concord") + f" (*{SUFFIX})"
        chosen = self._context.files.existing(self, self.tr("Update from file"), kinds)
        if chosen is not None:
            self.install(chosen)

    def install(self, file: Path) -> None:
        """Check the file and lay its version beside this one, in the background."""
        if self._task is not None:
            return
        task = self._task = TaskProgress(self)
        task.stepped.connect(self._on_progress)
        self._show_state()
        self._tell(self.tr("Checking {file} …").format(file=file.name), "hint")
        work = program.install_update
        self._context.background.run(lambda: work(file, task.step), self._on_installed, self._on_failed, task)

    def go_back(self) -> None:
        """Have the version before start from now on; what it cannot open is said before anybody wonders."""
        try:
            before = program.take_back()
        except Refused as refused:
            self._on_failed(refused)
            return
        self._show_state()
        told = self.tr(
            "Version {version} starts the next time. A desk that a later version has changed stays closed to it; "
            "the copy made before the change is in the desk’s folder “backups”."
        )
        self._tell("✓ " + told.format(version=before.version), "good")

    def stop(self) -> None:
        """Stop; the version in use stays."""
        if self._task is not None:
            self._task.cancel()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if file := self._dropped(event):
            event.acceptProposedAction()
            self.install(file)

    def _dropped(self, event: QDropEvent) -> Path | None:
        files = local_files(event.mimeData())
        return files[0] if len(files) == 1 and files[0].suffix == SUFFIX else None

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setMaximum(max(1, total))
        self.progress.setValue(done)

    def _on_installed(self, found: Program) -> None:
        self._task = None
        self._show_state()
        self._tell_next(found)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self._show_state()
        if isinstance(error, Refused):
            self._tell("✕ " + self._context.words.finding(error.findings[0]), "finding")
        elif isinstance(error, Cancelled):
            self._tell(self.tr("Stopped; the version in use was left as it was."), "advice")
        else:
            raise error

    def _on_session_closed(self) -> None:
        if self._task is not None:
            self._task.forget()

    def _tell_next(self, found: Program) -> None:
        told = self.tr(
            "Version {version} starts the next time. A desk is copied into its folder “backups” before a newer version changes it."
        )
        self._tell("✓ " + told.format(version=found.version), "good")

    def _tell(self, text: str, role: str) -> None:
        self.result.setText(text)
        in_role(self.result, role)
        self.result.setVisible(bool(text))

    def _show_state(self) -> None:
        busy, here = self._task is not None, program.running()
        version = program.version()
        if here is None:
            text = self.tr(
                "Version {version}. It was not unpacked from a bundle: a newer one comes the way this one came."
            )
        elif (following := program.starts_next().version) != here.version:
            text = self.tr("Version {version}; the next time {next} starts.").replace("{next}", following)
        else:
            text = self.tr("Version {version}")
        self.state.setText(text.replace("{version}", version))
        before = program.version_before()
        self.back_button.setText(self.tr("Back to {version}").format(version=before))
        self.back_button.setVisible(bool(before) and not busy)
        self.update_button.setVisible(here is not None)
        self.update_button.setEnabled(not busy)
        self.stop_button.setVisible(busy)
        self.progress.setVisible(busy)
        if not busy:
            self.progress.reset()
            self._tell("", "hint")
