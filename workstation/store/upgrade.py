"""From one schema to the next, after a whole copy of what was there."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from peewee import DatabaseError

from workstation import __version__
from workstation.errors import Finding, Refused, StorageFailed
from workstation.field_ref import FieldRef
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.files import OWNER_FILE, private_folder, sync_file, sync_folder, write_probe
from workstation.store.migrations import Step
from workstation.store.storage_errors import FAILING, UNREADABLE, told

_PLACE: Final = 1000


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
            database.run(f"PRAGMA application_id = {_as_number(__version__)}")
        database.commit()
    except BaseException:
        with suppress(StorageFailed):  # what ended the step is the news
            database.roll_back()
        raise


def newer(database: EncryptedDatabase, found: int, known: int) -> Refused:
    """What is said of a desk that a later version of the program brought to its schema: desk_newer, or desk_needs_version where
    the version is known, which is since 0.1.0.
    """
    figures = {"found": str(found), "known": str(known)}
    number = int(database.run("PRAGMA application_id").fetchone()[0])
    if not number:
        return Refused(Finding("desk_newer", FieldRef.DESK_FOLDER, figures))
    version = f"{number // _PLACE**2}.{number // _PLACE % _PLACE}.{number % _PLACE}"
    return Refused(Finding("desk_needs_version", FieldRef.DESK_FOLDER, {**figures, "version": version}))


def _as_number(version: str) -> int:
    """A version in the header of a database, which any version of the program can read: two thousand majors, minors and patches."""
    major, minor, patch = (int(part) for part in version.split(".")[:3])
    return (major * _PLACE + minor) * _PLACE + patch
