"""Where the pages of a proof say the values that are looked for: in the text layer of a PDF or OFD, or in the cells of a table.

Foreign bytes are opened here: only a worker gets that far.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workstation.errors import Refused
from workstation.evidence.recognised_text import RecognisedText
from workstation.evidence.verification import Mask
from workstation.evidence.written_value import WrittenValue, says_value, value_spans

_WHOLE: Final = 10_000
_RUN_MOST: Final = 60
"""Signs of a cell that are kept with a find, to be shown."""


@dataclass(frozen=True, slots=True)
class FoundValue:
    """A value that is looked for under ``key``, at a place (without extent in a table), as it is written there."""

    key: str
    place: Mask
    text: str


@dataclass(frozen=True, slots=True)
class PageWord:
    """A run of text and where it stands; ``legible``: the file tells its characters."""

    place: Mask
    text: str
    legible: bool = True


def found_values(data: bytes, name: str, wanted: Mapping[str, WrittenValue]) -> tuple[FoundValue, ...]:
    """Every place that says a value, in the order of the pages; none in a picture. Raises `Refused` as `as_pdf`."""
    from workstation.received.ofd.apart import as_pdf
    from workstation.received.pdf.rendering import text_regions

    paper = as_pdf(data, name)
    if b"%PDF-" not in paper[:1024]:
        return tuple(_in_cells(paper, name, wanted))
    told: list[tuple[str, str]] = []

    def find(text: str) -> Iterator[tuple[int, int]]:
        for key, value in wanted.items():
            for start, end in value_spans(text, value):
                told.append((key, text[start:end]))
                yield start, end

    regions = text_regions(paper, find)
    return tuple(
        FoundValue(key, Mask(one.page, one.left, one.top, one.width, one.height), text)
        for (key, text), one in zip(told, regions, strict=False)
    )


def words_on_page(data: bytes, name: str, page: int) -> tuple[PageWord, ...]:
    """The runs of text on page ``page`` (from 0) of a PDF or OFD; none elsewhere. Raises `Refused` as `as_pdf`."""
    from workstation.received.ofd.apart import as_pdf
    from workstation.received.pdf.rendering import page_words

    paper = as_pdf(data, name)
    if b"%PDF-" not in paper[:1024]:
        return ()
    return tuple(
        PageWord(Mask(one.page, one.left, one.top, one.width, one.height), text, _legible(text))
        for one, text in page_words(paper, page)
    )


def _legible(text: str) -> bool:
    return not any(sign in "\ufffd\ufffe\uffff" or sign < " " or "\ue000" <= sign <= "\uf8ff" for sign in text)


def _in_cells(data: bytes, name: str, wanted: Mapping[str, WrittenValue]) -> Iterator[FoundValue]:
    from workstation.received.tables import read_table

    try:
        sheets = read_table(data, name).sheets
    except Refused:
        return
    for page, sheet in enumerate(sheets):
        for cell in (cell for row in sheet.rows for cell in row if cell):
            for key, value in wanted.items():
                if says_value(cell, value):
                    yield FoundValue(key, Mask(page, 0, 0, 0, 0), cell[:_RUN_MOST])


def recognised_values(text: RecognisedText, wanted: Mapping[str, WrittenValue]) -> Iterator[FoundValue]:
    """The same in recognised text: a proposal, where a person compares it with the picture."""
    for word in text.words:
        for key, value in wanted.items():
            if says_value(word.text, value):
                box = (word.left, word.top, word.right - word.left, word.bottom - word.top)
                yield FoundValue(key, Mask(word.page, *_upright(box, text.quarters)), word.text)


def _upright(box: tuple[int, int, int, int], quarters: int) -> tuple[int, int, int, int]:
    """A box on the page as the file has it, of one on the page turned clockwise by so many quarters."""
    left, top, width, height = box
    for _ in range(quarters % 4):
        left, top, width, height = top, _WHOLE - left - width, height, width
    return left, top, width, height


def overlapping(words: Sequence[PageWord], place: Mask) -> tuple[PageWord, ...]:
    """The words whose middle lies in a place, in their order."""
    return tuple(one for one in words if one.place.page == place.page and _middle_in(one.place, place))


def says_otherwise(words: Sequence[PageWord], value: WrittenValue) -> bool:
    """Whether a place holds text that is not the value; characters that the file does not tell are a picture."""
    read = bool(words) and all(one.legible for one in words)
    return value.kind != "meaning" and read and not says_value(" ".join(one.text for one in words), value)


def meets(one: Mask, other: Mask) -> bool:
    """Whether two places share anything."""
    across = one.left < other.left + other.width and other.left < one.left + one.width
    down = one.top < other.top + other.height and other.top < one.top + one.height
    return one.page == other.page and across and down


def _middle_in(one: Mask, place: Mask) -> bool:
    x, y = one.left + one.width // 2, one.top + one.height // 2
    return place.left <= x <= place.left + place.width and place.top <= y <= place.top + place.height
