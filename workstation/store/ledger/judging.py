"""A desk's own log judged: the chain of its entries, the heads that were seen elsewhere, and the rows as they stand now."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from workstation.errors import Finding
from workstation.store.ledger.exported import Entry, Fault, Passing, first_fault
from workstation.store.ledger.head import Head
from workstation.store.ledger.ledger import LOG, Ledger
from workstation.store.ledger.rows_judged import RowSums, Wrong

_STANDS: Final = ("ledger_cut", "ledger_rewritten")


@dataclass(frozen=True, slots=True)
class LogReport:
    """``entries`` read, the last of them, and what is not as it was written; ``rows`` compared with the last entry about them."""

    entries: int
    head: Head
    rows: int
    findings: tuple[Finding, ...]


def judged(ledger: Ledger, heads: Iterable[Head] = ()) -> LogReport:
    """The whole log, and every row as it stands; works on any thread with a connection of its own.

    What the log says of the rows is added up, and so are the rows: neither is held, so that a log of any length takes the same
    memory. Where two sums differ, the rows of that part are looked at one by one.
    """
    sums = RowSums()
    report = judged_chain(sums.of_log(ledger.entries()), heads)
    if any(one.code not in _STANDS for one in report.findings):
        return report
    for table, rows in ledger.stored():
        sums.take_away(table, rows)
    wrong = Wrong()
    for parts in sums.differing():
        wrong.look(ledger, parts)
    return replace(report, rows=sums.rows, findings=(*report.findings, *wrong.findings()))


def judged_chain(entries: Iterable[Entry], heads: Iterable[Head] = ()) -> LogReport:
    """The entries by themselves."""
    passing = Passing(entries)
    fault = first_fault(passing, [(one.number, one.digest) for one in heads if one.number])
    deque(passing, 0)  # so that all are counted
    head = Head(passing.last.number, passing.last.digest) if passing.last else Head()
    return LogReport(passing.count, head, 0, (_finding(fault),) if fault else ())


def head_finding(known: Head, mine: Head) -> Finding:
    """What is told of an entry that was seen elsewhere and is not in the log."""
    if known.number > mine.number:
        return _finding(Fault("cut", mine.number + 1, known.number))
    return _finding(Fault("rewritten", known.number))


def _finding(fault: Fault) -> Finding:
    entry = fault.entry
    figures = {
        "number": f"{fault.number:,}",
        "other": f"{fault.other:,}",
        "at": entry.at if entry else "",
        "by": entry.by if entry else "",
        "action": entry.action if entry else "",
    }
    return Finding(f"ledger_{fault.trouble}", LOG, figures)
