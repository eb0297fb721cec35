"""Rounding in a spreadsheet's doubles: the program's cent wherever the formula is written, and no formula where it is in doubt."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.documents.workbook.rounding import certain, pick_tick, rounded
from workstation.money import Rounding

TICK = Decimal("1e-9")
MODES = ("half_up", "half_even", "up", "down")


@pytest.mark.parametrize(
    ("unit", "mode", "formula"),
    [
        (1, "half_up", "ROUND(x+t,2)"),
        (1, "up", "ROUNDUP(MAX(0,x-t),2)"),
        (1, "down", "ROUNDDOWN(x+t,2)"),
        (100, "half_up", "ROUND(x+t,0)"),
        (1000, "up", "ROUNDUP(MAX(0,x-t),-1)"),
        (5, "half_up", "ROUND(ROUND((x)/0.05+t/0.05,0)*0.05,2)"),
        (1, "half_even", "ROUND(IF(ABS(MOD((x)/0.01,1)-0.5)<t/0.01,2*ROUND((x)/0.01/2,0),ROUND((x)/0.01,0))*0.01,2)"),
    ],
)
def test_each_rounding_has_its_formula(unit: int, mode: str, formula: str) -> None:
    assert rounded("x", Rounding(unit, mode), "t", 2) == formula  # type: ignore[arg-type]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("exact", [Fraction(303, 2), Fraction(305, 2), Fraction(0), Fraction(1, 3), Fraction(151)])
def test_middles_and_whole_cents_are_certain(mode: str, exact: Fraction) -> None:
    rounding = Rounding(1, mode)  # type: ignore[arg-type]
    assert certain(exact, rounding, TICK, 100) == rounding.whole(exact)


@pytest.mark.parametrize(
    ("exact", "mode"),
    [
        (Fraction(1, 2) - Fraction(1, 10**9), "half_up"),
        (Fraction(1, 10**9), "up"),
        (1 - Fraction(1, 10**9), "down"),
        (Fraction(1, 2) - Fraction(1, 10**9), "half_even"),
        (Fraction(10**22 + 1, 2), "half_up"),
    ],
)
def test_what_a_double_cannot_tell_is_not_written(exact: Fraction, mode: str) -> None:
    assert certain(exact, Rounding(1, mode), TICK, 100) is None  # type: ignore[arg-type]


def test_the_tick_gives_way_to_a_finer_rate() -> None:
    near = Fraction(1, 2) - Fraction(1, 2 * 10**7)
    assert pick_tick([Fraction(303, 2)], Rounding(), 100) == TICK
    assert certain(near, Rounding(), pick_tick([near], Rounding(), 100), 100) == 0


@given(
    cents=st.integers(0, 10**10),
    rate=st.integers(1, 3600),
    days=st.integers(1, 366),
    year=st.sampled_from([360, 365]),
    mode=st.sampled_from(MODES),
)
def test_a_certain_formula_gives_the_programs_cent_in_doubles(
    cents: int, rate: int, days: int, year: int, mode: str
) -> None:
    """The formula replayed in doubles, in the order a spreadsheet reckons, for rates in hundredths of a percent."""
    rounding = Rounding(1, mode)  # type: ignore[arg-type]
    exact = Fraction(cents * rate * days, 10_000 * year)
    answer = certain(exact, rounding, TICK, 100)
    if answer is not None:
        assert answer == rounding.whole(exact)
        assert answer == replayed(cents / 100 * (rate / 10_000) * days / year, mode)


def replayed(value: float, mode: str) -> int:
    """What any spreadsheet's rounding functions must give: the tick carries the value clear of every edge."""
    tick = float(TICK)
    match mode:
        case "half_up":
            return int((value + tick) * 100 + 0.5)
        case "down":
            return int((value + tick) * 100)
        case "up":
            moved = max(0.0, value - tick) * 100
            return int(moved) + (moved > int(moved))
    scaled = value / 0.01
    middle = abs(scaled % 1 - 0.5) < tick / 0.01
    return 2 * int(scaled / 2 + 0.5) if middle else int(scaled + 0.5)
