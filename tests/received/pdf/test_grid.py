"""Lists in PDF: rows and columns found by place, wrapped cells, several pages, titles in two languages, and what is refused."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

import resources
from tests.evidence.statements.more_samples import WARDROBE
from tests.evidence.statements.samples import entries
from workstation.errors import Refused
from workstation.evidence.statements.readers import statement_of
from workstation.evidence.statements.statement import analyse
from workstation.received.pdf.grid import pdf_list

ROWS = entries(90)
FONT = "NotoSansSC-Regular"


def printed(layout: str, **style: bool) -> bytes:
    """The list as a bank prints it: facts above, a table over several pages, amounts to the right."""
    pdfmetrics.registerFont(TTFont(FONT, resources.path("fonts", f"{FONT}.ttf")))
    clothes = WARDROBE[layout]
    table = clothes.table(ROWS)
    above, body = table[: clothes.first - 1], table[clothes.first - 1 :]
    right = [("ALIGN", (place, 1), (place, -1), "RIGHT") for place in (*clothes.amounts, clothes.balance)]
    grid = [("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))] if style.get("grid", True) else []
    text = ParagraphStyle("text", fontName=FONT, fontSize=8)
    parts = [Paragraph(" ".join(line), text) for line in above if line]
    parts.append(Table(body, repeatRows=1, style=[("FONT", (0, 0), (-1, -1), FONT, 6), *grid, *right]))
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=landscape(A4), leftMargin=10, rightMargin=10).build(parts)
    return out.getvalue()


@pytest.mark.parametrize(
    "layout", ["abc.debit", "bocom.debit", "psbc.debit", "cmbc.debit", "pab.debit", "cib.debit", "spdb.debit"]
)
@pytest.mark.parametrize("grid", [True, False])
def test_a_printed_list_is_read_like_the_file(layout, grid):
    statement = statement_of(pdf_list(printed(layout, grid=grid), "list.pdf").tables)
    assert (statement.layout, statement.rows_read, statement.rows_left_out) == (layout, len(ROWS), ())
    assert analyse(statement).findings == ()
    assert sorted(one.amount.minor for one in statement.transactions) == sorted(one.minor for one in ROWS)
    assert {one.counterparty.split("/")[0] for one in statement.transactions} == {one.peer for one in ROWS}


def test_a_changed_digit_in_print_breaks_the_chain():
    rows = [list(row) for row in pdf_list(printed("abc.debit")).tables[0]]
    body = next(place for place, row in enumerate(rows) if row[0] == "20260501")
    rows[body + 30][4] = "1.00"
    found = analyse(statement_of([rows])).findings
    assert [(one.code, one.subject) for one in found] == [("balance_break", f"row {body + 31}")]


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"%PDF-1.4 nothing", "file_damaged"), (b"", "file_damaged")],
)
def test_what_is_no_list_is_refused(data, code):
    with pytest.raises(Refused) as refused:
        pdf_list(data, "x.pdf")
    assert refused.value.findings[0].code == code


def test_prose_and_scans_are_told_apart():
    pdfmetrics.registerFont(TTFont(FONT, resources.path("fonts", f"{FONT}.ttf")))
    for text, code in (("诊断证明", "statement_pdf_no_list"), ("", "statement_pdf_scanned")):
        out = io.BytesIO()
        SimpleDocTemplate(out).build([Paragraph(text, ParagraphStyle("text", fontName=FONT))])
        with pytest.raises(Refused) as refused:
            pdf_list(out.getvalue(), "x.pdf")
        assert refused.value.findings[0].code == code
