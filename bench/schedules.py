"""Schedules of 60 equal instalments: Concord's against amortisation libraries and a bare loop over the same figures."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from bench.contest import Contender, Contest, Work, peer
from workstation.money import Money
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.terms import Terms
from workstation.rates import Rate

PRINCIPAL: Final = 50_000
ROWS: Final = 60
START: Final = date(2026, 11, 10)
FIRST_DUE: Final = date(2026, 12, 10)

PlainRow = tuple[int, date, int, int, int, int, int, int, int, int]
"""What a row of a schedule holds: no, due day, days, opening, principal, interest, fee, carried, payment, closing."""


def contests(folder: Path) -> list[Contest]:
    """One contest; nothing is written to ``folder``. Raises RuntimeError when the bare loop comes to other figures."""
    terms = _terms()
    if plain_rows(PRINCIPAL * 100, ROWS) != [row[:10] for row in schedule(terms).rows]:
        raise RuntimeError("the bare loop and the schedule differ")
    peers = (
        Contender("bare loop: the same dates and figures", lambda: plain_rows(PRINCIPAL * 100, ROWS)),
        giving("exact cents and dates", peer("amortizacion-engine", dated_cents)),
        giving("exact cents, no dates", peer("loankit", cents)),
        giving("floats and dates", peer("loan-calculator", dated_floats)),
        giving("unrounded decimals, no dates", peer("mortgage", unrounded)),
        giving("floats, no dates", peer("amortization", floats)),
    )
    return [Contest(f"schedule of {ROWS} rows", lambda: schedule(terms), peers)]


def giving(what: str, one: Contender) -> Contender:
    """The contender with what it gives in its name, as no two give the same."""
    return replace(one, name=f"{one.name}: {what}")


def _terms() -> Terms:
    nothing = Money(0)
    return Terms(
        principal=Money(PRINCIPAL * 100),
        first_due=FIRST_DUE,
        interest_from=START,
        interest=nothing,
        penalty=nothing,
        fees=nothing,
        waive_principal=nothing,
        down_payment=nothing,
        instalments=ROWS,
        rate=Rate(Decimal("0.18")),
    )


def plain_rows(principal: int, rows: int) -> list[PlainRow]:
    """The same rows as plain tuples of cents and dates, for these terms alone: 1.5 % a month, half up, nothing checked."""
    payment, balance = even_payment(principal, rows), principal
    result = []
    for no in range(1, rows + 1):
        year, month = divmod(FIRST_DUE.year * 12 + FIRST_DUE.month + no - 2, 12)
        due = date(year, month + 1, min(FIRST_DUE.day, monthrange(year, month + 1)[1]))
        opening, interest = balance, (balance * 30 + 1000) // 2000
        part = balance if no == rows else payment - interest
        balance -= part
        result.append((no, due, 30, opening, part, interest, 0, 0, part + interest, balance))
    return result


def even_payment(principal: int, rows: int) -> int:
    """The even payment at 15 / 1000 a month, in whole numbers, half up."""
    power: int = 1015**rows
    base: int = 1000**rows
    return (2 * principal * 15 * power + 1000 * (power - base)) // (2 * 1000 * (power - base))


def integer_loop(principal: int, rows: int) -> list[tuple[int, int, int]]:
    """The least anybody could do, for `options`: cents at 1.5 % a month; no dates, no checks."""
    payment, balance = even_payment(principal, rows), principal
    result = []
    for no in range(rows):
        interest = (balance * 30 + 1000) // 2000
        part = balance if no == rows - 1 else payment - interest
        balance -= part
        result.append((part, interest, balance))
    return result


def floats() -> Work:
    """amortization: floats rounded to the cent."""
    from amortization.schedule import amortization_schedule

    return lambda: list(amortization_schedule(PRINCIPAL, 0.18, ROWS))


def cents() -> Work:
    """loankit: decimals rounded to the cent, the rest in the last row."""
    from loan import LoanRequest
    from loan.strategies import STRATEGIES

    request = LoanRequest(Decimal(PRINCIPAL), Decimal(18), ROWS, "equal-installment")
    return lambda: STRATEGIES["equal-installment"]().generate(request)


def dated_cents() -> Work:
    """amortizacion-engine: decimals rounded to the cent with due dates, the work nearest to Concord's."""
    from financial_engine import AmortizationMode, simulate

    mode = AmortizationMode.FRENCH_FIXED_PAYMENT
    principal, rate = Decimal(PRINCIPAL), Decimal("0.18")
    return lambda: simulate(mode=mode, principal=principal, annual_rate=rate, periods=ROWS, start_date=START)


def unrounded() -> Work:
    """mortgage: decimals of 28 digits, never brought to cents."""
    from mortgage import Loan

    return lambda: Loan(PRINCIPAL, 0.18, ROWS // 12).schedule()


def dated_floats() -> Work:
    """loan-calculator: floats with due dates that are given to it."""
    from loan_calculator.loan import Loan

    dates = [row[1] for row in plain_rows(PRINCIPAL * 100, ROWS)]
    return lambda: Loan(PRINCIPAL, 0.18, START, dates)
