"""A layout mapped by hand: which column means what, kept as plain texts; a file with that header is known from then on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any, Final

from workstation.errors import Finding, refuse_if
from workstation.evidence.statements.cells import moment
from workstation.evidence.statements.directions import Way
from workstation.evidence.statements.layout import BY_CARD_WORDS, BY_WORDS, Layout
from workstation.evidence.statements.titles import filled_width, names_place, own_titles, stacked
from workstation.field_ref import FieldRef

MEANINGS: Final = ("day", "clock", "amount", "direction", "gain", "loss", "balance", "currency", "counterparty", "text")
"""What a column may mean: ``amount`` is one column, signed or with its sign told by the words of ``direction``; ``gain`` and
``loss`` are two; the others are as in `Layout`.
"""
DAY_ORDERS: Final = ("ymd", "dmy", "mdy")

_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class HandMapping:
    """``columns``: meaning → column title. ``card``: spending is printed as positive. ``name`` is the desk's own.

    ``directions``: which way money goes by words of the column ``direction`` that do not say so to everybody (``D``, ``1``).
    ``day_order``: ymd, or dmy (31/03/2025) or mdy (03/31/2025) where the year comes last.
    """

    name: str
    header: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    currency: str = "CNY"
    card: bool = False
    day_order: str = "ymd"
    directions: Mapping[str, Way] = field(default_factory=dict)

    def layout(self) -> Layout:
        """The layout. Raises `Refused`: ``mapping_incomplete`` or ``mapping_column_unknown``, naming the meaning."""
        refuse_if(self.findings())
        of = dict.fromkeys(MEANINGS, "") | dict(self.columns)
        words = BY_CARD_WORDS if self.card else BY_WORDS
        return Layout(
            id=f"hand.{self.name}",
            header=tuple(title for title in self.header if title.strip()),
            day=of["day"],
            clock=of["clock"],
            amount=of["amount"],
            gain=of["gain"],
            loss=of["loss"],
            balance=of["balance"],
            currency_column=of["currency"],
            currency=self.currency,
            counterparties=(of["counterparty"],) if of["counterparty"] else (),
            texts=(of["text"],) if of["text"] else (),
            card=self.card,
            shows_income=not self.card,
            words=words,
            direction=of["direction"],
            directions=self.directions,
            sign_unsure=bool(of["amount"]) and not of["direction"] and not self.card,
            when=lambda day, clock: moment(_ordered(day, self.day_order), clock),
        )

    def findings(self) -> Iterator[Finding]:
        """What is missing or wrong."""
        for meaning, title in self.columns.items():
            if meaning not in MEANINGS or not self._has(title):
                yield Finding("mapping_column_unknown", f"mapping.{meaning}", {"column": title})
        if not self.name.strip():
            yield Finding("mapping_incomplete", FieldRef.MAPPING_NAME)
        if not self.columns.get("day"):
            yield Finding("mapping_incomplete", FieldRef.MAPPING_DAY)
        if self.columns.get("gain") and self.columns.get("gain") == self.columns.get("loss"):
            yield Finding("mapping_column_twice", FieldRef.MAPPING_LOSS, {"column": self.columns["gain"]})
        two = bool(self.columns.get("gain") or self.columns.get("loss"))
        if bool(self.columns.get("amount")) is two:
            yield Finding("mapping_incomplete", FieldRef.MAPPING_AMOUNT)

    def _has(self, title: str) -> bool:
        """Whether the header has a column of this title, or none at the place that it names."""
        return title in own_titles(self.header) or (names_place(title) and title not in self.header)

    def to_json(self) -> dict[str, Any]:
        """As it is kept by a desk."""
        return {
            "name": self.name,
            "header": list(self.header),
            "columns": dict(self.columns),
            "currency": self.currency,
            "card": self.card,
            "day_order": self.day_order,
            "directions": dict(self.directions),
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> HandMapping:
        """What `to_json` made."""
        return cls(
            kept["name"],
            tuple(kept["header"]),
            dict(kept["columns"]),
            kept["currency"],
            kept["card"],
            kept.get("day_order", "ymd"),
            kept.get("directions", {}),
        )


@dataclass(frozen=True, slots=True)
class KeptMapping:
    """A mapping as a desk remembers it."""

    id: str
    mapping: HandMapping
    at: datetime
    by: str


def _ordered(day: str, order: str) -> str:
    """A printed day with its year in front; what follows it (a time) stays."""
    found = list(_DIGITS.finditer(day))[:3]
    if order == "ymd" or len(found) < len(order):
        return day
    part = dict(zip(order, (one[0] for one in found), strict=True))
    year = f"20{part['y']}" if len(part["y"]) == 2 else part["y"]
    return f"{year}-{part['m']}-{part['d']}{day[found[-1].end() :]}"


def column_titles(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """What the columns of a list are called in a mapping, those that have no title of their own (``[D]``) only where they hold
    something.
    """
    first = rows[:60]
    titles = own_titles([title.strip() for title in header], filled_width(first))
    return tuple(
        title
        for index, title in enumerate(titles)
        if not names_place(title) or any(len(row) > index and row[index].strip() for row in first)
    )


def header_candidates(rows: Sequence[Sequence[str]], most: int = 5) -> tuple[tuple[str, ...], ...]:
    """Rows that may be the header, or two, one under the other; the likeliest first: many filled cells, few of them numbers."""

    def worth(row: Sequence[str]) -> int:
        return sum(1 if not any(sign.isdigit() for sign in cell) else -1 for cell in row if cell.strip())

    stacks = [stacked(upper, lower) for upper, lower in pairwise(rows[:60]) if any(upper) and not all(lower)]
    width = filled_width(rows[:60])
    found = sorted((row for row in (*rows[:60], *stacks) if worth(row) > 1), key=worth, reverse=True)
    wide = (tuple(cell.strip() for cell in row)[:width] + ("",) * (width - len(row)) for row in found)
    return tuple(dict.fromkeys(wide))[:most]
