"""A filled form leaves only when its finished bytes show every text in its box and every tick as ink, in both engines."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.documents.bankform.filled_forms import changed, pictures, visible
from tests.documents.bankform.made_forms import form, look, text, widget
from workstation.documents.bankform import fill as filling
from workstation.documents.bankform.fill import fill_form, inspect_form
from workstation.documents.bankform.pdf_form import Placement
from workstation.documents.bankform.read_back import text_findings
from workstation.documents.bankform.values import checked
from workstation.documents.typesetting.fonts import load_fonts
from workstation.errors import Refused
from workstation.received.pdf.boxes import Box, inked, texts_in

INK = b"0 g 2 2 6 6 re f"
LETTER = b"BT /ZaDb 8 Tf 1 1 Td (4) Tj ET"


def mark(pdf, ink: bytes, **fonts: Dictionary):
    made = look(pdf, ink)
    if fonts:
        made.Resources = Dictionary(Font=Dictionary({f"/{name}": one for name, one in fonts.items()}))
    return made


def font(base: str) -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/" + base))


def cross_and_nothing(pdf):
    return Dictionary({"/Yes": mark(pdf, INK), "/Off": mark(pdf, b"n")})


def same_drawing(pdf):
    return Dictionary({"/Yes": mark(pdf, INK), "/Off": mark(pdf, INK)})


def same_object(pdf):
    one = mark(pdf, INK)
    return Dictionary({"/Yes": one, "/Off": one})


LOOKS = {
    "sound": cross_and_nothing,
    "no Off state": lambda pdf: Dictionary({"/Yes": mark(pdf, INK)}),
    "the mark paints nothing": lambda pdf: Dictionary({"/Yes": mark(pdf, b"q Q"), "/Off": mark(pdf, b"n")}),
    "the mark cannot be read": lambda pdf: Dictionary({"/Yes": mark(pdf, b"( << [ re f"), "/Off": mark(pdf, b"n")}),
    "white on white": lambda pdf: Dictionary({"/Yes": mark(pdf, b"1 g 2 2 6 6 re f"), "/Off": mark(pdf, b"n")}),
    "outside of its box": lambda pdf: Dictionary({"/Yes": mark(pdf, b"0 g 40 40 6 6 re f"), "/Off": mark(pdf, b"n")}),
    "a font that it does not define": lambda pdf: Dictionary({"/Yes": mark(pdf, LETTER), "/Off": mark(pdf, b"n")}),
    "a font that is nowhere": lambda pdf: Dictionary({"/Yes": mark(pdf, LETTER, ZaDb=font("Wingdings2"))}),
    "one of the fourteen": lambda pdf: Dictionary({"/Yes": mark(pdf, LETTER, ZaDb=font("ZapfDingbats"))}),
    "Off draws the same": same_drawing,
    "Off is the same": same_object,
    "one look for all states": lambda pdf: mark(pdf, INK),
}


def ticks(kind: str) -> bytes:
    """Two boxes of one kind, of which the first is ticked."""
    pdf = pikepdf.new()
    boxes = [
        widget(
            pdf, (50 + 60 * number, 200, 66 + 60 * number, 216), FT=Name.Btn, T=String(name), AS=Name.Off,
            AP=Dictionary(N=LOOKS[kind](pdf), D=Dictionary({"/Yes": look(pdf, b"n")})), MK=Dictionary(BC=Array([0])),
        )
        for number, name in enumerate(("first", "second"))
    ]  # fmt: skip
    return form(pdf, boxes)


@pytest.mark.parametrize("keep", [False, True], ids=["flat", "kept"])
@pytest.mark.parametrize("kind", LOOKS)
def test_a_tick_is_ink_and_an_empty_box_is_not(kind, keep, tmp_path):
    data = ticks(kind)
    filled = fill_form(data, {"first": True, "second": False}, keep=keep).pdf
    places = [place for _, place in visible(inspect_form(data))]
    assert inked(filled, [Box(0, *place.rect) for place in places]) == (True, False)
    cleared = fill_form(data, {"first": False, "second": False}, keep=keep).pdf
    before, after = pictures(cleared, tmp_path)[0], pictures(filled, tmp_path)[0]
    page = inspect_form(data).pages[0]
    assert [changed(before, after, page, place) for place in places] == [True, False]


def one_text(**entries) -> bytes:
    pdf = pikepdf.new()
    return form(pdf, [text(pdf, "amount", (50, 200, 250, 220), **entries)])


def test_what_the_form_lays_over_a_tick_is_told(monkeypatch):
    monkeypatch.setattr(filling, "draw_onto", lambda *_: None)
    with pytest.raises(Refused) as refused:
        fill_form(one_text(), {"tick": True}, placements=[Placement("tick", 1, 20, 20, 12, 12, tick=True)])
    assert [(one.code, one.subject) for one in refused.value.findings] == [("form_tick_unseen", "tick")]


@pytest.mark.parametrize("value", ["12,345.67", "2026-11-29", "欧阳·阿依古丽", "11010519491231002X", "陳𤧥", "𫘝𬇕澍"])
def test_each_value_is_read_from_its_box(value):
    filled = fill_form(one_text(), {"amount": value})
    assert texts_in(filled.pdf, [Box(0, 50, 200, 250, 220), Box(0, 50, 100, 250, 120)]) == (value, "")


def test_another_figure_in_the_box_keeps_the_form_back():
    data, fonts = one_text(), load_fonts()
    other = fill_form(data, {"amount": "12,345.76"}).pdf
    entries = checked(inspect_form(data), {"amount": "12,345.67"})
    (found,) = text_findings(other, entries, (), 1, fonts)
    assert (found.code, found.subject, found.figures["text"]) == ("form_text_unseen", "amount", "12,345.76")


def test_what_goes_to_the_addendum_is_read_there():
    long = "因病住院，收入减少。" * 40
    filled = fill_form(one_text(), {"amount": long})
    assert filled.addendum == ("amount",)
    entries = checked(inspect_form(one_text()), {"amount": long})
    told = [(entries[0].field, long)]
    assert list(text_findings(filled.pdf, entries, told, 1, load_fonts())) == []
    assert [one.code for one in text_findings(filled.pdf, entries, told, 2, load_fonts())] == ["form_text_unseen"]
