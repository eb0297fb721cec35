"""Four choices in pairs: in one line where each is read whole, else one pair under the other."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from ui.widgets.editors import ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.parts import row
from ui.widgets.scrolled import Folding

_GAP: Final = 8
_SHARES: Final = (2, 3)
"""How two choices share their line: the second has the longer words."""


class PairedChoices(Folding):
    """``choices``: short, long, short, long."""

    def __init__(self, *choices: Field) -> None:
        for field in choices:
            field.editor.setMinimumContentsLength(1)  # they are as wide as their place lets them
        pairs = list(zip(choices[::2], choices[1::2], strict=True))
        super().__init__(
            *[_pair(*one) for one in pairs],
            needs=lambda: len(pairs) * (max(_width(*one) for one in pairs) + _GAP),
            gap=_GAP,
            stretches=[1] * len(pairs),
        )


def _pair(short: Field, long: Field) -> QWidget:
    made = QWidget()
    made.setObjectName("plain")
    line = row(short, long, gap=_GAP)
    for place, share in enumerate(_SHARES):
        line.setStretch(place, share)
    made.setLayout(line)
    return made


def _width(short: Field, long: Field) -> int:
    """Pixels in which both are read whole."""
    wanted = 0
    for field, share in zip((short, long), _SHARES, strict=True):
        editor: ChoiceEdit = field.editor
        wanted = max(wanted, editor.whole_width * sum(_SHARES) // share)
    return wanted + _GAP
