"""The file of a paper: many objects packed, numbers without an object, texts of any script, outlines; what is remembered."""

from __future__ import annotations

import io

import pikepdf
import pytest

from workstation.documents.typesetting.file.objects import ObjectFile, text_string
from workstation.documents.typesetting.file.outline import Entry, put_outline
from workstation.documents.typesetting.strips import MOST_STRIPS, Remembered, Strip


def opened(file: ObjectFile, entries: str) -> pikepdf.Pdf:
    kids = file.add("<</Type/Page/MediaBox[0 0 9 9]/Resources<<>>>>")
    pages = file.add(f"<</Type/Pages/Count 1/Kids[{kids} 0 R]>>")
    root = file.add(f"<</Type/Catalog/Pages {pages} 0 R{entries}>>")
    return pikepdf.open(io.BytesIO(file.written(root, file.add("<<>>"))))


def test_thousands_of_objects_and_a_number_without_one() -> None:
    file = ObjectFile()
    numbers = [file.add(f"({at})") for at in range(2500)]
    gap = file.take()
    data = file.deflated("/Kind/Text", b"words " * 100)
    with opened(file, f"/All[{' '.join(f'{one} 0 R' for one in numbers)} {data} 0 R {gap} 0 R]") as pdf:
        held = list(pdf.Root.All)
        assert [str(one) for one in held[:2500]] == [str(at) for at in range(2500)]
        assert held[2500].read_bytes() == b"words " * 100 and held[2500].Kind == "/Text"
        assert held[2501] is None and pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("text", ["", "a (b) \\ c)", "协商", "𠮷 €", "tab\tand\nline", "é"])
def test_a_text_is_read_as_it_was(text: str) -> None:
    with opened(ObjectFile(), f"/Said{text_string(text)}") as pdf:
        assert str(pdf.Root.Said) == text


def test_an_outline_goes_one_level_deeper_at_a_time() -> None:
    file = ObjectFile()
    levels = {"A": 0, "A1": 1, "A1x": 3, "A2": 1, "B": 0, "C": 2}
    page = file.add("<</Type/Page/MediaBox[0 0 9 9]/Resources<<>>>>")
    root = put_outline(file, [Entry(title, level, f"[{page} 0 R/Fit]") for title, level in levels.items()])
    with opened(file, f"/Outlines {root} 0 R") as pdf, pdf.open_outline() as outline:
        assert [one.title for one in outline.root] == ["A", "B"]
        first, second = outline.root
        assert [one.title for one in first.children] == ["A1", "A2"] and not first.is_closed
        assert [one.title for one in first.children[0].children] == ["A1x"] and first.children[0].is_closed
        assert [one.title for one in second.children] == ["C"]
        assert int(pdf.Root.Outlines.Count) == 5


def test_what_is_remembered_stays_within_bounds() -> None:
    remembered, many = Remembered(), (Strip(1.0),) * (MOST_STRIPS // 2)
    for name in "abc":
        remembered.keep(name, many)
    assert list(remembered) == ["c"]
    remembered.keep("d", many)
    assert list(remembered) == ["c", "d"]
