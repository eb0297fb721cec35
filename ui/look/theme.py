"""One visual language in two modes: colour tokens from resources/theme become a palette and a style sheet."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import resources

Mode = Literal["light", "dark"]
Preference = Literal["system", "light", "dark"]

FAMILY: Final = "Noto Sans SC"
TEXT_PX: Final = 13


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as ``#RRGGBB``; meanings as in resources/theme/tokens.toml."""

    background: str
    surface: str
    row: str
    border: str
    edge: str
    text: str
    text_2: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    good: str
    warning: str
    warning_soft: str
    bad: str
    bad_soft: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One mode with its colours; everything painted by hand asks here."""

    mode: Mode
    tokens: Tokens

    def color(self, name: str) -> QColor:
        """The colour of a token by name."""
        return QColor(getattr(self.tokens, name))


def load_theme(mode: Mode) -> Theme:
    """The theme of a mode, read from resources/theme/tokens.toml."""
    table = tomllib.loads(resources.path("theme", "tokens.toml").read_text("utf-8"))[mode]
    return Theme(mode, Tokens(**table))


def resolve(preference: Preference) -> Mode:
    """The mode a preference means now; ``system`` follows the desktop."""
    if preference != "system":
        return preference
    return "dark" if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def style_sheet(theme: Theme) -> str:
    """The style sheet with its ``@token`` places filled; longest names first, so that ``@text_2`` is not read as ``@text``."""
    sheet = resources.path("theme", "style.qss").read_text("utf-8")
    values = {field.name: str(getattr(theme.tokens, field.name)) for field in fields(Tokens)}
    values |= {"icons": resources.path("icons").as_posix(), "mode": theme.mode}
    for name in sorted(values, key=len, reverse=True):
        sheet = sheet.replace(f"@{name}", values[name])
    return sheet


def palette(theme: Theme) -> QPalette:
    """Qt's own roles in our colours, for what the style sheet does not reach."""
    tokens = theme.tokens
    roles = {
        QPalette.ColorRole.Window: tokens.background,
        QPalette.ColorRole.Base: tokens.surface,
        QPalette.ColorRole.AlternateBase: tokens.row,
        QPalette.ColorRole.Button: tokens.surface,
        QPalette.ColorRole.ToolTipBase: tokens.surface,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.text_2,
        QPalette.ColorRole.Highlight: tokens.accent,
        QPalette.ColorRole.Accent: tokens.accent,
        QPalette.ColorRole.HighlightedText: tokens.on_accent,
        QPalette.ColorRole.Link: tokens.accent,
    }
    result = QPalette()
    for role, color in roles.items():
        result.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text_2))
    return result


def apply_theme(app: QApplication, window: QWidget, theme: Theme) -> None:
    """Style a window and all that opens from it.

    The sheet belongs to the window, not to the application: an application's sheet restyles every part each time the
    parts around it are put together, which takes two thirds of the time in which a page is made.
    """
    app.setPalette(palette(theme))
    window.setStyleSheet(style_sheet(theme))
