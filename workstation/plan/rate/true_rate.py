"""True yearly rates of dated flows: compound (IRR, 复利), simple (IRR × periods, 单利) and the US actuarial method.

One equation serves all: Σ amount / ((1 + f·i)·(1 + i)^t) = 0. `roots` finds i to machine precision and says how far that
may be off; where this leaves a digit of the answer in doubt, whole-number arithmetic settles it. So every answer is the
exact rate, rounded once, on every machine. Times count whole 1/``unit`` periods.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from math import gcd, lcm
from operator import lt, ne, sub
from typing import Final, NamedTuple

from workstation.errors import Finding, Refused
from workstation.plan.rate.roots import Near, Root, Term, all_roots, growth_step, single_root, slope_at, sure_digits

DIGITS: Final = 13
"""Significant digits of an answer, all of them correct."""
_WORK: Final = Context(prec=34, Emax=999_999_999, Emin=-999_999_999)
_SHOWN: Final = Context(prec=DIGITS, Emax=999_999_999, Emin=-999_999_999)
_BITS: Final = 128
_FINE: Final = 1 << 17
"""Units of time from which machine numbers no longer tell one from the next; decimals then start the settling."""
_NOTHING: Final = Decimal("1e-24")
_ROUNDS: Final = 8
_TOTAL_LOSS: Final = Decimal("-0.99999999995")
_BEYOND: Final = Decimal("1e10")
_MONTHS: Final = 12


class Flow(NamedTuple):
    """``amount`` signed from one side, at ``time`` full periods and the odd ``fraction`` of one (us-actuarial only)."""

    amount: Fraction
    time: Fraction
    fraction: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class TrueRate:
    """The yearly cost of a plan, always both: 单利 (monthly rate × 12) and 复利 (effective)."""

    simple: Decimal
    compound: Decimal


class SolvedRate(NamedTuple):
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
    if any(flow.fraction for flow in flows):
        return _odd_rate(flows, periods_per_year)
    unit = lcm(*{flow.time.denominator for flow in flows})
    scale = lcm(*{flow.amount.denominator for flow in flows})
    amounts = [flow.amount.numerator * (scale // flow.amount.denominator) for flow in flows]
    times = [flow.time.numerator * (unit // flow.time.denominator) for flow in flows]
    return rate_of_times(amounts, times, unit, periods_per_year)


def rate_of_times(
    amounts: Sequence[int], times: Sequence[int], unit: int, periods_per_year: Fraction = Fraction(1)
) -> SolvedRate:
    """The rate of whole amounts at whole times of 1/``unit`` period, in any order; raises `Refused` with ``no_rate``."""
    amounts, times = _in_order(amounts, times)
    turn = _turn(amounts)
    near = single_root(amounts, times, turn, unit) if turn else None
    if near is not None and (rate := _sure_rate(near, *periods_per_year.as_integer_ratio())) is not None:
        return SolvedRate(rate)
    unit, times = _coarsest(unit, times)
    guesses = (Root(near.growth),) if near is not None else _guesses(amounts, times, unit)
    with localcontext(_WORK):
        rates = [_grown(_at(amounts, times, unit, guess), unit, unit) - 1 for guess in guesses]
        return _nearest([_shown(rate * periods_per_year.numerator / periods_per_year.denominator) for rate in rates])


def rate_of_rows(lent: int, paid: Sequence[int], times: Sequence[int], year: int) -> TrueRate | None:
    """The true rate of a plan: ``lent`` on day 0 against ``paid`` on day ``times[i]``, ``year`` days to a year.

    None when nothing is lent or the payments cannot bring a rate (all on day 0, or nothing paid).
    """
    net = [(amount, time) for amount, time in zip(paid, times, strict=True) if amount and time]
    lent -= sum(paid) - sum(amount for amount, _ in net)
    if lent <= 0 or not net:
        return None
    if sum(amount for amount, _ in net) == lent:
        return TrueRate(Decimal(0), Decimal(0))
    # A month must be a whole number of units, so that both rates are whole powers of one discount factor.
    stretch = 1 if year % _MONTHS == 0 else _MONTHS
    month = year * stretch // _MONTHS
    common = gcd(month, *[time * stretch for _, time in net])
    month //= common
    amounts, shifts = [-lent, *[a for a, _ in net]], [0, *[t * stretch // common for _, t in net]]
    near = single_root(amounts, shifts, 1, month * _MONTHS)
    if near is not None:
        simple = _sure_rate(Near(near.growth / _MONTHS, near.error / _MONTHS), _MONTHS)
        compound = _sure_rate(near)
        if simple is not None and compound is not None:
            return TrueRate(simple, compound)
    growth = near.growth if near is not None else _guesses(amounts, shifts, month * _MONTHS)[0].growth
    with localcontext(_WORK):
        step = _settled(amounts, shifts, month * _MONTHS, growth)
        grown = _grown(step, month, month * _MONTHS)
        return TrueRate(_shown((grown - 1) * _MONTHS), _shown(grown**_MONTHS - 1))


def _in_order(amounts: Sequence[int], times: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """The flows by rising time, those of one time added up, sums of nothing left out."""
    if 0 not in amounts and all(map(lt, times, times[1:])):
        return amounts, times
    sums: dict[int, int] = {}
    for amount, time in zip(amounts, times, strict=True):
        sums[time] = sums.get(time, 0) + amount
    times = sorted(time for time, amount in sums.items() if amount)
    return [sums[time] for time in times], times


def _turn(amounts: Sequence[int]) -> int:
    """The place before which the sign changes, when it does so once, else 0; raises `Refused` when it never does."""
    rest = amounts[1:]
    if rest and (max(rest) < 0 if amounts[0] > 0 else min(rest) > 0):
        return 1
    signs = [amount > 0 for amount in amounts]
    changes = sum(map(ne, signs, signs[1:]))
    if not changes:
        raise Refused(Finding("no_rate", "flows"))
    return signs.index(not signs[0]) if changes == 1 else 0


def _sure_rate(near: Near, times: int = 1, parts: int = 1) -> Decimal | None:
    """The rate of a period times ``times`` / ``parts``; None where machine numbers leave a digit in doubt."""
    text = sure_digits(near, times, parts, DIGITS)
    if "e-" in text and "0e" not in text:  # nearly every rate: it reads the same in full
        return Decimal(text)
    return Decimal(format(Decimal(text).normalize(), "f")) if text else None


def _coarsest(unit: int, times: Sequence[int]) -> tuple[int, Sequence[int]]:
    """Times from the first on, in the largest unit that they and a period are whole numbers of."""
    if start := times[0]:
        times = [time - start for time in times]
    common = gcd(unit, *times)
    return (unit // common, [time // common for time in times]) if common > 1 else (unit, times)


def _at(amounts: Sequence[int], times: Sequence[int], unit: int, guess: Root) -> int:
    """The discount factor of a root; where the sum only touches nothing, its slope changes sign instead."""
    if guess.touching:
        amounts = [amount * time for amount, time in zip(amounts, times, strict=True)]
    return _settled(amounts, times, unit, guess.growth)


def _guesses(amounts: Sequence[int], times: Sequence[int], unit: int) -> tuple[Root, ...]:
    """Every root as machine numbers; raises `Refused` when there is none."""
    roots = all_roots([Term(amount, time / unit) for amount, time in zip(amounts, times, strict=True)])
    if not roots:
        raise Refused(Finding("no_rate", "flows"))
    return roots


def _nearest(rates: list[Decimal]) -> SolvedRate:
    """The rate nearest zero. Of several, those count that ten digits tell from a total loss and that have some measure."""
    several = sorted(set(rates)) if len(rates) > 1 else rates
    if len(several) > 1:
        several = [rate for rate in several if _TOTAL_LOSS < rate < _BEYOND] or several
    return SolvedRate(min(several, key=abs), tuple(several) if len(several) > 1 else ())


def _settled(amounts: Sequence[int], times: Sequence[int], unit: int, guess: float) -> int:
    """The discount factor of 1/``unit`` period, scaled by 2^bits: Newton steps in whole numbers from a machine guess."""
    bits = _bits(unit)
    step = growth_step(guess, unit, bits) if unit < _FINE else _fine_step(guess, unit, bits)
    slope = slope_at(guess, amounts, times, unit)
    for _ in range(_ROUNDS if slope else 0):
        change = (_discounted(amounts, times, step, bits) * step << 20) // (slope << bits)
        step -= change
        if abs(change) * times[-1] << 36 < step:  # the slope is as good, so what remains is the square
            break
    return step


def _bits(unit: int) -> int:
    """Binary places of a discount factor: finer units of time need more, as they are raised to higher powers."""
    return _BITS if unit < _FINE else _BITS + 2 * unit.bit_length()


def _fine_step(guess: float, unit: int, bits: int) -> int:
    with localcontext(_WORK) as context:
        context.prec = bits // 3 + 10
        return int((Decimal(guess) / -unit).exp() * (1 << bits))


def _discounted(amounts: Sequence[int], times: Sequence[int], step: int, bits: int) -> int:
    """Σ amount·w^k scaled by 2^bits; ``step`` is w in that scale. Horner over the gaps between the times."""
    gaps = list(map(sub, times[1:], times))
    powers = _powers(step, gaps, bits)
    value = amounts[-1] << bits
    for amount, gap in zip(amounts[-2::-1], reversed(gaps), strict=True):
        value = (value * powers[gap] >> bits) + (amount << bits)
    return value


def _powers(step: int, gaps: Sequence[int], bits: int) -> dict[int, int]:
    """w^gap of every gap, by rising gaps: from one to the next it is not far."""
    squares, powers, last = [step], {0: 1 << bits}, 0
    for gap in sorted({*gaps} - {0}):
        powers[gap] = powers[last] * _power(squares, gap - last, bits) >> bits
        last = gap
    return powers


def _power(squares: list[int], exponent: int, bits: int) -> int:
    """w^exponent; ``squares`` are w, w², w⁴ … as far as needed until now."""
    result, bit = 0, 0
    while exponent >> bit:
        if bit == len(squares):
            squares.append(squares[-1] * squares[-1] >> bits)
        if exponent >> bit & 1:
            result = result * squares[bit] >> bits if result else squares[bit]
        bit += 1
    return result


def _grown(step: int, exponent: int, unit: int) -> Decimal:
    """w^−exponent as a decimal, with the digits that a unit so fine costs on the way."""
    if unit < _FINE:
        return (Decimal(1 << _BITS) / Decimal(step)) ** exponent
    bits = _bits(unit)
    with localcontext(_WORK) as context:
        context.prec = bits // 3 + 10
        return (Decimal(1 << bits) / Decimal(step)) ** exponent


def _odd_rate(flows: Sequence[Flow], periods_per_year: Fraction) -> SolvedRate:
    """Flows with odd fractions of a period, by Newton steps in decimals."""
    sums: dict[tuple[Fraction, Fraction], Fraction] = {}
    for flow in flows:
        when = (flow.time, flow.fraction)
        sums[when] = sums.get(when, Fraction(0)) + flow.amount
    start = min(time for time, _ in sums)
    merged = [(amount, time - start, part) for (time, part), amount in sums.items() if amount]
    roots = all_roots([Term(float(amount), float(time), float(part)) for amount, time, part in merged])
    if not roots or len({amount > 0 for amount, _, _ in merged}) < 2:
        raise Refused(Finding("no_rate", "flows"))
    with localcontext(_WORK):
        exact = [(_decimal(amount), _decimal(time), _decimal(part)) for amount, time, part in merged]
        return _nearest(
            [_shown(_settled_odd(exact, Decimal(root.growth)) * _decimal(periods_per_year)) for root in roots]
        )


def _settled_odd(flows: list[tuple[Decimal, Decimal, Decimal]], growth: Decimal) -> Decimal:
    """The rate a period from a guess of ln(1 + rate)."""
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
        if abs(value / slope) < _NOTHING:
            break
    return growth.exp() - 1


def _decimal(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def _shown(rate: Decimal) -> Decimal:
    """Rounded to the digits of an answer; what lies below the working precision is nothing."""
    if abs(rate) < _NOTHING:
        return Decimal(0)
    return Decimal(format(_SHOWN.plus(rate).normalize(), "f"))
