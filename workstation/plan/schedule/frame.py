"""The frame of a schedule before its even amount is known: what each row owes beside principal and what is fixed.

All amounts are whole minor units. A row's *part* is what it pays towards interest and principal together.
"""

from typing import Final, NamedTuple

from workstation.errors import Finding, Refused
from workstation.money import Money, Rounding
from workstation.plan.schedule.accrual import Accrual, accrual, rounded
from workstation.plan.schedule.components import Components, components, spread_evenly
from workstation.plan.schedule.due_days import DueDays, due_days
from workstation.plan.schedule.terms import Terms

EVEN: Final = None
INTEREST_ONLY: Final = -1
"""A row of the principal's grace; parts that stand are never negative."""

_WITHOUT_INTEREST: Final = ("interest_free", "flat_fee")
_PRINCIPAL_IS_EVEN: Final = ("equal_principal", "interest_free", "flat_fee")
_LAST_IS_SOLVED: Final = ("custom", "lump_sum")


class PlanFrame(NamedTuple):
    """Everything the walk over the rows needs.

    ``parts[i]`` is EVEN, INTEREST_ONLY or the part that stands; ``fixed`` are the row indexes a fixed payment stands in.
    ``even_principal``: the even rows share the principal evenly, not the instalment.
    ``flat`` holds interest that does not depend on the balance, else it is None and ``interest_factors`` / ``whole`` give it.
    """

    due: DueDays
    old: Components
    accrual: Accrual
    interest_factors: tuple[int, ...]
    whole: int
    flat: tuple[int, ...] | None
    fee: int
    carried: tuple[int, ...]
    parts: tuple[int | None, ...]
    fixed: frozenset[int]
    even_principal: bool
    rounding: Rounding
    given: bool
    uniform: bool

    @property
    def skipping(self) -> bool:
        """Whether a row spans more than one period because months were left out."""
        return max(self.due.steps) > 1

    @property
    def rows(self) -> int:
        """How many rows."""
        return len(self.parts)


def frame(terms: Terms, rows: int) -> PlanFrame:
    """The skeleton of ``rows`` rows; the terms are checked before."""
    due = due_days(terms, rows)
    old = components(terms, due)
    accrued = accrual(terms, due)
    carried = spread_evenly(old.spread, rows, terms.rounding.unit, 0 if terms.remainder == "first" else -1)
    carried[0] += old.first
    fee = _fee(terms, old.original)
    fixed = _fixed(terms, rows)
    interest_factors = _interest_factors(terms, accrued)
    flat = _flat(terms, old.original, interest_factors, accrued.whole) if terms.method == "flat_interest" else None
    return PlanFrame(
        due,
        old,
        accrued,
        interest_factors if flat is None else (0,) * rows,
        accrued.whole if flat is None else 1,
        flat,
        fee,
        tuple(carried),
        tuple(_parts(terms, rows, fixed, fee, carried)),
        frozenset(fixed),
        terms.method in _PRINCIPAL_IS_EVEN,
        terms.rounding,
        bool(terms.fixed or terms.steps),
        not (terms.fixed or terms.steps or terms.grace_principal) and len(set(interest_factors)) == 1,
    )


def _fee(terms: Terms, original: int) -> int:
    if terms.method != "flat_fee":
        return 0
    top, bottom = terms.period_fee.as_integer_ratio()
    return rounded(original * top, bottom, terms.rounding.mode)


def _interest_factors(terms: Terms, accrued: Accrual) -> tuple[int, ...]:
    rows = len(accrued.interest_factors)
    if terms.method in _WITHOUT_INTEREST:
        return (0,) * rows
    free = min(terms.grace_interest, rows)
    return (0,) * free + accrued.interest_factors[free:] if free else accrued.interest_factors


def _flat(terms: Terms, original: int, interest_factors: tuple[int, ...], whole: int) -> tuple[int, ...]:
    """Interest on the original principal: the total is exact, the last row takes what rounding the rows leaves."""
    mode = terms.rounding.mode
    total = rounded(original * sum(interest_factors), whole, mode)
    flat = [rounded(original * factor, whole, mode) for factor in interest_factors]
    flat[-1] = total - sum(flat[:-1])
    for i in range(len(flat) - 1, 0, -1):  # tiny interest rounded up may use the total before the last row
        if flat[i] >= 0:
            break
        flat[i - 1] += flat[i]
        flat[i] = 0
    return tuple(flat)


def _fixed(terms: Terms, rows: int) -> dict[int, int]:
    fixed = {payment.no - 1: payment.amount.minor for payment in terms.fixed if payment.no <= rows}
    if terms.method in _LAST_IS_SOLVED or len(fixed) == rows:
        fixed.pop(rows - 1, None)
    return fixed


def _parts(terms: Terms, rows: int, fixed: dict[int, int], fee: int, carried: list[int]) -> list[int | None]:
    parts: list[int | None] = [EVEN] * rows
    if not (fixed or terms.grace_principal or terms.method == "step"):
        return parts
    beside = [fee + amount for amount in carried]
    if terms.method == "step":
        _step(terms, parts, beside)
    parts[: terms.grace_principal] = [INTEREST_ONLY] * min(terms.grace_principal, rows)
    for i, amount in fixed.items():
        parts[i] = _covering("fixed", i, amount, beside[i], terms)
    if EVEN not in parts and rows - 1 not in fixed:
        parts[-1] = EVEN
    return parts


def _step(terms: Terms, parts: list[int | None], beside: list[int]) -> None:
    for step in terms.steps:
        for i in range(step.start - 1, len(parts)):
            parts[i] = EVEN if step.amount is None else _covering("steps", i, step.amount.minor, beside[i], terms)


def _covering(key: str, i: int, payment: int, beside: int, terms: Terms) -> int:
    """What a payment leaves for principal and interest; one smaller than what its row carries leaves nothing and is refused."""
    if payment < beside:
        amount = Money(beside, terms.currency).text()
        raise Refused(Finding("negative_amortisation", key, {"row": str(i + 1), "amount": amount}))
    return payment - beside
