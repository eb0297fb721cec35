"""How strong the passphrase being typed is: a bar of three parts, a word, and what makes it weak."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import UiContext
from ui.look.theme import Theme
from ui.widgets.parts import Elided, row

_PAUSE_MS: Final = 150
_PARTS: Final = {"": 0, "weak": 1, "fair": 2, "strong": 3}
_COLORS: Final = {"weak": "bad", "fair": "warning", "strong": "good"}


class _Bar(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self.level = theme, ""
        self.setFixedSize(QSize(132, 6))

    def show_level(self, level: str) -> None:
        self.level = level
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(Qt.PenStyle.NoPen)
        for part in range(3):
            lit = part < _PARTS[self.level]
            painter.setBrush(self._theme.color(_COLORS[self.level] if lit else "border"))
            painter.drawRoundedRect(QRect(part * 45, 0, 42, 6), 3, 3)
        painter.end()


class StrengthBar(QWidget):
    """Follows a passphrase field, a moment after the last key. ``known`` answers what anybody could know of the person."""

    def __init__(self, context: UiContext, edit: QLineEdit, known: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._context, self._edit, self._known = context, edit, known
        self._bar = _Bar(context.theme)
        self.text = Elided("", "hint")
        line = row(self._bar, self.text, gap=10)
        line.setStretch(1, 1)
        self.setLayout(line)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.judge)
        edit.textChanged.connect(lambda _text: self._timer.start())
        self.judge()

    @property
    def level(self) -> str:
        """``weak``, ``fair``, ``strong``, or empty while nothing is typed."""
        return self._bar.level

    def judge(self) -> None:
        """Judge what stands in the field now; what judges is loaded with the first key, never to open a desk."""
        self._timer.stop()
        typed = self._edit.text()
        if not typed:
            self._show("", "")
            return
        from workstation.actions.passphrases import passphrase_strength

        found = passphrase_strength(typed, self._known())
        names = {"weak": self.tr("Too weak"), "fair": self.tr("Sufficient"), "strong": self.tr("Strong")}
        why = "" if found.level == "strong" else self._context.words.label("mend", found.weakness)
        words = self._context.words
        self._show(found.level, words.attributed(names[found.level], why) if why else names[found.level])

    def _show(self, level: str, text: str) -> None:
        self._bar.show_level(level)
        self.text.set_text(text)
        self.setAccessibleName(text or self.tr("Strength of the passphrase"))
