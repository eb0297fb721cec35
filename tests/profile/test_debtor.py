"""The resident ID advises and never refuses; what it holds is derived, not typed."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools import beside
from workstation.profile.debtor import Debtor, Phone, birth_date, check_digit, masked, resident_id_findings


@pytest.mark.parametrize(
    ("resident_id", "code"),
    [
        ("11010519491231002X", None),
        ("11010519491231002x", None),
        ("440524188001010014", None),
        ("", None),
        ("110105194912310021", "resident_id_check"),
        ("110105194913310021", "resident_id_birth"),
        ("1101051949123100", "resident_id_form"),
        ("11010519491231O02X", "resident_id_form"),
        ("１１０１０５194912310021", "resident_id_form"),
    ],
)
def test_advice_names_what_is_wrong(resident_id, code):
    assert [finding.code for finding in resident_id_findings(resident_id)] == ([code] if code else [])


@given(
    st.builds("{:06d}{:%Y%m%d}{:03d}".format, st.integers(0, 999_999), st.dates(date(1900, 1, 1)), st.integers(0, 999))
)
def test_every_change_of_one_digit_is_noticed(first):
    whole = first + check_digit(first)
    assert resident_id_findings(whole) == ()
    for place in range(14, 17):
        wrong = whole[:place] + str((int(whole[place]) + 1) % 10) + whole[place + 1 :]
        assert [finding.code for finding in resident_id_findings(wrong)] == ["resident_id_check"]


def test_birth_and_sex_come_from_the_id():
    debtor = Debtor("1", "欧阳·阿依古丽", "11010519491231002X")
    assert debtor.born_on == date(1949, 12, 31)
    assert debtor.sex == "female"
    assert Debtor("2", "甲").sex is None
    assert birth_date("110105194902300021") is None


def test_the_number_to_call_is_the_first_valid_one():
    debtor = Debtor("1", "甲", phones=(Phone("138", valid=False), Phone("139")))
    assert debtor.phone() == "139"


def test_masks_hide_short_texts_whole():
    assert masked("110105194912310021", 3, 4) == "110***********0021"
    assert masked("123", 3, 4) == "***"


AREAS = ("510104", "659001", "810000", "820000", "830000")
"""Areas that lists of divisions often lack: districts of old, a city of the XPCC, Hong Kong, Macao and Taiwan."""
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def invented(area: str) -> str:
    """A number of nobody, its last place worked out by the weights that GB 11643 prints."""
    first = f"{area}19900228999"
    return first + "10X98765432"[sum(int(one) * weight for one, weight in zip(first, WEIGHTS, strict=True)) % 11]


def test_numbers_pass_whatever_their_area():
    for number in map(invented, AREAS):
        assert resident_id_findings(number) == ()
    published = beside("corpus", "cn_facts", "id_and_card_samples.json")
    data = json.loads(published.read_text("utf-8")) if published else []
    valid = [text for text in _ids(data) if check_digit(text[:17]) == text[17].upper()]
    assert bool(valid) is (published is not None)
    for text in valid:
        assert "resident_id_check" not in [finding.code for finding in resident_id_findings(text)]


def _ids(node):
    if isinstance(node, str):
        if len(node) == 18 and node[:17].isdigit():
            yield node
    elif isinstance(node, dict):
        for inner in [*node.keys(), *node.values()]:
            yield from _ids(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _ids(inner)
