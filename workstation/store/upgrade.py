"""From one schema to the next, after a whole copy of what was there."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from peewee import DatabaseError

from workstation.errors import Finding, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.files import OWNER_FILE, private_folder, sync_file, sync_folder, write_probe
from workstation.store.migrations import Step
from workstation.store.storage_errors import FAILING, UNREADABLE, told


def copy_database(database: EncryptedDatabase, folder: Path, name: str) -> Path:
    """A whole copy under the same key, with what is still in the log; never overwrites an earlier copy.

    Raises `StorageFailed`; then no copy of that name is left.
    """
    with told():
        private_folder(folder)
        number = 1
        while (target := folder / f"{name}-{number}.db").exists():
            number += 1
        part = target.with_suffix(".part")
        part.unlink(missing_ok=True)
        try:
            _vacuum_into(database, part)
            part.chmod(OWNER_FILE)
            sync_file(part)
            part.rename(target)
            sync_folder(folder)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        return target


def _vacuum_into(database: EncryptedDatabase, part: Path) -> None:
    """SQLCipher calls a copy that could not be written no database: the folder says what it was, else it is the disk."""
    try:
        database.run("VACUUM INTO ?", (str(part),))
    except StorageFailed as failed:
        if failed.findings[0].code == UNREADABLE and not database.run("PRAGMA quick_check(1)").fetchall() == [("ok",)]:
            raise
        write_probe(part.parent)
        if failed.findings[0].code == UNREADABLE:
            raise StorageFailed(Finding(FAILING, FieldRef.DESK_FOLDER)) from failed
        raise


def upgrade_database(database: EncryptedDatabase, steps: Sequence[Step], check: bool = True) -> None:
    """Each step is one transaction. References are checked at its end only, so that a step may rebuild a table."""
    database.run("PRAGMA foreign_keys = OFF")
    for number in range(database.version, len(steps)):
        _take_step(database, number, steps[number], check)
    database.run("PRAGMA foreign_keys = ON")


def _take_step(database: EncryptedDatabase, number: int, step: Step, check: bool) -> None:
    database.run("BEGIN EXCLUSIVE")
    try:
        if database.version == number:  # else another process took this step while we waited
            for statement in step:
                database.run(statement)
            if check and database.run("PRAGMA foreign_key_check").fetchone():
                raise DatabaseError(f"step {number + 1} leaves references to nothing")
            database.run(f"PRAGMA user_version = {number + 1}")
        database.commit()
    except BaseException:
        with suppress(StorageFailed):  # what ended the step is the news
            database.roll_back()
        raise
