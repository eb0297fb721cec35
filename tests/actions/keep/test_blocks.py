"""Many cases read kind by kind: each is as it would be read alone, what was not read is no answer, and the questions are few."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any
from weakref import ReferenceType, ref

import pytest

from tests.actions.keep.many_cases import SHARED_ID, fill
from tests.builders import NOW, SETTINGS
from tests.store.conftest import engine  # noqa: F401
from tests.store.server.engines import Engine
from workstation.actions.case_files.part_file import NotRead
from workstation.actions.case_files.reading import DECLARATIONS, EVERYTHING, OF_KIND
from workstation.actions.cases import load_case
from workstation.actions.day.reading import day_of_work
from workstation.actions.desk import Desk
from workstation.actions.keep import reading, registers, retention
from workstation.actions.keep.reading import cases_with, files_of
from workstation.actions.reports.figures import bucket_lines, movement_lines, packet_lines
from workstation.casework.case_file import CaseFile
from workstation.dates import FixedClock
from workstation.errors import Refused
from workstation.policy.pack import packs
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.promise.payment import Payment
from workstation.store.vault import Vault

CASES = 17
ALL = EVERYTHING | {DECLARATIONS}
REPORTS: dict[str, Callable[[Desk], object]] = {
    "buckets": lambda desk: told(bucket_lines(desk)),
    "movements": lambda desk: told(movement_lines(desk, date(2026, 10, 1), date(2026, 11, 23))),
    "packets": lambda desk: told(packet_lines(desk)),
    "rates": lambda desk: registers.rate_lines(desk, "bank"),
    "coming": lambda desk: registers.coming(desk, 400),
    "reviews": registers.reviews,
    "oral": registers.oral_register,
    "retention": retention.retention_lines,
    "day": lambda desk: day_of_work(desk, 400).lines,
}


def told(lines: tuple[Any, ...]) -> list[Any]:
    return [(replace(line, cases=()), list(line.cases)) for line in lines]


@pytest.fixture
def desk(engine: Engine, tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:  # noqa: F811
    """A desk of either engine with cases of every kind, read five at a time."""
    monkeypatch.setattr(reading, "_BLOCK", 5)
    clock = FixedClock(NOW)
    store = engine.new(clock)
    store.add(SETTINGS)
    made = Desk(tmp_path, store, Vault(tmp_path / "vault", bytes(32)), packs(), clock, SETTINGS)
    fill(store, range(CASES), 20261130)
    yield made


def whole(desk: Desk, ids: Any, *_: Any) -> Iterator[CaseFile]:
    """As `files_of`, each case read alone and whole."""
    return (load_case(desk, case_id) for case_id in ids)


def test_each_case_is_as_it_is_read_alone(desk: Desk) -> None:
    ids = list(reversed(list(cases_with(desk, Case))))
    found = list(files_of(desk, ids, ALL))
    assert [file.case.id for file in found] == ids
    seen = set[str]()
    for file in found:
        alone = load_case(desk, file.case.id)
        for field in fields(CaseFile):
            assert getattr(file, field.name) == getattr(alone, field.name), (file.case.id, field.name)
            seen |= {field.name} if getattr(alone, field.name) else set()
    assert seen == {field.name for field in fields(CaseFile)}  # nothing was compared that no case has
    assert sum(len(file.declarations) > 1 for file in found) > 1
    assert any(file.debtor.resident_id == SHARED_ID for file in found)


@pytest.mark.parametrize("name", REPORTS)
def test_every_report_tells_what_it_tells_of_cases_read_whole(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    found = REPORTS[name](desk)
    for module in (registers, retention):
        monkeypatch.setattr(module, "files_of", whole)
    monkeypatch.setattr("workstation.actions.reports.figures.files_of", whole)
    monkeypatch.setattr("workstation.actions.day.reading.files_of", whole)
    assert found and found == REPORTS[name](desk)


def test_what_was_not_read_is_no_answer(desk: Desk) -> None:
    (file, *_) = files_of(desk, cases_with(desk, Case), {"accounts"})
    assert file.accounts == load_case(desk, file.case.id).accounts
    for name in ALL - {"accounts"}:
        with pytest.raises(NotRead):
            getattr(file, name)
    with pytest.raises(NotRead):
        assert file.checklist
    with pytest.raises(NotRead):
        replace(file, today=date(2026, 1, 1))
    other = file.changed(today=date(2026, 1, 1), ends=())
    assert (other.today, other.ends, other.accounts) == (date(2026, 1, 1), (), file.accounts)
    with pytest.raises(NotRead):
        assert other.plans
    with pytest.raises(TypeError):
        file.changed(nothing=())


def test_each_field_can_be_read_by_itself(desk: Desk) -> None:
    ids = list(cases_with(desk, Case))
    alone = [load_case(desk, case_id) for case_id in ids]
    for name in EVERYTHING:
        found = [getattr(file, name) for file in files_of(desk, ids, {name})]
        assert found == [getattr(file, name) for file in alone], name


def test_a_case_that_is_asked_for_twice_comes_twice(desk: Desk) -> None:
    one, two, *_ = cases_with(desk, Case)
    assert [file.case.id for file in files_of(desk, (one, two, one), {"accounts"})] == [one, two, one]


def test_a_case_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        list(files_of(desk, [next(cases_with(desk, Case)), "elsewhere"], {"accounts"}))
    assert [one.code for one in refused.value.findings] == ["not_found"]


def test_a_case_whose_person_is_gone_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = desk.store.get_many
    monkeypatch.setattr(desk.store, "get_many", lambda kind, keys: () if kind is Debtor else plain(kind, keys))
    monkeypatch.setattr(desk.store.rows, "one", lambda mapper, key: None)
    with pytest.raises(Refused) as refused:
        list(files_of(desk, cases_with(desk, Case), {"accounts"}))
    assert [(one.code, one.subject) for one in refused.value.findings] == [("not_found", "debtor")]


def test_a_case_is_read_at_one_moment(desk: Desk, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    """What another process writes after the first question of a block is in none of its answers."""
    ids = list(cases_with(desk, Account))[:2]
    other, plain, done = engine.another(FixedClock(NOW)), desk.store.get_many, list[Account]()

    def then_written(kind: type[Any], keys: Any) -> Any:
        found = plain(kind, keys)
        for case_id in ids if not done else ():
            done.extend(other.find(Account, case_id=case_id))
        for account in done:
            other.save(replace(account, bank="另一银行"))
        return found

    before = [account.bank for case_id in ids for account in load_case(desk, case_id).accounts]
    monkeypatch.setattr(desk.store, "get_many", then_written)
    found = [account.bank for file in files_of(desk, ids, {"accounts"}) for account in file.accounts]
    assert done and found == before
    assert {account.bank for account in load_case(desk, ids[0]).accounts} == {"另一银行"}


def test_fields_and_the_kinds_that_they_are_read_from_are_of_one_type() -> None:
    hints = {one.name: str(one.type) for one in fields(CaseFile)}
    assert {name: hints[name] for name in OF_KIND} == {
        name: f"tuple[{kind.__name__}, ...]" for name, kind in OF_KIND.items()
    }
    assert EVERYTHING | {DECLARATIONS, "case", "debtor", "pack", "settings", "today"} == {
        one.name for one in fields(CaseFile)
    }


@pytest.mark.parametrize("name", REPORTS)
def test_a_block_costs_the_same_questions_whatever_it_holds(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Three times the cases in blocks three times as large are as many questions."""
    asked = list[str]()
    run = desk.store._database.run

    def counting(statement: str, values: Any = ()) -> Any:
        asked.append(statement)
        return run(statement, values)

    def questions(block: int) -> int:
        monkeypatch.setattr(reading, "_BLOCK", block)
        asked.clear()
        REPORTS[name](desk)
        return len(asked)

    monkeypatch.setattr(desk.store._database, "run", counting)
    before = questions(CASES)
    fill(desk.store, range(CASES, 3 * CASES), 7)
    assert 0 < questions(3 * CASES) <= before


def test_no_more_than_two_blocks_are_held(desk: Desk) -> None:
    """The one that is gone through, and the next one while it is read; nothing waits for garbage to be collected."""
    seen = list[ReferenceType[CaseFile]]()
    gc.disable()
    try:
        for file in files_of(desk, cases_with(desk, Case), ALL):
            assert all(getattr(file, name) is not None for name in ALL)
            seen.append(ref(file))
            assert sum(one() is not None for one in seen) <= 2 * reading._BLOCK
    finally:
        gc.enable()
    assert len(seen) == CASES


@pytest.mark.parametrize(("kind", "field"), [(Payment, "account_id"), (Account, "id"), (Account, "bank"), (Case, "id")])
def test_rows_of_some_values_come_as_they_came(desk: Desk, kind: type[Any], field: str) -> None:
    """Whether the server can tell by a field, or every row is looked through."""
    every = desk.store.find(kind)
    wanted = [getattr(one, field) for one in every[::2]]
    assert desk.store.among(kind, field, [*wanted, "elsewhere", *wanted]) == tuple(
        one for one in every if getattr(one, field) in wanted
    )
    assert wanted and desk.store.among(kind, field, []) == ()
