"""`statement`, `talk check`: a file read and judged; no desk is opened."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workstation.cli.answers import Answer
from workstation.cli.deskless.calc import read_source
from workstation.conversation.wording.check import finding_of, marks
from workstation.dates import SystemClock
from workstation.errors import Finding, Refused
from workstation.evidence.statements.layout import Layout
from workstation.evidence.statements.readers import read_any_statement
from workstation.evidence.statements.statement import Statement, statement_json
from workstation.policy.rules import label
from workstation.received.apart.readers import IN_PROCESS, Readers
from workstation.received.regular_file import MAX_LIST
from workstation.wording import Wording

if TYPE_CHECKING:
    from workstation.evidence.credit_report.report import CreditReport


_NO_STATEMENT: Final = frozenset({"statement_layout_unknown", "statement_pdf_no_list"})
_MAX_NOTE: Final = 1 << 20
"""A note or a letter; a book is not judged."""


def statement(
    given: argparse.Namespace,
    readers: Readers = IN_PROCESS,
    today: date | None = None,
    wording: Wording | None = None,
) -> Answer:
    """Read and analyse a statement file in the shape of the contract, by a layout mapped by hand when one is given.

    With ``--compute-formulas`` formulas without a stored result are computed by the LibreOffice of this machine. A credit report
    is told as such, in a shape of its own.
    """
    from workstation.actions.formulas import read_computed

    layouts = _mapped(given.mapping)
    name, data = _submitted(given, readers)
    roots = _trusted(given.trust, readers, today or SystemClock().today())
    if given.recognise:
        from workstation.actions.evidence.recognition import recognised_file

        return statement_json(recognised_file(data, name, layouts, readers), today)

    def read(computed: bytes) -> Statement:
        if layouts is None:
            return read_any_statement(data, name, readers, computed, roots=roots)
        from workstation.actions.evidence.mappings import read_with

        return read_with(data, name, layouts, readers, computed)

    try:
        return statement_json(read_computed(given.compute_formulas, data, name, read), today)
    except Refused as refused:
        report = _credit_report(refused, data, name, readers)
        if report is None:
            raise
    from workstation.cli.evidence import report_json

    return report_json(report, wording or Wording("en"))


def _credit_report(refused: Refused, data: bytes, name: str, readers: Readers) -> CreditReport | None:
    """The report in a file that holds no known statement, None where it is none."""
    if refused.findings[0].code not in _NO_STATEMENT:
        return None
    from workstation.actions.evidence.credit_reports import looks_like_report, report_of

    return report_of(data, name, readers) if looks_like_report(data, name, readers) else None


def _trusted(files: Sequence[str], readers: Readers, today: date) -> tuple[bytes, ...]:
    """The certificates of the authorities that were named, DER."""
    if not files:
        return ()
    from workstation.actions.evidence.trust_roots import authority_of

    return tuple(authority_of(Path(file), readers, today).der for file in files)


def _mapped(mapping: str) -> tuple[Layout, ...] | None:
    if not mapping:
        return None
    from workstation.actions.evidence.mappings import mapping_of

    return (mapping_of(Path(mapping)).layout(),)


def _submitted(given: argparse.Namespace, readers: Readers) -> tuple[str, bytes]:
    """Name and bytes of the file that is meant, out of its container where one is to be opened."""
    if not given.password_file and not given.member:
        return Path(given.file).name, read_source(given.file, MAX_LIST)
    from workstation.actions.evidence.containers import file_inside
    from workstation.cli.opening import opening_of

    opening = opening_of(given)
    assert opening is not None
    found = file_inside(Path(given.file), opening, readers)
    return found.name, found.data


def talk_check(given: argparse.Namespace, wording: Wording) -> Answer:
    """What in the text of a file (``-``: standard input) has no place in a note or letter. Raises `Refused` for what is no text."""
    text = _as_text(read_source(given.file, _MAX_NOTE), given.file)
    found = [
        {
            "start": mark.start,
            "end": mark.end,
            "words": mark.word,
            "kind": mark.phrase.kind,
            "severe": mark.severe,
            "instead": label(mark.phrase.instead, wording.language),
            "message": wording.finding(finding_of(mark, "")),
        }
        for mark in marks((), text)
    ]
    return {"file": given.file, "severe": any(one["severe"] for one in found), "marks": found}


def _as_text(data: bytes, name: str) -> str:
    """The text of a note in UTF-8 or GB 18030; whatever else is refused (note_unreadable), never guessed."""
    for encoding in ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            return data.decode(encoding)
    raise Refused(Finding("note_unreadable", name, {"file": name}))
