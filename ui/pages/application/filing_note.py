"""Whom the applications of a case go to; where one speaks for all creditors, what it covers and which days run from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from ui.look.wording import Words, day
from ui.widgets.editors import ChoiceEdit
from ui.widgets.parts import Elided, column
from workstation.casework.keeping.clocks import running_clocks
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

_LINES: Final = 5
"""What is covered, and as many days as an application has at one time."""


def offer_addressees(choice: ChoiceEdit, file: CaseFile) -> None:
    """The banks that are applied to; the one that was chosen stays while it is among them."""
    chosen, banks = str(choice.raw()), file.addressees
    choice.offer({bank: bank for bank in banks})
    choice.load(chosen if chosen in banks else next(iter(banks), ""))
    choice.setEnabled(bool(banks))


class FilingNote(QWidget):
    """A line for what is covered and one for each day that runs; hidden where each bank is asked apart."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.lines = [Elided("", "quiet") for _ in range(_LINES)]
        self.setLayout(column(*self.lines, gap=2))
        self.hide()

    def text(self) -> str:
        """All that is told."""
        return "\n".join(line.whole for line in self.lines if line.whole)

    def load(self, file: CaseFile) -> None:
        """Tell whom one application is made to, for whom, and the days that run."""
        single = file.pack.filing.single and bool(file.addressees)
        self.setVisible(single)
        if single:
            told = (self._covered(file), *self._days(file))
            for number, line in enumerate(self.lines):
                line.set_text(told[number] if number < len(told) else "")
                line.setVisible(number < len(told))

    def _covered(self, file: CaseFile) -> str:
        told = self.tr("One application for {accounts} {accounts|account|accounts}, {banks} {banks|creditor|creditors}")
        return filled(told, {"accounts": len(file.negotiated), "banks": len({one.bank for one in file.negotiated})})

    def _days(self, file: CaseFile) -> list[str]:
        found = []
        for one in running_clocks(file):
            left = (one.on - file.today).days
            told = self.tr("in {count} {count|day|days}") if left >= 0 else self.tr("{count} {count|day|days} ago")
            title = self._words.titled(one.clock.title)
            found.append(f"{day(one.on)} · {filled(told, {'count': abs(left)})} · {title}")
        return found
