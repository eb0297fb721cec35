"""The heart of the calculator: terms in, rows out. Rows hold whole minor units and answer with Money."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from itertools import accumulate, count, repeat
from operator import add
from typing import NamedTuple

from workstation.errors import Finding, refuse_if
from workstation.money import Money
from workstation.plan.rate.true_rate import TrueRate, rate_of_rows
from workstation.plan.schedule.accrual import days_between
from workstation.plan.schedule.affordable import AffordableTrial, fewest_rows
from workstation.plan.schedule.components import Waived
from workstation.plan.schedule.frame import PlanFrame, frame
from workstation.plan.schedule.term_checks import term_findings
from workstation.plan.schedule.terms import Terms
from workstation.plan.schedule.walk import Walked, walk


class ScheduleRow(NamedTuple):
    """One instalment: payment = principal + interest + fee + carried; ``opening`` and ``closing`` are principal balances.

    A tuple of whole minor units, so that sixty rows cost little; the properties answer with Money.
    """

    no: int
    due_on: date
    days: int
    opening_minor: int
    principal_minor: int
    interest_minor: int
    fee_minor: int
    carried_minor: int
    payment_minor: int
    closing_minor: int
    currency: str

    @property
    def opening(self) -> Money:
        """Principal owed before this row."""
        return Money(self.opening_minor, self.currency)

    @property
    def principal(self) -> Money:
        """Principal paid in this row."""
        return Money(self.principal_minor, self.currency)

    @property
    def interest(self) -> Money:
        """New interest of this row."""
        return Money(self.interest_minor, self.currency)

    @property
    def fee(self) -> Money:
        """The period fee."""
        return Money(self.fee_minor, self.currency)

    @property
    def carried(self) -> Money:
        """Old interest, penalty and fees (and accrued deferral interest) paid in this row."""
        return Money(self.carried_minor, self.currency)

    @property
    def payment(self) -> Money:
        """What the debtor pays on the due day."""
        return Money(self.payment_minor, self.currency)

    @property
    def closing(self) -> Money:
        """Principal owed after this row."""
        return Money(self.closing_minor, self.currency)


class Totals(NamedTuple):
    """Sums over all rows; what is paid up front is not among them."""

    principal: Money
    interest: Money
    fee: Money
    carried: Money
    payment: Money


@dataclass(frozen=True)
class Schedule:
    """The rows of a plan with what stands beside them. No slots: totals and true rate are worked out when first asked."""

    terms: Terms
    rows: tuple[ScheduleRow, ...]
    up_front: Money
    waived: Waived
    findings: tuple[Finding, ...]
    times: tuple[int, ...]
    """Days from ``interest_from`` to each payment, of 30/360 or actual, for the true rate."""

    @cached_property
    def totals(self) -> Totals:
        """Sums over all rows."""
        sums = [sum(column) for column in list(zip(*self.rows, strict=True))[4:9]]
        return Totals(*[Money(minor, self.terms.currency) for minor in sums])

    @cached_property
    def true_rate(self) -> TrueRate | None:
        """Yearly cost of what is financed against all payments but the carried; None when nothing is financed.

        Time runs in months of 1/12 year under 30/360, else in days of 1/365 year.
        """
        paid = [row.payment_minor - row.carried_minor for row in self.rows]
        year = 360 if self.terms.day_count == "30/360" else 365
        return rate_of_rows(self.rows[0].opening_minor, paid, self.times, year)


def schedule(terms: Terms) -> Schedule:
    """The rows of the terms; raises `Refused` with every finding that keeps them from being planned."""
    refuse_if(term_findings(terms))
    if terms.affordable is not None:
        return rows_of(terms, fewest_rows(terms, terms.affordable, lambda rows: _trial(rows_of(terms, rows))))
    return rows_of(terms, asked_rows(terms))


def _trial(plan: Schedule) -> AffordableTrial:
    return AffordableTrial([row.payment_minor for row in plan.rows], plan.rows[0].interest_minor)


def asked_rows(terms: Terms) -> int:
    """How many rows the terms ask for; custom and lump-sum plans may leave it to their fixed payments."""
    return terms.instalments or max((payment.no for payment in terms.fixed), default=1)


def rows_of(terms: Terms, rows: int) -> Schedule:
    """The schedule of checked terms in ``rows`` rows."""
    plan_frame = frame(terms, rows)
    walked = walk(plan_frame, terms.currency, terms.remainder)
    return Schedule(
        terms,
        _rows(plan_frame, walked, terms.currency),
        Money(plan_frame.old.up_front, terms.currency),
        plan_frame.old.waived,
        (*_findings(plan_frame, terms), *_eased(walked.interest_only)),
        _times(plan_frame, terms),
    )


def _rows(plan_frame: PlanFrame, walked: Walked, currency: str) -> tuple[ScheduleRow, ...]:
    payments = map(add, walked.principal, walked.interest)
    if plan_frame.fee or plan_frame.old.spread or plan_frame.old.first:
        payments = map(add, payments, [carried + plan_frame.fee for carried in plan_frame.carried])
    columns = zip(
        count(1),
        plan_frame.due.due_on,
        plan_frame.accrual.days,
        [plan_frame.old.financed, *walked.closing],
        walked.principal,
        walked.interest,
        repeat(plan_frame.fee),
        plan_frame.carried,
        payments,
        walked.closing,
        repeat(currency),
        strict=False,
    )
    # What Row(...) does, without its keyword handling: the rows are most of the work of a schedule.
    return tuple(map(partial(tuple.__new__, ScheduleRow), columns))


def _findings(plan_frame: PlanFrame, terms: Terms) -> tuple[Finding, ...]:
    unknown = plan_frame.due.unknown_on
    if unknown is None:
        return ()
    return (Finding("calendar_ends", "shift.calendar", {"calendar": terms.calendar or "", "day": unknown.isoformat()}),)


def _times(plan_frame: PlanFrame, terms: Terms) -> tuple[int, ...]:
    before = days_between(terms.interest_from, plan_frame.due.runs_from, terms.day_count)
    return tuple(accumulate(plan_frame.accrual.days, initial=before))[1:]


def _eased(rows: tuple[int, ...]) -> tuple[Finding, ...]:
    if not rows:
        return ()
    return (Finding("interest_only_rows", "skip_months", {"rows": ", ".join(map(str, rows))}),)
