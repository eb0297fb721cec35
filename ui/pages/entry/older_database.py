"""Asks what to do with a desk whose database is older than the desk itself: nothing was touched yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.widgets.parts import button, column, label, row
from workstation.errors import Finding


class OlderDatabase(QWidget):
    """Both states in words; ``accepted`` opens it as it is, ``declined`` goes back. The cursor stands on going back."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.heading = label(self.tr("This database is older than the desk"), "section")
        self.text = label("", wrap=True)
        self.open_button = button(self.tr("&Open it as it is"), "quiet", self.accepted.emit)
        self.back_button = button(self.tr("Go &back"), "primary", self.declined.emit)
        self.setLayout(column(self.heading, self.text, 4, row(self.open_button, -1, self.back_button)))

    def ask(self, finding: Finding) -> None:
        """Show what was found."""
        self.text.setText(self._context.words.finding(finding))
        self.text.setMinimumHeight(self.text.heightForWidth(max(400, self.width())))
        self.back_button.setFocus()
