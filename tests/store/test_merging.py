"""Two people change one record: the other's fields are kept, a field changed twice is told with both values, nothing is lost."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.server.engines import Engine
from tests.store.stored import CLOCK, KEY, filled
from workstation.casework.settings import DeskSettings
from workstation.errors import Refused
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.bank import BankContact
from workstation.profile.debtor import Debtor, Phone
from workstation.store.sharing.merging import rebased, value_text
from workstation.store.store import Store

BASE = Debtor("d1", "张三", email="a@example.cn", employer="北方机械厂")


def told(act) -> list[tuple[str, str, str, str]]:
    with pytest.raises(Refused) as refused:
        act()
    return [
        (one.code, str(one.subject), one.figures.get("theirs", ""), one.figures.get("yours", ""))
        for one in refused.value.findings
    ]


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ({}, {}, {}),
        ({"employer": "南方"}, {}, {"employer": "南方"}),
        ({}, {"employer": "南方"}, {"employer": "南方"}),
        ({"employer": "南方"}, {"email": "b@x"}, {"employer": "南方", "email": "b@x"}),
        ({"employer": "南方"}, {"employer": "南方"}, {"employer": "南方"}),
        ({"employer": ""}, {"children": 2}, {"employer": "", "children": 2}),
        ({"phones": (Phone("1"),)}, {"children": 0}, {"phones": (Phone("1"),), "children": 0}),
    ],
)
def test_fields_changed_by_one_side_are_merged(mine, theirs, expected):
    assert rebased(BASE, replace(BASE, **mine), replace(BASE, **theirs), "debtor") == replace(BASE, **expected)


def test_a_field_changed_by_both_is_told_with_both_values_for_each():
    mine, theirs = (
        replace(BASE, employer="南方", children=1),
        replace(BASE, employer="东方", children=None, email="b@x"),
    )
    assert told(lambda: rebased(BASE, mine, replace(theirs, children=2), "debtor")) == [
        ("save_conflict", "debtor.children", "2", "1"),
        ("save_conflict", "debtor.employer", "东方", "南方"),
    ]


@pytest.mark.parametrize(
    ("base", "subject"),
    [(DeskSettings("桌", "甲"), "desk.phone"), (BankContact("招商银行"), "bank.phone")],
)
def test_a_conflict_is_shown_at_the_field_as_pages_call_it(base, subject):
    found = told(lambda: rebased(base, replace(base, phone="1"), replace(base, phone="2"), "any"))
    assert found == [("save_conflict", subject, "2", "1")]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "-"), ("", "-"), ((), "-"), (Money(1_234_50), "1,234.50 CNY"), (("a", "b"), "a, b"),
        ((Phone("139", "mobile"),), "139 mobile True"), (3, "3"), ({"day": "日期"}, "day=日期"),
    ],
)  # fmt: skip
def test_values_are_told_as_plain_text(value, text):
    assert value_text(value) == text


def test_what_was_removed_meanwhile_is_told(engine: Engine):
    store = engine.filled()
    account = store.get(Account, "a1")
    spare = replace(account, id="a9", number="9", import_id="")
    store.add(spare)
    store.delete(Account, "a9")
    assert told(lambda: store.save(replace(spare, purpose="装修"), spare)) == [("save_gone", "account", "", "")]
    assert not store.find(Account, id="a9")
    store.close()


def test_a_refused_save_writes_nothing(engine: Engine):
    store = engine.filled()
    base = store.get(Debtor, "d1")
    store.save(replace(base, employer="东方"))
    with pytest.raises(Refused):
        store.save(replace(base, employer="南方", children=3), base)
    assert store.get(Debtor, "d1") == replace(base, employer="东方")
    store.close()


VALUES = {
    "employer": st.sampled_from(("甲", "乙", "丙")),
    "email": st.sampled_from(("a@x", "b@x", "c@x")),
    "children": st.sampled_from((None, 0, 1, 2)),
    "phones": st.sampled_from(((), (Phone("1"),), (Phone("1"), Phone("2")))),
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data(), plan=st.lists(st.tuples(st.integers(0, 1), st.booleans()), max_size=12))
def test_two_stores_on_one_file_never_lose_an_update(tmp_path_factory, data, plan):
    """Each edits from what it loaded. A save is stored as meant, or refused naming just the fields that the other changed."""
    path = Path(tmp_path_factory.mktemp("two")) / "desk.db"
    stores = (filled(Store.create(path, KEY, CLOCK)), Store.open(path, KEY, CLOCK))
    loaded = [store.get(Debtor, "d1") for store in stores]
    for who, again in plan:
        if again:
            loaded[who] = stores[who].get(Debtor, "d1")
        changes = data.draw(st.fixed_dictionaries({}, optional=VALUES))
        before, base = stores[1 - who].get(Debtor, "d1"), loaded[who]
        wanted = replace(base, **changes)
        both = {
            name
            for name in changes
            if getattr(wanted, name) != getattr(base, name)
            and getattr(before, name) not in (getattr(base, name), getattr(wanted, name))
        }
        try:
            stores[who].save(wanted, base)
        except Refused as refused:
            assert {str(one.subject) for one in refused.findings} == {f"debtor.{name}" for name in both}
            assert stores[1 - who].get(Debtor, "d1") == before
            loaded[who] = before
            continue
        assert not both
        after = stores[1 - who].get(Debtor, "d1")
        for item in fields(Debtor):
            mine, old = getattr(wanted, item.name), getattr(base, item.name)
            assert getattr(after, item.name) == (mine if mine != old else getattr(before, item.name))
        loaded[who] = after
    for store in stores:
        store.close()
