"""Who and what is the same: random identifiers of stored things, and the spellings of one login name."""

from __future__ import annotations

import unicodedata
from secrets import token_hex
from typing import Final

_START: Final = 24
"""Random characters at the beginning of a run, 96 bits."""


def new_id() -> str:
    """32 hex characters."""
    return token_hex(16)


class IdRun:
    """Identifiers of things that are stored together: random as a whole, and in order, so that they lie side by side in indexes."""

    def __init__(self) -> None:
        self._start = token_hex(_START // 2)

    def at(self, number: int) -> str:
        """The one of a number from 0 to 2³²; 32 hex characters."""
        return f"{self._start}{number:08x}"


def shared_start(one: str) -> str:
    """What all of a run begin with."""
    return one[:_START]


def name_key(name: str) -> str:
    """What two spellings of one login name have in common: width, composition, case and spaces do not tell people apart."""
    return " ".join(unicodedata.normalize("NFKC", name).split()).casefold()
