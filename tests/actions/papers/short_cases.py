"""Many different short cases on one desk, each with its own person, debt and plan; the proved ones pass every gate.

The first is made by the actions an agent uses; the others are that one with other figures, stored at once. The same for every desk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any, Final

from bench.lists import people, unsynced
from tests.actions.whole_case import proof, whole_case
from tests.builders import NOW, SETTINGS
from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.casework.case_file import CaseFile
from workstation.dates import FixedClock
from workstation.money import Money
from workstation.policy.pack import packs
from workstation.profile.account import Account
from workstation.profile.debtor import Address, Debtor
from workstation.store.store import Store
from workstation.store.vault import Vault

KEY: Final = bytes(range(32))
AT_ONCE: Final = 500
PARTS: Final = (
    *("accounts", "contacts", "items", "verifications", "plans", "choices", "approvals", "changes"),
    *("sources", "entries", "waivers", "wording_waivers", "facts"),
)
"""What a case file holds of its case, those first that others refer to."""
FIRST_IDEOGRAPH: Final = 0x4E00
IDEOGRAPHS: Final = 20_000
MONTHS: Final = (12, 18, 24, 36)


def short_desk(folder: Path, count: int, proved: int = 1) -> None:
    """Make a new desk in ``folder`` with ``count`` cases; one in ``proved`` has proofs, the others give drafts."""
    folder.mkdir(parents=True)
    store = Store.create(folder / "desk.db", KEY, FixedClock(NOW))
    store.add(SETTINGS)
    desk = _desk(folder, store)
    papers = folder.with_name(f"{folder.name}-papers")
    papers.mkdir()
    with unsynced(), closing(desk):
        model = load_case(desk, whole_case(desk, papers))
        others = _others(desk, model, papers, count - 1, proved)
        while some := list(islice(others, AT_ONCE)):
            store.add_all(entity for entities in some for entity in entities)


def opened(folder: Path) -> Desk:
    """A desk that was made here."""
    return _desk(folder, Store.open(folder / "desk.db", KEY, FixedClock(NOW)))


def _desk(folder: Path, store: Store) -> Desk:
    return Desk(folder, store, Vault(folder / "vault", KEY), packs(), FixedClock(NOW), SETTINGS)


def _others(desk: Desk, model: CaseFile, papers: Path, count: int, proved: int) -> Iterator[tuple[object, ...]]:
    bare = replace(model, items=(), verifications=(), sources=(), approvals=())
    for number, (debtor, _, account) in enumerate(people(count), 2):
        if number % proved:
            yield tuple(_Other(bare, number, debtor, account).entities())
        else:
            yield tuple(_Other(model, number, debtor, account, _own_proof(desk, papers, number)).entities())


def _own_proof(desk: Desk, papers: Path, number: int) -> str:
    """A file that no other case has, in the vault; its digest."""
    path = proof(papers, f"own-{number}")
    data = path.read_bytes()
    path.unlink()
    return desk.vault.keep(data, path.name).sha256


class _Other:
    """The model with ids, person, debt and plan of its own."""

    def __init__(self, model: CaseFile, number: int, debtor: Debtor, account: Account, sha256: str = "") -> None:
        self._model, self._number, self._debtor, self._account, self._sha256 = model, number, debtor, account, sha256
        parts = [one for name in PARTS for one in getattr(model, name)]
        self._ids: dict[str, str] = {one.id: f"{one.id}-{number}" for one in (model.case, model.debtor, *parts)}
        self._parts = parts

    def entities(self) -> Iterator[object]:
        """All of it, those first that others refer to."""
        model, number = self._model, self._number
        address = Address(f"北京市朝阳区{_characters(number)}路{number}号")
        own = {"name": self._debtor.name, "resident_id": self._debtor.resident_id, "phones": self._debtor.phones}
        yield replace(self._renamed(model.debtor), addresses=(address,), **own)
        yield replace(self._renamed(model.case), number=f"CC-2026-{number:05}")
        yield self._earning(model.budget)
        for one in self._parts:
            kind = type(one).__name__
            yield _OWN.get(kind, _Other._renamed)(self, one)

    def _renamed(self, entity: Any) -> Any:
        """The same about this case: every id that it bears is the one of here."""
        texts = {name: getattr(entity, name) for name in entity.__dataclass_fields__}
        changed = {name: self._ids[text] for name, text in texts.items() if isinstance(text, str) and text in self._ids}
        return replace(entity, **changed)

    def _earning(self, budget: Any) -> Any:
        """What is left of a month is more than an instalment."""
        wage, *others = budget.lines
        needed = Money(self._account.principal.minor // self._months())
        return replace(self._renamed(budget), lines=(replace(wage, amount=wage.amount + needed), *others))

    def _months(self) -> int:
        return MONTHS[self._number % len(MONTHS)]

    def _owed(self, account: Any) -> Any:
        owed = {"principal": self._account.principal, "interest": self._account.interest}
        return replace(self._renamed(account), number=self._account.number, **owed)

    def _planned(self, plan: Any) -> Any:
        owed = {"principal": self._account.principal, "interest": self._account.interest}
        terms = replace(plan.terms, instalments=self._months(), **owed)
        return replace(self._renamed(plan), terms=terms)

    def _proved(self, item: Any) -> Any:
        first = item.id == self._model.items[0].id
        return replace(self._renamed(item), **({"sha256": self._sha256} if first else {}))


_OWN: Final[dict[str, Callable[[_Other, Any], Any]]] = {
    "Account": _Other._owed,
    "PlanVersion": _Other._planned,
    "EvidenceItem": _Other._proved,
}


def _characters(number: int) -> str:
    """Two characters of the whole range, so that many cases need many of a font."""
    return "".join(chr(FIRST_IDEOGRAPH + (step * number) % IDEOGRAPHS) for step in (7, 11))
