"""The ring of a row of switches: where one of them has it, it goes along to the one that a mouse turned to."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication, QPushButton


def ring_follows(switch: QPushButton) -> None:
    """Let a switch take the ring from its neighbours when it is clicked; a cursor that is elsewhere stays there."""
    switch.clicked.connect(partial(_take_ring, switch))


def _take_ring(switch: QPushButton, *_: object) -> None:
    now = QApplication.focusWidget()
    if (
        isinstance(now, QPushButton)
        and now.parentWidget() is switch.parentWidget()
        and now.property("role") == switch.property("role")
    ):
        switch.setFocus()
