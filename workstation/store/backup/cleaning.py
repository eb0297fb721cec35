"""Older copies removed by the rule, and what no copy needs any more; only ever after a newer copy was proven."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from workstation.dates import desk_time
from workstation.errors import Damaged, Finding
from workstation.store.backup.manifest import SignedList, read_list
from workstation.store.backup.places import BackupFolder, BackupKeys
from workstation.store.backup.rule import KeepRule, kept
from workstation.store.backup.vault_copy import held_sizes, place_of
from workstation.store.files import PART


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Names of the copies that went, how many vault files went with them, and what is damaged."""

    removed: tuple[str, ...] = ()
    files: int = 0
    findings: tuple[Finding, ...] = ()


def clean(folder: BackupFolder, keys: BackupKeys, rule: KeepRule, newest: str) -> Cleaned:
    """Apply a rule; ``newest`` (just made and proven) stays in any case.

    A copy whose manifest is damaged is never removed, and as long as there is one no vault file is: nobody knows what it needs.
    """
    readable, damaged = _read(folder.finished(), keys)
    days = [(copy.name, desk_time(one.made_at).date()) for copy, one in readable.items()]
    staying = kept(days, rule) | {newest}
    removed = [copy for copy in readable if copy.name not in staying]
    for copy in removed:
        _remove(copy)
    spare = (
        _spare(folder, (readable[copy] for copy in readable if copy.name in staying)) if removed and not damaged else []
    )
    for name in spare:
        place_of(folder.vault, name).unlink(missing_ok=True)
    findings = tuple(Finding("backup_copy_damaged", "backup.place", {"copy": copy.name}) for copy in damaged)
    return Cleaned(tuple(copy.name for copy in removed), len(spare), findings)


def _read(copies: Iterable[Path], keys: BackupKeys) -> tuple[dict[Path, SignedList], list[Path]]:
    readable: dict[Path, SignedList] = {}
    damaged = []
    for copy in copies:
        try:
            readable[copy] = read_list(copy, keys.sign)
        except Damaged:
            damaged.append(copy)
    return readable, damaged


def _spare(folder: BackupFolder, staying: Iterable[SignedList]) -> list[str]:
    needed = {name for one in staying for name in one.names()}
    return sorted(held_sizes(folder.vault).keys() - needed)


def _remove(copy: Path) -> None:
    """First its name, so that a crash leaves no half of a copy that looks whole."""
    gone = copy.rename(copy.with_name(copy.name + PART))
    rmtree(gone)
