"""An edit in words: which fields went from what to what, as it is told when it was taken back or done again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from workstation.actions.edits import told_of_plans
from workstation.actions.edits.edit import Edit, changed_fields
from workstation.casework.case_file import CaseFile
from workstation.casework.private_fields import PRIVATE
from workstation.casework.said.entry import PaperEntry, text_before
from workstation.dates import add_days
from workstation.evidence.verification import EvidenceItem, Verification
from workstation.money import Money
from workstation.plan.rebuilt.claim_sheet import ClaimSheet
from workstation.plan.schedule.lender_table import LenderCost, LenderTable
from workstation.profile.account import Account
from workstation.profile.account_fact import AccountFact
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
        EvidenceItem: "evidence_item", ClaimSheet: "claim_sheet", LenderTable: "lender_table", AccountFact: "account_fact",
    }
)  # fmt: skip
_NAMED: Final[Mapping[type[Any], tuple[str, str]]] = MappingProxyType(
    {Account: ("bank", "tail"), EvidenceItem: ("file_name", "")}
)
_OF_ACCOUNT: Final = (ClaimSheet, LenderTable, AccountFact)
"""Records that an account has, and that are told by its name."""
_STAMPS: Final = frozenset({"at", "by"})


def told(edit: Edit, wording: Wording, file: CaseFile, *, back: bool, hidden: bool) -> str:
    """``Monthly income 5,000 → 4,800``: what is so now, after the edit was taken ``back`` or done again.

    ``file``: the case, as it was just before or after; ``hidden``: privacy mode; what is private is covered.
    """
    steps = [(after, before) if back else (before, after) for before, after in edit.steps]
    telling = _Telling(wording, file, hidden)
    parts = [part for step in steps for part in telling.step(step)]
    shown = parts[:_MOST]
    if len(parts) > _MOST:
        shown.append(wording.text("edit.more", {"count": str(len(parts) - _MOST)}))
    return wording.text("edit.then").join(shown)


class _Telling:
    def __init__(self, wording: Wording, file: CaseFile, hidden: bool) -> None:
        self._wording, self._file, self._hidden = wording, file, hidden
        self._codes = _codes(file, wording.language)

    def _coded(self, field: str, code: str) -> str:
        """The words of a code of the case's pack; empty where it has none."""
        return self._codes.get((field, code), "")

    def step(self, step: Step) -> Iterator[str]:
        """What one record went from and to."""
        was, is_ = step
        one = is_ if is_ is not None else was
        if isinstance(one, Verification):
            return
        if isinstance(one, PaperEntry):
            yield self._entry(one, back=is_ is None)
            return
        if isinstance(one, AccountFact):
            yield self._fact(one, here=(is_ is not None) != bool(one.withdraws))
            return
        if was is None or is_ is None:
            yield self._whole(one, here=is_ is not None)
            return
        of = self._name(one)
        for name in changed_fields(was, is_):
            if name in _STAMPS or (name == "number_placed" and was.masks != is_.masks):
                continue
            for part in self._field(one, name, getattr(was, name), getattr(is_, name)):
                whole = isinstance(one, EvidenceItem) and name == "withdrawn"  # says its name itself
                yield part if whole or not of else self._wording.text("edit.of", {"name": of, "what": part})
                of = ""

    def _name(self, one: object) -> str:
        """By what a record of which a case has several is told from the others; empty for what a case has once."""
        if isinstance(one, _OF_ACCOUNT):
            account = self._file.accounts_by_id.get(one.account_id)
            return self._name(account) if account is not None else ""
        first, second = _NAMED.get(type(one), ("", ""))
        private = self._hidden and first in PRIVATE.get(type(one), ())
        name = COVERED if private else str(getattr(one, first, ""))
        if second and not self._hidden and (tail := getattr(one, second)):
            name += f" ····{tail}"
        return name.strip()

    def _whole(self, one: object, *, here: bool) -> str:
        figures = {"record": self._wording.text(f"record.{_TABLES[type(one)]}"), "name": self._name(one)}
        return self._wording.text("edit.here" if here else "edit.gone", figures).strip()

    def _fact(self, entry: AccountFact, *, here: bool) -> str:
        """A fact by its kind, day and amount; one that is taken back by the entry it was."""
        fact = next((one for one in self._file.facts if one.id == entry.withdraws), entry)
        kind = self._wording.text(f"account_fact.{fact.kind}")
        amount = f" {fact.amount.grouped()}" if fact.amount is not None else ""
        figures = {"record": kind, "name": f"{fact.on.isoformat()}{amount}"}
        what = self._wording.text("edit.here" if here else "edit.gone", figures)
        name = self._name(fact)
        return self._wording.text("edit.of", {"name": name, "what": what}) if name else what

    def _entry(self, entry: PaperEntry, *, back: bool) -> str:
        """What is said of a paper: the bank, the field and its words before and now."""
        title, words = told_of_plans.paper_words(self._file, entry, self._wording.language)
        before = words(text_before(self._file.entries, entry))
        was, is_ = (words(entry.text), before) if back else (before, words(entry.text))
        shown = COVERED if self._hidden else f"{_short(was) or _NOTHING} → {_short(is_) or _NOTHING}"
        return self._wording.text("edit.of", {"name": entry.bank, "what": f"{title} {shown}"})

    def _field(self, one: Any, name: str, was: Any, is_: Any) -> Iterator[str]:
        table = _TABLES[type(one)]
        if isinstance(one, ClaimSheet):
            currency = account.currency if (account := self._file.accounts_by_id.get(one.account_id)) else "CNY"
            yield from told_of_plans.question_parts(self._wording, was, is_, currency)
            return
        if isinstance(one, Budget) and name == "lines":
            yield from self._lines(was, is_)
            return
        if isinstance(one, EvidenceItem) and name == "withdrawn":
            yield self._whole(one, here=not is_)
            return
        key = f"record_field.{table}.{name}"
        label = self._wording.text(key) if self._wording.has(key) else name
        if name == "masks":
            yield f"{label} {len(was)} → {len(is_)}"
            return
        if isinstance(one, LenderTable) and name == "method":
            yield f"{label} {self._wording.text(f'lent_method.{was}')} → {self._wording.text(f'lent_method.{is_}')}"
            return
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
            case LenderCost():
                figure = one.amount.grouped() if one.amount.minor else told_of_plans.share_text(one.share)
                return f"{COVERED if self._hidden else _short(one.name)} {figure}"
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


def _codes(file: CaseFile, language: str) -> dict[tuple[str, str], str]:
    texts = {("reason", code): one.text(language) for code, one in file.pack.reasons.items()}
    texts |= {("requirement", one.code): one.text(language) for one in file.pack.requirements}
    return texts | {("requests", code): one.text(language) for code, one in file.pack.requests.items()}


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
