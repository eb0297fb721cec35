"""The instalments of an adopted schedule with what was done to them and what was paid, as of a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.money import Money
from workstation.plan.schedule.calculate import Schedule
from workstation.plan.schedule.due_days import due_day_after
from workstation.promise.adoption import MissedTreatment
from workstation.promise.payment import Payment

InstalmentStatus = Literal["paid", "due", "part", "missed", "moved", "skipped"]


class Planned(NamedTuple):
    """What is due on a day, in minor units; ``no`` 0 is what is paid up front. ``treated``: what was done to it, if anything.

    ``was``: the day on which it was due before it was moved or appended.
    """

    no: int
    due_on: date
    amount: int
    treated: str = ""
    was: date | None = None


class Instalment(NamedTuple):
    """An instalment as of a day. ``received`` of ``amount`` came; ``paid_on``: the day on which nothing was missing any more.

    ``due`` until its day and the days of grace are past, then ``part`` or ``missed``; ``paid`` whenever what is missing is within
    the tolerance. ``moved`` and ``skipped`` ask for nothing: it is due elsewhere. ``late``: paid, but after day and grace.
    """

    no: int
    due_on: date
    amount_minor: int
    received_minor: int
    state: InstalmentStatus
    paid_on: date | None
    late: bool
    treated: str
    was: date | None
    currency: str

    @property
    def amount(self) -> Money:
        """What is due."""
        return Money(self.amount_minor, self.currency)

    @property
    def received(self) -> Money:
        """What came of it."""
        return Money(self.received_minor, self.currency)

    @property
    def missing(self) -> Money:
        """What did not come yet; nothing where nothing is asked for."""
        return Money(self.amount_minor - self.received_minor, self.currency)


@dataclass(frozen=True, slots=True)
class Lenience:
    """How late and how short a payment may be and still keep its day: ``grace_days``, and ``tolerance`` in minor units."""

    grace_days: int = 0
    tolerance: int = 0


def planned(plan: Schedule, adopted_on: date, treatments: Iterable[MissedTreatment] = ()) -> tuple[Planned, ...]:
    """The rows of a schedule by their days, what is paid up front on the day of the adoption first, and the treatments applied.

    Raises `Refused`: treatment_unknown_instalment, treatment_no_next, treatment_part_amount, treatment_day.
    """
    rows = [Planned(row.no, row.due_on, row.payment_minor) for row in plan.rows]
    if plan.up_front:
        rows.insert(0, Planned(0, adopted_on, plan.up_front.minor))
    for treatment in treatments:
        rows = _treated(rows, treatment, plan)
    return tuple(sorted(rows, key=lambda row: (row.due_on, row.no)))


def _treated(rows: list[Planned], treatment: MissedTreatment, plan: Schedule) -> list[Planned]:
    named = [at for at, row in enumerate(rows) if row.no == treatment.instalment and row.amount]
    if not named:
        raise Refused(
            Finding("treatment_unknown_instalment", FieldRef.KEEP_INSTALMENT, {"row": str(treatment.instalment)})
        )
    at = named[-1]
    row = rows[at]
    match treatment.kind:
        case "move":
            if treatment.to is None or treatment.to <= row.due_on:
                raise Refused(Finding("treatment_day", FieldRef.KEEP_TO, {"day": row.due_on.isoformat()}))
            return _replaced(rows, at, row._replace(amount=0, treated="move"), _moved(row, treatment.to, "move"))
        case "append":
            to = due_day_after(plan.terms, max(one.due_on for one in rows))
            return _replaced(rows, at, row._replace(amount=0, treated="append"), _moved(row, to, "append"))
    kept = treatment.amount.minor if treatment.kind == "part" else 0
    return _joined(rows, at, kept, treatment.kind, plan.terms.currency)


def _moved(row: Planned, to: date, how: str) -> Planned:
    return Planned(row.no, to, row.amount, f"{how}ed" if how == "append" else "moved", row.was or row.due_on)


def _joined(rows: list[Planned], at: int, kept: int, how: str, currency: str) -> list[Planned]:
    row = rows[at]
    if how == "part" and not 0 < kept < row.amount:
        raise Refused(
            Finding("treatment_part_amount", FieldRef.KEEP_AMOUNT, {"amount": Money(row.amount, currency).grouped()})
        )
    later = [i for i, one in enumerate(rows) if one.amount and (one.due_on, one.no) > (row.due_on, row.no)]
    if not later:
        raise Refused(Finding("treatment_no_next", FieldRef.KEEP_KIND, {"row": str(row.no)}))
    into = min(later, key=lambda i: (rows[i].due_on, rows[i].no))
    done = list(rows)
    done[at] = row._replace(amount=kept, treated=how)
    done[into] = done[into]._replace(amount=done[into].amount + row.amount - kept)
    return done


def _replaced(rows: list[Planned], at: int, *by: Planned) -> list[Planned]:
    return [*rows[:at], *by, *rows[at + 1 :]]


def instalment_states(
    rows: Sequence[Planned], payments: Iterable[Payment], lenience: Lenience, today: date, currency: str
) -> tuple[tuple[Instalment, ...], int]:
    """Each row with its state on ``today``, and what was paid beyond all of them, in minor units.

    ``payments`` come in the order of their days; they serve the oldest day first, and a late one still serves what was missed.
    """
    grace, short = timedelta(days=lenience.grace_days), lenience.tolerance
    purse = iter(payments)
    at_hand, paid_on = 0, None
    done = []
    for row in rows:
        need, got, settled = row.amount, 0, None
        while need > got:
            if not at_hand:
                payment = next(purse, None)
                if payment is None:
                    break
                at_hand, paid_on = payment.amount.minor, payment.on
            part = need - got
            if part > at_hand:
                part = at_hand
            got += part
            at_hand -= part
            if settled is None and need - got <= short:
                settled = paid_on
        deadline = row.due_on + grace
        met = need <= got or bool(got and need - got <= short)
        state = _state(row, met, got, today > deadline)
        late = settled is not None and settled > deadline
        done.append(Instalment(row.no, row.due_on, need, got, state, settled, late, row.treated, row.was, currency))
    return tuple(done), at_hand + sum(one.amount.minor for one in purse)


def _state(row: Planned, met: bool, got: int, past: bool) -> InstalmentStatus:
    if not row.amount:
        return "skipped" if row.treated == "skip" else "moved"
    if met:
        return "paid"
    if not past:
        return "due"
    return "part" if got else "missed"
