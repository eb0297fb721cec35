"""What leaves the desk on paper: the packet for a bank and single papers. A closed gate refuses the final packet, whoever asks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.evidence import mappings
from workstation.actions.papers.packet.source import PacketSource, PaperSource
from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.casework.packet_facts import CODE, LOG, packet_facts
from workstation.casework.paper_kinds import KINDS, PaperState, kinds_for, paper_kind, paper_state
from workstation.casework.paper_needs import Answer, PaperRequest
from workstation.casework.printed import PacketFact, PrintedPacket
from workstation.documents.packet.build import Packet
from workstation.documents.packet.code.scanned import ScannedCode, scanned_code
from workstation.documents.typesetting.seal import Seal, read_seal
from workstation.errors import Finding, Refused, refuse_if
from workstation.identity import new_id
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.regular_file import MAX_PAPER, whole


def packet(desk: Desk, case_id: str, bank: str, draft: bool = False) -> Packet:
    """The bound application of a case for one bank.

    A final one is refused (`Refused`, all findings) while any gate is closed; otherwise its bytes go into the vault and its
    hash on record, so that it can be printed again to the byte. Asked again while nothing has changed, it is the same packet,
    not a new version. A draft is watermarked on every page and is not recorded. A bank without an account in this case is
    refused either way. Built outside any transaction; a case that changed meanwhile is refused (``packet_outdated``).
    """
    source = packet_source(desk, case_id, bank, draft)
    made = desk.compute(source.build)
    if not draft:
        desk.compute(source.store, made)
        desk.run(keep_packet, source, made)
    return made


def packet_source(desk: Desk, case_id: str, bank: str, draft: bool | None = None) -> PacketSource:
    """All that a packet is made of, to be built on any thread; ``draft`` None marks it as one only while a gate is closed."""
    file = load_case(desk, case_id)
    _refuse_strange_bank(file, bank)
    closed = () if draft else gates.final_packet_findings(file, bank)
    if draft is False:
        refuse_if(closed)
    return PacketSource(
        file, bank, _versions(desk, case_id, bank), desk.vault, bool(draft or closed),
        mappings=mappings.taught(desk), readers=desk.readers, log=str(desk.store.ledger.head),
    )  # fmt: skip


def keep_packet(desk: Desk, source: PacketSource, made: Packet) -> PrintedPacket:
    """Record a packet that was built apart (and stored: `PacketSource.store`), before it leaves; once kept, not kept again.

    Raises `Refused`: what still forbids it, or ``packet_outdated`` when the case has changed since it was read.
    """
    now = load_case(desk, source.file.case.id)
    refuse_if(gates.final_packet_findings(now, source.bank))
    kept = _versions(desk, now.case.id, source.bank)
    known = any(one.sha256 == made.sha256 for one in kept)
    # Declarations elsewhere are in no packet, and the gates have just judged them; a packet once kept is one of them itself.
    same = replace(now, declarations=source.file.declarations, packets=source.file.packets) == source.file
    if source.draft or not same or not (known or kept == source.versions):
        raise Refused(Finding("packet_outdated", "packet"))
    return _record(desk, source, made)


def paper_kinds(desk: Desk, case_id: str, bank: str = "") -> tuple[PaperState, ...]:
    """The kinds of paper of the pack, with what keeps each from being written and what has it watermarked as a draft.

    ``bank``: the one that papers for a bank would go to; the first of the case when not told.
    """
    file = load_case(desk, case_id)
    request = PaperRequest(bank or next(iter(file.addressees), ""))
    return tuple(paper_state(file, kind, request) for kind in kinds_for(file))


def paper(
    desk: Desk, case_id: str, bank: str, kind: str, until: date | None = None, plan: str = "", answer: Answer = ""
) -> Packet:
    """One paper by itself. Raises `Refused` with all that keeps it from being written (`paper_state`), or ``paper_unknown``.

    ``until``, ``plan`` and ``answer`` as in `PaperRequest`; each is for the kinds that may be asked with it.
    """
    return paper_source(desk, case_id, bank, kind, until, plan, answer).build()


def paper_source(
    desk: Desk, case_id: str, bank: str, kind: str, until: date | None = None, plan: str = "", answer: Answer = ""
) -> PaperSource:
    """All that one paper is made of, to be built on any thread; refused as `paper`."""
    found = paper_kind(kind)
    if found is None:
        known = ", ".join(one.name for one in KINDS)
        raise Refused(Finding("paper_unknown", kind, {"paper": kind, "known": known}))
    file, request = load_case(desk, case_id), PaperRequest(bank, plan, until, answer)
    state = paper_state(file, found, request)
    refuse_if(state.findings)
    taught = mappings.taught(desk)
    return PaperSource(file, request, found, desk.vault, bool(state.draft_findings), taught, desk.readers)


def printed_packets(desk: Desk, case_id: str) -> tuple[PrintedPacket, ...]:
    """Every final packet of a case, oldest first."""
    return desk.store.find(PrintedPacket, case_id=case_id)


def check_packet(path: Path, readers: Readers = IN_PROCESS) -> Seal | ScannedCode:
    """Whether a packet is still the one that the code on it names; needs no desk: its bytes are searched, not read as a PDF.

    Of a scan or a photograph what its QR picture tells. Raises `Refused` as `whole`, and for a file without our code.
    """
    data = whole(path, MAX_PAPER)
    found = read_seal(data) or readers.read(Reading(path.name), scanned_code, data)
    if found is None:
        raise Refused(Finding("packet_without_code", path.name, {"file": path.name}))
    return found


def _refuse_strange_bank(file: CaseFile, bank: str) -> None:
    if not file.filed_with(bank):
        raise Refused(gates.strange_bank(file, bank))


def _versions(desk: Desk, case_id: str, bank: str) -> tuple[PrintedPacket, ...]:
    return desk.store.find(PrintedPacket, case_id=case_id, bank=bank)


def _record(desk: Desk, source: PacketSource, made: Packet) -> PrintedPacket:
    """One record for the same bytes, however often they leave."""
    case = source.file.case
    before = _versions(desk, case.id, source.bank)
    known = next((one for one in before if one.sha256 == made.sha256), None)
    if known is not None:
        return known
    if not desk.vault.holds(made.sha256):  # a check of the vault took it for a spare file since it was stored
        desk.vault.keep(made.pdf, source.title)
    of_file = (PacketFact(LOG, source.log), PacketFact(CODE, made.code))
    printed = PrintedPacket(
        id=new_id(),
        case_id=case.id,
        bank=source.bank,
        version=len(before) + 1,
        sha256=made.sha256,
        pages=made.pages,
        at=desk.clock.now(),
        by=desk.agent,
        draft=False,
        facts=(*packet_facts(source.file, source.bank), *(one for one in of_file if one.value)),
    )
    desk.store.add(printed)
    return printed
