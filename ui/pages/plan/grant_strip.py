"""A grant from a supervisor at another desk: the request that goes there as a code, and the code that comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.codes.code_sheet import CodeSheet
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.widgets.editors import TextEdit
from ui.widgets.parts import button, column, label
from ui.widgets.room.flow import lines as flow_lines
from workstation.actions.outputs import write_output
from workstation.actions.oversight import grants
from workstation.errors import Refused
from workstation.plan.version import PlanVersion
from workstation.promise.grant_code import file_text
from workstation.received.regular_file import whole

LONGEST: Final = 8192
"""Bytes of a file with a code, far more than any has."""


class GrantStrip(QWidget):
    """``granted`` once a code was taken. A scanner types the code and Enter, which takes it."""

    granted = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._plan: PlanVersion | None = None
        self._code = ""
        self.ask_button = button(self.tr("Ask a supervisor at another des&k"), on_click=self.ask)
        self.sheet: CodeSheet | None = None
        self.code = TextEdit(self.tr("Code from the supervisor, beginning with G"))
        self.code.setAccessibleName(self.tr("Code from the supervisor"))
        self.code.setMaxLength(LONGEST)
        self.code.returnPressed.connect(self.take)
        self._journal = session.drafts.of_editors("plan/grant", {"code": self.code})
        self.take_button = button(self.tr("&Take code"), on_click=self.take)
        own(self.take_button, self)
        self.file_button = button(self.tr("From fi&le…"), on_click=self.choose)
        self.note = label("", "finding", wrap=True)
        line = flow_lines([[(self.ask_button, 0), (self.code, 1), (self.file_button, 0), (self.take_button, 0)]], gap=8)
        self.setLayout(column(line, self.note, gap=6))
        self.load(None)

    def load(self, plan: PlanVersion | None) -> None:
        """Take codes for a plan version."""
        if plan is not None and self._journal.about(plan.case_id, plan.id):
            self.code.load("")
            self._say("")
            self._journal.loaded()
        self._plan = plan
        self.setEnabled(plan is not None)

    def ask(self) -> None:
        """Make the request, or show the one that waits for its answer."""
        if self._plan is None:
            return
        try:
            request = self._session.run(grants.request_grant, self._plan.id)
        except Refused as refused:
            self._say_refused(refused)
            return
        self._say("")
        self.granted.emit()
        self._code = grants.request_code(request)
        hint = self.tr("Give this to the supervisor: as a file, pasted, or scanned from the screen. It names nobody.")
        self.sheet = CodeSheet(self, self.tr("Request to a supervisor"), hint, self._code, self.save)

    def save(self) -> None:
        """Write the request to a file for the supervisor."""
        name = self.tr("request-V{version}.txt").format(version=self._plan.version if self._plan else 0)
        folder = Path(self._context.preferences.export_folder)
        target = self._context.files.target(self, self.tr("Save request"), str(folder / name), "TXT (*.txt)")
        if target is None:
            return
        title = self._context.words.label("grant", "request_file")
        try:
            write_output(target, file_text(self._code, title).encode())
        except Refused as refused:
            self._say_refused(refused)

    def choose(self) -> None:
        """Take the code of a file."""
        path = self._context.files.existing(self, self.tr("Code from the supervisor"), "TXT (*.txt);;* (*)")
        if path is None:
            return
        try:
            self.code.load(whole(path, LONGEST).decode(errors="replace"))
        except Refused as refused:
            self._say_refused(refused)
            return
        self.take()

    def take(self) -> None:
        """Take the code that was typed, pasted or scanned; a wrong one is told, and stays to be corrected."""
        if self._plan is None:
            return
        try:
            self._session.run(grants.use_grant, self.code.text(), self._plan.id)
        except Refused as refused:
            self._say_refused(refused)
            self.code.setFocus()
            return
        self.code.load("")
        self._journal.settled()
        self._say("")
        self.granted.emit()

    def _say_refused(self, refused: Refused) -> None:
        self._say("✕ " + self._context.words.finding(refused.findings[0]))

    def _say(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
