"""Amounts in words, digit by digit against hand-written ones and against a second program."""

from __future__ import annotations

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.documents.typesetting.amounts_in_words import in_words
from workstation.money import Money

CHINESE = [
    ("0.00", "人民币零元整"),
    ("0.01", "人民币壹分"),
    ("0.10", "人民币壹角整"),
    ("0.45", "人民币肆角伍分"),
    ("1.00", "人民币壹元整"),
    ("10.00", "人民币壹拾元整"),
    ("16.40", "人民币壹拾陆元肆角整"),
    ("100.05", "人民币壹佰元零伍分"),
    ("1010.00", "人民币壹仟零壹拾元整"),
    ("1001.01", "人民币壹仟零壹元零壹分"),
    ("10000.00", "人民币壹万元整"),
    ("10001.00", "人民币壹万零壹元整"),
    ("10100.00", "人民币壹万零壹佰元整"),
    ("50000.00", "人民币伍万元整"),
    ("59236.45", "人民币伍万玖仟贰佰叁拾陆元肆角伍分"),
    ("100000.00", "人民币壹拾万元整"),
    ("107000.53", "人民币壹拾万柒仟元伍角叁分"),
    ("1000000.00", "人民币壹佰万元整"),
    ("10000001.00", "人民币壹仟万零壹元整"),
    ("100000000.00", "人民币壹亿元整"),
    ("100000001.00", "人民币壹亿零壹元整"),
    ("100010000.00", "人民币壹亿零壹万元整"),
    ("1000000000000.00", "人民币壹万亿元整"),
    ("999999999999.99", "人民币玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
    ("-59236.45", "人民币负伍万玖仟贰佰叁拾陆元肆角伍分"),
]

ENGLISH = [
    ("0.00", "RMB zero yuan only"),
    ("1.05", "RMB one yuan and 05/100"),
    ("110.00", "RMB one hundred and ten yuan only"),
    ("59236.45", "RMB fifty-nine thousand two hundred and thirty-six yuan and 45/100"),
    ("1000001.00", "RMB one million one yuan only"),
]


@pytest.mark.parametrize(("amount", "words"), CHINESE)
def test_chinese(amount: str, words: str) -> None:
    assert in_words(Money.parse(amount), "zh-Hans") == words


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        ("50000", "TWD", "新臺幣伍萬元整"),
        ("-123456789.23", "CNY", "人民幣負壹億貳仟參佰肆拾伍萬陸仟柒佰捌拾玖元貳角參分"),
        ("30.05", "HKD", "港幣參拾元零伍分"),
        ("60", "EUR", "歐元陸拾元整"),
    ],
)
def test_traditional(amount: str, currency: str, words: str) -> None:
    assert in_words(Money.parse(amount, currency), "zh-Hant") == words


@pytest.mark.parametrize(("amount", "words"), ENGLISH)
def test_english(amount: str, words: str) -> None:
    assert in_words(Money.parse(amount), "en") == words


def test_currency_is_named() -> None:
    assert in_words(Money(5_000_000, "HKD"), "zh-Hans") == "港币伍万元整"
    assert in_words(Money(50_000, "JPY"), "zh-Hans") == "日元伍万元整"


@given(st.integers(0, 10**12))
def test_the_whole_part_reads_back(number: int) -> None:
    words = in_words(Money(number * 100), "zh-Hans").removeprefix("人民币").removesuffix("元整")
    assert cn2an.cn2an(words, "smart") == number


@given(st.integers(1, 10**14))
def test_no_zero_is_doubled_or_left_at_an_end(minor: int) -> None:
    words = in_words(Money(minor), "zh-Hans")
    assert "零零" not in words
    assert not any(wrong in words for wrong in ("零元", "零万", "零亿", "零整", "币零"))
