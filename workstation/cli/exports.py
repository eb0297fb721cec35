"""The export commands: one table of a case as CSV, many cases as one workbook or as packets and workbooks in a folder."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.actions.outputs import write_output
from workstation.actions.papers import batch_export, workbooks
from workstation.actions.papers.batch_export import CaseExported
from workstation.casework.case_file import CaseFile
from workstation.cli.answers import Answer, finding_json
from workstation.cli.grammar.arguments import MOST_PROCESSES, whole_number
from workstation.cli.intake.long_work import watched
from workstation.cli.parts import say_parts
from workstation.errors import Finding, Refused
from workstation.wording import Wording

_MOST_SCHEDULES = 10_000


def write_table(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """One table of a case."""
    write_output(Path(given.out), workbooks.workbook_source(desk, file.case.id).table(given.table))
    return {"file": given.out, "table": given.table}


def write_portfolio(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The cases found, one row an account, with a schedule sheet a plan up to the limit."""
    source = workbooks.portfolio_source(desk, search=given.search)
    if given.schedules:
        source = replace(
            source,
            about=replace(source.about, schedules=whole_number("--schedules", given.schedules, 0, _MOST_SCHEDULES)),
        )
    written = source.write(Path(given.out))
    return {"file": given.out, "cases": written.cases, "schedules": written.schedules}


def write_cases(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Packets and workbook of the cases found; what one lacks is told and stops no other.

    Each case is told once its files are there. Ctrl+C ends the work between two cases.
    """
    processes = (
        whole_number("--processes", given.processes, 1, MOST_PROCESSES) if given.processes else os.cpu_count() or 1
    )
    found = batch_export.cases_found(desk, given.search)
    case_ids = (line.case_id for line in found.each())
    with watched(lambda figure: wording.text("export_progress.cases", {"percent": figure}), writes=True) as step:
        written = batch_export.export_cases(
            desk, case_ids, Path(given.out), min(processes, found.count), lambda read: step(read, found.count)
        )
        with closing(written):
            parts = (_exported_json(one, wording) for one in _until_stopped(written, found.count))
            return say_parts(given, wording, "cases", parts)


def _until_stopped(written: Iterable[CaseExported], total: int) -> Iterator[CaseExported]:
    """As they come. Raises `Refused` (export_stopped) where Ctrl+C ended them."""
    count = 0
    try:
        for one in written:
            count += 1
            yield one
    except KeyboardInterrupt:
        raise Refused(Finding("export_stopped", "--out", {"cases": str(count), "total": str(total)})) from None


def _exported_json(one: CaseExported, wording: Wording) -> Answer:
    return {
        "number": one.number,
        "files": [str(path) for path in one.files],
        "findings": [finding_json(finding, wording) for finding in one.findings],
    }
