"""Sides of a card in a packet: as large as the card, two on a sheet, once a person confirmed how they are cut."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime

from PIL import Image, ImageDraw

from tests.documents.sample_case import BANK, case_file, photo
from workstation.casework.said.card_sides import CardSide
from workstation.casework.said.corners import Corners
from workstation.casework.said.entry import PaperEntry
from workstation.documents.packet.exhibits.pages import exhibit_pages, on_sheets
from workstation.documents.packet.exhibits.shown import exhibit_figures
from workstation.documents.packet.figures import ExhibitFigures
from workstation.documents.typesetting import blocks as b
from workstation.documents.typesetting.pages import set_pages
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.wording import Wording

ONE = ExhibitFigures(1, "i1", "id_card", "身份证", "证件.jpg", "image/jpeg", "00")


def side(page: int, corners: Corners | None = None) -> CardSide:
    return CardSide("front", "i1", page, corners)


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
    assert [one.name for one in shown[0].cards] == ["front", "back"]
    assert exhibit_figures(file, BANK, Wording("zh-Hans"), file.today)[0].cards == ()
