"""The terms being tried as one value, and the steps between such values: Ctrl+Z and Ctrl+Y walk along them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from workstation.plan.schedule.terms import FixedPayment, Step

Leads = Literal["instalments", "affordable"]
"""Which of the two was given; the other follows from it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What is in the fields as typed, by key; which figure leads; rows locked to an amount; steps that have no field."""

    typed: tuple[tuple[str, str], ...]
    leads: Leads = "instalments"
    fixed: tuple[FixedPayment, ...] = ()
    further: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftStep:
    """From one draft to the next. Steps of the same field in one run are one step, so that a drag is undone as a whole."""

    before: Draft
    after: Draft
    key: str
    run: int


@dataclass
class _Steps:
    """The steps of one account; the first ``taken`` of them are done, the rest undone.

    No `QUndoStack`: its commands are objects of both worlds, and when Python lets a closed page go, in whatever order, the
    stack reaches for commands that are gone.
    """

    steps: list[DraftStep] = field(default_factory=list)
    taken: int = 0

    def take(self, step: DraftStep) -> None:
        del self.steps[self.taken :]
        last = self.steps[-1] if self.steps else None
        if last is not None and (last.key, last.run) == (step.key, step.run):
            self.steps[-1] = replace(last, after=step.after)
        else:
            self.steps.append(step)
        self.taken = len(self.steps)


class DraftHistory:
    """The steps of each account; a run ends when the person turns to something else."""

    def __init__(self, show: Callable[[Draft], None]) -> None:
        self._show = show
        self._steps: dict[str, _Steps] = {}
        self._drafts: dict[str, Draft] = {}
        self._run = 0

    def has_draft(self, account_id: str) -> bool:
        """Whether there is a draft of that account."""
        return account_id in self._drafts

    def draft(self, account_id: str) -> Draft:
        """The draft as it is."""
        return self._drafts[account_id]

    def begin(self, account_id: str, draft: Draft) -> None:
        """Start the history of an account again."""
        self._steps[account_id] = _Steps()
        self._drafts[account_id] = draft

    def note(self, account_id: str, draft: Draft, key: str) -> None:
        """Take the next draft; ``key`` names what was edited."""
        before = self._drafts.get(account_id)
        if before is None or before == draft:
            return
        self._drafts[account_id] = draft
        self._steps[account_id].take(DraftStep(before, draft, key, self._run))

    def rest(self) -> None:
        """What follows is a step of its own."""
        self._run += 1

    def undo(self, account_id: str) -> bool:
        """Undo one step; False when there is none."""
        self.rest()
        known = self._steps.get(account_id)
        if known is None or known.taken == 0:
            return False
        known.taken -= 1
        self._show(known.steps[known.taken].before)
        return True

    def redo(self, account_id: str) -> bool:
        """Do an undone step again."""
        self.rest()
        known = self._steps.get(account_id)
        if known is None or known.taken == len(known.steps):
            return False
        known.taken += 1
        self._show(known.steps[known.taken - 1].after)
        return True

    def shown(self, account_id: str, draft: Draft) -> None:
        """The fields show this draft after a walk."""
        self._drafts[account_id] = draft
