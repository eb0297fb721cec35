"""A page in a window that may be smaller than it: it scrolls up and down, and is never squashed below what it needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from ui.widgets.scrolled import follow_focus

_LEAST = 96


class PageArea(QScrollArea):
    """Gives its page all the room there is, or as much as the page needs where there is less.

    Words that wrap and lines that break say how high they are at a width; Qt shares out no less than that to them.
    """

    def __init__(self, page: QWidget, stack: QWidget | None = None) -> None:
        super().__init__(stack)  # before it takes the page: Qt styles it then, and would do so again for another place
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Qt shows bars for the size that a page is made with, and would lay it out once beside them and once without.
        self._bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._seen = False
        self.page = page
        if not page.objectName():
            page.setObjectName("plain")
        self.setWidget(page)
        page.installEventFilter(self)
        follow_focus(self)
        self._fit()

    def sizeHint(self) -> QSize:
        return self.page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Anything: what does not fit is scrolled."""
        return QSize(_LEAST, _LEAST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._seen:
            self._fit()
        else:  # nothing in it has its style yet, and so no size that holds
            self.page.resize(self.viewport().size())

    def _bars(self, policy: Qt.ScrollBarPolicy) -> None:
        self.setHorizontalScrollBarPolicy(policy)
        self.setVerticalScrollBarPolicy(policy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.page and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._fit()
            if event.type() == QEvent.Type.Show and not self._seen:
                self._seen = True
                self._bars(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        room = self.viewport().size()
        least = self.page.minimumSizeHint().expandedTo(self.page.minimumSize())
        width = max(room.width(), least.width())
        layout = self.page.layout()
        high = least.height()
        if layout is not None and layout.hasHeightForWidth():
            high = max(high, layout.heightForWidth(width))
        wanted = QSize(width, max(room.height(), high))
        if wanted != self.page.size():
            self.page.resize(wanted)
