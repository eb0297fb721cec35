"""The timeline of a case: what the log says of it, chosen by kind, person and day, and written out as a workbook or CSV."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

from workstation.actions.desk import Desk
from workstation.actions.keep.register_tables import write_listing
from workstation.actions.oversight.reasons import reasons_of
from workstation.casework.handover import OriginEntry
from workstation.documents.workbook.table_book import PlainTable, Value
from workstation.folding import folded
from workstation.store.ledger.of_case import RowChange, TimelineLine, changes_of, timeline_of, what_of
from workstation.store.transfer.content import collect
from workstation.wording import Wording

__all__ = ["RowChange", "TimelineLine"]
_WHOLE: Final = {
    "number": 8, "at": 26, "desk": 16, "by": 12, "vouched": 12, "action": 30, "digest": 68, "reason": 44, "what": 44,
}  # fmt: skip
"""Characters of each column of a workbook."""
_ON_PAPER: Final = {"number": 6, "at": 15, "desk": 14, "by": 10, "vouched": 10, "what": 27, "reason": 26, "digest": 10}
"""Characters of each column on paper; one that says nothing is left out. The name of the action is for machines."""
_DIGEST: Final = 8
"""Signs of a digest on paper, as for the files of a packet; the whole one is in the workbook."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which lines are wanted: of a kind of record (its table), by a person, within days, both included, of which the reason has
    a text in it; empty: all.
    """

    table: str = ""
    by: str = ""
    from_on: date | None = None
    to_on: date | None = None
    reason: str = ""
    reasoned: bool = False
    """Whether only lines with a reason are wanted."""

    def takes(self, line: TimelineLine, day: date, reason: str = "") -> bool:
        """Whether a line of this day and reason is wanted."""
        return (
            (not self.table or any(one.table == self.table for one in line.changes))
            and (not self.by or self.by in (line.by, line.vouched))
            and (self.from_on is None or day >= self.from_on)
            and (self.to_on is None or day <= self.to_on)
            and folded(self.reason) in folded(reason)
            and (bool(reason) or not self.reasoned)
        )


def timeline(desk: Desk, case_id: str) -> tuple[TimelineLine, ...]:
    """Everything the log says of a case, and the logs of desks where it was before, oldest first. Raises `Refused` (not_found)."""
    own = own_timeline(desk, case_id)
    known = {line.digest for line in own}
    came = [
        TimelineLine(
            one.number,
            one.at,
            one.by,
            one.vouched,
            one.action,
            changes_of(one.what),
            one.digest,
            one.desk or one.origin,
        )
        for one in desk.store.find(OriginEntry, case_id=case_id)
        if one.digest not in known
    ]
    return tuple(sorted((*came, *own), key=lambda line: line.at)) if came else own


def line_reasons(desk: Desk, case_id: str, lines: Iterable[TimelineLine], words: Wording) -> tuple[str, ...]:
    """Why each line was done, as its records say; empty where they say nothing, and for lines of another desk's log."""
    known = reasons_of(collect(desk.store, case_id).entries, words)
    texts = (dict.fromkeys(known[ref] for ref in line.refs if ref in known) for line in lines)
    return tuple(" · ".join(one) for one in texts)


def own_timeline(desk: Desk, case_id: str) -> tuple[TimelineLine, ...]:
    """What this desk's own log says of a case."""
    keys = frozenset(ref[1] for ref in collect(desk.store, case_id).by_ref())
    return timeline_of(desk.store.ledger.of_case(case_id), keys)


def origin_entries(desk: Desk, case_id: str) -> tuple[OriginEntry, ...]:
    """This desk's own timeline of a case as it goes along to another desk."""
    origin = desk.store.ledger.origin[:16]
    return tuple(
        OriginEntry(
            sha256(f"{origin} {line.number} {case_id}".encode()).hexdigest()[:32], case_id, origin,
            desk.settings.desk_name, line.number, line.at, line.by, line.vouched, line.action, what_of(line.changes),
            line.digest,
        )
        for line in own_timeline(desk, case_id)
    )  # fmt: skip


def said(changes: Iterable[RowChange], words: Wording) -> str:
    """Changes in words: ``Account changed, Evidence added × 2``."""
    parts = []
    for one in changes:
        key = f"record.{one.table}"
        name = words.text(key) if words.has(key) else one.table
        text = words.text(f"deed.{one.deed}").format(record=name)
        parts.append(text if one.count == 1 else f"{text} × {one.count}")
    return ("、" if words.language.startswith("zh") else ", ").join(parts)


def write_timeline(desk: Desk, path: Path, lines: Iterable[tuple[TimelineLine, str]], words: Wording) -> Path:
    """Lines with their reasons as XLSX, or as PDF or CSV where the name says so.

    Raises `Refused`: export_kind_unknown, and as `write_output`.
    """
    paper = path.suffix.lower() == ".pdf"
    widths = _ON_PAPER if paper else _WHOLE
    values = [_values(one, reason, paper, words) for one, reason in lines]
    names = [name for name in widths if not paper or not values or any(one[name] for one in values)]
    head = tuple(words.text(f"timeline.{name}") for name in names)
    rows = tuple(tuple(one[name] for name in names) for one in values)
    table = PlainTable(words.text("timeline.sheet"), head, tuple(widths[name] for name in names), rows)
    return write_listing(desk, path, table, words)


def _values(line: TimelineLine, reason: str, paper: bool, words: Wording) -> dict[str, Value]:
    """What the columns hold, by their names."""
    return {
        "number": line.number,
        "at": line.at if paper else line.at.isoformat(timespec="seconds"),
        "desk": line.desk,
        "by": line.by,
        "vouched": line.vouched,
        "action": line.action,
        "digest": line.digest[:_DIGEST] if paper else line.digest,
        "reason": reason,
        "what": said(line.changes, words),
    }
