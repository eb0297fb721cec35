"""What there is to say about the files of a proof, in a few lines under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.widgets.parts import in_role
from workstation.errors import Finding

_LONGEST_NAME = 24
_MOST = 4
"""Lines of a single sentence."""
_WRAPPED = 40
"""Pixels that a line may leave blank where it is wrapped."""


def short_named(finding: Finding) -> Finding:
    """The finding with a long file name cut in its middle, so that what is the matter stays in sight."""
    name = finding.figures.get("file", "")
    if len(name) <= _LONGEST_NAME:
        return finding
    half = _LONGEST_NAME // 2
    return replace(finding, figures={**finding.figures, "file": f"{name[:half]}…{name[-half:]}"})


class Remarks(QLabel):
    """What there is to say about files: one sentence whole, of several two lines, the rest counted; all stands in the tool tip."""

    def __init__(self) -> None:
        super().__init__()
        in_role(self, "finding")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.whole = ""
        self.lines: tuple[str, ...] = ()

    def set_text(self, lines: Sequence[str], whole: Sequence[str] = ()) -> None:
        """Show some lines; ``whole``: the same with nothing left out, for the tool tip."""
        self.lines = tuple(lines)
        self.whole = "\n".join(whole or lines)
        self.setToolTip(self.whole)
        self.setAccessibleName(self.whole)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        more = len(self.lines) - 2
        tail = self.tr("  (and {count} more)").format(count=more) if more > 0 else ""
        measure, middle = self.fontMetrics(), Qt.TextElideMode.ElideMiddle
        room = max(24, self.width() - 4)
        self.setWordWrap(len(self.lines) == 1)
        if len(self.lines) == 1:  # what can be done instead stands at its end
            self.setText(measure.elidedText(self.lines[0], Qt.TextElideMode.ElideRight, _MOST * (room - _WRAPPED)))
            return
        shown = [measure.elidedText(line, middle, room) for line in self.lines[:2]]
        if tail:
            shown[1] = measure.elidedText(self.lines[1], middle, room - measure.horizontalAdvance(tail)) + tail
        self.setText("\n".join(shown))
