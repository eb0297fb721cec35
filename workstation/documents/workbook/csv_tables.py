"""Tables of a case as CSV for Excel: UTF-8 with its mark, CRLF, and no text from a person that a spreadsheet takes for a formula.

RFC 4180 but for the mark, without which Excel reads Chinese as something else.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from io import StringIO
from typing import Final

from workstation.documents.workbook.cell_text import Value, is_risky, number_text, visible
from workstation.documents.workbook.evidence import COLUMNS as EVIDENCE
from workstation.documents.workbook.evidence import evidence_values
from workstation.documents.workbook.figures import WorkbookFigures
from workstation.documents.workbook.schedule import COLUMNS as ROW
from workstation.wording import Wording

Line = Sequence[Value]
Table = Callable[[WorkbookFigures, Wording], Iterator[Line]]

_MARK: Final = "\ufeff"


def csv_bytes(lines: Iterable[Line]) -> bytes:
    """The file. Amounts and days are plain (``1234.50``, ``2026-12-10``); a text that could be read as a formula begins with '."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([_field(value) for value in line] for line in lines)
    return (_MARK + out.getvalue()).encode("utf-8")


def _field(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        text = visible(value)
        return f"'{text}" if is_risky(text) else text
    return value.isoformat() if isinstance(value, date) else number_text(value)


def table_csv(name: str, figures: WorkbookFigures) -> bytes:
    """One of `TABLES` of a case, its header in the language of the papers. Raises KeyError for an unknown name."""
    return csv_bytes(TABLES[name](figures, Wording(figures.language)))


def _header(words: Wording, names: Iterable[str]) -> Line:
    return [words.text(f"workbook.column.{name}") for name in names]


def _schedule(figures: WorkbookFigures, words: Wording) -> Iterator[Line]:
    """The rows of every chosen plan, account by account."""
    yield _header(words, ("case_number", "bank", "tail", "currency", *ROW))
    for plan in figures.plans:
        account = plan.account.account
        whose = (figures.case_number, account.bank, _tail(account.tail, words), account.currency)
        for row in plan.schedule.rows:
            amounts = (row.opening, row.principal, row.interest, row.fee, row.carried, row.payment, row.closing)
            yield *whose, row.no, row.due_on, row.days, *amounts


def _budget(figures: WorkbookFigures, words: Wording) -> Iterator[Line]:
    yield _header(words, ("side", "category", "amount", "every", "monthly", "note"))
    for line in figures.budget.lines:
        key = f"category.{line.side}.{line.category}"
        category = words.text(key) if words.has(key) else line.category
        side, every = words.text(f"side.{line.side}"), words.text(f"every.{line.every}")
        yield side, category, line.amount, every, line.monthly(), line.note


def _evidence(figures: WorkbookFigures, words: Wording) -> Iterator[Line]:
    yield _header(words, EVIDENCE)
    for number, item in enumerate(figures.evidence, 1):
        yield evidence_values(number, item, words)


def _options(figures: WorkbookFigures, words: Wording) -> Iterator[Line]:
    names = (
        "method",
        "count",
        "first_due",
        "last_due",
        "payment",
        "up_front",
        "total",
        "cost",
        "waived",
        "decides",
        "why",
    )
    whose = _header(words, ("bank", "tail", "currency"))
    yield *whose, words.text("workbook.options.place"), *[words.text(f"workbook.options.{name}") for name in names]
    for one in figures.options:
        account = one.account
        for option in one.options:
            fields = [getattr(option, name) for name in names]
            yield account.bank, _tail(account.tail, words), account.currency, option.rank, *fields


def _sources(figures: WorkbookFigures, words: Wording) -> Iterator[Line]:
    yield _header(words, ("bank", "figure", "value", "source", "document", "checked"))
    for one in figures.sources:
        yield one.bank, one.figure, one.value, one.source, one.document, one.checked


def _tail(tail: str, words: Wording) -> str:
    """In words, since Excel would make 12 of the digits 0012."""
    return words.text("workbook.tail", {"tail": tail})


TABLES: Final[dict[str, Table]] = {
    "schedule": _schedule,
    "options": _options,
    "budget": _budget,
    "evidence": _evidence,
    "sources": _sources,
}
"""The tables of a case that can leave as CSV, by name."""
