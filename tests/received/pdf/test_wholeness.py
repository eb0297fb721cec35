"""A PDF that readers repair: taken when it is whole after all, refused or its pages named when something is gone."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workstation.errors import Refused
from workstation.received.inspection import media_type
from workstation.received.pdf.blankness import Area, blank_areas, blank_pages


def book(pages: int = 3, packed: bool = False) -> bytes:
    """Pages with a drawing each, one form placed on all of them."""
    file = io.BytesIO()
    with pikepdf.new() as made:
        stamp = made.make_stream(b"0 1 0 rg 0 0 20 20 re f\n" * 50)
        stamp.Type, stamp.Subtype, stamp.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, [0, 0, 20, 20]
        for number in range(pages):
            page = made.add_blank_page(page_size=(200, 200))
            page.obj.Resources = pikepdf.Dictionary(XObject={"/Stamp": stamp})
            page.obj.Contents = made.make_stream(b"%% page %d\n" % number + b"0 0 1 rg 50 50 100 50 re f\n" * 60)
        mode = pikepdf.ObjectStreamMode
        made.save(file, object_stream_mode=mode.generate if packed else mode.disable)
    return file.getvalue()


def told(data: bytes, name: str = "合同.pdf") -> list[tuple[str, str]]:
    """What the door says: nothing for a file that is taken."""
    file: Any = io.BytesIO(data)
    try:
        assert media_type(file, name) == "application/pdf"
    except Refused as refused:
        return [(one.code, str(one.figures.get("pages", ""))) for one in refused.findings]
    return []


def without(data: bytes, number: int) -> bytes:
    """The drawing of one page refers to an object that is not there."""
    at = -1
    for _ in range(number):
        at = data.index(b"/Contents ", at + 1)
    end = data.index(b" 0 R", at)
    return data[:at] + b"/Contents " + b"0" * (end - at - 10) + data[end:]


def torn(data: bytes, number: int) -> bytes:
    """Bytes in the packed drawing of one page are others."""
    at = -1
    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawing = pdf.pages[number - 1].obj.Contents.read_raw_bytes()
    at = data.index(drawing) + len(drawing) // 2
    return data[:at] + b"\xff\x00\xff\x00" + data[at + 4 :]


def unsummed() -> bytes:
    """A drawing packed without the check sum behind it, as some programs write."""
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(book(1))) as pdf:
        packed = zlib.compress(b"0 0 1 rg 50 50 100 50 re f\n" * 60)[:-4]
        pdf.pages[0].obj.Contents.write(packed, filter=pikepdf.Name.FlateDecode)
        pdf.save(file)
    return file.getvalue()


def shifted(data: bytes) -> bytes:
    """Sent through a mailer that added a line at the top: every place in the file is off, nothing is gone."""
    return b"\r\n\r\n" + data


def appended(data: bytes) -> bytes:
    return data + b"\r\n<html>sent by a gateway</html>\r\n" * 20


WHOLE = book()
FILES: list[tuple[Callable[[], bytes], list[tuple[str, str]]]] = [
    (lambda: WHOLE, []),
    (lambda: book(packed=True), []),
    (lambda: shifted(WHOLE), []),
    (lambda: appended(WHOLE), []),
    (unsummed, []),
    (lambda: WHOLE[: len(WHOLE) // 2], [("file_damaged", "")]),
    (lambda: WHOLE[: -len(WHOLE) // 20], [("file_damaged", "")]),
    (lambda: book(packed=True)[:-60], [("file_damaged", "")]),
    (lambda: without(WHOLE, 2), [("file_pages_broken", "2")]),
    (lambda: torn(WHOLE, 3), [("file_pages_broken", "3")]),
    (lambda: torn(book(15), 1), [("file_pages_broken", "1")]),
    (lambda: b"hello", [("file_not_as_named", "")]),
]


@pytest.mark.parametrize(("made", "said"), FILES)
def test_the_door(made: Callable[[], bytes], said: list[tuple[str, str]]) -> None:
    assert told(made()) == said


@pytest.mark.parametrize("name", ["合同.PDF", "照片.jpg", "照片.heic"])
def test_a_word_is_no_contract_and_no_photograph(name: str) -> None:
    assert told(b"hello,world\n1,2\n", name) == [("file_not_as_named", "")]


def test_text_without_columns_is_no_list() -> None:
    assert told("我的信\n第二行\n".encode(), "信.txt") == [("file_kind_unknown", "")]


@settings(max_examples=25)
@given(st.integers(1, len(WHOLE) - 1))
def test_a_file_cut_anywhere_is_refused_or_shows_every_page(cut: int) -> None:
    data = WHOLE[:cut]
    if told(data) == []:
        assert not blank_pages(data) and len(pikepdf.open(io.BytesIO(data)).pages) == 3


def test_blank_pages_are_seen_as_such() -> None:
    with pikepdf.open(io.BytesIO(WHOLE)) as pdf:
        del pdf.pages[1].obj.Contents
        pdf.pages[2].obj.Contents = pdf.make_stream(b"1 1 1 rg 0 0 200 200 re f")
        pdf.save(file := io.BytesIO())
    assert blank_pages(file.getvalue()) == {1, 2}
    areas = [Area(0, 50, 50, 100, 50), Area(0, 0, 100, 100, 100), Area(0, 40, 40, 120, 70)]
    assert blank_areas(file.getvalue(), areas) == (0, 1)  # all blue, all white, blue on white
