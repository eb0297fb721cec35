"""How text breaks into lines, what is taken out of it, and what stands for characters no face holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.documents.fonts import literal
from workstation.documents.strips import Bench

NEVER_FIRST = "，。、；：？！）》」』】”’％,.;:?!)]}%"
NEVER_LAST = "（《「『【“‘([{"


def test_chinese_lines_keep_their_punctuation(bench: Bench) -> None:
    text = "在相关款项未全部结清前，不向任何银行申领信用卡（含附属卡）。“同意”贵行处理《申请书》所附信息！" * 4
    for width in range(40, 200, 7):
        lines = bench.fonts.lines(text, "serif", 10, width)
        assert "".join(lines) == text
        assert not [line for line in lines if line[0] in NEVER_FIRST]
        assert not [line for line in lines if line[-1] in NEVER_LAST]


@given(st.text("汉字款abc 123,.，。（）《》", min_size=1, max_size=80), st.integers(30, 300))
def test_no_character_is_lost_and_no_line_is_too_wide(bench: Bench, text: str, width: int) -> None:
    lines = bench.fonts.lines(text, "serif", 10, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    # One closing mark may not begin a line; a cluster of many breaks where it must.
    assert all(bench.fonts.width(line, "serif", 10) <= width + 0.01 for line in lines)


def test_amounts_stay_whole_and_endless_words_break(bench: Bench) -> None:
    assert "1,234,567,890.12" in bench.fonts.lines("合计为 1,234,567,890.12 元整", "serif", 10, 90)
    lines = bench.fonts.lines("A" * 200, "serif", 10, 90)
    assert len(lines) > 10 and "".join(lines) == "A" * 200


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("张\u202e三\u202c", "张三"),
        ("a\x00b\x1fc", "a b c"),
        ("李\u200b四\ufeff", "李四"),
        ("欧阳·阿依古丽", "欧阳·阿依古丽"),
        ("<b>王</b>&lt;", "<b>王</b>&lt;"),
        ("line\u2028two", "line two"),
        ("\ud800x", " x"),
    ],
)
def test_literal(typed: str, shown: str) -> None:
    assert literal(typed) == shown


def test_rare_characters_are_drawn_and_unknown_ones_named(bench: Bench) -> None:
    for char in "㛃䶮𬭚𫖯龘犇玥喆𠮷𤋮邨":
        assert bench.fonts.shown(char, "serif") == char
        assert bench.fonts.shown(char, "sans") == char
    assert bench.fonts.shown("王\U00031350", "serif") == "王〔U+31350〕"
    assert bench.fonts.undrawable("王\U00031350😀王") == "\U00031350😀"


def test_fitted_ends_with_an_ellipsis(bench: Bench) -> None:
    cut = bench.fonts.fitted("很长的出具单位名称" * 9, "sans", 8, 120)
    assert cut.endswith("…") and bench.fonts.width(cut, "sans", 8) <= 120
    assert bench.fonts.fitted("短", "sans", 8, 120) == "短"


def test_digits_of_a_column_are_even(bench: Bench) -> None:
    widths = {round(bench.fonts.tabular(f"{digit}" * 4, "serif", 10), 0) for digit in range(10)}
    assert len(widths) == 1
