"""What each column of a list was read as, with its first cells, so that a person can see it before anything is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Final

from workstation.profile.portfolio.column_mapping import plain
from workstation.profile.portfolio.layout import PortfolioLayout, places_of
from workstation.profile.portfolio.list_rows import HEADER_WITHIN
from workstation.profile.portfolio.portfolio import ColumnUse
from workstation.received.tables import Row

_SAMPLES: Final = 3
_AS_IT_IS: Final = ("", Decimal(1))


def column_uses(layout: PortfolioLayout) -> tuple[ColumnUse, ...]:
    """The columns in their order, then what was said to hold for all rows."""
    uses = dict(_read(layout))
    below = list(islice(layout.sheet.first, layout.header_row + 1, HEADER_WITHIN))
    columns = (
        ColumnUse(header, *uses.get(column, _AS_IT_IS)[:1], samples_of(below, column), uses.get(column, _AS_IT_IS)[1])
        for column, header in enumerate(layout.header)
    )
    return (*columns, *_said_of_all(layout))


def samples_of(rows: Iterable[Row], column: int) -> tuple[str, ...]:
    """The first cells of a column in which something stands, each once."""
    cells = dict.fromkeys(row[column].strip() for row in rows if column < len(row) and row[column].strip())
    return tuple(cells)[:_SAMPLES]


def _read(layout: PortfolioLayout) -> Iterator[tuple[int, tuple[str, Decimal]]]:
    """Each column that is read, its field and factor; a template reads the columns that it names."""
    places = places_of(layout.header)
    for field, sources in layout.sources.items():
        for named in layout.mapping.fields[field].placeholders:
            yield places[plain(named)], (field, Decimal(1))
        for source in sources:
            yield source.column, (field, source.unit)


def _said_of_all(layout: PortfolioLayout) -> Iterator[ColumnUse]:
    for field in layout.sources:
        rule = layout.mapping.fields[field]
        if rule.template and not rule.placeholders:
            yield ColumnUse("", field, (rule.template,))
