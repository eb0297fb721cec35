"""Both modes can be read: contrast of every text on every ground it stands on; the style sheet has no unfilled place."""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import product

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableView,
    QTextBrowser,
    QToolButton,
    QWidget,
)

import resources
from ui.look.theme import FAMILY, TEXT_PX, Tokens, load_theme, palette, style_sheet

GROUNDS = ("background", "surface", "row")
TEXTS = ("text", "text_2", "accent", "good", "warning", "bad")
PAIRS = [
    *product(TEXTS, GROUNDS),
    ("accent", "accent_soft"),
    ("text", "accent_soft"),
    ("warning", "warning_soft"),
    ("bad", "bad_soft"),
    ("text", "bad_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("surface", "text"),
    ("text_2", "border"),
]


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((luminance(QColor(first)), luminance(QColor(second))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(mode, text, ground) -> None:
    tokens = load_theme(mode).tokens
    assert contrast(getattr(tokens, text), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_rule_of_the_sheet_that_names_both_can_be_read(mode) -> None:
    """A rule that somebody adds is judged by what it says, listed above or not."""
    tokens, sheet = load_theme(mode).tokens, resources.path("theme", "style.qss").read_text("utf-8")
    judged, wrong = 0, []
    for selector, body in re.findall(r"([^{}]+)\{([^}]*)\}", sheet):
        text, ground = (re.search(rf"(?<![-\w]){name}:\s*@(\w+)", body) for name in ("color", "background(?:-color)?"))
        if text and ground:
            judged += 1
            if contrast(getattr(tokens, text[1]), getattr(tokens, ground[1])) < 4.5:
                wrong.append(f"{selector.strip()}: @{text[1]} on @{ground[1]}")
    assert wrong == [] and judged > 10


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_style_sheet_has_no_unfilled_place(mode) -> None:
    assert not re.findall(r"@\w+", style_sheet(load_theme(mode)).partition("*/")[2])


WORDED = (
    QLabel, QPushButton, QToolButton, QCheckBox, QRadioButton, QLineEdit, QComboBox, QPlainTextEdit, QTextBrowser, QTableView,
    QListWidget, QSpinBox, QDateEdit, QGroupBox, QProgressBar, QMenu, QMenuBar,
)  # fmt: skip


@pytest.mark.parametrize("kind", WORDED)
def test_whatever_shows_words_has_our_font_and_colour(qtbot, kind: type[QWidget]) -> None:
    """Also where the system has others: of menus, say, once it changes its own theme."""
    theme, host = load_theme("dark"), QWidget()
    qtbot.addWidget(host)
    host.setStyleSheet(style_sheet(theme))
    made = kind(host)
    made.ensurePolished()
    assert (made.font().family(), made.font().pixelSize()) == (FAMILY, TEXT_PX)
    assert made.palette().color(QPalette.ColorRole.WindowText) == theme.color("text")


def test_no_box_hands_a_font_down() -> None:
    """A rule for every QWidget has each box dress anew all that is in it: a fifth of the time in which a page is made."""
    sheet = re.sub(r"/\*.*?\*/", "", style_sheet(load_theme("light")), flags=re.DOTALL)
    rules = re.findall(r"([^{}]+)\{([^}]*)\}", sheet)
    every = [body for selector, body in rules if "QWidget" in (one.strip() for one in selector.split(","))]
    assert len(rules) > 100 and [body for body in every if "font" in body or "color:" in body] == []


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_tokens_are_colours(mode, qapp) -> None:
    theme = load_theme(mode)
    assert all(QColor(getattr(theme.tokens, field.name)).isValid() for field in fields(Tokens))
    assert palette(theme).window().color() == QColor(theme.tokens.background)
