"""A mark of the tour: everything is dimmed but the part that is meant, and a card beside it says what it is for."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.look.theme import Theme
from ui.sheets.over_page import OverPage
from ui.widgets.parts import button, label, row

_WIDTH: Final = 380
_EDGE: Final = 12
_AROUND: Final = 6
_RADIUS: Final = 8
_SETTLED_MS: Final = (0, 60)
_SHADE: Final = QColor(0, 0, 0, 110)
_NEXT: Final = (Qt.Key.Key_Right, Qt.Key.Key_PageDown)
_BACK: Final = (Qt.Key.Key_Left, Qt.Key.Key_PageUp)


class Shade(QWidget):
    """Lies over the whole window, takes its clicks, and leaves one place light."""

    def __init__(self, host: QWidget, theme: Theme) -> None:
        super().__init__(host)
        self._theme = theme
        self.light = QRect()

    def show_light(self, light: QRect) -> None:
        """Leave a place light, in pixels of the window."""
        self.light = light
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, light = QPainterPath(), QPainterPath()
        whole.addRect(QRectF(self.rect()))
        light.addRoundedRect(QRectF(self.light), _RADIUS, _RADIUS)
        painter.fillPath(whole.subtracted(light), _SHADE)
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.drawPath(light)
        painter.end()


class CoachMark(OverPage):
    """One card for the whole tour. ``moved`` carries by how many stops (1 or -1); ``ended`` tells that it was put away."""

    moved = Signal(object)
    ended = Signal()

    def __init__(self, page: QWidget, theme: Theme) -> None:
        super().__init__(page, _WIDTH)
        self.shade = Shade(self._host, theme)
        self._part: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.title = label("", "section", wrap=True)
        self.words = label("", wrap=True)
        self.count = label("", "hint")
        self.end_button = button(self.tr("End tour"), "link", self.put_away)
        self.back_button = button(self.tr("Back"), on_click=lambda: self.moved.emit(-1))
        self.next_button = button("", "primary", lambda: self.moved.emit(1))
        for one in (self.end_button, self.back_button, self.next_button):
            one.installEventFilter(self)
        self.body.addWidget(self.title)
        self.body.addWidget(self.words)
        self.body.addLayout(row(self.count, -1, self.end_button, self.back_button, self.next_button, gap=8))

    def show_over(self) -> None:
        """Come up over the window, which stays as it looks; the shade takes its clicks, this card its keys."""
        self._host.installEventFilter(self)
        self._place()
        for one in (self.shade, self):
            one.show()
            one.raise_()
        self.next_button.setFocus()

    def put_away(self) -> None:
        """End the tour where it is."""
        self.shade.hide()
        self.shade.deleteLater()
        self._before = self._host  # the page from which it began may be gone
        super().put_away()
        self.ended.emit()

    def stops(self) -> tuple[QWidget, ...]:
        return tuple(one for one in (self.next_button, self.back_button, self.end_button) if one.isVisible())

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A page that was opened takes the cursor once it has read what it shows; the keys stay with the tour."""
        if now is not None and self.isVisible() and self._host.isAncestorOf(now) and not self.isAncestorOf(now):
            self.next_button.setFocus()

    def show_stop(self, title: str, words: str, at: int, of: int, part: QWidget) -> None:
        """Point at a part; it is scrolled into sight first."""
        self._part = part
        self.title.setText(title)
        self.words.setText(words)
        self.count.setText(self.tr("{at} of {of}").format(at=at + 1, of=of))
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.back_button.setVisible(at > 0)
        self.next_button.setText(self.tr("Next") if at < of - 1 else self.tr("Done"))
        self.show_over()
        for wait in _SETTLED_MS:  # a page that was opened just now is laid out step by step
            QTimer.singleShot(wait, self, self._scroll)

    def _scroll(self) -> None:
        part = area = self._part
        while part is not None and area is not None:
            if isinstance(area, QScrollArea):
                area.ensureWidgetVisible(part)
            area = area.parentWidget()
        self._place()

    def _place(self) -> None:
        whole = self._host.rect()
        self.shade.setGeometry(whole)
        if self._part is None:
            return
        seen = self._part.visibleRegion().boundingRect()
        light = QRect(self._part.mapTo(self._host, seen.topLeft()), seen.size())
        light = light.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).intersected(whole.adjusted(2, 2, -2, -2))
        self.shade.show_light(light)
        self.adjustSize()
        self.resize(_WIDTH, max(self.heightForWidth(_WIDTH), self.minimumSizeHint().height()))
        self.move(self._beside(light, whole))

    def _beside(self, light: QRect, whole: QRect) -> QPoint:
        """Right of the part, left of it, below, above, else inside its lower right corner: where the card fits whole."""
        wide, high = self.width(), self.height()
        down = max(_EDGE, min(light.top(), whole.height() - high - _EDGE))
        across = max(_EDGE, min(light.left(), whole.width() - wide - _EDGE))
        places = (
            QPoint(light.right() + _EDGE, down),
            QPoint(light.left() - wide - _EDGE, down),
            QPoint(across, light.bottom() + _EDGE),
            QPoint(across, light.top() - high - _EDGE),
        )
        room = whole.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        inside = QPoint(whole.width() - wide - 2 * _EDGE, whole.height() - high - 2 * _EDGE)
        return next((at for at in places if room.contains(QRect(at, self.size()))), inside)

    def event(self, event: QEvent) -> bool:
        """Letters of Alt would act on what lies under the shade: none of them gets there."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.modifiers() & Qt.KeyboardModifier.AltModifier:  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.LayoutRequest:
            self._place()
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and watched is not self._host and event.key() in (*_NEXT, *_BACK):  # type: ignore[attr-defined]
            self.keyPressEvent(event)  # type: ignore[arg-type]  # a button would hand the cursor to its neighbour
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows turn, Enter goes on, Esc ends."""
        if event.key() in _NEXT:
            self.moved.emit(1)
        elif event.key() in _BACK and self.back_button.isVisible():
            self.moved.emit(-1)
        else:
            super().keyPressEvent(event)
