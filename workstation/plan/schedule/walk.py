"""The walk over the rows: interest to the cent, principal what is left, the remainder in the row the terms name.

Whole minor units throughout. The last row pays what is left unless a fixed payment stands there.
"""

from typing import Final, NamedTuple

from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.schedule.accrual import rounded
from workstation.plan.schedule.frame import EVEN, INTEREST_ONLY, PlanFrame
from workstation.plan.schedule.solving import even_amount

_TRIES: Final = 40
_PROBE: Final = 10**9
_NEARBY: Final = (-3, -2, -1, 1, 2, 3)


class Walked(NamedTuple):
    """Interest, principal and closing balance of every row; the principals add up to what was financed.

    ``interest_only`` are the row numbers after left-out months whose interest is more than the even amount.
    """

    interest: list[int]
    principal: list[int]
    closing: list[int]
    interest_only: tuple[int, ...] = ()


def walk(frame: PlanFrame, currency: str, remainder: str) -> Walked:
    """Every row's figures; raises `Refused` when the terms cannot be kept in so many rows.

    Codes: ``negative_amortisation``, ``payment_too_large``, ``fixed_too_much``, ``rows_impossible``,
    ``fixed_last_row``.
    """
    frame, interest_only = capped_to_interest(frame)
    even = even_amount(frame)
    if even < 0:
        raise Refused(Finding("fixed_too_much", "fixed"))
    own = _absorbed(frame, even, remainder)
    walked, left = _walked(frame, even, own, currency)
    if left:
        raise Refused(Finding("fixed_last_row", "fixed", _figures(currency, left=left)))
    _refuse_early_end(frame, walked)
    return walked._replace(interest_only=interest_only) if interest_only else walked


def capped_to_interest(frame: PlanFrame) -> tuple[PlanFrame, tuple[int, ...]]:
    """Rows after left-out months pay their interest alone where it is more than the even amount, which then rises."""
    rows: set[int] = set()
    if frame.even_principal or not frame.skipping:
        return frame, ()
    while found := _uncovered(frame):
        rows |= found
        parts = [INTEREST_ONLY if i in rows else part for i, part in enumerate(frame.parts)]
        frame = frame._replace(uniform=False, parts=tuple(parts))
    return frame, tuple(sorted(row + 1 for row in rows))


def _uncovered(frame: PlanFrame) -> set[int]:
    even, balance, share_of = even_amount(frame), frame.old.financed, _rounding_terms(frame)
    found = set()
    for i, part in enumerate(frame.parts[:-1]):
        interest = _interest(frame, share_of, i, balance)
        paid = even if part is EVEN else interest if part == INTEREST_ONLY else part
        if part is EVEN and interest > paid and frame.due.steps[i] > 1:
            found.add(i)
            paid = interest
        balance = max(balance - paid + interest, 0)
    return found


def _walked(frame: PlanFrame, even: int, own: dict[int, int], currency: str) -> tuple[Walked, int]:
    """The rows and what a fixed last payment leaves; ``own`` replaces the even amount of single rows."""
    balance, even_principal, flat, last = frame.old.financed, frame.even_principal, frame.flat, frame.rows - 1
    interests: list[int] = []
    principals: list[int] = []
    closings: list[int] = []
    rest_row, coarse = last if last not in frame.fixed else -1, frame.rounding.unit > 1
    divisor, addend, to_even = _rounding_terms(frame)
    for i, part in enumerate(frame.parts):
        interest, rest = (
            divmod(2 * balance * frame.interest_factors[i] + addend, divisor) if flat is None else (flat[i], 1)
        )
        if to_even and not rest and interest % 2:
            interest -= 1
        if i == rest_row:
            principal = balance
        elif part is EVEN:
            amount = own.get(i, even)
            principal = amount if even_principal else amount - interest
            if coarse and i not in own:
                principal += _to_unit(frame, i, principal + interest)
            if principal > balance:
                principal = balance
        elif part == INTEREST_ONLY:
            principal = min(_to_unit(frame, i, interest), balance) if coarse else 0
        else:
            principal = part - interest
            if principal > balance:
                _refuse_payment(frame, i, "payment_too_large", balance + interest, currency)
        if principal < 0:
            _refuse_payment(frame, i, "negative_amortisation", interest, currency)
        balance -= principal
        interests.append(interest)
        principals.append(principal)
        closings.append(balance)
    return Walked(interests, principals, closings), balance


def _to_unit(frame: PlanFrame, i: int, part: int) -> int:
    """What a row's part needs so that the whole payment, with fee and old amounts, is of the unit; interest alone only grows."""
    unit, total = frame.rounding.unit, part + frame.fee + frame.carried[i]
    mode = "up" if frame.parts[i] == INTEREST_ONLY else frame.rounding.mode
    return rounded(total, unit, mode) * unit - total


def _rounding_terms(frame: PlanFrame) -> tuple[int, int, bool]:
    """(doubled divisor, addend, ties to even): interest = (2·balance·share + addend) // divisor."""
    divisor = 2 * frame.whole
    addend = {"half_up": frame.whole, "half_even": frame.whole, "up": divisor - 1, "down": 0}[frame.rounding.mode]
    return divisor, addend, frame.rounding.mode == "half_even"


def _interest(frame: PlanFrame, share_of: tuple[int, int, bool], i: int, balance: int) -> int:
    if frame.flat is not None:
        return frame.flat[i]
    divisor, addend, to_even = share_of
    interest, rest = divmod(2 * balance * frame.interest_factors[i] + addend, divisor)
    return interest - 1 if to_even and not rest and interest % 2 else interest


def _absorbed(frame: PlanFrame, even: int, remainder: str) -> dict[int, int]:
    """The own amounts of rows that absorb what rounding leaves, when the last row does not do it."""
    last = frame.rows - 1
    if remainder == "last" and last not in frame.fixed:
        return {}
    evens = [i for i, part in enumerate(frame.parts) if part is EVEN]
    if not evens:
        return {}
    absorber = evens[0] if remainder == "first" else evens[-1]
    if absorber == last:
        return {}
    own = {absorber: even}
    _settle(frame, even, own, absorber)
    if last in frame.fixed:
        for i in reversed(evens):
            if not _left(frame, even, own):
                break
            own.setdefault(i, even)
            _settle(frame, even, own, i)
    return own


def _settle(frame: PlanFrame, even: int, own: dict[int, int], row: int) -> None:
    """Move the row's amount until as little as possible is left at the end; it never drops below nothing."""
    # What a cent here comes to at the end is read from a large change, as the rounding of interest hides a small one.
    growth = _left(frame, even, {**own, row: own[row] - _PROBE}) - _left(frame, even, own)
    best = (abs(_left(frame, even, own)), own[row])
    for _ in range(_TRIES):
        left = _left(frame, even, own)
        best = min(best, (abs(left), own[row]))
        step = (2 * left * _PROBE + growth) // (2 * growth)
        if not left or not step:
            break
        own[row] = max(own[row] + step, 0)
    nearby = [(abs(_left(frame, even, {**own, row: best[1] + d})), best[1] + d) for d in _NEARBY if best[1] + d >= 0]
    own[row] = min([best, *nearby])[1]


def _left(frame: PlanFrame, even: int, own: dict[int, int]) -> int:
    """What is left after the last row if it paid like the others; negative when too much was paid."""
    balance, level, coarse = frame.old.financed, not frame.even_principal, frame.rounding.unit > 1
    share_of = _rounding_terms(frame)
    for i, part in enumerate(frame.parts):
        interest = _interest(frame, share_of, i, balance)
        if part is EVEN:
            principal = own.get(i, even) - interest if level else own.get(i, even)
            balance -= principal + (_to_unit(frame, i, principal + interest) if coarse and i not in own else 0)
        elif part == INTEREST_ONLY:
            balance -= _to_unit(frame, i, interest) if coarse else 0
        else:
            balance -= part - interest
    return balance


def _refuse_payment(frame: PlanFrame, i: int, code: str, amount: int, currency: str) -> None:
    """``amount``: what the payment is held against beside the fee and the old amounts of its row, which it pays as well."""
    subject = "fixed" if i in frame.fixed else f"row {i + 1}"
    whole = amount + frame.fee + frame.carried[i]
    raise Refused(Finding(code, subject, {"row": str(i + 1), **_figures(currency, amount=whole)}))


def _refuse_early_end(frame: PlanFrame, walked: Walked) -> None:
    """Rows with nothing to pay are no instalments, be the amount ever so small."""
    if not frame.old.financed or walked.principal[-1]:
        return
    needed = max(i for i, principal in enumerate(walked.principal) if principal) + 1
    raise Refused(Finding("rows_impossible", "instalments", {"rows": str(frame.rows), "needed": str(needed)}))


def _figures(currency: str, **amounts: int) -> dict[str, str]:
    return {name: Money(amount, currency).text() for name, amount in amounts.items()}
