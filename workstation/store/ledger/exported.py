"""Checks a log that a desk exported (JSON lines), with Python's standard library alone: python3 this_file.py LOG [HEAD …].

Every entry is bound to the one before it: its digest is the SHA-256 of the JSON array [previous digest, number, at, by,
vouched, action, revision, schema, SHA-256 of its cases, SHA-256 of its rows]. Given heads (NUMBER:DIGEST, as a packet or a
copy bears them) are looked for in the log. The desk judges its own log by the same functions.
"""

from __future__ import annotations

import json
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

Trouble = Literal["altered", "dropped", "swapped", "cut", "rewritten", "unreadable"]


@dataclass(frozen=True)
class Entry:
    """One action. ``cases``: ids, by spaces. ``rows``: a line for each row: table, key, digest before and after, ``-`` for none."""

    number: int
    at: str
    by: str
    vouched: str
    action: str
    revision: int
    schema: int
    cases: str
    rows: str
    previous: str
    digest: str


@dataclass(frozen=True)
class Fault:
    """The first place where a log is not what was written. ``other``: with what it was swapped, or up to where it was cut."""

    trouble: Trouble
    number: int
    other: int = 0
    entry: Entry | None = None


FIRST = "0" * 64
"""What the first entry of a log follows."""
_PLAIN = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))


def digest_of(entry: Entry, number: int | None = None) -> str:
    """The digest that an entry must bear, or that it would bear under another number."""
    head = [
        *(entry.previous, entry.number if number is None else number, entry.at, entry.by, entry.vouched, entry.action),
        *(entry.revision, entry.schema, _sum(entry.cases), _sum(entry.rows)),
    ]
    return _sum(_PLAIN.encode(head))


class Passing:
    """Entries as they go by, none of which is held on to: ``count`` of them so far, and the ``last``."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries, self.count = iter(entries), 0
        self.last: Entry | None = None

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            self.count, self.last = self.count + 1, entry
            yield entry


def first_fault(entries: Iterable[Entry], heads: Iterable[tuple[int, str]] = ()) -> Fault | None:
    """The first entry that was altered, dropped or swapped, or what is missing of the heads that were seen elsewhere.

    Entries are read one after the other, to their end only where one is at fault.
    """
    known: dict[int, set[str]] = {}
    for number, digest in heads:
        known.setdefault(number, set()).add(digest)
    last, bears = 0, FIRST
    passing = Passing(entries)
    for entry in passing:
        if entry.number != last + 1:
            return _displaced(entry, passing, last + 1)
        if entry.previous != bears or digest_of(entry) != entry.digest:
            return _broken(entry, passing, bears)
        if known.get(entry.number, set()) - {entry.digest}:
            return Fault("rewritten", entry.number, entry=entry)
        last, bears = entry.number, entry.digest
    beyond = max(known, default=0)
    return Fault("cut", last + 1, beyond) if beyond > last else None


def _displaced(entry: Entry, passing: Passing, wanted: int) -> Fault:
    """Another number than the next: the wanted one comes later, or is gone."""
    later = next((one for one in passing if one.number == wanted), None)
    if later is not None:
        return Fault("swapped", wanted, entry.number, later)
    return Fault("dropped", wanted)


def _broken(entry: Entry, passing: Passing, bears: str) -> Fault:
    is_first, here = passing.count == 1, _fits(entry, bears, entry.number)
    for one in passing:
        here |= _fits(one, bears, entry.number)
    own = next((at for at in range(1, passing.count + 1000) if digest_of(entry, at) == entry.digest), entry.number)
    if own != entry.number:  # an entry of another place stands here under this number
        return Fault("swapped", entry.number, own, entry) if here else Fault("dropped", entry.number)
    if not is_first and entry.previous != bears and digest_of(entry) == entry.digest:
        return Fault("dropped", entry.number)
    return Fault("altered", entry.number, entry=entry)


def _fits(entry: Entry, bears: str, number: int) -> bool:
    """Whether an entry is the one that belongs to a number."""
    return entry.previous == bears and digest_of(entry, number) == entry.digest


def _sum(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def line_of(entry: Entry) -> str:
    """An entry as a line of an exported log."""
    return json.dumps({name: getattr(entry, name) for name in Entry.__dataclass_fields__}, ensure_ascii=False)


def entries_of(lines: Iterable[str]) -> Iterator[Entry]:
    """The entries of an exported log. Raises ValueError, naming the line, for one that is none."""
    for number, line in enumerate(lines, 1):
        try:
            facts = json.loads(line)
            entry = Entry(**facts)
        except (ValueError, TypeError) as error:
            raise ValueError(f"line {number}: {error}") from error
        if any(type(getattr(entry, name)).__name__ != kind for name, kind in Entry.__annotations__.items()):
            raise ValueError(f"line {number}: a value of another kind")
        yield entry


def main(arguments: list[str]) -> int:
    """Judge a file; 0: whole, 1: not what was written, 2: not a log."""
    if not arguments:
        sys.stderr.write((__doc__ or "") + "\n")
        return 2
    heads = [(int(number), digest) for number, _, digest in (one.partition(":") for one in arguments[1:])]
    try:
        with open(arguments[0], encoding="utf-8") as file:
            found = Passing(entries_of(file))
            fault = first_fault(found, heads)
            deque(found, 0)  # the rest has to be entries as well
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if fault is not None:
        sys.stdout.write(f"{fault.trouble} {fault.number}" + (f" {fault.other}" if fault.other else "") + "\n")
        return 1
    last = found.last
    sys.stdout.write(f"whole {last.number}:{last.digest}\n" if last else "empty\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
