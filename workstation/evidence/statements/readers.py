"""Which layout a file has, told by its content, never by its name; an unknown one is refused with the header found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, zip_longest
from typing import Final

from workstation.errors import Finding, Refused
from workstation.evidence.statements import cells
from workstation.evidence.statements.authenticity_hints import origin_findings
from workstation.evidence.statements.closed_trades import without_closed_refunds
from workstation.evidence.statements.control_figures import page_findings
from workstation.evidence.statements.hand_mapping import HandMapping, header_candidates
from workstation.evidence.statements.headers import Rows, header_row, other_lists, stacked_rows, titles_of
from workstation.evidence.statements.layout import Layout
from workstation.evidence.statements.layouts import (
    abc,
    alipay,
    bmo,
    boc,
    bocom,
    ccb,
    cgb,
    cib,
    citic,
    cmb,
    cmbc,
    hsbc,
    icbc,
    jd,
    pab,
    psbc,
    social_security,
    spdb,
    tax,
    wechat,
)
from workstation.evidence.statements.pdf_statement import pdf_statement
from workstation.evidence.statements.row_reading import read_rows
from workstation.evidence.statements.sheets import sheet_rows
from workstation.evidence.statements.transactions import Statement
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.ofd.apart import pages_of
from workstation.received.origin import origin
from workstation.received.pdf.whole_list import whole_pdf_list
from workstation.received.tables import computed_findings, read_figures
from workstation.received.uncollected import uncollected

_SHOWN: Final = 60
_NO_MOVE: Final = re.compile(
    "余额|餘額|[账帐卡編编型]号|[帳卡編]號|序[号號]|(?:天|笔|期|次|页)数|电话|手机|年龄|利率|[Bb]alance|^No\\.?$"
)
"""Titles of numbers that are nothing moved: in a list of accounts, of holidays or of changes."""
_GROUND: Final = "CNY"
"""Whether a text is an amount at all is asked in any currency."""
LAYOUTS: Final = (
    alipay.APP, alipay.WEB, wechat.BILL, cmb.DEBIT, cmb.WEB, cmb.CREDIT, icbc.DEBIT, icbc.CREDIT, boc.DEBIT, boc.CREDIT, ccb.DEBIT,
    citic.CREDIT, abc.DEBIT, bocom.DEBIT, bocom.CREDIT, psbc.DEBIT, cmbc.DEBIT, cmbc.WEB, spdb.DEBIT, spdb.WEB, pab.DEBIT, pab.WEB,
    cib.DEBIT, cib.WEB, cgb.CREDIT, jd.BILL, hsbc.CREDIT, bmo.DEBIT, bmo.CREDIT,
    icbc.PRINTED, ccb.PRINTED, boc.PRINTED, cmb.PRINTED, wechat.PROOF, alipay.PROOF, tax.INCOME,
    *social_security.LISTS,
)  # fmt: skip


def known_layouts(own: Iterable[HandMapping] = ()) -> tuple[Layout, ...]:
    """All layouts that are known: those of the program first, then ``own``, the one with more columns first."""
    return (*LAYOUTS, *sorted((one.layout() for one in own), key=lambda layout: -len(layout.header)))


def read_any_statement(
    data: bytes,
    name: str = "",
    readers: Readers = IN_PROCESS,
    computed: bytes = b"",
    layouts: Sequence[Layout] = LAYOUTS,
    roots: Sequence[bytes] = (),
) -> Statement:
    """A statement in whatever form it was submitted: a PDF or OFD by its lines, all else by `read_statement`. ``roots``:
    certificates (DER) that are trusted for signatures.
    """
    original, data = data, pages_of(data, Reading(name), readers)
    if b"%PDF-" not in data[:1024]:
        return read_statement(data, name, layouts, readers, computed)
    listed = readers.read(Reading(name), whole_pdf_list, data, name)
    statement = pdf_statement(listed, lambda tables: statement_of(tables, layouts))
    hints = origin_findings(
        readers.read(Reading(name), origin, original, tuple(roots)), "statement", name, of_a_bank=True
    )
    return replace(statement, findings=(*statement.findings, *hints))


def read_statement(
    data: bytes,
    name: str = "",
    layouts: Sequence[Layout] = LAYOUTS,
    readers: Readers = IN_PROCESS,
    computed: bytes = b"",
) -> Statement:
    """Read a statement file (CSV in UTF-8 or GB18030, XLSX, XLS). ``name`` only serves in messages.

    ``computed``: the workbook as an office program computed it, where formulas in it have no stored result.
    Raises `Refused`: ``statement_layout_unknown`` with the header found, ``statement_empty``, or what `read_figures`
    refuses.
    """
    table = readers.read(Reading(name), read_figures, data, name, computed)
    names = [sheet.name for sheet in table.sheets]
    statement = statement_of_sheets([sheet_rows(sheet) for sheet in table.sheets], layouts, names)
    shifted = _shifted(statement, table.rows) if table.kind == "csv" else ()
    return replace(statement, findings=(*statement.findings, *shifted, *computed_findings(table, "statement")))


def _shifted(statement: Statement, rows: Rows) -> Iterator[Finding]:
    """Movements of a delimited text with more cells than its heading: a comma in an amount or a name may have cut them."""
    begin = next((place for place, row in enumerate(rows) if _is_dated(row)), 0)
    width = max(map(len, rows[:begin]), default=0)
    for one in statement.transactions:
        if width and (text := " ".join(filter(None, (cell.strip() for cell in rows[one.row - 1][width:])))):
            yield Finding("row_shifted", f"row {one.row}", {"text": text[:_SHOWN]})


def statement_of_sheets(sheets: Sequence[Rows], layouts: Sequence[Layout], names: Sequence[str] = ()) -> Statement:
    """`statement_of` with what the sheets say about their pages, and which of them hold rows that are not read (sheet_left).

    ``names``: those of the sheets; without them they are counted.
    """
    filled = [(rows, name) for rows, name in zip_longest(sheets, names, fillvalue="") if any(map(any, rows))]
    at, statement = _judged([rows for rows, _ in filled], layouts)
    told = [one for rows in sheets for one in page_findings(rows)]
    left = (_left(rows, name or str(place + 1)) for place, (rows, name) in enumerate(filled) if place != at)
    return replace(statement, findings=(*statement.findings, *told, *chain.from_iterable(left)))


def _left(rows: Rows, name: str) -> Iterator[Finding]:
    """That a sheet which is not read looks like a list of moves: two rows or more with a day and an amount."""
    begin = next((place for place, row in enumerate(rows) if _is_dated(row)), 0)
    titles = {at: cell for row in rows[:begin] for at, cell in enumerate(row) if cell}
    numbers = {at for at, title in titles.items() if _NO_MOVE.search(cells.plain(title))}
    dated = sum(_is_dated([cell for at, cell in enumerate(row) if at not in numbers]) for row in rows[begin:])
    if dated > 1:
        yield Finding("sheet_left", name, {"sheet": name, "rows": str(dated)})


def _is_dated(row: Sequence[str]) -> bool:
    days = [cell for cell in row if cells.looks_like_day(cell)]
    return bool(days) and any(cell and cell not in days and cells.amount(cell, _GROUND) is not None for cell in row)


def statement_of(tables: Sequence[Rows], layouts: Sequence[Layout] = LAYOUTS) -> Statement:
    """The statement in the first of some tables that has a known layout; rows are cells as text, however they were read.

    Raises `Refused`: ``statement_layout_unknown`` with the header found, ``statement_empty``.
    """
    return _judged([rows for rows in tables if any(map(any, rows))], layouts)[1]


def _judged(tables: Sequence[Rows], layouts: Sequence[Layout]) -> tuple[int, Statement]:
    try:
        with uncollected():
            return _found(tables, layouts)
    finally:
        cells.forget()


def _found(sheets: Sequence[Rows], layouts: Sequence[Layout]) -> tuple[int, Statement]:
    """The statement, and which of the tables it is."""
    for at, rows in enumerate(sheets):
        for headed in (rows, stacked_rows(rows)):
            titles = titles_of(headed)
            for layout in layouts:
                header = header_row(layout, headed, titles)
                if header is not None:
                    upper = rows[header - 1] if headed is not rows else ()
                    return at, _read(layout, [*rows[:header], headed[header], *rows[header + 1 :]], header, upper)
    if not sheets:
        raise Refused(Finding("statement_empty", "statement"))
    raise Refused(Finding("statement_layout_unknown", "statement", {"header": _likely_header(sheets[0])}))


def _read(layout: Layout, rows: Rows, header: int, upper: Sequence[str]) -> Statement:
    others = [(begin, end) for begin, end in other_lists(layout, rows, header) if any(map(_is_dated, rows[begin:end]))]
    if others:
        hidden = {index for begin, end in others for index in range(begin, end)}
        read = _read(layout, [() if index in hidden else row for index, row in enumerate(rows)], header, upper)
        return replace(read, findings=(*read.findings, *(_list_left(rows, begin, end) for begin, end in others)))
    statement = read_rows(layout, rows, header, upper)
    lost = any(finding.code == "column_digits_lost" for finding in statement.findings)
    return without_closed_refunds(statement, [cell.strip() for cell in rows[header]], rows, lost)


def _list_left(rows: Rows, begin: int, end: int) -> Finding:
    """That a list with other columns stands below and is not read."""
    titles = ", ".join(filter(None, rows[begin]))[:_SHOWN]
    figures = {"header": titles, "rows": str(sum(map(_is_dated, rows[begin + 1 : end])))}
    return Finding("list_left", f"row {begin + 1}", figures)


def _likely_header(rows: Rows) -> str:
    """The likeliest header, shown so that it can be mapped by hand."""
    found = header_candidates(rows, 1) or (rows[0],)
    return ", ".join(cell.strip() for cell in found[0] if cell.strip())[:500]
