"""Whether the write-ahead log that a crash left holds all that was written into it: SQLite drops the rest without a word.

A frame is 24 bytes and a page; sums run on from frame to frame (https://www.sqlite.org/fileformat2.html#walformat). A process
that is killed leaves whole frames and at most one torn at the end; a damaged one cuts off every step after it.
"""

from __future__ import annotations

import struct
from hashlib import sha256
from pathlib import Path
from typing import Final

from workstation.errors import Finding
from workstation.field_ref import FieldRef
from workstation.store.files import private_folder, write_whole
from workstation.store.live_log import is_open
from workstation.store.storage_errors import told

DAMAGED: Final = "desk_log_damaged"
TORN: Final = "desk_log_torn"
_HEADER: Final = 32
_FRAME: Final = 24
_MAGIC: Final = 0x377F0682
_ALIKE: Final = 4
"""Bits in which the salts of a damaged frame may differ from those of its log; those of an earlier log differ in some thirty."""


def examined_log(database: Path) -> tuple[Finding, ...]:
    """`log_findings` of a database about to be opened; a damaged log is copied into ``backups`` first, since opening uses it up."""
    with told():
        log = Path(f"{database}-wal")
        found = () if is_open(database) else log_findings(log)
        if any(finding.code == DAMAGED for finding in found):
            folder = database.parent / "backups"
            private_folder(folder)
            write_whole(folder / f"{database.stem}-{sha256(log.read_bytes()).hexdigest()[:16]}.wal", log.read_bytes())
        return found


def log_findings(path: Path) -> tuple[Finding, ...]:
    """What is wrong with a log (``desk.db-wal``) that nobody has open: desk_log_damaged, desk_log_torn; nothing for none."""
    data = path.read_bytes() if path.exists() else b""
    if len(data) <= _HEADER:
        return ()
    magic, _, page, _, *salts_and_sum = struct.unpack(">8I", data[:_HEADER])
    salts, sums = tuple(salts_and_sum[:2]), tuple(salts_and_sum[2:])
    order = ">" if magic & 1 else "<"
    if magic & ~1 != _MAGIC or page < 512 or page & (page - 1) or _sum(data[:24], (0, 0), order) != sums:
        return (_finding(DAMAGED),)
    return _frames(data, page, salts, sums, order)


def _frames(data: bytes, page: int, salts: tuple[int, ...], sums: tuple[int, ...], order: str) -> tuple[Finding, ...]:
    """Frames of this log after the first that is not whole; those of an earlier log, still lying behind, bear other salts."""
    running, whole, committed, lost, lost_steps = sums, True, True, 0, 0
    for at in range(_HEADER, len(data) - _FRAME + 1, _FRAME + page):
        head, body = struct.unpack(">6I", data[at : at + _FRAME]), data[at + _FRAME : at + _FRAME + page]
        if whole and len(body) == page:
            running = _sum(body, _sum(data[at : at + 8], running, order), order)
            whole = head[2:4] == salts and running == head[4:6]
            committed = head[1] != 0 if whole else committed
        else:
            whole = False
        if not whole and _distance(head[2:4], salts) <= _ALIKE:
            lost += 1
            lost_steps += head[1] != 0
    if lost > 1 and lost_steps:
        return (_finding(DAMAGED),)
    return (_finding(TORN),) if lost or not committed else ()


def _distance(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    return sum((a ^ b).bit_count() for a, b in zip(one, other, strict=True))


def _sum(data: bytes, start: tuple[int, ...], order: str) -> tuple[int, int]:
    first, second = start
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for at in range(0, len(words), 2):
        first = (first + words[at] + second) & 0xFFFFFFFF
        second = (second + words[at + 1] + first) & 0xFFFFFFFF
    return first, second


def _finding(code: str) -> Finding:
    return Finding(code, FieldRef.DESK_FOLDER)
