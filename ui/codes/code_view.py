"""A code that leaves the window: its groups to copy, the same as a QR code to photograph or scan, and a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QWidget

from ui.widgets.note_edit import NoteEdit
from ui.widgets.parts import button, column, label, row
from workstation.actions.oversight.grants import qr_squares

_MODULE = 3
"""Pixels of one square of a QR code."""
_MARGIN = 4
"""Squares of white around it, without which scanners see none."""


class CodeView(QWidget):
    """Shows nothing until it has a code. ``save`` asks where to write it."""

    def __init__(self, save: Callable[[], object]) -> None:
        super().__init__()
        self.text = NoteEdit(lines=4)
        self.text.setReadOnly(True)
        self.text.setMaximumHeight(130)
        self.text.setAccessibleName(self.tr("Code"))
        self.picture = label()
        self.picture.setAccessibleName(self.tr("The same code for a scanner"))
        self.save_button = button(self.tr("&Save code…"), on_click=save)
        self.copy_button = button(self.tr("Cop&y"), on_click=self._copy)
        side = column(self.text, row(self.save_button, self.copy_button, -1, gap=8), gap=8)
        line = row(side, self.picture, gap=12)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.show_code("")

    @property
    def code(self) -> str:
        """What is shown."""
        return str(self.text.raw())

    def show_code(self, code: str) -> None:
        """Show a code, or nothing."""
        self.text.load(code)
        self.picture.setPixmap(qr_picture(code) if code else QPixmap())
        self.setVisible(bool(code))

    def _copy(self) -> None:
        self.text.selectAll()
        self.text.copy()


def qr_picture(text: str) -> QPixmap:
    """Dark squares on white in every theme: scanners want it so."""
    matrix = qr_squares(text)
    side = len(matrix) + 2 * _MARGIN
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, line in enumerate(matrix, _MARGIN):
        for x, dark in enumerate(line, _MARGIN):
            if dark:
                image.setPixelColor(x, y, QColor(Qt.GlobalColor.black))
    return QPixmap.fromImage(image).scaled(side * _MODULE, side * _MODULE)
