"""A copy made a desk again: built aside in a new folder, proven, and only then given its name; what is lacking is told by item."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from shutil import copyfile, rmtree

from workstation.dates import Clock
from workstation.errors import Damaged, Finding
from workstation.store import files
from workstation.store.backup.database_copy import is_sound
from workstation.store.backup.destination import refuse_too_small
from workstation.store.backup.disk_errors import copying_to, refused
from workstation.store.backup.making import Named, Naming, Step
from workstation.store.backup.manifest import Manifest, own_file, read_manifest
from workstation.store.backup.places import DATABASE, PREFIX, backup_keys
from workstation.store.backup.reading import CopiesFound
from workstation.store.backup.vault_copy import copied, sync_fans
from workstation.store.keys import HEADER, Keys
from workstation.store.ledger.head import head_of
from workstation.store.ledger.ledger import RESTORED, Act
from workstation.store.store import Store
from workstation.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Restored:
    """A desk made of a copy: its folder, what it holds, and what could not be given back."""

    folder: Path
    cases: int
    evidence: int
    files: int
    findings: tuple[Finding, ...]


def restore(
    found: CopiesFound, copy: Path, target: Path, naming: Naming, clock: Clock, step: Step = lambda done, total: None
) -> Restored:
    """Make a desk of a copy in a folder that is new or empty. Works on any thread; what ``step`` raises leaves nothing behind.

    The desk opens with the passphrase that opened the copies. A vault file that is gone or damaged is a finding
    ``restore_file_lacking``; the rest goes on.
    Raises `Refused`: restore_not_new, restore_inside_backup, restore_inside_desk, backup_database_damaged, desk_newer, and what
    `copying_to` and `refuse_too_small` raise.
    """
    _refuse_target(target)
    with copying_to(target.parent if target.parent.exists() else target), _aside(target) as aside:
        manifest, findings = _manifest(copy, found.keys)
        refuse_too_small(aside, manifest.size if manifest else 0)
        named = _restore_database(found.keys, copy, aside, manifest, naming, clock)
        lacking = _restore_vault(found, aside, named.files, step)
        files.write_whole(aside / HEADER, found.header_for(copy))
    findings += tuple(Finding("restore_file_lacking", "backup.place", {"file": label}) for label in lacking)
    return Restored(target, named.cases, named.evidence, len(named.files) - len(lacking), findings)


def _refuse_target(target: Path) -> None:
    try:
        whole = files.followed(target)
    except OSError:
        raise refused("restore_not_new", target) from None
    if any(one.name.startswith(PREFIX) for one in (whole, *whole.parents)):
        raise refused("restore_inside_backup", target)
    if any((one / HEADER).exists() or (one / DATABASE).exists() for one in whole.parents):
        raise refused("restore_inside_desk", target)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise refused("restore_not_new", target)


@contextmanager
def _aside(target: Path) -> Iterator[Path]:
    """A folder beside the target that takes its name when left without an exception, and is gone otherwise."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.parent / f"{files.PREFIX}{token_hex(8)}{files.PART}"
    files.private_folder(aside)
    try:
        yield aside
        files.sync_folder(aside)
        if target.exists():
            target.rmdir()
        aside.rename(target)
    except BaseException:
        rmtree(aside, ignore_errors=True)
        raise
    files.sync_folder(target.parent)


def _manifest(copy: Path, keys: Keys) -> tuple[Manifest | None, tuple[Finding, ...]]:
    """Without its list a copy is still worth having: its database knows what it needs."""
    try:
        return read_manifest(copy, backup_keys(keys.vault).sign), ()
    except Damaged:
        return None, (Finding("backup_copy_damaged", "backup.place", {"copy": copy.name}),)


def _restore_database(
    keys: Keys, copy: Path, aside: Path, manifest: Manifest | None, naming: Naming, clock: Clock
) -> Named:
    """Bring the database, proven, to the schema of today; an older one is kept beside it by the upgrade."""
    target = aside / DATABASE
    target.touch(files.OWNER_FILE)
    if (copy / DATABASE).is_file():
        copyfile(copy / DATABASE, target)
        files.sync_file(target)
    altered = manifest is not None and own_file(target) != manifest.own[DATABASE]
    if altered or not target.stat().st_size or not is_sound(target, keys.database):
        raise refused("backup_database_damaged", copy, copy=copy.name)
    store = Store.open(target, keys.database, clock)
    try:
        if manifest is not None and not store.ledger.bears(head_of(manifest.log)):
            raise refused("backup_database_damaged", copy, copy=copy.name)
        with store.transaction():
            store.ledger.note(Act(keys.person, action=RESTORED))
        return naming(store)
    finally:
        store.close()


def _restore_vault(found: CopiesFound, aside: Path, wanted: Mapping[str, str], step: Step) -> list[str]:
    """Bring every file that the database names; answers the names, for people, of those that cannot be given back."""
    origin = Vault(found.folder.vault, found.keys.vault)
    target, lacking, brought = origin.beside(aside / "vault"), [], []
    each = not hasattr(os, "sync")  # else once for all, which takes seconds and not minutes
    for number, (content, label) in enumerate(wanted.items()):
        step(number, len(wanted))
        name = origin.name(content)
        if copied(origin, target, name, aside.parent, sync=each) is None:
            lacking.append(label)
        else:
            brought.append(name)
    if each:
        sync_fans(target.folder, brought)
    else:
        os.sync()
    step(len(wanted), max(1, len(wanted)))
    return lacking
