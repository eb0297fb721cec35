"""Numbers of papers of identity: which kinds one may be of, what it holds, and what about it cannot be. Warns, never refuses."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from operator import mul
from string import ascii_lowercase, ascii_uppercase
from typing import Any, Final, Literal

import resources
from workstation.errors import Finding
from workstation.field_ref import FieldRef

Sex = Literal["female", "male"]

_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_OF_ZEROS: Final = ord("0") * sum(_WEIGHTS)
_CHECK_DIGITS: Final = "10X98765432"
_TAIWAN_LETTERS: Final = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
"""In the order of their values, 10 to 35."""
_TAIWAN_WEIGHTS: Final = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1)
_UNSEEN: Final = re.compile(r"[\s\-()\[\]·.]")
_CAPITALS: Final = str.maketrans(ascii_lowercase, ascii_uppercase)
_LENGTH: Final = 18


@dataclass(frozen=True, slots=True)
class IdentityPaper:
    """One kind of paper as its number shows it. ``born``, ``sex``: the places of the number that tell, None where none does.

    ``male``: what stands at ``sex`` of men.
    """

    kind: str
    pattern: re.Pattern[str]
    check: str = ""
    born: int | None = None
    year_digits: int = 4
    century: int = 0
    sex: int | None = None
    male: str = "13579"
    before: bool = False
    superseded: bool = False


def identity_number(text: str) -> str:
    """A number as it is kept and compared: half width, capital letters, without blanks, dashes and brackets."""
    if text.isascii() and text.isalnum():
        return text.upper()
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text)).translate(_CAPITALS)


def papers_of(number: str) -> tuple[IdentityPaper, ...]:
    """Every kind of paper that a number may be of, by its form; one alone where its check leaves no doubt."""
    plain = identity_number(number)
    found = tuple([paper for paper in _papers() if paper.pattern.fullmatch(plain)])
    if len(found) == 1:
        return found
    sure = tuple(paper for paper in found if paper.before and not _wrong_check(paper, plain))
    return sure or tuple(paper for paper in found if not paper.before) or found


def birth_date(number: str) -> date | None:
    """The day of birth that a number tells; None when it tells none, or no day of the calendar."""
    paper = _told_by(number)
    return _day(paper, identity_number(number)) if paper else None


def sex_of(number: str) -> Sex | None:
    """The sex that a number tells, if it does; None as well where it may be of several papers."""
    papers = papers_of(number)
    if len(papers) != 1 or papers[0].sex is None:
        return None
    return "male" if identity_number(number)[papers[0].sex] in papers[0].male else "female"


def check_digit(first_seventeen: str) -> str:
    """The 18th character by ISO 7064 MOD 11-2, as GB 11643 lays down. Takes exactly 17 decimal digits."""
    if len(first_seventeen) != len(_WEIGHTS):
        raise ValueError("17 digits have a check digit")
    if first_seventeen.isascii() and first_seventeen.isdecimal():
        return _CHECK_DIGITS[(sum(map(mul, first_seventeen.encode(), _WEIGHTS)) - _OF_ZEROS) % 11]
    return _CHECK_DIGITS[sum(map(mul, map(int, first_seventeen), _WEIGHTS)) % 11]


def identity_findings(number: str, today: date) -> tuple[Finding, ...]:
    """Advice on a number: its form, the day of birth in it, its check digit, and whether it may be a passport's as well."""
    plain = identity_number(number)
    if not plain:
        return ()
    papers = papers_of(plain)
    if not papers:
        return (_finding("resident_id_form"),)
    if len(papers) > 1:
        return (_finding("identity_kind_unclear", identity_paper=papers[0].kind),)
    return tuple(_of_paper(papers[0], plain, today))


def _of_paper(paper: IdentityPaper, number: str, today: date) -> Iterator[Finding]:
    if paper.born is not None:
        digits = number[paper.born : paper.born + paper.year_digits + 4]
        day = _day(paper, number)
        if day is None:
            yield _finding("resident_id_birth", digits=digits)
            return
        if not _believable(day, today):
            yield _finding("resident_id_year", day=day.isoformat())
    if wrong := _wrong_check(paper, number):
        yield _finding("resident_id_check", expected=wrong, printed=number[-1])
    elif paper.superseded:
        yield _finding("identity_first_generation")


def _finding(code: str, **figures: str) -> Finding:
    return Finding(code, FieldRef.DEBTOR_RESIDENT_ID, figures)


def _believable(day: date, today: date) -> bool:
    """Whether somebody born on that day can be a debtor today."""
    ages = _table()["ages"]
    age = today.year - day.year - ((today.month, today.day) < (day.month, day.day))
    return bool(ages["youngest"] <= age <= ages["oldest"])


def _told_by(number: str) -> IdentityPaper | None:
    """The one paper that a number can be of; None when there are none or several."""
    papers = papers_of(number)
    return papers[0] if len(papers) == 1 and papers[0].born is not None else None


def _day(paper: IdentityPaper, number: str) -> date | None:
    start = paper.born or 0
    year, rest = number[start : start + paper.year_digits], number[start + paper.year_digits :]
    try:
        return date(paper.century + int(year), int(rest[:2]), int(rest[2:4]))
    except ValueError:
        return None


def _wrong_check(paper: IdentityPaper, number: str) -> str:
    """What the last place should be; empty when it is right, or the paper has no check."""
    expected = _CHECKS[paper.check](number) if paper.check else number[-1]
    return "" if number[-1] == expected else expected


def _taiwan_check(number: str) -> str:
    """The last digit: with it the weighted sum is a multiple of ten. A letter in second place counts by its value's last digit."""
    first = 10 + _TAIWAN_LETTERS.index(number[0])
    second = number[1] if number[1].isdigit() else str(_TAIWAN_LETTERS.index(number[1]) % 10)
    digits = [int(one) for one in f"{first}{second}{number[2:9]}"]
    return str(-sum(digit * weight for digit, weight in zip(digits, _TAIWAN_WEIGHTS, strict=True)) % 10)


_CHECKS: Final[Mapping[str, Callable[[str], str]]] = {
    "mod_11_2": lambda number: check_digit(number[: _LENGTH - 1]),
    "taiwan": _taiwan_check,
}


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(resources.path("names", "identity_papers.toml").read_text("utf-8"))


@cache
def _papers() -> tuple[IdentityPaper, ...]:
    shape = {"kind", "check", "born", "year_digits", "century", "sex", "male", "before", "superseded"}
    return tuple(
        IdentityPaper(pattern=re.compile(one["pattern"]), **{key: one[key] for key in one.keys() & shape})
        for one in _table()["papers"]
    )
