"""`case statement`: assets, trade, past income and dependants of a case, told or replaced by a file of JSON."""

from __future__ import annotations

import argparse
from typing import Any

from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.casework.case_file import CaseFile
from workstation.cli.answers import Answer
from workstation.cli.cases import case_named
from workstation.cli.keep.given import question_given
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.plan.calc.question import Placed, Question
from workstation.profile.statement import ASSETS, KINDS, Statement, StatementLine, read_share, share_shown
from workstation.wording import Wording

_PAPER = "statement"


def case_statement(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Replace every entry by those of a file, where one is given; then tell what stands.

    Raises `Refused`: paper_not_in_pack where no paper of the case's rules asks for it, as `save_statement`.
    """
    file = case_named(desk, given.case)
    if _PAPER not in file.pack.filing.papers:
        raise Refused(Finding("paper_not_in_pack", FieldRef.CASE_PACK, {"pack": file.pack.id}))
    if given.file:
        said = read_statement(Question(question_given(given.file)), file)
        desk.run(cases.save_statement, said, file.statement)
        file = case_named(desk, given.case)
    return statement_json(file.statement)


def read_statement(question: Question, file: CaseFile) -> Statement:
    """The entries of a file; raises `Refused` with the key at fault."""
    currency = file.statement.currency
    lines = tuple(_line(one, currency) for one in question.each("lines", ()))
    said = Statement(file.case.id, lines, currency, question.text("employer_number", "").strip())
    question.refuse_unknown()
    return said


def _line(given: Question, currency: str) -> StatementLine:
    with Placed(given.path("share")):
        share = read_share(given.text("share")) if given.has("share") else None
    line = StatementLine(
        given.choice("kind", KINDS),
        given.text("name").strip(),
        given.money("amount", currency),
        given.whole("year") if given.has("year") else None,
        share,
        given.text("note", "").strip(),
    )
    given.refuse_unknown()
    return line


def statement_json(said: Statement) -> dict[str, Any]:
    """The entries as a file has them, and what the assets come to."""
    return {
        "currency": said.currency,
        "employer_number": said.employer_number,
        "lines": [_line_json(line) for line in said.lines],
        "assets": said.sum_of(*ASSETS).text(),
    }


def _line_json(line: StatementLine) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": line.kind, "name": line.name, "amount": line.amount.text()}
    if line.year is not None:
        told["year"] = line.year
    if line.share is not None:
        told["share"] = share_shown(line.share)
    return told | ({"note": line.note} if line.note else {})
