"""A question as fields and dated entries, and back: what a form shows of it, and what is added or taken out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, Literal

from workstation.plan.debt.balances import COMPONENTS

Tree = dict[str, Any]
EntryKind = Literal["rate", "default_rate", "charge", "payment", "pause", "claim"]
ENTRY_KINDS: Final[tuple[EntryKind, ...]] = ("payment", "rate", "default_rate", "charge", "pause", "claim")
"""The words stand under ``claim_entry.<kind>``."""
_LISTS: Final[Mapping[str, tuple[str, ...]]] = {
    "rate": ("terms", "rates"), "default_rate": ("terms", "default_rates"), "charge": ("charges",),
    "payment": ("payments",), "pause": ("pauses",), "claim": ("claims",),
}  # fmt: skip
_PLACES: Final[Mapping[str, tuple[str, ...]]] = {
    "since": ("since",),
    **{part: ("opening", part) for part in COMPONENTS},
    **{
        key: ("terms", key) for key in ("day_count", "statement_day", "compounding", "settles", "payment_day", "due_on")
    },
    "until_days": ("terms", "order", "until_days"),
    "early": ("terms", "order", "early"),
    "late": ("terms", "order", "late"),
    "penalty_rate": ("terms", "penalty", "rate"),
    "penalty_minimum": ("terms", "penalty", "minimum"),
    "penalty_maximum": ("terms", "penalty", "maximum"),
    "due_days": ("terms", "penalty", "due_days"),
    "grace_days": ("terms", "penalty", "grace_days"),
    "tolerance": ("terms", "penalty", "tolerance"),
    "step_rate": ("terms", "penalty", "step", "rate"),
    "step_after": ("terms", "penalty", "step", "after"),
    "minimum_share": ("terms", "minimum", "share"),
    "unpaid": ("terms", "minimum", "unpaid"),
}
_DAYS: Final = ("since", "due_on")
_ORDERS: Final = ("early", "late")
_PART_OF: Final[Mapping[str, str]] = {"penalty": "penalty_rate", "step": "step_rate", "minimum": "minimum_share"}
"""A part of the terms is there when the field that makes it is filled."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated entry. ``value``: as it stands in the question; ``recorded``: the case itself has it, it is not edited here."""

    kind: EntryKind
    on: str
    value: Mapping[str, Any] = field(default_factory=dict)
    recorded: bool = False


def field_values(question: Mapping[str, Any]) -> dict[str, object]:
    """What each field of a form holds: days as days, orders joined by blanks, all else as in the question."""
    found: dict[str, object] = {}
    for key, path in _PLACES.items():
        value: Any = question
        for step in path:
            value = value.get(step) if isinstance(value, Mapping) else None
        if value is not None and key in _DAYS:
            value = date.fromisoformat(value)
        found[key] = " ".join(value) if value is not None and key in _ORDERS else value
    return found


def with_fields(question: Mapping[str, Any], values: Mapping[str, Any]) -> Tree:
    """The question with the fields put in their places; an empty field leaves its place out."""
    terms = {key: one for key, one in question.get("terms", {}).items() if key in ("rates", "default_rates")}
    made: Tree = {key: one for key, one in question.items() if key not in ("since", "opening", "terms")}
    made |= {"opening": {}, "terms": terms}
    for key, path in _PLACES.items():
        value = values.get(key)
        owners = [_PART_OF[step] for step in path[:-1] if step in _PART_OF]
        if any(values.get(one) in (None, "") for one in (key, *owners)):
            continue
        place = made
        for step in path[:-1]:
            place = place.setdefault(step, {})
        place[path[-1]] = _plain(key, value)
    return made


def _plain(key: str, value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value.split() if key in _ORDERS else value


def field_of(path: str) -> str:
    """The field in which the place of a refusal is typed, ``terms.penalty.due_days`` → ``due_days``; empty for an entry."""
    steps = tuple(path.split("."))
    exact = next((key for key, place in _PLACES.items() if place == steps), "")
    return exact or next((key for key, place in _PLACES.items() if place[: len(steps)] == steps), "")


def entries(question: Mapping[str, Any], recorded: Mapping[str, Any]) -> tuple[Entry, ...]:
    """Every dated entry of a question, and those that the case itself adds to it, by day."""
    found = [*_entries(question, recorded=False), *_entries(recorded, recorded=True)]
    return tuple(sorted(found, key=lambda one: (one.on, ENTRY_KINDS.index(one.kind))))


def _entries(question: Mapping[str, Any], *, recorded: bool) -> Iterator[Entry]:
    for kind in ENTRY_KINDS:
        for one in _list(question, kind):
            yield Entry(kind, one.get("on") or one.get("from") or one.get("first") or "", one, recorded)


def _list(question: Mapping[str, Any], kind: str) -> list[Any]:
    value: Any = question
    for step in _LISTS[kind]:
        value = value.get(step, {}) if isinstance(value, Mapping) else {}
    return list(value)


def with_entry(question: Mapping[str, Any], kind: EntryKind, value: Mapping[str, Any]) -> Tree:
    """The question with one more entry; a claim joins what is claimed on its day already."""
    listed = _list(question, kind)
    if kind == "claim":
        same = next((one for one in listed if one.get("on") == value["on"]), None)
        if same is not None:
            return _put(question, kind, [{**one, **value} if one is same else one for one in listed])
    return _put(question, kind, [*listed, dict(value)])


def without_entry(question: Mapping[str, Any], entry: Entry) -> Tree:
    """The question without one entry; of several alike one is taken out."""
    listed = _list(question, entry.kind)
    if entry.value in listed:
        listed.remove(entry.value)
    return _put(question, entry.kind, listed)


def _put(question: Mapping[str, Any], kind: str, listed: list[Any]) -> Tree:
    *outer, last = _LISTS[kind]
    made = dict(question)
    place = made
    for step in outer:
        place[step] = dict(place.get(step, {}))
        place = place[step]
    place[last] = listed
    return made
