"""A packet claims what its exhibits allow: level A without foreign pages, B with files that keep PDF/A, else nothing."""

from __future__ import annotations

import io
import re
from array import array
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

import resources
from tests.documents.archival.own_papers import OWN_PAPERS
from tests.documents.archival.rules import broken_rules, changed
from tests.documents.sample_case import BANK, case_file, exhibits, letter, photo
from tests.documents.typesetting.test_characters import PLAIN
from workstation.documents.packet.build import build_packet
from workstation.documents.packet.gather import packet_figures
from workstation.documents.typesetting.blocks import Text
from workstation.documents.typesetting.fonts import Fonts
from workstation.documents.typesetting.pages import set_pages
from workstation.documents.typesetting.pdf import write_pages
from workstation.documents.typesetting.strips import TypesetContext
from workstation.documents.typesetting.truetype import CharacterMap
from workstation.documents.typesetting.typeface import Typeface


@pytest.fixture(scope="module")
def kept(context: TypesetContext) -> bytes:
    """A file that keeps PDF/A: a paper of ours."""
    return OWN_PAPERS["evidence"]("zh-Hans", context)


def built(context: TypesetContext, *files: tuple[str, bytes]) -> bytes:
    codes = ("diagnosis", "medical_bills")
    given = {code: (f"{code}.x", kind, data) for code, (kind, data) in zip(codes, files, strict=False)}
    case = case_file(given)
    return build_packet(packet_figures(case, BANK), exhibits(case, given), True, context).pdf


def claimed(data: bytes) -> str:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = re.search(rb"<pdfaid:conformance>(.)<", pdf.Root.Metadata.read_raw_bytes())
    return found[1].decode() if found else ""


def _without_claim(pdf: Any) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"pdfaid:part", b"other:part"))


def _print_colours(pdf: Any) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 4


def _bare_font(pdf: Any) -> None:
    font = next(iter(pdf.pages[0].obj.Resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


@pytest.mark.parametrize("change", [_without_claim, _print_colours, _bare_font])
def test_a_file_that_does_not_keep_it_takes_the_claim(
    context: TypesetContext, kept: bytes, change: Callable[[Any], None]
) -> None:
    assert claimed(built(context, ("application/pdf", kept), ("application/pdf", changed(kept, change)))) == ""


def test_files_that_keep_it_leave_level_b(context: TypesetContext, kept: bytes) -> None:
    bound = built(context, ("application/pdf", kept), ("image/jpeg", photo()))
    assert claimed(bound) == "B"
    assert set(broken_rules(bound)) == {"metadata"}  # the rule that asks for level A


def test_a_plain_pdf_takes_the_claim_and_leaves_the_tags(context: TypesetContext) -> None:
    bound = built(context, ("application/pdf", letter(2)))
    assert claimed(bound) == ""
    assert set(broken_rules(bound)) == {"metadata", "fonts"}


def test_pictures_keep_level_a(context: TypesetContext) -> None:
    assert claimed(built(context, ("image/jpeg", photo()))) == "A"


def test_a_character_for_private_use_leaves_level_b(context: TypesetContext) -> None:
    made_up = Typeface(resources.path("fonts", "NotoSerifRareTC-Regular.ttf"))
    made_up.glyphs = CharacterMap(array("I", [0xE123]), array("I", [0xE123]), array("I", [7]))
    own = TypesetContext(Fonts(elsewhere=lambda point: made_up if point == 0xE123 else None), context.look)
    for text, level in (("王", "A"), ("王\ue123", "B")):
        assert claimed(write_pages(PLAIN, set_pages([Text(text)], own), own)[0]) == level
