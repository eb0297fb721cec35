"""Files of the vault that no record names: set aside under the day on which they were found, deleted only when a person says so.

A database put back from an older copy does not name newer proofs; they wait here, and go back to their place when a record names
them again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

from workstation.profile.portfolio.kept import KeyNumbers
from workstation.store.files import private_folder, sync_folder

QUARANTINE: Final = "quarantine"
KEPT_DAYS: Final = 90
"""How long a file is kept at least; after that it may be removed, by a person's own command only."""


@dataclass(frozen=True, slots=True)
class Quarantined:
    """What a look at the vault moved: files ``set_aside``, and files ``brought_back`` because a record names them."""

    set_aside: int = 0
    brought_back: int = 0

    def __bool__(self) -> bool:
        return bool(self.set_aside or self.brought_back)


class NamesMet:
    """Names as they pass by, of which is known afterwards whether one was among them; 12 bytes are held of each (`KeyNumbers`).

    A spare file whose name shares 64 bits of hash with one of them stays where it is, which harms nothing.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names, self._met = iter(names), KeyNumbers()

    def __iter__(self) -> Iterator[str]:
        for name in self._names:
            if self._met.get(name) is None:
                self._met.put(name, 0)
            yield name

    def __contains__(self, name: str) -> bool:
        return self._met.get(name) is not None


def set_aside(vault: Path, files: Iterable[Path], on: date) -> int:
    """Move files of a vault into its quarantine under a day; answers how many. One moved before under that day is replaced."""
    folder = vault / QUARANTINE / on.isoformat()
    moved = 0
    for file in files:
        private_folder(folder)
        file.replace(folder / file.name)
        moved += 1
    if moved:
        sync_folder(folder)
    return moved


def bring_back(vault: Path, names: Iterable[str]) -> int:
    """Move quarantined files of these ``names`` back to their places where these are empty, the latest first; answers how many."""
    held = {file.name: file for file in sorted((vault / QUARANTINE).glob("*/*"))}
    moved = 0
    for name in names:
        if name in held and not (place := vault / name[:2] / name).exists():
            private_folder(place.parent)
            held[name].replace(place)
            sync_folder(place.parent)
            moved += 1
    return moved


@dataclass(frozen=True, slots=True)
class Held:
    """What lies in a quarantine: ``files`` and their ``size`` in bytes, since when; ``removable`` were kept long enough."""

    files: int = 0
    size: int = 0
    since: date | None = None
    removable: int = 0


def held(vault: Path, today: date) -> Held:
    """What lies in the quarantine of a vault."""
    found = [(file.stat().st_size, kept_since(file)) for file in (vault / QUARANTINE).glob("*/*")]
    days = [since for _, since in found]
    removable = sum(_may_go(since, today) for since in days)
    return Held(len(found), sum(size for size, _ in found), min(days, default=None), removable)


def remove_old(vault: Path, today: date) -> int:
    """Delete what was kept for `KEPT_DAYS` days, for good; answers how many files. Only a person's own command calls this."""
    old = [file for file in (vault / QUARANTINE).glob("*/*") if _may_go(kept_since(file), today)]
    for file in old:
        file.unlink()
    for folder in {file.parent for file in old}:
        if not any(folder.iterdir()):
            folder.rmdir()
    return len(old)


def kept_since(file: Path) -> date:
    """The day under which a file lies, or the later one on which it was moved there: a clock set back shortens nothing."""
    moved_on = datetime.fromtimestamp(file.stat().st_ctime, UTC).date()
    try:
        return max(date.fromisoformat(file.parent.name), moved_on)
    except ValueError:
        return moved_on


def _may_go(since: date, today: date) -> bool:
    return since + timedelta(days=KEPT_DAYS) <= today
