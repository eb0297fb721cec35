"""What the trial sheet starts from: the terms of a plan as far as its formulas can follow them, and every figure of the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from fractions import Fraction
from functools import cached_property
from itertools import accumulate
from typing import Final

from workstation.errors import Refused
from workstation.money import Money, Rounding, minor_units
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.frame import EVEN, INTEREST_ONLY, PlanFrame, frame
from workstation.plan.schedule.solving import even_amount, even_ratio
from workstation.plan.schedule.terms import Terms, Treatment

SKIPPED: Final = 2
"""Calendar months that the sheet can leave out."""
_FIFTEEN: Final = Context(prec=15)
"""The digits a spreadsheet holds."""
_FINEST: Final = Rounding(1, "down")
"""Leaves something for the last row, however many rows there are: coarser amounts may pay all off before it."""
_LAST_IS_SOLVED: Final = ("custom", "lump_sum")


@dataclass(frozen=True)
class TrialTerms:
    """``original``: the plan's own terms; ``terms``: those of the sheet, waived amounts taken off; ``typed``: row number → payment.

    ``left_out`` names what of the plan the sheet cannot follow: keys of ``workbook.trial.without``.
    """

    original: Terms
    terms: Terms
    typed: dict[int, Money]
    left_out: tuple[str, ...]

    @cached_property
    def schedule(self) -> Schedule:
        """The rows the sheet shows before anything is changed."""
        return schedule(self.terms)

    @cached_property
    def frame(self) -> PlanFrame:
        """The skeleton of the rows."""
        return frame(self.terms, len(self.schedule.rows))

    @property
    def instalment(self) -> Money:
        """The even amount, rounded; 0 where no row is even."""
        return Money(even_amount(self.frame), self.terms.currency)

    @property
    def raw_instalment(self) -> Decimal:
        """The even amount in major units before it is rounded."""
        top, bottom = even_ratio(self.frame)
        unit = minor_units(self.terms.currency)
        return decimal(Fraction(top, bottom * unit)) if bottom else Decimal(0)

    def shares(self) -> tuple[Fraction, ...]:
        """The interest share of every row, of the original amount under flat interest."""
        bearing = self.frame
        if bearing.flat is None:
            return tuple(Fraction(share, bearing.whole) for share in bearing.interest_factors)
        free = self.terms.grace_interest
        return tuple(
            Fraction(0 if i < free else share, bearing.accrual.whole)
            for i, share in enumerate(bearing.accrual.interest_factors)
        )

    def periods(self) -> tuple[int, ...]:
        """How many steps each due day lies after the first one that was asked for; left-out months count too."""
        steps = self.frame.due.steps
        return tuple(passed - 1 for passed in accumulate(steps))

    def affine(self) -> Iterator[tuple[Fraction, Fraction]]:
        """(a, b) after each row, in minor units and rows: what is left is a − b·x for an even amount x."""
        bearing, a, b = self.frame, Fraction(self.frame.old.financed), Fraction(0)
        flat = bearing.flat or (0,) * bearing.rows
        for share, part, interest in zip(bearing.interest_factors, bearing.parts, flat, strict=True):
            grown = 1 + Fraction(share, bearing.whole)
            if part is EVEN:
                grown = Fraction(1) if bearing.even_principal else grown
                a, b = a * grown + interest, b * grown + 1
            elif part != INTEREST_ONLY:
                a, b = a * grown + interest - part, b * grown
            yield a, b


def decimal(value: Fraction) -> Decimal:
    """A fraction to the digits of a spreadsheet."""
    return _FIFTEEN.divide(Decimal(value.numerator), Decimal(value.denominator))


def trial(original: Terms, count: int, most: int) -> TrialTerms:
    """The trial of a plan of ``count`` rows, cut to ``most``; what the program cannot plan so is left out."""
    terms, left_out = _followed(original, min(count, most))
    plain = _plain(terms)
    for simpler in (
        terms,
        replace(terms, skip_months=()),
        replace(terms, skip_months=(), rounding=_FINEST),
        plain,
        replace(plain, method="interest_free", rounding=_FINEST),
    ):
        typed = _typed(simpler)
        if _plannable(simpler):
            out = left_out if simpler == terms else (*left_out, "simplified")
            return TrialTerms(original, simpler, typed, out)
    raise AssertionError("interest-free instalments to the last minor unit can always be planned")


def _followed(original: Terms, count: int) -> tuple[Terms, tuple[str, ...]]:
    """The terms that the formulas know, and what of the plan's own is left out."""
    last_fixed = original.method not in _LAST_IS_SOLVED and any(one.no == count for one in original.fixed)
    kept = tuple(one for one in original.fixed if one.no < count)
    terms = replace(
        original,
        interest=original.interest - waived(original, "interest"),
        penalty=original.penalty - waived(original, "penalty"),
        fees=original.fees - waived(original, "fees"),
        treat_interest=_unwaived(original.treat_interest),
        treat_penalty=_unwaived(original.treat_penalty),
        treat_fees=_unwaived(original.treat_fees),
        instalments=count,
        affordable=None,
        fixed=kept,
        steps=tuple(step for step in original.steps if step.start <= count),
        grace_principal=min(original.grace_principal, count - 1),
        grace_interest=min(original.grace_interest, count),
        skip_months=original.skip_months if len(original.skip_months) <= SKIPPED else (),
        remainder="last",
        shift="none",
        calendar=None,
    )
    if terms.method == "step" and not terms.steps:
        terms = replace(terms, method="equal_instalment")
    out = {
        "shift": original.shift != "none",
        "remainder": original.remainder == "first",
        "last_fixed": last_fixed,
        "skip_months": terms.skip_months != original.skip_months,
    }
    return terms, tuple(key for key, simplified in out.items() if simplified)


def _unwaived(treatment: Treatment) -> Treatment:
    """What is waived is taken off as an amount; where nothing is left it goes nowhere."""
    return "in_plan" if treatment == "waive" else treatment


def _plain(terms: Terms) -> Terms:
    return replace(
        terms, method="equal_instalment", fixed=(), steps=(), skip_months=(), grace_principal=0, grace_interest=0
    )


def _plannable(terms: Terms) -> bool:
    """Whether the program plans it, and as the formulas do: no row was eased to its interest alone."""
    try:
        return not any(finding.code == "interest_only_rows" for finding in schedule(terms).findings)
    except Refused:
        return False


def _typed(terms: Terms) -> dict[int, Money]:
    """The payments keyed in beside the rows: those that stand fixed, and those of steps (the last row's too, for its share)."""
    rows = terms.instalments or 1
    typed: dict[int, Money] = {}
    if terms.method == "step":
        for step in terms.steps:
            for no in range(step.start, rows + 1):
                typed.pop(no, None)
                if step.amount is not None:
                    typed[no] = step.amount
        typed = {no: amount for no, amount in typed.items() if no > terms.grace_principal}
    typed |= {one.no: one.amount for one in terms.fixed if one.no < rows}
    even = [no for no in range(1, rows + 1) if no not in typed and no > terms.grace_principal]
    if not even:
        typed.pop(rows, None)
    return typed


def waived(terms: Terms, name: str) -> Money:
    """What of the old interest, penalty or fees is waived."""
    amount: Money = getattr(terms, name)
    return amount if getattr(terms, f"treat_{name}") == "waive" else Money.zero(terms.currency)
