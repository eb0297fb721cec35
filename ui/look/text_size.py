"""How large everything is drawn: Qt scales the window as a whole, which it can only be told before an application begins."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from decimal import Decimal, InvalidOperation
from typing import Final

SIZES: Final = (90, 100, 110, 125, 150)
"""Per cent of the usual size."""
_FACTOR: Final = "QT_SCALE_FACTOR"
_BEFORE: Final = "CONCORD_SCALE_BEFORE"


def draw_at(size: int, environment: MutableMapping[str, str] = os.environ) -> None:
    """Draw at ``size`` per cent of what the system or the person's own ``QT_SCALE_FACTOR`` says, from the next application on.

    What was said before us is kept beside it, so that a process that replaces this one begins from there, too.
    """
    before = environment.setdefault(_BEFORE, environment.get(_FACTOR, ""))
    try:
        factor = Decimal(before or "1") * size / 100
    except InvalidOperation:
        return
    if size == 100 and not before:
        environment.pop(_FACTOR, None)
    else:
        environment[_FACTOR] = f"{factor.normalize():f}"
