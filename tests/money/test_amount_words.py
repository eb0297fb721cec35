"""Amounts as people say them: what is said short has one meaning, and what has none or two is no amount."""

from __future__ import annotations

from decimal import Decimal

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.prove import how_many
from workstation.errors import Refused
from workstation.money import Money
from workstation.profile.portfolio import cells

SAID = [
    ("八百", "800"), ("一千二", "1200"), ("三百五", "350"), ("一千零二", "1002"), ("一万二", "12000"), ("两万三", "23000"),
    ("1千2", "1200"), ("1万2", "12000"), ("8百", "800"), ("3千", "3000"), ("3千5", "3500"), ("3千5百", "3500"),
    ("5万3", "53000"), ("12万3", "123000"), ("12万3千", "123000"), ("1万2500", "12500"), ("1亿2000万", "120000000"),
    ("一百二十万五", "1205000"), ("一千零十五", "1015"), ("一千零一十五", "1015"), ("一万五百", "10500"),
    ("一万零二百五", "10250"), ("十二", "12"), ("十万", "100000"), ("两百", "200"), ("二百", "200"), ("两千二百", "2200"),
    ("三亿五", "350000000"), ("四点八万", "48000"), ("一点二五亿", "125000000"), ("两块", "2"), ("两块钱", "2"),
    ("三百块", "300"), ("三百零五块", "305"), ("两千元整", "2000"), ("一千二百三十四元五角六分", "1234.56"),
    ("三块五毛", "3.50"), ("五毛", "0.50"), ("两毛五分", "0.25"), ("二百五十块零五分", "250.05"), ("兩萬三", "23000"),
    ("三百圓", "300"), ("人民币三千元", "3000"), ("¥ 一千二", "1200"), ("-三百", "-300"), ("（三百）", "-300"),
    ("零元", "0"), ("１千２", "1200"), ("贰仟元整", "2000"),
    ("壹佰零贰元", "102"), ("贰拾伍元", "25"), ("壹万零贰元", "10002"), ("叁仟伍拾元", "3050"), ("壹万伍佰", "10500"),
]  # fmt: skip
NO_AMOUNT = [
    "一", "两", "十", "百", "千", "万", "百万", "千二", "万二", "十两", "一百两", "两十", "十十", "几百", "三百多",
    "三百左右", "大约三百", "一两千", "三五百", "一千零二百", "一百零二十", "一千十五", "一亿二万", "一千零", "零五", "零",
    "五万万", "三百五万", "一千二元", "一万二块", "一千二整", "三百五角", "三块五", "一千点五",
    "一万点五万", "一点二", "一点万", "点五万",
    "1万25", "1万200", "1千02", "1万0200", "1百2万", "1十", "1.2万5", "1,000万2", "一千 二", "二百三千", "一万二千三万",
    "壹千二", "伍万3", "一百一百", "半", "两千半", "一万半", "廿", "三五", "一二三四",
    "壹佰贰", "壹佰贰元", "壹万贰", "壹万贰元整", "叁仟伍元", "叁亿伍元", "贰拾万伍元", "贰佰伍元叁角",
]  # fmt: skip


@pytest.mark.parametrize(("text", "amount"), SAID)
def test_an_amount_is_read_as_it_is_said_in_fields_and_imports(text, amount) -> None:
    assert Money.parse(text) == Money.parse(amount)
    assert cells.amount(text, "CNY", Decimal(1)) == Money.parse(amount)


@pytest.mark.parametrize("text", NO_AMOUNT)
def test_what_is_odd_or_may_be_two_amounts_is_refused(text) -> None:
    with pytest.raises(Refused) as refused:
        Money.parse(text)
    assert [(one.code, one.figures["text"]) for one in refused.value.findings] == [("amount_unreadable", text)]


@pytest.mark.parametrize("text", ["一千二", "三百块", "1千2", "四点八万", "五毛"])
def test_words_have_their_unit_and_none_is_put_on_top(text) -> None:
    with pytest.raises(Refused) as refused:
        cells.amount(text, "CNY", Decimal(10_000))
    assert refused.value.findings[0].code == "amount_unit_twice"


DIGITS = "零一二三四五六七八九"
GROUPS = ((10**8, "亿"), (10**4, "万"))
PLACES = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def spoken(number: int) -> str:
    """A number as schools teach it, written apart from the reader: 10,015 is 一万零一十五."""
    said, gap = "", False
    for size, name in (*GROUPS, (1, "")):
        group, number = divmod(number, size)
        if not group:
            gap = bool(said)
            continue
        part, last = "", 10_000
        for place, word in PLACES:
            digit, group = divmod(group, place)
            if digit:
                if (part and last > place * 10) or (not part and said and (gap or place < 1000)):
                    part += "零"
                part, last = part + DIGITS[digit] + word, place
        said, gap = said + part + name, False
    return said


def ways(number: int) -> set[str]:
    """The ways in which people say a number, each of which means it alone."""
    full = spoken(number)
    said = {full, full.replace("二千", "两千").replace("二百", "两百")}
    said |= {f"两{one[1:]}" for one in tuple(said) if one[:2] in ("二万", "二亿", "二千", "二百")}
    said |= {one[1:] for one in tuple(said) if one.startswith("一十")}
    for big, small in (("亿", "千万"), ("万", "千"), ("千", "百"), ("百", "十")):
        short = {
            one.removesuffix(small) for one in said if one.endswith(small) and one[: -len(small) - 1].endswith(big)
        }
        said |= {one for one in short if not one.endswith("两")}
    return {one for one in said if len(one) > 1}


@given(
    st.one_of(st.integers(1, 99_999), st.integers(1, 999_999_999), st.integers(1, 9_999).map(lambda few: few * 10_000))
)
def test_every_way_of_saying_a_number_is_read_as_that_number(number) -> None:
    for said in ways(number):
        if said[-1] not in DIGITS or set(said) & set("十百千万亿"):
            assert Money.parse(said) == Money(number * 100), said
    assert Money.parse(f"{spoken(number)}块钱") == Money(number * 100)
    assert Money.parse(f"{spoken(number)}元五角") == Money(number * 100 + 50)


@given(st.integers(10, 999_999_999))
def test_a_second_opinion_reads_what_we_say(number) -> None:
    assert cn2an.cn2an(spoken(number), "smart") == number
    assert Money.parse(f"{cn2an.an2cn(number, 'low')}元") == Money(number * 100)


@pytest.mark.prove
def test_no_two_numbers_are_said_alike() -> None:
    """Up to here every text of `ways` belongs to one number, and the reader agrees."""
    said: dict[str, int] = {}
    for number in range(1, how_many(3_000, 120_000)):
        for text in ways(number):
            assert said.setdefault(text, number) == number


@given(st.text("零一二两三四五六七八九十百千万亿点元块毛分135 ", min_size=1, max_size=7))
def test_whatever_is_typed_is_read_as_one_of_its_ways_or_refused(text) -> None:
    try:
        found = Money.parse(text)
    except Refused as refused:
        assert {one.code for one in refused.findings} <= {"amount_unreadable", "amount_too_fine"}
        return
    if set(text) <= set("零一二两三四五六七八九十百千万亿") and found.minor:
        loose = {one.replace("零", "").replace("一十", "十").replace("两", "二") for one in ways(found.minor // 100)}
        assert text.replace("零", "").replace("一十", "十").replace("两", "二") in loose
