"""Every character that our fonts hold is drawn and copied out as it was; what no font holds is found before printing."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.documents import poppler
from workstation.documents.typesetting.blocks import Document, PageChrome, Text
from workstation.documents.typesetting.fonts import FACES, Face, Fonts, literal
from workstation.documents.typesetting.pages import set_pages
from workstation.documents.typesetting.pdf import open_typesetter, write_pages
from workstation.documents.typesetting.strips import TypesetContext
from workstation.documents.typesetting.system_fonts import font_folders, found_typeface

PLAIN = Document("字", "桌", "zh-Hans", PageChrome("", "", "", "", ""))


def gb18030(fonts: Fonts, face: Face) -> str:
    """All characters of a face that GB 18030 writes (it writes every assigned one), but the blanks that a reader gathers."""
    held = fonts.typeface(face, 0).glyphs
    chars = (chr(point) for point in sorted(held) if not 0xE000 <= point <= 0xF8FF and chr(point).encode("gb18030"))
    return "".join(char for char in chars if literal(char).strip() == char and fonts.shown(char, face) == char)


def paper(text: str, style: str, context: TypesetContext) -> bytes:
    return write_pages(PLAIN, set_pages([Text(text, style=style)], context), context)[0]  # type: ignore[arg-type]


STYLES: dict[str, Face] = {"body": "serif", "strong": "serif_bold", "quiet": "sans"}


@pytest.mark.parametrize("style", STYLES)
def test_every_character_of_a_face_is_copied_out_as_it_was(context: TypesetContext, style: str, tmp_path: Path) -> None:
    chars = gb18030(context.fonts, STYLES[style])
    assert len(chars) > 30_000
    data = paper(chars, style, context)
    read = poppler.squeezed(poppler.run("pdftotext", data, tmp_path, "-raw"))
    assert sorted(set(chars) - set(read)) == []
    assert "�" not in read


def test_a_second_reader_copies_out_the_same(context: TypesetContext) -> None:
    chars = gb18030(context.fonts, "serif")[::16]
    read = "".join(page.extract_text() for page in PdfReader(io.BytesIO(paper(chars, "body", context))).pages)
    assert sorted(set(chars) - set(read)) == []


@pytest.mark.parametrize("char", ["𠮷", "𤋮", "龦", "邨"])
def test_a_character_beyond_the_faces_is_drawn_with_the_font_for_rare_ones(
    context: TypesetContext, char: str, tmp_path: Path
) -> None:
    read = poppler.run("pdftotext", paper(f"王{char}一", "body", context), tmp_path, "-raw")
    assert f"王{char}一" in read


def test_no_face_draws_the_box_of_a_missing_glyph(context: TypesetContext) -> None:
    """Each character of a face has an outline of its own unless it is a blank."""
    for face in FACES:
        typeface = context.fonts.typeface(face, 0)
        glyphs = typeface.glyphs
        assert 0 not in {glyphs[ord(char)] for char in gb18030(context.fonts, face)}


def fonts_below(folder: Path) -> Iterator[Path]:
    name = "NotoSerifRareJP-Regular.ttf"
    from resources import path

    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / name).write_bytes(path("fonts", name).read_bytes())
    (folder / "broken.ttf").write_bytes(b"\0\1\0\0\0\x20 no font")
    (folder / "empty.ttc").write_bytes(b"")
    yield folder


def test_a_font_of_the_machine_is_found_by_the_character(tmp_path: Path) -> None:
    (folder,) = fonts_below(tmp_path / "fonts")
    found = found_typeface(ord("𠮷"), (tmp_path / "nowhere", folder))
    assert found is not None and ord("𠮷") in found.glyphs
    assert found_typeface(0x31350, (folder,)) is None


def test_a_font_of_the_machine_is_embedded(tmp_path: Path) -> None:
    (folder,) = fonts_below(tmp_path / "fonts")
    asked: list[int] = []

    def elsewhere(point: int):
        asked.append(point)
        return found_typeface(ord("𠮷"), (folder,)) if point == 0x1F600 else None

    context = open_typesetter(fonts=Fonts(elsewhere=elsewhere))
    assert context.fonts.undrawable("王😀\U00031350") == "\U00031350"
    assert asked == [0x1F600, 0x31350]
    assert paper("王😀", "body", context).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("system", "settings", "first"),
    [
        ("linux", {"XDG_DATA_HOME": "/data"}, "/data/fonts"),
        ("linux", {}, "/a/.local/share/fonts"),
        ("darwin", {}, "/a/Library/Fonts"),
        ("win32", {"LOCALAPPDATA": "/local", "WINDIR": "/win"}, "/local/Microsoft/Windows/Fonts"),
    ],
)
def test_the_fonts_of_the_user_come_before_those_of_the_machine(
    system: str, settings: dict[str, str], first: str
) -> None:
    folders = font_folders(system, Path("/a"), settings)
    assert folders[0] == Path(first) and len(folders) >= 2


@pytest.mark.parametrize(
    ("typed", "shown"), [("李\u0301四", "李〔U+0301〕四"), ("e\u0301", "é"), ("o\u0336", "o〔U+0336〕")]
)
def test_marks_that_would_print_over_a_letter_join_it_or_are_named(
    context: TypesetContext, typed: str, shown: str
) -> None:
    assert context.fonts.lines(typed, "serif", 10, 500) == (shown,)
    assert context.fonts.lines("神社", "serif", 10, 500) == ("神社",)


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200f", "\u061c", "\u2069"])
def test_marks_that_turn_text_round_are_taken_out(context: TypesetContext, mark: str, tmp_path: Path) -> None:
    read = poppler.run("pdftotext", paper(f"甲{mark}乙丙", "body", context), tmp_path, "-raw")
    assert "甲乙丙" in read and mark not in read
