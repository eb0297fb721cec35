"""Codes survive every way of being carried; whatever is typed wrong is found, and the group is named."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.promise.grant import Asked, asked_of, request_bytes
from workstation.promise.grant_code import ALPHABET, CodeFault, coded, decoded, file_text, mark_of

DATA = bytes(range(75))
CODE = coded(DATA, "G")
GROUPS = CODE.split("-")


@given(st.binary(min_size=1, max_size=120), st.sampled_from("RG"))
def test_any_bytes_come_back(data: bytes, mark: str) -> None:
    code = coded(data, mark)
    assert decoded(code, mark) == data
    assert decoded(code.lower().replace("-", " "), mark) == data
    assert decoded(file_text(code, "申请 GRANT R 123"), mark) == data
    assert set(code) <= {*ALPHABET, "-"}  # what a scanner types and a QR code holds in its narrow alphabet
    assert mark_of(code) == mark


@given(st.integers(1, len(GROUPS) - 1), st.integers(0, 5), st.sampled_from(ALPHABET))
def test_one_wrong_sign_is_found_in_its_group(group: int, at: int, sign: str) -> None:
    word = GROUPS[group]
    if at < len(word) and word[at] != sign:
        wrong = [*GROUPS[:group], word[:at] + sign + word[at + 1 :], *GROUPS[group + 1 :]]
        with pytest.raises(CodeFault) as fault:
            decoded("-".join(wrong), "G")
        assert fault.value.group == group


@given(st.integers(1, len(GROUPS) - 2), st.integers(0, 3))
def test_neighbours_exchanged_are_found(group: int, at: int) -> None:
    word = GROUPS[group]
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if swapped != word:
        with pytest.raises(CodeFault) as fault:
            decoded("-".join([*GROUPS[:group], swapped, *GROUPS[group + 1 :]]), "G")
        assert fault.value.group == group


@given(st.integers(1, len(GROUPS) - 2), st.integers(1, len(GROUPS) - 2))
def test_groups_out_of_place_and_left_out_are_found(one: int, other: int) -> None:
    groups = list(GROUPS)
    groups[one], groups[other] = groups[other], groups[one]
    if groups != GROUPS:
        with pytest.raises(CodeFault):
            decoded("-".join(groups), "G")
    with pytest.raises(CodeFault):
        decoded("-".join(GROUPS[:one] + GROUPS[one + 1 :]), "G")


@pytest.mark.parametrize("text", ["", "G", "R", "x", CODE.replace("G-", "R-", 1), "授权", "\0"])
def test_what_is_no_code_is_no_code(text: str) -> None:
    with pytest.raises(CodeFault):
        decoded(text, "G")


def test_letters_that_look_like_digits_are_read_as_digits() -> None:
    assert decoded(CODE.replace("1", "I").replace("0", "O"), "G") == DATA


@given(st.dictionaries(st.sampled_from(["waive_interest", "instalments"]), st.integers(1, 400_000)))
def test_a_request_comes_back(sizes: dict[str, int]) -> None:
    asked = Asked(
        "01" * 8, "02" * 8, "03" * 16, 3, date(2026, 11, 29),
        {name: (Decimal(size) / 10_000).normalize() for name, size in sizes.items()},
    )  # fmt: skip
    assert asked_of(request_bytes(asked)) == asked


@given(st.binary(max_size=80))
def test_any_other_bytes_are_refused_or_read(data: bytes) -> None:
    with suppress(CodeFault):
        asked_of(data)
