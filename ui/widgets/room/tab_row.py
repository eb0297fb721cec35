"""Tabs in a row of which as many are shown as have room; the others stand in a menu at its end, and none is ever cut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from ui.widgets.parts import button


class TabRow(QWidget):
    """The tab that is open is always in sight. Tabs that are hidden stay hidden; ``gap`` lies between two."""

    def __init__(self, tabs: Sequence[QPushButton], gap: int = 2) -> None:
        super().__init__()
        self.tabs = list(tabs)
        self._gap = gap
        self._kept: set[QPushButton] = set()
        self._fitting = False
        self.more = button("⋯", "tab", self._show_others)
        self.more.setToolTip(self.tr("More pages"))
        self.more.setAccessibleName(self.tr("More pages"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(gap)
        for tab in self.tabs:
            line.addWidget(tab)
            tab.toggled.connect(self._fit)
            tab.installEventFilter(self)
        line.addWidget(self.more)
        line.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._fit()

    @property
    def whole_width(self) -> int:
        """What all tabs take."""
        shown = [tab.sizeHint().expandedTo(tab.minimumSize()).width() for tab in self._offered()]
        return sum(shown) + self._gap * max(0, len(shown) - 1) + 1

    def offer(self, tab: QPushButton, offered: bool) -> None:
        """Offer a tab, or withdraw it."""
        self._kept.discard(tab) if offered else self._kept.add(tab)
        self._fit()

    def _offered(self) -> list[QPushButton]:
        return [tab for tab in self.tabs if tab not in self._kept]

    def sizeHint(self) -> QSize:
        return QSize(self.whole_width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The widest tab and the menu."""
        widest = max((tab.sizeHint().expandedTo(tab.minimumSize()).width() for tab in self._offered()), default=0)
        return QSize(widest + self._gap + self.more.sizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest or (event.type() == QEvent.Type.DynamicPropertyChange):
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _fit(self, *_: object) -> None:
        if self._fitting:
            return
        self._fitting = True
        offered = self._offered()
        room = self.width()
        spare = self.more.sizeHint().width() + self._gap
        whole = self.whole_width <= room
        left = room if whole else room - spare
        opened = next((tab for tab in offered if tab.isChecked()), None)
        shown: set[QPushButton] = set()
        if opened is not None:
            shown.add(opened)
            left -= opened.sizeHint().expandedTo(opened.minimumSize()).width() + self._gap
        for tab in offered:
            wide = tab.sizeHint().expandedTo(tab.minimumSize()).width()
            if tab in shown:
                continue
            if not whole and wide > left:
                break
            shown.add(tab)
            left -= wide + self._gap
        for tab in self.tabs:
            tab.setVisible(tab in shown)
        self.more.setVisible(len(shown) < len(offered))
        self._fitting = False

    def _show_others(self) -> None:
        menu = QMenu(self)
        for tab in self._offered():
            if tab.isHidden():
                action = menu.addAction(tab.icon(), tab.text())
                action.triggered.connect(tab.click)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
