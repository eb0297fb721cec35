"""A bank's form imported: which file, what it turned out to be, for which bank and under which name."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.form import Form
from ui.typed_signal import TypedSignal, signal
from ui.widgets.busy import BusyBar
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import Card, button, column, icon_button, label, row
from workstation.actions.banks import form_library, form_mapping
from workstation.actions.banks.form_mapping import Inspected
from workstation.casework.bank_form import BankForm
from workstation.errors import Refused
from workstation.wording import filled

_WIDTH = 560


class NewFormSheet(QWidget):
    """``closed`` asks to go back; ``kept`` carries the id of the form that was imported."""

    closed = Signal()
    kept: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._path: Path | None = None
        self._task = TaskProgress(self)
        self.busy = BusyBar()
        session.closed.connect(self._on_session_closed)
        self.back = icon_button(context.theme, "back", self.tr("Back (Esc)"), self.closed.emit)
        self.file_button = button(self.tr("Choose &file…"), on_click=self.choose)
        self.answer = label("", "quiet", wrap=True)
        self.answer.setMinimumHeight(84)
        self.answer.setAlignment(Qt.AlignmentFlag.AlignTop)
        fields = (
            Field("title", self.tr("Form &name"), TextEdit()),
            Field("bank", self.tr("&Bank"), ChoiceEdit({}, empty=self.tr("Any bank"))),
            Field("password", self.tr("&Password"), TextEdit(), self.tr("Only if the file has one")),
        )
        self.form = Form("bank_form", context.words, fields, context.privacy, session.drafts, "bank_forms")
        self.form.fields["password"].editor.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.fields["password"].editor.left.connect(self._inspect)
        self.keep_button = button(self.tr("&Import form"), "primary", self.keep)
        self._lay_out()

    def _on_session_closed(self) -> None:
        self._task.forget()

    def _lay_out(self) -> None:
        head = row(self.back, label(self.tr("Bank form"), "section"), gap=8)
        head.setStretch(1, 1)
        told = label(
            self.tr("The file is stored unchanged and encrypted; filled copies are made from it. Fields with clear "
                    "names are recognised; the others are mapped once and remembered."),
            "hint", wrap=True,
        )  # fmt: skip
        card = Card(
            head, told, self.file_button, self.busy, self.answer, *self.form.fields.values(), self.keep_button, gap=10
        )
        card.setFixedWidth(_WIDTH)
        self.setLayout(row(-1, column(card, -1), -1))

    def begin(self, banks: tuple[str, ...], bank: str) -> None:
        """Start again for a bank; what is still being looked at is forgotten."""
        self._task.forget()
        self._task = TaskProgress(self)
        self._set_busy(False)
        self._path = None
        self.form.fields["bank"].editor.offer({one: one for one in banks}, empty=self.tr("Any bank"))
        self.form.about("", anew=True)
        self.form.load({"bank": bank})
        self.answer.setText("")
        self.keep_button.setEnabled(False)
        self.file_button.setFocus()

    def choose(self) -> None:
        """Ask for the file and look into it."""
        path = self._context.files.existing(self, self.tr("Bank form"), "PDF (*.pdf)")
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Look into a file."""
        self._path = path
        if not self.form.fields["title"].editor.raw():
            self.form.fields["title"].editor.load(path.stem)
        self._inspect()

    def _inspect(self) -> None:
        """Say what the file is, and whether it can be kept."""
        if self._path is None:
            return
        if self.busy.busy:
            return
        password = str(self.form.fields["password"].editor.raw())
        self._set_busy(True)
        work = partial(form_mapping.look_into, self._path, password, self._context.readers)
        self._context.background.run(work, partial(self._on_inspected, self._path), self._on_inspect_failed, self._task)

    def _on_inspect_failed(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, Refused):
            raise error
        self._show_text([self._context.words.finding(one) for one in error.findings], bad=True)
        if any(one.code in ("form_locked", "form_password_wrong") for one in error.findings):
            self.form.fields["password"].editor.setFocus()

    def _on_inspected(self, path: Path, found: Inspected) -> None:
        self._set_busy(False)
        words = [self._context.words.finding(one) for one in (*found.obstacles, *found.notes)]
        counted = filled(
            self.tr("{file}: {pages} {pages|page|pages}, {fields} {fields|field|fields} to fill."),
            {"file": path.name, "pages": found.pages, "fields": found.fields},
        )
        self._show_text([counted, *words], bad=bool(found.obstacles))

    def _show_text(self, sentences: list[str], *, bad: bool) -> None:
        self.answer.setText("\n".join(sentences))
        self.answer.setProperty("role", "finding" if bad else "quiet")
        self.answer.style().polish(self.answer)
        self.keep_button.setEnabled(not bad)
        if not bad:
            self.keep_button.setFocus()

    def keep(self) -> None:
        """Keep the form on the desk."""
        if self._path is None:
            return
        told = self.form.draft()
        known = (told["bank"], told["title"], told["password"])
        intake = self._session.read(form_library.form_intake, self._path, *known)
        self._set_busy(True)
        self._context.background.run(intake.build, self._on_built, self._on_keep_failed, self._task)

    def _on_built(self, form: BankForm) -> None:
        try:
            kept = self._session.run(form_library.keep_form, form)
        except Refused as refused:
            self._on_keep_failed(refused)
            return
        self._set_busy(False)
        self.form.accept()
        self.kept.emit(kept.id)

    def _on_keep_failed(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, Refused):
            raise error
        left = self.form.show(error.findings)
        if left:
            self._show_text([self._context.words.finding(one) for one in left], bad=True)

    def _set_busy(self, busy: bool) -> None:
        """A second press while a form is being looked at or kept is ignored: the buttons are off."""
        self.busy.set_busy(busy)
        for made in (self.file_button, self.keep_button):
            made.setEnabled(not busy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
