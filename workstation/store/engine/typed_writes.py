"""The part of the store that keeps what is typed and not saved, and where people were: beside the log, and counted by nobody."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any

from workstation.store.changes import Changes
from workstation.store.engine.long_writes import LongWrites
from workstation.store.ledger.ledger import Act


class TypedWrites(LongWrites):
    """Small writes beside a person's work, such as a keystroke of the journal: they must not keep anybody waiting."""

    @abstractmethod
    def transaction(self, act: Act | None = None) -> AbstractContextManager[Changes]:
        """As `Store.transaction`."""

    @abstractmethod
    def save_all(self, entities: Iterable[object]) -> None:
        """As `Store.save_all`."""

    @abstractmethod
    def delete_all(self, kind: type[Any], keys: Sequence[str]) -> None:
        """As `Store.delete_all`."""

    def keep_typed(self, entities: Iterable[object], wait_ms: int) -> None:
        """Put some down, on the disk, in the place of those of the same key; waits ``wait_ms`` for others at most.

        Raises `StorageFailed`.
        """
        with self._database.hurried(wait_ms, synced=True), self.transaction() as changes:
            self.save_all(entities)
            changes.clear()

    def drop_typed(self, kind: type[Any], keys: Sequence[str], wait_ms: int) -> None:
        """Remove those of the keys that are there; a power cut may bring them back. Waits and raises as `keep_typed`."""
        mapper = self._mappers.of(kind)
        with self._database.hurried(wait_ms, synced=False), self.transaction() as changes:
            self.delete_all(kind, [row[mapper.key_at] for row in self._rows.many(mapper, keys)])
            changes.clear()
