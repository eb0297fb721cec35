"""Which bank a card number tells by its first digits (`resources/names/card_heads.toml`); an unknown number tells nothing."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import resources
from workstation.errors import refuse_if
from workstation.policy import building
from workstation.policy.rules import Source
from workstation.policy.toml_section import Review, Section

CREDIT: Final = "credit"
DEBIT: Final = "debit"
_APART: Final = str.maketrans("", "", " -")
_NINE: Final = 9
_LENGTHS: Final = (12, 19)
_HEADS: Final = (4, 8)


@dataclass(frozen=True, slots=True)
class CardHead:
    """The first ``digits`` of cards with ``length`` digits; ``kind`` is `CREDIT`, `DEBIT` or nothing where it is not known."""

    digits: str
    bank: str
    kind: str
    length: int
    source: Source


def head_of(number: str) -> CardHead | None:
    """The head of a whole card number as typed, blanks and hyphens in it; None where it is cut, mistyped or of no known head."""
    digits = unicodedata.normalize("NFKC", number).translate(_APART)
    if not (digits.isascii() and digits.isdecimal() and check_digit_holds(digits)):
        return None
    heads = card_heads()
    found = (heads.get(digits[:cut]) for cut in range(min(_HEADS[1], len(digits)), _HEADS[0] - 1, -1))
    return next((one for one in found if one is not None and one.length == len(digits)), None)


def check_digit_holds(digits: str) -> bool:
    """Whether the last digit is that of the formula of Luhn (ISO/IEC 7812-1, annex B)."""
    doubled = [2 * int(one) for one in digits[-2::-2]]
    total = sum(map(int, digits[-1::-2])) + sum(one - _NINE if one > _NINE else one for one in doubled)
    return bool(digits) and total % 10 == 0


@cache
def card_heads() -> Mapping[str, CardHead]:
    """Every head by its digits. Read once: the file lies inside the program."""
    return load_heads(resources.path("names", "card_heads.toml"))


def load_heads(file: Path) -> Mapping[str, CardHead]:
    """Read a list of heads. Raises `Refused` with one finding a mistake, as `load_pack` does."""
    text = file.read_text("utf-8")
    review = Review(file.name, text)
    top = Section(review, tomllib.loads(text))
    top.text("id", choices=(file.stem,))
    top.day("dated")
    building.sources(top)
    found: dict[str, CardHead] = {}
    for section in top.tables("heads"):
        for head in _heads(section):
            if head.digits in found:
                section.report("pack_order", "heads", found=head.digits)
            found[head.digits] = head
    top.done()
    refuse_if(sorted(review.findings, key=lambda finding: int(finding.figures["line"])))
    return MappingProxyType(found)


def _heads(section: Section) -> Iterator[CardHead]:
    bank, kind = section.text("bank"), section.text("kind", "", (CREDIT, DEBIT))
    length, source = section.whole("length", *_LENGTHS), section.source()
    for digits in section.texts("heads"):
        if not (digits.isascii() and digits.isdecimal() and _HEADS[0] <= len(digits) <= _HEADS[1]):
            section.report("pack_value", "heads", expected="4–8", found=digits)
        yield CardHead(digits, bank, kind, length, source)
    section.done()
