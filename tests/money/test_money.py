"""Money: reading what people type, exact splits, named rounding, and currencies that never mix."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.errors import Refused
from workstation.money import (
    MINOR_DIGITS,
    SIGNS,
    CurrencyMismatch,
    Money,
    Rounding,
    RoundingMode,
    in_order,
    minor_digits,
    minor_units,
    total,
)

AMOUNTS = st.integers(-(10**15), 10**15)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("1234.5", 123450),
        ("1,234.50", 123450),
        ("¥ 1,234.50", 123450),
        ("￥１，２３４．５０", 123450),
        ("(12.30)", -1230),
        ("-0.01", -1),
        ("−7", -700),
        ("0", 0),
        ("12.300", 1230),
        ("999999999999.99", 99999999999999),
    ],
)
def test_reads_amounts_as_people_write_them(text, minor):
    assert Money.parse(text) == Money(minor)


@pytest.mark.parametrize("text", ["", "abc", "1,23.4", "1.2.3", "12e3", "0x10", "NaN", "--1", "1,2345", "٣٤", "1 2x"])
def test_refuses_what_is_no_amount_and_gives_the_text_back(text):
    with pytest.raises(Refused) as refusal:
        Money.parse(text)
    assert refusal.value.findings[0].code == "amount_unreadable"
    assert refusal.value.findings[0].figures["text"] == text


def test_refuses_parts_of_a_fen():
    with pytest.raises(Refused) as refusal:
        Money.parse("0.005")
    assert refusal.value.findings[0].code == "amount_too_fine"


def test_a_currency_without_minor_units_has_no_point():
    assert Money.parse("1,500", "JPY") == Money(1500, "JPY")
    assert Money(1500, "JPY").grouped() == "1,500"
    with pytest.raises(Refused):
        Money.parse("1.5", "JPY")


@given(AMOUNTS)
def test_text_reads_back(minor):
    assert Money.parse(Money(minor).text()) == Money(minor)
    assert Money.parse(Money(minor).grouped()) == Money(minor)


@given(AMOUNTS, st.integers(1, 400))
def test_a_split_loses_nothing_and_is_even(minor, parts):
    shares = Money(minor).split(parts)
    assert total(shares) == Money(minor)
    assert len(shares) == parts
    assert max(share.minor for share in shares) - min(share.minor for share in shares) <= 1


@given(AMOUNTS, st.lists(st.integers(0, 10**9), min_size=1, max_size=12).filter(any))
def test_a_weighted_split_adds_up_and_stays_within_one_of_the_exact_share(minor, weights):
    shares = Money(minor).split_by(weights)
    assert total(shares) == Money(minor)
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share.minor - Fraction(minor * weight, sum(weights))) < 1


def test_weights_must_mean_something():
    with pytest.raises(ValueError):
        Money(100).split_by((0, 0))
    with pytest.raises(ValueError):
        Money(100).split_by((2, -1))


MODES: dict[RoundingMode, str] = {
    "half_up": ROUND_HALF_UP,
    "half_even": ROUND_HALF_EVEN,
    "up": ROUND_UP,
    "down": ROUND_DOWN,
}


@given(st.decimals(-(10**9), 10**9, places=4), st.sampled_from(sorted(MODES)), st.sampled_from([1, 10, 100, 500]))
def test_rounding_is_that_of_the_decimal_standard(exact, mode, unit):
    expected = int((exact / unit).quantize(Decimal(1), MODES[mode])) * unit
    assert Rounding(unit, mode).whole(exact) == expected


@pytest.mark.parametrize(
    ("exact", "unit", "half_up", "half_even", "up", "down"),
    [
        ("0.5", 1, 1, 0, 1, 0),
        ("1.5", 1, 2, 2, 2, 1),
        ("2.5", 1, 3, 2, 3, 2),
        ("-2.5", 1, -3, -2, -3, -2),
        ("2.4999", 1, 2, 2, 3, 2),
        ("2.5001", 1, 3, 3, 3, 2),
        ("3", 1, 3, 3, 3, 3),
        ("250", 100, 300, 200, 300, 200),  # to whole yuan
        ("350", 100, 400, 400, 400, 300),
        ("750", 500, 1000, 1000, 1000, 500),
    ],
)
def test_exactly_half_is_rounded_as_named(exact, unit, half_up, half_even, up, down):
    expected = {"half_up": half_up, "half_even": half_even, "up": up, "down": down}
    assert {mode: Rounding(unit, mode).whole(Decimal(exact)) for mode in MODES} == expected


def test_unlike_currencies_never_meet():
    for operation in ("__add__", "__sub__", "__lt__", "__ge__", "share_of"):
        with pytest.raises(CurrencyMismatch):
            getattr(Money(1), operation)(Money(1, "TWD"))
    assert Money(1) != Money(1, "TWD")


def test_times_names_its_rounding():
    assert Money(1001).times(Fraction(1, 2), Rounding(mode="half_up")) == Money(501)
    assert Money(1001).times(Fraction(1, 2), Rounding(mode="down")) == Money(500)


@pytest.mark.parametrize(("currency", "digits"), [("CNY", 2), ("TWD", 2), ("JPY", 0), ("XAU", 2)])
def test_every_currency_has_its_digits_in_one_place(currency, digits):
    assert (minor_digits(currency), minor_units(currency)) == (digits, 10**digits)
    assert Money(0, currency).digits == digits


def test_every_sign_means_one_currency():
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert set(SIGNS) <= set(MINOR_DIGITS)


def test_lists_follow_the_table_of_currencies():
    mixed = [Money(1, "XAU"), Money(1, "JPY"), Money(1, "HKD"), Money(1)]
    assert [one.currency for one in in_order(mixed)] == ["CNY", "HKD", "JPY", "XAU"]
