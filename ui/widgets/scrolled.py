"""Parts that give way in a small window, so that nothing is cut: scrolled where it is low, folded where it is narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QLayout, QScrollArea, QWidget
from shiboken6 import isValid

from ui.widgets.field import Field
from ui.widgets.parts import GAP

_LEAST: Final = 120
_MARGIN: Final = 8
_UNBOUND: Final = (1 << 24) - 1


class Scrolled(QScrollArea):
    """As wide as what it holds, where the window lets it; as low as it must be."""

    def __init__(self, part: QWidget | QLayout) -> None:
        super().__init__()
        if isinstance(part, QLayout):
            holder = QWidget()
            holder.setObjectName("plain")
            holder.setLayout(part)
            part = holder
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(part)
        follow_focus(self)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The bar takes its width from what is scrolled, which may not be cut by it."""
        return QSize(self.widget().minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width(), _LEAST)


class Folding(QWidget):
    """Parts side by side, or under each other where they are given less than ``needs`` pixels: their least widths, unless told."""

    def __init__(
        self,
        *parts: QWidget,
        stretches: Sequence[int],
        needs: Callable[[], int] | None = None,
        gap: int = GAP,
        side: int = 0,
    ) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._parts, self._needs, self._gap, self._side = parts, needs or self._least, gap, side
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(gap)
        for part, stretch in zip(parts, stretches, strict=True):
            self._line.addWidget(part, stretch)
        self._set_side()

    def _set_side(self) -> None:
        """The first part is no wider than ``side`` beside the others, and as wide as they are above them."""
        if self._side:
            least = self._parts[0].minimumSizeHint().width()
            self._parts[0].setMaximumWidth(_UNBOUND if self.folded else max(self._side, least))

    def _least(self) -> int:
        seen = [part for part in self._parts if not part.isHidden()]
        widths = [part.minimumSizeHint().expandedTo(part.minimumSize()).width() for part in seen]
        return sum(widths) + self._gap * max(0, len(widths) - 1)

    @property
    def folded(self) -> bool:
        """Whether the parts are under each other."""
        return self._line.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._needs()
        if narrow != self.folded:
            ways = QBoxLayout.Direction
            self._line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
            self._set_side()
            self._line.activate()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part: it can always fold."""
        seen = [part for part in self._parts if not part.isHidden()]
        widest = max((part.minimumSizeHint().expandedTo(part.minimumSize()).width() for part in seen), default=0)
        return QSize(widest, self._line.minimumSize().height())


def follow_focus(area: QScrollArea) -> None:
    """Have an area show whatever in it gets the cursor: Qt does so for Tab, not where the program leads to a field."""
    _Follower(area)


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
        inside = self._area.widget()
        if not inside.isAncestorOf(now):
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
