"""The one navigation of a case: its pages in the order of the method, each with how far the case is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QPushButton

from ui.look.fonts import font
from ui.look.icons import pixmap
from ui.look.theme import Theme
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import button
from ui.widgets.room.tab_row import TabRow

PageState = Literal["done", "current", "ahead", ""]
_MARK: Final = 18
_ROOM: Final = _MARK + 24
_MOST_SHOWN: Final = 99


@dataclass(frozen=True, slots=True)
class PageView:
    """How far a case is on one page: ``missing`` things are lacking, and of ``accounts`` some are through (done, all).

    ``state`` is empty for a page that is no step of the method. ``tip`` tells more, a line for each account.
    """

    page: str
    state: PageState
    missing: int = 0
    accounts: tuple[int, int] = (0, 0)
    tip: str = ""


class PageBar(TabRow):
    """Tabs by page: a filled ring with a tick is done, a ring with a number lacks so many, an empty ring is not reached yet."""

    page_requested: TypedSignal[str] = signal(1)

    def __init__(self, theme: Theme, names: dict[str, str]) -> None:
        self._theme = theme
        self._names = names
        self._views: dict[str, PageView] = {}
        self._typed: set[str] = set()
        self.of_page: dict[str, QPushButton] = {name: button("", "tab") for name in names}
        super().__init__(tuple(self.of_page.values()))
        for number, (name, tab) in enumerate(self.of_page.items(), 1):
            tab.setCheckable(True)
            tab.setIconSize(QSize(_MARK, _MARK))
            tab.clicked.connect(partial(self._on_clicked, name))
            tab.setToolTip(f"Ctrl+{number}")
            self._show(name)

    def _on_clicked(self, name: str, _checked: bool = False) -> None:
        self.page_requested.emit(name)

    def show_views(self, views: Sequence[PageView]) -> None:
        """Show how far the case is on each page."""
        for view in views:
            if self._views.get(view.page) != view:
                self._views[view.page] = view
                self._show(view.page)
        self._fit()

    def show_open(self, page: str, typed: set[str]) -> None:
        """Mark the page that is open, and those where something typed is not saved."""
        changed = self._typed ^ typed
        self._typed = typed
        for name in changed:
            self._show(name)
        for name, tab in self.of_page.items():
            tab.setChecked(name == page)
        self._fit()

    def _show(self, name: str) -> None:
        """Name, and of several accounts how many are through; the open tab is bold, and has room for that from the start."""
        tab, view = self.of_page[name], self._views.get(name, PageView(name, ""))
        done, whole = view.accounts
        text = f"{self._names[name]} {done}/{whole}" if whole > 1 else self._names[name]
        tab.setText(f"{text} •" if name in self._typed else text)
        number = list(self.of_page).index(name) + 1
        tab.setToolTip("\n".join(part for part in (self._spoken(view), view.tip, f"Ctrl+{number}") if part))
        tab.setAccessibleName(", ".join(part for part in (text, self._spoken(view)) if part))
        tab.setIcon(QIcon(self._mark(view)) if view.state else QIcon())
        marked = _ROOM if view.state else _ROOM - _MARK - 4
        tab.setMinimumWidth(tab.fontMetrics().horizontalAdvance(f"{text} •") * 21 // 20 + marked)

    def _spoken(self, view: PageView) -> str:
        if view.missing:
            return self.tr("{count} missing").format(count=view.missing)
        states = {"done": self.tr("Done"), "current": self.tr("Current stage"), "ahead": self.tr("Not reached yet")}
        return states.get(view.state, "")

    def _mark(self, view: PageView) -> QPixmap:
        made = QPixmap(2 * _MARK, 2 * _MARK)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.scale(2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(1, 1, _MARK - 2, _MARK - 2)
        done = view.state == "done" and not view.missing
        color = self._theme.color("accent" if done or view.state == "current" else "edge")
        painter.setPen(QPen(color, 1.5))
        painter.setBrush(color if done else self._theme.color("surface"))
        painter.drawEllipse(ring)
        if done:
            painter.drawPixmap(QPointF(3, 3), pixmap(self._theme, "check", "on_accent", _MARK - 6))
        elif view.missing:
            painter.setFont(font(10, bold=True))
            painter.setPen(self._theme.color("text"))
            painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(min(view.missing, _MOST_SHOWN)))
        painter.end()
        made.setDevicePixelRatio(2)
        return made
