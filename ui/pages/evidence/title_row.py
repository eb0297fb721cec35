"""A title with what belongs beside it; where the place is short, the title has a line of its own instead of an ellipsis."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.parts import row


class TitleRow(QWidget):
    """``least``: pixels below which the title stands above the other parts."""

    def __init__(self, title: QWidget, *parts: QWidget, least: int, gap: int = 8) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._title, self._least = title, least
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self._grid.setColumnStretch(0, 1)
        self._grid.addLayout(row(*parts, gap=gap), 1, 1)
        self.stacked = False
        self._grid.addWidget(title, 1, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = event.size().width() < self._least
        if stacked != self.stacked:
            self.stacked = stacked
            self._grid.removeWidget(self._title)
            if stacked:
                self._grid.addWidget(self._title, 0, 0, 1, 2)
            else:
                self._grid.addWidget(self._title, 1, 0)
