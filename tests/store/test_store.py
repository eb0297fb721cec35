"""Transactions keep all or nothing, keys and references are true, and changes name what was touched."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.builders import NOW
from tests.store.server.engines import Engine
from tests.store.stored import CLOCK, EVERY, KEY, LATER, filled
from workstation.errors import Refused, WorkstationError
from workstation.evidence.container import ItemContainer
from workstation.evidence.figure_source import FigureSource
from workstation.evidence.recognised_text import RecognisedText
from workstation.evidence.verification import EvidenceItem, ItemTurn, Verification, Waiver
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account
from workstation.profile.case import Case, Stage, StageChange
from workstation.profile.debtor import Debtor
from workstation.store.store import Store, StoreConflict


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def debtors(count: int, first: int = 0) -> list[Debtor]:
    return [Debtor(f"n{number}", f"测试{number}") for number in range(first, first + count)]


def test_an_exception_undoes_the_whole_transaction(engine: Engine) -> None:
    store = engine.filled()
    before = store.find(Debtor)
    with pytest.raises(RuntimeError), store.transaction():
        store.add_all(debtors(3))
        store.save(replace(before[0], name="别人"))
        raise RuntimeError("half way")
    assert store.find(Debtor) == before
    assert not store.in_transaction
    store.close()


def test_one_transaction_inside_another_joins_it(engine: Engine) -> None:
    store = engine.filled()
    with pytest.raises(RuntimeError), store.transaction() as outer:
        with store.transaction() as inner:
            store.add(Debtor("n1", "内"))
        assert inner is outer
        raise RuntimeError("after the inner one ended")
    assert [debtor.id for debtor in store.find(Debtor)] == ["d1"]
    store.close()


def test_an_inner_transaction_that_fails_and_is_forgiven_leaves_nothing_of_itself(engine: Engine) -> None:
    store = engine.filled()
    with store.transaction():
        store.add(Debtor("n1", "留"))
        with pytest.raises(StoreConflict), store.transaction():
            store.add_all([Debtor("n2", "去"), Debtor("d1", "重复")])
        with pytest.raises(Refused), store.transaction():
            store.delete_all(Debtor, ["n1", "d1"])
        store.add(Debtor("n3", "留"))
    assert [debtor.id for debtor in store.find(Debtor)] == ["d1", "n1", "n3"]
    store.close()


def test_a_failing_write_alone_leaves_nothing(engine: Engine) -> None:
    store = engine.filled()
    with pytest.raises(StoreConflict):
        store.add_all([*debtors(5), Debtor("d1", "重复")])
    assert len(store.find(Debtor)) == 1
    store.close()


@pytest.mark.parametrize(
    "entity",
    [
        Case("c2", "CC-2026-00002", "nobody", date(2026, 1, 1)),
        Case("c2", "CC-2026-00417", "d1", date(2026, 1, 1)),
        Case("c2", "CC-2026-00002", "d1", date(2026, 1, 1), import_id="no such import"),
        Account("a2", "no such case", "招商银行", "1"),
        Account("a1", "c1", "招商银行", "1"),
        Verification("v2", "no such item", "c1", "portal", "ok", NOW, "林"),
    ],
    ids=["debtor unknown", "number twice", "import unknown", "case unknown", "id twice", "item unknown"],
)
def test_tables_refuse_what_is_not_true(engine: Engine, entity: object) -> None:
    store = engine.filled()
    with pytest.raises(StoreConflict):
        store.add(entity)
    store.close()


def test_entities_of_many_classes_may_come_in_any_order(engine: Engine) -> None:
    store = engine.new()
    store.add_all(reversed(EVERY))
    assert {type(entity): store.find(type(entity)) for entity in EVERY} == {type(one): (one,) for one in EVERY}
    store.close()


def test_saving_keeps_the_place_in_the_order(engine: Engine) -> None:
    store = engine.filled()
    store.add_all(StageChange(f"x{no}", "c1", Stage.PLAN, NOW, "林") for no in (3, 1, 2))
    store.save(StageChange("x3", "c1", Stage.PLAN, NOW, "林", "改"))
    assert [change.id for change in store.find(StageChange)] == ["s1", "x3", "x1", "x2"]
    store.close()


def test_saving_a_parent_keeps_its_children(engine: Engine) -> None:
    store = engine.filled()
    store.save(replace(store.get(Case, "c1"), reason="layoff"))
    assert store.find(PlanVersion, case_id="c1")
    assert store.get(Case, "c1").reason == "layoff"
    store.close()


def test_what_others_refer_to_cannot_be_removed(engine: Engine) -> None:
    store = engine.filled()
    with pytest.raises(Refused) as refused:
        store.delete(EvidenceItem, "i1")
    assert codes(refused) == ["record_in_use"]
    store.delete(Verification, "v1")
    store.delete(FigureSource, "e1")
    store.delete(ItemTurn, "i1")
    store.delete(ItemContainer, "i1")
    store.delete(RecognisedText, "i1")
    store.delete(EvidenceItem, "i1")
    assert store.find(EvidenceItem) == ()
    store.close()


def test_many_are_removed_together_or_not_at_all(engine: Engine) -> None:
    store = engine.filled()
    store.add_all(debtors(3))
    for keys, expected in ((["n0", "d1"], "record_in_use"), (["n0", "n9"], "not_found")):
        with pytest.raises(Refused) as refused:
            store.delete_all(Debtor, keys)
        assert codes(refused) == [expected]
        assert len(store.find(Debtor)) == 4
    with store.transaction() as changes:
        store.delete_all(Debtor, ["n0", "n1", "n2"])
        store.delete_all(Waiver, ["w1"])
    assert [debtor.id for debtor in store.find(Debtor)] == ["d1"]
    assert changes.kinds == {"Debtor", "Waiver"}
    assert changes.case_ids == {"c1"}
    store.close()


def test_find_by_equal_fields(engine: Engine) -> None:
    store = engine.filled()
    assert store.find(Case, stage=Stage.VERIFY, debtor_id="d1")[0].id == "c1"
    assert store.find(Case, stage=Stage.PLAN) == ()
    assert store.find(Case, import_id="")[0].id == "c1"  # an empty reference is found as one
    assert store.find(Account, rate=store.get(Account, "a1").rate)[0].id == "a1"
    with pytest.raises(KeyError):
        store.find(Case, colour="red")
    with pytest.raises(TypeError):
        store.find(int)
    store.close()


@pytest.mark.parametrize("act", [lambda s: s.get(Case, "c9"), lambda s: s.delete(Case, "c9")])
def test_an_unknown_key_is_said(engine: Engine, act) -> None:
    store = engine.filled()
    with pytest.raises(Refused) as refused:
        act(store)
    assert codes(refused) == ["not_found"]
    store.close()


def test_changes_name_kinds_and_cases(engine: Engine) -> None:
    store = engine.filled()
    with store.transaction() as changes:
        store.save(replace(store.get(Debtor, "d1"), email="x@example.cn"))
        store.delete(Verification, "v1")
    assert changes.kinds == {"Debtor", "Verification"}
    assert changes.case_ids == {"c1"}
    with store.transaction() as reading:
        store.get(Case, "c1")
    assert not reading
    store.close()


def test_any_change_of_a_case_renews_its_line(engine: Engine) -> None:
    engine.new().close()
    first = filled(engine.another())
    assert first.case_lines()[0].updated_at == CLOCK.now()
    first.close()
    later = engine.another(LATER)
    later.delete(Verification, "v1")
    assert later.case_lines()[0].updated_at == LATER.now()
    later.close()


def test_case_numbers_run_on_and_are_never_given_twice(engine: Engine) -> None:
    store = engine.new()
    assert store.next_case_number("2026") == "CC-2026-00001"
    assert store.next_case_numbers("2026", 2) == ("CC-2026-00002", "CC-2026-00003")
    assert store.next_case_number("2027") == "CC-2027-00001"
    with pytest.raises(RuntimeError), store.transaction():
        store.next_case_number("2026")
        raise RuntimeError("not used")
    assert store.next_case_number("2026") == "CC-2026-00004"
    store.next_case_numbers("2026", 99_995)
    assert store.next_case_number("2026") == "CC-2026-100000"
    store.close()


def test_a_reader_sees_the_last_commit_while_another_writes(engine: Engine) -> None:
    window = engine.filled()
    command = engine.another(wait_seconds=0)
    with window.transaction():
        window.add(Debtor("n1", "未提交"))
        assert [debtor.id for debtor in command.find(Debtor)] == ["d1"]
        with pytest.raises(Refused) as refused:
            command.add(Debtor("n2", "另一个"))
        assert codes(refused) == ["desk_busy"]
    assert [debtor.id for debtor in command.find(Debtor)] == ["d1", "n1"]
    command.close()
    window.close()


def test_a_reading_sees_one_moment(engine: Engine) -> None:
    window = engine.filled()
    command = engine.another()
    with command.reading():
        assert len(command.find(Debtor)) == 1
        window.add(Debtor("n1", "同时"))
        with command.reading():
            assert len(command.find(Debtor)) == 1
    assert len(command.find(Debtor)) == 2
    with window.transaction(), window.reading():
        window.add(Debtor("n2", "在事务中"))
    assert len(command.find(Debtor)) == 3
    command.close()
    window.close()


def test_nothing_is_written_while_reading(engine: Engine) -> None:
    store = engine.filled()
    with pytest.raises(WorkstationError), store.reading():
        store.add(Debtor("n1", "不该写入"))
    assert len(store.find(Debtor)) == 1
    store.close()


def test_a_full_disk_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    store = filled(Store.create(tmp_path / "a.db", KEY, CLOCK))
    pages = store._database.run("PRAGMA page_count").fetchone()[0]
    store._database.run(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Refused) as refused:
        store.add_all(debtors(2000))
    assert codes(refused) == ["desk_disk_full"]
    assert len(store.find(Debtor)) == 1
    store.close()


def test_many_rows_that_fail_half_way_cannot_be_kept_by_forgiving_the_error(engine: Engine) -> None:
    store = engine.new()
    first, second = Debtor("1", "甲"), Debtor("2", "乙")
    with pytest.raises(StoreConflict, match="half-way"), store.transaction(), suppress(StoreConflict):
        store.add_all((first, second, first))
    assert store.find(Debtor) == ()
    with store.transaction():
        try:
            with store.transaction():
                store.add_all((first, second, first))
        except StoreConflict:
            store.add(second)
    assert store.find(Debtor) == (second,)


def test_what_a_case_holds_is_what_a_search_by_its_id_finds(engine: Engine) -> None:
    store = engine.filled()
    kinds = tuple({type(one): None for one in EVERY if hasattr(one, "case_id")})
    held, none = store.of_case("c1", kinds), store.of_case("elsewhere", kinds)
    assert {kind: held.all(kind) for kind in kinds} == {kind: store.find(kind, case_id="c1") for kind in kinds}
    assert any(held.all(kind) for kind in kinds)
    assert not any(none.all(kind) for kind in kinds)
    store.close()
