"""Days as people type and say them: counted from a known Monday, and never guessed where they may be two."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.dates import parse_day
from workstation.day_text import read_day
from workstation.errors import Refused

MONDAY = date(2026, 11, 30)
days = st.dates(date(1910, 1, 1), date(2190, 1, 1))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("今天", "2026-11-30"), ("今日", "2026-11-30"), ("today", "2026-11-30"), ("明天", "2026-12-01"), ("明日", "2026-12-01"),
        ("Tomorrow", "2026-12-01"), ("后天", "2026-12-02"), ("後天", "2026-12-02"), ("大后天", "2026-12-03"),
        ("昨天", "2026-11-29"), ("前天", "2026-11-28"), ("大前天", "2026-11-27"), ("yesterday", "2026-11-29"),
        (" 明天 ", "2026-12-01"),
        ("+30", "2026-12-30"), ("＋３０", "2026-12-30"), ("+ 30天", "2026-12-30"), ("-7", "2026-11-23"), ("－7", "2026-11-23"),
        ("+2周", "2026-12-14"), ("+2w", "2026-12-14"), ("+1月", "2026-12-30"), ("+3m", "2027-02-28"), ("+1年", "2027-11-30"),
        ("+十五", "2026-12-15"), ("30天后", "2026-12-30"), ("三十天之后", "2026-12-30"), ("30天以後", "2026-12-30"),
        ("两周后", "2026-12-14"), ("兩個星期後", "2026-12-14"), ("3个月后", "2027-02-28"), ("一個月後", "2026-12-30"),
        ("十天前", "2026-11-20"), ("二十一天前", "2026-11-09"), ("2年前", "2024-11-30"),
        ("本周一", "2026-11-30"), ("这周日", "2026-12-06"), ("下周五", "2026-12-11"), ("下個星期天", "2026-12-13"),
        ("上周日", "2026-11-29"), ("下下週三", "2026-12-16"), ("下礼拜二", "2026-12-08"),
        ("本月底", "2026-11-30"), ("月底", "2026-11-30"), ("月末", "2026-11-30"), ("下月底", "2026-12-31"),
        ("上月末", "2026-10-31"), ("下月10日", "2026-12-10"), ("下个月十号", "2026-12-10"), ("本月5号", "2026-11-05"),
        ("上上月31日", None), ("下月31日", "2026-12-31"), ("本月31日", None),
        ("20261110", "2026-11-10"), ("２０２６１１１０", "2026-11-10"), ("2026年11月3日", "2026-11-03"),
        ("民國115年8月18日", "2026-08-18"),
    ],
)  # fmt: skip
def test_days_are_counted_from_today(said: str, meant: str | None) -> None:
    if meant is None:
        with pytest.raises(Refused) as refused:
            read_day(said, MONDAY)
        assert refused.value.findings[0].code == "day_unreadable", "no month before has that day"
    else:
        assert read_day(said, MONDAY).isoformat() == meant


@pytest.mark.parametrize(
    ("said", "first", "second"),
    [
        ("3月5日", "2026-03-05", "2027-03-05"),
        ("11月30日", "2026-11-30", "2027-11-30"),
        ("２月２９日", "2024-02-29", "2028-02-29"),
        ("25号", "2026-11-25", "2026-12-25"),
        ("三十日", "2026-11-30", "2026-12-30"),
        ("31日", "2026-10-31", "2026-12-31"),
        ("周五", "2026-11-27", "2026-12-04"),
        ("星期一", "2026-11-30", "2026-12-07"),
    ],
)
def test_what_may_be_two_days_is_asked(said: str, first: str, second: str) -> None:
    with pytest.raises(Refused) as refused:
        read_day(said, MONDAY)
    (found,) = refused.value.findings
    assert (found.code, found.figures["first"], found.figures["second"]) == ("day_several", first, second)


@pytest.mark.parametrize(
    "said",
    ["", "今", "soon", "月初", "5日前", "3月后", "3月前", "十一", "11/12", "3.5", "2月30日", "2026年13月",
     "+99999", "+", "+1.5", "百天后", "十十天后", "下月", "下周", "两三天后", "2026-02-30", "今天明天",
     "+30 元", "１２３４５６７８９"],
)  # fmt: skip
def test_nothing_else_is_taken_for_a_day(said: str) -> None:
    with pytest.raises(Refused) as refused:
        read_day(said, MONDAY, "last")
    assert refused.value.findings[0].code == "day_unreadable"


@pytest.mark.parametrize("said", ["2019年3月", "2019-03", "2019/3", "2019.03", "108年3月", "２０１９年３月"])
def test_a_month_stands_for_the_edge_of_a_span_alone(said: str) -> None:
    assert read_day(said, MONDAY, "first") == date(2019, 3, 1)
    assert read_day(said, MONDAY, "last") == date(2019, 3, 31)
    with pytest.raises(Refused) as refused:
        read_day(said, MONDAY)
    assert (refused.value.findings[0].code, refused.value.findings[0].figures["example"]) == (
        "day_of_month_missing",
        "2019-03-01",
    )


@given(days, st.integers(-9999, 9999))
def test_so_many_days_on_or_back(today: date, count: int) -> None:
    try:
        meant: date | None = parse_day((today + timedelta(days=count)).isoformat())
    except Refused:
        meant = None
    if meant is None:
        with pytest.raises(Refused):
            read_day(f"{count:+}", today)
    else:
        assert read_day(f"{count:+}", today) == meant
        assert read_day(f"{abs(count)}天{'前' if count < 0 else '后'}", today) == meant


@given(days, days)
def test_a_whole_date_means_itself_on_every_day(meant: date, today: date) -> None:
    compact = f"{meant:%Y%m%d}" if meant.year < 2100 else meant.isoformat()
    for said in (meant.isoformat(), f"{meant:%Y/%m/%d}", compact, f"{meant.year}年{meant.month}月{meant.day}日"):
        assert read_day(said, today) == read_day(said, today, "last") == meant


@given(days, st.sampled_from("一二三四五六日"))
def test_a_day_of_the_next_week_lies_behind_this_one(today: date, word: str) -> None:
    found = read_day(f"下周{word}", today)
    assert 1 <= (found - today).days <= 13
    assert found.weekday() == "一二三四五六日".index(word)
    assert read_day(f"本周{word}", today) + timedelta(days=7) == found


@given(st.text("0123456789+-年月日天周后前下本十三 ./", max_size=9), days)
def test_any_text_is_a_day_or_refused(text: str, today: date) -> None:
    for edge in ("", "first", "last"):
        try:
            assert isinstance(read_day(text, today, edge), date)
        except Refused:
            continue
