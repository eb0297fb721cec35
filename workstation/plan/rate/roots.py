"""Where a sum of discounted flows vanishes, to machine precision; floats stay in this file and only guide `true_rate`.

A flow counts amount · e^(−u·t) / (1 + f·(e^u − 1)); u = ln(1 + rate a period), t full periods, f the odd fraction.
"""

from collections.abc import Iterator, Sequence
from math import exp, expm1, frexp, fsum, inf, isfinite, log
from operator import mul
from typing import Final, NamedTuple

_CLOSE: Final = 1e-2
"""A step as small as this, times the span of the flows, may end the search."""
_GRAIN: Final = 2.0**-52
"""How finely machine numbers tell one from the next."""
_GRAINS: Final = 4 * _GRAIN
"""What the few operations from a growth to a rate may cost it."""
_STEPS: Final = 60
_GUESSES: Final = 2
_NARROW: Final = 1e-9
_FLAT: Final = 1e-12
_TOUCH: Final = 1e-5
_SPLITS_MAX: Final = 40_000
_EXPONENT_MAX: Final = 600.0


class Term(NamedTuple):
    """One flow: amount, full periods, odd fraction of a period."""

    amount: float
    time: float
    fraction: float = 0.0


def growth_step(growth: float, unit: int, bits: int) -> int:
    """e^(−growth / unit) as a whole number scaled by 2^bits."""
    mantissa, exponent = frexp(exp(-growth / unit))
    return int(mantissa * 2**53) << max(bits + exponent - 53, 0) >> max(53 - bits - exponent, 0)


def slope_at(growth: float, amounts: Sequence[int], times: Sequence[int], unit: int) -> int:
    """Σ amount·k·w^k at w = e^(−growth / unit), scaled by 2^20: good enough to steer a last Newton step."""
    steps = -growth / unit
    try:
        return int(
            sum([amount * time * exp(steps * time) for amount, time in zip(amounts, times, strict=True)]) * 2**20
        )
    except OverflowError:
        return 0


class Near(NamedTuple):
    """A root u as a machine number, and how far from it the true one may lie."""

    growth: float
    error: float


_Side = tuple[Sequence[int], Sequence[float]]
"""Amounts of one sign, and how long before the turn each stands (after it: negative)."""


def single_root(amounts: Sequence[int], times: Sequence[int], turn: int, unit: int) -> Near | None:
    """The root of flows in order of time whose sign changes once, before place ``turn``; None when steps do not settle.

    Solves ln(later side) = ln(earlier side), which is almost straight in u. From a good start one look at the flows is enough:
    slope and bend are known, and what bends the bend is bounded.
    """
    origin = times[turn - 1]
    lags = [(origin - time) / unit for time in times]
    span = lags[0] - lags[-1]
    early, late = (amounts[:turn], lags[:turn]), (amounts[turn:], lags[turn:])
    try:
        u = _start(early, late)
        for _ in range(_STEPS):
            early_sum, early_lag, early_spread = _weighed(early, u)
            late_sum, late_lag, late_spread = _weighed(late, u)
            level, between, bend = log(-late_sum / early_sum), early_lag - late_lag, late_spread - early_spread
            step = level / between
            beyond = inf
            if abs(step) * span < _CLOSE:
                step += bend * step * step / (2.0 * between)
                left = level - step * (between - step * bend / 2.0)
                beyond = abs(left) + (early_spread + late_spread) * span * abs(step) ** 3 / 3.0
            u += step
            if beyond <= _GRAIN * between * (1.0 + abs(u)):
                return Near(u, _error(u, span, between) + beyond / between)
    except (OverflowError, ZeroDivisionError, ValueError):
        return None
    return None


def _error(u: float, span: float, between: float) -> float:
    """What rounding of weights and logarithm may cost; the cubic that a last step leaves is added to it.

    Lags of one side lie within ``span``, so that their third moment, which bends the bend, is at most span times their variance.
    """
    return _GRAIN * (6.0 + 4.0 * abs(u) * span) / between + _GRAIN * abs(u)


def _start(early: _Side, late: _Side) -> float:
    """A first guess from sum, mean and spread at rate nothing, as if each side were spread evenly, as a plan nearly is."""
    early_sum, early_lag, early_spread = _spread(*early)
    late_sum, late_lag, late_spread = _spread(*late)
    level, between = log(-late_sum / early_sum), early_lag - late_lag
    half, flat = (late_spread - early_spread) / 2.0, (late_spread * late_spread - early_spread * early_spread) / 20.0
    guess = u = level / between
    for _ in range(_GUESSES):
        square = u * u
        u += (level - between * u + square * (half - square * flat)) / (
            between - u * (2.0 * half - 4.0 * square * flat)
        )
    return u if abs(u) < 2.0 * abs(guess) else guess


def _weighed(side: _Side, u: float) -> tuple[float, float, float]:
    """The sum of one side, its mean lag and the variance of its lags, in the weights of ``u``."""
    amounts, lags = side
    if len(amounts) == 1:
        return amounts[0] * exp(u * lags[0]), lags[0], 0.0
    weights = [amount * exp(u * lag) for amount, lag in zip(amounts, lags, strict=True)]
    _, mean, spread = _spread(weights, lags)
    return fsum(weights), mean, spread


def _spread(weights: Sequence[float], lags: Sequence[float]) -> tuple[float, float, float]:
    """Sum of weights, mean lag and variance of lags."""
    if len(weights) == 1:
        return weights[0], lags[0], 0.0
    total = sum(weights)
    moments = list(map(mul, weights, lags))
    mean = sum(moments) / total
    return total, mean, sum(map(mul, moments, lags)) / total - mean * mean


def sure_digits(near: Near, times: int, parts: int, digits: int) -> str:
    """The rate of a period times ``times`` / ``parts`` as text of so many digits; empty where the error leaves one in doubt."""
    try:
        rate = expm1(near.growth)
        value = rate * times / parts
        error = (near.error * (1.0 + rate) + _GRAINS * abs(rate)) * times / parts
    except OverflowError:
        return ""
    low, high = f"{value - error:.{digits - 1}e}", f"{value + error:.{digits - 1}e}"
    return low if low == high and isfinite(value) else ""


class Root(NamedTuple):
    """A root u = ln(1 + rate a period); ``touching`` when the sum only touches nothing there, without changing sign."""

    growth: float
    touching: bool = False


def all_roots(terms: Sequence[Term]) -> tuple[Root, ...]:
    """Every root, in order. Intervals are excluded by bounds, so none is missed but closer ones than a billionth.

    Both sides of the sum fall with the rate, so their end values bound the sum, and likewise its slope, on an interval.
    """
    last = max(term.time for term in terms)
    upward = list(_isolated(terms, _reach(terms, last)))
    if any(term.fraction for term in terms):
        low = -min(_EXPONENT_MAX / (last + 1.0), 40.0)
        downward = list(_isolated(terms, 0.0, low))
    else:
        mirrored = [Term(term.amount, last - term.time) for term in terms]
        downward = [Root(-root.growth, root.touching) for root in _isolated(mirrored, _reach(mirrored, last))]
    return tuple(_apart(sorted([*upward, *downward])))


def _reach(terms: Sequence[Term], last: float) -> float:
    """Beyond this u the earliest flow outweighs all others together."""
    first = min(term.time + term.fraction for term in terms)
    leading = abs(sum(term.amount for term in terms if term.time + term.fraction == first))
    others = sum(abs(term.amount) for term in terms)
    gap = min((term.time + term.fraction - first for term in terms if term.time + term.fraction > first), default=1.0)
    fractions = any(term.fraction for term in terms)
    reach = (log(others / leading) + 1.0) / gap if leading else _EXPONENT_MAX
    return min(reach, _EXPONENT_MAX) if fractions or last == 0 else reach


def _apart(roots: list[Root]) -> Iterator[Root]:
    """Roots found from both sides of nothing, and the cluster around a touching one, count once."""
    kept: Root | None = None
    for root in roots:
        near = _TOUCH if kept is not None and (kept.touching or root.touching) else 2 * _NARROW
        if kept is None or root.growth - kept.growth > near * (1.0 + abs(root.growth)):
            kept = root
            yield root


class _Ends(NamedTuple):
    gain: float
    loss: float
    gain_slope: float
    loss_slope: float

    @property
    def value(self) -> float:
        return self.gain - self.loss


def _ends(terms: Sequence[Term], u: float) -> _Ends:
    """Both sides and their slopes (by the rate, as positive numbers) at ``u``."""
    gain = loss = gain_slope = loss_slope = 0.0
    rate, growth = (expm1(u), exp(u)) if u < _EXPONENT_MAX else (0.0, 0.0)  # odd fractions never reach so far
    for amount, time, fraction in terms:
        odd = 1.0 + fraction * rate if fraction else 1.0
        weight = amount * exp(-u * time) / odd
        slope = weight * (time + (fraction * growth / odd if fraction else 0.0))
        if weight > 0:
            gain, gain_slope = gain + weight, gain_slope + slope
        else:
            loss, loss_slope = loss - weight, loss_slope - slope
    return _Ends(gain, loss, gain_slope, loss_slope)


def _isolated(terms: Sequence[Term], high: float, low: float = 0.0) -> Iterator[Root]:
    stack = [(low, _ends(terms, low), high, _ends(terms, high))]
    growing = any(term.fraction for term in terms)
    for _ in range(_SPLITS_MAX):
        if not stack:
            return
        a, left, b, right = stack.pop()
        if right.gain > left.loss or left.gain < right.loss:
            continue
        # The slope by u of a flow with an odd fraction is its slope by the rate times e^u, which grows with u.
        widen = exp(b - a) if growing else 1.0
        straight = right.gain_slope > left.loss_slope * widen or left.gain_slope * widen < right.loss_slope
        if straight:
            if (left.value <= 0) != (right.value < 0) or left.value == 0:
                faint = all(abs(end.value) <= _FLAT * (end.gain + end.loss) for end in (left, right))
                yield Root((a + b) / 2, True) if faint else Root(_bisected(terms, a, b, left.value))
        elif b - a > _NARROW * (1.0 + abs(a)):
            middle = (a + b) / 2
            ends = _ends(terms, middle)
            stack += [(a, left, middle, ends), (middle, ends, b, right)]
        elif abs(left.value) <= _FLAT * (left.gain + left.loss):
            yield Root((a + b) / 2, True)


def _bisected(terms: Sequence[Term], a: float, b: float, at_a: float) -> float:
    if at_a == 0:
        return a
    for _ in range(200):
        middle = (a + b) / 2
        value = _ends(terms, middle).value
        if value == 0 or not a < middle < b:
            return middle
        if (value > 0) == (at_a > 0):
            a = middle
        else:
            b = middle
    return (a + b) / 2
