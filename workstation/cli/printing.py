"""The command that prints: packets or single papers of many cases, on a printer or into a folder; one that fails stops no other."""

from __future__ import annotations

import argparse
from pathlib import Path

from workstation.actions.banks.bank_forms import BANK_FORM
from workstation.actions.desk import Desk
from workstation.actions.printing import outgoing
from workstation.actions.printing.outgoing import FolderPrinter, Outcome, Printer
from workstation.actions.printing.spooler import CupsPrinter, has_cups
from workstation.casework.case_file import CaseFile
from workstation.casework.paper_kinds import KINDS, paper_kind
from workstation.casework.print_order import PrintOrder, order_findings
from workstation.casework.printed import PACKET
from workstation.cli.answers import Answer, finding_json
from workstation.errors import Finding, Refused, refuse_if
from workstation.wording import Wording


def print_queue(desk: Desk, files: list[CaseFile], given: argparse.Namespace, wording: Wording) -> Answer:
    """Print what was asked for; the answer tells of every paper what became of it."""
    if given.kind not in (PACKET, BANK_FORM) and paper_kind(given.kind) is None:
        known = ", ".join((PACKET, BANK_FORM, *(kind.name for kind in KINDS)))
        raise Refused(Finding("paper_unknown", given.kind, {"paper": given.kind, "known": known}))
    order = PrintOrder(given.printer or given.out, given.copies, given.sides)
    refuse_if(order_findings(order, given.kind, 1))
    case_ids = [file.case.id for file in files]
    jobs = outgoing.jobs_of(desk, case_ids, given.kind) if case_ids else outgoing.ready_jobs(desk)
    outcomes = outgoing.print_jobs(desk, tuple(jobs), order, _printer(given), given.again)
    return {"papers": [_outcome_json(outcome, wording) for outcome in outcomes]}


def _printer(given: argparse.Namespace) -> Printer:
    if given.out:
        return FolderPrinter(Path(given.out))
    if not has_cups():
        raise Refused(Finding("print_no_spooler", "--printer"))
    return CupsPrinter()


def _outcome_json(outcome: Outcome, wording: Wording) -> Answer:
    job, record = outcome.job, outcome.record
    return {
        "number": job.number,
        "bank": job.bank,
        "kind": job.kind,
        "state": outcome.state,
        "printed_at": record.at.isoformat() if record else None,
        "findings": [finding_json(finding, wording) for finding in outcome.findings],
    }
