"""What leaves the desk: the packet for a bank and the case workbook. A closed gate refuses the final packet, whoever asks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from workstation.actions import debtor_papers
from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.casework.paper_kinds import KINDS, PaperAsked, PaperState, paper_kind, paper_state
from workstation.casework.printed import PrintedPacket
from workstation.documents.exhibit_figures import exhibit_items
from workstation.documents.figures import packet_figures
from workstation.documents.packet import Exhibit, Packet, build_packet, build_paper
from workstation.documents.seal import Seal, read_seal
from workstation.documents.statement_pdf import read_any_statement
from workstation.documents.workbook import case_workbook
from workstation.documents.workbook_figures import workbook_figures
from workstation.errors import Finding, Refused, refuse_if
from workstation.evidence.statements.statement import Analysis, analyse
from workstation.identity import new_id
from workstation.store.files import write_whole


def packet(desk: Desk, case_id: str, bank: str, draft: bool = False) -> Packet:
    """The bound application of a case for one bank.

    A final one is refused (`Refused`, all findings) while any gate is closed; otherwise its bytes go into the vault and its
    hash on record, so that it can be printed again to the byte. Asked again while nothing has changed, it is the same packet,
    not a new version. A draft bears its mark on every page and is not recorded. A bank without an account in this case is
    refused either way.
    """
    file = load_case(desk, case_id)
    _refuse_strange_bank(file, bank)
    if draft:
        return _built(desk, file, bank, draft=True)
    refuse_if(gates.final_packet_findings(file, bank))
    made = _built(desk, file, bank, draft=False)
    if not desk.store.find(PrintedPacket, case_id=case_id, sha256=made.sha256):
        _record(desk, file, bank, made)
    return made


def preview_packet(desk: Desk, case_id: str, bank: str) -> Packet:
    """The packet as it would leave now: final when every gate is open, marked as a draft otherwise. Nothing is recorded."""
    file = load_case(desk, case_id)
    _refuse_strange_bank(file, bank)
    return _built(desk, file, bank, draft=bool(gates.final_packet_findings(file, bank)))


def paper_kinds(desk: Desk, case_id: str, bank: str = "") -> tuple[PaperState, ...]:
    """Every kind of paper, with what keeps it from being written for this case and what leaves a draft mark on it.

    ``bank``: the one that papers for a bank would go to; the first of the case when not told.
    """
    file = load_case(desk, case_id)
    asked = PaperAsked(bank or next(iter(file.banks), ""))
    return tuple(paper_state(file, kind, asked) for kind in KINDS)


def paper(desk: Desk, case_id: str, bank: str, kind: str, until: date | None = None) -> Packet:
    """One paper by itself. Raises `Refused` with all that keeps it from being written (`paper_state`), or ``paper_unknown``.

    ``until`` is the last day it names, where it names one (default: as the desk has settled).
    """
    found = paper_kind(kind)
    if found is None:
        known = ", ".join(one.name for one in KINDS)
        raise Refused(Finding("paper_unknown", kind, {"paper": kind, "known": known}))
    file, asked = load_case(desk, case_id), PaperAsked(bank, until)
    state = paper_state(file, found, asked)
    refuse_if(state.findings)
    if not found.bound:
        return debtor_papers.WRITERS[kind](file, asked)
    figures = packet_figures(file, bank, 1, _income_gaps(file, _contents(desk, file, bank)))
    return build_paper(figures, kind, draft=bool(state.marked))


def printed_packets(desk: Desk, case_id: str) -> tuple[PrintedPacket, ...]:
    """Every final packet of a case, oldest first."""
    return desk.store.find(PrintedPacket, case_id=case_id)


def reprint(desk: Desk, printed_id: str) -> bytes:
    """The bytes of a packet that left the desk, exactly as it left. Raises `Damaged` when its vault file no longer matches."""
    return desk.vault.read(desk.store.get(PrintedPacket, printed_id).sha256)


def workbook(desk: Desk, case_id: str) -> bytes:
    """The Excel workbook of a case with the schedules of its chosen plans."""
    return case_workbook(workbook_figures(load_case(desk, case_id)))


def check_packet(path: Path) -> Seal:
    """Whether a packet is still the one that the code on it names; needs no desk. Raises `Refused` for a file without our code."""
    try:
        seal = read_seal(path.read_bytes())
    except OSError as error:
        raise Refused(Finding("file_missing", path.name, {"file": path.name})) from error
    if seal is None:
        raise Refused(Finding("packet_without_code", path.name, {"file": path.name}))
    return seal


def write_file(path: Path, data: bytes) -> None:
    """Write a paper so that a crash leaves the old file or the new one. Raises `Refused` (file_unwritable)."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        figures = {"file": path.name, "reason": error.strerror or ""}
        raise Refused(Finding("file_unwritable", path.name, figures)) from error


def _refuse_strange_bank(file: CaseFile, bank: str) -> None:
    if not file.accounts_at(bank):
        raise Refused(Finding("bank_has_no_account", "case.accounts", {"bank": bank}))


def _built(desk: Desk, file: CaseFile, bank: str, draft: bool) -> Packet:
    """The next version; when the last one still says the same as it did on its day, that one again."""
    contents = _contents(desk, file, bank)
    printed = desk.store.find(PrintedPacket, case_id=file.case.id, bank=bank)
    if printed and not draft:
        last = printed[-1]
        again = _build(file, bank, contents, last.version, draft)
        if again.sha256 == last.sha256:
            return again
    return _build(file, bank, contents, len(printed) + 1, draft)


def _contents(desk: Desk, file: CaseFile, bank: str) -> dict[str, bytes]:
    """Item id → the original bytes of every exhibit that goes to a bank."""
    return {item.id: desk.vault.read(item.sha256) for _, item in exhibit_items(file, bank)}


def _build(file: CaseFile, bank: str, contents: Mapping[str, bytes], version: int, draft: bool) -> Packet:
    figures = packet_figures(file, bank, version, _income_gaps(file, contents))
    return build_packet(figures, [Exhibit(item_id, data) for item_id, data in contents.items()], draft)


def _record(desk: Desk, file: CaseFile, bank: str, made: Packet) -> None:
    stored = desk.vault.keep(made.pdf, f"{file.case.number} {bank}")
    before = len(desk.store.find(PrintedPacket, case_id=file.case.id, bank=bank))
    desk.store.add(
        PrintedPacket(
            id=new_id(),
            case_id=file.case.id,
            bank=bank,
            version=before + 1,
            sha256=stored.sha256,
            pages=made.pages,
            at=desk.clock.now(),
            by=desk.agent,
            draft=False,
        )
    )


def _income_gaps(file: CaseFile, contents: Mapping[str, bytes]) -> tuple[str, ...]:
    """The months (``2026-08``) that some statement of the case covers and in which none of them shows income."""
    analyses = [
        analysis
        for item in file.live_items
        if item.id in contents and (analysis := _analysis(contents[item.id], item.file_name)) is not None
    ]
    gaps = {gap for analysis in analyses for gap in analysis.income_gaps}
    earned = {month.month for analysis in analyses for month in analysis.months if month.income}
    return tuple(sorted(gaps - earned))


def _analysis(data: bytes, name: str) -> Analysis | None:
    """The analysis of an exhibit that is a statement of a known layout; None for every other proof."""
    try:
        return analyse(read_any_statement(data, name))
    except Refused:
        return None
