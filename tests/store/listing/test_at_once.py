"""A list taken in many rows at once leaves what the same rows leave one by one: records, lines, log, and the schema."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import NOW, SETTINGS
from workstation.actions import imports
from workstation.actions.cases import usual_pack
from workstation.actions.desk import Desk
from workstation.actions.intake import storing, undoing
from workstation.dates import FixedClock
from workstation.errors import Refused
from workstation.policy.pack import packs
from workstation.profile.batch import Import
from workstation.profile.case import Case
from workstation.profile.portfolio import kept
from workstation.profile.portfolio.portfolio import ImportPlan
from workstation.store.changes import MOST_CASES, Changes, everything
from workstation.store.engine import long_writes
from workstation.store.ledger.judging import judged
from workstation.store.listing import projection
from workstation.store.listing.drift import list_findings
from workstation.store.store import Store
from workstation.store.vault import Vault

HEADER = "姓名,身份证号,手机,现居地址,银行,卡号,币种,本金,利息,逾期开始日期"
NAMES = ("张伟", "張偉", "李四", "欧阳娜娜", "Anna Li", "阿不都·热合曼", "样例007", "锟斤拷", "")
IDS = ("11010519491231002X", "440305198502282172", "110105194912310021", "A123456789", "")
CELLS = (
    st.sampled_from(NAMES), st.sampled_from(IDS), st.sampled_from(("13900000001", "+86 138 0000 0002", "无", "")),
    st.sampled_from(("", "北京市朝阳区\"建国路\"88号")), st.sampled_from(("招商银行", "中国银行", "")),
    st.integers(0, 30).map(lambda number: f"62257501{number:08}"), st.sampled_from(("", "人民币", "USD", "??")),
    st.sampled_from(("1000.00", "0", "1,234.5", "5.00E+05", "-3", "x", "")), st.sampled_from(("20.5", "", "0.001")),
    st.sampled_from(("2026-08-18", "2026/9/1", "", "2027-05-01", "31/02/2026")),
)  # fmt: skip
TABLES = ("debtor", "case", "account", "case_line", "case_line_key", "case_line_total", "case_line_behind")


def test_what_comes_at_once_is_what_comes_one_by_one() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kept, "BLOCK", 3)
        patch.setattr(projection, "_AT_ONCE", 2)
        patch.setattr(storing, "_LOGGED_AT", 7)
        compare()


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(*CELLS), min_size=1, max_size=14))
def compare(rows: list[tuple[str, ...]]) -> None:
    quoted = (",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    data = "\n".join((HEADER, *quoted)).encode()
    with desk() as long, desk() as short:
        schema = schema_of(long.store)
        plan = imports.plan_data(long, data, "list.csv")
        if not plan.claims:
            return
        codes = {finding.code for finding in plan.to_confirm}
        batch = long.run(imports.import_portfolio, plan, codes)
        one_by_one(short, plan)
        assert [rows_of(long.store, table) for table in TABLES] == [rows_of(short.store, table) for table in TABLES]
        assert list_findings(long.store._database, lambda: None) == []
        assert schema_of(long.store) == schema
        assert judged(long.store.ledger).findings == ()
        long.run(imports.undo_import, batch.id)
        assert long.store.case_count() == 0 and list_findings(long.store._database, lambda: None) == []
        assert judged(long.store.ledger).findings == ()


def one_by_one(desk: Desk, plan: ImportPlan) -> None:
    with desk.store.transaction():
        desk.store.add(batch_of(plan))
        for new in plan.new_cases:
            desk.store.add(new.debtor)
        storing._join(desk.store, plan)
        for new in plan.new_cases:
            number = desk.store.next_case_number("2026")
            today = desk.clock.today()
            desk.store.add(Case(new.case_id, number, new.debtor.id, today, pack=usual_pack(desk), import_id=plan.id))
        for claim in plan.claims:
            desk.store.add(claim.account)


def batch_of(plan: ImportPlan) -> Import:
    return Import(plan.id, plan.file_name, plan.sha256, NOW, "林协商", plan.rows, len(plan.claims), 0)


@pytest.mark.parametrize("stop_at", [0, 3, 9])
def test_an_import_that_stops_leaves_the_schema_whole(stop_at: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "BLOCK", 1)
    lines = [f"人{at},,1390000{at:04},,招商银行,{at:016},,1,0,2026-08-18" for at in range(5)]

    def step(done: int, _total: int) -> None:
        if done >= stop_at:
            raise Refused()

    with desk() as one:
        schema = schema_of(one.store)
        plan = imports.plan_data(one, "\n".join((HEADER, *lines)).encode(), "list.csv")
        with pytest.raises(Refused):
            one.run(imports.import_portfolio, plan, (), step)
        with pytest.raises(Refused), one.store.transaction():
            with pytest.raises(Refused), one.store.transaction():  # one inside another, undone alone
                one.run(imports.import_portfolio, plan, (), step)
            assert schema_of(one.store) == schema
            raise Refused()
        assert (schema_of(one.store), one.store.case_count()) == (schema, 0)


@contextmanager
def desk() -> Iterator[Desk]:
    store = Store.memory(FixedClock(NOW))
    store.add(SETTINGS)
    made = Desk(Path(), store, Vault(Path("nowhere"), bytes(32)), packs(), FixedClock(NOW), SETTINGS)
    yield made
    made.close()


def rows_of(store: Store, table: str) -> list[tuple[object, ...]]:
    return sorted(store._database.run(f'SELECT * FROM "{table}"').fetchall(), key=repr)


def schema_of(store: Store) -> list[tuple[str, str]]:
    return sorted(store._database.run("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall())


def test_more_cases_than_are_named_are_every_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_writes, "MOST_CASES", 3)
    monkeypatch.setattr(kept, "BLOCK", 2)
    monkeypatch.setattr(undoing, "_LOGGED_AT", 1)
    lines = [f"人{at},,1390000{at:04},,招商银行,{at:016},,1,0,2026-08-18" for at in range(5)]
    held = "张伟,11010519491231002X,,,招商银行,6225750100000001,,1,0,2026-08-18"
    with desk() as one:
        one.run(imports.import_portfolio, imports.plan_data(one, f"{HEADER}\n{held}".encode(), "first.csv"))
        (case,) = one.store.find(Case)
        before = one.store.counters.revision
        plan = imports.plan_data(one, "\n".join((HEADER, held.replace("招商", "中国"), *lines)).encode(), "list.csv")
        batch = one.run(imports.import_portfolio, plan)
        heard: list[Changes] = []
        one.listeners.append(heard.append)
        one.run(imports.undo_import, batch.id)
        assert heard[0].concerns(case.id) and heard[0].concerns("any") and len(heard[0].case_ids) <= 3
        assert (
            one.store.counters.cases_since(before) == {case.id} and one.store.counters.cases_since(before, 0) == set()
        )
        assert [file.id for file in one.store.find(Case)] == [case.id]
        assert list_findings(one.store._database, lambda: None) == [] and judged(one.store.ledger).findings == ()


def test_what_others_changed_is_named_up_to_a_limit() -> None:
    few = everything({"c1"})
    assert (few.concerns("c1"), few.concerns("c2"), few.case_ids) == (True, False, frozenset({"c1"}))
    many = everything({f"c{at}" for at in range(MOST_CASES + 1)})
    assert (many.concerns("c1"), many.concerns("other"), many.case_ids) == (True, True, frozenset())
