"""Spreadsheets that leave the desk: the workbook with its options and sources, whatever state the case is in."""

from __future__ import annotations

import io

import openpyxl
import pytest

from tests.actions.whole_case import whole_case
from workstation.actions import cases
from workstation.actions.evidence import items, sources
from workstation.actions.papers import workbooks
from workstation.evidence.verification import Mask


@pytest.fixture
def case_id(desk, tmp_path):
    """A whole case whose name was read off the card, a picture."""
    made = whole_case(desk, tmp_path)
    file = cases.load_case(desk, made)
    (card,) = [one for one in file.live_items if one.requirement == "id_card"]
    figure = sources.figure_named(file, "name")
    judged = sources.item_source(desk, card.id).judged(figure, Mask(0, 4_000, 2_000, 3_000, 500))
    desk.run(sources.confirm_source, made, figure.text, judged)
    return made


def sheet(data: bytes, title: str) -> list[tuple]:
    return list(openpyxl.load_workbook(io.BytesIO(data), data_only=True)[title].values)


def test_the_workbook_needs_no_gate(desk, case_id):
    (item,) = [one for one in cases.load_case(desk, case_id).live_items if one.requirement == "id_card"]
    desk.run(items.withdraw, item.id)
    assert workbooks.workbook(desk, case_id).startswith(b"PK")


def test_sources_name_the_pages_of_the_packet(desk, case_id):
    rows = sheet(workbooks.workbook(desk, case_id), "来源对照")
    places = [row[4] for row in rows if isinstance(row[0], int)]
    assert any("附件 1 · 第" in place for place in places)


def test_a_damaged_proof_leaves_the_pages_out_and_the_workbook_whole(desk, case_id):
    for file in desk.vault.folder.glob("??/*"):
        file.write_bytes(b"spoiled")
    rows = sheet(workbooks.workbook(desk, case_id), "来源对照")
    places = [row[4] for row in rows if isinstance(row[0], int)]
    assert any(place.startswith("附件 1") and "第" not in place for place in places)


def test_a_workbook_is_the_same_to_the_byte_until_its_case_changes(desk, case_id):
    source = workbooks.workbook_source(desk, case_id)
    assert source.build() == source.build() == workbooks.workbook(desk, case_id)
