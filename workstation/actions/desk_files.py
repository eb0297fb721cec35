"""The names of a desk's own files in its folder, and how to tell such a folder from any other."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from workstation.store.keys import HEADER

DATABASE: Final = "desk.db"
VAULT: Final = "vault"
UNFINISHED: Final = HEADER + ".new"
"""The header file of a desk still being made; renamed when all the rest is there."""


def is_desk_folder(folder: Path) -> bool:
    """Whether a desk is kept here, or was: one of its files is enough, so that a damaged desk is known too."""
    return any((folder / name).exists() for name in (HEADER, DATABASE, UNFINISHED))
