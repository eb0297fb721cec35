"""The check of the desk: all that is kept read back in the background, with progress, a way to stop, and a result in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QProgressBar, QWidget

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import Words
from ui.widgets.field import caption
from ui.widgets.parts import Card, button, in_role, label
from ui.widgets.room.flow import flow
from workstation.actions.integrity import DeskReport, Seen, desk_checker
from workstation.actions.upkeep import LIST_DRIFTED, Quarantined, list_maker, quarantine_orphans
from workstation.errors import Refused
from workstation.wording import filled

T = TypeVar("T")
_MOST_LINES = 12


def quarantine_lines(words: Words, moved: Quarantined) -> list[str]:
    """What a look at the vault moved, a line each; none when nothing was."""
    counts = {"set_aside": moved.set_aside, "brought_back": moved.brought_back}
    return [words.sentence(f"quarantine.{key}", {"count": f"{count:,}"}) for key, count in counts.items() if count]


class DeskCheckCard(Card):
    """Nothing is deleted or repaired: what is wrong is said with what to do next, and what no record names is set aside."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(gap=8)
        self._session, self._context = session, context
        self._task: TaskProgress | None = None
        self.button = button(self.tr("Chec&k desk"), on_click=self.check)
        self.stop_button = button(self.tr("Stop"), on_click=self.stop)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Check progress"))
        self.result = label(
            self.tr(
                "Verifies the key file, every page and record of the database, the log and every file of the vault."
            ),
            "hint",
            wrap=True,
        )
        self.result.setMinimumHeight(52)
        self.list_button = button(self.tr("Make &list anew"), on_click=self.make_list)
        self.list_button.hide()
        head: list[QWidget | int] = [
            caption(self.tr("Desk check")), -1, self.list_button, self.stop_button, self.button
        ]  # fmt: skip
        self.body.addLayout(flow(*head, gap=8))
        self.body.addWidget(self.progress)
        self.body.addWidget(self.result)
        session.closed.connect(self._on_session_closed)
        self._show_running(False)

    def check(self) -> None:
        """Begin."""
        if self._task is not None:
            return
        self._begin(self._session.read(desk_checker), self._on_done)

    def make_list(self) -> None:
        """Make the list of cases anew from the records, then check again."""
        if self._task is None:
            self._begin(self._session.read(list_maker), lambda _count: self.check())

    def _begin(self, work: Callable[[Seen], T], done: Callable[[T], None]) -> None:
        task = self._task = TaskProgress(self)
        task.stepped.connect(self._on_progress)
        self._show_running(True)

        def ended(answer: T) -> None:
            self._show_running(False)
            done(answer)

        self._context.background.run(lambda: work(task.step), ended, self._on_failed, task)

    def stop(self) -> None:
        """Stop; nothing was changed."""
        if self._task is not None:
            self._task.cancel()

    def _on_session_closed(self) -> None:
        if self._task is not None:
            self._task.forget()

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setMaximum(max(1, total))
        self.progress.setValue(done)

    def _on_done(self, report: DeskReport) -> None:
        words, desk = self._context.words, self._session.desk
        findings = (*desk.opening_findings, *report.findings)
        drifted = any(finding.code in LIST_DRIFTED for finding in findings)
        self.list_button.setVisible(drifted and not desk.read_only)
        lines = ["✕ " + words.finding(finding) for finding in findings]
        if len(lines) > _MOST_LINES:
            more = len(lines) - _MOST_LINES + 1
            lines[_MOST_LINES - 2 : -1] = [self.tr("… and {count} more").format(count=more)]
        if not lines:
            counts = {"records": f"{report.records:,}", "files": f"{report.files:,}", "entries": f"{report.entries:,}"}
            told = self.tr(
                "{records} {records|record|records}, {files} {files|file|files} and {entries} "
                "{entries|entry|entries} of the log checked; all are whole."
            )
            lines = ["✓ " + filled(told, {**counts})]
        if report.may_set_aside and not desk.read_only:
            lines += self._set_aside(words)
        self._show_text("\n".join(lines), "finding" if findings else "good")

    def _set_aside(self, words: Words) -> list[str]:
        try:
            return quarantine_lines(words, self._session.run(quarantine_orphans))
        except Refused as refused:
            return ["✕ " + words.finding(finding) for finding in refused.findings]

    def _on_failed(self, error: Exception) -> None:
        self._show_running(False)
        if isinstance(error, Refused):
            self._show_text("✕ " + self._context.words.finding(error.findings[0]), "finding")
        elif isinstance(error, Cancelled):
            self._show_text(self.tr("Stopped; not everything was checked."), "advice")
        else:
            raise error

    def _show_text(self, text: str, role: str) -> None:
        self.result.setText(text)
        in_role(self.result, role)

    def _show_running(self, running: bool) -> None:
        if not running:
            self._task = None
        self.button.setEnabled(not running)
        self.stop_button.setEnabled(running)
        if not running:
            self.progress.reset()
