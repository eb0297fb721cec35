"""A bank's form filled for the case: which form, what stands in each field or why it is empty, and the form as it will print."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.icons import icon
from ui.pages.application.preview import PaperPreview
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import CheckEdit, ChoiceEdit
from ui.widgets.parts import Card, button, label, row
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import beside
from workstation.actions.banks import bank_forms, form_library
from workstation.actions.banks.bank_forms import CaseForm, CaseFormSource, FieldRow
from workstation.casework.case_file import CaseFile
from workstation.errors import Damaged, Finding, Refused
from workstation.field_ref import FieldRef

_WIDTH = 392


class FillSheet(QWidget):
    """``field_requested`` carries where a value is missing, ``mapping_requested`` the id of the form whose fields are to be set."""

    field_requested: TypedSignal[str] = signal(1)
    mapping_requested: TypedSignal[str] = signal(1)
    import_requested = Signal()
    export_requested = Signal()
    print_requested = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._file: CaseFile | None = None
        self.made: CaseForm | None = None
        self._source: CaseFormSource | None = None
        self._request_no = 0
        self._field_ref = ""
        self._own: set[str] = set()
        self._task = TaskProgress()
        self.bank = ChoiceEdit({}, empty=None)
        self.bank.setAccessibleName(self.tr("Bank"))
        self.form = ChoiceEdit({}, empty=None)
        self.form.setAccessibleName(self.tr("Bank form"))
        self.table = self._table()
        self.note = label("", "quiet", wrap=True)
        self.note.setMinimumHeight(36)
        self.link = button("", "link", self._go)
        self.new_button = button(self.tr("&Import form…"), on_click=self.import_requested.emit)
        self.mapping_button = button(self.tr("Fields and val&ues…"), on_click=self._ask_mapping)
        self.retire_button = button(self.tr("Re&move from list"), "quiet", self._retire)
        self.keep = CheckEdit(self.tr("&Keep fields editable"))
        self.export_button = button(self.tr("&Export (PDF)"), "primary", self.export_requested.emit)
        self.export_button.setToolTip("Ctrl+E")
        self.print_button = button(self.tr("&Print…"), on_click=self.print_requested.emit)
        self.print_button.setToolTip("Ctrl+P")
        self.preview = PaperPreview(context)
        self.preview.versions.hide()
        self._lay_out()
        self._connect()

    def _table(self) -> Table[FieldRow]:
        table: Table[FieldRow] = Table(
            [
                ColumnSpec(self.tr("Field"), self._name_of, icon=self._icon),
                ColumnSpec(self.tr("Goes in"), self._text_of, 196, private=True, keep=(0, 0)),
            ],
            line=26,
            privacy=self._context.privacy,
            empty=self.tr("The fields of the form are listed here once a form is chosen."),
        )
        table.setAccessibleName(self.tr("Form fields"))
        return table

    def _lay_out(self) -> None:
        self.link.hide()
        card = Card(
            self.bank, self.form, flow(self.new_button, self.mapping_button, gap=8), self.table, self.note, self.link,
            row(self.keep, -1), flow(self.export_button, self.print_button, gap=8), self.retire_button, gap=8, padding=12,
        )  # fmt: skip
        card.body.setStretch(3, 1)
        body = beside(card, self.preview, side=_WIDTH)
        body.setStretch(1, 1)
        self.setLayout(body)

    def _connect(self) -> None:
        self.bank.edited.connect(self._on_bank_edited)
        self.form.edited.connect(self.refresh)
        self.table.picked.connect(self._on_table_picked)
        self.table.opened.connect(lambda _row: self._go())
        task = self._task
        self._session.closed.connect(task.forget)
        self.destroyed.connect(lambda: task.forget())

    def load(self, file: CaseFile) -> None:
        """Show the forms for a case; what was chosen stays chosen."""
        self._file = file
        chosen = str(self.bank.raw())
        self.bank.offer({bank: bank for bank in file.addressees})
        self.bank.load(chosen if chosen in file.addressees else next(iter(file.addressees), ""))
        self.bank.setEnabled(bool(file.addressees))
        self.offer(str(self.form.raw()))

    def offer(self, form_id: str = "") -> None:
        """Offer the forms at hand, choose one, and fill it when it is looked at."""
        language = self._context.words.language
        offered = self._session.read(form_library.offered_forms, str(self.bank.raw()), language)
        self.form.offer({one.id: one.title for one in offered})
        self.form.load(form_id if any(one.id == form_id for one in offered) else next((one.id for one in offered), ""))
        self._own = {one.id for one in offered if one.own}
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Fill the chosen form again, in the background."""
        self._request_no += 1
        self.made = None
        self.retire_button.setEnabled(str(self.form.raw()) in self._own)
        if self._file is None or not self.bank.raw():
            self._refuse((Finding("required_field", FieldRef.CASE_ACCOUNTS),))
            return
        try:
            source = self._session.read(
                bank_forms.case_form_source, self._file.case.id, str(self.bank.raw()), str(self.form.raw())
            )
        except Refused as refused:
            self._refuse(refused.findings)
            return
        except Damaged as damaged:
            self.preview.set_text(str(damaged))
            return
        self.preview.head(source.source.title, self._context.words.label("language", self._file.case.language))
        request_no = self._request_no
        # Shown and printed flattened: the library that draws pages here leaves the places of fields empty.
        work, self._source = source.build, source
        self._context.background.run(
            work, partial(self._on_made, request_no), partial(self._on_failed, request_no), self._task
        )

    def leave(self, done: Callable[[bytes], None], failed: Callable[[Exception], None]) -> None:
        """The form as it leaves by file: as it is shown, or written anew with its fields to be edited; refused as `fill_form`."""
        source, made = self._source, self.made
        if source is None or made is None:
            return
        if not self.keep.isChecked():
            done(made.filled.pdf)
            return
        self._context.background.run(
            partial(source.build, keep=True), lambda again: done(again.filled.pdf), failed, self._task
        )

    def _on_made(self, request_no: int, made: CaseForm) -> None:
        if request_no != self._request_no:
            return
        before = self.table.current()
        self.made = made
        word, kind = (self.tr("Draft"), "warning") if made.draft else (self.tr("Ready to issue"), "")
        self.preview.show_paper(made.filled.pdf, word, kind)
        wanted = (before.about, before.field.name) if before else ("", "")
        self.table.show_rows(made.rows, lambda one: (one.about, one.field.name) == wanted)
        if self.table.current() is None and made.rows:
            first = next((i for i, one in enumerate(made.rows) if one.finding is not None), 0)
            self.table.selectRow(first)
        self._on_table_picked(self.table.current())

    def _on_failed(self, request_no: int, error: Exception) -> None:
        if request_no != self._request_no:
            return
        if not isinstance(error, Refused | Damaged):
            raise error
        if isinstance(error, Refused):
            self._refuse(error.findings)
        else:
            self.preview.set_text(str(error))

    def _refuse(self, findings: tuple[Finding, ...]) -> None:
        self.table.show_rows(())
        self.note.setText("")
        self.link.hide()
        self.preview.set_text("\n".join(self._context.words.finding(finding) for finding in findings))

    def _name_of(self, one: FieldRow) -> str:
        """The field, and the account of its copy where there are several."""
        name = one.field.called
        return f"{name} · {one.about}" if one.about else name

    def _text_of(self, one: FieldRow) -> str:
        if one.finding is not None:
            return self.tr("Does not fit") if one.shown else self.tr("Missing") if one.blocks else self.tr("Unknown")
        return one.shown

    def _icon(self, one: FieldRow) -> QIcon | None:
        if one.finding is None:
            return icon(self._context.theme, "check", "good") if one.shown else icon(self._context.theme, "minus")
        return (
            icon(self._context.theme, "warning", "warning")
            if one.blocks
            else icon(self._context.theme, "state-missing")
        )

    def _on_table_picked(self, one: FieldRow | None) -> None:
        """Under the list: what the chosen field lacks, else what keeps the whole form a draft."""
        finding = one.finding if one is not None else None
        if finding is None and self.made is not None and self.made.closed:
            finding = self.made.closed[0]
        self._field_ref = finding.subject if finding else ""
        told = self._context.words.finding(finding) if finding else self._notes()
        self.note.setText(told)
        self.note.setToolTip(told)
        leads = bool(finding and ("." in self._field_ref or self._field_ref == "plan"))
        self.link.setText("→ " + (self.tr("Go to entry") if leads else self.tr("Set what goes in")))
        self.link.setVisible(bool(finding))

    def _notes(self) -> str:
        """What should be known of the filled form."""
        if self.made is None:
            return ""
        said = [self._context.words.finding(finding) for finding in self.made.filled.findings]
        if self.made.filled.addendum:
            named = self._context.words.listed(self.made.filled.addendum)
            said.insert(0, self.tr("In full on the addendum: {fields}.").format(fields=named))
        return " ".join(said)

    def _go(self) -> None:
        """To the place where the chosen field's value is missing, or to the mapping when it was never said."""
        if "." in self._field_ref or self._field_ref == "plan":
            self.field_requested.emit(self._field_ref)
        elif self.made is not None:
            self._ask_mapping()

    def _ask_mapping(self) -> None:
        if self.form.raw():
            self.mapping_requested.emit(str(self.form.raw()))

    def _retire(self) -> None:
        form_id = str(self.form.raw())
        self._session.run(form_library.retire_form, form_id)
        self.offer()
        self._context.notices.show_message(
            self.tr("Form removed from the list."), self.tr("&Undo"), partial(self._restore, form_id)
        )

    def _restore(self, form_id: str) -> None:
        self._session.run(form_library.retire_form, form_id, False)
        self.offer(form_id)

    def _on_bank_edited(self) -> None:
        self.offer()

    def cover(self, hidden: bool) -> None:
        """Privacy mode covers the form and what goes into it."""
        self.preview.cover(hidden)
        if self.made is not None:
            self._on_table_picked(self.table.current())
