"""One copy of a desk, made aside, proven by opening it, and only then given its name; then older copies go by the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from shutil import rmtree
from typing import Final

from workstation import __version__
from workstation.errors import Damaged, Finding
from workstation.store.backup.checks import Checks, Proven, due, read_checks, write_checks
from workstation.store.backup.cleaning import Cleaned, Lists, clean, lists_of
from workstation.store.backup.database_copy import copy_database, is_sound, snapshot
from workstation.store.backup.destination import judged, prepared, refuse_too_small
from workstation.store.backup.disk_errors import copying_to, refused
from workstation.store.backup.manifest import Manifest, own_file, read_list, read_manifest, write_manifest
from workstation.store.backup.places import DATABASE, BackupFolder, BackupKeys, backup_keys
from workstation.store.backup.rule import KeepRule
from workstation.store.backup.vault_copy import copied, fetched, looked_through, place_of, sync_fans
from workstation.store.files import PART, private_folder, sync_folder, write_whole
from workstation.store.keys import HEADER, Keys
from workstation.store.ledger.head import Head
from workstation.store.store import Store
from workstation.store.vault import Vault

Step = Callable[[int, int], None]
"""Hears how many of all files are done; what it raises stops the copying and leaves no trace of it."""
_COPY_SHARE: Final = 4
"""One part in so many of the database's size is room for what its copy may grow by meanwhile."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a database names: content hash → name for people of every vault file; numbers of cases and of evidence items."""

    files: Mapping[str, str]
    cases: int
    evidence: int


Naming = Callable[[Store], Named]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What a desk holds outside of its folder: its files, and what puts its rows as they are at one moment into a new database.

    ``copied``: target, naming and a step that may raise to stop → what it names, its schema, the head of its log.
    """

    vault: Vault
    copied: Callable[[Path, Naming, Callable[[], None]], tuple[Named, int, Head]]


@dataclass(frozen=True, slots=True)
class Source:
    """A desk to copy: its folder with ``desk.json``, ``desk.db`` and ``vault``, its keys, and what asks its database.

    ``elsewhere``: opens what lies outside of the folder instead, for the time of the copying.
    """

    folder: Path
    keys: Keys
    naming: Naming
    elsewhere: Callable[[], AbstractContextManager[Elsewhere | None]] = nullcontext


@dataclass(frozen=True, slots=True)
class CopyMade:
    """A copy that was made and proven. ``copied``: files new to the place; ``checked``: older ones read back today.

    ``findings``: advice, files of the desk that could not be copied, damage found in the place.
    """

    folder: Path
    manifest: Manifest
    copied: int
    checked: int
    removed: tuple[str, ...]
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class _Work:
    """One copy under way. ``held``: the sizes of what the place's vault has; ``older``: the lists of the copies there."""

    source: Source
    elsewhere: Elsewhere | None
    folder: BackupFolder
    keys: BackupKeys
    step: Step
    today: date
    checks: Checks
    held: dict[str, int]
    older: Lists
    findings: list[Finding] = field(default_factory=list)
    copied: int = 0
    checked: int = 0


def make_copy(
    source: Source, place: Path, now: datetime, today: date, rule: KeepRule, step: Step = lambda done, total: None
) -> CopyMade:
    """Copy a desk into a place. Works on any thread, by a connection of its own.

    Raises `Refused` as `judged`, `refuse_too_small`, `copying_to` and `copied` do, and backup_copy_unsound.
    """
    keys = backup_keys(source.keys.vault)
    folder, advice = judged(place, source.folder, keys)
    with copying_to(place), source.elsewhere() as elsewhere:
        prepared(folder)
        with folder.held():
            held, parts = looked_through(folder.vault)
            folder.remove_unfinished(parts)
            older = lists_of(folder.finished(), keys)
            work = _Work(source, elsewhere, folder, keys, step, today, {}, held, older, list(advice))
            work.checks = _checks(work)
            name = folder.free_name(now)
            manifest = _copied_whole(work, name, now)
            write_checks(folder.checks, work.checks, keys.sign)
            cleaned: Cleaned = clean(folder, _with(older, folder.copies / name, keys), held, rule, name)
    findings = (*work.findings, *cleaned.findings)
    return CopyMade(folder.copies / name, manifest, work.copied, work.checked, cleaned.removed, findings)


def _with(older: Lists, copy: Path, keys: BackupKeys) -> Lists:
    return replace(older, readable={copy: read_list(copy, keys.sign), **older.readable})


def _checks(work: _Work) -> Checks:
    """A list that is gone or altered while there are copies is told of, and every file counts as unread."""
    try:
        return read_checks(work.folder.checks, work.keys.sign)
    except Damaged:
        if work.folder.finished():
            work.findings.append(Finding("backup_checks_lost", "backup.place"))
        return {}


def _copied_whole(work: _Work, name: str, now: datetime) -> Manifest:
    with _aside(work.folder, name) as aside:
        named, schema, head = _copy_database(work, aside)
        vault, lacking = _copy_vault(work, named)
        _check_older(work)
        own = {file: own_file(aside / file) for file in (DATABASE, HEADER)}
        manifest = Manifest(
            work.keys.desk, now, __version__, schema, named.cases, named.evidence, own, vault, tuple(lacking), str(head)
        )
        write_manifest(aside, manifest, work.keys.sign)
        if read_manifest(aside, work.keys.sign) != manifest or not is_sound(
            aside / DATABASE, work.source.keys.database
        ):
            raise refused("backup_copy_unsound", work.folder.root.parent)
        sync_folder(aside)
    work.checks |= {f"copies/{name}/{file}": Proven(one.size, work.today) for file, one in own.items()}
    return manifest


@contextmanager
def _aside(folder: BackupFolder, name: str) -> Iterator[Path]:
    """A folder whose name says that it is unfinished; it gets its own when left without an exception, else it goes."""
    aside = folder.copies / f"{name}{PART}"
    private_folder(aside)
    try:
        yield aside
        aside.rename(folder.copies / name)
    except BaseException:
        rmtree(aside, ignore_errors=True)
        raise
    sync_folder(folder.copies)


def _copy_database(work: _Work, aside: Path) -> tuple[Named, int, Head]:
    home, key = work.source.folder, work.source.keys.database
    header = (home / HEADER).read_bytes()
    if work.elsewhere is not None:
        found = work.elsewhere.copied(aside / DATABASE, work.source.naming, lambda: work.step(0, 1))
        write_whole(aside / HEADER, header)
        return found
    size = (home / DATABASE).stat().st_size
    refuse_too_small(work.folder.root, size + size // _COPY_SHARE)
    with snapshot(home / DATABASE, key) as (store, database):
        named, schema, head = work.source.naming(store), database.version, store.ledger.head
        copy_database(database, aside / DATABASE, key, lambda: work.step(0, max(1, len(named.files))))
    write_whole(aside / HEADER, header)
    return named, schema, head


def _copy_vault(work: _Work, named: Named) -> tuple[dict[str, int], list[str]]:
    """Bring what is new and read back what is due; answers the sizes of what is there and the names of what is not."""
    origin = work.elsewhere.vault if work.elsewhere else Vault(work.source.folder / "vault", work.source.keys.vault)
    vaults = _Vaults(origin, origin.beside(work.folder.vault))
    contents = {origin.name(content): content for content in named.files}
    wanted = {name: named.files[content] for name, content in contents.items()}
    _refuse_unroomy(work, origin, {name: contents[name] for name in wanted if name not in work.held})
    again = {*due((_vault_path(name) for name in wanted if name in work.held), work.checks, work.today)}
    vault, lacking = {}, []
    for number, (name, label) in enumerate(wanted.items()):
        work.step(number, len(wanted))
        size = _held(work, vaults, name, _vault_path(name) in again) or _brought(work, vaults, name, contents[name])
        if size is not None:
            vault[name] = size
        else:
            lacking.append(name)
            work.findings.append(Finding("backup_file_lacking", "backup.place", {"file": label}))
    sync_fans(work.folder.vault, vaults.fresh)
    work.step(len(wanted), max(1, len(wanted)))
    return vault, lacking


@dataclass(slots=True)
class _Vaults:
    """That of the desk, that of the copies, and the names of files new to it."""

    origin: Vault
    target: Vault
    fresh: list[str] = field(default_factory=list)


def _held(work: _Work, vaults: _Vaults, name: str, is_due: bool) -> int | None:
    """The size of a file that is there already, as it was proven once; None when it is not, or is not whole any more."""
    path, size = _vault_path(name), work.held.get(name)
    if size is None:
        return None
    before = work.checks.get(path)
    if before is not None and before.size == size and not is_due:
        return size
    work.checks.pop(path, None)
    if not vaults.target.proves(place_of(vaults.target.folder, name), name):
        return None
    work.checks[path] = Proven(size, work.today)
    work.checked += 1
    return size


def _brought(work: _Work, vaults: _Vaults, name: str, content: str) -> int | None:
    report = work.folder.root.parent
    bring = fetched if work.elsewhere else copied
    size = bring(vaults.origin, vaults.target, content if work.elsewhere else name, report)
    if size is not None:
        work.checks[_vault_path(name)] = Proven(size, work.today)
        work.held[name] = size
        work.copied += 1
        vaults.fresh.append(name)
    return size


def _refuse_unroomy(work: _Work, origin: Vault, new: Mapping[str, str]) -> None:
    if work.elsewhere:
        sizes = [origin.size(content) for content in new.values() if origin.holds(content)]
    else:
        paths = (place_of(origin.folder, name) for name in new)
        sizes = [path.stat().st_size for path in paths if path.is_file()]
    refuse_too_small(work.folder.root, sum(sizes))


def _check_older(work: _Work) -> None:
    """The databases and key files of older copies are read back within the same time as the files of the vault."""
    wanted = {
        f"copies/{copy.name}/{file}": one for copy in work.folder.finished() for file, one in work.older.own(copy)
    }
    for path in due(wanted, work.checks, work.today):
        file = work.folder.root / path
        if file.is_file() and own_file(file) == wanted[path]:
            work.checks[path] = Proven(wanted[path].size, work.today)
            work.checked += 1
        else:
            work.findings.append(Finding("backup_copy_damaged", "backup.place", {"copy": file.parent.name}))


def _vault_path(name: str) -> str:
    return f"vault/{name}"
