"""What stands in the place of the list where nothing is found, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.privacy import Privacy
from ui.widgets.parts import button, column, label, row
from workstation.wording import filled


def may_be_a_name(text: str) -> bool:
    """Whether a case may be opened for what was typed: letters, and no digit."""
    return any(sign.isalpha() for sign in text) and not any(sign.isdecimal() for sign in text)


class NothingFound(QWidget):
    """``case_wanted``: a case of the typed name; ``archive_wanted``: what is archived; ``clearing_wanted``: every case."""

    case_wanted = Signal()
    archive_wanted = Signal()
    clearing_wanted = Signal()

    def __init__(self, privacy: Privacy) -> None:
        super().__init__()
        self._privacy, self._name = privacy, ""
        privacy.changed.connect(self._show_name)
        self.case_button = button("", "primary", self.case_wanted.emit)
        self.archive_button = button("", on_click=self.archive_wanted.emit)
        self.clear_button = button(self.tr("Show every case"), on_click=self.clearing_wanted.emit)
        advice = self.tr("Try part of a name, pinyin initials or the last digits of an account number.")
        body = QVBoxLayout(self)
        body.addStretch(2)
        for made in (label(self.tr("No matches"), "section"), label(advice, "quiet")):
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            body.addWidget(made)
        body.addLayout(row(-1, self.case_button, self.archive_button, self.clear_button, -1, gap=8))
        body.addStretch(3)

    def show_offers(self, name: str, archived: int, filtered: bool) -> None:
        """Offer to open a case for ``name`` where it may be one, and to show so many ``archived`` cases that were found."""
        self._name = name
        self._show_name(self._privacy.hidden)
        self.case_button.setVisible(bool(name))
        self.archive_button.setText(
            filled(self.tr("Show {count} archived {count|case|cases}"), {"count": f"{archived:,}"})
        )
        self.archive_button.setVisible(archived > 0)
        self.clear_button.setVisible(filtered)

    def _show_name(self, _hidden: bool) -> None:
        name = self._privacy.text(self._name).replace("&", "&&")
        self.case_button.setText(self.tr("New case “{name}”").format(name=name))


class NoCases(QWidget):
    """What is said on a desk without cases."""

    def __init__(self) -> None:
        super().__init__()
        advice = self.tr("Enter a name above and click New case, or import a bank's portfolio.")
        words = [label(self.tr("No cases yet"), "section"), label(advice, "quiet")]
        for made in words:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(column(-1, *words, -1))
