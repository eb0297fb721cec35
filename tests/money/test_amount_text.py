"""One grammar of amounts for people and files: what is no amount as a whole never becomes another one."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.amount_text import read_amount
from workstation.currencies import MINOR_DIGITS
from workstation.documents.typesetting.amounts_in_words import in_words
from workstation.errors import Refused
from workstation.evidence.statements.hand_mapping import HandMapping
from workstation.evidence.statements.readers import statement_of
from workstation.money import Money
from workstation.profile.portfolio import cells

READ = [
    ("5万", 5_000_000), ("4.8万", 4_800_000), ("4.8萬元", 4_800_000), ("50元", 5_000), ("3.25 万元", 3_250_000),
    ("1.2亿", 12_000_000_000), ("2千", 200_000), ("1百万元", 100_000_000), ("1234。50", 123_450), ("５００００", 5_000_000),
    ("１２３４。５０", 123_450), ("1,2345,6789", 12_345_678_900), ("12,345.60元", 1_234_560), ("人民币 12.30", 1_230),
    ("人民币12.30元", 1_230), ("CNY 12.30", 1_230), ("RMB12.30", 1_230), ("12.30 CNY", 1_230), ("¥-5.00", -500),
    ("-¥5.00", -500), ("- 12.30", -1_230), ("+ 12.30", 1_230), ("（12.30）", -1_230), ("(¥12.30)", -1_230),
    ("伍万元整", 5_000_000), ("人民币伍万贰仟元整", 5_200_000), ("壹拾元零伍分", 1_005), ("新台币", None),
    ("貳萬參仟元正", 2_300_000), ("零元整", 0), ("壹佰圆整", 10_000), ("壹万贰仟亿元整", 120_000_000_000_000),
    ("8百", 80_000), ("8百元", 80_000), ("３佰", 30_000), ("5仟", 500_000), ("5百万", 500_000_000), ("伍万", 5_000_000),
    ("壹拾捌万", 18_000_000), ("人民币壹拾捌萬", 18_000_000), ("叁仟贰佰", 320_000), ("-壹佰", -10_000),
    ("壹拾万零伍佰元", 10_050_000), ("５万", 5_000_000), ("100块", 10_000), ("1 万", 1_000_000),
    ("5万3", 5_300_000), ("3万5千", 3_500_000), ("五万", 5_000_000), ("8百3", 83_000),
    ("1 500.00", 150_000), ("-1\u00a0500.00元", -150_000), ("12\u2009345\u202f678.90", 1_234_567_890), ("CNY 1 500.00", 150_000),
]  # fmt: skip
REFUSED = [
    "100 200", "12 34.00", "1 2,345.67", "1 234", "1 234.5", "1 234.567", "1234 567.00", "0 500.00", "1 234,567.00", "1\n234.00",
    "1¥2.00", "¥ 1 2", "1500\n2000", "1500\r\n2000",
    "--12.30", "12.30-", "12.30 CR", "12.30DR", "–12.30", "1,23,456.00", "1,2345", "1.234,56", "12.3.4", "5²", "①", "½", "٣٤",
    "1e3", "0x10", "1_000", "5万万", "1万2345.67元", "约500", "500左右", "500+", "500-600", "伍",
    "万", "元", "¥", "CNY", "1,234,56", "1，2，3", "12%", "伍拾伍佰元", "伍伍元整", "拾元", "万元整", "-(5)", "(-5)", "1. 5",
    "1 .5", "1,,234", ",123", "1.", ".5", "CNY 5 USD", "伍万万元", "伍仟亿万元", "5 000", "00 1", "1/2", "1:30", "2026-01-02",
    "伍拾伍佰", "拾万", "壹拾捌万3", "壹拾捌万左右", "8百百", "nan", "inf", "￥", "5W", "5k",
]  # fmt: skip
FOREIGN = [("JPY -8800", "JPY", -8_800), ("USD -12.30", "USD", -1_230), ("HK$300.00", "HKD", 30_000), ("12.30 EUR", "EUR", 1_230),
           ("港币 300", "HKD", 30_000), ("NT$1,000", "TWD", 100_000), ("美元5.00", "USD", 500), ("8800日元", "JPY", 8_800),
           ("￡3.00", "GBP", 300)]  # fmt: skip
UNKNOWN = ["XYZ -5.00", "5.00 ABC", "BTC 1", "$5.00", "THB 100.00"]


def code_of(text: str, currency: str = "CNY") -> str:
    with pytest.raises(Refused) as refusal:
        Money.parse(text, currency)
    return refusal.value.findings[0].code


@pytest.mark.parametrize(("text", "minor"), [pair for pair in READ if pair[1] is not None])
def test_an_amount_reads_as_it_is_meant(text, minor):
    assert Money.parse(text) == Money(minor)
    assert cells.amount(text, "CNY", Decimal(1)) == Money(minor)


@pytest.mark.parametrize("text", REFUSED)
def test_no_other_text_becomes_an_amount(text):
    assert code_of(text) == "amount_unreadable"
    assert statement_amounts([text]) == [None]
    for unit in (1, 10_000):
        with pytest.raises(Refused):
            read_amount(text, "CNY", unit)


@pytest.mark.parametrize(("text", "currency", "minor"), FOREIGN)
def test_another_currency_is_told_and_never_changed(text, currency, minor):
    assert read_amount(text, "CNY") == (minor, currency)
    assert code_of(text) == "amount_other_currency"
    assert statement_amounts([text]) == [Money(minor, currency)]


@pytest.mark.parametrize("text", UNKNOWN)
def test_a_currency_that_is_not_known_is_refused(text):
    assert code_of(text) == "amount_currency_unknown"
    assert statement_amounts([text]) == [None]


def test_signs_stand_for_the_currency_of_their_place():
    assert Money.parse("$5.00", "USD") == Money(500, "USD")
    assert Money.parse("$5.00", "HKD") == Money(500, "HKD")
    assert Money.parse("¥500", "JPY") == Money(500, "JPY")
    assert code_of("¥5.00", "USD") == "amount_other_currency"


def test_a_unit_in_cell_and_heading_is_refused():
    assert cells.amount("3.25", "CNY", Decimal(10_000)) == Money(3_250_000)
    with pytest.raises(Refused) as refusal:
        cells.amount("3.25万", "CNY", Decimal(10_000))
    assert refusal.value.findings[0].code == "amount_unit_twice"


@pytest.mark.parametrize("text", ["伍万元整", "伍万", "5百", "叁元", "500元", "-12.50 圆", "人民币500元", "500块"])
def test_what_says_its_size_itself_is_refused_under_a_heading_that_says_another(text):
    with pytest.raises(Refused) as refusal:
        cells.amount(text, "CNY", Decimal(10_000))
    assert refusal.value.findings[0].code == "amount_unit_twice"
    for nothing in ("零元整", "0元", "0.00元"):
        assert cells.amount(nothing, "CNY", Decimal(10_000)) == Money(0)


def statement_amounts(texts: list[str]) -> list[Money | None]:
    """Amounts as a mapped statement reads them; None for a row that is named as unreadable."""
    header = ("日期", "金额", "方向")
    mapping = HandMapping("x", header, {"day": "日期", "amount": "金额", "direction": "方向"})
    rows = [header, *(("2026-03-01", text, "支出" if "-" in text or "–" in text else "收入") for text in texts)]
    statement = statement_of([rows], [mapping.layout()])
    by_row = {one.row: one.amount for one in statement.transactions}
    named = {finding.subject for finding in statement.findings if finding.code == "row_unreadable"}
    assert all(number in by_row or f"row {number}" in named for number in range(2, len(rows) + 1))
    return [by_row.get(number) for number in range(2, len(rows) + 1)]


def test_currencies_of_one_list_stay_apart():
    found = statement_amounts(["5,000.00", "USD -12.30", "JPY -8800", "HKD 300.00", "XYZ -5.00"])
    assert found == [Money(500_000), Money(-1_230, "USD"), Money(-8_800, "JPY"), Money(30_000, "HKD"), None]


MINOR = st.integers(-(10**13), 10**13)


@given(
    st.integers(0, 10**13),
    st.sampled_from(["zh-Hans", "zh-Hant"]),
    st.sampled_from(["CNY", "TWD", "HKD", "USD", "JPY"]),
)
def test_words_on_paper_read_back(minor, language, currency):
    amount = Money(minor, currency)
    assert read_amount(in_words(amount, language), currency) == (minor, currency)


@given(MINOR, st.sampled_from(sorted(MINOR_DIGITS)))
def test_what_we_print_reads_back(minor, currency):
    amount = Money(minor, currency)
    for text in (amount.text(), amount.grouped(), f"{currency} {amount.grouped()}", f"{amount.text()}{currency}"):
        assert Money.parse(text, currency) == amount


@given(MINOR, st.integers(0, 20), st.sampled_from(" \t\n\u00a0¥,.x-+(万元"))
def test_a_stray_sign_inside_never_gives_another_amount(minor, at, stray):
    text = Money(minor).grouped()
    at = 1 + at % max(1, len(text) - 1)
    broken = text[:at] + stray + text[at:]
    try:
        found = Money.parse(broken)
    except Refused:
        return
    # Only a blank behind the sign, or what stands behind all digits, is part of the grammar.
    assert found == Money(minor) or at == len(text) or (stray == "," and "," not in text)
