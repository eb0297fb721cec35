"""What one transaction changed, so that pages know whether they are concerned."""

from __future__ import annotations

from collections.abc import Iterable

from workstation.store.records.entities import RECORDS


class Changes:
    """``kinds``: names of the entity classes written; ``case_ids``: the cases they belong to. Grows until the transaction ends."""

    def __init__(self) -> None:
        self._kinds: set[str] = set()
        self._case_ids: set[str] = set()
        self._unlogged: set[str] = set()

    def note(self, kind: type, case_ids: Iterable[str]) -> None:
        """Add what was just written."""
        self._kinds.add(kind.__name__)
        found = tuple(case_ids)
        self._case_ids.update(found)
        self._unlogged.update(found)

    def taken(self) -> frozenset[str]:
        """The cases noted since this was last asked: those that the next entry of the log is about."""
        found = frozenset(self._unlogged)
        self._unlogged.clear()
        return found

    def forget(self, case_ids: Iterable[str]) -> None:
        """Cases that nobody needs to hear of."""
        self._case_ids.difference_update(case_ids)

    def clear(self) -> None:
        """What was written concerns no page and no other window; the transaction then counts for nobody."""
        self._kinds.clear()
        self._case_ids.clear()
        self._unlogged.clear()

    @property
    def kinds(self) -> frozenset[str]:
        """Names of entity classes."""
        return frozenset(self._kinds)

    @property
    def case_ids(self) -> frozenset[str]:
        """Ids of cases."""
        return frozenset(self._case_ids)

    def __bool__(self) -> bool:
        return bool(self._kinds)

    def __repr__(self) -> str:
        return f"Changes(kinds={sorted(self._kinds)}, case_ids={sorted(self._case_ids)})"


def everything(case_ids: Iterable[str]) -> Changes:
    """What another process may have changed: things of any kind, in these cases."""
    changes = Changes()
    for kind in RECORDS:
        changes.note(kind, case_ids)
    return changes
