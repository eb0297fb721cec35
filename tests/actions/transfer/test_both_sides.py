"""Whatever two desks do to one case between two bundles: nothing is lost, and just what both changed is asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.transfer.two_desks import CASE, content, empty_desk, full_desk
from tests.builders import NOW, terms
from tests.prove import how_many
from workstation.actions.transfer.merging import merge, plan_merge
from workstation.conversation.contact import ContactEntry
from workstation.evidence.verification import Waiver
from workstation.money import Money
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.profile.account import Account
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor

TEXT = st.sampled_from(["", "甲", "乙"])
FIELDS: tuple[tuple[type, str, str, st.SearchStrategy[Any]], ...] = (
    (Debtor, "d1", "employer", TEXT),
    (Debtor, "d1", "email", TEXT),
    (Debtor, "d1", "children", st.sampled_from([None, 1, 3])),
    (Case, CASE, "reason_note", TEXT),
    (Case, CASE, "stage", st.sampled_from([Stage.VERIFY, Stage.PLAN, Stage.EVIDENCE])),
    (Account, "a1", "principal", st.sampled_from([Money(50_000_00), Money(1), Money(2)])),
    (Account, "a1", "purpose", TEXT),
    (Budget, CASE, "lines", st.sampled_from([(), (BudgetLine("income", "wage", Money(1)),)])),
)
EDITS = st.lists(
    st.sampled_from(range(len(FIELDS))).flatmap(lambda at: st.tuples(st.just(at), FIELDS[at][3])), max_size=5
)
ENTRIES = st.lists(st.sampled_from([ContactEntry, Waiver, PlanVersion, PlanChoice]), max_size=4)


def edit(desk: Any, edits: Any) -> set[str]:
    """Change fields; answers the names of those that are another than before."""
    before = {(kind, name): getattr(desk.store.get(kind, key), name) for kind, key, name, _ in FIELDS}
    for at, value in edits:
        kind, key, name, _ = FIELDS[at]
        desk.store.save(replace(desk.store.get(kind, key), **{name: value}))
    return {
        f"{kind.__name__.lower()}/{key}/{name}"
        for kind, key, name, _ in FIELDS
        if getattr(desk.store.get(kind, key), name) != before[kind, name]
    }


def append(desk: Any, kinds: Any, who: str) -> dict[str, Any]:
    """Add entries of some kinds; answers them by id."""
    made: dict[str, Any] = {}
    for number, kind in enumerate(kinds):
        key, at = f"{who}{number}", NOW + timedelta(minutes=number)
        version = len(desk.store.find(PlanVersion)) + 1
        made[key] = {
            ContactEntry: ContactEntry(key, CASE, at, who, note=key),
            Waiver: Waiver(key, CASE, "household_register", key, who, at),
            PlanVersion: PlanVersion(key, CASE, "a1", version, terms(), at, who),
            PlanChoice: PlanChoice(key, CASE, "a1", "p1", at, who),
        }[kind]
        desk.store.add(made[key])
    return made


def held(desk: Any) -> dict[str, Any]:
    """Every entity of the case but for numbers that a desk gives itself, by its key."""
    return {"/".join(entry.ref): {n: v for n, v in entry.values.items() if n not in ("version", "number")}
            for entry in content(desk).entries}  # fmt: skip


@pytest.mark.prove
def test_a_round_loses_nothing_and_asks_about_just_what_both_changed(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    @settings(max_examples=how_many(10, 400), deadline=None)
    @given(EDITS, EDITS, ENTRIES, ENTRIES, st.data())
    def round_trip(mine: Any, theirs: Any, added_here: Any, added_there: Any, data: Any) -> None:
        with full_desk(tmp_path / "a") as here, empty_desk(tmp_path / "b") as there:
            for desk in (here, there):
                monkeypatch.setattr(desk.vault, "holds", lambda content_hash: True)
            left = content(here)
            there.run(merge, left, plan_merge(there, left))
            changed_here, changed_there = edit(here, mine), edit(there, theirs)
            made = append(here, added_here, "here-") | append(there, added_there, "there-")
            before = held(here)
            back = content(there)
            plan = plan_merge(here, back, (left,))
            both = {name for name in changed_here & changed_there if _value(here, name) != _value(there, name)}
            assert {one.name for one in plan.conflicts} == both
            assert {one.name for one in plan.changed} == changed_there - changed_here
            chosen = data.draw(st.sets(st.sampled_from(sorted(both)))) if both else set()
            here.run(merge, back, plan, chosen, (left,))

            after = held(here)
            for key, entity in made.items():
                kept = here.store.get(type(entity), key)
                assert (
                    replace(kept, version=0) == replace(entity, version=0)
                    if hasattr(kept, "version")
                    else kept == entity
                )
            for kind, key, name, _ in FIELDS:
                ref = f"{kind.__name__.lower()}/{key}/{name}"
                winner = there if ref in chosen or (ref in changed_there and ref not in changed_here) else here
                wanted = held(there) if winner is there else before
                assert after[f"{kind.__name__.lower()}/{key}"][name] == wanted[f"{kind.__name__.lower()}/{key}"][name]
            again = plan_merge(here, back, (back,))
            assert again.does_nothing
            versions = [plan.version for plan in here.store.find(PlanVersion)]
            assert len(set(versions)) == len(versions)

    round_trip()


def _value(desk: Any, name: str) -> Any:
    table, key, field = name.split("/")
    return held(desk)[f"{table}/{key}"][field]
