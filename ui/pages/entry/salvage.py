"""Salvage of a desk that does not open: a new folder is chosen, the rest runs in the background, and what is lost is said."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import button, column, in_role, label, row
from workstation.dates import Clock
from workstation.errors import Refused
from workstation.wording import Wording

_MOST_LINES = 10


class SalvagePart(QWidget):
    """Shown once a desk could not be opened. ``salvaged`` carries the folder of the new desk; ``busy_changed`` whether it works."""

    salvaged: TypedSignal[str] = signal(1)
    busy_changed: TypedSignal[bool] = signal(1)

    def __init__(self, context: UiContext, clock: Clock) -> None:
        super().__init__()
        self._context, self._clock = context, clock
        self._folder, self._passphrase = "", ""
        self._task: TaskProgress | None = None
        self.hint = label(
            self.tr("What can still be read can be brought into a new desk; the damaged one stays as it is."),
            "hint",
            wrap=True,
        )
        self.button = button(self.tr("&Salvage into new desk…"), on_click=self.start)
        self.stop_button = button(self.tr("Stop"), on_click=self.stop)
        self.setLayout(column(self.hint, row(-1, self.stop_button, self.button, gap=8), gap=8))
        self.stop_button.hide()
        self.hide()

    def offer(self, folder: str, passphrase: str) -> None:
        """Offer to salvage the desk of a folder, opened by a passphrase."""
        self._folder, self._passphrase = folder, passphrase
        self.show()

    def start(self) -> None:
        """Ask for the new folder, and begin."""
        title = self.tr("Folder for the new desk")
        target = self._context.files.folder(self, title, str(Path(self._folder).parent))
        if target is None or self._task is not None:
            return
        task = self._task = TaskProgress(self)
        self._set_busy(True)
        work = partial(
            _salvaged, Path(self._folder), target, self._passphrase, self._clock, task, self._context.words.language
        )
        self._context.background.run(work, partial(self._on_done, str(target)), self._on_failed, task)

    def stop(self) -> None:
        """Stop; what was made so far is no desk."""
        if self._task is not None:
            self._task.cancel()

    def _on_done(self, target: str, lines: list[str]) -> None:
        self._set_busy(False)
        self._passphrase = ""
        if len(lines) > _MOST_LINES:
            more = self.tr("… and {count} more.").format(count=len(lines) - _MOST_LINES)
            lines = [*lines[:_MOST_LINES], more]
        done = self.tr("The new desk is in {folder}. Type the passphrase to open it.").format(folder=target)
        self._show_text("\n".join([done, *lines]), "advice" if lines else "good")
        self.button.hide()
        self.salvaged.emit(target)

    def _on_failed(self, error: Exception) -> None:
        self._set_busy(False)
        if isinstance(error, Refused):
            self._show_text("✕ " + self._context.words.finding(error.findings[0]), "finding")
        elif isinstance(error, Cancelled):
            self._show_text(self.tr("Stopped. The damaged desk is as it was."), "advice")
        else:
            raise error

    def _show_text(self, text: str, role: str) -> None:
        self.hint.setText(text)
        in_role(self.hint, role)

    def _set_busy(self, busy: bool) -> None:
        if not busy:
            self._task = None
        self.button.setEnabled(not busy)
        self.stop_button.setVisible(busy)
        self.busy_changed.emit(busy)


def _salvaged(
    damaged: Path, target: Path, passphrase: str, clock: Clock, task: TaskProgress, language: str
) -> list[str]:
    """Works on any thread; answers what is to be said of the new desk."""
    from workstation.actions.salvage import salvage_desk

    report = salvage_desk(damaged, target, passphrase, clock, task.step)
    wording = Wording(language)
    return [wording.finding(finding) for finding in report.findings]
