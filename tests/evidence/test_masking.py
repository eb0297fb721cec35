"""Which part of a number a copy may show, and that nothing counts as checked before somebody said where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY
from tests.evidence.test_checklist import item
from workstation.evidence.judging import BLOCKING, item_findings
from workstation.evidence.masking import hidden_number, hidden_parts, masks_to_burn
from workstation.evidence.verification import Mask
from workstation.policy.pack import packs
from workstation.policy.rules import CopyRule, Source

SOURCE = Source("s", "s", "", "known")
MIDDLE = CopyRule("middle", 6, 4, SOURCE)
WHOLE = CopyRule("whole", 0, 0, SOURCE)

TEXTS = [
    ("6225881234566214", "6225881234566214", "881234566214"[2:8]),
    ("卡号 6225 8812 3456 6214 有效", "", "12 3456"),
    ("6225-8812-3456-6214", "", "12-3456"),
    ("62258812345662140", "", "1234566"),
    ("11010519491231002X", "", "19491231"),
]


@pytest.mark.parametrize(("text", "_", "covered"), TEXTS)
def test_the_middle_is_covered(text, _, covered):
    (part,) = hidden_parts(text, MIDDLE)
    assert text[part.start : part.end] == covered


@pytest.mark.parametrize("text", ["13800001234", "2026-11-23 09:30", "¥1,234,567.00", "AB6225881234566214", ""])
def test_phones_days_and_amounts_are_no_numbers_of_cards(text):
    assert list(hidden_parts(text, MIDDLE)) == []


@given(st.text(alphabet="0123456789", min_size=13, max_size=19))
def test_first_and_last_stay(number):
    (part,) = hidden_parts(number, MIDDLE)
    assert (part.start, len(number) - part.end) == (6, 4)
    assert hidden_number(number, MIDDLE) == number[:6] + "*" * (len(number) - 10) + number[-4:]


@pytest.mark.parametrize(
    ("number", "rule", "shown"),
    [
        ("6225 8812 3456 6214", MIDDLE, "6225 88** **** 6214"),
        ("12345", MIDDLE, "*2345"),
        ("6225881234566214", WHOLE, "6225881234566214"),
        ("6225881234566214", None, "6225881234566214"),
        ("", MIDDLE, ""),
    ],
)
def test_typed_numbers_on_papers(number, rule, shown):
    assert hidden_number(number, rule) == shown


@pytest.fixture
def bank_card():
    return next(one for one in packs()["cn-card"].requirements if one.code == "bank_card")


def codes(asked, proof):
    return [finding.code for finding in item_findings(asked, proof, (), TODAY)]


def test_a_card_counts_only_when_its_number_was_placed(bank_card):
    proof = item("bank_card", issuer="招商银行")
    assert "number_uncovered" in codes(bank_card, proof) and "number_uncovered" in BLOCKING
    placed = replace(proof, masks=(Mask(0, 1, 1, 1, 1),), number_placed=True)
    assert "number_uncovered" not in codes(bank_card, placed)
    assert masks_to_burn(bank_card, placed) == placed.masks
    assert "number_uncovered" not in codes(
        bank_card, replace(proof, number_placed=True)
    )  # the back of a card shows none


def test_a_number_that_the_bank_compares_stays_whole(bank_card):
    drawn = replace(item("id_card"), masks=(Mask(0, 1, 1, 1, 1),), number_placed=True)
    assert masks_to_burn(replace(bank_card, copy=WHOLE), drawn) == ()
    assert masks_to_burn(replace(bank_card, copy=replace(WHOLE, number="free")), drawn) == drawn.masks
    assert masks_to_burn(replace(bank_card, copy=None), drawn) == ()


def test_every_pack_says_how_its_cards_leave():
    for pack in packs().values():
        rules = {one.code: one.copy for one in pack.requirements if one.copy}
        assert rules["id_card"].number == "whole"
        assert all(rule.source.name for rule in rules.values())
