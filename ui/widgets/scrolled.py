"""Parts that give way in a small window, so that nothing is cut: scrolled where it is low, folded where it is narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.widgets.field import Field
from ui.widgets.parts import GAP

_LEAST: Final = 120
_WANTED: Final = 160
_MARGIN: Final = 8
_SETTLING_MS: Final = (30, 90, 180)
_UNBOUND: Final = (1 << 24) - 1


class Scrolled(QScrollArea):
    """As wide as what it holds, where the window lets it; as low as it must be."""

    def __init__(self, part: QWidget | QLayout) -> None:
        super().__init__()
        if isinstance(part, QLayout):
            part = _holder(part)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.part = part
        part.setParent(self.viewport())
        follow_focus(self)

    def event(self, event: QEvent) -> bool:
        """Taking a part has Qt style it: that waits for the style of the window."""
        if event.type() == QEvent.Type.Polish and self.widget() is not self.part:
            self.setWidget(self.part)
        return super().event(event)

    def sizeHint(self) -> QSize:
        """It takes what is left, and asks for no more than it must where a page has to be scrolled."""
        hint = self.part.sizeHint()
        return QSize(hint.width(), min(hint.height(), _WANTED))

    def minimumSizeHint(self) -> QSize:
        """The bar takes its width from what is scrolled, which may not be cut by it."""
        return QSize(self.part.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width(), _LEAST)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is scrolled may need more width than it did: Qt tells nobody outside of the area."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
        return super().eventFilter(watched, event)


class Folding(QWidget):
    """Parts side by side, or under each other where they are given less than ``needs`` pixels: their least widths, unless told."""

    def __init__(
        self,
        *given: QWidget | QLayout,
        stretches: Sequence[int] = (),
        needs: Callable[[], int] | None = None,
        gap: int = GAP,
        side: int = 0,
    ) -> None:
        super().__init__()
        self.setObjectName("plain")
        parts = tuple(_holder(part) if isinstance(part, QLayout) else part for part in given)
        self._most = [(part.minimumWidth(), part.maximumWidth()) for part in parts]
        self._parts, self._needs, self._gap, self._side = parts, needs or self._least, gap, side
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(gap)
        for part, stretch in zip(parts, stretches or [0] * len(parts), strict=True):
            self._line.addWidget(part, stretch)
        self._set_side()

    def set_stretch(self, index: int, share: int) -> None:
        """Give a part its share of what is left."""
        self._line.setStretch(index, share)

    def _set_side(self) -> None:
        """What bounds the width of a part holds beside the others; above them it is as wide as they are."""
        for part, (least, most) in zip(self._parts, self._most, strict=True):
            part.setMaximumWidth(_UNBOUND if self.folded else most)
            if least == most:
                part.setMinimumWidth(0 if self.folded else least)
        if self._side and self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            wanted = self._asked(self._parts[0])
            self._parts[0].setMinimumWidth(0 if self.folded else wanted)
            self._parts[0].setMaximumWidth(_UNBOUND if self.folded else wanted)

    def event(self, event: QEvent) -> bool:
        """What stands here may have become wider than it was; how wide it is at all is known once it has its style."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Polish):
            self._set_side()
        if event.type() == QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _least(self) -> int:
        seen = [part for part in self._parts if not part.isHidden()]
        widths = [self._asked(part) for part in seen]
        return sum(widths) + self._gap * max(0, len(widths) - 1)

    def _asked(self, part: QWidget) -> int:
        """What a part takes beside the others, the same whether it stands beside them or above them now."""
        layout, at = part.layout(), self._parts.index(part)
        least, most = self._most[at]
        hint = layout.totalMinimumSize().width() if layout is not None else part.minimumSizeHint().width()
        if at == 0 and self._side:
            return max(self._side, hint)
        return least if least == most else max(hint, least)

    @property
    def folded(self) -> bool:
        """Whether the parts are under each other."""
        return self._line.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() < self._needs()
        if narrow != self.folded:
            ways = QBoxLayout.Direction
            self._line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
            self._set_side()
            self._line.activate()
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part: it can always fold."""
        seen = [part for part in self._parts if not part.isHidden()]
        widest = max((part.minimumSizeHint().expandedTo(part.minimumSize()).width() for part in seen), default=0)
        return QSize(widest, self._line.minimumSize().height())


class Beside(QVBoxLayout):
    """The layout of a page whose parts stand side by side, or under each other in a narrow window."""

    def __init__(self, folding: Folding) -> None:
        super().__init__()
        self.folding = folding
        self.setContentsMargins(0, 0, 0, 0)
        self.addWidget(folding)

    def setStretch(self, index: int, share: int) -> None:
        """Give a part its share of what is left, as a row does."""
        self.folding.set_stretch(index, share)


def beside(*parts: QWidget | QLayout, gap: int = GAP, side: int = 0, stretches: Sequence[int] = ()) -> Beside:
    """Parts in a row that folds; the first is ``side`` pixels wide beside the others where that is enough for it."""
    return Beside(Folding(*parts, gap=gap, side=side, stretches=stretches))


def _holder(part: QLayout) -> QWidget:
    made = QWidget()
    made.setObjectName("plain")
    made.setLayout(part)
    return made


def follow_focus(area: QScrollArea) -> None:
    """Have an area show whatever in it gets the cursor: Qt does so for Tab, not where the program leads to a field."""
    _Follower(area)


def keep_in_sight(part: QWidget) -> None:
    """As `follow_focus`, once a page that was turned to a moment ago has given every part its place."""
    for pause in _SETTLING_MS:
        QTimer.singleShot(pause, part, partial(_into_sight, part))


def _into_sight(part: QWidget) -> None:
    around = part.parentWidget()
    while around is not None and part.hasFocus():
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(part, _MARGIN, _MARGIN)
        around = around.parentWidget()


class _Follower(QObject):
    """Lives as long as its area."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whoever clicks sees where, and nothing is to move under the mouse."""
        if now is None or not isValid(self._area):  # one of a page that is gone may hear of it once more
            return
        inside = cast("QWidget | None", self._area.widget())  # none before it has its style
        if inside is None or not inside.isAncestorOf(now):
            return
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        if (layout := inside.layout()) is not None:
            layout.activate()  # a part that was shown just now has no place yet
        for part in (_field_of(now), now):  # where there is no room for name and message, the editor itself
            self._area.ensureWidgetVisible(part, _MARGIN, _MARGIN)


def _field_of(editor: QWidget) -> QWidget:
    """The field around an editor: its name and what is said of it are to be seen, too."""
    part = editor
    while not isinstance(part, Field):
        around = part.parentWidget()
        if around is None:
            return editor
        part = around
    return part
