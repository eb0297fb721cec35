"""A statement in a PDF: the list that a layout knows, and whether all pages, rows and printed figures of the file are in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final

from workstation.errors import Finding, Refused
from workstation.evidence.statements import cells
from workstation.evidence.statements.headers import Rows
from workstation.evidence.statements.transactions import Statement, Transaction, columns_of
from workstation.money import Money
from workstation.received.pdf.grid import PdfList, PdfPage

_SHOWN: Final = 60
_LONGEST: Final = 7  # digits of the number of a row
_OF_PAGES: Final = (
    re.compile(r"第 *(?P<page>\d+) *页[ /,，、|]*共 *(?P<pages>\d+) *页"),
    re.compile(r"共 *(?P<pages>\d+) *页[ /,，、|]*第 *(?P<page>\d+) *页"),
    re.compile(r"(?:页码|页数|[Pp]age)[:： ]*(?P<page>\d+) *(?:/|of) *(?P<pages>\d+)"),
    re.compile(r"(?:^|[ -])(?P<page>\d{1,3}) */ *(?P<pages>\d{1,3})(?:$|[ -])"),
    re.compile(r"第 *(?P<page>\d+) *页(?P<pages>)"),
)
_PAGE_COUNT: Final = re.compile(r"本页[^\d:：]{0,8}笔数[:：]? *(\d+)")
_PAGE_SUMS: Final = (
    ("income", 1, re.compile(r"本页(?:收入|贷方|存入)[^\d:：]{0,8}[:：]? *([\d,]+\.\d{2})")),
    ("expense", -1, re.compile(r"本页(?:支出|借方|支取)[^\d:：]{0,8}[:：]? *([\d,]+\.\d{2})")),
)
_LEDGER_LINE: Final = re.compile(r"(?:19|20)\d{2}[-/.年]?\d{2}[-/.月]?\d{2}.*\d\.\d{2}\b")
_NUMBERED: Final = frozenset({"序号", "NO", "NO."})


def pdf_statement(listed: PdfList, read: Callable[[Sequence[Rows]], Statement]) -> Statement:
    """The statement in the first list that ``read`` knows, with what the pages tell against it.

    Raises `Refused` as ``read`` does for the first list, when none is known.
    """
    refused: list[Refused] = []
    for table, rows in enumerate(listed.tables):
        try:
            statement = read([rows])
        except Refused as error:
            refused.append(error)
            continue
        return replace(statement, findings=(*statement.findings, *page_findings(listed, table, statement)))
    raise refused[0]


def page_findings(listed: PdfList, table: int, statement: Statement) -> tuple[Finding, ...]:
    """What the file holds that is not in the statement, page by page; codes begin with ``pdf_``."""
    by_page = {
        page.number: [
            one for part in listed.parts if (part.page, part.table) == (page.number, table) for one in part.rows
        ]
        for page in listed.pages
    }
    return (
        *_pages(listed, table, by_page),
        *_other_lists(listed, table),
        *_rows(by_page, statement),
        *_astray(listed, table),
        *_page_numbers(listed.pages),
        *_row_numbers(listed.tables[table], [*chain.from_iterable(by_page.values())]),
        *_page_sums(listed.pages, by_page, statement),
    )


def _pages(listed: PdfList, table: int, by_page: Mapping[int, Sequence[int]]) -> Iterator[Finding]:
    """Pages that gave no row to any list, by what they hold instead; and signs that nobody can read."""
    elsewhere = {part.page for part in listed.parts if part.rows and part.table != table}
    for page in listed.pages:
        if page.unmapped:
            yield Finding(
                "pdf_signs_unreadable", f"page {page.number}", {"page": str(page.number), "signs": str(page.unmapped)}
            )
        if page.unseen:
            figures = {"page": str(page.number), "signs": str(page.unseen)}
            yield Finding("pdf_text_unseen", f"page {page.number}", figures)
        if by_page[page.number] or page.number in elsewhere:
            continue
        if not page.words:
            if page.drawn:
                yield Finding("pdf_picture_unreadable", f"page {page.number}", {"page": str(page.number)})
            continue
        ledger = next(filter(_LEDGER_LINE.search, page.remarks), "")
        figures = {"page": str(page.number), "text": (ledger or page.remarks[0])[:_SHOWN]}
        yield Finding("pdf_page_unreadable" if ledger else "pdf_page_without_rows", f"page {page.number}", figures)


def _other_lists(listed: PdfList, table: int) -> Iterator[Finding]:
    for other, rows in enumerate(listed.tables):
        pages = [part.page for part in listed.parts if part.table == other and part.rows]
        if other != table and pages:
            numbers = {one for part in listed.parts if part.table == other for one in part.rows}
            header = ", ".join(rows[min(numbers) - 2])
            figures = {"page": str(pages[0]), "rows": str(len(numbers)), "header": header}
            yield Finding("pdf_list_unreadable", f"page {pages[0]}", figures)


def _rows(by_page: Mapping[int, Sequence[int]], statement: Statement) -> Iterator[Finding]:
    """Rows of the page that neither became a transaction nor are named among those left out."""
    known = {*columns_of(statement.transactions).rows} | {left.row for left in statement.rows_left_out}
    for page, numbers in by_page.items():
        for row in numbers:
            if row not in known:
                yield Finding("pdf_row_unreadable", f"row {row}", {"page": str(page)})


def _astray(listed: PdfList, table: int) -> Iterator[Finding]:
    for part in listed.parts:
        for line in part.loose:
            yield Finding("pdf_line_unreadable", f"page {part.page}", {"page": str(part.page), "text": line[:_SHOWN]})
        if part.table == table:
            for row, column, text in part.astray:
                figures = {"page": str(part.page), "column": column, "text": text}
                yield Finding("pdf_column_unreadable", f"row {row}", figures)


# ── What the file prints about itself ──


def _page_numbers(pages: Sequence[PdfPage]) -> Iterator[Finding]:
    """Printed page numbers against the pages of the file."""
    printed = [(page.number, found) for page in pages if (found := _printed_number(page))]
    totals = {int(found["pages"]) for _, found in printed if found["pages"]}
    if len(totals) == 1 and (total := totals.pop()) != len(pages):
        yield Finding("pdf_pages_break", "statement", {"printed": str(total), "found": str(len(pages))})
        return
    for number, found in printed:
        if int(found["page"]) != number:
            figures = {"page": str(number), "printed": found["page"]}
            yield Finding("pdf_page_number_break", f"page {number}", figures)
            return


def _printed_number(page: PdfPage) -> re.Match[str] | None:
    return next((found for text in page.remarks for one in _OF_PAGES if (found := one.search(text))), None)


def _row_numbers(rows: Rows, numbers: Sequence[int]) -> Iterator[Finding]:
    """Rows that are numbered in print: a number that is missing, or comes twice."""
    titles = [cells.title(cell).upper() for cell in rows[numbers[0] - 2]] if numbers else []
    column = next((place for place, title in enumerate(titles) if title in _NUMBERED), None)
    if column is None:
        return
    printed = [
        (row, int(text)) for row in numbers if (text := rows[row - 1][column]).isdecimal() and len(text) < _LONGEST
    ]
    if len(printed) * 2 < len(numbers) or len({number for _, number in printed}) * 2 < len(printed):
        return  # not the numbers of rows: 00000 on every one
    step = 1 if printed[-1][1] > printed[0][1] else -1
    if min(printed[0][1], printed[-1][1]) != 1:
        first = min(printed[0], printed[-1])
        yield Finding("pdf_row_number_break", f"row {first[0]}", {"before": "0", "after": str(first[1])})
    for (_, before), (row, after) in pairwise(printed):
        if after - before != step:
            yield Finding("pdf_row_number_break", f"row {row}", {"before": str(before), "after": str(after)})


def _page_sums(
    pages: Sequence[PdfPage], by_page: Mapping[int, Sequence[int]], statement: Statement
) -> Iterator[Finding]:
    """What a page says about its own rows: how many there are, what came in and went out."""
    known = {one.row: one for one in statement.transactions}
    for page in pages:
        text = "\n".join(page.remarks)
        here = [known[row] for row in by_page[page.number] if row in known]
        count = _PAGE_COUNT.search(text)
        if count and int(count[1]) != len(by_page[page.number]):
            figures = {"page": str(page.number), "printed": count[1], "found": str(len(by_page[page.number]))}
            yield Finding("pdf_page_count_break", f"page {page.number}", figures)
        for name, sign, pattern in _PAGE_SUMS:
            stated = cells.amount(found[1], statement.currency) if (found := pattern.search(text)) else None
            summed = _sum(here, sign, statement.currency)
            if stated is not None and stated != summed:
                figures = {"page": str(page.number), "printed": stated.text(), "found": summed.text()}
                yield Finding(f"pdf_page_total_break_{name}", f"page {page.number}", figures)


def _sum(rows: Sequence[Transaction], sign: int, currency: str) -> Money:
    amounts = (one.amount.minor * sign for one in rows if one.amount.currency == currency)
    return Money(sum(amount for amount in amounts if amount > 0), currency)
