"""The commands about papers: the packet of a bank, single papers and what each of them still lacks, the workbook."""

from __future__ import annotations

import argparse
from pathlib import Path

from workstation.actions import exports, papers
from workstation.actions.desk import Desk
from workstation.casework.case_file import CaseFile
from workstation.casework.paper_kinds import PaperState
from workstation.cli.answers import Answer, finding_json
from workstation.dates import parse_day
from workstation.wording import Wording


def write_packet(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """The bound application for one bank."""
    packet = desk.run(papers.packet, file.case.id, given.bank, given.draft)
    papers.write_file(Path(given.out), packet.pdf)
    return {
        "file": given.out,
        "pages": packet.pages,
        "sha256": packet.sha256,
        "code": packet.code,
        "draft": given.draft,
    }


def write_paper(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """One paper by itself."""
    until = parse_day(given.until) if given.until else None
    made = papers.paper(desk, file.case.id, _bank(file, given), given.kind, until)
    papers.write_file(Path(given.out), made.pdf)
    return {"file": given.out, "pages": made.pages, "sha256": made.sha256, "code": made.code}


def list_papers(desk: Desk, file: CaseFile, given: argparse.Namespace, wording: Wording) -> Answer:
    """Every kind of paper and what stands in its way."""
    states = papers.paper_kinds(desk, file.case.id, _bank(file, given))
    return {"number": file.case.number, "papers": [_listed(state, wording) for state in states]}


def write_workbook(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """The workbook of a case."""
    papers.write_file(Path(given.out), exports.workbook(desk, file.case.id))
    return {"file": given.out}


def _bank(file: CaseFile, given: argparse.Namespace) -> str:
    return given.bank or next(iter(file.banks), "")


def _listed(state: PaperState, wording: Wording) -> Answer:
    kind = state.kind
    return {
        "kind": kind.name,
        "title": wording.text(f"paper_kind.{kind.name}"),
        "for": kind.reader,
        "needs": list(kind.needs),
        "may": list(kind.may),
        "draft": bool(state.marked),
        "findings": [finding_json(finding, wording) for finding in state.findings],
    }
