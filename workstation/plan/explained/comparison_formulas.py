"""Where the figures of a comparison come from, as formulas that give them again when worked out."""

from __future__ import annotations

from workstation.money import HALF_UP, Money
from workstation.plan.debt.balances import COMPONENTS
from workstation.plan.debt.comparison import Compared, Owing, Waiting
from workstation.plan.explained.explain import Explainer
from workstation.plan.explained.formula import Formula
from workstation.plan.explained.waiting_formulas import Part, WaitingExplainer


def of_payment(plan: Compared) -> Formula:
    """The even amount of the plan; where no row is even, its largest instalment."""
    explainer = Explainer.of(plan.schedule)
    largest = max(plan.schedule.rows, key=lambda row: row.payment_minor)
    return explainer.even_part() or explainer.amount(largest.no, "payment")


def of_total(plan: Compared) -> Formula:
    """All instalments with what is paid up front."""
    totals, zero = plan.schedule.totals, Money.zero(plan.total.currency)
    values = {
        "principal": totals.principal, "interest": totals.interest, "fee": totals.fee, "carried": totals.carried,
        "up_front": plan.up_front,
    }  # fmt: skip
    parts = {name: amount for name, amount in values.items() if amount} or {"principal": zero}
    return Formula("total paid", " + ".join(parts), parts, HALF_UP, plan.total)


def of_saved(plan: Compared) -> Formula | None:
    """What the plan saves in a year against waiting; None when nobody knows how the debt grows."""
    saved = next((one for one in plan.saved if one.months), None)
    if saved is None:
        return None
    return Formula(
        "a year saved", "waited - spent", {"waited": saved.waited, "spent": saved.spent}, HALF_UP, saved.amount
    )


def of_waiting(waiting: Waiting, point: Owing, part: Part = "total") -> Formula:
    """What doing nothing owes at one of its points, whole or of one component; today the whole is the sum of its parts."""
    today, owed = waiting.points[0], point.owed
    if point.on > today.on:
        explainer = WaitingExplainer(today.owed, waiting.minimum_due, today.on, waiting.terms)
        return explainer.amount(point.on, part)
    parts = COMPONENTS if part == "total" else (part,)
    values = {f"{name}_today": owed.part(name) for name in parts}
    name = "owed_today" if part == "total" else f"waiting_{part}"
    amount = owed.total if part == "total" else owed.part(part)
    return Formula(f"{point.on.isoformat()} {name}", " + ".join(values), values, HALF_UP, amount)


def of_waiting_parts(waiting: Waiting, point: Owing) -> tuple[Formula, ...]:
    """Every component that is not nothing, then the whole; the penalty of a month besides where there is one."""
    parts: list[Part] = [name for name in COMPONENTS if point.owed.part(name)]
    charge = WaitingExplainer(waiting.points[0].owed, waiting.minimum_due, waiting.points[0].on, waiting.terms).charge()
    found = [of_waiting(waiting, point, part) for part in (*parts, "total")]
    return (*([charge] if charge is not None and point.on > waiting.points[0].on else []), *found)
