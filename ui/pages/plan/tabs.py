"""The lower half of the planning page: schedule, options, counter-offer, shares, claim, costs, approvals, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLayout, QWidget

from ui.look.fonts import font
from ui.pages.plan.schedule import ScheduleCard
from ui.typed_signal import TypedSignal, signal
from ui.widgets.figure_labels import WholeText
from ui.widgets.parts import Card, button, column, in_role
from ui.widgets.room.flow import lines as flow_lines
from ui.widgets.room.page_stack import PageStack
from ui.widgets.room.tab_row import TabRow
from ui.widgets.scrolled import Folding

_BESIDE, _TERMS = 900, 344
"""Pixels in which terms and figures stand beside each other, and how many of them the terms take then."""


def terms_beside(terms: QWidget, figures: QLayout) -> Folding:
    """The terms on the left of the figures, or above them in a narrow window."""
    holder = QWidget()
    holder.setObjectName("plain")
    holder.setLayout(figures)
    return Folding(terms, holder, needs=lambda: _BESIDE, stretches=(0, 1), gap=8, side=_TERMS)


class PlanTabs(Card):
    """Tabs by name: schedule, options, counter, shares, claim, costs, approvals.

    ``make`` is asked by name for the sheet of each other than the schedule when it is first turned to, and answers it; one that was
    made before for another reason was given to `place`.
    """

    sheet_requested = Signal()
    turned: TypedSignal[str] = signal(1)

    def __init__(self, chart: QWidget, schedule: ScheduleCard, make: Callable[[str], QWidget]) -> None:
        super().__init__(gap=4, padding=8)
        chart.setMinimumWidth(240)
        both = QWidget()
        body = column(Folding(chart, schedule, stretches=(2, 3), gap=8), schedule.formula, gap=2)
        body.setStretch(0, 1)
        both.setLayout(body)
        self._make = make
        self._pages: dict[str, QWidget] = {"schedule": both}
        names = {
            "schedule": self.tr("Schedule"), "options": self.tr("Options"),
            "counter": self.tr("Counter-offer"), "shares": self.tr("Shares"),
            "claim": self.tr("Claim check"), "costs": self.tr("Costs"), "approvals": self.tr("Approvals"),
        }  # fmt: skip
        self.tabs = {}
        for name, words in names.items():
            tab = self.tabs[name] = button(words, "tab", partial(self.turn_to, name))
            tab.setCheckable(True)
            longest = f"{words} 99" if name == "options" else words
            tab.setMinimumWidth(QFontMetrics(font(bold=True)).horizontalAdvance(longest) + 28)
        self._options = names["options"]
        self.totals = WholeText()
        in_role(self.totals, "figure")
        self.sheet_button = button(self.tr("Comparison sheet"), "link", self.sheet_requested.emit)
        self.sheet_button.setMinimumWidth(QFontMetrics(font()).horizontalAdvance(self.sheet_button.text()) + 12)
        self.sheet_button.setToolTip(self.tr("Comparison sheet for the debtor, as PDF (Ctrl+Shift+D)"))
        self._stack = PageStack()
        self._stack.addWidget(both)
        self.heads = TabRow(tuple(self.tabs.values()), gap=8)
        self.body.addLayout(flow_lines([[(self.heads, 1), (self.totals, 0), (self.sheet_button, 0)]]))
        self.body.addWidget(self._stack, 1)
        self.turn_to("schedule")

    def place(self, name: str, sheet: QWidget) -> None:
        """Give a sheet its place."""
        if name == "approvals":
            holder = QWidget()
            holder.setLayout(column(sheet, -1))
            sheet = holder
        self._pages[name] = sheet
        self._stack.addWidget(sheet)

    def turn_to(self, name: str) -> None:
        """Show one of them."""
        if name not in self._pages:
            self._make(name)
        self._stack.setCurrentWidget(self._pages[name])
        for other, tab in self.tabs.items():
            tab.setChecked(other == name)
        self.turned.emit(name)

    def offer(self, name: str, offered: bool) -> None:
        """Offer one of them, or withdraw it where the rules of a case have no place for it."""
        self.heads.offer(self.tabs[name], offered)
        if not offered and self.shown == name:
            self.turn_to("schedule")

    @property
    def wide(self) -> bool:
        """Whether the one that is shown needs the room of the columns above."""
        return self.shown in ("claim", "costs")

    @property
    def shown(self) -> str:
        """The name of the one that is shown."""
        return next(name for name, page in self._pages.items() if page is self._stack.currentWidget())

    def count_options(self, count: int) -> None:
        """Say how many options can be proposed."""
        self.tabs["options"].setText(f"{self._options} {count}" if count else self._options)
