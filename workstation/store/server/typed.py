"""Typing of a seat while its server cannot be reached: a sealed file in the seat's folder, until the server has it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidTag

from workstation.casework.draft import Draft
from workstation.store.files import write_whole
from workstation.store.records.repository import Mappers
from workstation.store.server.sealing import OfficeSeal

TYPED: Final = "desk.typed"
_SPACE: Final = "typed"


class SeatTyping:
    """What was typed at one seat and is not on the server yet. ``key``: of the desk's database."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._path, self._seal = folder / TYPED, OfficeSeal(key)
        self._mapper = Mappers().of(Draft)

    def drafts(self) -> tuple[Draft, ...]:
        """All of it; nothing where there is none, or where the file is not of this desk."""
        try:
            rows = self._seal.opened(_SPACE, b"", self._path.read_bytes())["rows"]
            return tuple(self._mapper.entity(tuple(row)) for row in rows)
        except (OSError, ValueError, LookupError, TypeError, InvalidTag):
            return ()

    def keep(self, drafts: Iterable[Draft]) -> None:
        """Add some, in the place of earlier ones of the same form."""
        self._write({one.id: one for one in (*self.drafts(), *drafts)}.values())

    def drop(self, keys: Iterable[str]) -> None:
        """Forget some."""
        if self._path.exists():
            gone = {*keys}
            self._write([one for one in self.drafts() if one.id not in gone])

    def _write(self, drafts: Iterable[Draft]) -> None:
        rows: list[Any] = [list(self._mapper.values(one)) for one in drafts]
        if not rows:
            self._path.unlink(missing_ok=True)
            return
        write_whole(self._path, self._seal.sealed(_SPACE, b"", {"rows": json.loads(json.dumps(rows))}))
