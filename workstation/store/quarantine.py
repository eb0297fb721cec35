"""Files of the vault that no record names: set aside under the day on which they were found, never deleted by the program.

A database put back from an older copy does not name newer proofs; they wait here, and go back to their place when a record names
them again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from workstation.store.files import private_folder, sync_folder

QUARANTINE: Final = "quarantine"


@dataclass(frozen=True, slots=True)
class Quarantined:
    """What a look at the vault moved: files ``set_aside``, and files ``brought_back`` because a record names them."""

    set_aside: int = 0
    brought_back: int = 0

    def __bool__(self) -> bool:
        return bool(self.set_aside or self.brought_back)


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


def bring_back(vault: Path, places: Iterable[Path]) -> int:
    """Move quarantined files back to those of their ``places`` that are empty, the latest first; answers how many."""
    held = {file.name: file for file in sorted((vault / QUARANTINE).glob("*/*"))}
    moved = 0
    for place in places if held else ():
        if place.name in held and not place.exists():
            private_folder(place.parent)
            held[place.name].replace(place)
            sync_folder(place.parent)
            moved += 1
    return moved
