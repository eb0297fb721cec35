"""Rounding as a spreadsheet does it, made exact: when a formula in binary floating point is certain to give the program's fen.

A spreadsheet works in doubles, the program in exact fractions. They can part only where the exact value lies on, or within the
error of a double from, an edge of rounding. Each formula therefore adds a small ``tick`` before it rounds, larger than that error
and smaller than the distance of the values that must stay below the edge; `certain` proves it for a value, cell by cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from workstation.money import Rounding, RoundingMode

TICKS: Final = tuple(Decimal(f"1e-{places}") for places in (9, 8, 7, 10, 11, 12))
"""Ticks to choose from, in major units; the first serves every rate of up to four decimals."""
_DOUBLE: Final = Fraction(1, 2**48)
"""Relative error granted to a product of a few doubles, with the fifteen digits a spreadsheet rounds its comparisons to."""
_POWER: Final = Fraction(1, 10**10)
"""Relative error granted to the annuity function, whose powers cancel."""


def certain(exact: Fraction, rounding: Rounding, tick: Decimal, scale: int, annuity: bool = False) -> int | None:
    """What the formula gives (minor units) if every spreadsheet must agree on it, else None.

    ``exact`` in minor units; ``scale`` minor units to a major one; ``tick`` as the formula adds it, in major units.
    """
    step = Fraction(tick) * scale
    error = abs(exact) * (_POWER if annuity else _DOUBLE)
    nudge = {"up": -step, "half_even": Fraction(0)}.get(rounding.mode, step)
    low, high = max(Fraction(0), exact + nudge - error), max(Fraction(0), exact + nudge + error)
    if rounding.mode == "half_even":
        return _half_even(exact, rounding, step, error)
    answer = rounding.whole(exact)
    return answer if rounding.whole(low) == answer == rounding.whole(high) else None


def _half_even(exact: Fraction, rounding: Rounding, step: Fraction, error: Fraction) -> int | None:
    """The formula takes anything within a tick of the middle for the middle: true only of the middle itself."""
    middle = abs(exact / rounding.unit % 1 - Fraction(1, 2)) * rounding.unit
    if middle == 0:
        return rounding.whole(exact) if error < step else None
    return rounding.whole(exact) if middle > step + error else None


def pick_tick(values: Sequence[Fraction], rounding: Rounding, scale: int) -> Decimal:
    """The tick under which most of the exact values (minor units) are certain; the earlier one of equals."""
    return max(TICKS, key=lambda tick: sum(certain(value, rounding, tick, scale) is not None for value in values))


def rounded(expression: str, rounding: Rounding, tick: str, digits: int) -> str:
    """The formula that rounds ``expression`` (major units, never negative) to the unit and by the mode of ``rounding``.

    ``digits`` of the currency; ``tick`` is the text of the tick in major units, a name or a number.
    """
    unit = Fraction(rounding.unit, 10**digits)
    places = next((places for places in range(-9, 5) if unit == Fraction(10) ** -places), None)
    if places is not None and rounding.mode != "half_even":
        return _by_mode(expression, rounding.mode, tick, places)
    step = format(Decimal(unit.numerator) / Decimal(unit.denominator), "f")
    whole = _by_mode(f"({expression})/{step}", rounding.mode, f"{tick}/{step}", 0)
    return f"ROUND({whole}*{step},{digits})"


def _by_mode(expression: str, mode: RoundingMode, tick: str, places: int) -> str:
    match mode:
        case "half_up":
            return f"ROUND({expression}+{tick},{places})"
        case "up":
            return f"ROUNDUP(MAX(0,{expression}-{tick}),{places})"
        case "down":
            return f"ROUNDDOWN({expression}+{tick},{places})"
        case "half_even":
            return f"IF(ABS(MOD({expression},1)-0.5)<{tick},2*ROUND({expression}/2,0),ROUND({expression},0))"
