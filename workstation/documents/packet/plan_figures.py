"""Figures of a plan that is applied for: regular payment, relief, true cost and every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.documents.packet.figures import PlanFigures, RowFigures
from workstation.documents.typesetting.amounts_in_words import in_words
from workstation.money import Money
from workstation.plan.schedule.accrual import YEAR_DAYS
from workstation.plan.schedule.calculate import Schedule, ScheduleRow
from workstation.plan.schedule.terms import Every, Terms
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account
from workstation.rates import Rate, percent
from workstation.wording import Wording

_MONTHS: Final = 12
_STEPS: Final = 6
"""Runs of like payments that one line can tell."""
_ROUNDING: Final = 5  # minor units by which even payments may differ: principal and carried amounts are spread apart


def plan_figures(plan: PlanVersion, schedule: Schedule, account: Account, words: Wording, language: str) -> PlanFigures:
    """One chosen plan as the papers show it."""
    terms, rows, waived = plan.terms, schedule.rows, schedule.waived
    paid = _payments(rows, words)
    overall = schedule.totals.payment + schedule.up_front
    true_rate = schedule.true_rate
    return PlanFigures(
        account=account_label(account, words),
        currency=terms.currency,
        method=words.text(f"paper.method.{terms.method}"),
        count=len(rows),
        every=_every(terms, words),
        first_due=words.day(rows[0].due_on),
        last_due=words.day(rows[-1].due_on),
        payment=paid.regular,
        least=paid.least,
        odd_label=paid.odd_label,
        odd_payment=paid.odd,
        uneven=paid.uneven,
        steps=_steps(rows) if paid.uneven else (),
        waived_principal=waived.principal,
        waived_interest=waived.interest,
        waived_penalty=waived.penalty,
        waived_fees=waived.fees,
        waived=waived.principal + waived.interest + waived.penalty + waived.fees,
        up_front=schedule.up_front,
        rate=_yearly(terms).percent() if schedule.totals.interest else "",
        simple=percent(true_rate.simple) if true_rate else "",
        compound=percent(true_rate.compound) if true_rate else "",
        rows=tuple(_row(row, words) for row in rows),
        total=_total(schedule, words),
        overall=overall,
        overall_words=in_words(overall, language),
        deferral=terms.deferral_months,
        account_id=account.id,
    )


def _every(terms: Terms, words: Wording) -> str:
    """The step between payments, and the calendar months in which none is due."""
    every = every_text(terms.every, words)
    if not terms.skip_months:
        return every
    months = words.text("paper.list_separator").join(map(str, sorted(set(terms.skip_months))))
    return words.text("paper.plan.every_but", {"every": every, "months": months})


def _yearly(terms: Terms) -> Rate:
    """The agreed rate as one of a year, whatever span it was agreed for: papers tell yearly rates alone."""
    times = {"annual": 1, "monthly": _MONTHS, "daily": YEAR_DAYS[terms.day_count]}
    return Rate(terms.rate.value * times[terms.rate.per])


def granted_on(file: CaseFile, plans: Sequence[PlanVersion]) -> date | None:
    """The day of the last grant, when the bank has granted every plan."""
    replies = [file.decision(plan.id, "bank") for plan in plans]
    granted = [file.day_of(reply.at) for reply in replies if reply and reply.decision == "granted"]
    return max(granted) if granted and len(granted) == len(plans) else None


def account_label(account: Account, words: Wording) -> str:
    """``信用卡（尾号 6214）``: the only part of a number that papers show."""
    product = words.text(f"product.{account.product}")
    return words.text("paper.account", {"product": product, "tail": account.tail})


@dataclass(frozen=True, slots=True)
class _Payments:
    """``regular`` is the largest of the like payments, ``least`` the smallest where they differ by a few cents of rounding."""

    regular: Money
    least: Money | None = None
    odd: Money | None = None
    odd_label: str = ""
    uneven: bool = False


def _payments(rows: tuple[ScheduleRow, ...], words: Wording) -> _Payments:
    """Like payments and the single one that differs: the last, the first, or one that was fixed."""
    currency = rows[0].currency
    amounts = [row.payment_minor for row in rows]
    common = Counter(amounts).most_common(1)[0][0]
    like = [amount for amount in amounts if abs(amount - common) <= _ROUNDING]
    others = [row for row in rows if abs(row.payment_minor - common) > _ROUNDING]
    if len(others) > 1 or (others and len(like) == 1):
        return _Payments(Money(max(amounts), currency), uneven=True)
    least = Money(min(like), currency) if min(like) != max(like) else None
    # One row beside equal ones is the remainder's; among rows that differ by cents it is not worth a name.
    last = rows[-1].payment_minor
    if not others and least and set(amounts[:-1]) == {common} and last != common:
        return _Payments(Money(common, currency), None, rows[-1].payment, words.text("paper.plan.last"))
    if not others:
        return _Payments(Money(max(like), currency), least)
    key = "paper.plan.last" if others[0] is rows[-1] else "paper.plan.numbered"
    label = words.text(key, {"no": str(others[0].no)})
    return _Payments(Money(max(like), currency), least, others[0].payment, label)


def _steps(rows: tuple[ScheduleRow, ...]) -> tuple[tuple[int, int, Money], ...]:
    """The runs of like payments, each with the numbers of its first and last row; none where there are more than a line tells."""
    runs: list[tuple[int, int, Money]] = []
    for row in rows:
        if runs and runs[-1][2] == row.payment:
            runs[-1] = (runs[-1][0], row.no, row.payment)
        else:
            runs.append((row.no, row.no, row.payment))
    return tuple(runs) if len(runs) <= _STEPS else ()


def every_text(every: Every, words: Wording) -> str:
    """``每月一期``."""
    if every.days:
        return words.text("paper.plan.every_days", {"count": str(every.days)})
    key = "paper.plan.every_month" if every.months == 1 else "paper.plan.every_months"
    return words.text(key, {"count": str(every.months)})


def _row(row: ScheduleRow, words: Wording) -> RowFigures:
    return RowFigures(
        no=str(row.no),
        due_on=words.day(row.due_on),
        opening=row.opening,
        principal=row.principal,
        interest=row.interest,
        fee=row.fee,
        carried=row.carried,
        payment=row.payment,
        closing=row.closing,
    )


def _total(schedule: Schedule, words: Wording) -> RowFigures:
    sums = schedule.totals
    return RowFigures(
        no=words.text("paper.total"),
        due_on="",
        opening=schedule.rows[0].opening,
        principal=sums.principal,
        interest=sums.interest,
        fee=sums.fee,
        carried=sums.carried,
        payment=sums.payment,
        closing=schedule.rows[-1].closing,
    )
