"""How text breaks into lines, what is taken out of it, and what stands for characters no face holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_wording import by_key
from workstation.documents.typesetting.fonts import FACES, Fonts, literal
from workstation.documents.typesetting.strips import TypesetContext
from workstation.policy.pack import packs

NEVER_FIRST = "，。、；：？！）》」』】”’％,.;:?!)]}%"
NEVER_LAST = "（《「『【“‘([{"


def test_chinese_lines_keep_their_punctuation(context: TypesetContext) -> None:
    text = "在相关款项未全部结清前，不向任何银行申领信用卡（含附属卡）。“同意”贵行处理《申请书》所附信息！" * 4
    for width in range(40, 200, 7):
        lines = context.fonts.lines(text, "serif", 10, width)
        assert "".join(lines) == text
        assert not [line for line in lines if line[0] in NEVER_FIRST]
        assert not [line for line in lines if line[-1] in NEVER_LAST]


@given(st.text("汉字款abc 123,.，。（）《》", min_size=1, max_size=80), st.integers(30, 300))
def test_no_character_is_lost_and_no_line_is_too_wide(context: TypesetContext, text: str, width: int) -> None:
    lines = context.fonts.lines(text, "serif", 10, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    # One closing mark may not begin a line; a cluster of many breaks where it must.
    assert all(context.fonts.width(line, "serif", 10) <= width + 0.01 for line in lines)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("经办陈静，电话 010-8888 0000。", "经办陈静，电话 "),
        ("经办陈静，尾号 6214 836.67 元。", "经办陈静，尾号 6214 "),
        ("经办陈静，自日期起 2026-11-10 2026-12-10", "经办陈静，自日期起 2026-11-10 "),
    ],
)
def test_a_number_written_in_groups_stays_whole(context: TypesetContext, text: str, first: str) -> None:
    width = context.fonts.width(first, "serif", 10) + 30
    assert context.fonts.lines(text, "serif", 10, width)[0] == first.rstrip()


def test_amounts_stay_whole_and_endless_words_break(context: TypesetContext) -> None:
    assert "1,234,567,890.12" in context.fonts.lines("合计为 1,234,567,890.12 元整", "serif", 10, 90)
    lines = context.fonts.lines("A" * 200, "serif", 10, 90)
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


def test_rare_characters_are_drawn_and_unknown_ones_named(context: TypesetContext) -> None:
    for char in "㛃䶮𬭚𫖯龘犇玥喆𠮷𤋮邨":
        assert context.fonts.shown(char, "serif") == char
        assert context.fonts.shown(char, "sans") == char
    assert context.fonts.shown("王\U00031350", "serif") == "王〔U+31350〕"
    assert context.fonts.undrawable("王\U00031350😀王") == "\U00031350😀"


def test_fitted_ends_with_an_ellipsis(context: TypesetContext) -> None:
    cut = context.fonts.fitted("很长的出具单位名称" * 9, "sans", 8, 120)
    assert cut.endswith("…") and context.fonts.width(cut, "sans", 8) <= 120
    assert context.fonts.fitted("短", "sans", 8, 120) == "短"


def test_digits_of_a_column_are_even(context: TypesetContext) -> None:
    widths = {round(context.fonts.tabular(f"{digit}" * 4, "serif", 10), 0) for digit in range(10)}
    assert len(widths) == 1


def simplified_only() -> str:
    """Characters that are written in Simplified Chinese alone: GB 2312 has them, Big5 has not, and they are no signs."""
    chars = (
        bytes((lead, trail)).decode("gb2312", "ignore") for lead in range(0xB0, 0xF8) for trail in range(0xA1, 0xFF)
    )
    return "".join(char for char in chars if char and not char.encode("big5", "ignore"))


def test_traditional_sentences_hold_no_simplified_character() -> None:
    simplified = set(simplified_only())
    assert {"协", "还", "账"} <= simplified
    texts = by_key("zh-Hant")
    names = {"language.zh-Hans"}
    assert {key: found for key, text in texts.items() if key not in names and (found := simplified & set(text))} == {}


def test_packs_speak_traditional_chinese_everywhere() -> None:
    """``python -m tools.traditional`` drafts what is missing here."""
    simplified, lacking = set(simplified_only()), set()
    for pack in packs().values():
        labels = [*(one.title for one in pack.requirements), *(one.why for one in pack.requirements)]
        for group in (pack.reasons.values(), pack.requests.values(), pack.offers):
            labels += [one.title for one in group]
        lacking |= {one["zh-Hans"] for one in labels if "zh-Hant" not in one or simplified & set(one["zh-Hant"])}
    assert lacking == set()


def test_forms_of_taiwan_are_drawn_where_they_differ(context: TypesetContext) -> None:
    taiwan = Fonts("zh-Hant", elsewhere=lambda point: None)
    for face in FACES:
        assert {taiwan.typeface(face, taiwan.chain_indices[face][char]).name for char in "化今女。"} == {
            f"{FACES[face].replace('SC', 'TC')}-Forms"
        }
        assert taiwan.typeface(face, taiwan.chain_indices[face]["1"]).name == FACES[face]
        assert taiwan.width("骨。A1", face, 10) == pytest.approx(context.fonts.width("骨。A1", face, 10))


def test_a_face_is_parsed_when_it_is_first_used() -> None:
    fonts = Fonts()
    assert not fonts.chain_indices
    fonts.width("余额", "serif", 10)
    assert list(fonts.chain_indices) == ["serif"]
