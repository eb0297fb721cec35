"""What an engine recognises on the pages of a file: which text stands where, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

PARTS: Final = 10_000


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """A page as it was looked at: width and height in points, a picture as wide as A4."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class RecognisedWord:
    """A run of text on ``page`` (from 0): its edges in ten-thousandths of the width and height of the page, from the upper left
    corner; ``score``: how sure the engine is, in hundredths.
    """

    page: int
    left: int
    top: int
    right: int
    bottom: int
    score: int
    text: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """One page with its words."""

    page: RecognisedPage
    words: tuple[RecognisedWord, ...]
