"""Every column of the list sorts, every page is a part of the whole, and no way to a page reads what grows with the desk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from operator import attrgetter
from random import Random
from typing import Any, Final, get_args

import pytest

from tests.builders import NOW
from tests.store.stored import CLOCK
from workstation.money import Money, currency_rank, in_order
from workstation.profile.account import Account
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor
from workstation.store.listing import found, wanted
from workstation.store.listing.case_line import CaseLine
from workstation.store.listing.held import HeldList
from workstation.store.listing.queries import CaseList
from workstation.store.listing.wanted import EVERY_CASE, LISTED, Order, SortedBy, Wanted
from workstation.store.store import Store

CURRENCIES: Final = ("CNY", "USD", "HKD")


@pytest.fixture(scope="module")
def many():
    chance, kept = Random(7), Store.memory(CLOCK)
    with kept.transaction():
        for number in range(120):
            name = "".join(chance.choices("张王李伟芳", k=chance.choice((2, 3))))
            kept.add(Debtor(f"d{number}", name))
            stage, reason = Stage(chance.randint(1, 5)), chance.choice(("", "illness", "unemployment"))
            kept.add(
                Case(
                    f"c{number}", f"CC-2026-{chance.randrange(10**6):06}", f"d{number}", date(2026, 1, 1), stage, reason
                )
            )
            for at in range(chance.choice((0, 1, 1, 2))):
                currency = chance.choice(CURRENCIES)
                zero, due = Money(0, currency), date(2026, 1, 1) + timedelta(days=chance.randrange(9))
                kept.add(
                    Account(f"a{number}.{at}", f"c{number}", chance.choice(("甲银行", "乙银行")), "1", currency=currency,
                            principal=Money(chance.randrange(50), currency), interest=zero, penalty=zero, fees=zero,
                            due_on=chance.choice((None, due)))
                )  # fmt: skip
    yield kept
    kept.close()


def _amount(line: CaseLine) -> Any:
    return (in_order(line.owed) or (Money.zero(),))[0]


KEYS: Final[dict[SortedBy, Callable[[CaseLine], Any]]] = {
    "number": attrgetter("number"),
    "name": attrgetter("name"),
    "stage": attrgetter("stage"),
    "banks": lambda line: "\n".join(line.banks),
    "reason": attrgetter("reason"),
    "agent": attrgetter("agent"),
    "next": lambda line: line.next_on or date.min,
    "overdue": lambda line: -line.due_on.toordinal() if line.due_on else -(10**9),
    "owed": lambda line: _amount(line).minor,
    "updated": attrgetter("updated_at"),
    "printed": lambda line: line.printed_at or NOW.min,
}


INDEXES: Final = {"updated": "touched"}
"""Orders whose index is called otherwise."""


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("by", get_args(SortedBy))
@pytest.mark.parametrize("typed", ["", "张", "zhang", "z", "张伟 "])
def test_every_column_sorts_and_every_page_is_a_part_of_the_whole(
    many: Store, typed: str, by: SortedBy, down: bool
) -> None:
    everything = {line.case_id: line for line in many.case_lines(typed)}
    found = many.case_list(typed, order=Order(by, down))
    whole = found.lines(0, 1_000)
    assert {line.case_id: line for line in whole} == everything and found.count == len(whole) == many.case_count(typed)
    held = HeldList(many.case_lines(typed), Order(by, down)).lines(0, 1_000)
    assert [KEYS[by](line) for line in held] == [KEYS[by](line) for line in whole]
    keys = [KEYS[by](line) for line in whole]
    if by == "owed":
        ranks = [currency_rank(_amount(line).currency) for line in whole]
        assert ranks == sorted(ranks)
        keys = [
            key
            for rank in dict.fromkeys(ranks)
            for at, key in zip(ranks, keys, strict=True)
            if at == rank and rank == ranks[0]
        ]
    assert keys == sorted(keys, reverse=down)
    chance, again = Random(by), many.case_list(typed, order=Order(by, down))
    for start in (0, 5, 10, *chance.choices(range(len(whole) + 3), k=12)):
        size = chance.randint(1, 9)
        assert again.lines(start, size) == whole[start : start + size]


@pytest.mark.parametrize("way", ["looked up", "listed", "asked apart"])
@pytest.mark.parametrize(
    ("typed", "stage"), [("张", None), ("z", Stage.PLAN), ("", Stage.PLAN), ("zh", None), ("张 伟", None)]
)
def test_whichever_way_is_quickest_finds_the_same(
    many: Store, monkeypatch, way: str, typed: str, stage: Stage | None
) -> None:
    expected = [line.case_id for line in many.case_lines() if _matches(line, typed, stage)]
    monkeypatch.setattr(found, "isqrt", lambda total: total if way == "looked up" else 0)
    monkeypatch.setattr(wanted, "_ASKED_APART", 0 if way == "asked apart" else 10**9)
    monkeypatch.setattr(wanted, "_ONE_IN", 10**9 if way == "asked apart" else 0)
    assert [line.case_id for line in many.case_lines(typed, stage)] == expected and expected


def _matches(line: CaseLine, typed: str, stage: Stage | None) -> bool:
    parts = ("张", "zh", "z") if typed in ("z", "zh") else typed.split()
    found = "张" in line.name if typed in ("z", "zh") else all(part in line.name for part in parts)
    return found and stage in (None, line.stage)


@pytest.mark.parametrize("down", [False, True])
def test_reasons_are_sorted_as_a_reader_knows_them(many: Store, down: bool) -> None:
    expected = ["", "unemployment", "illness"]
    order = Order("reason", down, ("unemployment", "illness"))
    for typed in ("", "张", "z"):
        whole = many.case_list(typed, order=order).lines(0, 1_000)
        reasons = list(dict.fromkeys(line.reason for line in whole))
        assert reasons == (expected[::-1] if down else expected) and len(whole) == many.case_count(typed)
        assert [one.reason for one in HeldList(whole, order).lines(0, 1_000)] == [one.reason for one in whole]
        again = many.case_list(typed, order=order)
        for start in (0, 9, 18, 3, 100, 41):
            assert again.lines(start, 9) == whole[start : start + 9]


def test_a_list_asks_no_table_that_grows_with_the_desk(many: Store) -> None:
    run = many._database.run
    for by in get_args(SortedBy):
        for down in (False, True):
            for only in (LISTED, EVERY_CASE):
                found = CaseList(many._database, Wanted(only=only), Order(by, down))
                found.lines(0, 10)
                for at, key in ((0, ()), found._keys[-1]):
                    statement, values = found._statement(at, key, 10, 0)
                    plan = " / ".join(row[3] for row in run("EXPLAIN QUERY PLAN " + statement, values).fetchall())
                    assert f"INDEX case_line_{INDEXES.get(by, by)}" in plan or by == "owed", (by, down, plan)
                    assert "USING INDEX" in plan and "TEMP B-TREE" not in plan and "SCAN" not in plan, (by, down, plan)
