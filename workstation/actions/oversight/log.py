"""The log of what was done at this desk: judged against itself, the heads seen elsewhere and the rows; and written out."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.actions.outputs import writing_output
from workstation.casework.packet_facts import log_of
from workstation.casework.printed import PrintedPacket
from workstation.errors import Finding, Refused
from workstation.store.inspection import Inspection
from workstation.store.ledger import exported
from workstation.store.ledger.head import Head, head_of
from workstation.store.ledger.judging import LogReport, judged, judged_chain
from workstation.store.sharing.generation import last_known
from workstation.store.store import Store


def log_checker(desk: Desk, heads: Iterable[Head] = ()) -> Callable[[], LogReport]:
    """What judges the log on any thread. ``heads``: of a copy or a packet, besides those that the desk itself bears."""
    return partial(judged_log, desk.folder, desk.store, tuple(heads))


def verify_log(desk: Desk, heads: Iterable[Head] = ()) -> LogReport:
    """The log judged, here and now: by the files beside the database and by every packet that left."""
    return desk.compute(log_checker(desk, heads))


def head_named(text: str, place: str) -> Head:
    """A head as packets and lists bear it. Raises `Refused` (ledger_head_odd)."""
    try:
        return head_of(text.strip().lower())
    except ValueError:
        raise Refused(Finding("ledger_head_odd", place, {"text": text})) from None


def export_log(desk: Desk, path: Path) -> int:
    """Write every entry, a line each; answers how many. Raises `Refused` as `writing_output`."""
    inspection, written = Inspection(desk.store), 0
    try:
        with writing_output(path) as file:
            for entry in inspection.store.ledger.entries():
                file.write(exported.line_of(entry).encode() + b"\n")
                written += 1
    finally:
        inspection.close()
    return written


def verify_exported(path: Path, heads: Iterable[Head] = ()) -> LogReport:
    """A log that a desk wrote out, judged as its verifier does. Raises `Refused`: file_unreadable, ledger_unreadable."""
    try:
        with path.open(encoding="utf-8") as file:
            return judged_chain(exported.entries_of(file), heads)
    except OSError as error:
        raise Refused(Finding("file_unreadable", path.name, {"name": path.name})) from error
    except ValueError as error:
        raise Refused(Finding("ledger_unreadable", path.name, {"file": path.name, "reason": str(error)})) from error


def verifier() -> str:
    """The program that does the same with nothing but Python's standard library."""
    return inspect.getsource(exported)


def judged_log(folder: Path, store: Store, heads: tuple[Head, ...] = (), beside: bool = True) -> LogReport:
    """The log of a store judged on any thread, by the files ``beside`` it, every packet that left and further ``heads``."""
    # Read before the log, so that it is never ahead.
    known = (last_known(folder).head,) if beside and not store.is_in_memory else ()
    inspection = Inspection(store)
    try:
        with inspection.store.reading():
            packets = {head_of(log_of(one)) for page in inspection.store.pages(PrintedPacket) for one in page}
            return judged(inspection.store.ledger, (*known, *packets, *heads))
    finally:
        inspection.close()
