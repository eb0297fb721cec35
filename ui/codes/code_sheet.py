"""A code that lies over the page, large enough to be scanned from the screen, until it is put away by Esc."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.codes.code_view import CodeView
from ui.widgets.parts import Card, button, label, row

_WIDTH = 620


class CodeSheet(Card):
    """Over the window of ``page``; the focus goes back to where it was."""

    def __init__(self, page: QWidget, title: str, hint: str, code: str, save: Callable[[], object]) -> None:
        super().__init__(gap=10)
        self.setObjectName("vouching")
        window = page.window()
        self._host = window.centralWidget() if isinstance(window, QMainWindow) else window
        self.setParent(self._host)
        self._before = window.focusWidget()
        self.view = CodeView(save)
        self.view.show_code(code)
        self.close_button = button(self.tr("Close"), on_click=self.put_away)
        for part in (label(title, "section"), label(hint, "hint", wrap=True), self.view):
            self.body.addWidget(part)
        self.body.addLayout(row(-1, self.close_button))
        self.setFixedWidth(_WIDTH)
        self._host.installEventFilter(self)
        self._place()
        self.show()
        self.raise_()
        self.view.save_button.setFocus()

    def put_away(self) -> None:
        """The code can be asked for again."""
        self._host.removeEventFilter(self)
        self.hide()
        self.deleteLater()
        if self._before is not None:
            self._before.setFocus()

    def _place(self) -> None:
        self.adjustSize()
        self.move((self._host.width() - self.width()) // 2, max(24, (self._host.height() - self.height()) // 3))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the sheet."""
        stops = [self.view.text, self.view.save_button, self.view.copy_button, self.close_button]
        at = next((no for no, stop in enumerate(stops) if stop.hasFocus()), 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)
