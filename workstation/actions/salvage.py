"""What can be read of a damaged desk, brought into a new one with the same passphrases; the damaged desk is only read."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workstation.actions.desk_files import DATABASE, UNFINISHED, VAULT
from workstation.actions.integrity import check_desk
from workstation.actions.opening import open_with
from workstation.casework.settings import DeskSettings
from workstation.dates import Clock
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.store import keys
from workstation.store.encrypted import WAIT_SECONDS
from workstation.store.files import followed, private_folder, sync_file, sync_folder, write_whole
from workstation.store.header import Header, parsed
from workstation.store.keys import HEADER, Keys
from workstation.store.live_log import is_open
from workstation.store.lock import locked
from workstation.store.salvage.rebuild import Outline, TableSalvage, rebuild
from workstation.store.storage_errors import told

Seen = Callable[[int, int], None]
"""Hears how far the salvage is (files done, files in all), and may stop it by raising."""
_SALT: Final = 16
_MOST_NAMES: Final = 30


@dataclass(frozen=True, slots=True)
class SalvageReport:
    """The new desk, table by table what was kept and lost, and how many files of the vault it has."""

    folder: Path
    tables: tuple[TableSalvage, ...]
    files: int
    findings: tuple[Finding, ...]


def salvage_desk(
    damaged: Path,
    folder: Path,
    passphrase: str,
    clock: Clock,
    seen: Seen = lambda done, total: None,
    person: str = "",
) -> SalvageReport:
    """Make a new desk of what can be read of a damaged one: seconds to minutes, on any thread.

    Raises `Refused`: salvage_folder_taken, salvage_inside_desk, desk_busy (the desk is open), desk_database_missing,
    passphrase_wrong, desk_header_missing, desk_header_damaged (and there is no older copy of the key file), and `StorageFailed`.
    """
    with told():
        _refuse_target(damaged, folder)
        source = damaged / DATABASE
        if not source.is_file():
            raise Refused(Finding("desk_database_missing", FieldRef.DESK_FOLDER, {"file": DATABASE}))
        if is_open(source):
            raise Refused(Finding("desk_busy", FieldRef.DESK_FOLDER))
        found, header = _opened_keys(damaged, passphrase, person)
        private_folder(folder)
        with locked(folder, WAIT_SECONDS):
            tables = _rebuilt(damaged, folder, found, parsed(header), clock)
            files = _copy_vault(damaged / VAULT, folder / VAULT, seen)
            write_whole(folder / UNFINISHED, header)
            (folder / UNFINISHED).replace(folder / HEADER)
            sync_folder(folder)
    return SalvageReport(folder, tables, files, (*_findings(tables), *_checked(folder, found, clock)))


def _refuse_target(damaged: Path, folder: Path) -> None:
    try:
        target = followed(folder)
    except OSError:
        raise Refused(Finding("salvage_folder_taken", FieldRef.DESK_FOLDER, {"folder": str(folder)})) from None
    if target.is_relative_to(damaged.resolve()):
        raise Refused(Finding("salvage_inside_desk", FieldRef.DESK_FOLDER))
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Refused(Finding("salvage_folder_taken", FieldRef.DESK_FOLDER, {"folder": str(folder)}))


def _opened_keys(damaged: Path, passphrase: str, person: str) -> tuple[Keys, bytes]:
    """The keys by the desk's own key file, else by the first older copy of it that the passphrase opens."""
    first: Refused | None = None
    for folder in (damaged, *_header_copies(damaged)):
        try:
            return keys.open_keys(folder, passphrase, person), (folder / HEADER).read_bytes()
        except Refused as refused:
            first = first or refused
    raise first or Refused(Finding("desk_header_missing", FieldRef.DESK_FOLDER, {"file": HEADER}))


def _header_copies(damaged: Path) -> Iterator[Path]:
    copies = (path.parent for path in damaged.rglob(HEADER) if path.parent != damaged)
    yield from sorted(copies, key=lambda folder: (folder / HEADER).stat().st_mtime, reverse=True)


def _rebuilt(damaged: Path, folder: Path, found: Keys, header: Header, clock: Clock) -> tuple[TableSalvage, ...]:
    log = damaged / f"{DATABASE}-wal"
    salts = []
    for copy in sorted(damaged.rglob("*.db")):
        with copy.open("rb") as file:
            salts.append(file.read(_SALT).ljust(_SALT, b"\0"))
    outline = Outline(
        clock.today(),
        DeskSettings(folder.name, found.person),
        tuple(slot.name for slot in header.people if slot.name),
        header.generation if isinstance(header.generation, int) else 0,
    )
    return rebuild(damaged / DATABASE, log if log.exists() else None, found.database, salts, folder / DATABASE, outline)


def _copy_vault(source: Path, target: Path, seen: Seen) -> int:
    """Every file of the vault as it is, the quarantine too; the check of the new desk proves them."""
    private_folder(target)
    files = [file for file in source.rglob("*") if file.is_file() and not file.is_symlink()]
    for number, file in enumerate(files):
        seen(number, len(files))
        to = target / file.relative_to(source)
        _private_parents(target, to.parent)
        try:
            shutil.copyfile(file, to)
        except OSError as error:
            if error.filename is not None and Path(str(error.filename)) == to:
                raise
            to.unlink(missing_ok=True)  # its own disk does not give it: the check names it
            continue
        to.chmod(0o600)
        sync_file(to)
    for one in {file.relative_to(source).parent for file in files}:
        sync_folder(target / one)
    seen(len(files), len(files))
    return len(files)


def _private_parents(target: Path, folder: Path) -> None:
    for parent in reversed([one for one in (folder, *folder.parents) if one.is_relative_to(target)]):
        private_folder(parent)


def _checked(folder: Path, found: Keys, clock: Clock) -> tuple[Finding, ...]:
    desk = open_with(folder, found, clock)
    try:
        return check_desk(desk).findings
    finally:
        desk.close()


def _findings(tables: tuple[TableSalvage, ...]) -> Iterator[Finding]:
    for one in tables:
        if one.lost:
            names = ", ".join(one.names[:_MOST_NAMES]) + (" …" if len(one.names) > _MOST_NAMES else "")
            yield Finding("salvage_lost", one.table, {"records": one.table, "count": f"{one.lost:,}", "names": names})
        if one.more and one.table != "case_counter":
            yield Finding("salvage_lost_more", one.table, {"records": one.table})
        yield from (
            Finding(code, one.table, {"records": one.table, "count": f"{count:,}"})
            for code, count in (
                ("salvage_dropped", one.dropped),
                ("salvage_placeholder", one.made),
                ("salvage_uncertain", one.uncertain),
            )
            if count
        )
