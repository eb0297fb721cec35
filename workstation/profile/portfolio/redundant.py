"""Columns that tell what others tell too: compared, and told where they differ. None of them is kept for itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from workstation.profile.debtor import Debtor
from workstation.profile.portfolio.row_cells import RowCells

_YEAR_APART: Final = 1
"""虚岁 counts a year more, and a list may be older than the last birthday."""


@dataclass(frozen=True, slots=True)
class _Told:
    """One fact told in a column and by another: ``expected`` is what the other makes it."""

    field: str
    expected: str
    other: str


def compare(at: RowCells, debtor: Mapping[str, Any], account: Mapping[str, Any]) -> None:
    """Advise of every column whose cell contradicts another of the row (``columns_differ``), with both values."""
    tells_person = at.has("age") or at.has("born_on") or at.has("sex")
    person = _person(at, debtor.get("resident_id") or "", account["as_of"]) if tells_person else ()
    for told in (*person, *_instalments(account)):
        at.advise(
            "columns_differ", told.field, at.text(told.field), expected=told.expected, other=at.layout.title(told.other)
        )


def _person(at: RowCells, resident_id: str, as_of: date) -> Iterator[_Told]:
    person = Debtor("", "", resident_id)
    if person.born_on is not None:
        yield from _birth(at, person.born_on, as_of)
    sex = at.code("sex")
    if sex and person.sex and sex != person.sex:
        yield _Told("sex", at.word("sex", person.sex), "resident_id")


def _birth(at: RowCells, born: date, as_of: date) -> Iterator[_Told]:
    age, known = at.whole("age"), age_on(born, as_of)
    if age is not None and abs(age - known) > _YEAR_APART:
        yield _Told("age", str(known), "resident_id")
    told = at.optional_day("born_on")
    if told is not None and told != born:
        yield _Told("born_on", born.isoformat(), "resident_id")


def _instalments(account: Mapping[str, Any]) -> tuple[_Told, ...]:
    term, paid, left = account.get("term"), account.get("instalments_paid"), account.get("instalments_left")
    if term is None or paid is None or left is None or paid + left == term:
        return ()
    return (_Told("term", str(paid + left), "instalments_paid"),)


def age_on(born: date, day: date) -> int:
    """Whole years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
