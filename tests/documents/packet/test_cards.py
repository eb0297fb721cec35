"""Sides of a card in a packet: as large as the card, two on a sheet, once a person confirmed how they are cut."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PIL import Image, ImageDraw

from tests.documents.sample_case import BANK, case_file, photo
from workstation.casework.said.card_sides import CardSide
from workstation.casework.said.corners import UNCUT, Corners
from workstation.casework.said.entry import PaperEntry
from workstation.documents.packet.exhibits import pictures as drawing
from workstation.documents.packet.exhibits.card import proposed_corners
from workstation.documents.packet.exhibits.pages import ExhibitPage, exhibit_pages, on_sheets
from workstation.documents.packet.exhibits.shown import exhibit_figures
from workstation.documents.packet.figures import ExhibitFigures
from workstation.documents.typesetting import blocks as b
from workstation.documents.typesetting.pages import set_pages
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.wording import Wording

ONE = ExhibitFigures(1, "i1", "id_card", "身份证", "证件.jpg", "image/jpeg", "00")


def side(page: int, corners: Corners | None = None, half: int = 0) -> CardSide:
    return CardSide("front", "i1", page, corners, half)


def test_two_sides_of_a_card_stand_on_one_sheet_at_their_own_size(context: TypesetContext) -> None:
    """Of one proof with two pictures, each cut or, where it is the card itself, whole; a page without a card stays as large."""
    file = io.BytesIO()
    others = [Image.new("RGB", (1011, 638), "white"), Image.new("RGB", (800, 800), "white")]
    photograph(1000, 700).save(file, "TIFF", save_all=True, append_images=others)
    cut = ((2100, 2286), (7900, 3143), (7600, 8429), (1800, 7571))
    one = replace(ONE, media_type="image/tiff", purpose_mark="仅供测试", cards=(side(0, cut), side(1), side(2)))
    pages = list(on_sheets(exhibit_pages(one, file.getvalue(), Phrases("zh-Hans", {}))))
    across = [[block.across for block in page.blocks if isinstance(block, b.Image)] for page in pages]
    assert across == [[85.6, 85.6], [0.0]]
    set_ = [len(set_pages(page.blocks, context)) for page in pages]
    assert set_ == [1, 1]
    assert [block.name for block in pages[0].blocks if isinstance(block, b.Anchor)] == ["exhibit.1", "exhibit.1.2"]


FRONT_AT, BACK_AT = (
    ((1000, 1000), (9000, 1000), (9000, 4500), (1000, 4500)),
    ((1000, 5500), (9000, 5500), (9000, 9000), (1000, 9000)),
)


def sheet_of_both() -> Image.Image:
    """A front, light, above a back, dark, on one sheet, as copying shops make it."""
    made = Image.new("RGB", (840, 1188), "white")
    for colour, corners in (((230, 210, 200), FRONT_AT), ((60, 90, 120), BACK_AT)):
        (left, top), (right, bottom) = corners[0], corners[2]
        box = (left * 840 // 10_000, top * 1188 // 10_000, right * 840 // 10_000, bottom * 1188 // 10_000)
        ImageDraw.Draw(made).rectangle(box, fill=colour)
    return made


def bound(file: bytes, kind: str, *sides: CardSide, purpose: str = "") -> list[ExhibitPage]:
    one = replace(ONE, media_type=kind, cards=sides, purpose_mark=purpose)
    return list(on_sheets(exhibit_pages(one, file, Phrases("zh-Hans", {}))))


def shown(page: ExhibitPage) -> list[tuple[float, int]]:
    """Width on paper and brightness of each picture, roughly."""
    found = [block for block in page.blocks if isinstance(block, b.Image)]
    grey = [Image.open(io.BytesIO(one.data)).convert("L").resize((1, 1)) for one in found]
    return [(one.across, picture.tobytes()[0]) for one, picture in zip(found, grey, strict=True)]


@pytest.mark.parametrize("said", [True, False])
@pytest.mark.parametrize("kind", ["PNG", "PDF"])
def test_both_sides_on_one_sheet_are_both_bound(kind: str, said: bool, context: TypesetContext) -> None:
    """With the corners that a person said, or those that the edges propose in each half."""
    file = io.BytesIO()
    sheet_of_both().save(file, kind)
    purpose = "仅供测试" if kind == "PDF" else ""
    media_type = {"PNG": "image/png", "PDF": "application/pdf"}[kind]
    sides = side(0, FRONT_AT if said else None, 1), side(0, BACK_AT if said else None, 2)
    (page,) = bound(file.getvalue(), media_type, *sides, purpose=purpose)
    (front, light), (back, dark) = shown(page)
    assert front == back == 85.6 and light > 180 and dark < 120
    assert len(set_pages(page.blocks, context)) == 1
    assert [block.name for block in page.blocks if isinstance(block, b.Anchor)] == ["exhibit.1"]


@pytest.mark.parametrize(
    ("front", "back", "sheet"),
    [
        (FRONT_AT, FRONT_AT, "both"),  # confirmed at one place
        (UNCUT, UNCUT, "both"),
        (FRONT_AT, None, "front"),  # nothing is found in the lower half
    ],
)
def test_of_two_sides_on_one_sheet_none_is_left_out(front: Corners | None, back: Corners | None, sheet: str) -> None:
    """Where they are not told apart the page stays whole."""
    file = io.BytesIO()
    made = sheet_of_both()
    if sheet == "front":
        made.paste("white", (0, 594, 840, 1188))
    made.save(file, "PNG")
    (page,) = bound(file.getvalue(), "image/png", side(0, front, 1), side(0, back, 2))
    ((across, _),) = shown(page)
    assert across == 0


@pytest.mark.parametrize(
    ("size", "cards", "whole"),
    [
        ((840, 1188), ((100, 80, 740, 480), (100, 680, 740, 1080)), True),
        ((1188, 840), ((380, 20, 980, 390), (380, 450, 980, 820)), True),
        ((840, 1188), ((20, 100, 400, 340), (440, 100, 820, 340)), True),
        ((840, 1188), ((100, 80, 740, 480), (100, 500, 740, 900)), False),  # the middle goes through the second
        ((1188, 840), ((300, 20, 900, 390), (300, 410, 900, 800)), False),  # through one whichever way
    ],
)
def test_a_side_is_looked_for_in_the_half_that_holds_it_whole(
    size: tuple[int, int], cards: tuple[tuple[int, int, int, int], ...], whole: bool
) -> None:
    made = Image.new("RGB", size, "white")
    for card in cards:
        made.paste((90, 110, 140), card)
    found = [proposed_corners(made, half) for half in (1, 2)]
    if not whole:
        assert None in found
    for corners, card in zip(found, cards, strict=True) if whole else ():
        assert corners is not None
        places = [(x * size[0] / 10_000, y * size[1] / 10_000) for x, y in corners]
        wanted = [(card[0], card[1]), (card[2], card[1]), (card[2], card[3]), (card[0], card[3])]
        assert all(abs(a - c) < 12 and abs(b - d) < 12 for (a, b), (c, d) in zip(places, wanted, strict=True))


def test_a_long_page_before_a_card_keeps_all_its_pieces() -> None:
    file = io.BytesIO()
    Image.new("RGB", (400, 2400), "white").save(
        file, "TIFF", save_all=True, append_images=[Image.new("RGB", (1011, 638), (60, 60, 60))]
    )
    pages = bound(file.getvalue(), "image/tiff", side(0, UNCUT), side(1))
    assert [across for page in pages for across, _ in shown(page)] == [0, 0, 0, 85.6]
    anchors = [[block.name for block in page.blocks if isinstance(block, b.Anchor)] for page in pages]
    assert anchors == [["exhibit.1"], ["exhibit.1.2"], ["exhibit.1.3"], ["exhibit.1.4"]]


def test_what_is_cut_out_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Drawing a page whole, too, and throwing it away took half the time of a packet."""
    packed: list[tuple[int, int]] = []
    ordinary = drawing._packed

    def counted(image: Image.Image) -> bytes:
        packed.append(image.size)
        return ordinary(image)

    monkeypatch.setattr(drawing, "_packed", counted)
    file = io.BytesIO()
    photograph(1000, 700).save(file, "TIFF", save_all=True, append_images=[Image.new("RGB", (800, 800), "white")])
    bound(file.getvalue(), "image/tiff", side(0, FRONT_AT))
    assert packed == [(1011, 638), (800, 800)]


def photograph(width: int, height: int) -> Image.Image:
    """A card that lies askew on its ground."""
    made = Image.new("RGB", (width, height), (70, 80, 75))
    ImageDraw.Draw(made).polygon([(210, 160), (790, 220), (760, 590), (180, 530)], fill=(235, 238, 240))
    return made


def test_only_cut_out_cards_are_bound_as_cards() -> None:
    """While nobody confirmed how a card is cut, its proof is bound as it is."""
    file = case_file({"id_card": ("身份证", "image/jpeg", photo(300, 200))})
    said = PaperEntry(
        "e1", file.case.id, BANK, "id-copy", "confirmed", "yes", datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "林"
    )
    shown = exhibit_figures(replace(file, entries=(said,)), BANK, Wording("zh-Hans"), file.today)
    assert [(one.name, one.page, one.half) for one in shown[0].cards] == [("front", 0, 0), ("back", 1, 0)]
    together = replace(said, id="e2", key="back", text=f"{shown[0].item_id}/0")
    shown = exhibit_figures(replace(file, entries=(said, together)), BANK, Wording("zh-Hans"), file.today)
    assert [(one.name, one.page, one.half) for one in shown[0].cards] == [("front", 0, 1), ("back", 0, 2)]
    assert exhibit_figures(file, BANK, Wording("zh-Hans"), file.today)[0].cards == ()
