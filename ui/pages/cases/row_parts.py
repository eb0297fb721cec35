"""A dry run behind four tabs: rows sent back with the reason, rows to look at, rows accepted, and how columns were read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui.context import UiContext
from ui.look.wording import NONE
from ui.value_table import ColumnSpec, Table
from ui.widgets.parts import Card, button, call_tab, label, row
from ui.widgets.room.page_stack import PageStack
from ui.widgets.room.tab_row import TabRow
from workstation.errors import Finding
from workstation.profile.portfolio.portfolio import ColumnUse, ImportPlan, RejectedRow
from workstation.wording import filled

_SHOWN: Final = 1000
"""Rows that are listed; the workbook of rejected rows holds all."""


@dataclass(frozen=True, slots=True)
class AcceptedRow:
    """One row as it will be stored. ``name`` is empty where the person has a case already."""

    row: int
    name: str
    bank: str
    number: str
    principal: str
    owed: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at, and the row where it stands: 0 where it is about the whole list."""

    row: int
    words: str


class RowParts(Card):
    """``save``: the button that writes the rejected rows. ``naming_requested``: somebody would have the columns read otherwise."""

    naming_requested = Signal()

    def __init__(self, context: UiContext, save: QPushButton) -> None:
        super().__init__(gap=8)
        self._words: Callable[[Finding], str] = context.words.finding
        self._labels, self._listed, self._cover = context.words.label, context.words.listed, context.privacy.text
        self.rejected: Table[RejectedRow] = Table(
            [
                ColumnSpec(self.tr("Row"), lambda one: str(one.row), 64, figure=True),
                ColumnSpec(self.tr("Reason"), self._reasons),
            ],
            empty=self.tr("Rows that cannot be taken in are listed here with the reason."),
        )
        self.remarks: Table[Remark] = Table(
            [
                ColumnSpec(
                    self.tr("Row"), lambda one: str(one.row or NONE), 64, figure=True, order=lambda one: one.row
                ),
                ColumnSpec(self.tr("To look at"), lambda one: one.words),
            ],
            empty=self.tr(
                "What deserves a look is listed here with its row: check digits, totals, persons known here."
            ),
        )
        self.accepted: Table[AcceptedRow] = Table(
            [
                ColumnSpec(self.tr("Row"), lambda one: str(one.row), 64, figure=True),
                ColumnSpec(self.tr("Name"), lambda one: one.name or self.tr("known here"), 96, private=True),
                ColumnSpec(self.tr("Bank"), lambda one: one.bank),
                ColumnSpec(self.tr("Number"), lambda one: one.number, 120, private=True, keep=(0, 4), whole=True),
                ColumnSpec(self.tr("Principal"), lambda one: one.principal, 110, figure=True),
                ColumnSpec(self.tr("Owed"), lambda one: one.owed, 110, figure=True, bold=True),
            ],
            privacy=context.privacy,
            empty=self.tr("Rows that will be taken in are listed here before anything is stored."),
        )
        self.columns: Table[ColumnUse] = Table(
            [
                ColumnSpec(self.tr("Column"), lambda one: one.header or self.tr("(every row)"), 110, private=True),
                ColumnSpec(self.tr("Read as"), self._read_as, 110, bold=True),
                ColumnSpec(self.tr("First cells"), lambda one: context.words.listed(one.samples), private=True),
            ],
            privacy=context.privacy,
            empty=self.tr("What each column was read as is listed here with its first cells."),
        )
        self.columns.opened.connect(lambda _one: self.naming_requested.emit())
        self.columns.picked.connect(self._on_column_picked)
        names = {"rejected": self.tr("Rejected rows"), "remarks": self.tr("To look at"),
                 "accepted": self.tr("Accepted rows"), "columns": self.tr("Columns")}  # fmt: skip
        self._names, self._counts = names, dict.fromkeys(names, 0)
        self._tables: dict[str, QWidget] = {
            "rejected": self.rejected, "remarks": self.remarks, "accepted": self.accepted, "columns": self.columns,
        }  # fmt: skip
        self.stack = PageStack()
        self.tabs: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        for key, table in self._tables.items():
            table.setAccessibleName(names[key])
            self.stack.addWidget(table)
            tab = self.tabs[key] = button(names[key], "tab")
            tab.setCheckable(True)
            tab.toggled.connect(self._on_tab_toggled)
            self._group.addButton(tab)
        self.more = label("", "hint", wrap=True)
        self.reason = label("", "finding", wrap=True)
        self.rejected.picked.connect(self._on_picked)
        self.remarks.picked.connect(self._on_remark_picked)
        line = row(TabRow(tuple(self.tabs.values())), save)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        for part in (self.stack, self.more, self.reason):
            self.body.addWidget(part)
        self.body.setStretch(1, 1)
        self.tabs["rejected"].setChecked(True)

    def show_plan(self, plan: ImportPlan | None) -> None:
        """List the first rows of each kind, and open what needs somebody first."""
        rejected = plan.rejected if plan else ()
        advice = plan.advice if plan else ()
        self.rejected.show_rows(rejected[:_SHOWN], lambda _one: True)
        self.remarks.show_rows([Remark(_row_of(one), self._words(one)) for one in advice[:_SHOWN]])
        self.accepted.show_rows(_accepted(plan) if plan else ())
        columns = [one for one in plan.columns if one.field or one.header or one.samples] if plan else []
        self.columns.show_rows(columns)
        counts = {"rejected": len(rejected), "remarks": len(advice), "accepted": len(plan.claims) if plan else 0,
                  "columns": len(columns)}  # fmt: skip
        for key, tab in self.tabs.items():
            call_tab(tab, f"{self._names[key]} {counts[key]:,}" if plan else self._names[key])
        self._counts = counts
        self.reason.setText("")
        opened = next((key for key in ("rejected", "remarks", "accepted") if counts[key]), "rejected")
        self.tabs[opened].setChecked(True)
        self._show_more()

    @property
    def shown(self) -> QWidget:
        """The table of the open tab."""
        return next(self._tables[key] for key, tab in self.tabs.items() if tab.isChecked())

    def _read_as(self, one: ColumnUse) -> str:
        """The field, and by how much its amounts are multiplied: 本金 × 10,000."""
        if not one.field:
            return self.tr("left aside")
        field = self._labels("portfolio_field", one.field)
        return field if one.factor == 1 else f"{field} × {one.factor:,f}"

    def _show_more(self) -> None:
        key = next(key for key, tab in self.tabs.items() if tab.isChecked())
        left = self._counts[key] - _SHOWN
        told = self.tr("{count} more rejected {count|row is|rows are} only in the saved workbook.")
        others = self.tr("{count} more {count|row is|rows are} not listed.")
        self.more.setText(filled(told if key == "rejected" else others, {"count": f"{left:,}"}))
        self.more.setVisible(left > 0)

    def _on_tab_toggled(self, _checked: bool) -> None:
        for key, tab in self.tabs.items():
            if tab.isChecked():
                self.stack.setCurrentWidget(self._tables[key])
                self.reason.setText("")
                self._show_more()

    def _on_picked(self, one: RejectedRow | None) -> None:
        self.reason.setText(self._reasons(one) if one else "")

    def _on_remark_picked(self, one: Remark | None) -> None:
        self.reason.setText(one.words if one else "")

    def _on_column_picked(self, one: ColumnUse | None) -> None:
        """Say in full what its line has no room for."""
        self.more.setText(self._listed(map(self._cover, one.samples)) if one else "")
        self.more.setVisible(bool(one and one.samples))

    def _reasons(self, one: RejectedRow) -> str:
        return " ".join(self._words(finding) for finding in one.findings)


def _row_of(finding: Finding) -> int:
    word, _, number = finding.subject.partition(" ")
    return int(number) if word == "row" and number.isdecimal() else 0


def _accepted(plan: ImportPlan) -> list[AcceptedRow]:
    names = {new.case_id: new.debtor.name for new in islice(plan.new_cases, _SHOWN)}
    return [
        AcceptedRow(
            claim.row,
            names.get(claim.account.case_id, ""),
            claim.account.bank,
            claim.account.number,
            claim.account.principal.grouped(),
            claim.account.owed.grouped(),
        )
        for claim in plan.claims[:_SHOWN]
    ]
