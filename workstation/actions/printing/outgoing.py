"""Papers on their way to a printer: what is ready to go, the record that each printing leaves, and many cases in one run.

Each of them passes a gate: whatever the way, a final packet goes through `papers.keep_packet`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Final, Literal, Protocol

from workstation.actions.banks import bank_forms
from workstation.actions.banks.bank_forms import BANK_FORM, CaseForm, FinalFormSource
from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.outputs import write_output
from workstation.actions.papers.packet import packets
from workstation.actions.papers.packet.source import PacketSource, PaperSource
from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.casework.paper_kinds import paper_kind
from workstation.casework.print_order import PrintOrder, order_findings
from workstation.casework.printed import PACKET, PrintRecord, file_name, whole_print
from workstation.documents.packet.build import Packet
from workstation.errors import Damaged, Finding, Refused, StorageFailed, refuse_if
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.plan.version import PlanChoice

OutgoingSource = PacketSource | PaperSource | FinalFormSource
Made = Packet
State = Literal["waiting", "printing", "printed", "already", "failed", "cancelled"]
SETTLED: Final[frozenset[State]] = frozenset({"printed", "already", "failed", "cancelled"})


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One paper of one case wanted on paper. ``kind`` is `PACKET`, `BANK_FORM` or the name of a paper kind."""

    case_id: str
    number: str
    name: str
    bank: str
    kind: str = PACKET


@dataclass(frozen=True, slots=True)
class OutgoingPaper:
    """A paper as it goes to the printer. ``packet_id`` names the recorded version when it is a packet."""

    case_id: str
    number: str
    bank: str
    kind: str
    pdf: bytes
    sha256: str
    pages: int
    draft: bool = False
    packet_id: str = ""

    @property
    def title(self) -> str:
        """How the printer's queue names it: without the debtor's name, since that list is open to others."""
        return f"{self.number} {self.kind}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job. ``findings`` say why it failed; ``record`` is the printing it made, or the one made before."""

    job: PrintJob
    state: State
    findings: tuple[Finding, ...] = ()
    record: PrintRecord | None = None


class Printer(Protocol):
    """Takes papers in. ``on_paper``: whether what it takes ends on paper, so that a print record is due."""

    on_paper: bool

    def send(self, order: PrintOrder, paper: OutgoingPaper) -> None:
        """Hand a paper over whole. Raises `Refused` with the reason when it is not taken."""
        ...


class FolderPrinter:
    """Writes each paper into a folder instead; that leaves no print record."""

    on_paper = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, order: PrintOrder, paper: OutgoingPaper) -> None:
        """Write the file whole. Raises `Refused` (file_unwritable)."""
        write_output(self.folder / file_name(paper.number, paper.bank, paper.kind), paper.pdf)


def no_printer() -> Finding:
    """What is said when an order names no printer."""
    return Finding("printer_missing", FieldRef.PRINT_PRINTER)


def same_source(one: OutgoingSource, other: OutgoingSource) -> bool:
    """Whether two would be written alike; versions that left meanwhile make no difference as long as the case is."""
    if type(one) is not type(other) or (one.kind, one.bank, one.draft) != (other.kind, other.bank, other.draft):
        return False
    same_request = getattr(one, "request", None) == getattr(other, "request", None)
    return same_request and one.file == other.file


def print_records(desk: Desk, case_id: str) -> tuple[PrintRecord, ...]:
    """Every printing of a case, oldest first."""
    return desk.store.find(PrintRecord, case_id=case_id)


def ready_jobs(desk: Desk, case_ids: Iterable[str] = ()) -> Iterator[PrintJob]:
    """The packet of every bank to which it may go now; of all cases when none is named."""
    return chain.from_iterable(ready_by_case(desk, case_ids))


def ready_by_case(desk: Desk, case_ids: Iterable[str] = ()) -> Iterator[tuple[PrintJob, ...]]:
    """As `ready_jobs`, case by case as they are read; nothing for one that is not ready."""
    wanted = tuple(case_ids) or dict.fromkeys(case_id for (case_id,) in desk.store.texts(PlanChoice, "case_id"))
    for case_id in wanted:
        file = load_case(desk, case_id)
        yield tuple(
            PrintJob(case_id, file.case.number, file.debtor.name, bank)
            for bank in file.addressees
            if not gates.final_packet_findings(file, bank)
        )


def jobs_of(desk: Desk, case_ids: Iterable[str], kind: str = PACKET) -> tuple[PrintJob, ...]:
    """One paper for each of these cases, a packet for each bank of theirs; gates are judged when its turn comes."""
    return tuple(chain.from_iterable(jobs_by_case(desk, case_ids, kind)))


def jobs_by_case(desk: Desk, case_ids: Iterable[str], kind: str = PACKET) -> Iterator[tuple[PrintJob, ...]]:
    """As `jobs_of`, case by case as they are read."""
    wanted = paper_kind(kind)
    by_bank = wanted is None or "bank" in wanted.needs
    for case_id in case_ids:
        file = load_case(desk, case_id)
        banks = (file.addressees or ("",)) if by_bank else ("",)
        yield tuple(PrintJob(case_id, file.case.number, file.debtor.name, bank, kind) for bank in banks)


def source_of(desk: Desk, job: PrintJob) -> OutgoingSource:
    """All that a job is made of. Raises `Refused`: whatever forbids a final packet, or that paper."""
    if job.kind == PACKET:
        return packets.packet_source(desk, job.case_id, job.bank, draft=False)
    if job.kind == BANK_FORM:
        return FinalFormSource(bank_forms.case_form_source(desk, job.case_id, job.bank))
    return packets.paper_source(desk, job.case_id, job.bank, job.kind)


def prepared(source: OutgoingSource, made: Packet | None = None) -> Packet:
    """Build a paper, unless it is ``made`` already, and put what goes on record into the vault: on any thread, before `release`."""
    made = made or source.build()
    if isinstance(source, PacketSource):
        source.store(made)
    return made


def release(desk: Desk, source: OutgoingSource, made: Packet) -> OutgoingPaper:
    """Make ready what was built: a packet goes on record first (refused as `papers.keep_packet`), a single paper as it is."""
    case = source.file.case
    packet_id = packets.keep_packet(desk, source, made).id if isinstance(source, PacketSource) else ""
    return OutgoingPaper(
        case.id, case.number, source.bank, source.kind, made.pdf, made.sha256, made.pages, source.draft, packet_id
    )


def outgoing_form(file: CaseFile, made: CaseForm) -> OutgoingPaper:
    """A filled form of a bank on its way to a printer."""
    form, case = bank_forms.written(made), file.case
    return OutgoingPaper(case.id, case.number, made.bank, BANK_FORM, form.pdf, form.sha256, form.pages, made.draft)


def handing_over(
    desk: Desk, send: Callable[[PrintOrder, OutgoingPaper], None], order: PrintOrder, paper: OutgoingPaper
) -> Callable[[], None]:
    """What keeps a paper's bytes, then gives it to a printer: on any thread, before `record_print`. Raises as ``send`` does."""
    vault = desk.vault

    def work() -> None:
        if not paper.packet_id:
            vault.keep(paper.pdf, paper.title)
        send(order, paper)

    return work


def record_print(desk: Desk, paper: OutgoingPaper, order: PrintOrder, at: datetime | None = None) -> PrintRecord:
    """Put on record that a printer took a paper; the vault keeps the paper's bytes, so that it can be shown what was handed out.

    ``at``: when the printer took it, where that was not just now.
    """
    if not desk.vault.holds(paper.sha256):  # not stored by `handing_over`, or cleared away since
        desk.vault.keep(paper.pdf, paper.title)
    first, last = order.span(paper.pages)
    whole = (first, last) == (1, paper.pages)
    record = PrintRecord(
        id=new_id(),
        case_id=paper.case_id,
        kind=paper.kind,
        bank=paper.bank,
        sha256=paper.sha256,
        pages=last - first + 1,
        copies=order.copies,
        printer=order.printer,
        at=at or desk.clock.now(),
        by=desk.agent,
        part="" if whole else f"{first}-{last}",
        draft=paper.draft,
        packet_id=paper.packet_id,
    )
    desk.store.add(record)
    return record


def printed_before(desk: Desk, paper: OutgoingPaper) -> PrintRecord | None:
    """The last time just this paper was printed whole."""
    return whole_print(print_records(desk, paper.case_id), paper.kind, paper.bank, paper.sha256)


def print_jobs(
    desk: Desk, jobs: Iterable[PrintJob], order: PrintOrder, printer: Printer, again: bool = False
) -> Iterator[Outcome]:
    """Print one job after the other; one that fails does not stop the rest. What was printed before is not, unless ``again``."""
    for job in jobs:
        try:
            yield _print_one(desk, job, order, printer, again)
        except Refused as refused:
            yield Outcome(job, "failed", refused.findings)
        except Damaged as damaged:
            yield Outcome(job, "failed", (Finding("print_source_damaged", "print", {"reason": str(damaged)}),))


def _print_one(desk: Desk, job: PrintJob, order: PrintOrder, printer: Printer, again: bool) -> Outcome:
    source = source_of(desk, job)
    paper = desk.run(release, source, desk.compute(prepared, source))
    before = printed_before(desk, paper) if printer.on_paper else None
    if before is not None and not again:
        return Outcome(job, "already", record=before)
    if not printer.on_paper:
        desk.compute(printer.send, order, paper)
        return Outcome(job, "printed")
    refuse_if(order_findings(order, job.kind, paper.pages))
    desk.compute(handing_over(desk, printer.send, order, paper))
    try:
        return Outcome(job, "printed", record=desk.run(record_print, paper, order))
    except StorageFailed as failed:
        raise unrecorded(failed) from failed


def unrecorded(failed: StorageFailed) -> StorageFailed:
    """What to raise where a printer took a paper and that could not be put on record: it must not be taken for not printed."""
    return StorageFailed(Finding("print_unrecorded", "print"), *failed.findings)
