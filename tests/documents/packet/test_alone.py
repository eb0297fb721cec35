"""Papers that are printed by themselves say whose they are, and each file says the day on which it was made."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from tests.documents.sample_case import BANK, case_file
from workstation.documents.packet.build import build_paper
from workstation.documents.packet.gather import packet_figures
from workstation.documents.papers.build import build_settlement
from workstation.documents.papers.gather.case_figures import settlement_figures
from workstation.documents.papers.written_page import written_pdf
from workstation.documents.typesetting.pdf import open_typesetter
from workstation.policy.filing import EACH_BANK
from workstation.received.written.page import Paragraph, WrittenPage


@pytest.fixture(scope="module")
def figures():
    return packet_figures(case_file(), BANK)


@pytest.mark.parametrize("kind", EACH_BANK)
def test_a_paper_alone_names_the_debtor_and_the_day(figures, kind):
    paper = PdfReader(io.BytesIO(build_paper(figures, kind, context=open_typesetter()).pdf))
    first = paper.pages[0].extract_text()
    assert figures.applicant.name in first
    assert figures.number in first
    if kind in ("schedule", "evidence", "provenance"):
        assert figures.made_on in first
    assert dated(paper) == ["D:20261123"] * 2


def test_single_papers_have_their_day_and_what_has_none_tells_none():
    letter = build_settlement(settlement_figures(case_file(), BANK))
    assert dated(PdfReader(io.BytesIO(letter.pdf))) == ["D:20261123"] * 2
    page = WrittenPage("zh-Hans", (), (Paragraph("一封信"),))
    assert dated(PdfReader(io.BytesIO(written_pdf(page, "x.eml")))) == [None, None]


def dated(paper: PdfReader) -> list[str | None]:
    return [paper.metadata.get(key) for key in ("/CreationDate", "/ModDate")]
