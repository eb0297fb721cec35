"""The true yearly rate of 60 instalments on irregular days: Concord's against root finders of ten digits and more.

`rate_of_times` is what `calc true-rate` and the pages call: thirteen digits, all correct, of whole cents at whole days of
1/365 year. The peers get the same flows in the form each likes best, prepared before the clock starts. Nobody is told where
the rate lies.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Final

from bench.contest import Contest, Work, peer
from bench.schedules import giving
from workstation.plan.rate.true_rate import rate_of_times

START: Final = date(2026, 11, 10)
YEAR: Final = 365
TIMES: Final = (0, *[30 * no + 7 * no * no % 11 for no in range(1, 61)])
"""Days from the start, of ten different gaps."""
AMOUNTS: Final = (-5_000_000, *[126_967 + 1_000 * (no % 7) for no in range(60)])
PRECISION: Final = 1e-10
BRACKET: Final = (-0.99, 10.0)
"""What brentq searches: Concord answers for any rate above −100 %, so the peer is not led to this one either."""


def contests(folder: Path) -> list[Contest]:
    """One contest; nothing is written to ``folder``."""
    peers = (
        giving("brentq, NPV in plain Python", peer("scipy", brentq_plain)),
        giving("brentq, NPV in numpy", peer("scipy", brentq_numpy)),
        giving("irr, equal periods only", peer("numpy-financial", irr)),
        giving("xirr, in Rust", peer("pyxirr", xirr)),
    )
    task = f"true rate of {len(AMOUNTS) - 1} dated flows"
    return [Contest(task, lambda: rate_of_times(AMOUNTS, TIMES, YEAR), peers)]


def checked(work: Work, times: tuple[int, ...] = TIMES, unit: int = YEAR) -> Work:
    """The work itself, after one trial; raises RuntimeError when its rate is not Concord's to ten digits."""
    exact = float(rate_of_times(AMOUNTS, times, unit).rate)
    found = float(str(work()))
    if not abs(found - exact) <= PRECISION * abs(exact):
        raise RuntimeError(f"the rates differ: {found} and {exact}")
    return work


def brentq_plain() -> Work:
    """scipy's bracketing solver over a sum in Python."""
    from scipy.optimize import brentq

    flows = [(float(amount), time / YEAR) for amount, time in zip(AMOUNTS, TIMES, strict=True)]

    def value(rate: float) -> object:
        growth = 1.0 + rate
        return sum([amount / growth**time for amount, time in flows])

    return checked(lambda: brentq(value, *BRACKET, xtol=1e-12))


def brentq_numpy() -> Work:
    """scipy's bracketing solver over a sum in numpy."""
    import numpy as np
    from scipy.optimize import brentq

    amounts, times = np.array(AMOUNTS, dtype=float), np.array(TIMES) / YEAR

    def value(rate: float) -> float:
        return float(amounts @ (1.0 + rate) ** -times)

    return checked(lambda: brentq(value, *BRACKET, xtol=1e-12))


def irr() -> Work:
    """numpy-financial knows no dates: the rate a period of the same amounts, one period apart."""
    from numpy_financial import irr

    amounts = [float(amount) for amount in AMOUNTS]
    return checked(lambda: irr(amounts), tuple(range(len(AMOUNTS))), 1)


def xirr() -> Work:
    """pyxirr: dates and floats to the yearly rate over 365 days."""
    from pyxirr import xirr

    dates = [START + timedelta(days=time) for time in TIMES]
    amounts = [float(amount) for amount in AMOUNTS]
    return checked(lambda: xirr(dates, amounts))
