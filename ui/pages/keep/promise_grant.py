"""Beside a promise that waits longer than an agent may allow: who decides, the decision, and a code from another desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.codes.code_sheet import CodeSheet
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.vouching import VouchingSheet, ask_supervisor, needs_supervisor
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.parts import button, column, label
from ui.widgets.room.flow import flow
from workstation.actions.keep import promise_grants
from workstation.actions.outputs import write_output
from workstation.actions.oversight import grants
from workstation.errors import Refused
from workstation.money import Money
from workstation.profile.account import Account
from workstation.promise.grant_code import file_text
from workstation.promise.wait_grant import PromiseDecision, PromiseRequest

_LONGEST: Final = 8192
"""Characters of a code, far more than any has."""


class PromiseGrant(QWidget):
    """Shown for one promise at a time; ``decided`` once something was recorded about it."""

    decided = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._promise: tuple[str, date, Money] | None = None
        self._authority, self._code = "supervisor", ""
        self.sheet: VouchingSheet | None = None
        self.code_sheet: CodeSheet | None = None
        decisions = {
            "requested": self.tr("Request approval"),
            "granted": self.tr("Granted"),
            "refused": self.tr("Refused"),
        }
        self.decision = ChoiceEdit(decisions, empty=None)
        self.by = TextEdit(self.tr("Decided by"))
        self.note = TextEdit(self.tr("Reason"), secret=True)
        self.button = button(self.tr("R&ecord"), on_click=self.record)
        self.ask_button = button(self.tr("Ask another des&k"), on_click=self.ask)
        self.code = TextEdit(self.tr("Code from the supervisor, beginning with G"))
        self.code.setMaxLength(_LONGEST)
        self.take_button = button(self.tr("Take code"), on_click=self.take)
        own(self.button, self)
        own(self.take_button, self.code)
        self.told = label("", "finding", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        names = (
            (self.decision, self.tr("Decision")), (self.by, self.tr("Decided by")), (self.note, self.tr("Reason")),
            (self.code, self.tr("Code from the supervisor")),
        )  # fmt: skip
        for editor, name in names:
            editor.setAccessibleName(name)
        self.note.returnPressed.connect(self.record)
        self.code.returnPressed.connect(self.take)
        own = flow(self.decision, self.by, self.note, self.button, gap=8)
        own.setStretch(2, 1)
        self._elsewhere = QWidget()
        other = flow(self.ask_button, self.code, self.take_button, gap=8)
        other.setStretch(1, 1)
        other.setContentsMargins(0, 0, 0, 0)
        self._elsewhere.setLayout(other)
        self.setLayout(column(own, self._elsewhere, self.told, gap=6))
        self.setVisible(False)
        self.told.setVisible(False)

    def load(self, account: Account | None, on: date, amount: Money, authority: str) -> None:
        """The promise that needs ``authority``; None: none does."""
        about = (account.id, on, amount) if account is not None else None
        if about != self._promise:
            for editor in (self.by, self.note, self.code):
                editor.load("")
            self.decision.load("requested")
            self._say("")
        self._promise, self._authority = about, authority
        self.by.setVisible(authority == "bank")
        self._elsewhere.setVisible(authority == "supervisor")
        self.setVisible(about is not None)

    def record(self) -> None:
        """Record the decision; a supervisor of this desk confirms it where the person signed in is none."""
        if self._promise is None:
            return
        decision = cast(PromiseDecision, self.decision.raw())
        promise, who, by, note = self._promise, self._authority, self.by.text(), self.note.text()
        self._attempt(
            lambda: self._session.run(promise_grants.record_promise_approval, *promise, who, decision, by, note)
        )

    def ask(self) -> None:
        """Make the request for a supervisor at another desk, or show the one that waits for its answer."""
        if self._promise is None:
            return
        promise = self._promise
        self._attempt(lambda: self._show_code(self._session.run(promise_grants.request_promise, *promise)))

    def take(self) -> None:
        """Take the code that was typed, pasted or scanned."""
        self._attempt(lambda: self._session.run(grants.use_grant, self.code.text()))

    def save(self) -> None:
        """Write the request to a file for the supervisor."""
        folder = Path(self._context.preferences.export_folder)
        target = self._context.files.target(
            self, self.tr("Save request"), str(folder / self.tr("request.txt")), "TXT (*.txt)"
        )
        if target is not None:
            title = self._context.words.label("grant", "request_file")
            self._attempt(lambda: write_output(target, file_text(self._code, title).encode()))

    def _show_code(self, request: PromiseRequest) -> None:
        self._code = grants.request_code(request)
        hint = self.tr("Give this to the supervisor: as a file, pasted, or scanned from the screen. It names nobody.")
        self.code_sheet = CodeSheet(self, self.tr("Request to a supervisor"), hint, self._code, self.save)

    def _attempt(self, work: Callable[[], object]) -> None:
        try:
            work()
        except Refused as refused:
            if needs_supervisor(refused):
                self.sheet = ask_supervisor(self, self._session, self._context, lambda _vouched: self._attempt(work))
                return
            self._say("✕ " + self._context.words.finding(refused.findings[0]))
            return
        self._say("")
        self.decided.emit()

    def _say(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))
