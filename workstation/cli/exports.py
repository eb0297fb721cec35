"""The export commands: one table of a case as CSV, many cases as one workbook or as packets and workbooks in a folder."""

from __future__ import annotations

import argparse
import os
from dataclasses import replace
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.actions.outputs import write_output
from workstation.actions.papers import batch_export, workbooks
from workstation.casework.case_file import CaseFile
from workstation.cli.answers import Answer, finding_json
from workstation.cli.grammar.arguments import MOST_PROCESSES, whole_number
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
    sheets = source.write(Path(given.out))
    return {"file": given.out, "cases": len(source.case_ids), "schedules": sheets}


def write_cases(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Packets and workbook of the cases found; what one lacks is told and stops no other."""
    processes = (
        whole_number("--processes", given.processes, 1, MOST_PROCESSES) if given.processes else os.cpu_count() or 1
    )
    case_ids = workbooks.portfolio_source(desk, search=given.search).case_ids
    written = batch_export.export_cases(desk, case_ids, Path(given.out), processes)
    return {"cases": [_exported_json(one, wording) for one in written]}


def _exported_json(one: batch_export.CaseExported, wording: Wording) -> Answer:
    return {
        "number": one.number,
        "files": [str(path) for path in one.files],
        "findings": [finding_json(finding, wording) for finding in one.findings],
    }
