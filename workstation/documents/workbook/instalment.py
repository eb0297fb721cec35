"""The even instalment as a spreadsheet expression, for every pattern of rows that the calculator solves.

An even amount x brings the balance to nothing: amount = Σ v·x over the even rows + Σ v·part over the fixed ones, with v the product
of 1 / (1 + interest share) up to the row. With equal shares and nothing fixed this is the annuity, written as PMT.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workstation.plan.schedule.frame import EVEN, INTEREST_ONLY, PlanFrame
from workstation.plan.schedule.terms import Terms

FACTOR = "L"
"""The side column of the discount factors."""


def instalment_expression(terms: Terms, frame: PlanFrame, factors: Sequence[str], top: int) -> str:
    """The unrounded even amount in major units; empty when the rows do not follow one pattern. ``factors`` are the interest
    shares of the rows as expressions, ``top`` the sheet row of the first."""
    even = [i for i, part in enumerate(frame.parts) if part is EVEN]
    plain = len(even) == frame.rows
    if not even:
        return ""
    if frame.flat is not None:
        return f"(plan_amount+F{top + frame.rows})/plan_count" if plain else ""
    if frame.even_principal:
        return _even_principal(frame, even)
    if plain and len(set(frame.interest_factors)) == 1 and (level := _level(terms, frame, factors[0])):
        return f"PMT({level},plan_count,-plan_amount)"
    return _discounted(terms, frame, even, top)


def _even_principal(frame: PlanFrame, even: Sequence[int]) -> str:
    grace = frame.parts.count(INTEREST_ONLY)
    if len(even) + grace != frame.rows:
        return ""
    return f"plan_amount/(plan_count-{grace})" if grace else "plan_amount/plan_count"


def _level(terms: Terms, frame: PlanFrame, factor: str) -> str:
    """The rate a period where all are whole months of 30 days; "0" where no interest runs."""
    if not factor:
        return "0"
    if terms.day_count != "30/360" or set(frame.accrual.days) != {30 * terms.every.months}:
        return ""
    rate = {"annual": "plan_rate/12", "monthly": "plan_rate", "daily": "plan_rate*30"}[terms.rate.per]
    return rate if terms.every.months == 1 else f"{rate}*{terms.every.months}"


def _discounted(terms: Terms, frame: PlanFrame, even: Sequence[int], top: int) -> str:
    fixed = [i for i, part in enumerate(frame.parts) if part is not EVEN and part != INTEREST_ONLY]
    last = frame.rows - 1
    open_last = last in fixed and last not in frame.fixed
    runs = _runs(fixed[:-1] if open_last else fixed, top)
    given = "".join(f"-SUMPRODUCT(I{a}:I{b}-G{a}:G{b}-H{a}:H{b},{FACTOR}{a}:{FACTOR}{b})" for a, b in runs)
    if open_last:
        given += _last_step(terms, frame, top)
    whole = ",".join(f"{FACTOR}{a}:{FACTOR}{b}" for a, b in _runs(even, top))
    amount = f"(plan_amount{given})" if given else "plan_amount"
    return f"{amount}/SUM({whole})"


def _last_step(terms: Terms, frame: PlanFrame, top: int) -> str:
    """What the step asks of the last row. That row pays what is left, which follows from the even amount: reading its payment
    would go in a circle, so the amount of the step is read from the row above, or is named where the step begins here."""
    last = frame.rows - 1
    at, step = top + last, terms.steps[-1]
    typed = step.start <= last and last - 1 not in frame.fixed and frame.parts[last - 1] not in (EVEN, INTEREST_ONLY)
    amount = f"I{at - 1}" if typed else step.amount.text() if step.amount else "0"
    return f"-({amount}-G{at}-H{at})*{FACTOR}{at}"


def _runs(indexes: Sequence[int], top: int) -> Iterator[tuple[int, int]]:
    """First and last sheet row of every unbroken run of row indexes."""
    start = 0
    for i, index in enumerate(indexes):
        if i + 1 == len(indexes) or indexes[i + 1] != index + 1:
            yield top + indexes[start], top + index
            start = i + 1
