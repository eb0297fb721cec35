"""Income over all statements of a case: who pays, the last six months, before and after the claimed day, stated and proven."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.context import UiContext
from ui.look.wording import NONE, amount, day
from ui.value_table import ColumnSpec, Table
from ui.widgets.field import caption
from ui.widgets.parts import Card, column, label
from ui.widgets.scrolled import beside
from workstation.actions.evidence.statements import IncomeRead
from workstation.casework.income.picture import IncomePicture
from workstation.evidence.statements.earnings import MonthIncome, Payer
from workstation.rates import percent


class StatementIncome(QWidget):
    """Figures come finished; nothing is typed here."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._read: IncomeRead | None = None
        words = context.words
        self.payers: Table[Payer] = Table(
            [
                ColumnSpec(self.tr("Payer"), lambda one: one.name, private=True),
                ColumnSpec(self.tr("Type"), lambda one: words.label("payer_kind", one.kind), 90),
                ColumnSpec(self.tr("Usual per month"), lambda one: amount(one.usual), 124, figure=True, bold=True),
                ColumnSpec(self.tr("Usual day"), lambda one: str(one.usual_day), 76, figure=True),
                ColumnSpec(self.tr("Months"), lambda one: str(len(one.by_month)), 64, figure=True),
                ColumnSpec(self.tr("Latest"), lambda one: day(one.last_on), 96, whole=True),
            ],
            line=28,
            privacy=context.privacy,
            empty=self.tr("No income is found in this statement."),
        )
        self.payers.setAccessibleName(self.tr("Sources of income"))
        self.half_year: Table[MonthIncome] = Table(
            [
                ColumnSpec(self.tr("Month"), lambda one: one.month, 78),
                ColumnSpec(self.tr("Wages"), lambda one: amount(one.wages), 0, figure=True),
                ColumnSpec(self.tr("Regular"), lambda one: amount(one.regular), 0, figure=True),
                ColumnSpec(self.tr("Other"), lambda one: amount(one.other), 0, figure=True),
                ColumnSpec(self.tr("Total"), lambda one: amount(one.income), 0, figure=True, bold=True),
                ColumnSpec(self.tr("Coverage"), self._covered, 96),
            ],
            line=28,
            empty=self.tr("The last six months are shown here once a statement is read."),
        )
        self.half_year.setAccessibleName(self.tr("The last six full months"))
        self.figures = {
            name: label(NONE, "figure") for name in ("before", "after", "fall", "stated", "evidenced", "difference")
        }
        self.claimed = label("", "quiet", wrap=True)
        self.rests_on = label("", "hint", wrap=True)
        self.findings = label("", "advice", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        payers = Card(caption(self.tr("Sources of income")), self.payers, gap=6)
        months = Card(caption(self.tr("The last six full months")), self.half_year, gap=6)
        left = column(payers, months)
        left.setStretch(0, 5)
        left.setStretch(1, 6)
        names = {
            "stated": self.tr("Stated in the budget"), "evidenced": self.tr("Shown by statements"),
            "difference": self.tr("Difference"), "before": self.tr("Per month before"), "after": self.tr("Per month after"),
            "fall": self.tr("Decrease"),
        }  # fmt: skip
        stated = self._grid({name: names[name] for name in ("stated", "evidenced", "difference")})
        turned = self._grid({name: names[name] for name in ("before", "after", "fall")})
        right = Card(
            caption(self.tr("Stated and proven")), stated, 4, caption(self.tr("Before and after the hardship")), self.claimed,
            turned, 4, self.findings, -1, self.rests_on, gap=8,
        )  # fmt: skip
        right.setMaximumWidth(380)
        body = beside(left, right)
        body.setStretch(0, 1)
        self.setLayout(body)

    def _grid(self, names: dict[str, str]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        for line, (key, name) in enumerate(names.items()):
            heading: QLabel = label(name, "quiet")
            grid.addWidget(heading, line, 0)
            grid.addWidget(self.figures[key], line, 1, Qt.AlignmentFlag.AlignRight)
            self.figures[key].setAccessibleName(name)
        return grid

    def load(self, read: IncomeRead) -> None:
        """Show the income of a case."""
        picture, shown = read.picture, self._context.privacy.file_name
        self._read = read
        self.payers.show_rows(picture.earnings.payers)
        self.half_year.show_rows(picture.half_year)
        self._show_figures(picture)
        found = [self._context.words.finding(finding) for finding in (*read.overcommitment, *picture.findings)]
        self.findings.setText("\n".join("△ " + sentence for sentence in found))
        names = self._context.words.listed(shown(item.file_name) for item in read.read) or NONE
        text = self.tr("Based on: {files}").format(files=names)
        if read.unread:
            unread = self._context.words.listed(shown(item.file_name) for item in read.unread)
            text += "\n" + self.tr("Not readable as statements: {files}").format(files=unread)
        self.rests_on.setText(text)

    def _show_figures(self, picture: IncomePicture) -> None:
        turned = picture.turned
        values = {
            "stated": amount(picture.stated),
            "evidenced": amount(picture.evidenced),
            "difference": amount(picture.difference),
            "before": amount(turned.before if turned else None),
            "after": amount(turned.after if turned else None),
            "fall": percent(picture.fall, 1) if picture.fall is not None else NONE,
        }
        for name, value in values.items():
            self.figures[name].setText(value)
        if turned is None:
            self.claimed.setText(self.tr("The conversation gives no start date for the hardship."))
        else:
            self.claimed.setText(
                self.tr("Claimed from {day}; that month counts in neither.").format(day=day(turned.claimed_on))
            )

    def _covered(self, one: MonthIncome) -> str:
        return self.tr("Full month") if one.covered else self.tr("No statement")

    def cover(self) -> None:
        """Say again what names files and people."""
        if self._read is not None:
            self.load(self._read)
