"""One line of text stays one: breaks and tabs that are pasted into it become blanks, and undoing takes the paste back whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import takewhile
from typing import Final

from PySide6.QtWidgets import QLineEdit

_ENDS: Final = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_BREAKS: Final = re.compile(f" *[{_ENDS}][{_ENDS} ]*")


def tell_joined(field: QLineEdit, text: str, tell: Callable[[], object]) -> None:
    """Tell of ``text``, to which a field was just edited; one with breaks is put right first, and the field comes here again.

    Qt shows a break as a blank but keeps it; a cell copied from a sheet has one at its end. Nobody would see why two names differ.
    """
    if not _BREAKS.search(text):
        tell()
        return
    quiet = field.blockSignals(True)
    field.undo()  # in a field of dots this empties it, which is as good: what was there is in ``text``
    field.blockSignals(quiet)
    before = field.text()
    start = _alike(zip(before, text, strict=False))
    after = _alike(zip(reversed(before[start:]), reversed(text[start:]), strict=False))
    if _BREAKS.search(before):  # kept by an older version: no undoing leads to a line without
        start = after = 0
    pasted = text[start : len(text) - after].strip(_ENDS)
    field.setSelection(_units(before[:start]), _units(before[start : len(before) - after]))
    field.insert(_BREAKS.sub(" ", pasted))


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """How many signs are the same from the beginning on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _units(text: str) -> int:
    """The length as Qt counts: a rare character is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
