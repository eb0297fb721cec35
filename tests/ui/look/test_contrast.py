"""Contrast as it is drawn: words of every role of the style sheet, on every ground and in every state, 4.5 to 1 or more."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import resources
from tests.ui.look.test_theme import contrast
from ui.look.theme import Theme, load_theme, palette, style_sheet
from ui.widgets.charts.stacked_bars import GROUNDS, ink_of

SHEET = resources.path("theme", "style.qss").read_text("utf-8")
FRAMES = ("", "card", "sidebar", "drop", "notice")
"""What words of any role may stand on; a toast has words of its own alone."""
STATES = ("", "hover", "pressed", "checked", "disabled")
WORDS = "囯囯囯"
"""Signs of strokes only, wide enough for a pixel that is wholly theirs."""


def roles(kind: str) -> list[str]:
    return ["", *sorted(set(re.findall(rf'{kind}\[role="(\w+)"\]', SHEET)))]


def drawn(part: QWidget) -> float:
    """The contrast of what is drawn in a part: of its ground, the commonest colour, with the colour that stands out most."""
    host = part.window()
    image = host.grab(QRect(part.mapTo(host, part.rect().topLeft()), part.size())).toImage()
    inner = image.copy(image.rect().adjusted(4, 4, -4, -4)).convertToFormat(QImage.Format.Format_RGB32)
    seen = Counter(inner.pixel(x, y) for x in range(inner.width()) for y in range(inner.height()))
    ground = QColor(seen.most_common(1)[0][0]).name()
    return max(contrast(ground, QColor(one).name()) for one in seen)


def host_of(qtbot, qapp, theme: Theme, frame: str) -> tuple[QWidget, QVBoxLayout]:
    host = QWidget()
    host.setObjectName("workbench")
    qtbot.addWidget(host)
    host.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    qapp.setPalette(palette(theme))
    # Thin strokes are drawn half through: larger, a sign shows the colour that its rule names.
    host.setStyleSheet(
        re.sub(r"font-size: \d+px", "font-size: 40px", re.sub(r"m(in|ax)-height: \d+px;?", "", style_sheet(theme)))
    )
    ground = QFrame()
    if frame:
        ground.setProperty("role", frame)
    body = QVBoxLayout(ground)
    QVBoxLayout(host).addWidget(ground)
    return host, body


def put_in(part: QWidget, state: str) -> None:
    part.setEnabled(state != "disabled")
    part.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, state == "hover")
    if isinstance(part, QAbstractButton):
        part.setCheckable(state == "checked")
        part.setChecked(state == "checked")
        part.setDown(state == "pressed")


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("frame", FRAMES)
def test_words_and_buttons_can_be_read_in_every_state(qtbot, qapp, mode, frame) -> None:
    host, body = host_of(qtbot, qapp, load_theme(mode), frame)
    parts: list[tuple[QWidget, str]] = []
    for role in roles("QLabel"):
        parts.append((QLabel(WORDS), f"label {role}"))
    for role in roles("QPushButton"):
        parts += [(QPushButton(WORDS), f"button {role} {state}") for state in STATES]
    parts += [(QCheckBox(WORDS), f"tick  {state}") for state in ("", "disabled")]
    for part, name in parts:
        _, role, *state = name.split(" ")
        part.setProperty("role", role or None)
        put_in(part, state[0] if state else "")
        part.setFixedHeight(60)
        body.addWidget(part)
    host.resize(300, 66 * len(parts))
    host.show()
    judged = {f"{frame or 'page'}: {name}": drawn(part) for part, name in parts}
    assert len(judged) > 80
    assert {name: round(found, 2) for name, found in judged.items() if found < 4.5} == {}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_fields_can_be_read_filled_empty_wrong_and_off(qtbot, qapp, mode) -> None:
    host, body = host_of(qtbot, qapp, load_theme(mode), "card")
    parts: list[tuple[QWidget, str]] = []
    for state in ("", "wrong", "disabled", "hover"):
        for text in (WORDS, ""):
            line, note, choice = QLineEdit(text), QPlainTextEdit(text), QComboBox()
            line.setPlaceholderText(WORDS)
            note.setPlaceholderText(WORDS)
            choice.addItem(WORDS)
            parts += [
                (one, f"{type(one).__name__} {state} {'filled' if text else 'empty'}") for one in (line, note, choice)
            ]
    for part, name in parts:
        state = name.split(" ")[1]
        part.setProperty("wrong", state == "wrong")
        put_in(part, state)
        part.setFixedHeight(66)
        body.addWidget(part)
    host.resize(300, 72 * len(parts))
    host.show()
    judged = {name: drawn(part) for part, name in parts}
    assert {name: round(found, 2) for name, found in judged.items() if found < 4.5} == {}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_messages_over_the_window_can_be_read(qtbot, qapp, mode) -> None:
    host, body = host_of(qtbot, qapp, load_theme(mode), "toast")
    parts = [QLabel(WORDS), *(QPushButton(WORDS) for _ in STATES)]
    for part, state in zip(parts, ("", *STATES), strict=True):
        put_in(part, state)
        body.addWidget(part)
    host.resize(300, 400)
    host.show()
    assert {
        state: round(drawn(part), 2) for part, state in zip(parts, ("", *STATES), strict=True) if drawn(part) < 4.5
    } == {}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_figures_in_bars_can_be_read(mode, ground) -> None:
    tokens = load_theme(mode).tokens
    assert contrast(getattr(tokens, ink_of(ground)), getattr(tokens, ground)) >= 4.5


def test_the_judge_sees_what_cannot_be_read(qtbot, qapp) -> None:
    theme = load_theme("light")
    host, body = host_of(qtbot, qapp, theme, "card")
    faint = QLabel(WORDS)
    faint.setStyleSheet(f"color: {theme.tokens.edge};")
    body.addWidget(faint)
    host.resize(300, 60)
    host.show()
    assert drawn(faint) == pytest.approx(contrast(theme.tokens.edge, theme.tokens.surface), abs=0.1)
