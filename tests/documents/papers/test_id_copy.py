"""The copy of a card: found by its edges or cut by the corners a person gave, upright, as large as the card itself."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image, ImageDraw

from tests.builders import case_file
from workstation.casework.said.card_sides import CardSide
from workstation.casework.said.corners import UNCUT, Corners, read_corners, written_corners
from workstation.documents.packet.exhibits.card import card_picture, proposed_corners
from workstation.documents.papers.build import build_id_copy
from workstation.documents.papers.figures import IdCopyFigures
from workstation.documents.papers.gather.case_figures import head_figures

CARD = [(210, 160), (790, 220), (760, 590), (180, 530)]
"""A card that lies askew, on a ground of 1000 × 700."""


def photograph() -> Image.Image:
    made = Image.new("RGB", (1000, 700), (70, 80, 75))
    pen = ImageDraw.Draw(made)
    pen.polygon(CARD, fill=(235, 238, 240))
    pen.ellipse((CARD[0][0] + 10, CARD[0][1] + 15, CARD[0][0] + 60, CARD[0][1] + 65), fill=(200, 20, 20))  # upper left
    return made


def data(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def side(page: int = 0, corners: Corners | None = None) -> CardSide:
    return CardSide("front", "i1", page, corners)


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_cards_on_a_page_each_is_found_in_its_half(turned):
    """Above each other on an upright page, side by side on a wide one."""
    size, second = ((2000, 700), (1000, 0)) if turned else ((1000, 1400), (0, 700))
    sheet = Image.new("RGB", size, (70, 80, 75))
    sheet.paste(photograph(), (0, 0))
    sheet.paste(photograph(), second)
    alone = proposed_corners(photograph())
    assert alone is not None
    for half, (left, top) in ((1, (0, 0)), (2, second)):
        found = proposed_corners(sheet, half)
        assert found is not None
        for (x, y), (across, down) in zip(found, alone, strict=True):
            assert abs(x * size[0] - (left * 10_000 + across * 1000)) <= 2 * size[0] * 10
            assert abs(y * size[1] - (top * 10_000 + down * 700)) <= 2 * size[1] * 10
    assert proposed_corners(Image.new("RGB", (1, 1)), 1) is None


def test_a_card_is_found_by_its_edges():
    found = proposed_corners(photograph())
    assert found is not None
    for (x, y), (across, down) in zip(found, CARD, strict=True):
        assert abs(x - across * 10) <= 60 and abs(y - down * 10_000 // 700) <= 80


@pytest.mark.parametrize("ground", [(70, 80, 75), (235, 238, 240)])
def test_a_picture_without_a_card_proposes_nothing(ground):
    plain = Image.new("RGB", (800, 600), ground)
    assert proposed_corners(plain) is None
    made = card_picture(data(plain), side(), (), "")
    assert (made.corners, made.found) == (UNCUT, False)


def test_writing_on_a_card_that_fills_the_picture_is_no_card():
    full = Image.new("RGB", (1000, 640), (235, 238, 240))
    pen = ImageDraw.Draw(full)
    for line in range(60, 600, 60):
        pen.rectangle((80, line, 700, line + 18), fill=(40, 40, 40))
    pen.rectangle((720, 80, 940, 420), fill=(90, 110, 130))
    assert proposed_corners(full) is None


def test_a_card_is_cut_upright():
    corners = read_corners("21,22.86; 79,31.43; 76,84.29; 18,75.71")
    made = card_picture(data(photograph()), side(corners=corners), (), "")
    card = Image.open(io.BytesIO(made.data)).convert("RGB")
    assert card.size == (1011, 638) and made.found

    def colours(at: tuple[int, int]) -> tuple[int, ...]:
        return tuple(card.crop((*at, at[0] + 1, at[1] + 1)).tobytes())

    red = [colours(at) for at in ((65, 70), (950, 70), (950, 580), (65, 580))]
    assert [one[0] - one[1] > 80 for one in red] == [True, False, False, False]
    edges = ((500, 8), (500, 630), (8, 320), (1002, 320))
    assert all(min(colours(at)) > 180 for at in edges)  # no ground at the edge
    assert card_picture(data(photograph()), side(1), (), "") is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("0,0; 100,0; 100,100; 0,100", UNCUT),
        ("12.5,8；88，9；87.25,92；12,91", ((1250, 800), (8800, 900), (8725, 9200), (1200, 9100))),
        ("0,0; 0,100; 100,100; 100,0", None),  # the other way round
        ("0,0; 100,0; 100,100", None),
        ("0,0; 101,0; 100,100; 0,100", None),
        ("10,10; 90,10; 30,30; 10,90", None),  # one lies within the others
        ("a,b; 1,2; 3,4; 5,6", None),
    ],
)
def test_corners_are_read_or_refused(text, read):
    assert read_corners(text) == read
    if read is not None:
        assert read_corners(written_corners(read)) == read


def test_both_sides_stand_on_one_sheet_at_their_own_size():
    shown = card_picture(data(photograph()), side(), (), "仅供测试")
    figures = IdCopyFigures(head_figures(case_file(), "招商银行"), shown, shown, confirmed=True)
    made = build_id_copy(figures)
    assert made.pages == 1
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        drawn = [
            (one.operands, number)
            for number, page in enumerate(pdf.pages)
            for one in pikepdf.parse_content_stream(page)
            if str(one.operator) == "cm" and abs(float(one.operands[0]) - 85.6 * 72 / 25.4) < 0.1
        ]
    assert len(drawn) == 2
    assert all(abs(float(operands[3]) - 54 * 72 / 25.4) < 0.2 for operands, _ in drawn)
    draft = build_id_copy(replace(figures, confirmed=False, back=None))
    assert draft.pages == 1 and draft.sha256 != made.sha256
