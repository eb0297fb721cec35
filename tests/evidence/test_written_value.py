"""A value is found however a page writes it, and never in another value."""

from __future__ import annotations

import pytest

from workstation.evidence.written_value import WrittenValue, says_value


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("amount", "50,000.00", "本金 50,000.00 元"),
        ("amount", "50,000.00", "¥50000"),
        ("amount", "50,000.00", "５０，０００．００"),
        ("amount", "50,000.00", "50 000.0"),
        ("amount", "1,234.50", "1234.5"),
        ("amount", "1,234.50", "CNY1'234.50"),
        ("spending", "123.45", "-123.45"),
        ("day", "2026-08-05", "2026年8月5日"),
        ("day", "2026-08-05", "到期日2026/08/05止"),
        ("day", "2026-08-05", "20260805"),
        ("day", "2026-08-05", "5 August 2026"),
        ("day", "2026-08-05", "Aug. 5th, 2026"),
        ("day", "2026-08-05", "05/08/2026"),
        ("number", "11010519491231002X", "公民身份号码 110105 19491231 002x"),
        ("text", "欧阳·阿依古丽", "姓名 歐陽•阿依古麗 性别"),
        ("text", "北京市朝阳区 建国路88号院", "北京市朝阳区\n建国路88号院"),
        ("text", "John Smith", "Mr JOHN  SMITH,"),
    ],
)
def test_it_is_found(kind, value, text):
    assert says_value(text, WrittenValue(kind, value))


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("amount", "50,000.00", "150,000.00"),
        ("amount", "50,000.00", "50,000.01"),
        ("amount", "50,000.00", "50,000,000"),
        ("amount", "50,000.00", "50,000 万元"),
        ("amount", "50,000.00", "-50,000.00"),
        ("amount", "50,000.00", "-¥50,000.00"),
        ("amount", "12.30", "12.3%"),
        ("amount", "4,600.00", "1.4,600.00"),
        ("day", "2026-08-05", "2026-08-15"),
        ("day", "2026-08-05", "12026-08-05"),
        ("number", "11010519491231002X", "110105194912310021"),
        ("number", "622588", "6225880"),
        ("text", "John Smith", "John Smithson"),
        ("meaning", "illness", "illness"),
        ("text", "", "anything"),
    ],
)
def test_another_value_is_not_it(kind, value, text):
    assert not says_value(text, WrittenValue(kind, value))
