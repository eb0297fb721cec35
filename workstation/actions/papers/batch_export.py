"""Packets and workbooks of many cases as files of one folder, built by several processes while this one reads and records.

Only a few cases are under way at a time, so that a thousand take no more memory than ten.
"""

from __future__ import annotations

import gc
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.evidence import mappings
from workstation.actions.outputs import write_output
from workstation.actions.papers.packet import packets as papers
from workstation.actions.papers.packet.source import PacketSource
from workstation.actions.papers.workbooks import WorkbookSource
from workstation.casework.printed import PACKET, file_name
from workstation.documents.packet.build import Packet
from workstation.errors import Damaged, Finding, Refused
from workstation.received.apart.readers import Readers
from workstation.store.files import remove_left_over
from workstation.store.listing.queries import Listed
from workstation.store.listing.wanted import Order

_SWEPT_AFTER: Final = 4
_AHEAD: Final = 2
"""Cases given to each process before their answers are taken."""


@dataclass(frozen=True)
class CaseSource:
    """One case before it is written: a packet for each of its banks, and the workbook. May cross to another process."""

    number: str
    packets: tuple[PacketSource, ...]
    workbook: WorkbookSource

    def build(self) -> CaseMade:
        """All of it; what one packet lacks keeps no other back."""
        packets = tuple(_built(source) for source in self.packets)
        bound = {source.bank: one for source, one in zip(self.packets, packets, strict=True) if isinstance(one, Packet)}
        return CaseMade(self, packets, self.workbook.build(bound))


@dataclass(frozen=True)
class CaseMade:
    """What became of a case: of each bank its packet or what kept it from being bound, and the workbook."""

    source: CaseSource
    packets: tuple[Packet | tuple[Finding, ...], ...]
    workbook: bytes


@dataclass(frozen=True, slots=True)
class CaseExported:
    """The files of one case, and what kept others from being written."""

    number: str
    files: tuple[Path, ...]
    findings: tuple[Finding, ...]


def cases_found(desk: Desk, search: str = "") -> Listed:
    """The cases to export by the words of the list, empty for all that it lists, read a page at a time.

    They go by number: an order in which no case moves while it, or another, is worked on.
    """
    return desk.store.case_list(search, order=Order("number", down=False))


def export_cases(
    desk: Desk,
    case_ids: Iterable[str],
    folder: Path,
    processes: int = 1,
    going_on: Callable[[int], None] = lambda read: None,
) -> Generator[CaseExported]:
    """Write packets and workbooks into ``folder``, case by case in the order given.

    A packet is watermarked as a draft while a gate is closed; a final one is on record before it leaves.
    ``processes``: how many build; with 1 it is this one. ``going_on`` is told before each case how many were read; when it raises
    KeyboardInterrupt, those are still written, and then it is raised. Raises `Refused` (``file_unwritable``).
    """
    remove_left_over(folder)
    with closing(desk.readers.for_many()) as readers:
        sources = _sources(desk, case_ids, readers, going_on)
        with closing(_built_cases(desk, sources, processes)) as cases:
            yield from _swept(desk, (_written(desk, made, folder) for made in cases))


def _built_cases(desk: Desk, sources: Iterator[CaseSource], processes: int) -> Generator[CaseMade]:
    """In their order; the processes end when this is closed."""
    if processes < 2:
        yield from (desk.compute(source.build) for source in sources)
        return
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), initializer=_begin) as pool:
        yield from _ahead(pool, sources, processes * _AHEAD)


def _begin() -> None:
    """A process that builds: Ctrl+C is for the one that asks it, and what is there at its beginning is not looked through again."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()


def _sources(
    desk: Desk, case_ids: Iterable[str], readers: Readers, going_on: Callable[[int], None]
) -> Iterator[CaseSource]:
    for read, case_id in enumerate(case_ids):
        going_on(read)
        yield _source(desk, case_id, readers)


def _swept(desk: Desk, exported: Iterable[CaseExported]) -> Iterator[CaseExported]:
    """As they come. Papers leave circles (a sheet and its workbook, a file and its pages) that hold megabytes, and the interpreter
    looks for those when they are many, not when they are large. Pages of the database that were read for a case help no other.
    """
    for number, one in enumerate(exported, 1):
        yield one
        if not number % _SWEPT_AFTER:
            gc.collect()
            desk.store.let_pages_go()


def _made(source: CaseSource) -> CaseMade:
    made = source.build()
    gc.collect()
    return made


def _source(desk: Desk, case_id: str, readers: Readers) -> CaseSource:
    file = load_case(desk, case_id)
    packets = (papers.packet_source(desk, case_id, bank) for bank in file.addressees)
    return CaseSource(
        file.case.number,
        tuple(replace(source, readers=readers) for source in packets),
        WorkbookSource(file, desk.vault, mappings.taught(desk), readers),
    )


def _ahead(pool: Executor, sources: Iterable[CaseSource], most: int) -> Iterator[CaseMade]:
    """The cases in order, at most ``most`` of them under way; those that are when it is stopped come, too."""
    waiting: deque[Future[CaseMade]] = deque()
    stopped: KeyboardInterrupt | None = None
    try:
        for source in sources:
            waiting.append(pool.submit(_made, source))
            if len(waiting) >= most:
                yield waiting.popleft().result()
    except KeyboardInterrupt as asked:
        stopped = asked
    while waiting:
        yield waiting.popleft().result()
    if stopped is not None:
        raise stopped


def _built(source: PacketSource) -> Packet | tuple[Finding, ...]:
    """Its bytes are in the vault before the parent process puts it on record."""
    try:
        made = source.build()
        source.store(made)
        return made
    except Refused as refusal:
        return refusal.findings
    except Damaged as damage:
        return (Finding("print_source_damaged", "print", {"reason": str(damage)}),)


def _written(desk: Desk, made: CaseMade, folder: Path) -> CaseExported:
    files: list[Path] = []
    findings: list[Finding] = []
    for source, packet in zip(made.source.packets, made.packets, strict=True):
        kept = _kept(desk, source, packet) if isinstance(packet, Packet) else packet
        if isinstance(kept, Packet):
            path = folder / file_name(made.source.number, source.bank, PACKET)
            write_output(path, kept.pdf, looked_through=True)
            files.append(path)
        else:
            findings += kept
    book = folder / f"{made.source.number}.xlsx"
    write_output(book, made.workbook, looked_through=True)
    return CaseExported(made.source.number, (*files, book), tuple(findings))


def _kept(desk: Desk, source: PacketSource, packet: Packet) -> Packet | tuple[Finding, ...]:
    """A final packet is put on record before its file leaves the desk; a case that changed meanwhile keeps its own back only."""
    try:
        if not source.draft:
            desk.run(papers.keep_packet, source, packet)
    except Refused as refusal:
        return refusal.findings
    return packet
