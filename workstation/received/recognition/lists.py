"""Recognised text put into rows and columns, as the words of a PDF are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from workstation.received.pdf.grid import PdfList, list_of
from workstation.received.pdf.words import PageWords, Piece
from workstation.received.recognition.recognised import PARTS, RecognisedPage, RecognisedWord

_SIZE: Final = 0.8
"""The size of the type, as a part of the box around it."""
_BASE: Final = 0.3
"""How far the baseline lies below the middle of a box, as a part of its height."""
_APART: Final = 0.45
"""Middles of boxes that differ by less, as a part of their usual height, stand on one line: boxes fit their letters loosely."""


def recognised_list(pages: Sequence[RecognisedPage], words: Sequence[RecognisedWord], name: str = "") -> PdfList:
    """The lists with days on pages that were looked at. Raises `Refused` as `list_of`."""
    return list_of(recognised_pages(pages, words), name)


def recognised_pages(pages: Sequence[RecognisedPage], words: Sequence[RecognisedWord]) -> list[PageWords]:
    """Recognised text as the words of a PDF, page by page."""
    return [_page(page, [one for one in words if one.page == at]) for at, page in enumerate(pages)]


def _page(page: RecognisedPage, words: Sequence[RecognisedWord]) -> PageWords:
    return PageWords(tuple(_pieces(page, words)), (), 0, drawn=True)


def _pieces(page: RecognisedPage, words: Sequence[RecognisedWord]) -> Iterator[Piece]:
    """Every run on the baseline of its line, all in the size that most have where they are about as high."""
    if not words:
        return
    usual = median(one.bottom - one.top for one in words)
    for line in _lines(words, _APART * usual):
        middle = sum(map(_middle, line)) / len(line)
        for word in line:
            height = _height(word, usual)
            base = page.height * (1 - (middle + _BASE * height) / PARTS)
            across = page.width / PARTS
            size = _SIZE * height * page.height / PARTS
            yield Piece(word.left * across, word.right * across, base, size, word.text.strip())


def _lines(words: Sequence[RecognisedWord], apart: float) -> Iterator[list[RecognisedWord]]:
    """Words whose middles are about as high as that of the word before them."""
    line: list[RecognisedWord] = []
    for word in sorted(words, key=_middle):
        if line and _middle(word) - _middle(line[0]) > apart:
            yield line
            line = []
        line.append(word)
    yield line


def _middle(word: RecognisedWord) -> float:
    return (word.top + word.bottom) / 2


def _height(word: RecognisedWord, usual: float) -> float:
    height = word.bottom - word.top
    return usual if usual / 1.5 < height < usual * 1.5 else height
