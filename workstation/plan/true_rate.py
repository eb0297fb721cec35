"""True yearly rates of dated flows: compound (IRR, 复利), simple (IRR × periods, 单利) and the US actuarial method.

One equation serves all: Σ amount / ((1 + f·i)·(1 + i)^t) = 0. `roots` finds i to machine precision, whole-number
arithmetic of 200 bits settles the further digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from math import gcd, lcm
from typing import Final, Literal

from workstation.errors import Finding, Refused
from workstation.plan.roots import Term, all_roots, single_root

Convention = Literal["compound", "simple", "us-actuarial"]

DIGITS: Final = 18
"""Significant digits of an answer."""
_WORK: Final = Context(prec=42, Emax=999_999_999, Emin=-999_999_999)
_BITS: Final = 200
_SETTLED: Final = Decimal("1e-24")
_ROUNDS: Final = 8


@dataclass(frozen=True, slots=True)
class Flow:
    """``amount`` signed from one side, at ``time`` full periods and the odd ``fraction`` of one (us-actuarial only)."""

    amount: Fraction
    time: Fraction
    fraction: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class TrueRate:
    """The yearly cost of a plan, always both: 单利 (monthly rate × 12) and 复利 (effective)."""

    simple: Decimal
    compound: Decimal


@dataclass(frozen=True, slots=True)
class SolvedRate:
    """The yearly rate nearest zero; ``several`` lists all when the flows have more than one."""

    rate: Decimal
    several: tuple[Decimal, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """``several_rates`` when there is more than one."""
        if not self.several:
            return ()
        return (Finding("several_rates", "flows", {"rates": ", ".join(format(rate, "f") for rate in self.several)}),)


def true_rate(flows: Sequence[Flow], periods_per_year: Fraction = Fraction(1)) -> SolvedRate:
    """The rate of one period times ``periods_per_year``; with time in years that is the compound yearly rate.

    Raises `Refused` with ``no_rate`` when no rate above −100 % discounts the flows to nothing.
    """
    merged = _merged(flows)
    if len({amount > 0 for _, amount in merged}) < 2:
        raise Refused(Finding("no_rate", "flows"))
    guesses = _guesses(merged)
    if not guesses:
        raise Refused(Finding("no_rate", "flows"))
    with localcontext(_WORK):
        rates = [_shown((_exact_growth(merged, guess).exp() - 1) * _decimal(periods_per_year)) for guess in guesses]
    rates = sorted(set(rates))
    nearest = min(rates, key=abs)
    return SolvedRate(nearest, tuple(rates) if len(rates) > 1 else ())


def rate_of_rows(lent: int, paid: Sequence[int], times: Sequence[int], year: int) -> TrueRate | None:
    """The true rate of a plan: ``lent`` on day 0 against ``paid`` on day ``times[i]``, ``year`` days to a year.

    None when nothing is lent or the payments cannot bring a rate (all on day 0, or nothing paid).
    """
    if lent <= 0 or not any(amount and time for amount, time in zip(paid, times, strict=True)):
        return None
    at_once = sum(amount for amount, time in zip(paid, times, strict=True) if not time)
    if at_once >= lent:
        return None
    if sum(paid) == lent:
        return TrueRate(Decimal(0), Decimal(0))
    common = gcd(year, *times)
    unit = year // common
    pairs = [(at_once - lent, 0), *[(a, t // common) for a, t in zip(paid, times, strict=True) if a and t]]
    guess = single_root([Term(amount, time / unit) for amount, time in pairs])
    if guess is None:
        return None
    with localcontext(_WORK):
        growth = _settled([amount for amount, _ in pairs], [time for _, time in pairs], unit, guess)
        return TrueRate(_shown(((growth / 12).exp() - 1) * 12), _shown(growth.exp() - 1))


def _merged(flows: Sequence[Flow]) -> list[tuple[tuple[Fraction, Fraction], Fraction]]:
    """Amounts by (time, fraction) in order of time, sums of nothing left out."""
    sums: dict[tuple[Fraction, Fraction], Fraction] = {}
    for flow in flows:
        when = (flow.time, flow.fraction)
        sums[when] = sums.get(when, Fraction(0)) + flow.amount
    start = min((time for time, _ in sums), default=Fraction(0))
    kept = [((time - start, part), amount) for (time, part), amount in sums.items() if amount]
    return sorted(kept, key=lambda item: (item[0][0] + item[0][1], item[0]))


def _guesses(merged: list[tuple[tuple[Fraction, Fraction], Fraction]]) -> tuple[float, ...]:
    terms = [Term(float(amount), float(time), float(part)) for (time, part), amount in merged]
    turns = sum((a.amount > 0) != (b.amount > 0) for a, b in pairwise(terms))
    if turns == 1 and not any(term.fraction for term in terms):
        root = single_root(terms)
        if root is not None:
            return (root,)
    return all_roots(terms)


def _exact_growth(merged: list[tuple[tuple[Fraction, Fraction], Fraction]], guess: float) -> Decimal:
    """ln(1 + rate a period), settled from a float guess."""
    if any(part for (_, part), _ in merged):
        return _settled_odd(merged, Decimal(guess))
    unit = lcm(*[time.denominator for (time, _), _ in merged])
    scale = lcm(*[amount.denominator for _, amount in merged])
    amounts = [int(amount * scale) for _, amount in merged]
    return _settled(amounts, [int(time * unit) for (time, _), _ in merged], unit, guess)


def _settled(amounts: Sequence[int], times: Sequence[int], unit: int, guess: float) -> Decimal:
    """Newton steps in ln(1 + rate) with whole numbers; times count 1/``unit`` periods from 0 upward, in order."""
    growth = Decimal(guess)
    for _ in range(_ROUNDS):
        step = (growth / -unit).exp()
        value, slope = _discounted(amounts, times, int(step * (1 << _BITS)))
        if not slope:
            break
        change = Decimal(value) / Decimal(slope) * unit
        growth += change
        if abs(change) < _SETTLED ** (Decimal(1) / 2):
            break
    return growth


def _discounted(amounts: Sequence[int], times: Sequence[int], step: int) -> tuple[int, int]:
    """Σ amount·w^k and Σ amount·k·w^k, scaled by 2^BITS; ``step`` is w in that scale. Horner over the gaps."""
    value, slope, last = 0, 0, times[-1]
    powers: dict[int, int] = {}
    for amount, time in zip(reversed(amounts), reversed(times), strict=True):
        gap = last - time
        if gap:
            power = powers.get(gap)
            if power is None:
                power = powers[gap] = _power(step, gap)
            slope = (slope + gap * value) * power >> _BITS
            value = value * power >> _BITS
        value += amount << _BITS
        last = time
    return value, slope


def _power(step: int, exponent: int) -> int:
    result = 1 << _BITS
    while exponent:
        if exponent & 1:
            result = result * step >> _BITS
        step = step * step >> _BITS
        exponent >>= 1
    return result


def _settled_odd(merged: list[tuple[tuple[Fraction, Fraction], Fraction]], growth: Decimal) -> Decimal:
    """Newton steps for flows with odd fractions of a period."""
    flows = [(_decimal(amount), _decimal(time), _decimal(part)) for (time, part), amount in merged]
    for _ in range(_ROUNDS):
        value = slope = Decimal(0)
        grown = growth.exp()
        for amount, time, part in flows:
            odd = 1 + part * (grown - 1)
            weight = amount * (-growth * time).exp() / odd
            value += weight
            slope += weight * (time + part * grown / odd)
        if not slope:
            break
        growth += value / slope
        if abs(value / slope) < _SETTLED:
            break
    return growth


def _decimal(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _shown(rate: Decimal) -> Decimal:
    """Rounded to the digits of an answer; what lies below the working precision is nothing."""
    if abs(rate) < _SETTLED:
        return Decimal(0)
    short = Context(prec=DIGITS).plus(rate).normalize()
    return Decimal(format(short, "f"))
