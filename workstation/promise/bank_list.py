"""A bank's later list, of payments or of balances: which row is its header, which column means what, and the rows below.

A column is found by the names that banks use, or by the title that a person named; a header without a title is called ``[D]``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Final

from workstation.errors import Finding, Refused
from workstation.evidence.statements.hand_mapping import header_candidates
from workstation.evidence.statements.titles import own_titles, stacked
from workstation.list_scale import NOT_SAID, Scale, scale_above, scales_of_titles
from workstation.profile.portfolio.column_mapping import known_headers, names_sum, plain
from workstation.received.tables import Row, Sheet, Table

_HEADER_WITHIN: Final = 60
_SAMPLES: Final = 3
_LONGEST: Final = 40
"""Signs of a cell that a finding quotes."""

Names = Mapping[str, tuple[tuple[str, ...], ...]]
"""Field → groups of column names as `plain` compares them; several groups of an amount add up."""


@dataclass(frozen=True, slots=True)
class ListKind:
    """What a kind of list must hold: of each group in ``must`` one field is needed. ``missing``: code of the refusal.

    ``amounts``: fields that hold amounts.
    """

    names: Names
    must: tuple[tuple[str, ...], ...]
    missing: str
    amounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A row that was not understood, and why."""

    row: int
    cells: Row
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ColumnSample:
    """A column of a list with its first cells, from which a person tells what it means."""

    title: str
    samples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundList:
    """``columns``: field → places from 0. ``lines``: (row as a spreadsheet counts, cells) without blanks, ``sums`` and remarks.

    ``above``: what lines above say of all amounts; ``others``: sheets that hold such a list as well and are not read (name, rows);
    ``amounts``: places of columns of amounts; ``scales``: what each title says of them, or that which is drawn over it.
    ``inexact``: places (row and column from 0) of numbers that lost digits; ``shared``: those of amounts that several rows share.
    ``twice``: titles of days, numbers and amounts that stand over a second column, and what that is called.
    ``delimited``: a text whose cells are parted by a mark, which an amount may hold, too.
    """

    header: Row
    columns: Mapping[str, tuple[int, ...]]
    lines: tuple[tuple[int, Row], ...]
    inexact: frozenset[tuple[int, int]] = frozenset()
    shared: frozenset[tuple[int, int]] = frozenset()
    sums: tuple[tuple[int, Row], ...] = ()
    above: Scale = NOT_SAID
    others: tuple[tuple[str, int], ...] = ()
    amounts: frozenset[int] = frozenset()
    scales: tuple[Scale, ...] = ()
    delimited: bool = False
    twice: tuple[tuple[str, str], ...] = ()

    def scale(self, at: int) -> Scale:
        """What the title of a column says of its amounts, and what it leaves open as the lines above say it."""
        return self.scales[at].else_of(self.above)

    @property
    def said_currency(self) -> str:
        """The currency of rows that name none, by the titles of amounts or the lines above: a code, an unknown word, or nothing."""
        titles = [self.scales[at] for at in self.amounts]
        named = {one.currency or one.unknown for one in titles} - {""}
        return ", ".join(sorted(named)) or self.above.currency or self.above.unknown

    @property
    def to_confirm(self) -> tuple[Finding, ...]:
        """That other sheets hold a list, too (sheet_left), and titles that stand over a second column (column_twice)."""
        left = (Finding("sheet_left", name, {"sheet": name, "rows": str(rows)}) for name, rows in self.others)
        return (*left, *(Finding("column_twice", one, {"column": one, "other": other}) for one, other in self.twice))

    def titles(self, field: str) -> tuple[str, ...]:
        """How the list calls the columns of a field."""
        own = column_names(self.header)
        return tuple(own[at] for at in self.columns.get(field, ()))

    @property
    def used(self) -> dict[str, str]:
        """Field → title of its first column."""
        return {field: self.titles(field)[0] for field in self.columns}

    @property
    def left(self) -> tuple[str, ...]:
        """Titles of columns that were left aside."""
        used = {at for places in self.columns.values() for at in places}
        return tuple(title for at, title in enumerate(self.header) if title and at not in used)


def names_of(tree: Mapping[str, Sequence[str]]) -> Names:
    """A table of a resources file, field → names, as `Names`."""
    return {field: (tuple(map(plain, names)),) for field, names in tree.items()}


def column_names(header: Row) -> tuple[str, ...]:
    """What each column is called, each name once: its title, else its letter in brackets."""
    return own_titles([title.strip() for title in header])


def find_list(table: Table, name: str, kind: ListKind, said: Mapping[str, str] | None = None) -> FoundList:
    """The list of the header that offers most. ``said``: field → title that a person named; an empty one leaves the field out.

    Raises `Refused` (the kind's code ``missing``) where no row offers what is needed.
    """
    said = said or {}
    found = [
        (columns, sheet, index, header)
        for sheet in table.sheets
        for index in range(min(len(sheet.rows), _HEADER_WITHIN))
        for header in _headings(sheet.rows, index)
        if (columns := _columns(header, kind, said))
    ]
    if not found:
        raise Refused(*[Finding(kind.missing, name, {"list_field": group[0]}) for group in kind.must])
    columns, sheet, index, header = max(found, key=lambda one: (not _missing(one[0], kind), len(one[0])))
    if missing := _missing(columns, kind):
        raise Refused(*[Finding(kind.missing, name, {"list_field": field}) for field in missing])
    amounts = {at for field in kind.amounts for at in columns.get(field, ())}
    fills, shared = _merged(sheet, index, amounts)
    telling = {at for field in ("number", *kind.amounts) for at in columns.get(field, ())}
    lines = tuple(_lines(sheet.rows, index, header, fills, telling))
    others = tuple(_others([one for one in found if not _missing(one[0], kind)], sheet))
    upper = sheet.rows[index - 1] if index and header != sheet.rows[index] else ()
    above, sums = scale_above(sheet.rows[:index]), tuple(_sums(sheet.rows, index))
    return FoundList(
        header,
        columns,
        lines,
        sheet.inexact,
        shared,
        sums,
        above,
        others,
        frozenset(amounts),
        scales_of_titles(header, upper),
        table.kind == "csv",
        tuple(_twice(header, columns, {"on", "number", *kind.amounts} - said.keys())),
    )


def _twice(header: Row, columns: Mapping[str, tuple[int, ...]], fields: Set[str]) -> Iterator[tuple[str, str]]:
    own, used = column_names(header), {at for places in columns.values() for at in places}
    for at in (at for field, places in columns.items() if field in fields for at in places):
        title = header[at].strip()
        yield from ((title, own[i]) for i, one in enumerate(header) if i not in used and title and one.strip() == title)


def _others(found: Sequence[tuple[object, Sheet, int, Row]], best: Sheet) -> Iterator[tuple[str, int]]:
    """Sheets other than the one that is read, with the rows below their topmost heading."""
    seen = {id(best)}
    for _, sheet, index, _ in found:
        if id(sheet) not in seen:
            seen.add(id(sheet))
            if rows := sum(1 for row in sheet.rows[index + 1 :] if any(row)):
                yield sheet.name, rows


def has_header(table: Table, header: Row) -> bool:
    """Whether a table has a list of this header, where `find_list` looks for one."""
    wanted = _trimmed(header)
    return any(
        _trimmed(one) == wanted
        for sheet in table.sheets
        for index in range(min(len(sheet.rows), _HEADER_WITHIN))
        for one in _headings(sheet.rows, index)
    )


def _trimmed(row: Row) -> tuple[str, ...]:
    """A heading as it is compared: without the empty cells that a kind of file leaves at its end."""
    cells = [cell.strip() for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _headings(rows: Sequence[Row], index: int) -> Iterator[Row]:
    """A row as heading, and as the lower row of a heading of two."""
    yield rows[index]
    if index and any(rows[index - 1]) and any(rows[index]) and not all(rows[index]):
        yield stacked(rows[index - 1], rows[index])


def column_samples(table: Table) -> tuple[ColumnSample, ...]:
    """The columns below the likeliest header of a table, each with its first cells; none where nothing looks like a list."""
    for sheet in table.sheets:
        width = max((len(row) for row in sheet.rows), default=0)
        for header in header_candidates(sheet.rows, 1):
            index = next((at for at, row in enumerate(sheet.rows) if _same(row, header)), -1)
            if index >= 0:
                wide = (tuple(header) + ("",) * width)[:width]
                return tuple(_sample(at, title, sheet.rows[index + 1 :]) for at, title in enumerate(column_names(wide)))
    return ()


def _columns(row: Row, kind: ListKind, said: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    own = column_names(row)
    titles = [plain(cell) for cell in row]
    found: dict[str, tuple[int, ...]] = {
        field: (own.index(title),) for field, title in said.items() if title and title in own
    }
    if len(found) < sum(map(bool, said.values())):
        return {}
    for field, groups in kind.names.items():
        taken = {at for places in found.values() for at in places}
        if field in said:
            continue
        places = [next((titles.index(name) for name in names if name in titles), -1) for names in groups]
        if fresh := tuple(at for at in dict.fromkeys(places) if at >= 0 and at not in taken):
            found[field] = fresh
    return found


def _missing(columns: Mapping[str, tuple[int, ...]], kind: ListKind) -> list[str]:
    return [group[0] for group in kind.must if not any(field in columns for field in group)]


def _merged(
    sheet: Sheet, index: int, amounts: set[int]
) -> tuple[Mapping[tuple[int, int], str], frozenset[tuple[int, int]]]:
    """Cells drawn as one speak for every row that they cover; an amount among them belongs to no single row."""
    fills: dict[tuple[int, int], str] = {}
    shared: set[tuple[int, int]] = set()
    for top, left, bottom, _ in sheet.merged:
        if index < top < bottom:
            text = sheet.rows[top][left] if top < len(sheet.rows) and left < len(sheet.rows[top]) else ""
            places = {(row, left) for row in range(top, bottom + 1)}
            if left in amounts:
                shared |= places
            elif text:
                fills |= dict.fromkeys(places, text)
    return fills, frozenset(shared)


def _lines(
    rows: Sequence[Row], index: int, header: Row, fills: Mapping[tuple[int, int], str], telling: set[int]
) -> Iterator[tuple[int, Row]]:
    sums, below = known_headers().total_words, False
    width = len(header)
    for at, cells in enumerate(rows[index + 1 :], index + 1):
        first = next((cell for cell in cells if cell), "")
        if not first or cells[:width] in (header, rows[index]):
            continue
        if names_sum(first, sums):
            below = True
            continue
        wide = (*cells, *[""] * (width - len(cells)))
        filled = tuple(cell or fills.get((at, column), "") for column, cell in enumerate(wide))
        if not (below and not any(filled[column] for column in telling)):
            yield at + 1, filled


def _sums(rows: Sequence[Row], index: int) -> Iterator[tuple[int, Row]]:
    words = known_headers().total_words
    for number, cells in enumerate(rows[index + 1 :], index + 2):
        first = next((cell for cell in cells if cell), "")
        if first and names_sum(first, words):
            yield number, cells


def _same(row: Row, header: Sequence[str]) -> bool:
    cells = [cell.strip() for cell in row]
    return bool(cells) and cells[: len(header)] == list(header)[: len(cells)] and any(cells)


def _sample(at: int, title: str, rows: Sequence[Row]) -> ColumnSample:
    cells = dict.fromkeys(row[at].strip() for row in rows if at < len(row) and row[at].strip())
    return ColumnSample(title, tuple(cells)[:_SAMPLES])
