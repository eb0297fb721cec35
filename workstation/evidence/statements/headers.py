"""Where the list of a statement begins: the row of column titles below whatever the issuer prints above it; and where another
list with columns of its own begins below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from workstation.evidence.statements import cells
from workstation.evidence.statements.layout import Layout
from workstation.evidence.statements.titles import stacked

Rows = Sequence[Sequence[str]]
"""Cells as text without padding."""

_TITLES: Final = frozenset((
    "日期", "交易日期", "交易日", "记账日期", "记账日", "入账日期", "交易时间", "摘要", "交易摘要", "金额",
    "交易金额", "发生额", "余额", "账户余额", "收入", "支出", "收入金额", "支出金额", "存入", "存入金额", "支取",
    "支取金额", "借方", "贷方", "借方金额", "贷方金额", "借方发生额", "贷方发生额", "币种", "币别", "货币", "备注",
    "附言", "用途", "对方户名", "对方账号", "对手信息", "交易对方", "收/支", "Date", "Description", "Amount",
    "Balance", "Debit", "Credit", "Currency",
))  # fmt: skip
"""What issuers call the columns of lists; three in one row without a figure are a heading."""
_HEADING: Final = 3
_SEARCHED: Final = 60  # rows above a header; the longest known preamble has 25


def header_row(layout: Layout, rows: Rows, titles: Sequence[frozenset[str]] = ()) -> int | None:
    """Index of the row that holds all columns of the layout below its marks; None when this is another layout.

    ``titles`` are `titles_of` the rows, for who asks many layouts about one table.
    """
    wanted = _wanted(layout.header)
    for index, found in enumerate(titles or titles_of(rows)):
        if wanted <= found:
            above = "\n".join(" ".join(row) for row in rows[:index])
            return index if all(mark in above for mark in layout.marks) else None
    return None


@lru_cache
def _wanted(header: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(cells.plain, header))


def stacked_rows(rows: Rows) -> Rows:
    """The first rows as headings of two rows, each put under the row above it."""
    first = rows[: _SEARCHED + 1]
    return [*first[:1], *(stacked(upper, lower) for upper, lower in pairwise(first))]


def titles_of(rows: Rows) -> tuple[frozenset[str], ...]:
    """The cells of the first rows as column titles are compared."""
    return tuple(frozenset(map(cells.title, row)) for row in rows[:_SEARCHED])


def other_lists(layout: Layout, rows: Rows, header: int) -> Iterator[tuple[int, int]]:
    """The lists below that have other columns than this one, as (place of the heading, place after its last row).

    One goes on until the heading of this list stands there again.
    """
    own = tuple(map(cells.title, rows[header]))
    wanted = {cells.plain(one) for one in (layout.day, layout.amount, layout.gain, layout.loss, layout.balance) if one}
    places = [place for place, title in enumerate(own) if title in wanted]
    day = own.index(cells.plain(layout.day)) if cells.plain(layout.day) in own else 0
    begun: int | None = None
    last = header
    for index in range(header + 1, len(rows)):
        if rows[index][day : day + 1] and rows[index][day][:1].isdigit():
            continue  # a row with its day
        if _TITLES.isdisjoint(rows[index]) or not _is_heading(rows[index], own):
            continue
        around = (rows[index - 1], rows[index], *rows[index + 1 : index + 2])
        headings = (rows[index], *(stacked(*two) for two in pairwise(around)))
        same = any(_has_titles(one, own, places) for one in headings)
        if same or (index == last + 1 and _is_chinese(rows[index]) != _is_chinese(rows[header])):
            last = index  # the heading of this list again, or the same once more in another language
            if begun is not None and same:
                yield begun, index
                begun = None
        elif begun is None:
            begun = index
    if begun is not None:
        yield begun, len(rows)


def _has_titles(row: Sequence[str], own: Sequence[str], places: Sequence[int]) -> bool:
    return all(place < len(row) and cells.title(row[place]) == own[place] for place in places)


def _is_chinese(row: Sequence[str]) -> bool:
    return any("\u4e00" <= sign <= "\u9fff" for cell in row for sign in cell)


def _is_heading(row: Sequence[str], own: Sequence[str]) -> bool:
    titles = list(filter(None, map(cells.title, row)))
    known = sum(title in _TITLES or title in own for title in titles)
    return known >= _HEADING and not any(sign.isdecimal() for title in titles for sign in title)
