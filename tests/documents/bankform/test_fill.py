"""Forms made for one question each: what is read from the tree, what a box shows, what is refused, what never changes."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.documents.bankform import made_forms as made
from tests.documents.bankform.filled_forms import inside, words
from tests.documents.poppler import fonts as embedded
from workstation.documents.bankform.fill import Placement, fill_form, inspect_form
from workstation.errors import Refused

LONG = "北京市朝阳区建国路 88 号院 6 号楼 3 单元 1502 室，" * 12


def one(data: bytes):
    (field,) = inspect_form(data).fields
    return field


def refused(call) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as caught:
        call()
    return [(finding.code, finding.subject) for finding in caught.value.findings]


def shown(data: bytes, folder, name: str, **options) -> str:
    """What a second program reads inside the first box of a field."""
    form = inspect_form(data)
    place = form.by_name[name].widgets[0]
    return inside(
        words(options.get("pdf", data), folder)[place.page - 1],
        form.pages[place.page - 1],
        place,
    )


def test_names_join_along_the_tree_and_children_inherit():
    pdf = pikepdf.new()
    leaf = pdf.make_indirect(Dictionary(T=String("姓名"), Subtype=Name.Widget, Rect=Array([20, 20, 120, 40]), F=4))
    tree = made.group(
        pdf, "客户", [leaf], FT=Name.Tx, Ff=made.REQUIRED, MaxLen=8, Q=2, DA=String("/Cour 9 Tf 1 0 0 rg")
    )
    field = one(made.form(pdf, [tree]))
    assert (field.name, field.kind, field.required, field.max_length) == ("客户.姓名", "text", True, 8)
    assert (field.style.size, field.style.align, field.style.colour) == (9.0, 2, (1.0, 0.0, 0.0))


def test_a_field_with_several_places_shows_its_value_at_each(tmp_path):
    pdf = pikepdf.new()
    places = [made.widget(pdf, (20, y, 160, y + 20)) for y in (20, 120, 220)]
    data = made.form(pdf, [made.group(pdf, "name", places, FT=Name.Tx)])
    form, filled = inspect_form(data), fill_form(data, {"name": "欧阳·阿依"})
    page = words(filled.pdf, tmp_path)[0]
    assert [inside(page, form.pages[0], place) for place in form.fields[0].widgets] == ["欧阳·阿依"] * 3


def test_places_that_the_tree_forgot_are_found_and_stay_fields(tmp_path):
    pdf = pikepdf.new()
    data = made.form(pdf, [made.text(pdf, "lost", (20, 20, 120, 40))])
    with pikepdf.open(io.BytesIO(data)) as opened:
        del opened.Root.AcroForm
        data = made.saved(opened)
    assert one(data).name == "lost"
    kept = fill_form(data, {"lost": "找到了"}, keep=True).pdf
    assert one(kept).value == ("找到了",)


def test_a_tree_that_bites_its_tail_is_read():
    pdf = pikepdf.new()
    field = made.text(pdf, "a", (20, 20, 120, 40))
    node = made.group(pdf, "top", [field])
    data = made.form(pdf, [node])
    with pikepdf.open(io.BytesIO(data)) as opened:
        top = opened.Root.AcroForm.Fields[0]
        top.Kids.append(top)
        top.Parent = top
        data = made.saved(opened)
    assert [field.name for field in inspect_form(data).fields] == ["top.a"]
    assert fill_form(data, {"top.a": "x"}).filled == ("top.a",)


@pytest.mark.parametrize(("raw", "read"), [(b"\xbf\xcd\xbb\xa7", "客户"), (b"n\xe9 le", "né le"), (b"plain", "plain")])
def test_names_in_an_encoding_that_nobody_told(raw, read):
    pdf = pikepdf.new()
    field = made.text(pdf, "x", (20, 20, 120, 40))
    field.T = String(raw)
    assert one(made.form(pdf, [field])).name == read


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("told", [True, False])
def test_text_stands_in_its_box_on_turned_pages(turn, told, tmp_path):
    pdf = pikepdf.new()
    look = {"MK": Dictionary(R=turn)} if told else {}
    data = made.form(pdf, [made.text(pdf, "t", (40, 60, 140, 160), **look)], rotate=turn)
    form = inspect_form(data)
    for keep in (False, True):
        filled = fill_form(data, {"t": "端正12"}, keep=keep)
        (word,) = words(filled.pdf, tmp_path)[0]
        assert inside([word], form.pages[0], form.fields[0].widgets[0]) == "端正12"
        assert word.right - word.left > word.bottom - word.top, "it reads from left to right"


def test_a_comb_puts_each_character_into_its_cell(tmp_path):
    pdf = pikepdf.new()
    data = made.form(pdf, [made.text(pdf, "id", (20, 20, 380, 40), Ff=made.COMB, MaxLen=18)])
    number = "11010519491231002X"
    found = words(fill_form(data, {"id": number}).pdf, tmp_path)[0]
    cells = [int(((word.left + word.right) / 2 - 20) / 20) for word in found for _ in word.text]
    assert "".join(word.text for word in found) == number
    if all(len(word.text) == 1 for word in found):
        assert cells == list(range(18))


@pytest.mark.parametrize(("align", "at"), [(0, 22), (1, 200), (2, 378)])
def test_quadding(align, at, tmp_path):
    pdf = pikepdf.new()
    data = made.form(pdf, [made.text(pdf, "q", (20, 20, 380, 40), Q=align)])
    (word,) = words(fill_form(data, {"q": "888.88"}).pdf, tmp_path)[0]
    assert abs({0: word.left, 1: (word.left + word.right) / 2, 2: word.right}[align] - at) < 1


def test_long_text_shrinks_breaks_and_at_last_goes_to_the_addendum(tmp_path):
    pdf = pikepdf.new()
    boxes = {"line": (20, 250, 180, 266), "tall": (20, 180, 180, 240), "flow": (20, 20, 380, 160)}
    flags = {"flow": made.MULTILINE}
    data = made.form(
        pdf,
        [made.text(pdf, name, box, Ff=flags.get(name, 0), TU=String(f"住址 {name}")) for name, box in boxes.items()],
    )
    filled = fill_form(data, {"line": LONG, "tall": LONG[:60], "flow": LONG})
    assert (filled.addendum, filled.pages) == (("line",), 2)
    form, pages = inspect_form(data), words(filled.pdf, tmp_path)
    whole = LONG.replace(" ", "")
    told = {name: inside(pages[0], form.pages[0], form.by_name[name].widgets[0]) for name in boxes}
    assert told["tall"] == whole[: len(told["tall"])]
    assert told["flow"] == whole
    assert told["line"].startswith("北京市朝阳区")
    assert "见附页1" in told["line"]
    assert whole in "".join(word.text for word in pages[1])
    assert "住址line" in "".join(word.text for word in pages[1])


def test_a_box_too_small_for_anything_still_names_the_addendum(tmp_path):
    pdf = pikepdf.new()
    data = made.form(pdf, [made.text(pdf, "tiny", (20, 20, 50, 28))])
    filled = fill_form(data, {"tiny": LONG})
    assert filled.addendum == ("tiny",)
    assert "附页1" in shown(data, tmp_path, "tiny", pdf=filled.pdf)


HOSTILE = [
    "<b>&amp;</b> <img src=x>",
    "(\\) Tj ET Q /Evil",
    "=HYPERLINK(1)",
    "%PDF-1.7 endstream endobj",
    "{no} {field}",
]


@pytest.mark.parametrize("value", HOSTILE)
def test_what_a_person_typed_is_only_text(value, tmp_path):
    pdf = pikepdf.new()
    data = made.form(pdf, [made.text(pdf, "t", (20, 20, 380, 40))])
    for keep in (False, True):
        filled = fill_form(data, {"t": value}, keep=keep)
        assert shown(data, tmp_path, "t", pdf=filled.pdf) == value.replace(" ", "")
        assert (filled.pages, filled.findings) == (1, ())


def test_hidden_marks_go_and_a_line_is_one_line():
    pdf = pikepdf.new()
    data = made.form(pdf, [made.text(pdf, "t", (20, 20, 380, 40))])
    kept = fill_form(data, {"t": "张\u202e三\u200b\n李四"}, keep=True)
    assert one(kept.pdf).value == ("张三 李四",)


def test_a_character_without_a_font_is_told_and_never_tofu(tmp_path):
    pdf = pikepdf.new()
    data = made.form(pdf, [made.text(pdf, "t", (20, 20, 380, 40))])
    filled = fill_form(data, {"t": "\U000f0000"})
    assert [(one.code, one.subject) for one in filled.findings] == [("character_undrawable", "t")]
    assert "U+F0000" in shown(data, tmp_path, "t", pdf=filled.pdf)


def test_flattened_leaves_ink_only_and_kept_leaves_fields_and_no_viewer_draws_them():
    pdf = pikepdf.new()
    data = made.form(
        pdf, [made.text(pdf, "t", (20, 20, 380, 40), V=String("old"))], NeedAppearances=True, XFA=String("x")
    )
    flat, kept = fill_form(data, {"t": "值"}), fill_form(data, {"t": "值"}, keep=True)
    assert [note.code for note in flat.findings] == ["form_xfa_dropped"]
    with pikepdf.open(io.BytesIO(flat.pdf)) as opened:
        assert Name.AcroForm not in opened.Root
        assert len(opened.pages[0].Annots) == 0
    with pikepdf.open(io.BytesIO(kept.pdf)) as opened:
        assert set(opened.Root.AcroForm.as_dict()) == {"/DA", "/Fields"}
        (place,) = opened.pages[0].Annots
        assert str(place.V) == "值"
        assert b"/Tx BMC" in place.AP.N.read_bytes()
    assert fill_form(data, {"t": "值"}).pdf == flat.pdf, "the same input gives the same bytes"


def test_values_that_stand_already_are_seen_although_the_form_left_them_to_the_viewer(tmp_path):
    pdf = pikepdf.new()
    data = made.form(
        pdf, [made.text(pdf, "t", (20, 20, 380, 40), V=String("原有")), made.text(pdf, "u", (20, 60, 380, 80))]
    )
    assert shown(data, tmp_path, "t", pdf=fill_form(data, {"u": "新"}).pdf) == "原有"


def test_fonts_are_embedded(tmp_path):
    pdf = pikepdf.new()
    data = made.form(pdf, [made.text(pdf, "t", (20, 20, 380, 40), DA=String("/TimesBold 10 Tf 0 g"))])
    found = embedded(fill_form(data, {"t": "宋体 bold"}).pdf, tmp_path)
    assert any("NotoSerif" in name for name in found)
    assert all(found.values())


def test_signed_and_locked_forms():
    pdf = pikepdf.new()
    signature = made.widget(pdf, (20, 60, 120, 80), FT=Name.Sig, T=String("sig"))
    text = made.text(pdf, "t", (20, 20, 120, 40))
    data = made.form(pdf, [signature, text])
    assert fill_form(data, {"t": "未签名的可填"}).filled == ("t",)
    signature.V = Dictionary(Type=Name.Sig)
    assert refused(lambda: fill_form(made.saved(pdf), {"t": "x"})) == [("form_signed", "")]
    locked = made.saved(pdf, encryption=pikepdf.Encryption(owner="o", user="钥匙"))
    assert refused(lambda: inspect_form(locked)) == [("form_locked", "")]
    assert refused(lambda: inspect_form(locked, password="x")) == [("form_password_wrong", "")]
    assert len(inspect_form(locked, password="钥匙").fields) == 2


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"nothing", b"%PDF-1.7\n" + b"\x00" * 4096])
def test_what_is_no_pdf_is_said_to_be_damaged(data):
    assert refused(lambda: inspect_form(data)) == [("form_damaged", "")]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_flat_form_is_filled_by_coordinates(turn, tmp_path):
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(400, 300))
    page.obj.Rotate = turn
    data = made.saved(pdf)
    places = (
        Placement("name", 1, 30, 40, 120, 20),
        Placement("id", 1, 30, 80, 180, 16, cells=18),
        Placement("yes", 1, 30, 120, 12, 12, tick=True),
    )
    filled = fill_form(data, {"name": "张三", "id": "11010519491231002X", "yes": True}, placements=places, keep=True)
    found = words(filled.pdf, tmp_path)[0]
    assert [round(found[0].left), found[0].text] == [32, "张三"]
    assert 40 < (found[0].top + found[0].bottom) / 2 < 60
    assert refused(lambda: fill_form(data, {}, placements=(Placement("x", 2, 0, 0, 9, 9), Placement("y", 1, 390, 390, 99, 9)))) == [
        ("form_place_page", "x"), ("form_place_outside", "y"),
    ]  # fmt: skip


def test_a_draft_is_marked_on_every_page(tmp_path):
    pdf = pikepdf.new()
    data = made.form(pdf, [made.text(pdf, "t", (20, 20, 60, 30))])
    pages = words(fill_form(data, {"t": LONG}, watermark="草稿").pdf, tmp_path)
    assert len(pages) == 2
    for page in pages:
        assert set("草稿") <= set("".join(word.text for word in page))
