"""The export commands: one table of a case as CSV, many cases as one workbook."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from workstation.actions import exports, papers
from workstation.actions.desk import Desk
from workstation.casework.case_file import CaseFile
from workstation.cli.answers import Answer
from workstation.errors import Finding, Refused
from workstation.wording import Wording


def write_table(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """One table of a case."""
    papers.write_file(Path(given.out), exports.workbook_source(desk, file.case.id).table(given.table))
    return {"file": given.out, "table": given.table}


def write_portfolio(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The cases found, one row an account, with a schedule sheet a plan up to the limit."""
    source = exports.portfolio_source(desk, search=given.search)
    if given.schedules:
        source = replace(source, about=replace(source.about, schedules=_count(given.schedules)))
    sheets = source.write(Path(given.out))
    return {"file": given.out, "cases": len(source.case_ids), "schedules": sheets}


def _count(text: str) -> int:
    if not text.isdecimal():
        raise Refused(Finding("usage", "--schedules", {"reason": text, "usage": "--schedules N"}))
    return int(text)
