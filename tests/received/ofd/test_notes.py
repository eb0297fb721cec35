"""Nothing on a page is left off without a word: what is not understood is named with its page, all else is drawn."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.received.ofd.making import at, kinds, ofd, page, seen, square, text, words
from workstation.received.ofd.drawing import Drawn, drawn
from workstation.received.ofd.notes import NoteKind
from workstation.wording import LANGUAGES, Wording

SHADED = square(10, 80).replace(
    '<ofd:FillColor Value="255 0 0"/>',
    '<ofd:FillColor><ofd:AxialShd StartPoint="0 0" EndPoint="9 9"><ofd:Segment><ofd:Color Value="0 0 255"/></ofd:Segment>'
    '<ofd:Segment><ofd:Color Value="255 0 0"/></ofd:Segment></ofd:AxialShd></ofd:FillColor>',
)
PATTERN = square(10, 80).replace(
    '<ofd:FillColor Value="255 0 0"/>', '<ofd:FillColor><ofd:Pattern Width="5" Height="5"/></ofd:FillColor>'
)
DAMAGED: dict[str, tuple[str, str]] = {
    "an unknown object": ('<ofd:HologramObject ID="1" Boundary="0 0 9 9"/>', "ofd_objects_left_out"),
    "a film": ('<ofd:VideoObject ID="1" Boundary="0 0 9 9" ResourceID="5"/>', "ofd_objects_left_out"),
    "no number": (square(10, 80, more=' CTM="1 0 0 one 0 0"'), "ofd_objects_left_out"),
    "five numbers": (square(10, 80, more=' CTM="1 0 0 1 0"'), "ofd_objects_left_out"),
    "a boundary of words": (square(10, 80).replace("10 80 20 20", "here"), "ofd_objects_left_out"),
    "an endless number": (square(10, 80).replace("10 80 20 20", "inf 80 20 20"), "ofd_objects_left_out"),
    "an unknown path": (square(10, 80).replace("M 0 0", "Z 0 0"), "ofd_objects_left_out"),
    "a path without its end": (square(10, 80).replace(" C<", " L 5<"), "ofd_objects_left_out"),
    "a colour of two parts": (square(10, 80, colour="1 2"), "ofd_objects_left_out"),
    "text without size": (text("失", y=90).replace(' Size="5"', ""), "ofd_objects_left_out"),
    "distances of words": (text("失去", y=90, delta="wide"), "ofd_objects_left_out"),
    "a repeat without its number": (text("失去", y=90, delta="g 2"), "ofd_objects_left_out"),
    "a unit that is not there": (
        '<ofd:CompositeObject ID="1" ResourceID="77" Boundary="0 0 9 9"/>',
        "ofd_objects_left_out",
    ),
    "a picture that is not there": (
        '<ofd:ImageObject ID="1" ResourceID="77" Boundary="0 0 9 9"/>',
        "ofd_pictures_left_out",
    ),
    "a gradient": (SHADED, "ofd_colours_simplified"),
    "a pattern": (PATTERN, "ofd_colours_simplified"),
    "a clip of text": (
        square(10, 80, inside="<ofd:Clips><ofd:Clip><ofd:Area><ofd:Text/></ofd:Area></ofd:Clip></ofd:Clips>"),
        "ofd_clips_left_out",
    ),
    "a clip of nothing": (square(10, 80, inside="<ofd:Clips><ofd:Clip/></ofd:Clips>"), "ofd_clips_left_out"),
    "an unknown character": (text("ฤ", y=90), "ofd_glyphs_missing"),
    "text without places": (text("甲乙丙", y=90, delta="5"), "ofd_places_guessed"),
}


def on_pages(made: Drawn) -> dict[str, tuple[int, ...]]:
    return {note.kind: note.pages for note in made.notes}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_is_not_understood_is_named(name: str) -> None:
    content, kind = DAMAGED[name]
    made = drawn(ofd(page(square(60, 20)), page(square(10, 20), content, text("见"))), "x")
    found = on_pages(made)
    assert found == {kind: (2,)} and made.pages == 2
    assert at(seen(made.pdf, 1), 12, 35) == (255, 0, 0) and "见" in words(made.pdf)[1]


@given(st.lists(st.lists(st.sampled_from(["sound", *DAMAGED]), max_size=4), min_size=1, max_size=4))
def test_each_object_is_drawn_or_named(pages: list[list[str]]) -> None:
    content = [
        page(*(text("文", y=20 + 9 * at_) if name == "sound" else DAMAGED[name][0] for at_, name in enumerate(names)))
        for names in pages
    ]
    made = drawn(ofd(*content), "x")
    wanted: dict[str, list[int]] = {}
    for number, names in enumerate(pages, 1):
        for kind in {DAMAGED[name][1] for name in names if name != "sound"}:
            wanted.setdefault(kind, []).append(number)
        lost = [
            name for name in names if name != "sound" and DAMAGED[name][1].endswith("left_out") and "clip" not in name
        ]
        if names and len(lost) == len(names):
            wanted.setdefault("ofd_page_empty", []).append(number)
    assert on_pages(made) == {kind: tuple(numbers) for kind, numbers in wanted.items()}
    assert [one.count("文") for one in words(made.pdf)] == [names.count("sound") for names in pages]


def test_an_empty_page_is_empty_by_right() -> None:
    assert drawn(ofd(page(), page(square(10, 10, more=' Visible="false"'))), "x").notes == ()


@pytest.mark.parametrize("path", ["Doc_0/PublicRes.xml", "Doc_0/Annotations.xml", "Doc_0/Tpl.xml"])
def test_a_part_that_is_missing_is_named(path: str) -> None:
    data = ofd(
        page(square(10, 20), head='<ofd:Template TemplateID="60"/>'),
        common='<ofd:TemplatePage ID="60" BaseLoc="Tpl.xml"/>',
        document="<ofd:Annotations>Annotations.xml</ofd:Annotations>",
        parts={"Doc_0/Annotations.xml": "<Annotations/>", "Doc_0/Tpl.xml": page(), path: b"<broken"},
    )
    (note,) = drawn(data, "x").notes
    assert (note.kind, note.what) == ("ofd_parts_missing", (path,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_sentence(language: str) -> None:
    wording = Wording(language)
    told = [
        wording.text(f"finding.{kind}", {"file": "a.ofd", "pages": "3", "what": "x"}) for kind in get_args(NoteKind)
    ]
    assert all("a.ofd" in one and "{" not in one for one in told)
    assert kinds(()) == []
