"""A mapping laid over one file: where its header is, which column feeds which field, and each row as texts by field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, zip_longest
from operator import itemgetter
from typing import Final

from workstation.errors import Finding, refuse_if
from workstation.list_scale import NOT_SAID, Scale, decimal_unit, scale_above, scale_of_title, scales_of_titles
from workstation.profile.portfolio.column_mapping import (
    FieldRule,
    PortfolioMapping,
    cell_word,
    known_headers,
    names_sum,
    plain,
    unit_word,
)
from workstation.profile.portfolio.list_rows import HEADER_WITHIN, ListRows
from workstation.profile.portfolio.portfolio import COMPONENTS
from workstation.received.tables import Row, column_letters

_AMOUNTS: Final = (*COMPONENTS, "total")
_MONEY: Final = (*_AMOUNTS, "limit", "minimum_due")
MUST: Final = (("name",), ("bank",), ("number",), ("principal", "total"))
"""Of each group one field must be found, else nothing can be imported."""


@dataclass(frozen=True, slots=True)
class ColumnSource:
    """One cell of a row as text: ``read(cells)``, its unit, and the column it is in (-1: a template).

    ``currency``: that which the title of a column of amounts names, or nothing.
    """

    read: Callable[[Row], str]
    unit: Decimal
    column: int
    currency: str = ""


@dataclass(frozen=True, slots=True)
class PortfolioLayout:
    """``sources[field]``: where its texts come from, one for each group of columns that the file has. ``left``: columns of amounts
    that mean the same as one that is counted, and are not (column, the counted one).

    ``fills``: texts of cells that are drawn as one with a cell above them, row → column → text, from 0; ``shared``: places of
    amounts that several rows share, which are no amount of any one of them. ``above``: what lines above the list say of all its
    amounts; ``others``: sheets that hold a list as well, which is not read (name, rows).
    """

    mapping: PortfolioMapping
    sheet: ListRows
    header_row: int
    header: Row
    sources: Mapping[str, tuple[ColumnSource, ...]]
    absent: tuple[str, ...]
    left: tuple[tuple[str, str], ...]
    fills: Mapping[int, Mapping[int, str]]
    shared: frozenset[tuple[int, int]]
    above: Scale = NOT_SAID
    others: tuple[tuple[str, int], ...] = ()

    @property
    def currency(self) -> str:
        """The currency of rows that name none: of the titles of the amounts, else of a line above, else of the mapping."""
        titles = {source.currency for field in _MONEY for source in self.sources.get(field, ()) if source.currency}
        return titles.pop() if len(titles) == 1 else self.above.currency or self.mapping.currency

    def twice(self) -> Iterator[tuple[str, str]]:
        """Titles of amounts and numbers that stand over a second column, which is not read, with its place (``[D]``)."""
        for field in (one for one in ("number", *_MONEY) if one in self.sources):
            for source in () if self.mapping.fields[field].explicit else self.sources[field]:
                title = self.header[source.column].strip() if source.column >= 0 else ""
                others = [at for at, other in enumerate(self.header) if title and other.strip() == title]
                yield from ((title, f"[{column_letters(at)}]") for at in others if at != source.column)

    def title(self, field: str) -> str:
        """How the file calls a field; the field's own name for templates."""
        source = self.sources.get(field)
        return self.header[source[0].column] if source and source[0].column >= 0 else field

    def rows(self) -> Iterator[tuple[int, Row, bool]]:
        """(row number as a spreadsheet shows it, cells at least as wide as the header, whether it is a sum) of each row that may be
        a debtor, and of each sum; read from the file each time.
        """
        below = False
        for number, cells in self._lines():
            if self._is_sum(cells):
                below = True
                yield number, cells, True
            elif not (below and self._is_remark(cells)):
                yield number, cells, False

    def _lines(self) -> Iterator[tuple[int, Row]]:
        width = len(self.header)
        padding = ("",) * width
        headings = {(row + padding)[:width] for row in (self.header, *self.sheet.first[: self.header_row + 1][-2:])}
        starts = {heading[:1] for heading in headings}
        for index, cells in islice(enumerate(self.sheet.all()), self.header_row + 1, None):
            if any(cells) and not (cells[:1] in starts and cells[:width] in headings):
                wide = cells if len(cells) >= width else (cells + padding)[:width]
                if filled := self.fills.get(index):
                    wide = tuple(cell or filled.get(column, "") for column, cell in enumerate(wide))
                yield index + 1, wide

    def _is_sum(self, cells: Row) -> bool:
        first = cells[0] or next(cell for cell in cells if cell)
        return names_sum(first, self.mapping.total_words)

    def _is_remark(self, cells: Row) -> bool:
        """Whether a row below a sum holds neither an account number nor an amount: who drew the list up, what it is for."""
        sources = [source for field in ("number", *_AMOUNTS) for source in self.sources.get(field, ())]
        return not any(source.column < 0 or source.read(cells) for source in sources)


class CountedRows:
    """The rows of a list that may be debtors, once through; how many there were, and how many sums."""

    def __init__(self, layout: PortfolioLayout) -> None:
        self.count = self.sums = 0
        self.rows = self._rows(layout)

    def _rows(self, layout: PortfolioLayout) -> Iterator[tuple[int, Row]]:
        for number, cells, is_sum in layout.rows():
            if is_sum:
                self.sums += 1
            else:
                self.count += 1
                yield number, cells


def lay_out(sheets: Sequence[ListRows], mapping: PortfolioMapping, name: str) -> PortfolioLayout:
    """The sheet and row that hold the header: of all that offer what an import needs, the one that offers most.

    Raises `Refused`: portfolio_column for what no row offers, portfolio_mapped_column for a column that the mapping names in vain.
    """
    layouts = [
        laid_over(mapping, sheet, index, header)
        for sheet in sheets
        for index, row in enumerate(sheet.first[:HEADER_WITHIN])
        if any(row)
        for header in headings(sheet, index)
    ] or [laid_over(mapping, sheets[0], 0, ())]  # all that is written stands further down: no header is found
    # max keeps the first of equals: the topmost row of the first sheet.
    best = max(layouts, key=lambda layout: (not _missing(layout), len(layout.sources)))
    refuse_if(Finding("portfolio_mapped_column", name, {"name": name, "column": column}) for column in best.absent)
    refuse_if(Finding("portfolio_column", name, {"name": name, "field": _called(field)}) for field in _missing(best))
    refuse_if(Finding("list_currency_unclear", name, {"name": name, "text": text}) for text in _unclear(best))
    return replace(_with_merged(best), others=tuple(_others(layouts, best)))


def _unclear(layout: PortfolioLayout) -> Iterator[str]:
    """Words for a currency that nobody here knows, of the titles of amounts and, where no column names one, of lines above."""
    columns = {source.column for field in _MONEY for source in layout.sources.get(field, ()) if source.column >= 0}
    yield from filter(None, (scale_of_title(layout.header[column]).unknown for column in sorted(columns)))
    if "currency" not in layout.sources:
        yield from filter(None, (layout.above.unknown,))


def _others(layouts: Sequence[PortfolioLayout], best: PortfolioLayout) -> Iterator[tuple[str, int]]:
    """The other sheets that offer what an import needs, and how many rows stand below their headings."""
    found = {id(best.sheet)}
    for layout in layouts:
        if id(layout.sheet) not in found and not _missing(layout):
            found.add(id(layout.sheet))
            rows = sum(1 for row in layout.sheet.first[layout.header_row + 1 :] if any(row))
            if rows:
                yield layout.sheet.name, rows


def headings(sheet: ListRows, index: int) -> Iterator[Row]:
    """A row as heading, and as the lower row of a heading of two: what stands below counts, else what stands above it."""
    row = sheet.first[index]
    yield row
    above = sheet.first[index - 1] if index else ()
    if any(above) and not (all(row) and len(row) >= len(above)):
        yield tuple(lower or upper for upper, lower in zip_longest(above, row, fillvalue=""))


def _with_merged(layout: PortfolioLayout) -> PortfolioLayout:
    """Cells drawn as one speak for every row that they cover; an amount among them belongs to no single row."""
    amounts = {source.column for name in _MONEY for source in layout.sources.get(name, ())}
    fills: dict[int, dict[int, str]] = {}
    shared: set[tuple[int, int]] = set()
    rows = layout.sheet.first
    for top, left, bottom, _ in layout.sheet.merged:
        text = rows[top][left] if layout.header_row < top < len(rows) and left < len(rows[top]) else ""
        if not text or top == bottom:
            continue
        for row in range(top, min(bottom + 1, len(rows))):
            if left in amounts:
                shared.add((row, left))
            else:
                fills.setdefault(row, {})[left] = text
    return replace(layout, fills=fills, shared=frozenset(shared))


def _called(field: str) -> str:
    """A field as people may call its column, in the first language and by its key."""
    return f"{known_headers().fields[field].headers[0][0]} / {field}"


def _missing(layout: PortfolioLayout) -> tuple[str, ...]:
    return tuple(group[0] for group in MUST if not any(field in layout.sources for field in group))


def laid_over(mapping: PortfolioMapping, sheet: ListRows, index: int, row: Row) -> PortfolioLayout:
    """A mapping over a heading, whatever is missing; a column is found by its title, and by its place: ``[D]``."""
    indices = places_of(row)
    above = scale_above(sheet.first[:index])
    two = bool(index) and tuple(row) != tuple(sheet.first[index])
    scales = scales_of_titles(row, sheet.first[index - 1] if two else ())
    sources: dict[str, tuple[ColumnSource, ...]] = {}
    absent: list[str] = []
    for field, rule in mapping.fields.items():
        if rule.explicit:
            absent += [header for header in rule.named if header not in indices and plain(header) not in indices]
        found = (
            _templated(rule, indices) if rule.template else tuple(_found(field, indices, row, mapping, scales, above))
        )
        if found:
            sources[field] = found
    left = tuple(
        (row[indices[other]], row[source.column])
        for name in _AMOUNTS
        for source in sources.get(name, ())
        if source.column >= 0
        for group in mapping.fields[name].headers
        if plain(row[source.column]) in group
        for other in group
        if other in indices and indices[other] != source.column
    )
    return PortfolioLayout(
        mapping, sheet, index, row, sources, tuple(dict.fromkeys(absent)), left, {}, frozenset(), above
    )


def places_of(header: Row) -> dict[str, int]:
    """Where a column is by its title, and by its place: ``[d]``."""
    places: dict[str, int] = {}
    for column, title in enumerate(header):
        if title:
            places.setdefault(plain(title), column)
    for column in range(len(header)):
        places.setdefault(f"[{column_letters(column).lower()}]", column)
    return places


def _templated(rule: FieldRule, indices: Mapping[str, int]) -> tuple[ColumnSource, ...]:
    columns = [indices.get(plain(placeholder), -1) for placeholder in rule.placeholders]
    if -1 in columns:
        return ()
    if not columns:
        return (ColumnSource(lambda cells: rule.template, rule.unit, -1),)
    pattern, cell = rule.pattern, itemgetter(*columns)
    return (ColumnSource(lambda cells: pattern % cell(cells), rule.unit, -1),)


def _found(
    field: str,
    indices: Mapping[str, int],
    row: Row,
    mapping: PortfolioMapping,
    scales: Sequence[Scale],
    above: Scale,
) -> Iterator[ColumnSource]:
    rule = mapping.fields[field]
    for group in rule.headers:
        column = next((indices[header] for header in group if header in indices), None)
        if column is not None:
            if field in _MONEY:
                said = scales[column].else_of(NOT_SAID if rule.unit_said else above)
                unit, currency = rule.unit * decimal_unit(said), scales[column].currency
            else:
                unit, currency = rule.unit * mapping.units.get(unit_word(row[column]), Decimal(1)), ""
            yield ColumnSource(_reader(column, rule.values), unit, column, currency)


def _reader(column: int, values: Mapping[str, str]) -> Callable[[Row], str]:
    cell: Callable[[Row], str] = itemgetter(column)
    if not values:
        return cell
    return lambda cells: values.get(cell_word(cell(cells)), cell(cells))
