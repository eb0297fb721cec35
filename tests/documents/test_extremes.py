"""Every kind of paper for a case at the edge of what a desk meets, read back from the file: nothing cut, nothing lost."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from tests.documents import extreme_case as extreme
from tests.documents import poppler
from tests.documents.papers.single_cases import with_claim
from tests.documents.printed_page import PrintedPage, printed_pages
from workstation.actions.papers.single_papers import WRITERS
from workstation.casework.case_file import CaseFile
from workstation.casework.paper_kinds import KINDS
from workstation.casework.paper_needs import PaperRequest
from workstation.documents.packet.build import Packet, build_packet, build_paper
from workstation.documents.packet.exhibits.pages import Exhibit
from workstation.documents.packet.gather import packet_figures
from workstation.documents.papers.build import build_id_copy
from workstation.documents.papers.figures import IdCopyFigures
from workstation.documents.papers.gather.case_figures import head_figures
from workstation.wording import LANGUAGES

NUMBER = "CC-2026-00417"
DESK = extreme.EMPLOYER[:60]
CASES: dict[str, Callable[[CaseFile], CaseFile]] = {
    "counter-reply": extreme.countered,
    "claim-questions": lambda file: with_claim(file, extreme.BANK),
    "receipt": extreme.paid,
    "settlement-certificate": extreme.settled,
}
FULL = {
    "name": extreme.NAME,
    "id": extreme.RESIDENT_ID,
    "address": extreme.ADDRESS,
    "employer": extreme.EMPLOYER,
    "bank": extreme.BANK,
    "note": extreme.NOTE,
    "amount": "999,999,999,999.99",
    "owed": "3,999,999,999,999.96",
    "row": "66,666,666,666.67",
}
SAYS = {
    "application": "name id address employer amount owed bank",
    "hardship": "name id note bank",
    "budget": "name employer amount owed bank",
    "schedule": "amount row bank owed",
    "evidence": "employer bank",
    "provenance": "name id address employer amount",
    "comparison": "name owed row bank",
    "formulas": "name amount row bank",
    "cost-table": "name bank",
    "evidence-request": "name bank",
    "talk-summary": "name",
    "consent": "name id address bank",
    "authorisation": "name id address owed bank",
    "agreement": "name id address amount owed row bank",
    "counter-reply": "name id row bank",
    "collection-letter": "name address amount owed bank",
    "receipt": "name row bank",
    "claim-questions": "name amount bank",
    "settlement-certificate": "name id address bank",
    "answer": "name id address employer amount owed bank",
    "id-copy": "name bank",
}
MOST_PAGES = {
    "application": 6,
    "claim-questions": 8, "schedule": 12, "comparison": 16, "cost-table": 24, "formulas": 24, "agreement": 9, "provenance": 7,
}  # fmt: skip
"""Papers that have a table a plan; any other stands on five pages."""

TIGHT = ("application", "budget", "agreement", "comparison", "collection-letter")
"""Those also built in the language that is set as Simplified Chinese is."""

_AMOUNT = re.compile(r"[\d,.]*\d,[\d,.]*|[\d,.]*,\d[\d,.]*")
_WHOLE = re.compile(r"\d{1,3}(,\d{3})*(\.\d\d)?[.,]?|\d+,")


def built(name: str, language: str) -> Packet:
    file = CASES.get(name, lambda case: case)(extreme.extreme_case(language))
    if name == "formulas":  # ten pages an account, all alike
        file = replace(file, accounts=file.accounts[:2])
    if name == "id-copy":  # without a side, whose picture has a size of its own
        return build_id_copy(IdCopyFigures(head_figures(file, extreme.BANK), None, None, confirmed=True))
    if name in WRITERS:
        return WRITERS[name](file, PaperRequest(extreme.BANK))
    return build_paper(packet_figures(file, extreme.BANK, 1), name)


def assert_sound(packet: Packet, language: str, folder: Path) -> tuple[PrintedPage, ...]:
    """What holds for every file: clear pages, whole amounts, what it says of itself."""
    pages = printed_pages(packet.pdf, folder)
    faults = [f"page {number}: {fault}" for number, page in enumerate(pages, 1) for fault in page.faults()]
    assert not faults
    assert len(pages) == packet.pages
    torn = [part for page in pages for _, word in page.words for part in _AMOUNT.findall(word)]
    assert not [part for part in torn if not _WHOLE.fullmatch(part)]
    assert not [word for page in pages for _, word in page.words if word.startswith("paper.")], "a key without words"
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        assert str(pdf.Root.Lang) == language
        assert str(pdf.docinfo["/Author"]) == DESK
        assert str(pdf.docinfo["/Title"]).endswith(NUMBER)
        assert pdf.Root.MarkInfo.Marked and "/StructTreeRoot" in pdf.Root
    assert not packet.findings
    return pages


def full_text(pdf: bytes, folder: Path) -> str:
    """In the order of drawing, which keeps the lines of a cell together."""
    return poppler.squeezed(poppler.run("pdftotext", pdf, folder, "-raw"))


def test_every_kind_is_looked_at() -> None:
    assert {*SAYS, "statement", "creditors"} == {kind.name for kind in KINDS}  # these two: tests/actions/taiwan


@pytest.mark.parametrize(
    ("name", "language"), [(name, one) for name in SAYS for one in LANGUAGES if one != "zh-Hant" or name in TIGHT]
)
def test_nothing_is_cut_or_lost(name: str, language: str, tmp_path: Path) -> None:
    packet = built(name, language)
    assert_sound(packet, language, tmp_path)
    text = full_text(packet.pdf, tmp_path)
    assert [key for key in SAYS[name].split() if poppler.squeezed(FULL[key]) not in text] == []
    assert packet.pages <= MOST_PAGES.get(name, 5)


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_the_cover(language: str, tmp_path: Path) -> None:
    bare = replace(extreme.extreme_case(language), items=(), verifications=())
    packet = build_packet(packet_figures(bare, extreme.BANK, 1), ())
    assert_sound(packet, language, tmp_path)
    text = full_text(packet.pdf, tmp_path)
    assert all(poppler.squeezed(FULL[key]) in text for key in ("name", "bank", "owed"))


def test_the_packet_with_twenty_exhibits(tmp_path: Path) -> None:
    file = extreme.extreme_case()
    exhibits = tuple(Exhibit(one.id, extreme.PDF) for one in file.items)
    packet = build_packet(packet_figures(file, extreme.BANK, 1), exhibits)
    pages = assert_sound(packet, "zh-Hans", tmp_path)
    text = full_text(packet.pdf, tmp_path)
    assert [key for key, said in FULL.items() if poppler.squeezed(said) not in text] == []
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf, pdf.open_outline() as outline:
        bound = outline.root[-1]
        assert len(outline.root) == 8 and len(bound.children) == extreme.EXHIBITS
    assert 40 <= len(pages) <= 60


def test_a_fault_is_seen() -> None:
    """The eye of these tests: words moved into each other, off the sheet, onto a rule, and a rule under a ground."""
    word = (100.0, 100.0, 140.0, 108.0), "甲"
    page = PrintedPage(595.0, 842.0, (word,), (), ())
    across = replace(page, rules=((0, (120.0, 90.0, 120.0, 120.0)),))
    spoilt = {
        "over": replace(page, words=(word, ((103.0, 102.0, 150.0, 110.0), "乙"))),
        "off": replace(page, words=(word, ((40.0, 300.0, 80.0, 308.0), "乙"))),
        "across": across,
    }
    assert not list(page.faults())
    for said, one in spoilt.items():
        assert [fault[: len(said)] for fault in one.faults()] == [said]
    assert not list(replace(across, grounds=((1, (99.0, 99.0, 141.0, 109.0)),)).faults())
    assert list(replace(across, grounds=((-1, (99.0, 99.0, 141.0, 109.0)),)).faults()), "a ground below hides nothing"
