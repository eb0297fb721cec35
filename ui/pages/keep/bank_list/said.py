"""What a person says of a whole list of a bank: the order of its days, its own day, and where early payments count."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import CheckEdit, ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.parts import row
from workstation.errors import Finding

Order = Literal["ymd", "dmy", "mdy"]
_ASKED_BY = {
    "cell_day_unclear": "order",
    "payment_before_balance": "in_balance",
    "balance_day_missing": "on",
    "sum_differs": "sums",
    "sum_unreadable": "sums",
}


class ListSaid(QWidget):
    """Each question takes room once a row asks it, and stays with its answer; ``edited`` tells of an answer."""

    edited = Signal()

    def __init__(self, context: UiContext, today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("plain")
        empty = self.tr("not clear yet")
        places = {"yes": self.tr("already in that balance"), "no": self.tr("count besides it")}
        self.fields = {
            "order": Field(
                "order", self.tr("Days are written"), ChoiceEdit(context.words.choices("day_order"), empty=empty)
            ),
            "in_balance": Field(
                "in_balance", self.tr("Payments before the stated balance are"), ChoiceEdit(places, empty=empty)
            ),
            "on": Field("on", self.tr("Day of the list"), DayEdit(context.theme, today)),
            "sums": Field("sums", "", CheckEdit(self.tr("I have compared the sums: take it in all the same"))),
        }
        for field in self.fields.values():
            field.edited.connect(self.edited)
        self.setLayout(row(*self.fields.values(), -1, gap=8))
        self.clear()

    def clear(self) -> None:
        """Forget every answer: another file is looked at."""
        for field in self.fields.values():
            field.editor.load(None)
            field.hide()
        self.hide()

    def ask(self, findings: Iterable[Finding]) -> None:
        """Show the questions that rows ask."""
        for code in {finding.code for finding in findings}:
            if code in _ASKED_BY:
                self.fields[_ASKED_BY[code]].show()
        self.setVisible(any(not field.isHidden() for field in self.fields.values()))

    def focus(self) -> bool:
        """Put the cursor on the first question that is open; False without one."""
        asked = next((one for one in self.fields.values() if not one.isHidden() and not one.editor.raw()), None)
        if asked is not None:
            asked.editor.setFocus()
        return asked is not None

    @property
    def order(self) -> Order | None:
        """How days of the list are written, if it was said."""
        return next((one for one in get_args(Order) if one == self.fields["order"].editor.raw()), None)

    @property
    def in_balance(self) -> bool | None:
        """Whether the stated balance contains the payments before its day, if it was said."""
        return {"yes": True, "no": False}.get(str(self.fields["in_balance"].editor.raw()))

    @property
    def sums_compared(self) -> bool:
        """Whether a person compared the sums of the list that differ."""
        return bool(self.fields["sums"].editor.raw())

    @property
    def on(self) -> date | None:
        """The day of the list, if it was said."""
        said = self.fields["on"].editor.raw()
        return said if isinstance(said, date) else None
