"""Columns of a bank's list that a person named: kept with the import, used for the next list of that header, forgotten."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any, Protocol, TypeVar

from workstation.actions.desk import Desk
from workstation.actions.keep.list_answers import ListAnswers, ListFile
from workstation.bank_names import bank_key
from workstation.profile.account import Account
from workstation.promise.bank_list import has_header
from workstation.promise.named_columns import ListMapping, ListName, NamedColumn
from workstation.received.tables import Row


class ListPlan(Protocol):
    """What the dry run over a list says of its columns. ``named``: as a person said; ``remembered``: at an earlier list."""

    @property
    def header(self) -> Row:
        """The titles of the list."""

    @property
    def named(self) -> Mapping[str, str]:
        """Field → title."""

    @property
    def remembered(self) -> ListMapping | None:
        """Where ``named`` comes from, when nobody said it of this list."""

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Those that its rows are about."""


P = TypeVar("P", bound=ListPlan)


def planned_with(desk: Desk, kind: ListName, file: ListFile, said: ListAnswers, plan: Callable[[ListAnswers], P]) -> P:
    """The dry run by what was said of this list, else by what the desk remembers of its header, newest first.

    What is remembered of a bank holds for its own accounts only: another bank's list of the same header is read as if nothing
    were known of it. A list in which no account is found is shown as it was remembered last. Raises `Refused` as ``plan`` does.
    """
    if said.columns:
        return plan(said)
    nobodys: P | None = None
    for kept in remembered(desk, kind, file):
        made: P = replace(plan(replace(said, columns=kept.named)), remembered=kept)  # type: ignore[type-var]
        if made.accounts and (not kept.bank or {bank_key(kept.bank)} == _banks(made.accounts)):
            return made
        if not made.accounts:
            nobodys = nobodys or made
    return nobodys or plan(said)


def remembered(desk: Desk, kind: ListName, file: ListFile) -> tuple[ListMapping, ...]:
    """What the desk knows of lists of this header, the newest first."""
    kept = desk.store.find(ListMapping, list_kind=kind)
    return tuple(one for one in sorted(kept, key=_when, reverse=True) if has_header(file.table, one.header))


def remember_columns(desk: Desk, kind: ListName, plan: ListPlan) -> None:
    """Keep the columns that were named for a list that is taken in, in place of what was known of its bank and header."""
    if plan.remembered is not None or not any(plan.named.values()):
        return
    banks = {one.bank for one in plan.accounts}
    bank = next(iter(sorted(banks))) if len(_banks(plan.accounts)) == 1 else ""
    header = tuple(plan.header)
    columns = tuple(NamedColumn(field, title) for field, title in plan.named.items())
    key = mapping_key(kind, bank, header)
    desk.store.save(ListMapping(key, kind, bank, header, columns, desk.clock.now(), desk.agent))


def forget_columns(desk: Desk, mapping_id: str) -> ListMapping:
    """Forget the columns of a header; the next list of it is asked about again. Raises `Refused`: not_found."""
    kept = desk.store.get(ListMapping, mapping_id)
    desk.store.delete(ListMapping, mapping_id)
    return kept


def forget_of_file(desk: Desk, kind: ListName, file: ListFile) -> tuple[ListMapping, ...]:
    """Forget all that is remembered of a file's header; answers what was forgotten."""
    return tuple(forget_columns(desk, one.id) for one in remembered(desk, kind, file))


def restore_columns(desk: Desk, kept: ListMapping) -> None:
    """Remember again what was forgotten."""
    desk.store.save(kept)


def _banks(accounts: Iterable[Account]) -> set[str]:
    return {bank_key(one.bank) for one in accounts}


def mapping_key(kind: ListName, bank: str, header: Row) -> str:
    """The id of what is remembered of a bank's lists of a header."""
    return sha256("\n".join((kind, bank_key(bank), *header)).encode()).hexdigest()[:32]


def _when(kept: ListMapping) -> Any:
    return (kept.at, kept.id)
