"""The last entry of a log, as files beside the database, lists of copies and packets bear it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from workstation.store.ledger.exported import FIRST

_FORM: Final = re.compile(r"([0-9]{1,18}):([0-9a-f]{64})")


@dataclass(frozen=True, slots=True, order=True)
class Head:
    """Number (0: there is none) and digest of an entry."""

    number: int = 0
    digest: str = FIRST

    def __str__(self) -> str:
        """``12:6f3a…``; empty where there is none."""
        return f"{self.number}:{self.digest}" if self.number else ""


def head_of(text: str) -> Head:
    """A head as `str` writes it; an empty text is none. Raises ValueError for any other."""
    found = _FORM.fullmatch(text)
    if found is None and text:
        raise ValueError("not an entry and its digest")
    return Head(int(found[1]), found[2]) if found else Head()
