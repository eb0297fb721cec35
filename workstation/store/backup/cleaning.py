"""Older copies removed by the rule, and what no copy needs any more; only ever after a newer copy was proven."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from workstation.dates import desk_time
from workstation.errors import Damaged, Finding
from workstation.store.backup.manifest import OwnFile, SignedList, read_list
from workstation.store.backup.places import BackupFolder, BackupKeys
from workstation.store.backup.rule import KeepRule, kept
from workstation.store.backup.vault_copy import place_of
from workstation.store.files import PART


@dataclass(frozen=True, slots=True)
class Lists:
    """The signed lists of copies by their folders, and the folders whose list is damaged."""

    readable: Mapping[Path, SignedList]
    damaged: tuple[Path, ...] = ()

    def own(self, copy: Path) -> Iterable[tuple[str, OwnFile]]:
        """The files of a copy's own folder; none where its list is damaged."""
        return self.readable[copy].own.items() if copy in self.readable else ()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Names of the copies that went, how many vault files went with them, and what is damaged."""

    removed: tuple[str, ...] = ()
    files: int = 0
    findings: tuple[Finding, ...] = ()


def clean(folder: BackupFolder, listed: Lists, held: Iterable[str], rule: KeepRule, newest: str) -> Cleaned:
    """Apply a rule to copies; ``newest`` (just made and proven) stays in any case. ``held``: names of what the vault has.

    A copy whose manifest is damaged is never removed, and as long as there is one no vault file is: nobody knows what it needs.
    """
    readable, damaged = listed.readable, listed.damaged
    days = [(copy.name, desk_time(one.made_at).date()) for copy, one in readable.items()]
    staying = kept(days, rule) | {newest}
    removed = [copy for copy in readable if copy.name not in staying]
    for copy in removed:
        _remove(copy)
    spare = (
        _spare(held, [readable[copy] for copy in readable if copy.name in staying]) if removed and not damaged else []
    )
    for name in spare:
        place_of(folder.vault, name).unlink(missing_ok=True)
    findings = tuple(Finding("backup_copy_damaged", "backup.place", {"copy": copy.name}) for copy in damaged)
    return Cleaned(tuple(copy.name for copy in removed), len(spare), findings)


def lists_of(copies: Iterable[Path], keys: BackupKeys) -> Lists:
    """The lists of copies as they can be read now."""
    readable: dict[Path, SignedList] = {}
    damaged = []
    for copy in copies:
        try:
            readable[copy] = read_list(copy, keys.sign)
        except Damaged:
            damaged.append(copy)
    return Lists(readable, tuple(damaged))


def _spare(held: Iterable[str], staying: Sequence[SignedList]) -> list[str]:
    """Copies of a year share nearly all their lines, so these are put together before they are taken apart."""
    lines: set[str] = set().union(*(one.lines for one in staying))
    return sorted({*held} - {line.partition(" ")[0] for line in lines})


def _remove(copy: Path) -> None:
    """First its name, so that a crash leaves no half of a copy that looks whole."""
    gone = copy.rename(copy.with_name(copy.name + PART))
    rmtree(gone)
