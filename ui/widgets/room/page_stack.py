"""Pages of which one is in sight, each with the room it needs: what is higher than the window is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.widgets.room.page_area import PageArea


class PageStack(QStackedWidget):
    """Holds pages by themselves: callers never see what scrolls them. A page ``whole`` cares for its own room."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)
        self._areas: dict[QWidget, PageArea] = {}

    def take(self, page: QWidget, *, whole: bool = False) -> None:
        """Give a page its place."""
        if not whole:
            self._areas[page] = PageArea(page)
        self.addWidget(self._areas.get(page, page))

    def take_out(self, page: QWidget) -> QWidget:
        """Let a page go; answers what is to be deleted."""
        held = self._areas.pop(page, page)
        self.removeWidget(held)
        return held

    @property
    def page(self) -> QWidget:
        """The page in sight."""
        current = self.currentWidget()
        return current.page if isinstance(current, PageArea) else current

    def turn_to(self, page: QWidget) -> None:
        """Bring a page into sight."""
        self.setCurrentWidget(self._areas.get(page, page))

    def minimumSizeHint(self) -> QSize:
        """That of the page in sight: one that waits behind it asks for nothing."""
        return self.currentWidget().minimumSizeHint() if self.count() else QSize(0, 0)

    def sizeHint(self) -> QSize:
        return self.currentWidget().sizeHint() if self.count() else QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        return bool(self.count()) and self.currentWidget().hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self.currentWidget().heightForWidth(width) if self.count() else 0
