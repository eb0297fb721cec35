"""A field for the number of a person or an account: its middle is masked until the person at the desk asks to see it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from ui.look.icons import icon
from ui.look.theme import Theme
from ui.widgets.editors import TextEdit
from workstation.casework.private_fields import masked_number


class NumberEdit(TextEdit):
    """Shows ``110***********1234`` while the cursor is elsewhere, dots while it is here, the number once F7 or the eye asks for
    it. A number typed into an empty field is seen until the field is left. ``field_ref`` says how much of the ends is shown.
    """

    def __init__(self, theme: Theme, field_ref: str) -> None:
        super().__init__(secret=True)
        self._field_ref, self._hidden, self._typing = field_ref, False, True
        self._icons = {True: icon(theme, "hide"), False: icon(theme, "show")}
        self.reveal = QAction(self._icons[False], "", self)
        self.reveal.setCheckable(True)
        self.reveal.toggled.connect(lambda _shown: self._show())
        self.addAction(self.reveal, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(lambda _text: self._show())
        self._show()

    @property
    def masked(self) -> bool:
        """Whether the number is kept from view now."""
        return self._hidden or not (self.reveal.isChecked() or self._typing)

    def load(self, value: object) -> None:
        """Show a stored number, masked again."""
        same = str(value or "") == self.text()
        if not same:
            self.reveal.setChecked(False)
        super().load(value)
        self._typing = not value
        self._show()

    def cover(self, hidden: bool) -> None:
        """Privacy mode: nothing of the number is shown, and asking for it does not help."""
        self._hidden = hidden
        self.reveal.setChecked(False)
        self._show()

    def _show(self) -> None:
        self.show_dots(self.masked)
        shown = self.reveal.isChecked()
        self.reveal.setIcon(self._icons[shown])
        self.reveal.setText(self.tr("Mask the number (F7)") if shown else self.tr("Show the number (F7)"))
        self.reveal.setVisible(bool(self.text()) and not self._hidden)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._typing = not self.text()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F7:
            self.reveal.trigger()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.masked or self._hidden or self.hasFocus() or not self.text():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        room = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).adjusted(2, 0, -24, 0)
        text = masked_number(self._field_ref, self.text())
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.end()
