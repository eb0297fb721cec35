"""The check of a desk on the command line, and its salvage into a new one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.actions.integrity import check_desk
from workstation.actions.upkeep import list_maker, quarantine_orphans
from workstation.cli.answers import Answer, finding_json
from workstation.cli.sharing import quarantine_json
from workstation.dates import Clock
from workstation.store.quarantine import Quarantined
from workstation.wording import Wording


def check(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Look at everything; what no record names is set aside, unless the desk can only be read. ``--mend-list``: after the list of
    cases was made anew.
    """
    mended = list_maker(desk)(lambda done, total: None) if given.mend_list else None
    report = check_desk(desk)
    # With damaged pages nobody knows what is named.
    moved = desk.run(quarantine_orphans) if report.may_set_aside and not desk.read_only else Quarantined()
    findings = (*desk.opening_findings, *report.findings)
    return {
        "findings": [finding_json(finding, wording) for finding in findings],
        "spare_files_removed": moved.set_aside,
        "files_brought_back": moved.brought_back,
        "files": report.files,
        "records": report.records,
        "log_entries": report.entries,
        "quarantine": quarantine_json(desk),
        "whole": not findings,
        **({} if mended is None else {"list_made_anew": mended}),
        "read_only": desk.read_only,
    }


def tell_opening(desk: Desk, given: argparse.Namespace, wording: Wording) -> None:
    """Say on standard error how the desk was found, if there is anything to say; a check says it in its answer."""
    if (given.command, given.verb) != ("desk", "check"):
        for finding in desk.opening_findings:
            sys.stderr.write(wording.finding(finding) + "\n")


def salvage(folder: Path, passphrase: str, given: argparse.Namespace, wording: Wording, clock: Clock) -> Answer:
    """Bring what can be read into a new desk, and name what is lost."""
    from workstation.actions.salvage import salvage_desk

    report = salvage_desk(folder, Path(given.new_folder), passphrase, clock)
    return {
        "desk": str(report.folder),
        "tables": [
            {"table": one.table, "kept": one.kept, "lost": one.lost, "uncertain": one.uncertain}
            for one in report.tables
        ],
        "files": report.files,
        "findings": [finding_json(finding, wording) for finding in report.findings],
    }
