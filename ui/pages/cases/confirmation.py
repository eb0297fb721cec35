"""What a person must settle before a list is imported: formulas that nobody computed, and the list's own totals that differ."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.widgets.editors import CheckEdit
from ui.widgets.parts import button, column, label
from ui.widgets.room.flow import flow
from workstation.errors import Finding

_SHOWN = 4


class ImportConfirmation(QWidget):
    """``compute_requested`` asks for the results that lack; ``answered`` tells that the person confirmed, or took it back.

    Without a question it takes no room.
    """

    compute_requested = Signal()
    answered = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._context = context
        self._findings: tuple[Finding, ...] = ()
        self.words = label("", "advice", wrap=True)
        self.compute_button = button(self.tr("Co&mpute with LibreOffice"), on_click=self.compute_requested.emit)
        self.confirmed = CheckEdit(self.tr("I have compared these figures: import all the same"))
        self.confirmed.edited.connect(self.answered)
        footer = flow(self.compute_button, self.confirmed, -1, gap=12)
        self.setLayout(column(self.words, footer, gap=6))
        self.clear()

    def clear(self) -> None:
        """Nothing to settle."""
        self._show((), computable=False)

    def offer_computing(self) -> None:
        """Results lack, and this machine has a program that computes them; why, the page says itself."""
        self._show((), computable=True)

    def ask(self, findings: Sequence[Finding]) -> None:
        """Show what is to be confirmed; the answer to what was asked before does not count."""
        self._show(findings, computable=False)

    def _show(self, findings: Sequence[Finding], *, computable: bool) -> None:
        self._findings = tuple(findings)
        self.confirmed.load(False)
        more = self.tr(" And {count} more.").format(count=len(findings) - _SHOWN) if len(findings) > _SHOWN else ""
        words = [self._context.words.finding(finding) for finding in findings[:_SHOWN]]
        self.words.setText("\n".join("△ " + one for one in words) + more)
        self.words.setVisible(bool(findings))
        self.confirmed.setVisible(bool(findings))
        self.compute_button.setVisible(computable)
        self.setVisible(bool(findings) or computable)

    @property
    def settled(self) -> bool:
        """Whether nothing is asked, or all of it confirmed."""
        return not self._findings or bool(self.confirmed.raw())

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that the person confirmed."""
        return tuple({finding.code for finding in self._findings}) if self.settled else ()
