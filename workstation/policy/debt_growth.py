"""How a debt grows while nothing is paid, by product: the days of a year, compounding, and the monthly penalty (违约金)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal

from workstation.policy.rules import PRODUCTS, Source
from workstation.policy.toml_section import Section

OTHER: Final = "other"
"""The product whose rules hold for every product that a pack does not name."""
_YEARS: Final = (360, 365)


@dataclass(frozen=True, slots=True)
class Growth:
    """``year_days`` turn a yearly rate into a daily one. ``month`` "30": months of 30 days; "actual": from statement day to
    statement day. ``penalty_rate`` of the unpaid minimum due is charged a month, at least ``penalty_minimum`` (whole minor
    units); None: no penalty. ``sources`` names the source of each by its field name.
    """

    year_days: int
    compounding: Literal["monthly", "none"]
    month: Literal["30", "actual"]
    penalty_rate: Decimal | None
    penalty_minimum: int
    sources: Mapping[str, Source]


def growths(top: Section) -> dict[str, Growth]:
    """The rules of each product named, ``other`` among them."""
    found = {name: _growth(section) for name, section in top.named_tables("waiting")}
    waiting = top.table("waiting")
    for name in found:
        if name not in PRODUCTS:
            waiting.report("pack_reference", name, expected=", ".join(PRODUCTS), found=name)
    if OTHER not in found:
        waiting.table(OTHER)
    return found


def _growth(section: Section) -> Growth:
    named: dict[str, Source] = {}

    def part(key: str) -> Section:
        table = section.table(key)
        named[key] = table.source()
        return table

    def chosen(key: str, choices: tuple[str, ...]) -> Any:
        table = part(key)
        value = table.text("value", choices=choices)
        table.done()
        return value

    def penalty() -> tuple[Decimal | None, int]:
        table = part("penalty")
        rule = table.decimal("value", "0", "1"), table.whole("minimum", 0, 10**9, 0)
        table.done()
        return rule

    rate, least = penalty() if section.has("penalty") else (None, 0)
    found = Growth(
        _year_days(part("year_days")),
        chosen("compounding", ("monthly", "none")),
        chosen("month", ("30", "actual")),
        rate,
        least,
        named,
    )
    section.done()
    return found


def _year_days(table: Section) -> int:
    value = table.whole("value", min(_YEARS), max(_YEARS))
    if table.sound("value") and value not in _YEARS:
        table.report("pack_value", "value", expected=", ".join(map(str, _YEARS)), found=str(value))
    table.done()
    return value
