"""A portfolio's columns as a person names them: what stands under each heading, what it is taken for, and the rules of that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from workstation.errors import Finding
from workstation.profile.portfolio.column_mapping import FieldRule, PortfolioMapping, known_headers, plain
from workstation.profile.portfolio.column_uses import column_uses, samples_of
from workstation.profile.portfolio.layout import MUST, headings, laid_over
from workstation.profile.portfolio.list_rows import HEADER_WITHIN, ListRows
from workstation.profile.portfolio.portfolio import COMPONENTS
from workstation.received.tables import Row, column_letters

CONSTANTS: Final = ("bank", "currency")
"""Fields that one word may say for all rows of a list that has no column for them."""
_ADDED: Final = (
    *COMPONENTS,
    *("phone_mobile", "phone_home", "phone_work"),
    *("address_residence", "address_registered", "address_work"),
)
"""Fields that several columns may hold: amounts add up, phones and addresses are kept side by side."""
_MOST_HEADINGS: Final = 5


@dataclass(frozen=True, slots=True)
class NamedField:
    """``field`` of a portfolio stands in the column of this ``title``; without a field the column is left aside.

    ``constant``: ``title`` is no column but what every row says (`CONSTANTS`).
    """

    field: str
    title: str
    constant: bool = False


@dataclass(frozen=True, slots=True)
class ListHeading:
    """A row that may head the list. ``titles``: what a `NamedField` calls its columns, ``[D]`` where a title is empty or stands
    twice; ``samples``: the first cells below each; ``fields``: what each is taken for by the names that banks use, or nothing.
    """

    header: Row
    titles: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    fields: tuple[str, ...]


def list_headings(sheets: Sequence[ListRows]) -> tuple[ListHeading, ...]:
    """The rows that may head the list, the likeliest first: many known names, then many words and few numbers."""
    known = known_headers()
    found: dict[Row, tuple[tuple[int, int], ListHeading]] = {}
    for sheet in sheets:
        for index in range(min(len(sheet.first), HEADER_WITHIN)):
            for header in headings(sheet, index):
                if sum(map(bool, header)) > 1 and (worth := _worth(header)) > 0:
                    made = _heading(sheet, index, header, known)
                    found.setdefault(header, ((sum(map(bool, made.fields)), worth), made))
    best = sorted(found.values(), key=lambda one: one[0], reverse=True)
    return tuple(made for _, made in best[:_MOST_HEADINGS])


def _worth(header: Row) -> int:
    return sum(-1 if any(sign.isdigit() for sign in cell) else 1 for cell in header if cell.strip())


def _heading(sheet: ListRows, index: int, header: Row, known: PortfolioMapping) -> ListHeading:
    uses = column_uses(laid_over(known, sheet, index, header))
    below = list(islice(sheet.first, index + 1, HEADER_WITHIN))
    samples = tuple(samples_of(below, column) for column in range(len(header)))
    wide = max((at + 1 for at, cell in enumerate(header) if cell.strip() or samples[at]), default=0)
    return ListHeading(header, tuple(_titles(header[:wide])), samples[:wide], tuple(use.field for use in uses)[:wide])


def _titles(header: Row) -> Iterator[str]:
    seen: set[str] = set()
    for column, cell in enumerate(header):
        key = plain(cell) if cell else ""
        yield cell if key and key not in seen else f"[{column_letters(column)}]"
        seen.add(key)


def named_mapping(named: Sequence[NamedField]) -> PortfolioMapping:
    """The rules of what a person named: columns that nobody named are left aside, whatever they are called."""
    columns: dict[str, tuple[tuple[str, ...], ...]] = {}
    rules: dict[str, FieldRule] = {}
    for one in named:
        if one.constant:
            rules[one.field] = FieldRule(template=one.title, explicit=True)
        elif one.field:
            columns[one.field] = (*columns.get(one.field, ()), (plain(one.title),))
    rules |= {field: FieldRule(headers, explicit=True) for field, headers in columns.items()}
    return replace(known_headers(), fields=rules)


def naming_findings(named: Sequence[NamedField]) -> tuple[Finding, ...]:
    """What a person's naming lacks or says twice: column_named_twice, column_not_named; the subject is the field."""
    fields = [one.field for one in named if one.field]
    twice = sorted({field for field in fields if field not in _ADDED and fields.count(field) > 1})
    missing = [group[0] for group in MUST if not any(field in fields for field in group)]
    return (
        *(Finding("column_named_twice", field, {"portfolio_field": field}) for field in twice),
        *(Finding("column_not_named", field, {"portfolio_field": field}) for field in missing),
    )


def has_heading(sheets: Sequence[ListRows], header: Row) -> bool:
    """Whether one of the first rows is this heading."""
    wanted = _trimmed(header)
    return any(
        _trimmed(one) == wanted
        for sheet in sheets
        for index in range(min(len(sheet.first), HEADER_WITHIN))
        for one in headings(sheet, index)
    )


def _trimmed(row: Row) -> Row:
    cells = [cell.strip() for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def offered_fields() -> tuple[str, ...]:
    """Every field of a portfolio, those first without which nothing can be imported."""
    first = tuple(field for group in MUST for field in group)
    return (*first, *(field for field in known_headers().fields if field not in first))
