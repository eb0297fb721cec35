"""A dry run put into the store: some thousand rows at a time, so that memory stays flat however long the list is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any, Final

from workstation.identity import shared_start
from workstation.profile.account import Account
from workstation.profile.batch import ImportReject
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio.dry_run import joined
from workstation.profile.portfolio.list_rows import Step
from workstation.profile.portfolio.portfolio import AccountKey, ImportPlan, account_key
from workstation.store.store import Store

_ACCOUNT: Final = tuple(Account.__dataclass_fields__)
_OF_ONE_CASE: Final = ("id", "number", "debtor_id")
"""What a new case has of its own; these are its first columns."""
_LOGGED_AT: Final = 30_000
"""Rows written after which the log has its next entry: below that an import is one."""


def store_plan(store: Store, plan: ImportPlan, today: date, pack: str, step: Step) -> None:
    """Debtors, cases, accounts and the rows that go back, inside a transaction. ``step``: as of `import_portfolio`."""
    store.go_lean()
    writing = _Writing(store, 3 * len(plan.new_cases) + len(plan.claims) + len(plan.rejected), step)
    for rows in plan.new_cases.blocks():
        writing.load(Debtor, [row[1:] for row in rows])
    _join(store, plan)
    start = shared_start(plan.new_cases[0].case_id) if plan.new_cases else ""
    alike = store.stamped(Case("", "", "", today, pack=pack, import_id=plan.id))[len(_OF_ONE_CASE) :]
    with store.loading():
        for rows in plan.new_cases.blocks():
            numbers = store.next_case_numbers(str(today.year), len(rows))
            cases = [(row[0], number, row[1], *alike) for row, number in zip(rows, numbers, strict=True)]
            writing.load(Case, cases, [case[0] for case in cases])
        for rows in plan.claims.blocks():
            fresh = [row[2] for row in rows if start and row[2].startswith(start)]
            writing.load(Account, [row[1:] for row in rows], fresh)
    for rows in plan.rejected.blocks():
        writing.add(
            [ImportReject(f"{plan.id}.{row.row}", plan.id, row.row, tuple(row.cells), row.findings) for row in rows]
        )
    writing.bring_list_up()


def account_keys(plan: ImportPlan) -> Iterator[set[AccountKey]]:
    """The keys of all accounts that a plan accepts, some at a time."""
    bank, number = (_ACCOUNT.index(name) + 1 for name in ("bank", "number"))
    for rows in plan.claims.blocks():
        yield {account_key(row[bank], row[number]) for row in rows}


def _join(store: Store, plan: ImportPlan) -> None:
    """What rows far apart in a list say of the same person."""
    rest = iter(plan.joins)
    while some := list(islice(rest, 1000)):
        stored: dict[str, Debtor] = {one.id: one for one in store.get_many(Debtor, [other.id for _, other in some])}
        before = dict(stored)
        for _, other in some:
            stored[other.id] = joined(stored[other.id], other)
        store.save_all(one for one in stored.values() if one != before[one.id])


class _Writing:
    """Blocks of rows on their way into the store; counts them."""

    def __init__(self, store: Store, total: int, step: Step) -> None:
        self._store, self._total, self._step = store, total, step
        self._done = self._logged = 0

    def load(self, kind: type[Any], rows: Sequence[tuple[Any, ...]], fresh: Sequence[str] = ()) -> None:
        """As `Store.load`."""
        self._store.load(kind, rows, fresh)
        self._count(len(rows))

    def add(self, entities: Sequence[object]) -> None:
        """Entities of one class."""
        self._store.add_all(entities)
        self._count(len(entities))

    def bring_list_up(self) -> None:
        """The list of cases, at last."""
        done, rest = self._done, self._total - self._done
        self._store.bring_list_up(lambda part, parts: self._step(done + rest * part // parts, self._total))

    def _count(self, rows: int) -> None:
        self._done += rows
        self._logged += rows
        if self._logged >= _LOGGED_AT and self._done < self._total:
            self._store.settle()
            self._logged = 0
        self._step(self._done, self._total)
