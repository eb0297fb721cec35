"""Printing what is shown: printer, copies, sides and pages, and under them every printing on record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, tzinfo

from PySide6.QtCore import Qt, Signal

from ui.background import TaskProgress
from ui.context import UiContext
from ui.edits.own_button import own
from ui.form import Form
from ui.look.wording import moment
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import ChoiceEdit, CountEdit, TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, button, column, icon_button, row
from workstation.casework.print_order import MOST_COPIES, PER_SHEET, SIDES, PrintOrder
from workstation.casework.printed import PACKET, PrintRecord
from workstation.errors import Finding


class OrderForm(Form):
    """The fields of a print order; a page without ``parts`` prints papers whole."""

    def __init__(self, context: UiContext, names: dict[str, str], *, parts: bool) -> None:
        words = context.words
        sides: dict[str, str] = {name: words.label("print_sides", name) for name in SIDES}
        sheets = {str(number): words.sentence("print.per_sheet", {"count": str(number)}) for number in PER_SHEET}
        copies = CountEdit(1, MOST_COPIES)
        copies.setMaxLength(len(str(MOST_COPIES)))
        fields = [
            Field("printer", names["printer"], ChoiceEdit({}, empty=None)),
            Field("copies", names["copies"], copies),
            Field("sides", names["sides"], ChoiceEdit(sides, empty=None)),
        ]
        if parts:
            fields.append(Field("part", names["part"], TextEdit(names["all"])))
            fields.append(Field("per_sheet", names["per_sheet"], ChoiceEdit(sheets, empty=None)))
        super().__init__("print", words, fields)
        self.load({"copies": 1, "sides": "one", "per_sheet": "1"})

    def offer(self, printers: Sequence[str]) -> None:
        """The printers there are; the one chosen before stays chosen."""
        editor = self.fields["printer"].editor
        chosen = str(editor.raw())
        editor.offer({name: name for name in printers})
        editor.load(chosen if chosen in printers else next(iter(printers), ""))

    def order(self) -> PrintOrder:
        """What is in the fields. Raises `Refused`, shown at its field."""
        values = self.draft()
        values["copies"] = values["copies"] or 1
        values["per_sheet"] = int(values.get("per_sheet") or 1)
        return PrintOrder(**values)

    def show_order(self, order: PrintOrder) -> None:
        """Show an order."""
        self.load(
            {
                "printer": order.printer,
                "copies": order.copies,
                "sides": order.sides,
                "part": order.part,
                "per_sheet": str(order.per_sheet),
            }
        )


class PrintSheet(Card):
    """``print_requested`` and ``dialog_requested`` when a button is clicked; the page knows which paper is meant."""

    print_requested = Signal()
    dialog_requested = Signal()

    def __init__(self, context: UiContext, task: TaskProgress) -> None:
        super().__init__(gap=8, padding=12)
        self._context, self._task = context, task
        self.zone: tzinfo = UTC
        names = {
            "printer": self.tr("Prin&ter"), "copies": self.tr("C&opies"), "sides": self.tr("S&ides"),
            "part": self.tr("Pa&ges"), "all": self.tr("All, or 2-5"), "per_sheet": self.tr("Pag&es per side"),
        }  # fmt: skip
        self.form = OrderForm(context, names, parts=True)
        self.print_button = button(self.tr("&Print"), "primary", self.print_requested.emit)
        own(self.print_button, self)
        self.print_button.setToolTip("Ctrl+P")
        self.dialog_button = icon_button(
            context.theme, "settings", self.tr("System print dialog"), self.dialog_requested.emit
        )
        self.records: Table[PrintRecord] = Table(
            [
                ColumnSpec(self.tr("Printed"), lambda record: moment(record.at, self.zone), 116, whole=True),
                ColumnSpec(
                    self.tr("Paper, printer, user"),
                    lambda record: context.words.listed((self.record_text(record), record.by)),
                ),
            ],
            line=26,
            empty=self.tr("Not printed yet. Each printing is listed here with printer and person."),
        )
        self.records.setAccessibleName(self.tr("Printed"))
        self._lay_out()
        self.look_for_printers()

    def _lay_out(self) -> None:
        fields = self.form.fields
        first = row(fields["printer"], gap=4)
        first.setStretch(0, 1)
        first.addWidget(self.dialog_button, 0, Qt.AlignmentFlag.AlignBottom)
        second = row(fields["copies"], fields["sides"], gap=8)
        third = row(fields["part"], fields["per_sheet"], gap=8)
        for line in (second, third):
            line.setStretch(0, 2)
            line.setStretch(1, 3)
        self.form.footer.setMinimumHeight(34)
        self.form.footer.setAlignment(Qt.AlignmentFlag.AlignTop)
        for part in (first, second, third):
            self.body.addLayout(part)
        self.body.addWidget(self.form.footer)
        self.body.addWidget(self.print_button)
        self.body.addLayout(column(caption(self.tr("Print history")), self.records, gap=4), 1)

    def look_for_printers(self) -> None:
        """Ask the system in the background; looking through a house takes a while."""
        self._context.background.run(self._context.printing.names, self._on_names, self._on_names_failed, self._task)

    def _on_names(self, names: Sequence[str]) -> None:
        self.form.offer(names)
        if not names:
            self.form.fields["printer"].show_message(self.tr("None found"), advice=True)

    def _on_names_failed(self, error: Exception) -> None:
        self._on_names(())

    def take_order(self, order: PrintOrder) -> None:
        """Show an order that was given elsewhere."""
        self.form.show_order(order)

    def show_records(self, records: Sequence[PrintRecord]) -> None:
        """The printings of this case, newest first."""
        self.records.show_rows(tuple(reversed(records)))

    def set_text(self, findings: Sequence[Finding]) -> None:
        """Show what stands against printing at its field, or under the fields when it has none."""
        left = self.form.show(findings)
        if left:
            self.form.footer.show_sentence(self._context.words.finding(left[0]))

    def set_busy(self, busy: bool) -> None:
        """While a paper is being sent another cannot be sent."""
        self.print_button.setEnabled(not busy)
        self.print_button.setText(self.tr("Sending…") if busy else self.tr("&Print"))

    def record_text(self, record: PrintRecord) -> str:
        """Which paper, how many, where."""
        words = self._context.words
        name = self.tr("Packet") if record.kind == PACKET else words.label("paper_kind", record.kind)
        parts = [f"{name} ×{record.copies}", record.printer]
        if record.part:
            parts.append(self.tr("pages {part}").format(part=record.part))
        return words.listed(parts)
