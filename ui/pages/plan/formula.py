"""Where an amount comes from, told in two lines: its formula with values; beside it what else can be asked, copied, printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from ui.context import UiContext
from ui.widgets.parts import button, clear, in_role, label, row
from workstation.plan.explained.formula import Formula
from workstation.plan.explained.rate_formulas import RateFormulas

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_HEIGHT: Final = 36


class FormulaBar(QWidget):
    """``sheet_requested``: all formulas on paper. An amount of several components offers each of them by its name."""

    sheet_requested = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._text = label("", "hint", wrap=True)
        self.whole = ""
        self.parts: dict[str, QPushButton] = {}
        self._links = row(gap=2)
        self.copy_button = button(self.tr("Copy"), "link", self.copy)
        self.copy_button.setToolTip(self.tr("Copy formula (Ctrl+C in the table)"))
        self.sheet_button = button(self.tr("Formula sheet"), "link", self.sheet_requested.emit)
        self.sheet_button.setToolTip(self.tr("Every amount of the trial with its formula, as PDF (Ctrl+Shift+F)"))
        line = row(self._links, self._text, self.copy_button, self.sheet_button, gap=6)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.setFixedHeight(_HEIGHT)

    def clear_message(self, text: str) -> None:
        """Say what can be done here instead of a formula."""
        self._offer((), None)
        self._show_text(text)
        self.copy_button.setEnabled(False)

    def explain(self, formula: Formula, among: Sequence[Formula] = ()) -> None:
        """Say where an amount comes from; ``among``: the components that it stands with, itself one of them."""
        self._offer(among, formula)
        words = self._context.words
        text = formula.written(lambda one: words.label("formula", one))
        self._show_text(f"{self._title(formula)} = {text}")
        self.copy_button.setEnabled(True)

    def explain_rates(self, rates: RateFormulas) -> None:
        """Say where the yearly cost comes from, counted both ways."""
        self._offer((), None)
        words = self._context.words
        self._show_text(
            words.sentence("formula_sentence.true_rate", rates.figures(lambda one: words.label("formula", one)))
        )
        self.copy_button.setEnabled(True)

    def show_message(self, text: str) -> None:
        """Say a finding that belongs to a figure, to be copied as a formula is."""
        self._offer((), None)
        self._show_text(text)
        self.copy_button.setEnabled(True)

    def copy(self) -> None:
        """Put the formula on the clipboard."""
        if self.copy_button.isEnabled():
            QGuiApplication.clipboard().setText(self.whole)
            self._context.notices.show_message(self.tr("Formula copied."))

    def _title(self, formula: Formula) -> str:
        place, _, name = formula.subject.rpartition(" ")
        number = place.removeprefix("row ")
        title = self._context.words.label("formula", name)
        if number.isdecimal():
            return self.tr("No. {number} {name}").format(number=number, name=title)
        return f"{place} {title}" if _DAY.fullmatch(place) else title

    def _show_text(self, text: str) -> None:
        self.whole = text
        self._text.setText(text)
        self._text.setToolTip(text)

    def _offer(self, among: Sequence[Formula], shown: Formula | None) -> None:
        clear(self._links)
        self.parts = {}
        for one in among:
            name = one.subject.rpartition(" ")[2]
            made = button(self._context.words.label("formula_part", name), "link", partial(self.explain, one, among))
            made.setEnabled(one != shown)
            in_role(made, "link")
            self.parts[name] = made
            self._links.addWidget(made)
