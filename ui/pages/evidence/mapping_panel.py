"""Columns of an unknown statement layout named by hand: the file as it is above, the rows as they are read below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QTableView, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.form import Form
from ui.look.fonts import font
from ui.look.wording import amount, day
from ui.merging import CONFLICT
from ui.pages.evidence.direction_words import DirectionWords
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import CheckEdit, ChoiceEdit, TextEdit
from ui.widgets.field import Field, caption
from ui.widgets.parts import Card, Elided, button, column, icon_button, label, row
from ui.widgets.scrolled import Folding, Scrolled
from workstation.actions.evidence import mappings
from workstation.actions.evidence.mappings import FileTables, MappingTrial, Rows
from workstation.actions.evidence.statements import is_advice
from workstation.casework.private_fields import covered
from workstation.errors import Refused
from workstation.evidence.statements.hand_mapping import (
    DAY_ORDERS,
    MEANINGS,
    HandMapping,
    column_titles,
    header_candidates,
)
from workstation.evidence.statements.transactions import Transaction

if TYPE_CHECKING:
    from workstation.evidence.statements.hand_mapping import KeptMapping

_RAW_ROWS, _READ_ROWS = 40, 100
_NOTES, _TOLD = 3, 20
_LEFT, _LEAST_COLUMN, _AROUND = 372, 100, 16
_SENTENCE = 24
"""Signs above which a cell of a file is words and no figure."""
_CURRENCIES = ("CNY", "TWD", "HKD", "USD", "EUR")
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class _RawModel(QAbstractTableModel):
    """The first rows of a file, cell by cell."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Rows = ()
        self.masked = False

    def show(self, rows: Rows) -> None:
        self.beginResetModel()
        self.rows = rows[:_RAW_ROWS]
        self.endResetModel()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else max((len(cells) for cells in self.rows), default=0)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        cells = self.rows[index.row()]
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and index.column() < len(cells)
        return (covered(cells[index.column()]) if self.masked else cells[index.column()]) if shown else None

    def mask(self, hidden: bool) -> None:
        """Cover every cell: nobody knows yet what stands in it."""
        self.masked = hidden
        self.layoutChanged.emit()


class MappingPanel(QWidget):
    """``kept`` carries the `KeptMapping` once it is remembered; ``closed`` asks to go back. Nothing is kept by leaving."""

    kept: TypedSignal[KeptMapping] = signal(1)
    closed = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._file: FileTables = ()
        self._tables: tuple[Rows, ...] = ()
        self._kept_id = self._file_name = self._name = ""
        self._base: HandMapping | None = None
        self._headers: tuple[tuple[str, ...], ...] = ()
        self.title = Elided("", "section")
        self.header = ChoiceEdit({}, empty=None)
        self.form = Form("mapping", context.words, self._fields(), context.privacy, session.drafts, "evidence")
        self.ways = DirectionWords()
        self.raw = _RawModel()
        self.read = self._read_table()
        self.note = label("", "finding", wrap=True)
        self.note.setMinimumHeight(36)
        self.keep_button = button(self.tr("&Remember this layout"), "primary", self.keep)
        own(self.keep_button, self, saves=True)
        self._lay_out()
        self.header.edited.connect(self._on_header_edited)
        self.form.edited.connect(self._try)
        self.ways.edited.connect(self._try)

    def _fields(self) -> list[Field]:
        words = self._context.words
        names = {meaning: words.label("place", f"mapping.{meaning}") for meaning in MEANINGS}
        orders = {order: words.label("day_order", order) for order in DAY_ORDERS}
        return [
            Field("name", words.label("place", "mapping.name"), TextEdit(self.tr("Bank and account type"))),
            *(Field(meaning, name, ChoiceEdit({}, empty="—")) for meaning, name in names.items()),
            Field("day_order", words.label("place", "mapping.day_order"), ChoiceEdit(orders, empty=None)),
            Field(
                "fixed_currency",
                self.tr("Currency of all rows"),
                ChoiceEdit({one: one for one in _CURRENCIES}, empty=None),
            ),
            Field("card", "", CheckEdit(self.tr("Spending is shown as positive (credit card)"))),
        ]

    def _read_table(self) -> Table[Transaction]:
        words = self._context.words
        table: Table[Transaction] = Table(
            [
                ColumnSpec(self.tr("Row"), lambda one: str(one.row), 48),
                ColumnSpec(self.tr("Day"), lambda one: day(one.on), 92, whole=True),
                ColumnSpec(self.tr("Type"), lambda one: words.label("transaction_kind", one.kind), 84),
                ColumnSpec(self.tr("Amount"), lambda one: amount(one.amount), 112, figure=True, bold=True),
                ColumnSpec(self.tr("Balance"), lambda one: amount(one.balance), 112, figure=True),
                ColumnSpec(self.tr("Counterparty"), lambda one: one.counterparty, private=True, keep=(1, 0)),
                ColumnSpec(self.tr("Description"), lambda one: one.text, private=True, keep=(0, 0)),
            ],
            line=26,
            privacy=self._context.privacy,
            empty=self.tr("Say what the columns mean; the rows read by that are shown here."),
        )
        table.setAccessibleName(self.tr("Rows as read"))
        return table

    def _lay_out(self) -> None:
        back = icon_button(self._context.theme, "back", self.tr("Back without saving (Esc)"), self.closed.emit)
        head = row(back, self.title, self.keep_button, gap=10)
        head.setStretch(1, 1)
        self.header.setAccessibleName(self.tr("Header row"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        wide = ("name", "card")
        cell = 0
        for key, field in self.form.fields.items():
            cell += cell % 2 if key in wide else 0
            grid.addWidget(field, cell // 2, cell % 2, 1, 2 if key in wide else 1)
            cell += 2 if key in wide else 1
        sheet = QWidget()
        sheet.setObjectName("plain")
        sheet.setLayout(column(label(self.tr("Header row"), "label"), self.header, grid, self.ways, -1, gap=6))
        area = Scrolled(sheet)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = Card(area, padding=12)
        raw = self._cells = QTableView()
        raw.setObjectName("cells")
        raw.setTabKeyNavigation(False)
        raw.setModel(self.raw)
        raw.setAccessibleName(self.tr("File contents"))
        raw.verticalHeader().setDefaultSectionSize(24)
        raw.horizontalHeader().hide()
        right = Card(caption(self.tr("File contents")), raw, caption(self.tr("Rows as read")), self.read,
                     self.note, gap=6)  # fmt: skip
        right.body.setStretch(1, 2)
        right.body.setStretch(3, 3)
        parts = Folding(left, right, stretches=(0, 1), side=_LEFT)
        body = column(head, parts, gap=8)
        body.setStretch(1, 1)
        self.setLayout(body)

    def load(self, tables: FileTables, mapping: HandMapping, kept_id: str = "", file_name: str = "") -> None:
        """Show a file and a mapping to begin with; without a file only the mapping can be changed."""
        self._file, self._tables = tables, mappings.rows_of(tables)
        self._kept_id, self._base = kept_id, mapping if kept_id else None
        self._file_name, self._name = file_name, mapping.name
        rows = self._tables[0] if self._tables else ()
        self.raw.show(rows)
        for at, width in enumerate(_widths(self.raw.rows)):
            self._cells.setColumnWidth(at, width)
        headers = [mapping.header, *header_candidates(rows)]
        self._headers = tuple(dict.fromkeys(one for one in headers if one))
        self.cover(self._context.privacy.hidden)
        self._offer(mapping.header)
        self.form.about("", kept_id or file_name, anew=True)
        self.form.load(
            {**mapping.columns, "name": mapping.name, "day_order": mapping.day_order, "fixed_currency": mapping.currency,
             "card": mapping.card}
        )  # fmt: skip
        self.ways.load(mapping.directions)
        self._try()
        self.form.fields["name"].editor.setFocus()

    def cover(self, hidden: bool) -> None:
        """Privacy mode covers the cells of the file, and its rows where they are offered as headers."""
        self.raw.mask(hidden)
        name = self._context.privacy.file_name(self._file_name)
        self.title.set_text(self.tr("Map the columns of {file}").format(file=name) if name else self._name)
        chosen = self.header.raw()
        rows = ["  ".join(filter(None, one)) for one in self._headers]
        self.header.offer({str(at): self._context.privacy.text(one) for at, one in enumerate(rows)})
        self.header.load(chosen)

    def _offer(self, header: Sequence[str]) -> None:
        titles = {title: title for title in column_titles(header, self._tables[0] if self._tables else ())}
        for meaning in MEANINGS:
            editor = self.form.fields[meaning].editor
            chosen = editor.raw()
            editor.offer(titles, empty="—")
            editor.load(chosen if chosen in titles else "")

    @property
    def mapping(self) -> HandMapping:
        """What the fields say."""
        typed = {key: field.editor.raw() for key, field in self.form.fields.items()}
        return HandMapping(
            name=str(typed["name"]),
            header=self._headers[self.header.currentIndex()] if self._headers else (),
            columns={meaning: str(typed[meaning]) for meaning in MEANINGS if typed[meaning]},
            currency=str(typed["fixed_currency"]),
            card=bool(typed["card"]),
            day_order=str(typed["day_order"]),
            directions=self.ways.directions,
        )

    def _on_header_edited(self) -> None:
        self._offer(self.mapping.header)
        self._try()

    def _try(self) -> None:
        """Read the file again; what the mapping lacks is said only once somebody wants to keep it, what rows lack at once."""
        trial = mappings.attempt(self._file, self.mapping) if self._tables else MappingTrial(None, ())
        statement = trial.statement
        self.read.show_rows(statement.transactions[:_READ_ROWS] if statement else ())
        found = sorted(trial.told, key=is_advice)
        self.ways.ask(one.figures["text"] for one in found if one.code == "direction_unknown")
        words = [("△ " if is_advice(one) else "✕ ") + self._context.words.finding(one) for one in found]
        more = self.tr(" And {count} more.").format(count=len(words) - _NOTES) if len(words) > _NOTES else ""
        self.note.setText("\n".join(words[:_NOTES]) + more)
        self.note.setToolTip("\n".join(words[:_TOLD]))

    def keep(self) -> None:
        """Remember the layout; each mistake is said at its field, and nothing is kept then."""
        try:
            kept = self._session.write(mappings.keep_mapping, self.mapping, self._file, self._kept_id, self._base)
        except Refused as refused:
            self._take_in(refused)
            left = self.form.show(refused.findings)
            self.note.setText(
                "\n".join("✕ " + self._context.words.finding(one) for one in (*left, *refused.findings)[:2])
            )
            self.form.focus(refused.findings[0].subject)
            return
        self.form.accept()
        self._context.notices.show_message(self.tr("Layout remembered: {name}").format(name=kept.mapping.name))
        self.kept.emit(kept)

    def _take_in(self, refused: Refused) -> None:
        """Once it was told that somebody changed or forgot the layout, saving again keeps this one."""
        codes = {finding.code for finding in refused.findings}
        if codes & {CONFLICT, "save_gone"}:
            kept = {one.id: one.mapping for one in self._session.read(mappings.kept_mappings)}
            self._base = kept.get(self._kept_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _widths(rows: Rows) -> Iterator[int]:
    """What each column needs for its longest cell; sentences are cut off, and a tip tells them."""
    metrics = QFontMetrics(font())
    for at in range(max((len(cells) for cells in rows), default=0)):
        texts = {cells[at] for cells in rows if len(cells) > at and len(cells[at]) <= _SENTENCE}
        yield max(_LEAST_COLUMN, max(map(metrics.horizontalAdvance, texts), default=0) + _AROUND)
