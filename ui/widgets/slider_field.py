"""A figure that is typed, stepped or dragged: its name, a slider, and an editor with small arrows, in one line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractSlider, QLineEdit, QSlider, QWidget

from ui.look.fonts import font
from ui.look.letters import spoken
from ui.look.theme import Theme
from ui.widgets.editors import CountEdit
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import in_role
from ui.widgets.room.reading_order import tell_as_read
from workstation.errors import Refused
from workstation.money import Money

_NAME_WIDTH, _EDITOR_WIDTH = 88, 108
_Action = QAbstractSlider.SliderAction
_STEPS = {
    Qt.Key.Key_Up: _Action.SliderSingleStepAdd,
    Qt.Key.Key_Down: _Action.SliderSingleStepSub,
    Qt.Key.Key_PageUp: _Action.SliderPageStepAdd,
    Qt.Key.Key_PageDown: _Action.SliderPageStepSub,
}


class SliderField(Field):
    """Slider positions count in ``unit`` minor units for amounts, in ones for counts; typing may stand between two positions.

    ``stacked`` puts name and slider above the editor, for half a line.
    """

    def __init__(
        self, theme: Theme, key: str, name: str, editor: CountEdit | MoneyEdit, unit: int = 1, *, stacked: bool = False
    ) -> None:
        super().__init__(key, name, editor)
        self.unit = unit
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(spoken(name))
        self.slider.setFixedHeight(18)
        self._place_slider(stacked)
        self.steps = StepArrows(theme, editor)
        self.steps.setAccessibleName(spoken(name))
        self.steps.stepped = self._step
        tell_as_read(self)
        self.slider.valueChanged.connect(self._on_slider_moved)
        editor.installEventFilter(self)

    def _place_slider(self, stacked: bool) -> None:
        body, line = self.layout(), self.line
        if body is None:
            raise RuntimeError("a field without a layout")
        line.removeWidget(self.note)
        self.note.setParent(self)
        self.note.hide()
        self.slider.setMinimumWidth(50)
        line.addWidget(self.slider)
        if not stacked:
            body.removeWidget(self.editor)
            bold = QFontMetrics(font(bold=True)).horizontalAdvance(spoken(self.name.text()))
            self.name.setMinimumWidth(max(_NAME_WIDTH, bold + 6))
            self.editor.setFixedWidth(_EDITOR_WIDTH)
            line.addWidget(self.editor)

    def span(self, least: int, most: int, page: int) -> None:
        """Set the ends of the slider and how far Page Up goes, in positions."""
        blocked = self.slider.blockSignals(True)
        self.slider.setRange(least, max(least, most))
        self.slider.setPageStep(page)
        self.slider.blockSignals(blocked)

    def show_value(self, value: object) -> None:
        """Show a figure that follows from others; nothing counts as edited."""
        if self.editor.hasFocus() and not self.editor.text():
            return
        if self.editor.raw() != value and not (isinstance(value, int) and self.editor.raw() == str(value)):
            self.editor.load(value)
        self.follow()

    def set_leading(self, leading: bool, hint: str = "") -> None:
        """Mark the figure that was given by its name in bold; ``hint`` says where one that follows comes from."""
        in_role(self.name, "figure" if leading else "label")
        self._hint = hint
        self.name.setToolTip(hint)
        self.slider.setAccessibleDescription(hint)

    def follow(self) -> None:
        """Bring the slider to what stands in the editor, as near as it goes."""
        try:
            value = self.editor.draft()
        except Refused:
            return
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(self._position(value))
        self.slider.blockSignals(blocked)

    def _position(self, value: object) -> int:
        if isinstance(value, Money):
            return min(int(value.share_of(Money(self.unit, value.currency))), self.slider.maximum())
        return min(value, self.slider.maximum()) if isinstance(value, int) else self.slider.minimum()

    def _on_slider_moved(self, position: int) -> None:
        if isinstance(self.editor, MoneyEdit):
            self.editor.load(Money(position * self.unit, self.editor.currency))
        else:
            self.editor.load(position)
        self.editor.edited.emit()

    def _step(self, action: QAbstractSlider.SliderAction) -> None:
        self.slider.triggerAction(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self.wrong:
            self.editor.setToolTip(self.note.whole)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            action = _STEPS.get(Qt.Key(event.key()))
            if action is not None:
                self._step(action)
                return True
        return super().eventFilter(watched, event)


class StepArrows(QWidget):
    """Two small arrows on the right edge of an editor; the keys Up and Down do the same."""

    def __init__(self, theme: Theme, editor: QLineEdit) -> None:
        super().__init__(editor)
        self._theme = theme
        self.stepped: Callable[[QAbstractSlider.SliderAction], None] = _nowhere
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        editor.setTextMargins(0, 0, 10, 0)
        editor.installEventFilter(self)
        self.setFixedSize(QSize(16, 24))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.move(watched.width() - 20, (watched.height() - self.height()) // 2)
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        up = event.position().y() < self.height() / 2
        self.stepped(_STEPS[Qt.Key.Key_Up if up else Qt.Key.Key_Down])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("text_2" if self.isEnabled() else "border"), 1.4))
        for tip, base in ((5.0, 9.0), (19.0, 15.0)):
            painter.drawPolyline(QPolygonF([QPointF(4.5, base), QPointF(8, tip), QPointF(11.5, base)]))
        painter.end()


def _nowhere(_action: QAbstractSlider.SliderAction) -> None:
    """Arrows that lead nowhere yet."""
