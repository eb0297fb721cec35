"""A part that scrolls down where the window is low, so that nothing of it is squeezed or cut off."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget

_LEAST: Final = 120


class Scrolled(QScrollArea):
    """As wide as what it holds; as low as it must be."""

    def __init__(self, part: QWidget | QLayout) -> None:
        super().__init__()
        if isinstance(part, QLayout):
            holder = QWidget()
            holder.setObjectName("plain")
            holder.setLayout(part)
            part = holder
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(part)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.widget().minimumSizeHint().width(), _LEAST)
