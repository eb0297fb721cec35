"""An edit in words: which fields went from what to what, as it is told when it was taken back or done again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from workstation.actions.edits.edit import Edit, changed_fields
from workstation.casework.private_fields import PRIVATE
from workstation.dates import add_days
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.case import Case
from workstation.profile.debtor import Address, Contact, Debtor, Phone
from workstation.profile.statement import Statement, StatementLine
from workstation.rates import Rate
from workstation.store.changes import Step
from workstation.store.sharing.merging import HALF_OPEN
from workstation.wording import Wording

COVERED: Final = "•••"
_NOTHING: Final = "—"
_MOST: Final = 3
"""So many changes are told one by one."""
_LONGEST: Final = 40
_TABLES: Final[Mapping[type[Any], str]] = MappingProxyType(
    {
        Debtor: "debtor", Account: "account", Budget: "budget", Statement: "statement", Case: "case",
        EvidenceItem: "evidence_item",
    }
)  # fmt: skip
_NAMED: Final[Mapping[type[Any], tuple[str, str]]] = MappingProxyType(
    {Account: ("bank", "tail"), EvidenceItem: ("file_name", "")}
)

Coded = Callable[[str, str], str]
"""The words of a code of a pack, by field and code; empty where the pack has none."""


def told(edit: Edit, wording: Wording, coded: Coded, *, back: bool, hidden: bool) -> str:
    """``Monthly income 5,000 → 4,800``: what is so now, after the edit was taken ``back`` or done again.

    ``hidden``: privacy mode; what is private is covered.
    """
    steps = [(after, before) if back else (before, after) for before, after in edit.steps]
    parts = [part for step in steps for part in _Telling(wording, coded, hidden).step(step)]
    shown = parts[:_MOST]
    if len(parts) > _MOST:
        shown.append(wording.text("edit.more", {"count": str(len(parts) - _MOST)}))
    return wording.text("edit.then").join(shown)


class _Telling:
    def __init__(self, wording: Wording, coded: Coded, hidden: bool) -> None:
        self._wording, self._coded, self._hidden = wording, coded, hidden

    def step(self, step: Step) -> Iterator[str]:
        """What one record went from and to."""
        was, is_ = step
        one = is_ if is_ is not None else was
        if isinstance(one, Verification):
            return
        if was is None or is_ is None:
            yield self._whole(one, here=is_ is not None)
            return
        of = self._name(one)
        for name in changed_fields(was, is_):
            for part in self._field(one, name, getattr(was, name), getattr(is_, name)):
                whole = isinstance(one, EvidenceItem) and name == "withdrawn"  # says its name itself
                yield part if whole or not of else self._wording.text("edit.of", {"name": of, "what": part})
                of = ""

    def _name(self, one: object) -> str:
        """By what a record of which a case has several is told from the others; empty for what a case has once."""
        first, second = _NAMED.get(type(one), ("", ""))
        private = self._hidden and first in PRIVATE.get(type(one), ())
        name = COVERED if private else str(getattr(one, first, ""))
        if second and not self._hidden and (tail := getattr(one, second)):
            name += f" ····{tail}"
        return name.strip()

    def _whole(self, one: object, *, here: bool) -> str:
        figures = {"record": self._wording.text(f"record.{_TABLES[type(one)]}"), "name": self._name(one)}
        return self._wording.text("edit.here" if here else "edit.gone", figures).strip()

    def _field(self, one: Any, name: str, was: Any, is_: Any) -> Iterator[str]:
        table = _TABLES[type(one)]
        if isinstance(one, Budget) and name == "lines":
            yield from self._lines(was, is_)
            return
        if isinstance(one, EvidenceItem) and name == "withdrawn":
            yield self._whole(one, here=not is_)
            return
        key = f"record_field.{table}.{name}"
        label = self._wording.text(key) if self._wording.has(key) else name
        if isinstance(was, tuple) or isinstance(is_, tuple):
            yield from self._members(label, name, tuple(was or ()), tuple(is_ or ()))
            return
        if self._hidden and name in PRIVATE.get(type(one), ()):
            yield f"{label} {COVERED}"
            return
        yield f"{label} {self._value(name, was)} → {self._value(name, is_)}"

    def _lines(self, was: Sequence[BudgetLine], is_: Sequence[BudgetLine]) -> Iterator[str]:
        """By category: the amount before and now, and its period where that changed."""
        before = {(line.side, line.category): line for line in was}
        after = {(line.side, line.category): line for line in is_}
        for side, category in dict.fromkeys((*before, *after)):
            old, new = before.get((side, category)), after.get((side, category))
            if old != new:
                label = self._wording.text(f"category.{side}.{category}")
                every = old is not None and new is not None and old.every != new.every
                yield f"{label} {self._line(old, every)} → {self._line(new, every)}"

    def _line(self, line: BudgetLine | None, every: bool) -> str:
        if line is None:
            return _NOTHING
        amount = line.amount.grouped()
        return f"{amount} ({self._wording.text(f'every.{line.every}')})" if every else amount

    def _members(self, label: str, name: str, was: tuple[Any, ...], is_: tuple[Any, ...]) -> Iterator[str]:
        """Of a list, what came and what went; the same members in another order, or changed in part, are told by the label."""
        gone = [self._member(name, one) for one in was if one not in is_]
        come = [self._member(name, one) for one in is_ if one not in was]
        signs = [f"− {one}" for one in gone if one not in come] + [f"+ {one}" for one in come if one not in gone]
        yield f"{label} {' '.join(signs)}".strip()

    def _member(self, name: str, one: object) -> str:
        match one:
            case Contact() | StatementLine():
                text = one.name
            case Phone():
                text = one.number
            case Address():
                text = one.text
            case _:
                return self._coded(name, str(one)) or str(one)
        return COVERED if self._hidden else _short(text)

    def _value(self, name: str, value: Any) -> str:
        if value is None or value == "":
            return _NOTHING
        match value:
            case Money():
                return value.grouped()
            case Rate():
                return value.text()
            case date():
                return (add_days(value, -1) if name in HALF_OPEN else value).isoformat()
            case bool():
                return self._wording.text("flag.yes" if value else "flag.no")
        key = f"{name}.{value}"
        return self._coded(name, str(value)) or (
            self._wording.text(key) if self._wording.has(key) else _short(str(value))
        )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
