"""Buttons and lists of forms: what is ticked, what is shown as chosen, and every mistake in the values named at once."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Name, String

from tests.documents.bankform import made_forms as made
from tests.documents.bankform.filled_forms import changed, inside, pictures, words
from workstation.documents.bankform.fill import fill_form, inspect_form
from workstation.errors import Refused


def refused(call) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as caught:
        call()
    return [(finding.code, finding.subject) for finding in caught.value.findings]


def shown(pdf: bytes, data: bytes, folder, name: str) -> str:
    """What a second program reads inside the box of a field."""
    form = inspect_form(data)
    return inside(words(pdf, folder)[0], form.pages[0], form.by_name[name].widgets[0])


def test_ticks_radios_and_their_exports(tmp_path):
    pdf = pikepdf.new()
    kids = [made.button(pdf, (20 + 40 * i, 20, 30 + 40 * i, 30), str(i)) for i in range(3)]
    radio = made.group(
        pdf,
        "method",
        kids,
        FT=Name.Btn,
        Ff=made.RADIO,
        Opt=Array([String(t) for t in ("等额本息", "等额本金", "停息")]),
    )
    bare = made.widget(pdf, (20, 100, 40, 120), FT=Name.Btn, T=String("bare"))
    data = made.form(pdf, [radio, bare])
    form = inspect_form(data)
    assert [option.value for option in form.by_name["method"].options] == ["等额本息", "等额本金", "停息"]
    filled = fill_form(data, {"method": "等额本金", "bare": True}, keep=True)
    assert inspect_form(filled.pdf).by_name["method"].value == ("等额本金",)
    empty = fill_form(data, {"method": None, "bare": False})
    for version in (filled.pdf, fill_form(data, {"method": "1", "bare": True}).pdf):
        (before,), (after,) = pictures(empty.pdf, tmp_path), pictures(version, tmp_path)
        ticked = [changed(before, after, form.pages[0], place) for field in form.fields for place in field.widgets]
        assert ticked == [False, True, False, True]


def test_lists_show_what_was_chosen(tmp_path):
    pdf = pikepdf.new()
    many = Array([Array([String(f"v{i}"), String(f"第{i}项")]) for i in range(30)])
    data = made.form(pdf, [
        made.widget(pdf, (20, 20, 120, 90), FT=Name.Ch, T=String("list"), Ff=made.SEVERAL, Opt=many),
        made.widget(pdf, (20, 120, 120, 140), FT=Name.Ch, T=String("combo"), Ff=made.COMBO, Opt=many),
        made.widget(pdf, (20, 160, 120, 180), FT=Name.Ch, T=String("free"), Ff=made.COMBO | made.EDIT, Opt=many),
    ])  # fmt: skip
    filled = fill_form(data, {"list": ["v20", "第28项"], "combo": "v7", "free": "其他"}, keep=True)
    assert "第20项" in shown(filled.pdf, data, tmp_path, "list")
    assert "第28项" in shown(filled.pdf, data, tmp_path, "list")
    assert shown(filled.pdf, data, tmp_path, "combo") == "第7项"
    assert shown(filled.pdf, data, tmp_path, "free") == "其他"
    held = inspect_form(filled.pdf).by_name
    assert (held["list"].value, held["combo"].value) == (("v20", "v28"), ("v7",))


def test_every_mistake_is_named_at_once():
    pdf = pikepdf.new()
    options = Array([String("甲"), String("乙")])
    data = made.form(pdf, [
        made.text(pdf, "short", (20, 20, 60, 40), MaxLen=4),
        made.button(pdf, (70, 20, 80, 30), "Yes", FT=Name.Btn, T=String("tick")),
        made.widget(pdf, (20, 60, 60, 80), FT=Name.Ch, T=String("pick"), Ff=made.COMBO, Opt=options),
        made.widget(pdf, (70, 60, 90, 80), FT=Name.Btn, T=String("push"), Ff=made.PUSH),
    ])  # fmt: skip
    values = {"shorf": "x", "short": "五个字符的", "tick": "maybe", "pick": "丙", "push": "x"}
    assert refused(lambda: fill_form(data, values)) == [
        ("form_field_unknown", "shorf"), ("form_value_too_long", "short"), ("form_option_unknown", "tick"),
        ("form_option_unknown", "pick"), ("form_field_unfillable", "push"),
    ]  # fmt: skip
    assert refused(lambda: fill_form(data, {"pick": ["甲", "乙"], "short": True, "tick": ["x"]})) == [
        ("form_one_option", "pick"), ("form_value_kind", "short"), ("form_value_kind", "tick"),
    ]  # fmt: skip
