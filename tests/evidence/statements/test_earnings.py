"""Income by payer, before and after the claimed day, and against what is stated."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources
from workstation.evidence.hardship import (
    change,
    evidenced_income,
    hardship_findings,
    own_money_findings,
    stated_findings,
)
from workstation.evidence.statements.earnings import Earnings, average, earnings
from workstation.evidence.statements.readers import read_statement
from workstation.evidence.statements.transactions import Kind, Statement, Transaction
from workstation.money import Money
from workstation.wording import LANGUAGES, Wording

TENTH = Decimal("0.10")
FALLEN = date(2026, 7, 2)


def paid(on: date, minor: int, payer: str = "星海科技", text: str = "", kind: Kind = "income") -> Transaction:
    return Transaction(1, on, Money(minor), kind, counterparty=payer, text=text)


def statement(*rows: Transaction, start: date = date(2026, 1, 1), end: date = date(2026, 11, 15)) -> Statement:
    return Statement("test", "…1", "CNY", start, end, len(rows), (), rows, period_printed=True)


def monthly(minor: int, months: range, payer: str = "星海科技", text: str = "工资") -> list[Transaction]:
    return [paid(date(2026, month, 10), minor, payer, text) for month in months]


def codes(findings) -> list[str]:
    return [finding.code for finding in findings]


def test_the_sample_statement_shows_its_employer_and_the_months_without_pay():
    found = earnings([read_statement(resources.path("sample", "evidence", "bank-statement.csv").read_bytes())])
    wages = [payer for payer in found.payers if payer.kind == "wage"]
    assert wages
    assert wages[0].paid_in("2026-06").minor > 0
    empty = [one.month for one in found.half_year(date(2026, 11, 23)) if one.covered and not one.wages]
    assert empty == ["2026-08", "2026-09", "2026-10"]


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (monthly(500_00, range(1, 7)), "wage"),
        (monthly(500_00, range(1, 7), "房客", "转账"), "regular"),
        (monthly(500_00, range(1, 3), "房客", "转账"), "other"),  # two payments may be chance
        (monthly(500_00, range(1, 12, 2), "房客", "转账"), "regular"),  # every other month
        (monthly(500_00, range(1, 12, 3), "房客", "转账"), "other"),  # a quarter's rent is no monthly income
        (monthly(500_00, range(1, 12, 4), "房客", "转账"), "other"),  # pauses too long
        ([paid(date(2026, month, 5), month * 900_00, "朋友") for month in range(1, 7)], "other"),  # unlike amounts
        (monthly(3_21, range(1, 8), "应付利息", "结息"), "other"),
    ],
)
def test_regular_payers(rows, kind):
    (payer,) = earnings([statement(*rows)]).payers
    assert payer.kind == kind


def test_payers_over_several_statements_are_one_and_own_money_is_no_income():
    first = statement(*monthly(500_00, range(1, 4)), paid(date(2026, 2, 1), 900_00, "样例甲"))
    second = statement(*monthly(500_00, range(4, 7)))
    found = earnings([first, second], holder="样例甲")
    assert [(payer.name, len(payer.by_month), payer.usual, payer.usual_day) for payer in found.payers] == [
        ("星海科技", 6, Money(500_00), 10)
    ]


def test_payers_are_one_in_every_writing_and_shown_as_printed_first():
    printed = ["星海（集团）", "星海(集團)", "星海（集团）"]
    rows = [row for no, name in enumerate(printed) for row in monthly(500_00, range(1 + no, 2 + no), name)]
    own = [paid(date(2026, 2, 1), 900_00, "樣例·甲"), paid(date(2026, 2, 2), 900_00, "", "现金")]
    found = earnings([statement(*rows, *own)], holder="样例•甲")
    assert [(payer.name, payer.usual, len(payer.by_month)) for payer in found.payers] == [
        ("星海(集团)", Money(500_00), 3),
        ("现金", Money(900_00), 1),
    ]


def test_refunds_own_moves_cards_and_other_currencies_do_not_count():
    rows = [paid(date(2026, 2, 1), 1_00, kind="refund"), paid(date(2026, 2, 1), 1_00, kind="neutral")]
    card = Statement("card", "", "CNY", None, None, 1, (), (paid(date(2026, 2, 1), 5_00),), shows_income=False)
    dollars = Statement(
        "usd", "", "USD", None, None, 1, (), (Transaction(1, date(2026, 2, 1), Money(5, "USD"), "income"),)
    )
    assert earnings([statement(*rows), card, dollars]).payers == ()


def test_a_half_year_names_the_months_without_a_statement():
    found = earnings([statement(*monthly(500_00, range(8, 11)), start=date(2026, 8, 1))])
    view = found.half_year(date(2026, 11, 23))
    assert [(one.month, one.covered, one.income.minor) for one in view] == [
        ("2026-05", False, 0), ("2026-06", False, 0), ("2026-07", False, 0), ("2026-08", True, 500_00), ("2026-09", True, 500_00),
        ("2026-10", True, 500_00),
    ]  # fmt: skip
    assert average(view) == Money(500_00)
    assert average(view[:3]) is None


def test_before_and_after_the_claimed_day():
    turned = change(earnings([statement(*monthly(800_00, range(1, 8)), *monthly(200_00, range(10, 12)))]), FALLEN)
    assert (turned.before, turned.after) == (Money(800_00), Money(66_67))  # August to October, one of them paid
    assert (turned.months_before[0], turned.months_before[-1], turned.months_after) == (
        "2026-01", "2026-06", ("2026-08", "2026-09", "2026-10"),
    )  # fmt: skip
    assert turned.fall == 1 - Fraction(66_67, 800_00)


def test_the_year_before_the_claimed_day_counts_and_no_more():
    found = earnings([statement(*monthly(500_00, range(1, 7)), start=date(2025, 1, 1))])
    months = change(found, FALLEN).months_before
    assert (len(months), months[0], months[-1]) == (12, "2025-07", "2026-06")


@pytest.mark.parametrize(
    ("peer", "own"),
    [
        ("张三", True),
        ("张三/6226220012345678", True),
        ("6217***1234/张三", True),
        ("6217***1234 / 張三", True),
        ("张三 622588******1234", True),
        ("张三（6226）", True),
        ("张三（个人）", True),
        ("张三，招商银行北京分行", True),
        ("张三丰/6226220012345678", False),
        ("星海科技有限公司（张三）", False),
        ("星海科技有限公司/6226220012345678", False),
        ("6226220012345678", False),
        ("张*", False),  # perhaps somebody else
        ("", False),
    ],
)
def test_the_holder_is_known_beside_a_number_or_a_bank(peer, own):
    rows = monthly(800_00, range(1, 3), peer, text="转账")
    assert bool(earnings([statement(*rows)], holder="张三").payers) is not own


@pytest.mark.parametrize(
    ("peer", "asked"),
    [
        ("张*", True),
        ("*三", True),
        ("張＊", True),
        ("张*/6217***1234", True),
        ("*三(个人)", True),
        ("李*", False),
        ("张**", False),  # of three signs
        ("**", False),
        ("*", False),
        ("张三", False),  # known to be the holder
        ("张*丰", False),
        ("星海科技(张*)", False),
        ("6217****1234", False),
        ("星海科技", False),
    ],
)
def test_money_under_a_covered_name_that_may_be_the_holders_is_asked_about(peer, asked):
    """It counts as income all the same: nobody but a person can tell."""
    found = earnings([statement(*monthly(800_00, range(1, 3), peer, text="转账"))], holder="张三")
    told = own_money_findings(found, "张三")
    assert [one.figures["amount"] for one in told] == (["1,600.00"] if asked else [])


@pytest.mark.parametrize(
    ("peer", "asked"), [("欧阳·****", True), ("欧阳****", True), ("**·阿依古丽", True), ("欧阳·***", False)]
)
def test_a_covered_name_of_several_words(peer, asked):
    found = earnings([statement(*monthly(1_00, range(1, 2), peer, text=""))], holder="欧阳·阿依古丽")
    assert bool(own_money_findings(found, "欧阳·阿依古丽")) is asked


def test_a_month_that_any_statement_covers_whole_is_covered():
    first = statement(*monthly(500_00, range(1, 4)), end=date(2026, 3, 31))
    second = statement(*monthly(500_00, range(3, 7)), start=date(2026, 3, 10), end=date(2026, 6, 15))
    covered = {one.month: one.covered for one in earnings([first, second]).months}
    assert covered == {
        "2026-01": True, "2026-02": True, "2026-03": True, "2026-04": True, "2026-05": True, "2026-06": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("amounts", "kind"),
    [
        ((500_00, 500_00, 500_00, 500_00, 900_00, 100_00), "regular"),  # two thirds of the months are alike
        ((500_00, 500_00, 500_00, 900_00, 900_00, 100_00), "other"),  # half of them are
        ((500_00, 500_00, 625_00), "regular"),  # a quarter more is alike
        ((500_00, 625_01, 374_99), "other"),
    ],
)
def test_two_thirds_of_the_months_make_a_payer_regular(amounts, kind):
    rows = [paid(date(2026, month, 10), minor, "房客", "转账") for month, minor in enumerate(amounts, 1)]
    (payer,) = earnings([statement(*rows)]).payers
    assert payer.kind == kind


def test_a_month_half_covered_is_on_neither_side():
    found = earnings([statement(*monthly(800_00, range(1, 8)), start=date(2026, 1, 5))])
    assert change(found, FALLEN).months_before[0] == "2026-02"


@pytest.mark.parametrize(
    ("rows", "start", "expected"),
    [
        (monthly(800_00, range(1, 8)), date(2026, 1, 1), []),
        (monthly(800_00, range(1, 12)), date(2026, 1, 1), ["income_not_fallen", "pay_goes_on"]),
        (monthly(800_00, range(8, 12)), date(2026, 8, 1), ["income_before_unproven"]),
        (
            [*monthly(800_00, range(1, 11), text="工资"), *monthly(9000_00, range(1, 6), "公司乙")],
            date(2026, 1, 1),
            ["pay_goes_on"],
        ),
        (monthly(800_00, range(8, 12), "新公司"), date(2026, 1, 1), []),  # nothing before: no payer goes on
    ],
)
def test_what_the_statements_say_of_the_hardship(rows, start, expected):
    assert codes(hardship_findings(earnings([statement(*rows, start=start)]), FALLEN, TENTH)) == expected


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (899_99, []),
        (900_00, ["pay_goes_on"]),  # a tenth less has fallen by the tolerance, and is no less than it
        (900_01, ["income_not_fallen", "pay_goes_on"]),
    ],
)
def test_a_fall_by_just_the_tolerance(since, expected):
    rows = [*monthly(1000_00, range(1, 8)), *monthly(since, range(8, 12))]
    assert codes(hardship_findings(earnings([statement(*rows)]), FALLEN, TENTH)) == expected


def test_nothing_after_the_day_is_not_proven_yet():
    found = earnings([statement(*monthly(800_00, range(1, 7)), end=date(2026, 7, 20))])
    assert codes(hardship_findings(found, FALLEN, TENTH)) == ["income_after_unproven"]


@pytest.mark.parametrize(
    ("stated", "evidenced", "code"),
    [(1000, 1000, None), (1099, 1000, None), (1200, 1000, "income_overstated"), (800, 1000, "income_understated"),
     (1000, None, "income_unproven"), (0, 0, None), (5, 0, "income_overstated")],
)  # fmt: skip
def test_stated_against_evidenced(stated, evidenced, code):
    shown = None if evidenced is None else Money(evidenced)
    found = stated_findings(Money(stated), shown, TENTH)
    assert codes(found) == ([code] if code else [])
    if code and evidenced is not None:
        assert found[0].figures["difference"] == Money(abs(stated - evidenced)).grouped()


def test_the_evidenced_income_is_that_since_the_claimed_day():
    found = earnings([statement(*monthly(800_00, range(1, 8)), *monthly(200_00, range(8, 12)))])
    assert evidenced_income(found, date(2026, 11, 23)) == Money(500_00)
    assert evidenced_income(found, date(2026, 11, 23), FALLEN) == Money(200_00)
    assert evidenced_income(Earnings((), (), "CNY"), date(2026, 11, 23)) is None


@given(st.lists(st.tuples(st.integers(1, 11), st.integers(1, 10**7), st.sampled_from("甲乙丙")), max_size=30))
def test_no_cent_is_lost_between_payers_and_months(drawn):
    rows = [paid(date(2026, month, 3), minor, payer) for month, minor, payer in drawn]
    found = earnings([statement(*rows)])
    whole = sum(minor for _, minor, _ in drawn)
    assert sum(one.income.minor for one in found.months) == whole
    assert sum(amount.minor for payer in found.payers for _, amount in payer.by_month) == whole


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_speaks(language):
    wording = Wording(language)
    shown = earnings([statement(*monthly(800_00, range(1, 12)))])
    found = [*hardship_findings(shown, FALLEN, TENTH), *hardship_findings(Earnings((), (), "CNY"), FALLEN, TENTH)]
    found += [*stated_findings(Money(9), Money(5), TENTH), *stated_findings(Money(5), Money(9), TENTH)]
    found += stated_findings(Money(5), None, TENTH)
    for finding in found:
        sentence = wording.finding(finding)
        assert finding.code not in sentence
        assert "{" not in sentence
