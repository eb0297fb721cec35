"""A list whose days may be read in two ways: asked once, for the whole list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.editors import ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.parts import row
from workstation.errors import Finding

Order = Literal["ymd", "dmy", "mdy"]


class DayOrderQuestion(QWidget):
    """A choice that takes room only when it is needed; ``answered`` tells that `order` changed."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        orders = {
            "ymd": self.tr("year, month, day (26-12-31)"),
            "dmy": self.tr("day, month, year (31/12/2026)"),
            "mdy": self.tr("month, day, year (12/31/2026)"),
        }
        name = self.tr("Days of this list are written")
        self.field = Field("date_order", name, ChoiceEdit(orders, empty=self.tr("not clear yet")))
        self.field.edited.connect(self.answered)
        self.setLayout(row(self.field, -1, gap=12))
        self.hide()

    def clear(self) -> None:
        """Forget the answer: another file is looked at."""
        self.field.editor.load(None)
        self.hide()

    def ask(self, findings: Iterable[Finding]) -> None:
        """Ask when a row named a day that may be two; an answer stays in sight."""
        if any(finding.code == "cell_day_unclear" for finding in findings):
            self.show()

    @property
    def order(self) -> Order | None:
        """What was said, if anything."""
        said = self.field.editor.raw()
        return next((order for order in get_args(Order) if order == said), None)
