"""Columns of rates whose bare numbers may mean two things: each asked once, for the whole column."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.editors import ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.parts import row
from workstation.errors import Finding


class RateQuestion(QWidget):
    """A choice for each column that is asked; ``answered`` tells that `units` changed. Without a question it takes no room."""

    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.fields: dict[str, Field] = {}
        self._body = row(gap=12)
        self.setLayout(self._body)
        self.hide()

    def clear(self) -> None:
        """Forget every question: another file is looked at."""
        for field in self.fields.values():
            self._body.removeWidget(field)
            field.deleteLater()
        self.fields = {}
        self.hide()

    def ask(self, findings: Iterable[Finding]) -> None:
        """Ask about the columns that the rows named; a column that was asked keeps its answer."""
        meanings = {
            "0.01": self.tr("per cent (18 = 18%)"),
            "1": self.tr("shares (0.18 = 18%)"),
            "0.0001": self.tr("per ten thousand (5 = 0.05%)"),
        }
        for finding in findings:
            field = finding.figures.get("field", "")
            if finding.code != "cell_rate_unclear" or field in self.fields:
                continue
            name = self.tr("Bare numbers in “{column}” are").format(column=finding.figures["column"])
            made = self.fields[field] = Field(field, name, ChoiceEdit(meanings, empty=self.tr("not clear yet")))
            made.edited.connect(self.answered)
            self._body.addWidget(made)
        self.setVisible(bool(self.fields))

    @property
    def units(self) -> dict[str, Decimal]:
        """What one counts, by field, of the columns that were answered."""
        said = {name: str(field.editor.raw()) for name, field in self.fields.items()}
        return {name: Decimal(unit) for name, unit in said.items() if unit}
