"""Contents and references of a packet lead where they say; every page of several has a line for the initials."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader

from tests.documents.packet.test_packet import in_language
from tests.documents.sample_case import BANK, case_file, exhibits
from workstation.documents.packet.build import build_packet, build_paper
from workstation.documents.packet.gather import packet_figures
from workstation.documents.typesetting.fonts import load_fonts
from workstation.documents.typesetting.links import PageLinks
from workstation.documents.typesetting.strips import Run
from workstation.wording import LANGUAGES, Wording


@pytest.mark.parametrize("language", LANGUAGES)
def test_contents_and_references_lead_where_they_say(language: str) -> None:
    figures = packet_figures(in_language(language), BANK)
    reader = PdfReader(io.BytesIO(build_packet(figures, exhibits(case_file()), draft=True).pdf))
    words = Wording(figures.language)
    papers = ("application", "hardship", "budget", "schedule", "evidence", "provenance")
    titles = [words.text(f"paper.{paper}.title") for paper in papers]
    proofs = [one.title for one in figures.exhibits]
    texts = {page.indirect_reference.idnum: _squeezed(page.extract_text()) for page in reader.pages}
    contents, *others = [list(_led_to(page)) for page in reader.pages]
    assert len(contents) == len(titles + proofs)
    for title, page in zip(titles + proofs, contents, strict=True):
        assert _squeezed(title) in texts[page]
    named = {page for found in others for page in found}
    claimed = {page for one, page in zip(figures.exhibits, contents[len(papers) :], strict=True) if one.claimed}
    assert named >= claimed | {contents[papers.index("budget")], contents[papers.index("schedule")]}


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _led_to(page: Any) -> Iterator[int]:
    """The pages to which clicks on a page lead, by the number of their object."""
    marks = (mark.get_object() for mark in page.get("/Annots", ()))
    return (mark["/Dest"][0].idnum for mark in marks if mark["/Subtype"] == "/Link")


def test_initials_stand_on_every_page_of_several() -> None:
    figures = packet_figures(case_file(), BANK)
    label = Wording("zh-Hans").text("paper.furniture.initials")
    pages = PdfReader(io.BytesIO(build_packet(figures, exhibits(case_file()), draft=True).pdf)).pages
    assert all(label in page.extract_text() for page in pages)
    alone = PdfReader(io.BytesIO(build_paper(figures, "application").pdf)).pages
    assert [label in page.extract_text() for page in alone] == [len(alone) > 1] * len(alone)


def test_of_words_that_hold_others_the_longer_ones_lead() -> None:
    fonts = load_fonts("zh-Hans")
    links = PageLinks({"第 1 页": "cover", "附件 3 · 第 1 页": "exhibit.3", "第 17 页": "other"}, fonts)
    run = Run(0, 0, "见附件 3 · 第 1 页，第 17 页及第 1 页；第 100 页", "serif", 10)
    found = list(links.of([(50.0, 700.0, run)]))
    assert [anchor for anchor, _ in found] == ["exhibit.3", "other", "cover"]
    assert found[0][1][0] == pytest.approx(50 + fonts.width("见", "serif", 10))
    assert not list(PageLinks({}, fonts).of([(0.0, 0.0, run)]))
