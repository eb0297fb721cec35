"""Statements in OFD: read like the PDF of the same list, each cell an object of its own or a whole line in one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from xml.sax.saxutils import escape

import pytest

from tests.evidence.statements.printed_samples import PRINTED, Op, entries, sheets
from tests.received.ofd.making import ofd, page
from workstation.actions.evidence.mappings import read_with, tables_of
from workstation.evidence.statements.readers import LAYOUTS, read_any_statement
from workstation.evidence.statements.statement import analyse
from workstation.received.pdf.grid import PdfList

ROWS = entries(40)
MM = 25.4 / 72


def advances(op: Op) -> list[float]:
    """Half a square for what is not Chinese, as the fonts have it that banks name and do not embed."""
    return [op[2] * MM * (0.5 if char.isascii() else 1) for char in op[3]]


def line(ops: Sequence[Op], height: float) -> str:
    """Cells on one base line as one text code: from one to the next by a long distance."""
    left, base, size, _ = ops[0]
    moves = [move for op in ops for move in [*advances(op)[:-1], 0]]
    at = 0
    for op, following in pairwise(ops):
        at += len(op[3])
        moves[at - 1] = (following[0] - op[0]) * MM - sum(advances(op)[:-1])
    delta = f' DeltaX="{" ".join(f"{move:.3f}" for move in moves[:-1])}"' if len(moves) > 1 else ""
    words = escape("".join(op[3] for op in ops))
    return (
        f'<ofd:TextObject ID="5" Boundary="{left * MM:.3f} {(height - base - size) * MM:.3f} 200 {size * MM:.3f}" Font="3"'
        f' Size="{size * MM:.4f}"><ofd:TextCode X="0" Y="{size * MM:.3f}"{delta}>{words}</ofd:TextCode></ofd:TextObject>'
    )


def statement_ofd(layout: str, whole_lines: bool) -> bytes:
    clothes = PRINTED[layout]
    width, height = (595.28, 841.89) if clothes.upright else (841.89, 595.28)
    area = f"<ofd:Area><ofd:PhysicalBox>0 0 {width * MM:.3f} {height * MM:.3f}</ofd:PhysicalBox></ofd:Area>"
    made = []
    for sheet in sheets(layout, ROWS):
        ops = [*sheet.frame, *(op for _, row in sheet.rows for op in row)]
        together: dict[float, list[Op]] = {}
        for op in ops:
            together.setdefault(op[1] if whole_lines else len(together), []).append(op)
        made.append(page(*(line(sorted(row), height) for row in together.values()), head=area))
    return ofd(*made)


@pytest.mark.parametrize(
    ("layout", "whole_lines"), [("icbc.printed", False), ("wechat.proof", False), *((one, True) for one in PRINTED)]
)
def test_every_layout_is_read_like_the_list_it_was_set_from(layout: str, whole_lines: bool) -> None:
    statement = read_any_statement(statement_ofd(layout, whole_lines), "list.ofd")
    assert (statement.layout, statement.rows_read, statement.rows_left_out) == (layout, 40, ())
    assert [(one.on, one.amount.minor) for one in statement.transactions] == [
        (one.at.date(), one.minor) for one in ROWS
    ]
    assert [one.code for one in analyse(statement).findings if one.code != "round_figures"] == []


def test_the_desk_reads_it_too() -> None:
    data = statement_ofd("icbc.printed", False)
    assert read_with(data, "list.ofd", LAYOUTS).rows_read == 40
    found = tables_of(data, "list.ofd")
    assert isinstance(found, PdfList) and len(found.tables[0]) > 40
