"""The table of sources names a page only where a person confirmed the figure on it, and its text, if it has any, says it."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image

from tests.documents.sample_case import BANK, FILES, case_file, confirmed, exhibits, letter
from workstation.casework.case_file import CaseFile
from workstation.documents.packet.apart import sources_apart
from workstation.documents.packet.build import Packet, anchor_pages, build_packet
from workstation.documents.packet.checked_sources import checked_sources
from workstation.documents.packet.figures import PacketFigures
from workstation.documents.packet.gather import packet_figures
from workstation.documents.packet.source_figures import ProvenanceFigures
from workstation.errors import Refused
from workstation.evidence.verification import Mask
from workstation.received.apart.readers import IN_PROCESS
from workstation.received.pdf.texts import line_texts

PRINCIPAL = "信用卡（尾号 6214） 本金"
KEY, VALUE = "a1/principal", "50,000.00 CNY"
STATED = {**FILES, "account_statement": ("账单.pdf", "application/pdf", letter(2, text="Principal 50,000.00"))}
TEXT_PLACE: dict[str, Any] = {"left": 0, "top": 0, "width": 10_000, "height": 3_000}


def with_source(page: int = 1, files=STATED, figure: str = KEY, value: str = VALUE, on="account_statement", **more):
    file = case_file(files)
    item = next(one for one in file.items if one.requirement == on)
    return replace(file, sources=(confirmed(figure, value, item, page, **more),))


def row(figures: PacketFigures, name: str = PRINCIPAL) -> ProvenanceFigures:
    return next(one for one in figures.provenance if one.figure == name)


def built(file: CaseFile, files=STATED, draft: bool = False) -> Packet:
    return build_packet(packet_figures(file, BANK), exhibits(file, files), draft)


def checked(file: CaseFile, files=STATED) -> PacketFigures:
    figures = packet_figures(file, BANK)
    return checked_sources(figures, {one.item_id: one.data for one in exhibits(file, files)})[0]


def test_a_value_on_the_second_page_is_named_by_its_page():
    file = with_source(how="text")
    packet, pages = built(file), anchor_pages(packet_figures(file, BANK), exhibits(file, STATED))
    named = f"附件 2 · 第 {pages['exhibit.2'] + 1} 页"
    assert pages["exhibit.2.2"] == pages["exhibit.2"] + 1
    assert packet.anchors == pages
    assert named in "".join(line_texts(packet.pdf, 9)) and row(checked(file)).places[0].anchor == "exhibit.2.2"


@pytest.mark.parametrize("how", ["text", "seen"])
def test_a_page_whose_text_says_something_else_is_no_source(how):
    files = {**STATED, "account_statement": ("账单.pdf", "application/pdf", letter(2, text="Principal 50,000.01"))}
    file = with_source(files=files, how=how, **TEXT_PLACE)
    with pytest.raises(Refused) as refused:
        built(file, files)
    assert [(one.code, one.figures["page"]) for one in refused.value.findings] == [("source_not_on_page", "2")]
    assert (row(checked(file, files)).places, row(checked(file, files)).words) == ((), "stated")
    assert "申请人陈述" in "".join(line_texts(built(file, files, draft=True).pdf, 9))


def test_a_place_without_text_is_a_picture_on_which_the_person_stands():
    file = with_source(files=FILES, left=4_000, top=6_000, width=1_000, height=300)
    assert row(checked(file, FILES)).places[0].part == 2


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (with_source(how="text", value="49,999.00 CNY"), "stated"),
        (with_source(how="text", value="50,000.00 USD"), "stated"),
        (with_source(on="id_card"), ""),
        (case_file({}), "stated"),
    ],
)
def test_only_a_source_of_the_figure_as_it_is_now_counts(file, words):
    assert row(packet_figures(file, BANK)).words == words


def test_the_latest_entry_counts_and_may_withdraw():
    file = with_source(how="text")
    gone = replace(file, sources=(*file.sources, replace(file.sources[0], id="s2", withdrawn=True)))
    again = replace(gone, sources=(*gone.sources, replace(file.sources[0], id="s3")))
    assert not row(packet_figures(gone, BANK)).places and row(packet_figures(again, BANK)).places


def masked(masks: tuple[Mask, ...], number: Any = "middle", *, placed: bool = True) -> CaseFile:
    file = case_file()
    item = replace(file.items[0], masks=masks, number_placed=placed)
    rules = tuple(
        replace(one, copy=replace(one.copy, number=number)) if one.code == "id_card" and one.copy else one
        for one in file.pack.requirements
    )
    return replace(file, items=(item, *file.items[1:]), pack=replace(file.pack, requirements=rules))


def test_what_the_copy_covers_is_said_to_be_covered():
    shown = row(packet_figures(masked((Mask(0, 4_500, 2_100, 100, 100),)), BANK), "证件号码")
    assert (
        shown.places[0].covered
        and not row(packet_figures(masked((Mask(0, 0, 0, 100, 100),)), BANK), "姓名").places[0].covered
    )


def test_a_copy_that_is_held_back_shows_nothing():
    assert row(packet_figures(masked((), placed=False), BANK), "姓名").words == "stated"


def test_a_long_screenshot_is_named_by_the_piece_that_shows_it():
    picture = io.BytesIO()
    Image.new("RGB", (400, 2_400), "white").save(picture, "PNG")
    files = {**FILES, "medical_bills": ("长截图.png", "image/png", picture.getvalue())}
    file = with_source(0, files, "expense", "3,220.00 CNY", on="medical_bills", top=9_000)
    places = row(checked(file, files), "每月支出").places
    assert [one.part for one in places] == [3]
    assert "exhibit.5.3" in anchor_pages(packet_figures(file, BANK), exhibits(file, files))


def test_a_table_says_it_in_its_cells():
    file = with_source(
        0, FILES, "a1/principal", VALUE, on="bank_statement", how="text", left=0, top=0, width=0, height=0
    )
    assert not row(checked(file, FILES)).places
    files = {**FILES, "bank_statement": ("流水.csv", "text/csv", "项目,金额\n本金,50000\n".encode())}
    assert row(checked(file, files)).places[0].anchor == "exhibit.3"


def test_the_check_of_a_paper_by_itself_is_the_same():
    file = with_source(how="text", page=0)
    figures = packet_figures(file, BANK)
    assert sources_apart(IN_PROCESS, figures, exhibits(file, STATED)) == checked(file)
