"""A statement on a scan or a photograph: read from recognised text, proven by its own arithmetic, confirmed by a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from workstation.errors import Finding
from workstation.evidence.recognised_text import RecognisedText
from workstation.evidence.statements.layout import Layout
from workstation.evidence.statements.pdf_statement import pdf_statement
from workstation.evidence.statements.readers import LAYOUTS, statement_of
from workstation.evidence.statements.transactions import Statement
from workstation.received.recognition.lists import recognised_list

_SURE: Final = 80
"""Hundredths: figures that the engine is less sure of are named. Printed pages come at 90 and more."""
_SHOWN: Final = 20


def recognised_statement(text: RecognisedText, name: str = "", layouts: Sequence[Layout] = LAYOUTS) -> Statement:
    """The statement in recognised text. Raises `Refused` as `pdf_statement` and `recognised_list`."""
    listed = recognised_list(text.pages, text.words, name)
    statement = pdf_statement(listed, lambda tables: statement_of(tables, layouts))
    return replace(statement, findings=(*statement.findings, *_findings(text, statement)))


def _findings(text: RecognisedText, statement: Statement) -> Iterator[Finding]:
    if not text.confirmed:
        yield Finding("recognised_unconfirmed", "statement", {"engine": text.engine})
    if all(one.balance is None for one in statement.transactions):
        yield Finding("recognised_unproven", "statement")
    unsure = [one for one in text.words if one.score < _SURE and any(sign.isdigit() for sign in one.text)]
    for word in unsure[:_SHOWN]:
        figures = {"page": str(word.page + 1), "text": word.text, "score": str(word.score)}
        yield Finding("recognised_unsure", f"page {word.page + 1}", figures)
