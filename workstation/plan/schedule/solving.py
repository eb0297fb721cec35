"""The even amount that brings the balance to nothing, solved exactly in whole numbers and rounded once.

The balance after each row is affine in the even amount x: balance = (a - b·x) / d with whole a, b, d. Walking the rows
once gives a and b of the last row, so x = a / b whatever rates, grace and fixed payments the rows have.
"""

from __future__ import annotations

from fractions import Fraction

from workstation.plan.schedule.accrual import rounded
from workstation.plan.schedule.frame import EVEN, INTEREST_ONLY, PlanFrame


def even_ratio(frame: PlanFrame) -> tuple[int, int]:
    """The exact even amount as (numerator, denominator); the denominator is 0 when no row is even."""
    if frame.flat is not None:
        return _even_flat(frame, frame.flat)
    if frame.uniform:
        return _level(frame.old.financed, frame.interest_factors[0], frame.whole, frame.rows, frame.even_principal)
    a, b, scale, whole, even_principal = frame.old.financed, 0, 1, frame.whole, frame.even_principal
    for factor, part in zip(frame.interest_factors, frame.parts, strict=True):
        grown = whole + factor
        scale *= whole
        if part is EVEN:
            if even_principal:
                grown = whole
            a, b = a * grown, b * grown + scale
        elif part == INTEREST_ONLY:
            a, b = a * whole, b * whole
        else:
            a, b = a * grown - part * scale, b * grown
    return a, b


def discounted(frame: PlanFrame) -> tuple[Fraction, Fraction]:
    """The even amount as what the even rows carry in minor units, over how many of them that is, both of the first day's worth.

    Their ratio is that of `even_ratio`; without fixed payments the first is what is financed.
    """
    top, bottom = even_ratio(frame)
    if frame.flat is not None or (frame.uniform and (frame.even_principal or not frame.interest_factors[0])):
        return Fraction(top), Fraction(bottom)
    growth = 1
    for factor, part in zip(frame.interest_factors, frame.parts, strict=True):
        growth *= frame.whole + (0 if part == INTEREST_ONLY or (part is EVEN and frame.even_principal) else factor)
    return Fraction(top, growth), Fraction(bottom, growth)


def _level(financed: int, factor: int, whole: int, rows: int, even_principal: bool) -> tuple[int, int]:
    """The annuity formula: rows alike, none of them fixed."""
    if even_principal or not factor:
        return financed, rows
    grown, base = (whole + factor) ** rows, whole**rows
    return financed * grown * factor, whole * (grown - base)


def _even_flat(frame: PlanFrame, flat: tuple[int, ...]) -> tuple[int, int]:
    a, b = frame.old.financed, 0
    for interest, part in zip(flat, frame.parts, strict=True):
        if part is EVEN:
            a, b = a + interest, b + 1
        elif part != INTEREST_ONLY:
            a += interest - part
    return a, b


def even_amount(frame: PlanFrame) -> int:
    """The even amount rounded to the unit of the terms; negative when fixed payments are more than is owed."""
    top, bottom = even_ratio(frame)
    if not bottom:
        return 0
    unit = frame.rounding.unit
    return rounded(top, bottom * unit, frame.rounding.mode) * unit
