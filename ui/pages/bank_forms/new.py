"""A bank's form imported: which file, what it turned out to be, for which bank and under which name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.form import Form
from ui.typed_signal import TypedSignal, signal
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import Card, button, column, icon_button, label, row
from workstation.actions.banks import form_library, form_mapping
from workstation.errors import Refused

_WIDTH = 560


class NewFormSheet(QWidget):
    """``closed`` asks to go back; ``kept`` carries the id of the form that was imported."""

    closed = Signal()
    kept: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._path: Path | None = None
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
        self.form = Form("bank_form", context.words, fields)
        self.form.fields["password"].editor.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.fields["password"].editor.left.connect(self._inspect)
        self.keep_button = button(self.tr("&Import form"), "primary", self.keep)
        self._lay_out()

    def _lay_out(self) -> None:
        head = row(self.back, label(self.tr("Bank form"), "section"), gap=8)
        head.setStretch(1, 1)
        told = label(
            self.tr("The file is stored unchanged and encrypted; filled copies are made from it. Fields with clear "
                    "names are recognised; the others are mapped once and remembered."),
            "hint", wrap=True,
        )  # fmt: skip
        card = Card(head, told, self.file_button, self.answer, *self.form.fields.values(), self.keep_button, gap=10)
        card.setFixedWidth(_WIDTH)
        self.setLayout(row(-1, column(card, -1), -1))

    def begin(self, banks: tuple[str, ...], bank: str) -> None:
        """Start again for a bank."""
        self._path = None
        self.form.fields["bank"].editor.offer({one: one for one in banks}, empty=self.tr("Any bank"))
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
        password = str(self.form.fields["password"].editor.raw())
        try:
            found = form_mapping.look_into(self._path, password)
        except Refused as refused:
            self._show_text([self._context.words.finding(one) for one in refused.findings], bad=True)
            if any(one.code in ("form_locked", "form_password_wrong") for one in refused.findings):
                self.form.fields["password"].editor.setFocus()
            return
        words = [self._context.words.finding(one) for one in (*found.obstacles, *found.notes)]
        counted = self.tr("{file}: {pages} pages, {fields} fields to fill.").format(
            file=self._path.name, pages=found.pages, fields=found.fields
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
        try:
            kept = self._session.write(form_library.bring_in, self._path, told["bank"], told["title"], told["password"])
        except Refused as refused:
            left = self.form.show(refused.findings)
            if left:
                self._show_text([self._context.words.finding(one) for one in left], bad=True)
            return
        self.kept.emit(kept.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
