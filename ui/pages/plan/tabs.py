"""The lower half of the planning page: schedule, options, counter-offer, shares, claim, costs, approvals, one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from ui.look.fonts import font
from ui.pages.plan.schedule import ScheduleCard
from ui.typed_signal import TypedSignal, signal
from ui.widgets.figure_labels import WholeText
from ui.widgets.parts import Card, button, column, in_role, row


class PlanTabs(Card):
    """Tabs by name: schedule, options, counter, shares, claim, costs, approvals."""

    sheet_requested = Signal()
    turned: TypedSignal[str] = signal(1)

    def __init__(self, chart: QWidget, schedule: ScheduleCard, others: Mapping[str, QWidget]) -> None:
        super().__init__(gap=4, padding=8)
        chart.setMinimumWidth(240)
        both = QWidget()
        line = row(chart, schedule, gap=8)
        line.setStretch(0, 2)
        line.setStretch(1, 3)
        body = column(line, schedule.formula, gap=2)
        body.setStretch(0, 1)
        both.setLayout(body)
        granting = QWidget()
        granting.setLayout(column(others["approvals"], -1))
        self._pages = {"schedule": both, **others, "approvals": granting}
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
        self._stack = QStackedWidget()
        for page in self._pages.values():
            # The others have the room of the stress strip besides, so they do not make the page higher.
            if page is not both:
                page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
            self._stack.addWidget(page)
        self.body.addLayout(row(*self.tabs.values(), -1, self.totals, self.sheet_button, gap=8))
        self.body.addWidget(self._stack, 1)
        self.turn_to("schedule")

    def turn_to(self, name: str) -> None:
        """Show one of them."""
        self._stack.setCurrentWidget(self._pages[name])
        for other, tab in self.tabs.items():
            tab.setChecked(other == name)
        self.turned.emit(name)

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
