"""Pages of which one is in sight, each with the room it needs: what is higher than the window is scrolled."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.room.page_area import PageArea


class PageStack(QWidget):
    """As Qt's own, but it asks for what the page in sight needs: one that waits behind it makes nothing larger.

    Pages that it was given to `take` are scrolled; callers never see by what. Others care for their own room.
    """

    currentChanged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._areas: dict[QWidget, PageArea] = {}
        self._held: list[QWidget] = []
        self._current: QWidget | None = None

    def take(self, page: QWidget, *, waiting: bool = False) -> None:
        """Give a page its place, once, scrolled where it has to be; the first one comes into sight unless it is to wait."""
        if page not in self._areas:
            self._areas[page] = PageArea(page, self)
            self._hold(self._areas[page])
        if self._current is None and not waiting:
            self.setCurrentWidget(page)

    def addWidget(self, page: QWidget) -> None:
        """Give a page its place; the first one comes into sight."""
        self._hold(page)
        if self._current is None:
            self.setCurrentWidget(page)

    def _hold(self, held: QWidget) -> None:
        held.hide()
        if held.parentWidget() is not self:
            held.setParent(self)
        self._held.append(held)

    def take_out(self, page: QWidget) -> QWidget:
        """Let a page go; answers what is to be deleted."""
        held = self._areas.pop(page, page)
        self._held.remove(held)
        if self._current is held:
            self._current = None
        held.hide()
        return held

    def currentWidget(self) -> QWidget:
        """The page in sight; as Qt's own, nothing before there is one, which nobody minds."""
        return self._current.page if isinstance(self._current, PageArea) else cast(QWidget, self._current)

    def currentIndex(self) -> int:
        """Its number, in the order in which they came."""
        return self._held.index(self._current) if self._current is not None else -1

    def setCurrentIndex(self, index: int) -> None:
        """Bring a page into sight by its number."""
        held = self._held[index]
        self.setCurrentWidget(held.page if isinstance(held, PageArea) else held)

    def count(self) -> int:
        """How many pages there are."""
        return len(self._held)

    def setCurrentWidget(self, page: QWidget) -> None:
        """Bring a page into sight."""
        held, before = self._areas.get(page, page), self._current
        if held is before:
            return
        self._current = held
        held.setGeometry(self.rect())
        if self.isVisible():
            held.show()
        if before is not None:
            before.hide()
        self.updateGeometry()
        self.currentChanged.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt styles what is shown: the page waits for that until it stands in the window whose style it takes."""
        super().showEvent(event)
        if self._current is not None:
            self._current.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._current is not None:
            self._current.setGeometry(QRect(0, 0, self.width(), self.height()))

    def event(self, event: QEvent) -> bool:
        """A page that wants other room has it asked for here."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """That of the page in sight."""
        if self._current is None:
            return QSize(0, 0)
        return self._current.minimumSizeHint().expandedTo(self._current.minimumSize())

    def sizeHint(self) -> QSize:
        return self._current.sizeHint() if self._current is not None else QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        return self._current is not None and self._current.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        if self._current is None:
            return 0
        return max(self._current.heightForWidth(width), self._current.minimumHeight())
