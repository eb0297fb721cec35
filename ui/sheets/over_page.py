"""What lies over a page until it is answered or put away by Esc; keys, letters and clicks do not reach what is below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.widgets.parts import Card

STILL_ALLOWED: Final = ("lock", "quit", "privacy", "primary")
"""Commands of the menus that act whatever lies over the page: a desk can always be locked and covered, and the main action is
then that of what lies there.
"""


class OverPage(Card):
    """A card over the window of ``page``; `show_over` once it is built, `put_away` gives the page and the focus back.

    What is below is disabled: a letter of Alt acts wherever its widget can be seen and is enabled, also under another one.
    """

    def __init__(self, page: QWidget, width: int) -> None:
        super().__init__(gap=10)
        self.setObjectName("vouching")
        window = page.window()
        self._host = window.centralWidget() if isinstance(window, QMainWindow) else window
        self._before = window.focusWidget()
        self._closed: list[QWidget] = []
        self.setParent(self._host)
        self.setFixedWidth(width)

    def show_over(self) -> None:
        """Close what is below, and come up in its middle."""
        below = self._host.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        self._closed = [one for one in below if one is not self and not one.isWindow() and one.isEnabled()]
        for one in self._closed:
            one.setEnabled(False)
        self._host.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()

    def put_away(self) -> None:
        """Give the page back; nothing was decided."""
        self._host.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        for one in self._closed:
            one.setEnabled(True)
        self._closed = []
        if self._before is not None:
            self._before.setFocus()

    def stops(self) -> Sequence[QWidget]:
        """What Tab goes through, in order."""
        return ()

    def _place(self) -> None:
        self.adjustSize()
        self.resize(self.width(), max(self.heightForWidth(self.width()), self.minimumSizeHint().height()))
        self.move((self._host.width() - self.width()) // 2, max(24, (self._host.height() - self.height()) // 3))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the sheet."""
        stops = [stop for stop in self.stops() if stop.isEnabled()]
        if stops:
            at = next((no for no, stop in enumerate(stops) if stop.hasFocus()), 0)
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)


def lies_over(page: QWidget | None) -> bool:
    """Whether something lies over a page now."""
    return page is not None and any(sheet.isVisible() for sheet in page.findChildren(OverPage))
