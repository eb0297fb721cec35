"""A portfolio read as a person named its columns, else as they were named at an earlier one of its header and bank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from workstation.actions.desk import Desk
from workstation.actions.keep.list_columns import mapping_key
from workstation.bank_names import bank_key
from workstation.errors import refuse_if
from workstation.profile.portfolio.column_mapping import PortfolioMapping
from workstation.profile.portfolio.list_rows import ListRows
from workstation.profile.portfolio.named_layout import NamedField, has_heading, named_mapping, naming_findings
from workstation.profile.portfolio.portfolio import ImportPlan
from workstation.promise.named_columns import ListMapping, ListName, NamedColumn

_KIND: Final[ListName] = "portfolio"
_ALL: Final = "all."
"""Before the field of a `NamedColumn` whose title is no column but what every row says."""


@dataclass(frozen=True, slots=True)
class NamedPlan:
    """The dry run over a list. ``named``: as a person said; ``remembered``: where from, when it was not said of this list."""

    plan: ImportPlan
    named: tuple[NamedField, ...] = ()
    remembered: ListMapping | None = None


def planned_as_named(
    desk: Desk,
    sheets: Sequence[ListRows],
    named: Sequence[NamedField],
    plan: Callable[[PortfolioMapping | None], ImportPlan],
) -> NamedPlan:
    """The dry run by what was said of this list, else by what the desk remembers of its header, newest first.

    What is remembered of a bank holds for lists of that bank only. Raises `Refused`: as ``plan``, and naming_findings'.
    """
    if named:
        refuse_if(naming_findings(named))
        return NamedPlan(plan(named_mapping(named)), tuple(named))
    for kept in remembered_names(desk, sheets):
        fields = named_fields(kept)
        made = plan(named_mapping(fields))
        if not kept.bank or not made.banks or {bank_key(kept.bank)} == set(map(bank_key, made.banks)):
            return NamedPlan(made, fields, kept)
    return NamedPlan(plan(None))


def remembered_names(desk: Desk, sheets: Sequence[ListRows]) -> tuple[ListMapping, ...]:
    """What the desk knows of portfolios with a heading of these sheets, the newest first."""
    kept = sorted(desk.store.find(ListMapping, list_kind=_KIND), key=_when, reverse=True)
    return tuple(one for one in kept if has_heading(sheets, one.header))


def named_fields(kept: ListMapping) -> tuple[NamedField, ...]:
    """What was named, as it is said of a list."""
    return tuple(
        NamedField(one.field.removeprefix(_ALL), one.title, one.field.startswith(_ALL)) for one in kept.columns
    )


def remember_names(desk: Desk, plan: ImportPlan, named: Sequence[NamedField]) -> None:
    """Keep what was named for a list that is taken in, in place of what was known of its bank and header."""
    bank = next(iter(plan.banks)) if len(set(map(bank_key, plan.banks))) == 1 else ""
    columns = tuple(NamedColumn(f"{_ALL}{one.field}" if one.constant else one.field, one.title) for one in named)
    key = mapping_key(_KIND, bank, plan.header)
    desk.store.save(ListMapping(key, _KIND, bank, tuple(plan.header), columns, desk.clock.now(), desk.agent))


def _when(kept: ListMapping) -> tuple[datetime, str]:
    return kept.at, kept.id
