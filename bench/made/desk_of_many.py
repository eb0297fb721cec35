"""A desk of many cases, each with its person and an account: the same people for every build, by a seed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any, Final

from bench.opening import CHEAP, PASSPHRASE, made_empty, unsynced
from workstation.actions.desk import Desk
from workstation.evidence.verification import EvidenceItem
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor, Phone
from workstation.profile.identity_paper import check_digit

__all__ = ["CHEAP", "PASSPHRASE", "fill", "made_desk", "people"]

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
BANKS: Final = ("招商银行", "平安银行", "中国工商银行", "中国建设银行", "中信银行", "广发银行")
REASONS: Final = ("", "illness", "unemployment")
AT_ONCE: Final = 20_000


def made_desk(folder: Path, case_count: int, proofs: int = 0) -> Desk:
    """A desk in a new folder."""
    with unsynced():
        desk = made_empty(folder)
        fill(desk, case_count, proofs)
    return desk


def fill(desk: Desk, case_count: int, proofs: int = 0) -> None:
    """Store the people, and small proofs of the first of them."""
    made = people(case_count)
    for start in range(0, case_count, AT_ONCE):
        batch = [entity for _ in range(min(AT_ONCE, case_count - start)) for entity in next(made)]
        desk.run(_stored, batch)
    desk.run(_proven, case_count, proofs)


def _stored(desk: Desk, batch: list[Any]) -> None:
    desk.store.add_all(batch)


def _proven(desk: Desk, case_count: int, proofs: int) -> None:
    at, items = datetime(2026, 11, 23, 9, tzinfo=UTC), []
    for number in range(proofs):
        data = b"%06d " % number * 40
        desk.vault.keep(data, "proof.txt")
        case_id, digest, name = f"c{number % case_count}", sha256(data).hexdigest(), f"证明{number}.txt"
        items.append(
            EvidenceItem(f"i{number}", case_id, "id_card", digest, name, len(data), "text/plain", at, "林协商")
        )
    desk.store.add_all(items)


def people(count: int) -> Iterator[tuple[Debtor, Case, Account]]:
    """A person, their case and its account; names and numbers are spread as they are among people."""
    chance = Random(15)
    weights = [*SHARES, *[560 // (len(SURNAMES) - len(SHARES))] * (len(SURNAMES) - len(SHARES))]
    days = "due_on" if "due_on" in {one.name for one in fields(Account)} else "overdue_since"
    for number in range(count):
        given = "".join(chance.choices(GIVEN, k=2 if chance.random() < 0.72 else 1))
        born = date(1960, 1, 1) + timedelta(days=chance.randrange(16_000))
        digits = f"{chance.choice(REGIONS)}{born:%Y%m%d}{chance.randrange(1_000):03}"
        phone = Phone(f"1{chance.choice('3578')}{chance.randrange(10**9):09}")
        name = chance.choices(SURNAMES, weights)[0] + given
        debtor = Debtor(f"d{number}", name, digits + check_digit(digits), (phone,))
        stage, reason = Stage(chance.choice((1, 1, 1, 2, 3, 4, 5))), chance.choice(REASONS)
        case = Case(f"c{number}", f"CC-2026-{number + 1:05}", debtor.id, date(2026, 1, 5), stage, reason)
        due: Any = {days: date(2026, 1, 1) + timedelta(days=chance.randrange(300))}
        account = Account(
            f"a{number}",
            case.id,
            chance.choice(BANKS),
            f"622588{chance.randrange(10**10):010}",
            principal=Money(chance.randrange(100_000, 9_000_000)),
            interest=Money(chance.randrange(90_000)),
            **due,
        )
        yield debtor, case, account
