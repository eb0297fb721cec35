"""Runs under the failing disk: does each action with each fault at each operation, and judges the desk afterwards.

``python -m tests.faults.disk_worker LIBRARY FOLDER SAMPLE SEED [SCRIPT]`` prints one JSON object: how many faults struck, by
action and kind, and what was wrong.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

from tests.faults import scripts
from tests.faults.scripts import NEW, OLD, SCRIPTS, Script
from tests.store.stored import CLOCK, KEY
from workstation.actions.opening import open_desk
from workstation.actions.upkeep import check_vault
from workstation.errors import Refused
from workstation.store.database import open_database

KINDS: Final = ("none", "full", "failing", "short", "sync", "read", "read-only", "crash", "crash short", "lost rename")
"""As ``enum kind`` of the library."""
WRITING, READING, SYNCING, RENAMING = range(4)
CLASS_OF: Final = {"read": READING, "sync": SYNCING, "lost rename": RENAMING}
ENDS: Final = ("crash", "crash short", "lost rename")
"""Kinds that end the process; it is a fork of its own then."""
CRASHED, ACKNOWLEDGED, REFUSED, BROKEN = 77, 0, 2, 1
CUT_AFTER = 78
"""The power went after the action was acknowledged."""
TOLD: Final = {
    "full": {"desk_disk_full", "file_unwritable", "backup_full"},
    "short": {"desk_disk_full", "file_unwritable", "backup_full"},
    "failing": {
        "backup_unwritable",
        "desk_disk_failing",
        "file_unwritable",
        "desk_storage_failed",
        "backup_disk_error",
    },
    "sync": {"desk_disk_failing", "file_unwritable", "backup_disk_error"},
    "read": {
        "desk_disk_failing",
        "desk_storage_failed",
        "desk_part_unreadable",
        "file_unwritable",
        "backup_disk_error",
        "backup_desk_damaged",
        "backup_copy_unsound",
        "backup_medium_bad",
    },
    "read-only": {"desk_read_only", "file_unwritable", "desk_folder_unusable", "backup_unwritable"},
}
"""What may truly be said of each kind. SQLCipher cannot tell a page that the disk does not give from one that fails its seal."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: an action, the kind, and the number of the operation that it strikes."""

    script: Script
    kind: str
    number: int

    def __str__(self) -> str:
        return f"{self.script.name}, {self.kind} at {self.number}"


class Wrong(Exception):
    """What must hold does not."""


def fingerprint(root: Path, script: Script) -> str:
    """All that is stored, as text: every row of every table, the files of the vault, the output."""
    if script.template == "none":
        return ""
    if script.template == "old":
        database = open_database(root / "desk" / "desk.db", KEY)
        try:
            return repr(_rows(database))
        finally:
            database.close()
    desk = _opened(root)
    try:
        return repr((_rows(desk.store._database), (root / "out" / "paper.pdf").read_bytes()))
    finally:
        desk.close()


def _opened(root: Path) -> Any:
    try:
        return open_desk(root / "desk", OLD, CLOCK)
    except Refused as refused:
        if refused.findings[0].code != "passphrase_wrong":
            raise
        return open_desk(root / "desk", NEW, CLOCK)


def _rows(database: Any) -> list[Any]:
    if (
        database.run("PRAGMA integrity_check").fetchall() != [("ok",)]
        or database.run("PRAGMA foreign_key_check").fetchall()
    ):
        raise Wrong("the database is not whole")
    tables = [
        name
        for (name,) in database.run(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('desk_state', 'backup_record') ORDER BY name"
        ).fetchall()
    ]
    # What became of a copy is put on record after it failed, in its own table and in the log.
    whole = {"ledger": "WHERE action NOT LIKE 'copying.record_%'"}
    return [
        (name, database.run(f'SELECT * FROM "{name}" {whole.get(name, "")} ORDER BY 1').fetchall()) for name in tables
    ]


class Disk:
    """The library in this process, and the templates from which each desk is laid out anew."""

    def __init__(self, library: str, root: Path) -> None:
        self._calls = ctypes.CDLL(library)
        self._calls.disk_seen.restype = self._calls.disk_struck.restype = ctypes.c_long
        self.templates, self.root = root / "templates", root / "desk"
        for at, name in enumerate(("desk", "out")):
            self._calls.disk_watch(at, str(self.root / name).encode())

    def lay_out(self, script: Script) -> None:
        """The folder as it was before the action."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self.templates / script.template, self.root)

    def counts(self, script: Script) -> list[int]:
        """Operations of each class that the action takes."""
        self.lay_out(script)
        self.arm("read", -1)
        script.act(self.root)
        self.disarm()
        if not script.done(self.root):
            raise Wrong(f"{script.name} does nothing")
        return [self._calls.disk_seen(one) for one in range(4)]

    def arm(self, kind: str, number: int) -> None:
        """From here on operation ``number`` fails."""
        self._calls.disk_arm(KINDS.index(kind), ctypes.c_long(number))

    def disarm(self) -> bool:
        """Nothing fails any more; whether anything did."""
        self._calls.disk_disarm()
        return bool(self._calls.disk_struck())

    def cut_power(self, code: int) -> None:
        """End the process as a power cut does."""
        self._calls.disk_cut_power(code)


def attempted(disk: Disk, fault: Fault) -> tuple[int, str]:
    """Do the action under the fault in this process; how it ended, and the code of what was told."""
    disk.arm(fault.kind, fault.number)
    try:
        fault.script.act(disk.root)
    except Refused as refused:
        return REFUSED, refused.findings[0].code + ":" + str(dict(refused.findings[0].figures).get("reason", ""))
    except Exception as error:  # noqa: BLE001 - whatever else comes is what the test looks for
        return BROKEN, repr(error)
    return ACKNOWLEDGED, ""


def ended(disk: Disk, fault: Fault) -> int:
    """Do the action in a process of its own that ends with the power; how that ended."""
    child = os.fork()
    if child == 0:
        outcome, _ = attempted(disk, fault)
        if outcome == ACKNOWLEDGED and fault.kind == "lost rename":
            disk.cut_power(CUT_AFTER)
        os._exit(outcome)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def judge(disk: Disk, fault: Fault, before: str) -> bool:
    """Try one fault; whether it struck. Raises `Wrong`, or whatever keeps the desk from opening."""
    disk.lay_out(fault.script)
    if fault.kind in ENDS:
        outcome, told, struck = ended(disk, fault), "", True
        outcome = ACKNOWLEDGED if outcome == CUT_AFTER else outcome  # and must outlive it
        if outcome not in (CRASHED, ACKNOWLEDGED, REFUSED):
            raise Wrong(f"ended with {outcome}")
    else:
        outcome, told = attempted(disk, fault)
        struck = disk.disarm()
    if outcome == BROKEN:
        raise Wrong(told)
    done = fault.script.done(disk.root)
    # A desk on a full disk or one that takes no writes is opened to be read: nothing is set aside, and nothing was promised.
    looked = fault.script.name == "quarantine" and fault.kind in ("read-only", "full", "short")
    if outcome == ACKNOWLEDGED and not done and not looked:
        raise Wrong("acknowledged, but not there")
    if outcome == REFUSED and fault.kind not in ENDS:
        _judge_refused(fault, told, done)
    if not done and before and fingerprint(disk.root, fault.script) != before:
        raise Wrong("a half state")
    _judge_files(disk, fault)
    return struck


def _judge_refused(fault: Fault, told: str, done: bool) -> None:
    code = told.partition(":")[0]
    if code not in TOLD[fault.kind]:
        raise Wrong(f"told {told}")
    if done and fault.script.name not in (
        "quarantine",
        "upgrade",
    ):  # whose work may be done though the desk could not be opened
        raise Wrong(f"refused ({told}), but done")


def _judge_files(disk: Disk, fault: Fault) -> None:
    if fault.script.template != "desk":
        if fault.script.template == "none" and not fault.script.done(disk.root):
            fault.script.act(disk.root)  # what was cut short is begun anew
        return
    desk = _opened(disk.root)
    try:
        if found := check_vault(desk):
            raise Wrong(f"vault: {found}")
    finally:
        desk.close()


def faults(disk: Disk, chosen: tuple[Script, ...]) -> Iterator[Fault]:
    """Every operation of every action with every kind that can strike it."""
    for script in chosen:
        counts = disk.counts(script)
        for kind in KINDS[1:]:
            yield from (Fault(script, kind, number) for number in range(1, counts[CLASS_OF.get(kind, WRITING)] + 1))


def main(library: str, folder: str, sample: str, seed: str, name: str = "") -> int:
    """Try all, or a seeded sample of so many."""
    root = Path(folder)
    disk = Disk(library, root)
    scripts.make_templates(disk.templates)
    shutil.copyfile(disk.templates.parent / "templates" / "proofs" / "id_card.pdf", root / "source.pdf")
    with (root / "source.pdf").open("ab") as file:
        file.write(b"\n%" + bytes(range(256)).hex().encode() * 300)
    if name in ("", "keep packet"):
        disk.lay_out(SCRIPTS[0])
        scripts.prepare(disk.root)
    every = list(faults(disk, tuple(one for one in SCRIPTS if not name or one.name == name)))
    chosen = every if int(sample) >= len(every) else Random(int(seed)).sample(every, int(sample))
    before: dict[str, str] = {}
    struck: Counter[str] = Counter()
    wrong: list[str] = []
    for fault in chosen:
        if fault.script.template not in before:
            disk.lay_out(fault.script)
            before[fault.script.template] = fingerprint(disk.root, fault.script)
        try:
            struck[f"{fault.script.name}: {fault.kind}"] += judge(disk, fault, before[fault.script.template])
        except Exception as error:  # noqa: BLE001 - every fault is judged; the test shows them all
            disk.disarm()
            wrong.append(f"{fault}: {error!r}"[:600])
    answer = {"possible": len(every), "struck": sum(struck.values()), "by": struck, "wrong": wrong}
    sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
