"""Whether the statements support the hardship that is claimed, and the income that is stated. Findings, never a refusal: a
person may have cash income, and a statement may be missing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from workstation.errors import Finding
from workstation.evidence.statements.earnings import Earnings, MonthIncome, Payer, average, maybe_own
from workstation.field_ref import FieldRef
from workstation.money import Money, total

_YEAR: Final = 12  # months looked at before the claimed day


@dataclass(frozen=True, slots=True)
class Change:
    """Mean monthly income of the full months before and after the month of ``claimed_on``; None: no statement covers any.

    The month itself is in neither: it holds both.
    """

    claimed_on: date
    before: Money | None
    after: Money | None
    months_before: tuple[str, ...]
    months_after: tuple[str, ...]

    @property
    def fall(self) -> Fraction | None:
        """Share of the income before that was lost; negative when it rose; None where one side is not known or nothing."""
        if self.before is None or self.after is None or not self.before:
            return None
        return Fraction(self.before.minor - self.after.minor, self.before.minor)


def change(found: Earnings, claimed_on: date) -> Change:
    """Income before and after the day from which hardship is claimed."""
    turn = f"{claimed_on:%Y-%m}"
    before = [one for one in found.months if one.covered and one.month < turn][-_YEAR:]
    after = [one for one in found.months if one.covered and one.month > turn]
    return Change(
        claimed_on, average(before, found.currency), average(after, found.currency), _names(before), _names(after)
    )


def hardship_findings(found: Earnings, claimed_on: date, tolerance: Decimal) -> tuple[Finding, ...]:
    """What the statements say about a claimed loss of income: not proven, not fallen by ``tolerance``, or pay that goes on."""
    return tuple(_hardship(found, change(found, claimed_on), Fraction(tolerance)))


def _hardship(found: Earnings, turned: Change, tolerance: Fraction) -> Iterator[Finding]:
    day = turned.claimed_on.isoformat()
    if turned.before is None:
        yield Finding("income_before_unproven", FieldRef.CASE_REASON_FROM, {"day": day})
    if turned.after is None:
        yield Finding("income_after_unproven", FieldRef.CASE_REASON_FROM, {"day": day})
    if turned.before is not None and turned.after is not None and turned.fall is not None and turned.fall < tolerance:
        figures = {"day": day, "before": turned.before.grouped(), "after": turned.after.grouped()}
        yield Finding("income_not_fallen", FieldRef.CASE_REASON_FROM, figures)
    for payer in found.payers:
        yield from _goes_on(payer, turned, tolerance)


def _goes_on(payer: Payer, turned: Change, tolerance: Fraction) -> Iterator[Finding]:
    """Pay of one source that runs on as before through a full month after the claimed day."""
    if payer.kind == "other" or payer.by_month[0][0] >= f"{turned.claimed_on:%Y-%m}":
        return
    earlier = sorted(amount for month, amount in payer.by_month if month in turned.months_before)
    if not earlier:
        return
    usual = earlier[len(earlier) // 2]
    later = [month for month in turned.months_after if payer.paid_in(month).minor >= usual.minor * (1 - tolerance)]
    if later:
        figures = {"payer": payer.name, "month": later[0], "amount": payer.paid_in(later[0]).grouped(),
                   "before": usual.grouped(), "day": turned.claimed_on.isoformat()}  # fmt: skip
        yield Finding("pay_goes_on", FieldRef.CASE_REASON_FROM, figures)


def evidenced_income(found: Earnings, today: date, claimed_on: date | None = None) -> Money | None:
    """The monthly income that statements prove for now: mean of the last six full months, of those after the claimed day only.

    None where no such month is covered.
    """
    recent: list[MonthIncome] = list(found.half_year(today))
    if claimed_on is not None and (
        since := [one for one in recent if one.month > f"{claimed_on:%Y-%m}" and one.covered]
    ):
        recent = since
    return average(recent, found.currency)


def stated_findings(stated: Money, evidenced: Money | None, tolerance: Decimal) -> tuple[Finding, ...]:
    """The stated monthly income (of the budget) against the evidenced one; ``tolerance`` is a share of the larger."""
    if evidenced is None:
        return (Finding("income_unproven", FieldRef.CASE_BUDGET, {"stated": stated.grouped()}),)
    difference = stated - evidenced
    if abs(difference.minor) <= max(stated.minor, evidenced.minor) * Fraction(tolerance):
        return ()
    figures = {"stated": stated.grouped(), "evidenced": evidenced.grouped(),
               "difference": Money(abs(difference.minor), stated.currency).grouped()}  # fmt: skip
    return (
        Finding("income_overstated" if difference.minor > 0 else "income_understated", FieldRef.CASE_BUDGET, figures),
    )


def own_money_findings(found: Earnings, holder: str) -> tuple[Finding, ...]:
    """Payers under a covered name that may be the holder's: somebody has to look, since their money counts as income."""
    return tuple(
        Finding(
            "payer_may_be_own",
            FieldRef.CASE_BUDGET,
            {"payer": one.name, "amount": total([amount for _, amount in one.by_month], found.currency).grouped()},
        )
        for one in maybe_own(found, holder)
    )


def _names(found: list[MonthIncome]) -> tuple[str, ...]:
    return tuple(one.month for one in found)
