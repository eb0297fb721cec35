"""A desk's own log judged: the chain of its entries, the heads that were seen elsewhere, and the rows as they stand now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from workstation.errors import Finding
from workstation.store.ledger.exported import Entry, Fault, first_fault
from workstation.store.ledger.head import Head
from workstation.store.ledger.ledger import NONE, STARTS, Ledger, key_of

LOG: Final = "ledger"
_STANDS: Final = ("ledger_cut", "ledger_rewritten")
_MOST_ROWS: Final = 20
"""So many rows are named one by one."""


@dataclass(frozen=True, slots=True)
class LogReport:
    """``entries`` read, the last of them, and what is not as it was written; ``rows`` compared with the last entry about them."""

    entries: int
    head: Head
    rows: int
    findings: tuple[Finding, ...]


def judged(ledger: Ledger, heads: Iterable[Head] = ()) -> LogReport:
    """The whole log, and every row as it stands; works on any thread with a connection of its own."""
    entries = list(ledger.entries())
    report = judged_chain(entries, heads)
    if any(one.code not in _STANDS for one in report.findings):
        return report
    due, wrong = _last_digests(entries), list[Finding]()
    for table, rows in ledger.stored():
        wrong += _of_table(table, dict(rows), due.get(table, {}))
    return replace(report, rows=sum(map(len, due.values())), findings=(*report.findings, *wrong))


def judged_chain(entries: Sequence[Entry], heads: Iterable[Head] = ()) -> LogReport:
    """The entries by themselves."""
    fault = first_fault(entries, [(one.number, one.digest) for one in heads if one.number])
    head = Head(entries[-1].number, entries[-1].digest) if entries else Head()
    return LogReport(len(entries), head, 0, (_finding(fault),) if fault else ())


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


def _last_digests(entries: Iterable[Entry]) -> dict[str, dict[str, str]]:
    """Table → key → the digest that the row must have now."""
    now: dict[str, dict[str, str]] = {}
    for entry in entries:
        if entry.action in STARTS:
            now.clear()
        for line in entry.rows.splitlines():
            table, key, _, after = line.split(" ")
            if table == LOG:
                continue
            rows = now.setdefault(table, {})
            if after == NONE:
                rows.pop(key_of(key), None)
            else:
                rows[key_of(key)] = after
    return now


def _of_table(table: str, there: Mapping[str, str], due: Mapping[str, str]) -> Iterator[Finding]:
    wrong = {
        "altered": [key for key, digest in there.items() if due.get(key, digest) != digest],
        "unknown": [key for key in there if key not in due],
        "gone": [key for key in due if key not in there],
    }
    for trouble, keys in wrong.items():
        for key in keys[:_MOST_ROWS]:
            yield Finding(f"ledger_row_{trouble}", table, {"records": table, "key": key})
        if len(keys) > _MOST_ROWS:
            yield Finding("ledger_rows_more", table, {"records": table, "count": f"{len(keys) - _MOST_ROWS:,}"})
