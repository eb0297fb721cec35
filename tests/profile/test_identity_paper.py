"""Numbers of papers of identity are recognised by their form and check, advised on, and never refused."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY
from tests.tools import beside
from workstation.profile.identity_paper import (
    birth_date,
    check_digit,
    identity_findings,
    identity_number,
    papers_of,
    sex_of,
)


@pytest.mark.parametrize(
    ("number", "kinds", "code"),
    [
        ("11010519491231002X", "resident_id", None),
        ("11010519491231002x", "resident_id", None),
        ("１１０１０５１９４９１２３１００２Ｘ", "resident_id", None),
        ("110105 19491231 002X", "resident_id", None),
        ("", "", None),
        ("110105194912310021", "resident_id", "resident_id_check"),
        ("110105194913310021", "resident_id", "resident_id_birth"),
        ("440524188001010014", "resident_id", "resident_id_year"),
        ("110105209901010012", "resident_id", "resident_id_year"),
        ("110105202001010015", "resident_id", "resident_id_year"),  # six years old
        ("1101051949123100", "", "resident_id_form"),
        ("11010519491231O02X", "", "resident_id_form"),
        ("无", "", "resident_id_form"),
        ("810000199408230021", "residence_permit", None),
        ("830000199201300022", "residence_permit", None),
        ("830000199201300021", "residence_permit", "resident_id_check"),
        ("911124198108030024", "permanent_residence", None),
        ("911124198108030025", "permanent_residence", "resident_id_check"),
        ("CAN11008108031", "", "resident_id_form"),
        ("CAN110081080301", "permanent_residence_old", None),
        ("110105491231002", "resident_id_15", "identity_first_generation"),
        ("110105491331002", "resident_id_15", "resident_id_birth"),
        ("H12345678", "hk_macao_permit passport", "identity_kind_unclear"),
        ("M1234567801", "hk_macao_permit", None),
        ("12345678", "taiwan_permit passport", "identity_kind_unclear"),
        ("0123456789(B)", "taiwan_permit", None),
        ("A123456789", "taiwan_id", None),
        ("a123456789", "taiwan_id", None),
        ("A123456788", "taiwan_id", "resident_id_check"),
        ("A800000014", "taiwan_id", None),  # a resident's number since 2021
        ("AC01234567", "taiwan_id", None),  # and before
        ("E12345678", "passport", None),
        ("EA1234567", "passport", None),
        ("ABCDEFGH", "", "resident_id_form"),
    ],
)
def test_a_number_tells_its_paper_and_what_is_wrong(number, kinds, code):
    assert " ".join(paper.kind for paper in papers_of(number)) == kinds
    assert [finding.code for finding in identity_findings(number, TODAY)] == ([code] if code else [])


@given(
    st.builds(
        "{:06d}{:%Y%m%d}{:03d}".format,
        st.integers(100_000, 799_999),
        st.dates(date(1910, 1, 1), date(2008, 1, 1)),
        st.integers(0, 999),
    )
)
def test_every_change_of_one_digit_is_noticed(first):
    whole = first + check_digit(first)
    assert identity_findings(whole, TODAY) == ()
    assert birth_date(whole) == date.fromisoformat(whole[6:14])
    for place in range(14, 17):
        wrong = whole[:place] + str((int(whole[place]) + 1) % 10) + whole[place + 1 :]
        assert [finding.code for finding in identity_findings(wrong, TODAY)] == ["resident_id_check"]


@given(st.text(max_size=24))
def test_no_number_is_too_odd_to_advise_on(typed):
    identity_findings(typed, TODAY)
    assert birth_date(typed) is None or sex_of(typed) is not None


@given(st.text("019aAxXｘ１Ａ -()（）", max_size=24))
def test_a_number_is_kept_in_one_form(typed):
    kept = identity_number(typed)
    assert identity_number(kept) == kept and (not kept or kept.isalnum()) and kept.isascii() and kept == kept.upper()


def test_what_a_number_of_fifteen_digits_tells():
    assert (birth_date("110105491231002"), sex_of("110105491231002")) == (date(1949, 12, 31), "female")
    assert (birth_date("E12345678"), sex_of("H12345678")) == (None, None)


@pytest.mark.parametrize(
    ("number", "sex"),
    [
        ("A123456789", "male"),
        ("A223456781", "female"),
        ("A800000014", "male"),
        ("A900000016", "female"),
        ("AA00000009", "male"),
        ("AB00000002", "female"),
        ("E12345678", None),
    ],
)
def test_the_second_place_of_a_number_of_taiwan_tells_the_sex(number, sex):
    assert (sex_of(number), birth_date(number)) == (sex, None)


AREAS = ("510104", "659001", "810000", "820000", "830000")
"""Areas that lists of divisions often lack: districts of old, a city of the XPCC, Hong Kong, Macao and Taiwan."""
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def invented(area: str) -> str:
    """A number of nobody, its last place worked out by the weights that GB 11643 prints."""
    first = f"{area}19900228999"
    return first + "10X98765432"[sum(int(one) * weight for one, weight in zip(first, WEIGHTS, strict=True)) % 11]


def test_numbers_pass_whatever_their_area():
    for number in map(invented, AREAS):
        assert identity_findings(number, TODAY) == ()
    published = beside("corpus", "cn_facts", "id_and_card_samples.json")
    data = json.loads(published.read_text("utf-8")) if published else []
    valid = [text for text in _ids(data) if check_digit(text[:17]) == text[17].upper()]
    assert bool(valid) is (published is not None)
    for text in valid:
        assert "resident_id_check" not in [finding.code for finding in identity_findings(text, TODAY)]


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
