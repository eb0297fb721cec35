"""The simplest parts: words in a role, cards, buttons with an icon, rows and columns on the 4-px grid."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.look.eliding import elided
from ui.look.fonts import font
from ui.look.icons import icon
from ui.look.letters import parted, spoken
from ui.look.theme import Theme
from ui.widgets.room.ring import ring_follows

W = TypeVar("W", bound=QWidget)
PADDING, GAP = 16, 12
_TAB_ROOM, _ICON_BUTTON = 18, 30
_WORDS_ROOM, _LEAST_WORDS = 4, 24
LEADS_BACK: Final = "leads_back"  # of a button by which a page is left: no page begins at it
_SWITCHES = ("sidebar", "tab", "segment")  # they turn pages: a click on them leaves the cursor where it was


def in_role(widget: W, role: str) -> W:
    """Give a widget its role in the style sheet; safe to call again when the role changes."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        restyle(widget)
    return widget


def restyle(widget: QWidget) -> None:
    """Have the style sheet read the widget's properties again."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def label(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Words in a role: title, section, hero, figure, label, hint, finding, chip …; never read as rich text."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return in_role(made, role) if role else made


def name_field(name: QLabel, editor: QWidget) -> None:
    """Make a label the name of an editor: its letter leads there, and is shown only where it is one of the words."""
    shown, letter = parted(name.text())
    name.setBuddy(editor)
    if letter:
        name.setText(shown)
        name.setToolTip(f"Alt+{letter}")
        # What stands there is selected, as by Tab.
        lead = partial(editor.setFocus, Qt.FocusReason.ShortcutFocusReason)
        QShortcut(QKeySequence(f"Alt+{letter}"), name, lead)


class Button(QPushButton):
    """A button whose letter of Alt, where it stands in brackets behind the words, is told in the tip and not in the words."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._letter = self._tip = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        shown, self._letter = parted(text)
        super().setText(shown)
        if self._letter:
            self.setShortcut(QKeySequence(f"Alt+{self._letter}"))
        self.setToolTip(self._tip)

    def setToolTip(self, tip: str) -> None:
        self._tip = tip
        super().setToolTip("  ".join(part for part in (tip, self._letter and f"Alt+{self._letter}") if part))


def button(text: str, role: str = "", on_click: Callable[[], object] | None = None) -> QPushButton:
    """A push button in a role: primary, quiet, link, segment, tab, sidebar; Enter presses it when it has the focus."""
    made = Button(text)
    made.setAutoDefault(True)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if role in _SWITCHES:
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        ring_follows(made)
    if role == "tab":
        call_tab(made, text)
    if on_click:
        made.clicked.connect(lambda: on_click())
    return in_role(made, role) if role else made


def call_tab(tab: QPushButton, text: str) -> None:
    """Name a tab. The open one is bold: room for that is kept from the start, so that its neighbours never move."""
    bold = QFontMetrics(font(bold=True)).horizontalAdvance(spoken(text))
    tab.setText(text)
    tab.setMinimumWidth(bold + _TAB_ROOM)


class _IconButton(QToolButton):
    """A square; Qt's own measure adds a pixel that the style sheet does not draw."""

    def sizeHint(self) -> QSize:
        return QSize(_ICON_BUTTON, _ICON_BUTTON)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def icon_button(theme: Theme, name: str, tip: str, on_click: Callable[[], object] | None = None) -> QToolButton:
    """A square button with an icon; ``tip`` is also its name for screen readers. By ``back`` a page is left (`LEADS_BACK`)."""
    made = _IconButton()
    made.setProperty(LEADS_BACK, name == "back")
    made.setIcon(icon(theme, name))
    made.setIconSize(QSize(18, 18))
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if on_click:
        made.clicked.connect(lambda: on_click())
    return made


def column(*parts: QWidget | QLayout | int, gap: int = GAP, margins: int = 0) -> QVBoxLayout:
    """Parts under each other; a positive number is a space, a negative one a stretch of that weight."""
    return _fill(QVBoxLayout(), parts, gap, margins)


def row(*parts: QWidget | QLayout | int, gap: int = GAP, margins: int = 0) -> QHBoxLayout:
    """Parts side by side; numbers as in `column`."""
    return _fill(QHBoxLayout(), parts, gap, margins)


L = TypeVar("L", QVBoxLayout, QHBoxLayout)


def _fill(layout: L, parts: tuple[QWidget | QLayout | int, ...], gap: int, margins: int) -> L:
    layout.setSpacing(gap)
    layout.setContentsMargins(margins, margins, margins, margins)
    for part in parts:
        if isinstance(part, QWidget):
            layout.addWidget(part)
        elif isinstance(part, QLayout):
            layout.addLayout(part)
        elif part < 0:
            layout.addStretch(-part)
        else:
            layout.addSpacing(part)
    return layout


class Card(QFrame):
    """A surface with a border, padding 16; ``body`` takes the parts."""

    def __init__(self, *parts: QWidget | QLayout | int, gap: int = GAP, padding: int = PADDING) -> None:
        super().__init__()
        in_role(self, "card")
        self.body = column(*parts, gap=gap, margins=padding)
        self.setLayout(self.body)

    def set_chosen(self, chosen: bool) -> None:
        """Mark as the one that counts, by its border."""
        self.setProperty("chosen", chosen)
        restyle(self)


class Chip(QLabel):
    """A word on a soft ground; ``kind`` empty, warning, bad or quiet."""

    def __init__(self, text: str = "", kind: str = "") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_text(text, kind)

    def set_text(self, text: str, kind: str = "") -> None:
        """Change word and kind; an empty word hides the ground but keeps the place."""
        self.setText(text)
        in_role(self, (f"chip_{kind}" if kind else "chip") if text else "chip_empty")
        self.updateGeometry()  # the ground adds its padding


class Elided(QLabel):
    """One line that ends in … when the place is short; the whole stands in the tool tip. ``whole``: it asks for its room."""

    def __init__(self, text: str = "", role: str = "", *, whole: bool = False) -> None:
        super().__init__()
        self._asks, self._asked = whole, 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        across = QSizePolicy.Policy.Preferred if whole else QSizePolicy.Policy.Ignored
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)
        if not whole:  # a least width that is set would count in place of the one that is asked for
            self.setMinimumWidth(_LEAST_WORDS)
        self._whole = self._tip = ""
        if role:
            in_role(self, role)
        self.set_text(text)

    @property
    def whole(self) -> str:
        """The text as given."""
        return self._whole

    def set_text(self, text: str, tip: str = "") -> None:
        """Show a text; ``tip`` is told about it where it says more than the whole."""
        self._whole, self._tip = text, tip
        self._fit()
        if not self._asks:
            self.updateGeometry()
        elif (wide := self._wide(text)) > self._asked:  # a place does not shrink and grow while one slides
            self._asked = wide
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, as a role brings one, is another width."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.set_text(self._whole, self._tip)

    def first(self) -> None:
        """Take the room for the whole before others take theirs."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        """Room for the whole."""
        hint = super().sizeHint()
        return QSize(hint.width() - self._wide(self.text()) + self._wide(self._whole) + 3, hint.height())

    def minimumSizeHint(self) -> QSize:
        least = self._asked + _WORDS_ROOM if self._asks else _LEAST_WORDS
        return QSize(least, super().minimumSizeHint().height())

    def _wide(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        shown = elided(self._whole, self.fontMetrics(), max(24, self.width() - 2))
        self.setText(shown)
        self.setToolTip(self._tip or (self._whole if shown != self._whole else ""))


class ElidedButton(QPushButton):
    """A sentence to press, on one line that ends in … when the place is short; the whole stands in the tool tip."""

    def __init__(self, text: str, role: str, on_click: Callable[[], object]) -> None:
        super().__init__()
        self.whole = text
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: on_click())
        in_role(self, role)
        self._fit()

    def set_whole(self, text: str) -> None:
        """Say another sentence."""
        self.whole = text
        self.setToolTip(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        shown = elided(self.whole, self.fontMetrics(), max(24, room - 2))
        self.setText(shown.replace("&", "&&"))


def clear(layout: QLayout) -> None:
    """Take every part out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
