"""Fields of an entity read from one table by their types: what the file does not say keeps the entity's own default."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date, datetime, tzinfo
from functools import cache
from typing import Any, Final, get_type_hints

from workstation.errors import Refused
from workstation.money import Money
from workstation.policy.toml_section import Section
from workstation.rates import Rate

BOUNDS: Final[Mapping[str, tuple[int, int]]] = {
    "children": (0, 30),
    "other_dependants": (0, 30),
    "pay_day": (1, 31),
    "statement_day": (1, 31),
    "due_day": (1, 31),
    "term": (1, 600),
    "instalments_paid": (0, 600),
    "instalments_left": (0, 600),
}
"""Least and most of the whole numbers, by field."""
_SPANS: Final = ("annual", "monthly", "daily")


def entity_fields(
    section: Section,
    entity: type,
    left_out: Sequence[str],
    choices: Mapping[str, Sequence[str]],
    currency: str = "CNY",
    zone: tzinfo | None = None,
) -> dict[str, Any]:
    """Field → value for every plain field of ``entity`` that the table names; ``left_out`` are read elsewhere or never.

    ``choices``: codes that a field may hold. Fields without a default are required. Mistakes go to the review.
    """
    found: dict[str, Any] = {}
    hints = _hints(entity)
    for field in fields(entity):
        if field.name in left_out:
            continue
        required = field.default is MISSING and field.default_factory is MISSING
        if not required and section.blank(field.name):
            continue
        found[field.name] = _value(section, field.name, hints[field.name], choices.get(field.name, ()), currency, zone)
    return found


def money(section: Section, key: str, currency: str) -> Money:
    """An amount in quotes, by the one grammar of amounts."""
    text = section.text(key)
    try:
        return Money.parse_kept(text, currency) if text else Money.zero(currency)
    except Refused as refusal:
        section.refuse(refusal.findings, key)
        return Money.zero(currency)


def optional_day(section: Section, key: str) -> date | None:
    """A day, or None where nothing is said."""
    return None if section.blank(key) else section.day(key)


def optional_text(section: Section, key: str, choices: Sequence[str] = ()) -> str:
    """A text, or an empty one where nothing is said."""
    return "" if section.blank(key) else section.text(key, choices=choices)


def _value(section: Section, key: str, kind: object, choices: Sequence[str], currency: str, zone: tzinfo | None) -> Any:
    if kind in (Money, Money | None):
        return money(section, key, currency)
    if kind in (int, int | None):
        return section.whole(key, *BOUNDS[key])
    if kind in (date, date | None):
        return section.day(key)
    if kind is datetime and zone is not None:
        return section.instant(key, zone)
    if kind is bool:
        return section.yes(key)
    if kind == Rate | None:
        return _rate(section, key)
    return section.text(key, choices=choices)


def _rate(section: Section, key: str) -> Rate:
    """``{ annual = "0.24" }``, or monthly, or daily, as in ``calc``."""
    table = section.table(key)
    span = next((span for span in _SPANS if table.has(span)), "annual")
    value = table.decimal(span, "0", "10")
    table.done()
    return Rate(value, span)  # type: ignore[arg-type]  # one of the spans


@cache
def _hints(entity: type) -> Mapping[str, object]:
    return get_type_hints(entity)
