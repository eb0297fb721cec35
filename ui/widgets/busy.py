"""A sign that work is under way in the background; it keeps its room while hidden, so that nothing jumps."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar

_LEAST_WIDTH, _MOST_WIDTH, _HEIGHT = 40, 180, 6


class BusyBar(QProgressBar):
    """Moves while ``busy``; whoever begins work ends it, whatever becomes of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 0)
        self.setTextVisible(False)
        self.setFixedHeight(_HEIGHT)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setMaximumWidth(_MOST_WIDTH)
        self.setAccessibleName(self.tr("Working in the background"))
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.setSizePolicy(kept)
        self.busy = False
        self.hide()

    def set_busy(self, busy: bool) -> None:
        """Show that work began, or that it ended."""
        self.busy = busy
        self.setVisible(busy)
