"""The list of cases: every keystroke of a search, and the list of a large desk sorted by what is owed.

Stands alone, so that an older build can hold its contests: the same people for every build, by a seed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, Final

from bench.contest import Contender, Contest
from workstation.dates import SystemClock
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor, Phone
from workstation.store.store import Store

CASES: Final = 100_000
KEY: Final = bytes(range(32))
PAGE: Final = 100
NEEDLES: Final = (
    "张", "伟", "张伟", "欧阳", "张伟明", "zhang", "zhangwei", "zwm", "3344", "1381", "19900101", "无此人",
)  # fmt: skip
"""One, two and three characters, pinyin, initials, four and eight digits, and nothing found."""
SURNAMES: Final = (
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖"
    "邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
SHARES: Final = (79, 74, 71, 54, 45, 31, 23, 22, 21, 20)
"""Of a thousand people, those of the first surnames; the others share the rest."""
GIVEN: Final = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文华玉红建国志海林梅春荣凤飞鹏宇浩然"
    "子轩涵博思远嘉欣怡雨桐梓晨雪琳佳慧俊峰斌辉波鑫宁坤龙云松"
)
REGIONS: Final = ("110105", "310115", "440106", "510104", "420111", "330106")
BANKS: Final = {
    "招商银行": "622588",
    "平安银行": "622155",
    "中国工商银行": "622230",
    "中国建设银行": "436718",
    "中信银行": "518212",
    "广发银行": "528931",
}
"""Each with what its cards begin with."""
REASONS: Final = ("", "illness", "unemployment")
AT_ONCE: Final = 20_000


def contests(folder: Path) -> list[Contest]:
    """A contest a needle; the desk is made by the build that is measured."""
    store = made_store(folder / "desk.db", CASES)
    names = [debtor.name for debtor, _, _ in people(CASES)]
    return [
        Contest(f"“{needle}” typed, {CASES:,} cases", keystroke(store, needle), (scan(names, needle),), rounds=7)
        for needle in NEEDLES
    ]


def made_store(path: Path, case_count: int) -> Store:
    """A store in a new file, filled."""
    store, made = Store.create(path, KEY, SystemClock()), people(case_count)
    with unsynced():
        for start in range(0, case_count, AT_ONCE):
            store.add_all([one for _ in range(min(AT_ONCE, case_count - start)) for one in next(made)])
    return store


def keystroke(store: Any, typed: str) -> Callable[[], object]:
    """What a pause in typing asks for: how many cases are found, and those that the window shows first."""

    def today() -> object:
        found = store.case_list(typed)
        return found.lines(0, PAGE), found.count

    def then() -> object:
        return store.case_lines(search=typed, stage=None, limit=500), store.case_count(search=typed, stage=None)

    return today if hasattr(store, "case_list") else then


def scan(names: list[str], typed: str) -> Contender:
    """The least that looking at every name costs."""
    return Contender("every name looked at in memory", lambda: sum(typed in name for name in names))


def people(count: int) -> Iterator[tuple[Debtor, Case, Account]]:
    """A person, their case and its account; names and numbers are spread as they are among people."""
    chance = Random(15)
    rest = 560 // (len(SURNAMES) - len(SHARES))
    weights = [*SHARES, *[rest] * (len(SURNAMES) - len(SHARES))]
    days = "due_on" if "due_on" in {one.name for one in fields(Account)} else "overdue_since"
    for number in range(count):
        given = "".join(chance.choices(GIVEN, k=2 if chance.random() < 0.72 else 1))
        born = date(1960, 1, 1) + timedelta(days=chance.randrange(16_000))
        identity = f"{chance.choice(REGIONS)}{born:%Y%m%d}{chance.randrange(10_000):04}"
        phone = Phone(f"1{chance.choice('3578')}{chance.randrange(10**9):09}")
        debtor = Debtor(f"d{number}", chance.choices(SURNAMES, weights)[0] + given, identity, (phone,))
        stage, reason = Stage(chance.choice((1, 1, 1, 2, 3, 4, 5))), chance.choice(REASONS)
        case = Case(f"c{number}", f"CC-2026-{number + 1:05}", debtor.id, date(2026, 1, 5), stage, reason)
        due: Any = {days: date(2026, 1, 1) + timedelta(days=chance.randrange(300))}
        bank, begins = chance.choice(tuple(BANKS.items()))
        owed: Any = {
            "principal": Money(chance.randrange(100_000, 9_000_000)),
            "interest": Money(chance.randrange(90_000)),
        }
        account = Account(f"a{number}", case.id, bank, f"{begins}{chance.randrange(10**10):010}", **owed, **due)
        yield debtor, case, account


@contextmanager
def unsynced() -> Iterator[None]:
    """What is made only to be measured waits for no disk."""
    kept, os.fsync = os.fsync, lambda handle: None  # type: ignore[assignment]
    try:
        yield
    finally:
        os.fsync = kept
