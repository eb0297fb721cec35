"""What is said of all amounts of a list: currency and unit, behind a title or in a line above."""

from __future__ import annotations

from fractions import Fraction

import pytest

from workstation.list_scale import (
    NOT_SAID,
    Scale,
    currency_said,
    scale_above,
    scale_of,
    scale_of_title,
    scales_of_titles,
)

TEN_THOUSAND = Fraction(10_000)
ONE = Fraction(1)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("元", Scale("", ONE)),
        ("万元", Scale("", TEN_THOUSAND)),
        ("萬元", Scale("", TEN_THOUSAND)),
        ("万", Scale("", TEN_THOUSAND)),
        ("人民币万元", Scale("CNY", TEN_THOUSAND)),
        ("万元人民币", Scale("CNY", TEN_THOUSAND)),
        ("单位：万元", Scale("", TEN_THOUSAND)),
        ("百万元", Scale("", Fraction(10**6))),
        ("百元", Scale("", Fraction(100))),
        ("亿元", Scale("", Fraction(10**8))),
        ("分", Scale("", Fraction(1, 100))),
        ("美元", Scale("USD", ONE)),
        ("万美元", Scale("USD", TEN_THOUSAND)),
        ("HKD'000", Scale("HKD", Fraction(1000))),
        ("US$’000", Scale("USD", Fraction(1000))),
        ("人民币/美元", Scale(unknown="人民币/美元")),
        ("元/美元", Scale(unknown="元/美元")),
        ("人民币/元", Scale("CNY", ONE)),
        ("收入", None),
        ("中文", None),
        ("截至6月", None),
        ("元/月", None),
        ("", None),
    ],
)
def test_what_words_say_of_amounts(words: str, expected: Scale | None) -> None:
    assert scale_of(words) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("交易金额（万元）", Scale("", TEN_THOUSAND)),
        ("交易金额(美元)", Scale("USD", ONE)),
        ("金额【千元】", Scale("", Fraction(1000))),
        ("万元户金额", NOT_SAID),
        ("金额（收入）", NOT_SAID),
        ("金额", NOT_SAID),
    ],
)
def test_brackets_behind_a_title(title: str, expected: Scale) -> None:
    assert scale_of_title(title) == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (["户名：张三，账户：6228480012345678901，币种：美元"], Scale("USD")),
        (["币种", "港币", "账号", "1"], Scale("HKD")),
        (["币种:", "", "USD"], Scale("USD")),
        (["币种：CHF"], Scale("CHF")),
        (["币种：156"], Scale("CNY")),
        (["币种：人民币元(CNY)"], Scale("CNY")),
        (["币种：人民币/单位：元 交易时间段：2025-12-01 00:00:00 至"], Scale("CNY", ONE)),
        (["币种 人民币 钞汇标志 钞"], Scale("CNY")),
        (["金额单位：人民币千元"], Scale("CNY", Fraction(1000))),
        (["（单位：万元）"], Scale("", TEN_THOUSAND)),
        (["幣別：新臺幣"], Scale("TWD")),
        (["Currency: HKD"], Scale("HKD")),
        (["币种：瑞士法郎"], Scale(unknown="瑞士法郎")),
        (["币种：人民币", "币种：美元"], Scale(unknown="CNY, USD")),
        (["币种：全部"], NOT_SAID),
        (["币种：本外币"], NOT_SAID),
        (["币种："], NOT_SAID),
        (["单位：某某有限公司"], NOT_SAID),
        (["工作单位", "万元户餐饮店"], NOT_SAID),
        (["货币资金"], NOT_SAID),
        (["交易日期", "币种", "金额"], NOT_SAID),  # titles of columns
    ],
)
def test_lines_above_a_list(row: list[str], expected: Scale) -> None:
    assert scale_above([["交易明细"], row]) == expected


@pytest.mark.parametrize(
    ("words", "code"),
    [("人民币元", "CNY"), ("美元现汇", "USD"), ("CNY人民币", "CNY"), ("840", "USD"), ("元", "CNY"), ("CHF", "CHF"),
     ("人民币美元", ""), ("瑞士法郎", ""), ("01", "CNY"), ("014", "USD"), ("02", ""), ("", "")],
)  # fmt: skip
def test_one_currency_is_named_or_none(words: str, code: str) -> None:
    assert currency_said(words) == code


def test_an_upper_title_holds_for_the_blanks_to_its_right() -> None:
    upper, lower = ("姓名", "欠款（万元）", "", " ", "额度"), ("", "本金", "利息（元）", "费用", "总额", "备注")
    found = scales_of_titles(lower, upper)
    assert [one.unit for one in found] == [None, TEN_THOUSAND, ONE, TEN_THOUSAND, None, None]
    assert scales_of_titles(lower)[1] == NOT_SAID
