"""Which column means what: from the names that banks use (data), or from a mapping file for one bank's layout."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from typing import Any, Final

import resources
from workstation.errors import Finding, Refused
from workstation.profile.portfolio.cells import DateOrder

_BRACKET: Final = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]$")
_ORNAMENT: Final = re.compile(r"[\s*＊:：_\-.·'\"]+")
_LONGEST_SUM: Final = 12
"""Words for a sum are short; longer first cells need no look."""
_COUNTED: Final = re.compile(r"[(（]?共?[0-9]+(?:户|戶|笔|筆|条|條|件|人|位)[)）]?$")
_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")

Headers = tuple[tuple[str, ...], ...]
"""Groups of column names; in a group the first one found counts."""


@dataclass(frozen=True, slots=True)
class FieldRule:
    """Where one field comes from: columns, or a template such as ``UCI {ID}`` (without places: a constant).

    ``unit``: what one is worth, in major units or as a share; ``values``: words of a cell → what to read instead.
    ``unit_said``: somebody said so, and then nobody asks whether a rate is believable. ``explicit``: a mapping file names the
    columns, and they must be there.
    """

    headers: Headers = ()
    template: str = ""
    unit: Decimal = Decimal(1)
    values: Mapping[str, str] = field(default_factory=dict)
    explicit: bool = False
    unit_said: bool = False

    @property
    def named(self) -> tuple[str, ...]:
        """Every column that the rule names."""
        return tuple(header for group in self.headers for header in group) + self.placeholders

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The column names in the template."""
        return tuple(_PLACEHOLDER.findall(self.template))

    @property
    def pattern(self) -> str:
        """The template for the ``%`` operator, one ``%s`` for each place."""
        return _PLACEHOLDER.sub("%s", self.template.replace("%", "%%"))


@dataclass(frozen=True, slots=True)
class PortfolioMapping:
    """The rules of a layout. ``as_of`` is the day of the figures where no column says it (None: the day of the import)."""

    fields: Mapping[str, FieldRule]
    codes: Mapping[str, Mapping[str, str]]
    units: Mapping[str, Decimal]
    total_words: frozenset[str]
    product: str
    currency: str
    as_of: date | None = None
    date_order: DateOrder | None = None
    day_means: Mapping[str, str] = field(default_factory=dict)
    """Field of a day → what the day is, by the words of `workstation.profile.due_day`."""


def with_units(mapping: PortfolioMapping, units: Mapping[str, Decimal]) -> PortfolioMapping:
    """A mapping in which somebody said what one of a field is worth: of bare numbers in a column of rates."""
    said = {name: replace(mapping.fields[name], unit=unit, unit_said=True) for name, unit in units.items()}
    return replace(mapping, fields={**mapping.fields, **said})


def plain(header: str) -> str:
    """A header as it is compared: half width, lower case, without blanks, marks and a unit in brackets."""
    return plain_word(_BRACKET.sub("", unicodedata.normalize("NFKC", header).strip())) or plain_word(header)


def forget() -> None:
    """Drop the cells that reading a portfolio has left in the caches here."""
    plain_word.cache_clear()
    cell_word.cache_clear()


@lru_cache(4096)
def plain_word(word: str) -> str:
    """A word as it is compared."""
    return _ORNAMENT.sub("", unicodedata.normalize("NFKC", word).casefold())


@lru_cache(4096)
def cell_word(text: str) -> str:
    """A cell as a mapping's ``values`` compare it; signs count, ``-2`` is not ``2``."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


def names_sum(cell: str, words: frozenset[str]) -> bool:
    """Whether the first cell of a row says that it is no row but a sum, as ``合计`` or ``合计3户``."""
    if len(cell) >= _LONGEST_SUM or cell.isdecimal():
        return False
    return plain_word(_COUNTED.sub("", plain_word(cell))) in words


def unit_word(header: str) -> str:
    """The unit in brackets at the end of a header, ``万元`` of ``本金（万元）``; or nothing."""
    found = _BRACKET.search(unicodedata.normalize("NFKC", header).strip())
    return plain_word(found[1]) if found else ""


@cache
def known_headers() -> PortfolioMapping:
    """The names that banks use, as shipped."""
    tree = tomllib.loads(resources.path("portfolio", "headers.toml").read_text("utf-8"))
    return PortfolioMapping(
        fields={
            name: FieldRule(tuple(tuple(plain(header) for header in group) for group in groups))
            for name, groups in tree["fields"].items()
        },
        codes={
            name: {plain_word(word): code for code, words in codes.items() for word in words}
            for name, codes in tree["values"].items()
        },
        units={plain_word(word): Decimal(factor) for word, factor in tree["units"].items()},
        total_words=frozenset(plain_word(word) for word in tree["totals"]["words"]),
        product=tree["defaults"]["product"],
        currency=tree["defaults"]["currency"],
        day_means={name: rule["means"] for name, rule in tree["days"].items()},
    )


_FILE_KEYS: Final = frozenset(
    ("format", "title", "known_headers", "as_of", "currency", "product", "date_order", "fields")
)
_FIELD_KEYS: Final = frozenset(("column", "columns", "constant", "template", "unit", "values"))


def read_mapping(text: str, name: str) -> PortfolioMapping:
    """A mapping file (TOML). Fields it does not name are found by the known headers unless ``known_headers = false``.

    Keys: ``as_of``, ``currency``, ``product``, ``date_order`` (ymd, dmy, mdy) and a table per field with ``column`` (or
    ``columns``, whose amounts add up), ``constant`` or ``template``, and ``unit``, ``values`` where needed.
    Raises `Refused` with every mistake: mapping_unreadable, mapping_key, mapping_value.
    """
    try:
        tree = tomllib.loads(text)
    except tomllib.TOMLDecodeError as mistake:
        raise Refused(Finding("mapping_unreadable", name, {"name": name, "text": str(mistake)})) from None
    found = [_mistake("mapping_key", name, key) for key in tree.keys() - _FILE_KEYS]
    base = known_headers()
    fields: dict[str, FieldRule] = dict(base.fields) if tree.get("known_headers", True) else {}
    for key, value in _tables(tree.get("fields", {}), name, found):
        if key not in base.fields:
            found.append(_mistake("mapping_key", name, f"fields.{key}"))
        elif (rule := _rule(value, f"fields.{key}", name, found)) is not None:
            fields[key] = rule
    as_of, order = tree.get("as_of"), tree.get("date_order")
    if as_of is not None and type(as_of) is not date:
        found.append(_mistake("mapping_value", name, "as_of"))
    if order not in (None, "ymd", "dmy", "mdy"):
        found.append(_mistake("mapping_value", name, "date_order"))
    if found:
        raise Refused(*found)
    currency, product = str(tree.get("currency", base.currency)), str(tree.get("product", base.product))
    return replace(base, fields=fields, as_of=as_of, date_order=order, currency=currency, product=product)


def _mistake(code: str, name: str, key: str) -> Finding:
    return Finding(code, f"{name}: {key}", {"name": name, "key": key})


def _tables(tree: object, name: str, found: list[Finding]) -> list[tuple[str, Mapping[str, Any]]]:
    if not isinstance(tree, dict):
        found.append(_mistake("mapping_value", name, "fields"))
        return []
    tables: list[tuple[str, Mapping[str, Any]]] = []
    for key, value in tree.items():
        if isinstance(value, dict):
            tables.append((key, value))
        else:
            found.append(_mistake("mapping_value", name, f"fields.{key}"))
    return tables


def _rule(value: Mapping[str, Any], key: str, name: str, found: list[Finding]) -> FieldRule | None:
    before = len(found)
    found.extend(_mistake("mapping_key", name, f"{key}.{extra}") for extra in value.keys() - _FIELD_KEYS)
    columns = value.get("columns", [value["column"]] if "column" in value else [])
    template = value.get("template", str(value["constant"]) if "constant" in value else "")
    if not isinstance(columns, list) or not isinstance(template, str) or bool(columns) == bool(template):
        found.append(_mistake("mapping_value", name, key))
    try:
        unit = Decimal(str(value.get("unit", 1)))
    except InvalidOperation:
        unit = Decimal(0)
    words = value.get("values", {})
    if not unit.is_finite() or unit <= 0 or not isinstance(words, dict):
        found.append(_mistake("mapping_value", name, f"{key}.unit"))
    if len(found) > before:
        return None
    headers = tuple((plain(str(column)),) for column in columns)
    return FieldRule(
        headers,
        template,
        unit,
        {cell_word(str(word)): str(other) for word, other in words.items()},
        explicit=True,
        unit_said="unit" in value,
    )
