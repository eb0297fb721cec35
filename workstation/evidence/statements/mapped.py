"""A layout mapped by hand: which column means what, kept as plain texts; a file with that header is known from then on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from workstation.errors import Finding, refuse_if
from workstation.evidence.statements.layout import Layout, by_card_words, by_words

MEANINGS: Final = ("day", "clock", "amount", "gain", "loss", "balance", "currency", "counterparty", "text")
"""What a column may mean: ``amount`` is one signed column, ``gain`` and ``loss`` are two; the others are as in `Layout`."""


@dataclass(frozen=True, slots=True)
class HandMapping:
    """``columns``: meaning → column title. ``card``: spending is printed as positive. ``name`` is the desk's own."""

    name: str
    header: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    currency: str = "CNY"
    card: bool = False

    def layout(self) -> Layout:
        """The layout. Raises `Refused`: ``mapping_incomplete`` or ``mapping_column_unknown``, naming the meaning."""
        refuse_if(self.findings())
        of = dict.fromkeys(MEANINGS, "") | dict(self.columns)
        words = by_card_words if self.card else by_words
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
        )

    def findings(self) -> Iterator[Finding]:
        """What is missing or wrong."""
        for meaning, title in self.columns.items():
            if meaning not in MEANINGS or title not in self.header:
                yield Finding("mapping_column_unknown", f"mapping.{meaning}", {"column": title})
        if not self.name.strip():
            yield Finding("mapping_incomplete", "mapping.name")
        if not self.columns.get("day"):
            yield Finding("mapping_incomplete", "mapping.day")
        two = bool(self.columns.get("gain") or self.columns.get("loss"))
        if bool(self.columns.get("amount")) is two:
            yield Finding("mapping_incomplete", "mapping.amount")

    def to_json(self) -> dict[str, Any]:
        """As it is kept by a desk."""
        return {
            "name": self.name,
            "header": list(self.header),
            "columns": dict(self.columns),
            "currency": self.currency,
            "card": self.card,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> HandMapping:
        """What `to_json` made."""
        return cls(kept["name"], tuple(kept["header"]), dict(kept["columns"]), kept["currency"], kept["card"])


def header_candidates(rows: Sequence[Sequence[str]], most: int = 5) -> tuple[tuple[str, ...], ...]:
    """Rows that may be the header, the likeliest first: many filled cells, few of them numbers."""

    def worth(row: Sequence[str]) -> int:
        return sum(1 if not any(sign.isdigit() for sign in cell) else -1 for cell in row if cell.strip())

    found = sorted((row for row in rows[:60] if worth(row) > 1), key=worth, reverse=True)
    return tuple(tuple(cell.strip() for cell in row) for row in found[:most])
