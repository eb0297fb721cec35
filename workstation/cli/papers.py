"""The commands about papers: the packet of a bank, single papers and what each of them still lacks, the workbook."""

from __future__ import annotations

import argparse
from pathlib import Path

from workstation.actions.banks import bank_forms
from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.outputs import write_output
from workstation.actions.papers import workbooks
from workstation.actions.papers.entries import save_entries
from workstation.actions.papers.letter_wording import waive_wording
from workstation.actions.papers.packet import check as packet_check
from workstation.actions.papers.packet import packets
from workstation.casework.case_file import CaseFile
from workstation.casework.letter_wording import letter_findings, standing_waiver
from workstation.casework.paper_kinds import PaperState
from workstation.casework.said.fields import paper_fields
from workstation.cli.answers import Answer, finding_json
from workstation.cli.plans import kept_version
from workstation.day_text import read_day
from workstation.documents.packet.code.scanned import ScannedCode
from workstation.errors import Finding, Refused
from workstation.received.apart.readers import Readers
from workstation.wording import Wording


def write_packet(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """The bound application for one bank."""
    packet = packets.packet(desk, file.case.id, given.bank, given.draft)
    write_output(Path(given.out), packet.pdf)
    return {
        "file": given.out,
        "pages": packet.pages,
        "sha256": packet.sha256,
        "code": packet.code,
        "draft": given.draft,
        "findings": [finding_json(finding, Wording(given.language)) for finding in packet.findings],
    }


def check_packet(given: argparse.Namespace, readers: Readers) -> Answer:
    """Whether a file is what its code names; of a scan what its QR code tells."""
    found = packets.check_packet(Path(given.file), readers)
    if isinstance(found, ScannedCode):
        facts = found.text.splitlines()
        return {"file": given.file, "code": found.code, "scanned": True, "page": found.page, "facts": facts}
    facts = found.facts.splitlines()
    return {"file": given.file, "code": found.code, "sha256": found.digest, "intact": found.intact, "facts": facts}


def find_packet(desk: Desk, given: argparse.Namespace) -> Answer:
    """The paper of this desk that bears a code, and what its QR code must tell."""
    source = packet_check.check_source(desk)
    path = Path(given.code)
    found = source.check(path) if path.is_file() else source.find(given.code)
    left = found.left
    if not found.code:
        raise Refused(Finding("packet_without_code", path.name, {"file": path.name}))
    if left is None:
        raise Refused(Finding("packet_not_ours", "code", {"code": found.code or given.code}))
    return {
        "code": found.code,
        "number": left.number,
        "bank": left.bank,
        "paper": left.kind,
        "version": left.version,
        "sha256": left.sha256,
        "at": left.at.isoformat(),
        "by": left.by,
        "verdict": found.verdict,
        "same_facts": found.difference is None,
        "facts": found.facts.splitlines(),
    }


def write_paper(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """One paper by itself."""
    if given.kind == bank_forms.BANK_FORM:
        return write_bank_form(desk, file, given)
    until = read_day(given.until, desk.clock.today()) if given.until else None
    plan = _plan(file, given.plan) if given.plan else ""
    made = packets.paper(desk, file.case.id, _bank(file, given), given.kind, until, plan, given.answer)
    write_output(Path(given.out), made.pdf)
    return {"file": given.out, "pages": made.pages, "sha256": made.sha256, "code": made.code}


def write_bank_form(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """The bank's own form, filled; marked as a draft while anything is missing, which is told."""
    made = bank_forms.case_form(desk, file.case.id, _bank(file, given), given.form, given.keep_fields)
    write_output(Path(given.out), made.filled.pdf)
    wording = Wording(given.language)
    empty = [row.finding for row in made.rows if row.finding is not None and not row.blocks]
    findings = (*made.closed, *empty, *made.filled.findings)
    return {
        "file": given.out,
        "form": made.source.id,
        "title": made.source.title,
        "pages": made.filled.pages,
        "draft": made.draft,
        "filled": list(made.filled.filled),
        "addendum": list(made.filled.addendum),
        "keeps_fields": given.keep_fields,
        "findings": [finding_json(finding, wording) for finding in findings],
    }


def list_papers(desk: Desk, file: CaseFile, given: argparse.Namespace, wording: Wording) -> Answer:
    """Every kind of paper and what blocks it."""
    states = packets.paper_kinds(desk, file.case.id, _bank(file, given))
    return {"number": file.case.number, "papers": [_listed(state, wording) for state in states]}


def paper_fields_of(desk: Desk, file: CaseFile, given: argparse.Namespace, wording: Wording) -> Answer:
    """The fields of a paper with what is said of each, after saying what was given."""
    bank = _bank(file, given)
    if given.set:
        desk.run(save_entries, file.case.id, bank, given.paper, dict(_pair(one) for one in given.set))
        file = load_case(desk, file.case.id)
    said = file.said(given.paper, bank)
    fields = [
        {
            "key": one.key,
            "field": one.title,
            "choices": dict(one.choices),
            "said": said.get(one.key, ""),
            "default": one.default,
        }
        for one in paper_fields(file, given.paper, bank, wording.language)
    ]
    return {"paper": given.paper, "bank": bank, "fields": fields}


def _pair(text: str) -> tuple[str, str]:
    """``KEY=TEXT``."""
    key, sign, said = text.partition("=")
    if not sign:
        raise Refused(Finding("paper_entry_unknown", f"entry.{text}", {"key": text, "known": "KEY=TEXT", "paper": ""}))
    return key.strip(), said


def letter_wording(desk: Desk, file: CaseFile, given: argparse.Namespace, wording: Wording) -> Answer:
    """What is against the wording of a letter, and the reason for which it stays."""
    bank = _bank(file, given)
    if given.reason:
        desk.run(waive_wording, file.case.id, bank, given.reason)
        file = load_case(desk, file.case.id)
    waiver = standing_waiver(file, bank)
    told = (
        {"reason": waiver.reason, "by": waiver.by, "at": waiver.at.isoformat(), "words": list(waiver.words)}
        if waiver
        else None
    )
    return {
        "bank": bank,
        "findings": [finding_json(one, wording) for one in letter_findings(file, bank)],
        "reason": told,
    }


def write_workbook(desk: Desk, file: CaseFile, given: argparse.Namespace) -> Answer:
    """The workbook of a case."""
    write_output(Path(given.out), workbooks.workbook(desk, file.case.id))
    return {"file": given.out}


def _plan(file: CaseFile, name: str) -> str:
    found = kept_version(file, name)
    if found is None:
        raise Refused(Finding("not_found", f"plan.{name}"))
    return found.id


def _bank(file: CaseFile, given: argparse.Namespace) -> str:
    return given.bank or next(iter(file.addressees), "")


def _listed(state: PaperState, wording: Wording) -> Answer:
    kind = state.kind
    return {
        "kind": kind.name,
        "title": wording.text(f"paper_kind.{kind.name}"),
        "for": kind.reader,
        "needs": list(kind.needs),
        "may": list(kind.may),
        "draft": bool(state.draft_findings),
        "findings": [finding_json(finding, wording) for finding in state.findings],
    }
