"""The list of cases is what the records say, whatever wrote them, in every order, a page at a time."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from tests.builders import NOW
from tests.source_tree import ROOT
from tests.store.stored import CLOCK, KEY, filled
from workstation.casework.printed import PrintRecord
from workstation.errors import StorageFailed
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor, Phone
from workstation.promise.ending import REOPENED, AccountEnd
from workstation.store.listing.projection import begin_anew, bring_up, catch_up, is_behind, writing
from workstation.store.store import Store


def listed(store: Store) -> tuple[list[Any], list[Any]]:
    """Every line and every word of the list, by case."""
    run = store._database.run
    columns = [name for _, name, *_ in run('PRAGMA table_info("case_line")').fetchall() if name != "line"]
    lines = run(f"SELECT {', '.join(columns)} FROM case_line ORDER BY case_id").fetchall()
    return lines, words(store)


def words(store: Store) -> list[Any]:
    """Case, place and word for each that the index holds."""
    run = store._database.run
    run("CREATE VIRTUAL TABLE IF NOT EXISTS temp.told USING fts5vocab(main, case_words, instance)")
    by_line = dict(run('SELECT "line", "case_id" FROM "case_line"').fetchall())
    return sorted((by_line.get(doc), offset, term) for term, doc, _, offset in run("SELECT * FROM temp.told"))


def made_anew(store: Store) -> tuple[list[Any], list[Any]]:
    with writing(store._database):
        begin_anew(store._database)
    catch_up(store._database)
    return listed(store)


@pytest.fixture
def store():
    kept = filled()
    kept.add(Debtor("d2", "王 O'Neil五", "H01239876", (Phone("13900001111"),)))
    kept.add(Case("c2", "CC-2026-00418", "d2", date(2026, 1, 1)))
    yield kept
    kept.close()


def saved(store: Store, kind: type[Any], key: str, **changed: Any) -> None:
    store.save(replace(store.get(kind, key), **changed))


def printed(store: Store) -> None:
    (one,) = store.find(PrintRecord)
    store.add(replace(one, id="n2", at=one.at + timedelta(days=2)))


def account(key: str, case_id: str = "c2", **values: Any) -> Account:
    return Account(key, case_id, "平安银行", f"6222 {key}", principal=Money(500), **values)


def added_and_gone(store: Store) -> None:
    store.add(account("a9"))
    store.delete(Account, "a9")


def case_gone(store: Store) -> None:
    store.delete(Case, "c2")
    store.delete(Debtor, "d2")


WRITES: Final[dict[str, Callable[[Store], object]]] = {
    "a name": lambda store: saved(store, Debtor, "d1", name="张偉"),
    "a phone": lambda store: saved(store, Debtor, "d1", phones=(Phone("13555555555"),)),
    "what is no part of a line": lambda store: saved(store, Debtor, "d1", employer="厂"),
    "a stage": lambda store: saved(store, Case, "c1", stage=Stage.PLAN),
    "a person of a case": lambda store: saved(store, Case, "c1", debtor_id="d2"),
    "an account": lambda store: store.add(account("a9")),
    "an amount": lambda store: saved(store, Account, "a1", penalty=Money(77)),
    "an account that goes": lambda store: added_and_gone(store),
    "an account reopened": lambda store: store.add(
        AccountEnd("z2", "c1", "a1", REOPENED, date(2026, 11, 23), NOW, "林协商")
    ),
    "a print": printed,
    "a case that goes": lambda store: case_gone(store),
    "many saved": lambda store: store.save_all(
        [replace(store.get(Debtor, "d1"), name="李"), account("a7"), account("a8")]
    ),
    "put last": lambda store: store.put_in_order(Case, ["c1"]),
}


@pytest.mark.parametrize("what", WRITES)
def test_whatever_is_written_the_list_is_what_the_records_say(store: Store, what: str) -> None:
    WRITES[what](store)
    assert not is_behind(store._database)
    found = listed(store)
    assert found[0] and found == made_anew(store)


def test_what_is_undone_leaves_no_line_and_no_word(store: Store) -> None:
    before = listed(store)
    with pytest.raises(ZeroDivisionError), store.transaction():
        saved(store, Debtor, "d1", name="不留")
        assert store.case_count("不留") == 1, "what is being written is found"
        raise ZeroDivisionError
    assert listed(store) == before and store.case_count("不留") == 0
    with store.transaction():
        with pytest.raises(ZeroDivisionError), store.transaction():
            saved(store, Debtor, "d1", name="不留")
            store.case_lines("不留")
            raise ZeroDivisionError
        store.add(account("a9"))
    assert store.case_count("不留") == 0 and store.case_count("欧阳") == 1
    assert listed(store) == made_anew(store)


def test_of_a_case_that_is_gone_no_word_is_left_in_any_page_of_the_index(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "desk.db", KEY, CLOCK)
    for number in range(40):
        store.add(Debtor(f"d{number}", f"齉{number}", "", (Phone(f"1380000{number:04}"),)))
        store.add(Case(f"c{number}", f"CC-2026-{number:05}", f"d{number}", date(2026, 1, 1)))
    store.add(Debtor("x", "Qzzwjx"))
    store.add(Case("cx", "CC-2026-99999", "x", date(2026, 1, 1)))
    pages = "SELECT count(*) FROM case_words_data WHERE instr(block, CAST(? AS BLOB))"
    assert store._database.run(pages, ("zzwjx",)).fetchone()[0] and store.case_count("qzzw") == 1
    with store.transaction():
        store.delete(Case, "cx")
        store.delete(Debtor, "x")
    assert not store._database.run(pages, ("zzwjx",)).fetchone()[0] and store.case_count("qzzw") == 0
    assert store.case_count() == 40 and not any("zzw" in term for _, _, term in words(store))
    store.close()


def test_a_desk_of_an_older_schema_gets_its_list(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    shutil.copyfile(ROOT / "tests/files/desks/schema-22.db", path)
    seen: list[tuple[int, int]] = []
    kept = Store.open(path, KEY, CLOCK, seen=lambda done, total: seen.append((done, total)))
    assert seen[0] == (0, 1) and seen[-1] == (1, 1)
    assert [line.name for line in kept.case_lines("oyay")] == ["欧阳·阿依古丽"]
    assert listed(kept) == made_anew(kept)
    kept.close()


def test_a_list_whose_making_was_stopped_goes_on_where_it_stopped(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "desk.db"
    kept = Store.create(path, KEY, CLOCK)
    with kept.transaction():
        for number in range(9):
            kept.add(Debtor(f"d{number}", f"人{number}"))
            kept.add(Case(f"c{number}", f"CC-2026-{number:05}", f"d{number}", date(2026, 1, 1)))
    whole = listed(kept)
    with writing(kept._database):
        begin_anew(kept._database)
    kept.close()
    monkeypatch.setattr("workstation.store.listing.projection._AT_ONE_COMMIT", 2)

    def stop(done: int, total: int) -> None:
        if done >= 4:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        Store.open(path, KEY, CLOCK, seen=stop)
    left: list[int] = []
    again = Store.open(path, KEY, CLOCK, seen=lambda done, total: left.append(total))
    assert left[0] == 5
    assert listed(again) == whole
    again.close()


def test_a_list_that_is_behind_is_made_in_a_copy_where_nothing_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    kept = filled(Store.create(path, KEY, CLOCK))
    with writing(kept._database):
        begin_anew(kept._database)
    kept.close()
    before = path.read_bytes()
    readable = Store.open_to_read(path, KEY, CLOCK)
    assert [line.name for line in readable.case_lines("oyay")] == ["欧阳·阿依古丽"]
    with pytest.raises(StorageFailed):
        readable.add(Debtor("n", "新"))
    readable.close()
    assert path.read_bytes() == before


def test_what_cannot_be_read_keeps_nothing_else_from_being_saved(store: Store) -> None:
    store._database.run('UPDATE "case_line_behind" SET "unread" = 1')
    store._database.run('INSERT INTO "case_line_behind" ("case_id", "unread") VALUES (?, 1)', ("c1",))
    saved(store, Case, "c2", stage=Stage.PLAN)
    assert is_behind(store._database) and store.case_lines()[0].stage is Stage.PLAN
    assert catch_up(store._database) == 1 and not is_behind(store._database)


@pytest.mark.parametrize(
    "typed",
    ['"', "a-b", "O'Brien", "``", "*", "张*", "NEAR(张 三)", "AND", "words : 张", "^张", "(", "张\x00三", "\ud800", "𠮷",
     "x" * 5000, "张" * 5000,
     "1" * 5000, "-", "\ue025"],
)  # fmt: skip
def test_whatever_is_typed_is_only_looked_for(store: Store, typed: str) -> None:
    assert store.case_lines(typed) == ()


def test_bringing_up_what_is_not_behind_writes_nothing(store: Store) -> None:
    before = store._database.run("SELECT total_changes()").fetchone()
    bring_up(store._database)
    assert store._database.run("SELECT total_changes()").fetchone() == before
