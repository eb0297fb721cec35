"""Exhibits bound whole: upright, marked with their purpose, foreign pages in any shape; broken ones named, never a fault."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from tests.documents import poppler
from tests.documents.sample_case import BANK, case_file, exhibits, letter, photo
from workstation.documents.packet.build import Packet, build_packet
from workstation.documents.packet.exhibits import blank as blank_exhibits
from workstation.documents.packet.exhibits.pages import exhibit_pages
from workstation.documents.packet.exhibits.pictures import pictures
from workstation.documents.packet.figures import ExhibitFigures
from workstation.documents.packet.gather import packet_figures
from workstation.documents.typesetting import seal
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.errors import Refused
from workstation.received.pdf.blankness import blank_areas

ONE = ExhibitFigures(1, "i1", "diagnosis", "诊断证明", "诊断.jpg", "image/jpeg", "00")
Files = dict[str, tuple[str, str, bytes]]


def bound(context: TypesetContext, data: bytes, media_type: str = "application/pdf", code: str = "diagnosis") -> Packet:
    files: Files = {code: ("材料", media_type, data)}
    file = case_file(files)
    return build_packet(packet_figures(file, BANK), exhibits(file, files), False, context)


def changed(data: bytes, **settings: Any) -> bytes:
    """A PDF after turning, cropping or locking it."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            if "rotate" in settings:
                page.obj.Rotate = settings["rotate"]
            if "crop" in settings:
                page.cropbox = settings["crop"]
        pdf.save(file, encryption=settings.get("encryption"))
    return file.getvalue()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_stand_upright(orientation: int) -> None:
    ((copy,),) = pictures(photo(900, 600, orientation), ONE)
    width, height = copy.width, copy.height
    image = Image.open(io.BytesIO(copy.data)).convert("RGB")
    assert (width > height) == (orientation < 5) and image.size == (width, height)
    corner = image.getchannel("R")
    boxes = {
        (x, y): (x * (width - 20), y * (height - 20), x * (width - 20) + 20, y * (height - 20) + 20)
        for x in (0, 1)
        for y in (0, 1)
    }
    means = {place: sum(corner.crop(box).tobytes()) / 400 for place, box in boxes.items()}
    red = min(means, key=lambda place: abs(means[place] - 179))
    assert red == {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}[orientation]


def test_large_pictures_shrink_to_what_print_shows() -> None:
    ((copy,),) = pictures(photo(6000, 4000), ONE)
    assert max(copy.width, copy.height) == 2900 and len(copy.data) < 2_500_000


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "CMYK", "LA", "I;16"])
def test_every_kind_of_picture(context: TypesetContext, mode: str) -> None:
    file = io.BytesIO()
    Image.new(mode, (300, 200)).save(file, "TIFF" if mode == "CMYK" else "PNG")
    assert bound(context, file.getvalue(), "image/png").pages > 6


def test_a_fax_of_three_pages_is_three_pages(context: TypesetContext, tmp_path: Path) -> None:
    file = io.BytesIO()
    frames = [Image.new("1", (800, 1100), 1) for _ in range(3)]
    frames[0].save(file, "TIFF", save_all=True, append_images=frames[1:], compression="group4")
    packet = bound(context, file.getvalue(), "image/tiff")
    assert "（3/3）" in poppler.squeezed(poppler.text(packet.pdf, tmp_path))


@pytest.mark.parametrize(("pages", "whole"), [(200, True), (201, False)])
def test_a_fax_too_long_is_refused_and_never_cut_short(pages: int, whole: bool) -> None:
    file = io.BytesIO()
    frame = Image.new("1", (8, 8), 1)
    frame.save(file, "TIFF", save_all=True, append_images=[frame] * (pages - 1))
    if whole:
        assert len(pictures(file.getvalue(), ONE)) == pages
        return
    with pytest.raises(Refused) as refusal:
        pictures(file.getvalue(), ONE)
    assert [finding.code for finding in refusal.value.findings] == ["exhibit_too_many_pages"]


def test_the_purpose_is_burned_into_the_pixels() -> None:
    original = photo(900, 600)
    marked = replace(ONE, purpose_mark="仅供招商银行协商还款使用 2026-11-23")
    ((plain,),), ((burned,),) = pictures(original, ONE), pictures(original, marked)
    before, after = (Image.open(io.BytesIO(one.data)).convert("RGB") for one in (plain, burned))
    for left in range(0, 900, 300):  # every part of the copy bears some of it
        for top in range(0, 600, 200):
            box = (left, top, left + 300, top + 200)
            assert before.crop(box).tobytes() != after.crop(box).tobytes()
    assert original == photo(900, 600)


SHAPES = [(595, 842, 90), (842, 595, 180), (200, 200, 270), (3370, 2384, 0), (100, 2000, 90), (72, 36, 0)]


@pytest.mark.parametrize(("width", "height", "rotate"), SHAPES)
def test_foreign_pages_of_any_shape(
    context: TypesetContext, width: int, height: int, rotate: int, tmp_path: Path
) -> None:
    packet = bound(context, changed(letter(1, (width, height), "WHOLE"), rotate=rotate))
    text = poppler.text(packet.pdf, tmp_path)
    assert text.count("附件 1") >= 3 and f"共 {packet.pages} 页" in text


def test_a_turned_page_is_read_upright(context: TypesetContext, tmp_path: Path) -> None:
    """Rotated sheets come out as a viewer shows them, words in reading order."""
    turned = changed(letter(2, text="TURNED"), rotate=0)
    text = poppler.text(bound(context, turned).pdf, tmp_path)
    assert "TURNED 1" in text and "TURNED 2" in text


def test_only_the_visible_part_is_bound(context: TypesetContext) -> None:
    packet = bound(context, changed(letter(1), crop=[0, 600, 595, 842]))
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        form = pdf.pages[-1].resources.XObject["/Guest"]
        assert [float(edge) for edge in form.BBox] == [0, 600, 595, 842]


def test_an_empty_password_is_no_lock(context: TypesetContext, tmp_path: Path) -> None:
    locked = changed(letter(2, text="OPEN"), encryption=pikepdf.Encryption(user="", owner="x"))
    assert "OPEN 2" in poppler.text(bound(context, locked).pdf, tmp_path)


def test_entries_of_a_form_and_notes_are_bound_as_shown(context: TypesetContext) -> None:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter(1))) as pdf:
        look = pdf.make_stream(b"1 0 0 rg 0 0 50 20 re f")
        look.Type, look.Subtype, look.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 50, 20]
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Stamp, Rect=[100, 100, 150, 120], F=4, AP={"/N": look}
        )
        pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])
        pdf.save(file)
    with pikepdf.open(io.BytesIO(bound(context, file.getvalue()).pdf)) as packet:
        form = packet.pages[-1].resources.XObject["/Guest"]
        assert len(form.Resources.get("/XObject", {})) == 1
        assert "/Annots" not in packet.pages[-1]


BROKEN = [
    ("application/pdf", b"%PDF-1.7\nnot much", "exhibit_unreadable"),
    ("application/pdf", letter(1)[:400], "exhibit_unreadable"),
    ("application/pdf", changed(letter(1), encryption=pikepdf.Encryption(user="u", owner="o")), "exhibit_locked"),
    ("image/jpeg", photo()[:900], "exhibit_unreadable"),
    ("image/png", b"\x89PNG\r\n\x1a\n", "exhibit_unreadable"),
    ("text/csv", b"", "exhibit_unreadable"),
    ("application/zip", b"PK\x03\x04", "exhibit_unreadable"),
]


@pytest.mark.parametrize(("media_type", "data", "code"), BROKEN)
def test_a_broken_exhibit_is_named(context: TypesetContext, media_type: str, data: bytes, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        bound(context, data, media_type)
    (finding,) = refusal.value.findings
    assert (finding.code, finding.subject, finding.figures["file"]) == (code, "evidence.diagnosis", "材料")


def test_every_broken_exhibit_is_named_at_once(context: TypesetContext) -> None:
    files: Files = {
        "diagnosis": ("a.pdf", "application/pdf", b"%PDF-"),
        "medical_bills": ("b.jpg", "image/jpeg", b"\xff\xd8\xff"),
    }
    file = case_file(files)
    with pytest.raises(Refused) as refusal:
        build_packet(packet_figures(file, BANK), exhibits(file, files), False, context)
    assert [finding.figures["file"] for finding in refusal.value.findings] == ["a.pdf", "b.jpg"]


def test_a_bomb_of_pixels_is_refused() -> None:
    def chunk(kind: bytes, content: bytes) -> bytes:
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(9)))
    with pytest.raises(Refused) as refusal:
        pictures(data, ONE)
    assert refusal.value.findings[0].code == "exhibit_too_large"


def test_a_statement_becomes_a_table_of_its_transactions(context: TypesetContext, tmp_path: Path) -> None:
    rows = "".join(f"2026-09-{day:02d},{day}.10,{1000 + day}.00,商户{day},货款\n" for day in range(1, 29))
    text = poppler.text(bound(context, f"日期,金额,余额,对方,摘要\n{rows}".encode(), "text/csv").pdf, tmp_path)
    assert all(f"商户{day}" in text and f"{day}.10" in text for day in range(1, 29))


def test_a_long_table_flows(context: TypesetContext) -> None:
    rows = "".join(f"{i},说明文字{i}\n" for i in range(600))
    table = f"序号,说明\n{rows}".encode()
    (leaf,) = exhibit_pages(replace(ONE, media_type="text/csv"), table, Phrases("zh-Hans", {}))
    assert not leaf.wide and bound(context, table, "text/csv").pages > 15


@pytest.mark.parametrize(
    ("width", "height", "rotate", "wide"),
    [(842, 595, 0, True), (842, 595, 90, False), (595, 842, 90, True), (600, 595, 0, False)],
)
def test_a_wide_page_gets_a_sheet_on_its_long_side(
    context: TypesetContext, width: int, height: int, rotate: int, wide: bool
) -> None:
    packet = bound(context, changed(letter(1, (width, height)), rotate=rotate))
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        left, bottom, right, top = (float(edge) for edge in pdf.pages[-1].mediabox)
        assert (right - left > top - bottom) == wide
        assert float(pdf.pages[0].mediabox[3]) > float(pdf.pages[0].mediabox[2])


def test_a_packet_bound_into_a_packet_keeps_both_codes_apart(context: TypesetContext, tmp_path: Path) -> None:
    inner = bound(context, letter(1))
    outer = bound(context, inner.pdf)
    found = seal.read_seal(outer.pdf)
    assert found is not None and found.intact and found.code == outer.code != inner.code
    text = poppler.text(outer.pdf, tmp_path)
    assert text.count(outer.code) == outer.pages and text.count(inner.code) == inner.pages


def test_an_empty_page_is_named_before_the_packet_leaves(context: TypesetContext) -> None:
    """The second page of the file shows nothing: told in a final packet, no matter for a draft."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(letter(3))) as pdf:
        del pdf.pages[1].obj.Contents
        pdf.save(file)
    files: Files = {"diagnosis": ("材料", "application/pdf", file.getvalue())}
    case = case_file(files)
    figures, given = packet_figures(case, BANK), exhibits(case, files)
    told = build_packet(figures, given, False, context).findings
    assert [(one.code, one.figures["page"]) for one in told] == [("exhibit_page_blank", "2")]
    assert build_packet(figures, given, True, context).findings == ()


def test_a_page_that_is_lost_on_the_way_is_refused(context: TypesetContext, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the file shows and the packet does not: never bound."""
    monkeypatch.setattr(blank_exhibits, "blank_areas", lambda data, areas: (*blank_areas(data, areas), 0))
    with pytest.raises(Refused) as refusal:
        bound(context, letter(2))
    assert [(one.code, one.figures["page"]) for one in refusal.value.findings] == [("exhibit_page_lost", "1")]
