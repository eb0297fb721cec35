"""The terms being tried as one value, and the steps between such values: Ctrl+Z and Ctrl+Y walk along them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QUndoCommand, QUndoStack

from workstation.plan.terms import FixedPayment, Step

Leads = Literal["instalments", "affordable"]
"""Which of the two was given; the other follows from it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields as typed, by key; which figure leads; rows locked to an amount; steps that have no field."""

    typed: tuple[tuple[str, str], ...]
    leads: Leads = "instalments"
    fixed: tuple[FixedPayment, ...] = ()
    further: tuple[Step, ...] = ()


class DraftStep(QUndoCommand):
    """From one draft to the next. Steps of the same field in a row are one step, so that a drag is undone as a whole."""

    def __init__(self, before: Draft, after: Draft, key: str, run: int, show: Callable[[Draft], None]) -> None:
        super().__init__(key)
        self.before, self.after, self.key, self.run, self._show = before, after, key, run, show
        self._done = True

    def id(self) -> int:
        return 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, DraftStep) or (other.key, other.run) != (self.key, self.run):
            return False
        self.after = other.after
        return True

    def undo(self) -> None:
        self._done = False
        self._show(self.before)

    def redo(self) -> None:
        """The first time the fields already show it."""
        if not self._done:
            self._show(self.after)
        self._done = True


class DraftHistory:
    """One stack of steps for each account; a run ends when the person turns to something else."""

    def __init__(self, show: Callable[[Draft], None]) -> None:
        self._show = show
        self._stacks: dict[str, QUndoStack] = {}
        self._drafts: dict[str, Draft] = {}
        self._run = 0

    def began(self, account_id: str) -> bool:
        """Whether there is a draft of that account."""
        return account_id in self._drafts

    def draft(self, account_id: str) -> Draft:
        """The draft as it stands."""
        return self._drafts[account_id]

    def begin(self, account_id: str, draft: Draft) -> None:
        """Start the history of an account anew."""
        self._stacks.setdefault(account_id, QUndoStack()).clear()
        self._drafts[account_id] = draft

    def note(self, account_id: str, draft: Draft, key: str) -> None:
        """Take the next draft; ``key`` names what was edited."""
        before = self._drafts.get(account_id)
        if before is None or before == draft:
            return
        self._drafts[account_id] = draft
        self._stacks[account_id].push(DraftStep(before, draft, key, self._run, self._show))

    def rest(self) -> None:
        """What follows is a step of its own."""
        self._run += 1

    def back(self, account_id: str) -> bool:
        """Undo one step; False when there is none."""
        return self._walk(account_id, QUndoStack.canUndo, QUndoStack.undo)

    def forth(self, account_id: str) -> bool:
        """Do an undone step again."""
        return self._walk(account_id, QUndoStack.canRedo, QUndoStack.redo)

    def shown(self, account_id: str, draft: Draft) -> None:
        """The fields show this draft after a walk."""
        self._drafts[account_id] = draft

    def _walk(self, account_id: str, can: Callable[[QUndoStack], bool], go: Callable[[QUndoStack], None]) -> bool:
        stack = self._stacks.get(account_id)
        self.rest()
        if stack is None or not can(stack):
            return False
        go(stack)
        return True
