"""The log of the desk on the command line: verified, written out, and what verifies it elsewhere."""

from __future__ import annotations

import argparse
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.actions.outputs import write_output
from workstation.actions.oversight import log, timeline
from workstation.cli.answers import Answer
from workstation.cli.cases import case_named
from workstation.errors import refuse_if
from workstation.wording import Wording


def verify(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The desk's own log, or one that was written out; what is wrong is a refusal."""
    heads = [log.head_named(text, "--head") for text in given.head]
    report = log.verify_exported(Path(given.file), heads) if given.file else log.verify_log(desk, heads)
    refuse_if(report.findings)
    return {"whole": True, "entries": report.entries, "head": str(report.head), "rows": report.rows}


def of_case(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The timeline of a case, or the same as a workbook or CSV."""
    file = case_named(desk, given.case)
    every = timeline.timeline(desk, file.case.id)
    reasons = timeline.line_reasons(desk, file.case.id, every, wording)
    wanted = timeline.Chosen(reason=given.search)
    days = (file.day_of(one.at) for one in every)
    lines = [
        pair
        for pair, day in zip(zip(every, reasons, strict=True), days, strict=True)
        if wanted.takes(pair[0], day, pair[1])
    ]
    if given.out:
        timeline.write_timeline(desk, Path(given.out), lines, wording)
    return {
        "entries": [
            {
                "number": one.number,
                "at": one.at.isoformat(),
                "by": one.by,
                "vouched": one.vouched,
                "action": one.action,
                "what": timeline.said(one.changes, wording),
                "reason": reason,
            }
            for one, reason in lines
        ]
    }


def export(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """All entries into a file, or the program that verifies such a file."""
    if given.verifier:
        write_output(Path(given.file), log.verifier().encode())
        return {"file": given.file}
    return {"file": given.file, "entries": log.export_log(desk, Path(given.file))}
