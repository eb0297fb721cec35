"""Records and entities never drift apart, and every value comes back exactly as it was stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import terms
from tests.prove import how_many
from tests.store.stored import EVERY, filled
from workstation.casework.printed import PrintRecord
from workstation.money import CurrencyMismatch, Money
from workstation.plan.schedule.terms import Every, FixedPayment, Step, Terms
from workstation.profile.account import Account
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.case import Case, StageChange
from workstation.rates import Rate
from workstation.store.records.entities import RECORDS
from workstation.store.records.field_types import ReferenceField
from workstation.store.records.repository import DERIVED

KINDS = tuple(RECORDS)
TERMS = (
    terms(),
    terms(method="flat_fee", period_fee=Decimal("0.0075"), rate=Rate(Decimal("0.0150"), "monthly"), every=Every(0, 14)),
    terms(method="step", steps=(Step(1, Money(800_00)), Step(13, None)), skip_months=(2, 7), grace_principal=3),
    terms(instalments=None, affordable=Money(833_00), method="equal_instalment", day_count="actual/365"),
    terms(method="custom", instalments=2, fixed=(FixedPayment(1, Money(1)),), treat_fees="up_front"),
)
FREE = {
    str: st.text(),
    int: st.integers(-(2**53), 2**53),
    bool: st.booleans(),
    date: st.dates(),
    datetime: st.datetimes(timezones=st.just(UTC)),
    Money: st.builds(Money, st.integers(-(2**53), 2**53)),
    Rate: st.builds(
        Rate,
        st.decimals(allow_nan=False, allow_infinity=False, places=8, min_value=-9, max_value=9),
        st.sampled_from(["annual", "monthly", "daily"]),
    ),
    Terms: st.sampled_from(TERMS),
    Mapping[str, str]: st.dictionaries(st.text(), st.text(), max_size=2),
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Any value of a field's type: optional, a tuple of members, a dataclass, a choice, or one of `FREE`."""
    if hint in FREE:
        return FREE[hint]
    inner: tuple[Any, ...] = getattr(hint, "__args__", ())
    if type(None) in inner:
        return st.none() | values(inner[0])
    if getattr(hint, "__origin__", None) is tuple:
        return st.lists(values(inner[0]), max_size=3).map(tuple)
    if isinstance(hint, type) and is_dataclass(hint):
        return st.builds(hint, **{name: values(part) for name, part in get_type_hints(hint).items()})
    return st.from_type(hint)


def entities(kind: type) -> st.SearchStrategy[Any]:
    """Any entity of a class whose keys and references are those of the stored one, so that they stay true."""
    original = next(entity for entity in EVERY if type(entity) is kind)
    record = RECORDS[kind]._meta
    hints = get_type_hints(kind)
    free: dict[str, st.SearchStrategy[Any]] = {}
    for item in fields(kind):
        field = record.fields[item.name]
        fixed = field.primary_key or isinstance(field, ReferenceField) or item.name == "currency"
        free[item.name] = st.just(getattr(original, item.name)) if fixed else values(hints[item.name])
    return st.builds(kind, **free)


def types(entity: Any) -> list[type]:
    return [type(getattr(entity, item.name)) for item in fields(entity)]


def test_every_entity_has_one_example() -> None:
    assert sorted(type(entity).__name__ for entity in EVERY) == sorted(kind.__name__ for kind in KINDS)


RELEASED_AS: dict[type, str] = {PrintRecord: "PrintMarkRecord"}
"""Tables keep the name under which they were released."""


@pytest.mark.parametrize("kind", KINDS)
def test_record_and_entity_have_the_same_fields(kind: type) -> None:
    record = RECORDS[kind]
    kept = [field.name for field in record._meta.sorted_fields if not isinstance(field, DERIVED)]
    assert sorted(kept) == sorted(item.name for item in fields(kind))
    assert record.__name__ == RELEASED_AS.get(kind, f"{kind.__name__}Record")


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_may_be_empty_when_its_field_may(kind: type) -> None:
    hints = get_type_hints(kind)
    for item in fields(kind):
        field = RECORDS[kind]._meta.fields[item.name]
        optional = type(None) in getattr(hints[item.name], "__args__", ())
        assert field.null == (optional or (isinstance(field, ReferenceField) and item.default == "")), item.name


def test_every_id_of_another_entity_is_a_reference() -> None:
    """A check that was withdrawn outlives the check itself, which goes when the facts are corrected."""
    for kind, record in RECORDS.items():
        for item in fields(kind):
            place = f"{kind.__name__}.{item.name}"
            if item.name.endswith("_id") and place not in ("Debtor.resident_id", "WithdrawnCheck.verification_id"):
                assert isinstance(record._meta.fields[item.name], ReferenceField), place


@pytest.mark.parametrize("entity", EVERY, ids=lambda entity: type(entity).__name__)
def test_what_was_added_comes_back(entity: Any) -> None:
    store = filled()
    key = getattr(entity, fields(entity)[0].name) if type(entity).__name__ != "DeskSettings" else entity.id
    assert store.get(type(entity), key) == entity
    assert store.find(type(entity)) == (entity,)
    store.close()


@pytest.mark.prove
@pytest.mark.parametrize("kind", KINDS)
def test_any_value_comes_back_exactly(kind: type) -> None:
    store = filled()

    @settings(max_examples=how_many(8, 400))
    @given(entities(kind))
    def saved_and_read(entity: Any) -> None:
        store.save(entity)
        read: tuple[Any, ...] = store.find(kind)
        assert read == (entity,)
        assert types(read[0]) == types(entity)  # a flag is no number, a stage no int

    saved_and_read()
    store.close()


@pytest.mark.parametrize("given_terms", TERMS)
def test_terms_come_back_exactly(given_terms: Terms) -> None:
    store = filled()
    plan = next(entity for entity in EVERY if type(entity).__name__ == "PlanVersion")
    store.save(type(plan)(plan.id, "c1", "a1", 1, given_terms, plan.at, plan.by))
    assert store.get(type(plan), plan.id).terms == given_terms
    store.close()


def test_money_takes_the_currency_of_its_record_and_no_other() -> None:
    store = filled()
    dollars = Account("a2", "c1", "汇丰银行", "4000", currency="USD", principal=Money(7, "USD"), interest=Money(0, "USD"),
                      penalty=Money(0, "USD"), fees=Money(0, "USD"))  # fmt: skip
    store.add(dollars)
    assert store.get(Account, "a2").owed == Money(7, "USD")
    with pytest.raises(CurrencyMismatch):
        store.save(Account("a3", "c1", "汇丰银行", "4001", currency="USD"))
    store.close()


def test_a_budget_line_keeps_its_own_currency() -> None:
    store = filled()
    budget = Budget("c1", (BudgetLine("income", "wage", Money(5, "HKD")),))
    store.save(budget)
    assert store.get(Budget, "c1") == budget
    store.close()


def test_an_instant_needs_utc() -> None:
    store = filled()
    local = datetime(2026, 11, 23, 9, 0, tzinfo=timezone(timedelta(hours=8)))
    for at in (local, local.replace(tzinfo=None)):
        with pytest.raises(ValueError, match="not an aware UTC instant"):
            store.add(StageChange("s2", "c1", store.get(Case, "c1").stage, at, "林协商"))
    store.close()


def test_defaults_of_entities_are_storable() -> None:
    """A field with a default must survive a save of the bare entity."""
    store = filled()
    for kind in KINDS:
        needed = [item for item in fields(kind) if item.default is MISSING]
        assert needed, kind
    store.save(Case("c1", "CC-2026-00417", "d1", date(2026, 1, 1)))
    assert store.get(Case, "c1") == Case("c1", "CC-2026-00417", "d1", date(2026, 1, 1))
    store.close()
