"""Backups of the desk: where they go, one now, how many are kept, and what became of the last ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from ui.backup.runner import BackupRunner
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.form import Form
from ui.look.wording import desk_moment, megabytes
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import IN_DAYS, CheckEdit, CountEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, Elided, button, in_role, label
from ui.widgets.room.flow import flow, shared
from workstation.actions.backup.copying import history, save_backup_settings, settings_of
from workstation.casework.backup import BackupRecord, last_good
from workstation.errors import Finding, Refused
from workstation.wording import filled

_SHOWN = 50
_TABLE_HEIGHT = 150


class BackupCard(Card):
    """Everything saves itself but the numbers, which wait for their button. ``case_requested`` leads to one case of a backup."""

    case_requested = Signal()

    def __init__(self, session: DeskSession, context: UiContext, runner: BackupRunner) -> None:
        super().__init__(gap=8)
        self._session, self._context, self._runner = session, context, runner
        self.choose_button = button(self.tr("Ch&oose folder…"), on_click=self.choose)
        self.now_button = button(self.tr("Back &up now"), "primary", self.back_up)
        self.stop_button = button(self.tr("Stop"), on_click=runner.stop)
        self.case_button = button(self.tr("Restore a cas&e…"), on_click=self.case_requested.emit)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Backup progress"))
        self.place = Elided("", "")
        self.message = label("", "hint", wrap=True)
        self.form = self._form()
        self.keep_button = button(self.tr("Save"), on_click=self.keep)
        own(self.now_button, self)
        own(self.keep_button, *self.form.fields.values(), saves=True)
        self.table: Table[BackupRecord] = Table(
            self._columns(),
            empty=self.tr("No backups yet. Choose the folder, then back up."),
        )
        self.table.setAccessibleName(self.tr("Backups made"))
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self._lay_out()
        runner.changed.connect(self._on_runner_changed)
        runner.ended.connect(self._on_runner_ended)
        runner.stepped.connect(self._on_runner_stepped)
        self.load()

    def _form(self) -> Form:
        fields = (
            Field("daily", self.tr("Da&ys"), CountEdit(1, 999)),
            Field("weekly", self.tr("&Weeks"), CountEdit(0, 999)),
            Field("monthly", self.tr("&Months"), CountEdit(0, 999)),
            Field("remind_days", self.tr("&Remind after days"), CountEdit(1, 999, counted=IN_DAYS)),
            Field("automatic", "", CheckEdit(self.tr("Back up &automatically, once a day"))),
        )
        return Form("backup", self._context.words, fields)

    def _columns(self) -> list[ColumnSpec[BackupRecord]]:
        return [
            ColumnSpec(self.tr("Date"), lambda one: desk_moment(one.at), 124, whole=True),
            ColumnSpec(self.tr("Result"), lambda one: self._result(one)),
            ColumnSpec(self.tr("Cases"), lambda one: f"{one.cases:,}", 64, figure=True, order=lambda one: one.cases),
            ColumnSpec(
                self.tr("Evidence"), lambda one: f"{one.evidence:,}", 76, figure=True, order=lambda one: one.evidence
            ),
            ColumnSpec(self.tr("Size"), lambda one: megabytes(one.size), 84, figure=True, order=lambda one: one.size),
        ]

    def _result(self, one: BackupRecord) -> str:
        if one.problem:
            return "✕ " + self._context.words.finding(Finding(one.problem, "", {"folder": one.place, "missing": "…"}))
        if one.lacking:
            return "⚠ " + filled(self.tr("{count} {count|file|files} missing"), {"count": one.lacking})
        return "✓ " + self.tr("Verified")

    def _lay_out(self) -> None:
        head: list[QWidget | int] = [
            caption(self.tr("Backup")),
            -1,
            self.choose_button,
            self.stop_button,
            self.now_button,
        ]
        fields = self.form.fields
        numbers = shared(*(fields[key] for key in ("daily", "weekly", "monthly", "remind_days")), gap=8)
        told = flow(self.message, self.case_button, gap=8)
        told.setStretch(0, 1)
        for part in (flow(*head, gap=8), self.place, self.progress, told, self.table):
            self.body.addLayout(part) if not isinstance(part, QWidget) else self.body.addWidget(part)
        self.body.addWidget(label(self.tr("Keep the newest backup of the last …"), "hint"))
        self.body.addLayout(numbers)
        self.body.addLayout(flow(fields["automatic"], -1, self.keep_button, gap=8))

    def load(self) -> None:
        """Show what is kept."""
        kept = self._session.read(settings_of)
        self.form.load({key: getattr(kept, key) for key in self.form.fields})
        self._show_state()
        self._show_last()

    def choose(self) -> None:
        """Ask for the folder or stick, and take it."""
        chosen = self._context.files.folder(self, self.tr("Folder or stick for backups"), self._runner.place)
        if chosen is None:
            return
        try:
            advice = self._runner.choose(Path(chosen))
        except Refused as refused:
            self._show(refused.findings, "finding")
            return
        self._show(advice, "advice")
        if not advice:
            self._show_last()

    def back_up(self) -> None:
        """Make a backup now; without a place, ask for one first."""
        if not self._runner.place:
            self.choose()
        if self._runner.place:
            self._runner.start()

    def keep(self) -> None:
        """Save how many are kept."""
        try:
            values = self.form.draft()
            before = self._session.read(settings_of)
            numbers: dict[str, Any] = {key: 0 if value is None else value for key, value in values.items()}
            after = replace(before, **numbers)
            self._session.run(save_backup_settings, after)
        except Refused as refused:
            self.form.show(refused.findings)
            return
        self.form.accept()
        self._context.notices.show_message(self.tr("Settings saved."))

    def _show_state(self) -> None:
        running = self._runner.running
        self.place.set_text(self._runner.place or self.tr("No folder chosen yet. Best is a stick or another disk."))
        self.now_button.setEnabled(not running)
        self.choose_button.setEnabled(not running)
        self.stop_button.setVisible(running)
        self.progress.setVisible(running)
        self.table.show_rows(self._session.read(history)[:_SHOWN])

    def _show_last(self) -> None:
        last = last_good(self._session.read(history), self._session.desk.clock.now())
        text = self.tr("Last good backup: {at}.").format(at=desk_moment(last.at)) if last else self.tr("No backup yet.")
        self.message.setText(text)
        in_role(self.message, "good" if last else "advice")

    def _show(self, findings: tuple[Finding, ...], role: str) -> None:
        self.message.setText("\n".join(self._context.words.finding(finding) for finding in findings))
        in_role(self.message, role)

    def _on_runner_changed(self, _running: bool) -> None:
        self._show_state()

    def _on_runner_stepped(self, done: int, total: int) -> None:
        self.progress.setMaximum(max(1, total))
        self.progress.setValue(done)

    def _on_runner_ended(self, findings: tuple[Finding, ...]) -> None:
        self.progress.reset()
        newest = next(iter(self._session.read(history)), None)
        if newest is not None and not newest.problem and not newest.lacking:
            self._show_last()
        else:
            self._show(findings, "finding")
