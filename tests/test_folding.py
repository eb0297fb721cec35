"""Characters put back as they were meant, damage in names, and texts that are the same in another writing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.characters import damaged_characters, restored
from workstation.folding import folded, same_text


@pytest.mark.parametrize(
    ("held", "meant"),
    [
        ("王\ue863", "王䶮"),  # what a WHATWG gbk decoder gives for FE9F
        ("\ue81e\ue864", "龴龻"),  # FE59 and FEA0, which Python's codec leaves in the private-use area
        ("\ue816", "𠂇"),
        ("\ue815", "厂"),  # a code for a radical
        ("⼤⼭⽉⽇⾦", "大山月日金"),
        ("⻓⻔⻢⻰⺠", "长门马龙民"),
        ("李\ue000", "李\ue000"),  # nobody knows what that was
        ("吕布 Li", "吕布 Li"),
    ],
)
def test_characters_that_stand_for_another_are_put_back(held, meant):
    assert restored(held) == meant == restored(meant)


def test_every_two_byte_code_of_the_rare_row_is_a_character_of_its_own():
    for low in (*range(0x50, 0x7F), *range(0x80, 0xA1)):
        found = restored(bytes((0xFE, low)).decode("gb18030"))
        assert len(found) == 1 and not "\ue000" <= found <= "\uf8ff", f"FE{low:02X}"


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("张?", ["lost"]), ("张？三", ["lost"]), ("王*", ["hidden"]), ("王＊＊", ["hidden", "hidden"]), ("李\ufffd", ["lost"]),
        ("李\ue000*", ["private", "hidden"]), ("锟斤拷", ["mistaken"]), ("□三", ["lost"]), ("ÕÅÎ°", ["mistaken"]),
        ("Ðặng Ünsöld", []), ("䶮", []),
        ("欧阳·阿依古丽", []), ("O'Neil", []),        ("𠮷野", []), ("吕布100%_", []),
    ],
)  # fmt: skip
def test_damage_in_names(name, kinds):
    assert [one.kind for one in damaged_characters(name)] == kinds


def test_damage_names_its_place_and_code():
    (found,) = damaged_characters("李\ue000")
    assert (found.position, found.code, found.text) == (2, "U+E000", "\ue000")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("張偉", "张伟"), ("呂布", "吕布"), ("王昇", "王升"), ("陳昇", "陈升"), ("衛國", "卫国"), ("衞國", "卫国"),
        *(("阿卜杜·热西提", f"阿卜杜{dot}热西提") for dot in "•・･．‧∙⋅."), ("阿卜杜·热西提", "阿卜杜热西提"),
        ("阿卜杜 · 热西提", "阿卜杜·热西提"), ("ＡＢＣ（中国）", "abc(中国)"), ("【集团】", "(集团)"), ("LI  Ming", "li ming"),
    ],
)  # fmt: skip
def test_the_same_in_another_writing(one, other):
    assert same_text(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("张伟", "张玮"), ("J.Li", "JLi"), ("3.14", "314"), ("堃", "坤"), ("喆", "哲"), ("甯", "宁")]
)
def test_another_text(one, other):
    assert not same_text(one, other)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)
