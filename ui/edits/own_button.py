"""What a form calls its own button: Ctrl+Enter presses that one while the cursor is in the form, and never a neighbour's.

Ctrl+S presses it too where it keeps an edit; what goes on record for good waits for Ctrl+Enter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

_OWNS, _BUTTON, _SAVES = "owns", "own_button", "own_button_saves"
NO_BUTTON: Final = None
"""Of a form that saves itself, or that offers several answers of which none is the usual one."""


@dataclass(frozen=True, slots=True)
class Own:
    """``button``: None for `NO_BUTTON`; ``saves``: whether it keeps an edit, so that Ctrl+S presses it."""

    button: QPushButton | None
    saves: bool

    def press(self) -> None:
        """Press it, if it can be pressed now."""
        if self.button is not None and self.button.isVisible() and self.button.isEnabled():
            self.button.click()


def own(button: QPushButton | None, *areas: QWidget, saves: bool = False) -> None:
    """Let areas, or single fields, have a button of their own; one within an area comes before that of the area.

    The button must live as long as they do.
    """
    for area in areas:
        area.setProperty(_OWNS, True)
        area.setProperty(_BUTTON, button)
        area.setProperty(_SAVES, saves)


def button_of(area: QWidget) -> QPushButton | None:
    """The button that an area as a whole calls its own."""
    button = area.property(_BUTTON)
    return button if isinstance(button, QPushButton) else None


def own_button(frame: QWidget) -> Own | None:
    """What the part of ``frame`` in which the cursor is calls its own; None where nothing there does."""
    at: QWidget | None = QApplication.focusWidget() or frame.window().focusWidget()
    if at is None or not frame.isAncestorOf(at):
        return None
    while at is not None and at is not frame:
        if at.property(_OWNS):
            return Own(button_of(at), bool(at.property(_SAVES)))
        at = at.parentWidget()
    return None
