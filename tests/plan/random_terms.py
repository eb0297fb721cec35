"""Terms of every kind by chance, the same for the same seed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from workstation.money import Money, Rounding
from workstation.plan.schedule.terms import Every, FixedPayment, Step, Terms
from workstation.rates import Rate

TREATMENTS = ("waive", "in_plan", "capitalise", "first_instalment", "up_front")
METHODS = (
    "equal_instalment", "equal_instalment", "equal_instalment", "equal_principal", "interest_free", "flat_fee",
    "flat_interest", "lump_sum", "step", "custom",
)  # fmt: skip


def random_terms(chance: Random) -> Terms:
    """Mostly sensible terms: some are refused, as fixed payments and coarse rounding meet small debts."""
    rows = chance.randint(1, 60)
    principal = chance.choice([chance.randint(0, 200), chance.randint(200, 10**5), chance.randint(10**5, 10**7)])
    method = chance.choice(METHODS)
    return Terms(
        Money(principal),
        chance.choice([date(2026, 12, 10), date(2027, 1, 31), date(2026, 12, 30)]),
        date(2026, 11, chance.randint(1, 30)),
        Money(chance.randint(0, principal // 10)),
        Money(chance.randint(0, 5000)),
        Money(chance.randint(0, 500)),
        Money(chance.choice([0, 0, principal // 10])),
        Money(chance.choice([0, 0, principal // 5])),
        method=method,  # type: ignore[arg-type]
        instalments=rows,
        every=chance.choice([Every(1)] * 4 + [Every(3), Every(0, 7), Every(0, 14), Every(2)]),
        rate=chance.choice([
            Rate(Decimal(chance.randint(0, 36)) / 100), Rate(Decimal("0.0005"), "daily"),
            Rate(Decimal("0.015"), "monthly"), Rate(Decimal(0)),
        ]),
        day_count=chance.choice(["30/360", "30/360", "actual/365", "actual/360", "actual/actual"]),
        period_fee=Decimal("0.006"),
        treat_interest=chance.choice(TREATMENTS),  # type: ignore[arg-type]
        treat_penalty=chance.choice(TREATMENTS),  # type: ignore[arg-type]
        treat_fees=chance.choice(TREATMENTS),  # type: ignore[arg-type]
        grace_principal=chance.choice([0, 0, 0, min(3, rows - 1)]),
        grace_interest=chance.choice([0, 0, 0, min(3, rows)]),
        deferral_months=chance.choice([0, 0, 0, 3]),
        deferral_interest=chance.choice(["stops", "accrues"]),
        steps=_steps(chance, principal, rows) if method == "step" else (),
        fixed=_fixed(chance, method, principal, rows),
        skip_months=chance.choice([(), (), (), (2,), (1, 2)]),
        rounding=Rounding(chance.choice([1, 1, 1, 10, 100, 1000]), chance.choice(["half_up", "half_even", "up", "down"])),
        remainder=chance.choice(["last", "first"]),
        shift=chance.choice(["none", "none", "following", "preceding", "modified_following"]),
        calendar=chance.choice([None, "cn"]),
    )  # fmt: skip


def _steps(chance: Random, principal: int, rows: int) -> tuple[Step, ...]:
    start = chance.randint(1, rows)
    amount = Money(int(principal / rows * chance.uniform(0.5, 1.5)))
    if start < rows and chance.random() < 0.5:
        return Step(start, amount), Step(chance.randint(start + 1, rows), None)
    return (Step(start, chance.choice([amount, None])),)


def _fixed(chance: Random, method: str, principal: int, rows: int) -> tuple[FixedPayment, ...]:
    if method == "custom":
        numbers = list(range(1, rows))
    elif method == "lump_sum" or chance.random() < 0.2:
        numbers = sorted(chance.sample(range(1, rows + 1), min(rows, chance.randint(1, 3))))
    else:
        return ()
    return tuple(FixedPayment(no, Money(int(principal / rows * chance.uniform(0.3, 1.5)))) for no in numbers)
