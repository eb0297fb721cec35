"""Everything of a desk out of sight at once: the page, dialogs, menus, tooltips, messages, and what we put on the clipboard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow, QToolTip, QVBoxLayout, QWidget

from ui.widgets.parts import in_role, label


class Cover(QWidget):
    """What stands in the window while a desk is being closed: the name of the program."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("entry")
        shown: QLabel = in_role(label(name), "title")
        body = QVBoxLayout(self)
        body.addWidget(shown, 0, Qt.AlignmentFlag.AlignCenter)


def cover(window: QMainWindow, name: str) -> QWidget | None:
    """Put the cover over a window and paint it; answers the page that was there, hidden and still alive."""
    _close_others(window)
    page = window.takeCentralWidget()
    if page is not None:
        page.hide()
        page.setParent(None)
    window.setCentralWidget(Cover(name))
    window.setWindowTitle(name)
    window.repaint()
    _empty_clipboard()
    return page


def _close_others(window: QWidget) -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.hide()
        popup.close()
    for other in QApplication.topLevelWidgets():
        if other is window or not other.isVisible():
            continue
        other.hide()
        if isinstance(other, QDialog):
            other.reject()
            other.deleteLater()  # what it says about a person goes with it
    QToolTip.hideText()


def _empty_clipboard() -> None:
    """Only what this program put there; what came from elsewhere is not ours to remove."""
    board = QApplication.clipboard()
    if board.ownsClipboard():
        board.clear(QClipboard.Mode.Clipboard)
    if board.supportsSelection() and board.ownsSelection():
        board.clear(QClipboard.Mode.Selection)
