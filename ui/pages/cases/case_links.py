"""The cases of this desk that a file speaks of, each a link to it."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import button, clear, label, row
from workstation.profile.portfolio.portfolio import ImportPlan

_SHOWN = 3


class CaseLinks(QWidget):
    """Takes no room while there are none. ``opened`` carries the id of the case to open."""

    opened: TypedSignal[str] = signal(1)

    def __init__(self) -> None:
        super().__init__()
        self.links: list[QPushButton] = []
        self._line = row(gap=12)
        self.setLayout(self._line)
        self.hide()

    def show_plan(self, plan: ImportPlan | None) -> None:
        """Offer the first cases that rows join, repeat or share a phone with."""
        rejected = [finding for one in plan.rejected for finding in one.findings] if plan else []
        figures = [finding.figures for finding in (*rejected, *plan.advice)] if plan else []
        known = {one["case_id"]: one["case"] for one in figures if one.get("case")}
        clear(self._line)
        self.links = [self._link(case_id, number) for case_id, number in list(known.items())[:_SHOWN]]
        self._line.addWidget(label(self.tr("Open case:"), "hint"))
        for link in self.links:
            self._line.addWidget(link)
        if len(known) > _SHOWN:
            more = self.tr("and {count} more").format(count=f"{len(known) - _SHOWN:,}")
            self._line.addWidget(label(more, "hint"))
        self._line.addStretch()
        self.setVisible(bool(self.links))

    def _link(self, case_id: str, number: str) -> QPushButton:
        made = button(number, "link", lambda: self.opened.emit(case_id))
        made.setAccessibleName(self.tr("Open case {number}").format(number=number))
        return made
