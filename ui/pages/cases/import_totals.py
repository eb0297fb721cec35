"""Control totals of a dry run: what was read must be what is accepted plus what is rejected, rows and amounts alike."""

from __future__ import annotations

from dataclasses import dataclass

from ui.context import UiContext
from ui.look.wording import NONE
from ui.pages.cases.case_links import CaseLinks
from ui.value_table import ColumnSpec, Table
from ui.widgets.field import caption
from ui.widgets.parts import Card, label
from workstation.money import Money
from workstation.profile.portfolio.portfolio import COMPONENTS, ControlTotals, ImportPlan

_AMOUNT_WIDTH = 104


@dataclass(frozen=True, slots=True)
class TotalLine:
    """One total in one currency; ``count`` only on the first line of its name."""

    name: str
    count: str
    currency: str
    amounts: dict[str, Money]


class TotalsTable(Card):
    """Read, accepted, rejected, one line for each currency; below, columns left aside and the cases that the file speaks of."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(gap=8)
        self._words = context.words
        self.ignored = label("", "hint", wrap=True)
        self.cases = CaseLinks()
        names = (self.tr("Principal"), self.tr("Interest"), self.tr("Penalty"), self.tr("Fees"))
        amounts = [_amount_column(name, key) for name, key in zip(names, COMPONENTS, strict=True)]
        self.table: Table[TotalLine] = Table(
            [
                ColumnSpec("", lambda one: one.name, bold=True),
                ColumnSpec(self.tr("Rows"), lambda one: one.count, 56, figure=True),
                ColumnSpec("", lambda one: one.currency, 46),
                *amounts,
            ],
            empty=self.tr(
                "Choose a file, or drop one anywhere on this page: its sums are shown here before anything is stored."
            ),
        )
        self.table.setAccessibleName(self.tr("Control totals"))
        for part in (caption(self.tr("Control totals")), self.table, self.ignored, self.cases):
            self.body.addWidget(part)
        self.body.setStretch(1, 1)

    def show_plan(self, plan: ImportPlan | None) -> None:
        """Show the totals of a dry run, or none."""
        self.cases.show_plan(plan)
        ignored = self._words.listed(plan.ignored) if plan else ""
        self.ignored.setText(self.tr("Columns not used: {columns}").format(columns=ignored) if ignored else "")
        if plan is None:
            self.table.show_rows(())
            return
        names = (
            (self.tr("Read"), plan.totals_read),
            (self.tr("Accepted"), plan.totals_accepted),
            (self.tr("Rejected"), plan.totals_rejected),
        )
        self.table.show_rows([line for name, totals in names for line in _lines(name, totals)])


def _amount_column(name: str, key: str) -> ColumnSpec[TotalLine]:
    return ColumnSpec(
        name, lambda one: one.amounts[key].grouped() if key in one.amounts else NONE, _AMOUNT_WIDTH, figure=True
    )


def _lines(name: str, totals: ControlTotals) -> list[TotalLine]:
    lines = [
        TotalLine("" if number else name, "" if number else f"{totals.rows:,}", currency, dict(amounts))
        for number, (currency, amounts) in enumerate(totals.amounts.items())
    ]
    return lines or [TotalLine(name, f"{totals.rows:,}", NONE, {})]
