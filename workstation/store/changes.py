"""What one transaction changed, so that pages know whether they are concerned."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from workstation.casework.said.entry import PaperEntry
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.plan.rebuilt.claim_sheet import ClaimSheet
from workstation.plan.schedule.lender_table import LenderTable
from workstation.profile.account import Account
from workstation.profile.account_fact import AccountFact
from workstation.profile.budget import Budget
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.profile.statement import Statement
from workstation.store.records.entities import RECORDS

STEPPED: Final[frozenset[type[Any]]] = frozenset(
    {
        *(Debtor, Account, Budget, Statement, Case, EvidenceItem, Verification),
        *(ClaimSheet, AccountFact, LenderTable, PaperEntry),
    }
)
"""What an agent edits: each single write of these is told with what stood there before."""
_MOST_STEPS: Final = 64
"""A transaction of more steps is no edit of one case, and tells none."""

MOST_CASES: Final = 10_000
"""A long transaction that changed more says that any case may be another now."""

Step = tuple[Any, Any]
"""An entity before and after; None where there was or is none."""


class Changes:
    """``kinds``: names of the entity classes written; ``case_ids``: the cases they belong to. Grows until the transaction ends.

    ``everywhere``: more cases than are named here changed; `concerns` then answers yes of each.
    """

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._everywhere = False
        self.names_all = True
        """Whether every case that changed is still named."""
        self._kinds: set[str] = set()
        self._case_ids: set[str] = set()
        self._unlogged: set[str] = set()

    def note(self, kind: type, case_ids: Iterable[str]) -> None:
        """Add what was just written."""
        self._kinds.add(kind.__name__)
        found = tuple(case_ids)
        self._case_ids.update(found)
        self._unlogged.update(found)

    def step(self, before: Any, after: Any) -> None:
        """Add what one entity of `STEPPED` was and is."""
        if not self.many_steps:
            self._steps.append((before, after))

    def mark(self) -> int:
        """How many steps there are so far."""
        return len(self._steps)

    def back_to(self, count: int) -> None:
        """Forget the steps after the first ``count``: they were undone with their savepoint."""
        del self._steps[count:]

    @property
    def many_steps(self) -> bool:
        """Whether there are more than anybody takes back."""
        return len(self._steps) > _MOST_STEPS

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps in order; none where there were too many."""
        return () if self.many_steps else tuple(self._steps)

    def taken(self) -> frozenset[str]:
        """The cases noted since this was last asked: those that the next entry of the log is about."""
        found = frozenset(self._unlogged)
        self._unlogged.clear()
        return found

    def forget(self, case_ids: Iterable[str]) -> None:
        """Cases that nobody needs to hear of."""
        gone = self._case_ids.intersection(case_ids)
        self.names_all &= not gone
        self._case_ids -= gone

    def name_no_case(self) -> None:
        """Hold on to no case, but say that any may be another now."""
        self._everywhere |= bool(self._case_ids)
        self.names_all &= not self._case_ids
        self._case_ids.clear()

    def name_any_case(self) -> None:
        """Hold on to no case: any may be another now, whether or not one was noted."""
        self._everywhere, self.names_all = True, False
        self._case_ids.clear()

    def concerns(self, case_id: str) -> bool:
        """Whether a case may be another now."""
        return self._everywhere or case_id in self._case_ids

    def clear(self) -> None:
        """What was written concerns no page and no other window; the transaction then counts for nobody."""
        self._steps.clear()
        self._everywhere = False
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


def everything(case_ids: Collection[str] | None) -> Changes:
    """What others may have changed: things of any kind, in these cases; of more than `MOST_CASES` none is named. None: in any."""
    changes = Changes()
    for kind in RECORDS:
        changes.note(kind, ())
    changes.note(Case, case_ids or ())
    if case_ids is None or len(case_ids) > MOST_CASES:
        changes.name_any_case()
    return changes
