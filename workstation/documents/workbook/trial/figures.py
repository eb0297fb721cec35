"""The program's figures for every formula of the trial sheet, the ones that only serve the reckoning included."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from workstation.dates import add_months, month_end
from workstation.documents.workbook.cell_text import Value
from workstation.documents.workbook.trial.rows import (
    CARRIED,
    CLOSING,
    DAYS,
    DUE,
    FEE,
    FLAT,
    HOP_1,
    HOP_2,
    INTEREST,
    LEFT,
    NO,
    OPENING,
    PART,
    PAYMENT,
    PERIOD,
    PRINCIPAL,
    RAW,
    SHARE,
    STEP,
    TIMES,
)
from workstation.documents.workbook.trial.terms import TrialTerms, decimal
from workstation.money import Money, Rounding, minor_units
from workstation.plan.schedule.accrual import earned
from workstation.plan.schedule.due_days import start_of


class TrialNumbers:
    """Figures between the inputs and the rows."""

    def __init__(self, trial: TrialTerms) -> None:
        self.trial, self.terms = trial, trial.terms
        self.runs, self.start = start_of(trial.terms)
        self.scale = minor_units(trial.terms.currency)

    def between(self) -> dict[str, Value]:
        """Name (after ``try_``) → value, for the cells beside the page."""
        old, currency = self.trial.frame.old, self.terms.currency
        fee = Money(self.trial.frame.fee, currency)
        accrued = self._accrued()
        return {
            "even": int(self.trial.frame.even_principal),
            "runs": self.runs,
            "start": self.start,
            "original": Money(old.original, currency),
            "accrued": decimal(accrued / self.scale),
            "deferred": Money(Rounding(1, self.terms.rounding.mode).whole(accrued), currency),
            "spread": Money(old.spread, currency),
            "first": Money(old.first, currency),
            "flat_total": Money(sum(self.trial.frame.flat or ()), currency),
            "fee": fee,
            "raw": self.trial.raw_instalment,
        }

    def _accrued(self) -> Fraction:
        """The interest of a deferral in minor units, unrounded."""
        terms = self.terms
        if not terms.deferral_months or terms.deferral_interest == "stops":
            return Fraction(0)
        return self.trial.frame.old.financed * earned(terms.rate, terms.interest_from, self.runs, terms.day_count)

    def hops(self, no: int, candidate: int) -> tuple[int, int, int]:
        """Steps to the due day of row ``no`` from ``candidate`` on, after each look at the months left out."""
        first = self._hop(candidate)
        second = self._hop(first)
        return first, second, self._hop(second)

    def _hop(self, steps: int) -> int:
        every = self.terms.every
        day = self._day(steps)
        if day.month not in self.terms.skip_months:
            return steps
        if not every.days:
            return steps + 1
        after = month_end(day.year, day.month) + timedelta(days=1)
        return -(-(after - self.start).days // every.days)

    def _day(self, steps: int) -> date:
        every = self.terms.every
        if every.days:
            return self.start + timedelta(days=every.days * steps)
        return add_months(self.start, every.months * steps, self.start.day)


class TrialFigures:
    """The figures of the rows by column."""

    def __init__(self, trial: TrialTerms, numbers: TrialNumbers) -> None:
        self.trial, self.numbers = trial, numbers
        self.rows, self.shares, self.affine = trial.schedule.rows, trial.shares(), tuple(trial.affine())
        self.periods, self.flat = trial.periods(), trial.frame.flat

    def of(self, no: int) -> dict[int, Value]:
        """Column → value of row ``no``; nothing beyond the count."""
        if no > len(self.rows):
            return {}
        row, currency, scale = self.rows[no - 1], self.trial.terms.currency, self.numbers.scale
        candidate = self.periods[no - 2] + 1 if no > 1 else 0
        first, second, period = self.numbers.hops(no, candidate)
        share, (a, b) = self.shares[no - 1], self.affine[no - 1]
        typed = self.trial.typed.get(no)
        return {
            NO: row.no, DUE: row.due_on, DAYS: row.days, OPENING: row.opening, PRINCIPAL: row.principal,
            INTEREST: row.interest, FEE: row.fee, CARRIED: row.carried, PAYMENT: row.payment, CLOSING: row.closing,
            STEP: candidate, HOP_1: first, HOP_2: second, PERIOD: period,
            SHARE: decimal(share),
            RAW: decimal(row.opening_minor * share / scale),
            FLAT: Money(self.flat[no - 1] if self.flat else 0, currency),
            PART: typed - row.fee - row.carried if typed is not None else "",
            LEFT: decimal(a / scale),
            TIMES: decimal(b),
        }  # fmt: skip
