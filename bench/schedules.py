"""Schedules of 60 equal instalments: Concord's exact one against amortisation libraries and a bare integer loop."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from bench.contest import Contender, Contest, Work, peer
from workstation.money import Money
from workstation.plan.schedule import schedule
from workstation.plan.terms import Terms
from workstation.rates import Rate

PRINCIPAL = 50_000
ROWS = 60


def contests(folder: Path) -> list[Contest]:
    """One contest; nothing is written to ``folder``."""
    nothing = Money(0)
    terms = Terms(
        principal=Money(PRINCIPAL * 100),
        first_due=date(2026, 12, 10),
        interest_from=date(2026, 11, 10),
        interest=nothing,
        penalty=nothing,
        fees=nothing,
        waive_principal=nothing,
        down_payment=nothing,
        instalments=ROWS,
        rate=Rate(Decimal("0.18")),
    )
    peers = (
        Contender("bare integer loop", lambda: integer_loop(PRINCIPAL * 100, ROWS)),
        peer("amortization", floats),
        peer("loankit", decimals),
        peer("loan-calculator", dated_floats),
    )
    return [Contest(f"schedule of {ROWS} rows", lambda: schedule(terms), peers)]


def integer_loop(principal: int, rows: int) -> list[tuple[int, int, int]]:
    """The least anybody could do: cents, a monthly rate of 15 / 1000, half up; no dates, no checks."""
    power, base = 1015**rows, 1000**rows
    payment = (2 * principal * 15 * power + 1000 * (power - base)) // (2 * 1000 * (power - base))
    balance, result = principal, []
    for no in range(rows):
        interest = (balance * 30 + 1000) // 2000
        part = balance if no == rows - 1 else payment - interest
        balance -= part
        result.append((part, interest, balance))
    return result


def floats() -> Work:
    """amortization: floats rounded to the cent, no dates."""
    from amortization.schedule import amortization_schedule

    return lambda: list(amortization_schedule(PRINCIPAL, 0.18, ROWS))


def decimals() -> Work:
    """loankit: decimals, no dates."""
    from loan import LoanRequest
    from loan.strategies import STRATEGIES

    request = LoanRequest(Decimal(PRINCIPAL), Decimal(18), ROWS, "equal-installment")
    return lambda: STRATEGIES["equal-installment"]().generate(request)


def dated_floats() -> Work:
    """loan-calculator: floats with due dates, as Concord has them."""
    from loan_calculator.loan import Loan

    dates = [date(2026 + (11 + no) // 12, (11 + no) % 12 + 1, 10) for no in range(ROWS)]
    return lambda: Loan(PRINCIPAL, 0.18, date(2026, 11, 10), dates)
