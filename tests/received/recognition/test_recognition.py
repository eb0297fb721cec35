"""Recognised text: placed in parts of its page, put into the rows that were printed, at any tilt of its boxes."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from resources import path
from tests.received.recognition import scans
from workstation.errors import Refused
from workstation.received.recognition import engine, looking
from workstation.received.recognition.lists import recognised_list
from workstation.received.recognition.looking import pages_to_look_at, recognised_page


@given(seed=st.integers(0, 10_000), count=st.integers(2, 24))
def test_every_cell_comes_into_its_row_and_column(seed: int, count: int) -> None:
    rows = scans.entries(count)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(looking, "texts_on", lambda _image: scans.told(rows, seed))
        found = recognised_page(scans.picture(), 0, 0, "流水.png")
    table = recognised_list([found.page], found.words).tables[0]
    assert [tuple(row[: len(scans.TITLES)]) for row in table[-count:]] == rows


@pytest.mark.parametrize(
    ("quarters", "size", "page"),
    [(0, (1190, 1684), (595, 842)), (1, (1190, 1684), (842, 595)), (2, (200, 200), (595, 595))],
)
def test_pages_are_turned_first(monkeypatch, quarters: int, size: tuple[int, int], page: tuple[int, int]) -> None:
    seen: list[tuple[int, int]] = []

    def look(image: Image.Image) -> scans.Told:
        seen.append(image.size)
        return [((0, 0, image.width // 2, image.height), "半页", 97)]

    monkeypatch.setattr(looking, "texts_on", look)
    found = recognised_page(scans.picture(size), 0, quarters, "x.png")
    assert (found.page.width, found.page.height) == page
    assert seen == [size[::-1] if quarters % 2 else size]
    assert [(one.left, one.right, one.bottom, one.score) for one in found.words] == [(0, 5_000, 10_000, 97)]


def test_a_long_picture_is_looked_at_in_pieces_and_places_count_from_its_top(monkeypatch) -> None:
    monkeypatch.setattr(looking, "texts_on", lambda image: [((0, 0, image.width, 10), "头", 99)])
    found = recognised_page(scans.picture((1080, 20_000)), 0, 0, "长图.png")
    tops = [one.top for one in found.words]
    assert len(tops) > 3 and tops == sorted(set(tops)) and tops[0] == 0


def test_the_pages_of_a_file_are_counted(monkeypatch) -> None:
    file = io.BytesIO()
    page = Image.new("1", (64, 64), 1)
    page.save(file, "TIFF", save_all=True, append_images=[page] * 4)
    assert pages_to_look_at(file.getvalue(), "传真.tif") == 5
    monkeypatch.setattr(looking, "MAX_PAGES", 4)
    for data, code in ((file.getvalue(), "recognition_too_many"), (b"no picture", "recognition_unreadable")):
        with pytest.raises(Refused) as refused:
            pages_to_look_at(data, "x")
        assert [one.code for one in refused.value.findings] == [code]


@pytest.mark.skipif(not engine.is_installed(), reason="the extra ocr is not installed")
def test_the_engine_reads_what_is_printed() -> None:
    page = Image.new("RGB", (600, 120), "white")
    font = ImageFont.truetype(str(path("fonts", "NotoSansSC-Regular.ttf")), 40)
    ImageDraw.Draw(page).text((40, 30), "余额 21,261.02", fill="black", font=font)
    words = [text for _, text, _ in engine.texts_on(page)]
    assert "".join(words).replace(" ", "") == "余额21,261.02"
