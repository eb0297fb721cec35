"""The edits of a sitting, in order: Ctrl+Z walks back along those of the open case, Ctrl+Y forward again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workstation.actions.edits.edit import Edit
from workstation.actions.edits.undo import do_again, take_back
from workstation.errors import Refused, StorageFailed

if TYPE_CHECKING:
    from workstation.actions.desk import Desk

_MOST: Final = 500
"""So many edits of a sitting are remembered."""


class EditHistory:
    """Belongs to one open desk and ends with it. Edits of the same field in one run are one, so that a text is taken back whole."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._done: list[Edit] = []
        self._undone: list[Edit] = []
        self._running = False

    def take(self, edit: Edit | None) -> None:
        """Remember what was done, if it was an edit; what was taken back of the same case is then gone."""
        if edit is None:
            return
        self._undone = [one for one in self._undone if not one.case_ids & edit.case_ids]
        joined = self._done[-1].joined(edit) if self._running and self._done else None
        if joined is not None:
            self._done.pop()
        if joined is None or joined.steps:  # a text that was typed and taken back by its letters was no edit
            self._done.append(joined or edit)
        self._running = joined is None or bool(joined.steps)  # what follows nothing never joins the edit before it
        del self._done[:-_MOST]

    def rest(self) -> None:
        """What follows is an edit of its own: the person turned to another field."""
        self._running = False

    def last(self, case_id: str) -> Edit | None:
        """The edit of a case that would be taken back now."""
        return _last(self._done, case_id)

    def undo(self, case_id: str, edit: Edit | None = None) -> Edit | None:
        """Take back the last edit of a case, or just this one; answers it, or None where there is none.

        Raises `Refused` where it cannot be taken back: it is then no longer tried.
        """
        return self._walk(self._done, self._undone, case_id, edit, back=True)

    def redo(self, case_id: str) -> Edit | None:
        """Do again what was taken back last; as `undo`."""
        return self._walk(self._undone, self._done, case_id, None, back=False)

    def _walk(self, of: list[Edit], to: list[Edit], case_id: str, edit: Edit | None, *, back: bool) -> Edit | None:
        self.rest()
        found = edit if edit is not None else _last(of, case_id)
        if found is None or not any(one is found for one in of):
            return None
        try:
            self._desk.run(take_back if back else do_again, found, case_id)
        except StorageFailed:
            raise  # the disk may let us a moment later
        except Refused:
            _drop(of, found)
            raise
        _drop(of, found)
        to.append(found)
        return found


def _last(edits: list[Edit], case_id: str) -> Edit | None:
    return next((one for one in reversed(edits) if case_id in one.case_ids), None)


def _drop(edits: list[Edit], edit: Edit) -> None:
    edits[:] = [one for one in edits if one is not edit]
