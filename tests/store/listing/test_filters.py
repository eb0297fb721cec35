"""Whatever is chosen of the columns, the list holds just the cases of which the records say so, in every order, at every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any, Final, get_args

import pytest

from tests.builders import NOW
from tests.store.server.engines import Engine
from tests.store.stored import CLOCK
from workstation.conversation.contact import ContactEntry
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor
from workstation.profile.filing import AgentChange, ArchiveChange
from workstation.store.listing import found as finding
from workstation.store.listing import wanted as choosing
from workstation.store.listing.wanted import EVERY_CASE, LISTED, CaseFilter, DueSpan, Order, SortedBy
from workstation.store.store import Store

CASES: Final = 150
DAY: Final = date(2026, 3, 1)
BANKS: Final = ("招商银行", "招商银行股份有限公司", "平安银行", "城商行 一部")
REASONS: Final = ("", "illness", "unemployment")
AGENTS: Final = ("", "林协商", "Zhou W")
PACKS: Final = ("cn-card", "cn-card@2026-01-01", "cn-consumer-loan@2026-01-01")
CURRENCIES: Final = ("CNY", "USD", "HKD")


@dataclass(frozen=True)
class Held:
    """What the records of one case say, worked out by hand."""

    name: str
    stage: Stage
    reason: str
    pack: str
    agent: str
    archived: bool
    next_on: date | None
    due_on: date | None
    banks: tuple[str, ...]
    owed: Mapping[str, int]


def made(store: Store) -> dict[str, Held]:
    """Cases by a seed, and what is true of each."""
    chance, known = Random(26), dict[str, Held]()
    with store.transaction():
        for number in range(CASES):
            case_id = f"c{number}"
            name = "".join(chance.choices("张王李伟芳", k=2))
            stage, reason, pack = Stage(chance.randint(1, 4)), chance.choice(REASONS), chance.choice(PACKS)
            store.add(Debtor(f"d{number}", name))
            store.add(Case(case_id, f"CC-2026-{number:05}", f"d{number}", DAY, stage, reason, pack=pack))
            owed, dues, banks = dict[str, int](), list[date](), list[str]()
            for at in range(chance.choice((0, 1, 1, 2, 3))):
                bank, currency, minor = chance.choice(BANKS), chance.choice(CURRENCIES), chance.randrange(2_000)
                due, zero = chance.choice((None, DAY + timedelta(chance.randrange(200)))), Money(0, currency)
                store.add(
                    Account(f"a{number}.{at}", case_id, bank, "1", currency=currency, principal=Money(minor, currency),
                            interest=zero, penalty=zero, fees=zero, due_on=due)
                )  # fmt: skip
                owed[currency] = owed.get(currency, 0) + minor
                banks.append(bank)
                dues += [due] if due else []
            agent = chance.choice(AGENTS)
            for at, given in enumerate([*chance.choices(AGENTS, k=chance.randrange(2)), agent] if agent else []):
                store.add(AgentChange(f"g{number}.{at}", case_id, given, NOW, "周主管"))
            archived = chance.random() < 0.3
            for at, put in enumerate([True, False] * chance.randrange(2) + [True] * archived):
                store.add(ArchiveChange(f"h{number}.{at}", case_id, put, "迁出", NOW, "林协商"))
            known[case_id] = Held(name, stage, reason, pack, agent, archived, _log(store, chance, case_id),
                                  min(dues, default=None), tuple(banks), owed or {"CNY": 0})  # fmt: skip
    return known


def _log(store: Store, chance: Random, case_id: str) -> date | None:
    """A log of up to three entries, the last of which may correct the one before it; answers the next day that counts."""
    entries = list[ContactEntry]()
    for at in range(chance.choice((0, 1, 1, 2, 3))):
        next_on = chance.choice((None, DAY + timedelta(chance.randrange(60))))
        corrects = entries[-1].id if entries and chance.random() < 0.4 else ""
        entry = ContactEntry(f"k{case_id}.{at}", case_id, NOW + timedelta(minutes=chance.randrange(3)), "林协商", connected=True,
                             note="通话", next_on=next_on, corrects=corrects)  # fmt: skip
        store.add(entry)
        entries.append(entry)
    gone = {one.corrects for one in entries}
    counts = [one for one in entries if one.id not in gone]
    last = [one for one in counts if one.at == max(one.at for one in counts)]
    return last[-1].next_on if last else None


@pytest.fixture(scope="module", params=["embedded", "server"])
def desk(request, tmp_path_factory):
    server = request.getfixturevalue("postgres") if request.param == "server" else None
    engine = Engine(tmp_path_factory.mktemp("filters"), server)
    store = engine.new()
    yield store, made(store)
    engine.close()


def day(number: int) -> date:
    return DAY + timedelta(number)


FILTERS: Final[tuple[tuple[CaseFilter, Callable[[Held], Any]], ...]] = (
    (LISTED, lambda one: True),
    (CaseFilter(bank="招行"), lambda one: any("招商" in bank for bank in one.banks)),
    (CaseFilter(bank="城商行 一部"), lambda one: "城商行 一部" in one.banks),
    (CaseFilter(bank="没有这家"), lambda one: False),
    (CaseFilter(reason="illness"), lambda one: one.reason == "illness"),
    (CaseFilter(reason=""), lambda one: not one.reason),
    (CaseFilter(agent="林协商"), lambda one: one.agent == "林协商"),
    (CaseFilter(agent="ZHOU w"), lambda one: one.agent == "Zhou W"),
    (CaseFilter(agent=""), lambda one: not one.agent),
    (CaseFilter(next_since=day(10)), lambda one: one.next_on and one.next_on >= day(10)),
    (CaseFilter(next_until=day(10)), lambda one: one.next_on and one.next_on <= day(10)),
    (CaseFilter(next_since=day(5), next_until=day(5)), lambda one: one.next_on == day(5)),
    (CaseFilter(owed_least=Money(0)), lambda one: "CNY" in one.owed),
    (CaseFilter(owed_least=Money(500), owed_most=Money(1500)), lambda one: 500 <= one.owed.get("CNY", -1) <= 1500),
    (CaseFilter(owed_most=Money(900, "HKD")), lambda one: one.owed.get("HKD", 9999) <= 900),
    (CaseFilter(owed_least=Money(700, "USD")), lambda one: one.owed.get("USD", 0) >= 700),
    (CaseFilter(owed_least=Money(700, "JPY")), lambda one: False),
    (CaseFilter(due=(DueSpan(day(30), day(60)),)), lambda one: one.due_on and day(30) <= one.due_on <= day(60)),
    (CaseFilter(due=(DueSpan(None, day(60)),)), lambda one: one.due_on and one.due_on <= day(60)),
    (CaseFilter(due=(DueSpan(day(60), None),)), lambda one: one.due_on and one.due_on >= day(60)),
    (CaseFilter(due=(DueSpan(None, None, dated=False),)), lambda one: one.due_on is None),
    (
        CaseFilter(due=(DueSpan(day(0), day(60), ("cn-card",)), DueSpan(day(90), day(99)))),
        lambda one: (
            one.due_on
            and ((one.due_on <= day(60) and one.pack.startswith("cn-card")) or day(90) <= one.due_on <= day(99))
        ),
    ),
)
"""A choice, and what it means."""


@pytest.mark.parametrize("number", range(len(FILTERS)))
def test_a_choice_is_what_the_records_say(desk, number: int) -> None:
    store, known = desk
    only, holds = FILTERS[number]
    for archived in (False, True, None):
        for typed, stage in (("", None), ("张", None), ("", Stage.PLAN), ("z", Stage.EVIDENCE)):
            expected = {
                case_id
                for case_id, one in known.items()
                if holds(one) and archived in (None, one.archived) and stage in (None, one.stage)
                and (not typed or "张" in one.name)
            }  # fmt: skip
            asked = replace(only, archived=archived)
            lines = store.case_lines(typed, stage, only=asked)
            assert {line.case_id for line in lines} == expected, (asked, typed, stage)
            assert len(lines) == store.case_count(typed, stage, asked)


@pytest.mark.parametrize("few", [0, 10**6])
@pytest.mark.parametrize("apart", [0, 10**9])
def test_choices_join_whichever_way_is_quickest(desk, monkeypatch, few: int, apart: int) -> None:
    store, known = desk
    monkeypatch.setattr(finding, "_FEW", few)
    monkeypatch.setattr(finding, "isqrt", lambda total: 1 if few else 0)
    monkeypatch.setattr(choosing, "_ASKED_APART", 10**9 - apart)
    monkeypatch.setattr(choosing, "_ONE_IN", apart)
    chance, tried = Random(few + apart), 0
    for _ in range(60):
        parts = chance.sample(range(1, len(FILTERS)), 2)
        changed = {
            name: value
            for at in parts
            for name in CaseFilter.__dataclass_fields__
            if (value := getattr(FILTERS[at][0], name)) != getattr(LISTED, name)
        }
        if len(changed) < 2 or any(
            getattr(FILTERS[at][0], name) not in (value, getattr(LISTED, name))
            for at in parts
            for name, value in changed.items()
        ):
            continue  # one column, chosen twice
        if len({one.currency for one in changed.values() if isinstance(one, Money)}) > 1:
            continue
        archived, typed = chance.choice((False, True, None)), chance.choice(("", "张"))
        expected = {
            case_id
            for case_id, one in known.items()
            if all(FILTERS[at][1](one) for at in parts) and archived in (None, one.archived) and typed in one.name
        }
        order = Order(chance.choice(get_args(SortedBy)), chance.random() < 0.5, ("unemployment", "illness"))
        listed = store.case_list(typed, None, order, CaseFilter(**changed, archived=archived))
        whole = listed.lines(0, 1_000)
        assert {line.case_id for line in whole} == expected and listed.count == len(whole), (changed, archived, typed)
        again = store.case_list(typed, None, order, CaseFilter(**changed, archived=archived))
        for start in (0, 4, 8, chance.randrange(len(whole) + 2)):
            assert again.lines(start, 4) == whole[start : start + 4]
        tried += bool(whole)
    assert tried > 10


def test_a_word_asks_for_what_is_archived(desk) -> None:
    store, known = desk
    for word in ("archived", "已归档", "Archived", "归档", "歸檔"):
        expected = {case_id for case_id, one in known.items() if one.archived and "张" in one.name}
        assert {line.case_id for line in store.case_lines(f"张 {word}")} == expected
        assert {line.case_id for line in store.case_lines(word)} == {key for key, one in known.items() if one.archived}
    assert len(store.case_lines(only=EVERY_CASE)) == CASES


def test_a_line_follows_what_is_filed() -> None:
    store = Store.memory(CLOCK)
    store.add(Debtor("d", "张三"))
    store.add(Case("c", "CC-2026-00001", "d", DAY))
    assert store.case_count() == 1
    for at, archived in enumerate((True, True, False)):
        store.add(ArchiveChange(f"h{at}", "c", archived, "迁出", NOW, "林协商"))
        assert (store.case_count(), store.case_count("已归档")) == (int(not archived), int(archived))
        assert store.case_lines(only=EVERY_CASE)[0].archived is archived
    store.add(AgentChange("g", "c", "林协商", NOW, "周主管"))
    assert [line.agent for line in store.case_lines(only=CaseFilter(agent="林协商"))] == ["林协商"]
    store.close()
