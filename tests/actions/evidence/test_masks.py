"""The agent says where a number stands on a copy; the original stays whole, and corrections of other facts keep the place."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.actions.test_cases import refused, understand
from workstation.actions import cases
from workstation.actions.evidence import items, masks
from workstation.actions.evidence.items import ItemFacts
from workstation.evidence.verification import EvidenceItem, Mask
from workstation.profile.case import Case

PLACE = Mask(0, 2_000, 5_000, 3_000, 800)


def card(number: str = "6225 8812 3456 6214") -> bytes:
    """A card as a bank's app saves it: a page of 300 × 200 points with its number as text."""
    file = io.BytesIO()
    canvas = Canvas(file, (300, 200), invariant=1)
    canvas.drawString(25, 90, number)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def case_id(desk):
    case_id = desk.run(cases.new_case, "甲")
    understand(desk, case_id)
    desk.store.save(replace(desk.store.get(Case, case_id), requests=("settlement",)))
    return case_id


@pytest.fixture
def item(desk, case_id, tmp_path):
    path = tmp_path / "银行卡.pdf"
    path.write_bytes(card())
    return items.add_file(desk, case_id, "bank_card", path, ItemFacts(issuer="招商银行"))


def line(desk, case_id):
    return next(one for one in cases.load_case(desk, case_id).checklist if one.requirement.code == "bank_card")


def test_a_checked_card_waits_for_its_number_to_be_covered(desk, case_id, item):
    desk.run(items.verify, item.id, "original_seen", "ok")
    assert line(desk, case_id).state == "received"
    assert "number_uncovered" in [finding.code for finding in line(desk, case_id).findings]
    desk.run(masks.save_number_masks, item.id, masks.proposed_masks(desk, item.id))
    assert line(desk, case_id).state == "verified"


def test_a_text_layer_proposes_where_the_number_stands(desk, item):
    (proposed,) = masks.proposed_masks(desk, item.id)
    # Courier would be exact; any font puts the number into the lower left half of this page.
    assert proposed.page == 0 and proposed.left > 833 and 4_800 < proposed.top < 5_600 and proposed.height < 1_000
    assert not desk.store.get(EvidenceItem, item.id).number_placed  # a proposal settles nothing


def test_what_the_agent_drew_is_kept_and_the_original_stays(desk, item):
    desk.run(masks.save_number_masks, item.id, (PLACE,))
    assert masks.proposed_masks(desk, item.id) == (PLACE,)
    assert items.item_bytes(desk, item.id) == card()


def test_a_card_without_a_number_is_said_to_have_none(desk, case_id, item):
    desk.run(masks.save_number_masks, item.id, ())
    kept = desk.store.get(EvidenceItem, item.id)
    assert (kept.masks, kept.number_placed) == ((), True)
    assert masks.proposed_masks(desk, item.id) == ()


def test_mending_other_facts_keeps_the_rectangles(desk, item):
    desk.run(masks.save_number_masks, item.id, (PLACE,))
    mended = desk.run(items.change_facts, item.id, ItemFacts(issuer="建设银行"))
    assert (mended.masks, mended.number_placed, mended.issuer) == ((PLACE,), True, "建设银行")


@pytest.mark.parametrize(
    "wrong", [Mask(0, 9_000, 0, 1_001, 5), Mask(0, 0, 0, 0, 5), Mask(-1, 0, 0, 5, 5), Mask(0, 0, -1, 5, 5)]
)
def test_a_rectangle_off_the_page_is_refused(desk, item, wrong):
    found = refused(desk.run, masks.save_number_masks, item.id, (PLACE, wrong))
    assert found == [("mask_outside", "evidence.bank_card")]
    assert desk.store.get(EvidenceItem, item.id).masks == ()


def test_a_paper_without_a_rule_leaves_as_it_is(desk, case_id, tmp_path):
    path = tmp_path / "账单.pdf"
    path.write_bytes(card())
    item = items.add_file(desk, case_id, "account_statement", path, ItemFacts())
    assert masks.copy_rule(desk, item.id) is None
    found = refused(desk.run, masks.save_number_masks, item.id, (PLACE,))
    assert found == [("number_shown_whole", "evidence.account_statement")]
    assert masks.proposed_masks(desk, item.id) == ()
