"""The six stages of a case in one line: state by shape, word and colour; each can be reached by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from ui.look.fonts import font
from ui.look.icons import pixmap
from ui.look.theme import Theme
from ui.typed_signal import TypedSignal, signal
from workstation.profile.case import Stage

StageState = Literal["done", "current", "ahead"]
_RADIUS: Final = 12
_CENTRE: Final = 17


@dataclass(frozen=True, slots=True)
class StageView:
    """How one stage reads: its name, its state, and a short remark (``7 of 7 verified``)."""

    stage: Stage
    name: str
    state: StageState
    remark: str = ""


class StageButton(QAbstractButton):
    """One stage: a ring with its number or a tick, the name and the remark under it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.view: StageView | None = None
        self.chosen = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stage(self, view: StageView, spoken: str) -> None:
        """Take a view; ``spoken`` is what a screen reader says."""
        self.view = view
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 56)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.view is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter, self.view)
        self._paint_words(painter, self.view)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 1, -5, -1), 6, 6)
        painter.end()

    def _paint_ring(self, painter: QPainter, view: StageView) -> None:
        centre = QPointF(self.width() / 2, _CENTRE)
        done, current = view.state == "done", view.state == "current"
        color = self._theme.color("accent" if done or current else "edge")
        painter.setPen(QPen(color, 2))
        painter.setBrush(color if done else self._theme.color("surface"))
        painter.drawEllipse(centre, _RADIUS - 1, _RADIUS - 1)
        if done:
            mark = pixmap(self._theme, "check", "on_accent", 16)
            painter.drawPixmap(QPointF(centre.x() - 8, centre.y() - 8), mark)
            return
        painter.setFont(font(12, bold=True))
        painter.setPen(self._theme.color("accent" if current else "text_2"))
        box = QRectF(centre.x() - _RADIUS, centre.y() - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(int(view.stage)))

    def _paint_words(self, painter: QPainter, view: StageView) -> None:
        painter.setFont(font(12, bold=view.state == "current"))
        painter.setPen(self._theme.color("text_2" if view.state == "ahead" else "text"))
        text = f"{view.name} · {view.remark}" if view.remark else view.name
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width() - 12)
        box = QRectF(0, _CENTRE + _RADIUS + 4, self.width(), 20)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, shown)
        if self.chosen:
            width = painter.fontMetrics().horizontalAdvance(shown)
            line = QRectF((self.width() - width) / 2, _CENTRE + _RADIUS + 24, width, 2)
            painter.fillRect(line, self._theme.color("accent"))


class StageBar(QWidget):
    """All stages with the line between them; a click tells which stage is asked for."""

    stage_requested: TypedSignal[Stage] = signal(1)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(58)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.buttons = {stage: StageButton(theme) for stage in Stage}
        for stage, made in self.buttons.items():
            layout.addWidget(made)
            made.clicked.connect(lambda _checked=False, stage=stage: self.stage_requested.emit(stage))

    def show_stages(self, views: Sequence[StageView]) -> None:
        """Take all six views, in order."""
        states = {"done": self.tr("Done"), "current": self.tr("Current stage"), "ahead": self.tr("Not reached yet")}
        for view in views:
            spoken = ", ".join(part for part in (view.name, states[view.state], view.remark) if part)
            self.buttons[view.stage].show_stage(view, spoken)
        self.update()

    def choose(self, stages: Sequence[Stage]) -> None:
        """Mark the stages whose page is open."""
        for stage, made in self.buttons.items():
            made.chosen = stage in stages
            made.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = list(self.buttons.values())
        for left, right in pairwise(shown):
            done = left.view is not None and left.view.state == "done"
            color: QColor = self._theme.color("accent" if done else "border")
            painter.setPen(QPen(color, 2))
            start, end = left.geometry().center().x() + _RADIUS + 2, right.geometry().center().x() - _RADIUS - 2
            painter.drawLine(QPointF(start, _CENTRE), QPointF(end, _CENTRE))
        painter.end()
