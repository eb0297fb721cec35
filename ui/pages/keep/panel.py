"""One entry of keeping being written: its form, its button, and what was found; Enter in a field records it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.form import Form
from ui.typed_signal import TypedSignal, signal
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import button, label
from workstation.errors import Finding, Refused

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile
    from workstation.casework.keeping.accounts import KeptAccount
    from workstation.promise.instalments import Instalment


class EntryPanel(QWidget):
    """Nothing is recorded by leaving: what was started waits as a draft until its button, or Enter, is pressed."""

    edited = Signal()
    list_requested: TypedSignal[str] = signal(1)
    """A bank's list is to be taken in: of ``payments`` or ``balances``."""

    def __init__(
        self, session: DeskSession, context: UiContext, area: str, fields: tuple[Field, ...], words_of_button: str
    ) -> None:
        super().__init__()
        self.session, self.context = session, context
        self.file: CaseFile | None = None
        self.kept: KeptAccount | None = None
        self.form = Form(area, context.words, fields, context.privacy, session.drafts, "keep")
        self.form.edited.connect(self.edited)
        self.form.edited.connect(self.show_advice)
        self.button = button(words_of_button, "primary", self.record)
        own(self.button, self)
        self.note = label("", "quiet", wrap=True)
        self.setObjectName("plain")  # the card it lies in shows through
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(6)
        for field in fields:
            if isinstance(field.editor, QLineEdit):
                field.editor.returnPressed.connect(self.record)

    def load(self, file: CaseFile, kept: KeptAccount | None) -> None:
        """Show an account; what was typed for it and not recorded comes back."""
        self.file, self.kept = file, kept
        account = kept.account if kept else None
        for field in self.form.fields.values():
            if isinstance(field.editor, MoneyEdit) and account:
                field.editor.currency = account.currency
        if self.form.about(file.case.id, account.id if account else "") or not self.form.modified:
            self.form.load(self.defaults())
        self.setEnabled(kept is not None and self.is_open)
        self.fill()
        self.show_advice()

    @property
    def is_open(self) -> bool:
        """Whether entries are taken for the account."""
        return self.kept is not None and self.file is not None and self.file.end(self.kept.account.id) is None

    def defaults(self) -> Mapping[str, object]:
        """What an empty form holds."""
        return {}

    def fill(self) -> None:
        """Show what is on record."""

    def show_advice(self) -> None:
        """Show beside the form what speaks of what is typed."""

    def choose(self, instalment: Instalment | None) -> None:
        """Take up the instalment that was picked in the schedule."""

    def act(self, values: Mapping[str, Any]) -> None:
        """Record the entry. Raises `Refused`."""
        raise NotImplementedError

    @property
    def modified(self) -> bool:
        """Whether an entry was started."""
        return self.kept is not None and self.form.modified

    def record(self) -> bool:
        """Record what is typed; False when something is missing, which is shown at its field."""
        if self.kept is None or not self.button.isEnabled():
            return False
        try:
            self.act(self.form.draft())
        except Refused as refused:
            area = self.form.area
            placed = [
                Finding(one.code, one.subject.replace("keep.", f"{area}."), one.figures) for one in refused.findings
            ]
            rest = self.form.show(placed)
            self.form.focus(placed[0].subject)
            if rest:
                said = " ".join(self.context.words.finding(one) for one in rest)
                self.context.notices.show_message(said)
            return False
        self.form.load(self.defaults())
        self.edited.emit()
        return True
