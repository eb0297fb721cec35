"""Whether one person tells one story: what is told differently in two places, each entry a way to where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from ui.kit import Kit
from ui.widgets.parts import Card, button, clear, column, icon_button, label, row
from workstation.errors import Finding

_PLACE_OF_FACT = {
    "income": "case.budget", "spending": "case.budget", "children": "debtor.children",
    "dependants": "debtor.other_dependants", "marital": "debtor.marital", "housing": "debtor.housing",
    "employer": "debtor.employer", "reason": "case.reason", "hardship_from": "case.reason_from",
    "hardship_to": "case.reason_to",
}  # fmt: skip


class ConsistencySheet(QWidget):
    """``place_asked`` carries the place of the entry that was pressed; ``closed`` asks to go back."""

    place_asked = Signal(object)
    closed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.links: list[QPushButton] = []
        back = icon_button(kit.theme, "back", self.tr("Back to the proofs (Esc)"), self.closed.emit)
        head = row(back, label(self.tr("One person, one story"), "section"), -1, gap=10)
        place = QWidget()
        place.setObjectName("plain")
        self._list = column(gap=4)
        place.setLayout(self._list)
        area = QScrollArea()
        area.setWidget(place)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        words = self.tr(
            "Compared are this case, other cases of the same person, the packets that left for banks, and the statements."
        )
        self.setLayout(column(head, Card(label(words, "quiet", wrap=True), area), gap=8))

    def load(self, told: Sequence[Finding], income: Sequence[Finding]) -> None:
        """Show contradictions first, then what the statements say against the case."""
        clear(self._list)
        self.links = [self._link(finding, "✕ ") for finding in told] + [self._link(finding, "△ ") for finding in income]
        for link in self.links:
            self._list.addWidget(link)
        if not self.links:
            self._list.addWidget(label("✓ " + self.tr("Nothing is told differently."), "good"))
        self._list.addStretch()
        if self.links:
            self.links[0].setFocus()

    def _link(self, finding: Finding, sign: str) -> QPushButton:
        sentence = self._kit.words.finding(finding)
        fact = finding.subject.removeprefix("consistency.")
        place = _PLACE_OF_FACT.get(fact, finding.subject)
        made = button(sign + sentence.replace("&", "&&"), "row", lambda: self.place_asked.emit(place))
        made.setToolTip(sentence)
        return made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
