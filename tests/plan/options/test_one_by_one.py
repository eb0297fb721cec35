"""Options by the short way of `Lengths`, `Front` and `Weighing` are those by the long way: every figure, finding and order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

import pytest

from tests.builders import CARD_PACK, TODAY
from tests.plan.options.one_by_one import Tried, reckoned, steepest
from tests.plan.options.test_options import ALL_REQUESTS, FIRST_DUE, debt, one, random_offer
from tests.prove import how_many
from workstation.errors import Finding
from workstation.money import Money
from workstation.plan.options.option import Option
from workstation.plan.options.options import AccountOptions, Setting
from workstation.plan.options.ranking import ranked
from workstation.plan.schedule.terms import Terms
from workstation.policy.pack import Pack
from workstation.profile.account import Account
from workstation.rates import Rate

Figures = tuple[str, Terms, int, int, int, int, date, date, dict[str, str]]


def of_option(option: Option) -> Figures:
    amounts = option.payment.minor, option.total.minor, option.cost.minor, option.up_front.minor
    return option.id, option.terms, *amounts, option.first_due, option.last_due, dict(option.tiers)


def of_tried(one_: Tried) -> Figures:
    rows = one_.plan.rows
    amounts = one_.payment, one_.total, one_.cost, one_.plan.up_front.minor
    return one_.id, one_.terms, *amounts, rows[0].due_on, rows[-1].due_on, one_.tiers


def of_excluded(found: AccountOptions) -> list[tuple[str, Terms, tuple[Finding, ...]]]:
    return [(each.candidate.id, each.candidate.terms, each.findings) for each in found.excluded]


def random_debt(chance: Random) -> Account:
    """Debts from nothing but cents to a million, in a currency with cents or with whole dollars alone."""
    principal = chance.choice([chance.randint(1, 300), chance.randint(300, 10**5), chance.randint(10**5, 10**8)])
    currency = chance.choice(["CNY", "CNY", "CNY", "TWD"])
    parts = {
        "interest": principal // chance.randint(3, 20),
        "penalty": chance.randint(0, 90_000),
        "fees": chance.randint(0, 900),
    }
    rates = [
        Rate(Decimal(chance.randint(0, 36)) / 100),
        Rate(Decimal("0.0005"), "daily"),
        Rate(Decimal("0.015"), "monthly"),
    ]
    return debt(
        principal=Money(principal, currency), currency=currency, rate=chance.choice([*rates, None]),
        as_of=chance.choice([TODAY, date(2026, 11, 10), date(2026, 10, 31), None]),
        **{name: Money(minor, currency) for name, minor in parts.items()},
    )  # fmt: skip


def random_pack(chance: Random, currency: str) -> Pack:
    offers = [random_offer(chance, no) for no in range(chance.randint(1, 5))]
    every_length = replace(offers[0], code="every", instalments=tuple(range(1, chance.randint(2, 61))))
    return replace(CARD_PACK, currency=currency, offers=chance.choice([tuple(offers), (*offers, every_length)]))


@pytest.mark.prove
def test_options_are_those_of_each_candidate_by_its_own_rows() -> None:
    chance = Random(20261129)
    for _ in range(how_many(120, 10_000)):
        account = random_debt(chance)
        pack = random_pack(chance, account.currency)
        first_due = chance.choice([FIRST_DUE, date(2026, 12, 25), date(2026, 12, 31), date(2027, 1, 30)])
        setting = Setting(ALL_REQUESTS, first_due, TODAY, chance.choice(["bank", "bank", "supervisor", "agent"]))
        surplus = Money(account.owed.minor // chance.randint(2, 90) + chance.randint(0, 2_000), account.currency)
        funds = Money(chance.choice([0, account.owed.minor // 2, 2 * account.owed.minor]), account.currency)
        found = one(
            pack=pack,
            debts={"6214": account},
            surplus=surplus,
            funds=funds,
            first_due=first_due,
            highest=setting.highest,
        )
        expected = reckoned("6214", account, found.share, funds, setting, pack)
        weighed = [*(each.option for each in found.offered), *(each.option for each in found.dominated)]
        options = {option.id: option for option in weighed}
        order = ranked([options[each.id] for each in expected.kept])
        assert [each.option for each in found.offered] == order
        assert sorted(map(of_option, order), key=str) == sorted(map(of_tried, expected.kept), key=str)
        assert [(of_option(each.option), each.by) for each in found.dominated] == [
            (of_tried(each), by) for each, by in expected.outdone
        ]
        assert of_excluded(found) == expected.apart
        assert all(options[each.id].steepest >= steepest(each) for each in expected.kept)
