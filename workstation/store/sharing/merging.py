"""Two people changed one record: merged field by field against what both began from; a field changed twice is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any, Final, TypeVar

from workstation.casework.settings import DeskSettings
from workstation.dates import add_days
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.profile.bank import BankContact
from workstation.rates import Rate

E = TypeVar("E")

_STAMPS: Final = frozenset({"at", "by", "due_given", "due_source"})
"""Who saved a record and when, and how a due day is known: no facts of their own, so the later save brings them."""
HALF_OPEN: Final = frozenset({"covers_to"})
"""Days after the last one; people are told the last one."""
_AREAS: Final[Mapping[type, str]] = MappingProxyType({DeskSettings: "desk", BankContact: "bank"})
"""What field references call a record, where it is not the name of its table."""


def rebased(base: E, mine: E, theirs: E | None, table: str) -> E:
    """``theirs`` (stored now) with what changed from ``base`` to ``mine``. A tuple (phones, budget lines …) is one field.

    Raises `Refused`: a ``save_conflict`` for each field that both sides changed to different values, with the ``field``, the value
    stored meanwhile (``theirs``) and the one to be saved (``yours``) as figures; ``save_gone`` when nothing is stored any more.
    """
    if theirs is None:
        raise Refused(Finding("save_gone", table))
    if theirs == base:
        return mine
    area = _AREAS.get(type(mine), table)
    found, changes = [], {}
    for name, before, wanted, stored in _changed(base, mine, theirs):
        if stored not in (before, wanted) and name not in _STAMPS:
            found.append(conflict(f"{area}.{name}", stored, wanted))
        changes[name] = wanted
    if found:
        raise Refused(*found)
    return replace(theirs, **changes)  # type: ignore[type-var]  # every entity is a dataclass


def conflict(subject: str, stored: Any, wanted: Any) -> Finding:
    """What is told of one field that two people changed."""
    field = subject.rpartition(".")[2]
    stored, wanted = (_last_day(one) if field in HALF_OPEN else one for one in (stored, wanted))
    figures = {"field": field, "theirs": value_text(stored), "yours": value_text(wanted)}
    return Finding("save_conflict", subject, figures)


def _last_day(end: Any) -> Any:
    return add_days(end, -1) if isinstance(end, date) else end


def _changed(base: Any, mine: Any, theirs: Any) -> Iterator[tuple[str, Any, Any, Any]]:
    for item in fields(mine):
        before, wanted = getattr(base, item.name), getattr(mine, item.name)
        if wanted != before:
            yield item.name, before, wanted, getattr(theirs, item.name)


def value_text(value: Any) -> str:
    """A value as one line of plain text: amounts grouped, days ISO, lists joined; ``-`` for none."""
    match value:
        case None | "" | ():
            return "-"
        case Money():
            return f"{value.grouped()} {value.currency}"
        case Rate():
            return f"{value.percent()} {value.per}"
        case date():
            return value.isoformat()
        case Enum():
            return value.name.lower()
        case tuple() | list():
            return ", ".join(map(value_text, value))
        case Mapping():
            return ", ".join(f"{key}={value_text(one)}" for key, one in value.items())
        case _ if is_dataclass(value):
            parts = (getattr(value, item.name) for item in fields(value))
            return " ".join(value_text(part) for part in parts if part not in (None, "", ()))
        case _:
            return str(value)
