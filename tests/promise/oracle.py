"""A slow second opinion on keeping, written apart: money is handed over coin by coin, day after day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction

DAY = timedelta(days=1)
EARLY = ("fees", "penalty", "interest", "principal")
LATE = ("principal", "interest", "penalty", "fees")


@dataclass
class Paid:
    id: str
    on: date
    coins: int
    reverses: str = ""
    contained: bool = False


@dataclass
class Promised:
    id: str
    on: date
    coins: int
    moves: Sequence[tuple[date, date]] = ()
    cancelled: date | None = None


@dataclass
class Case:
    """One account over a year. ``rows``: (day, coins); ``charges``: (day, interest, fees).

    ``reliefs``: (day, coins that are asked for after all others from then on).
    """

    owed: dict[str, int]
    due_on: date
    adopted: date
    rows: list[tuple[date, int]]
    charges: list[tuple[date, int, int]]
    paid: list[Paid] = field(default_factory=list)
    promised: list[Promised] = field(default_factory=list)
    reliefs: list[tuple[date, dict[str, int]]] = field(default_factory=list)
    grace: int = 3
    short: int = 2


def coins(case: Case, today: date) -> Iterator[date]:
    """The day of every coin that counts, in the order of the days."""
    taken_back = [one.reverses for one in case.paid if one.reverses]
    day = min([today, *[one.on for one in case.paid]])
    while day <= today:
        for one in case.paid:
            if one.on == day and not one.reverses and one.id not in taken_back and not one.contained:
                yield from [day] * one.coins
        day += DAY


def owed(case: Case, today: date) -> tuple[dict[str, int], int]:
    """Each component on a day, and what was paid too much."""
    book = Book(case)
    for day in coins(case, today):
        book.turn(day)
        book.take(EARLY if (day - case.due_on).days <= 90 else LATE)
    book.turn(today)
    return book.left, book.spare


class Book:
    """What is owed, of it what waits for all else, and what was paid too much."""

    def __init__(self, case: Case) -> None:
        self.left, self.spare = dict(case.owed), 0
        self.waiting = dict.fromkeys(self.left, 0)
        self.charges = sorted(case.charges, key=lambda one: one[0])
        self.reliefs = sorted(case.reliefs, key=lambda one: one[0])

    def turn(self, until: date) -> None:
        """Everything up to a day that is no payment."""
        while self.reliefs and self.reliefs[0][0] <= until:
            since, waived = self.reliefs.pop(0)
            self.charge(since)
            self.waiting = {name: min(coins, waived[name]) for name, coins in self.left.items()}
        self.charge(until)

    def charge(self, until: date) -> None:
        while self.charges and self.charges[0][0] <= until:
            _, interest, fees = self.charges.pop(0)
            for name in ["interest"] * interest + ["fees"] * fees:
                if self.spare:
                    self.spare -= 1
                else:
                    self.left[name] += 1

    def take(self, order: Sequence[str]) -> None:
        """One coin, for the first that does not wait, else for the first that does."""
        ready = [name for name in order if self.left[name] > self.waiting[name]]
        waiting = [name for name in order if self.waiting[name]]
        if ready:
            self.left[ready[0]] -= 1
        elif waiting:
            self.left[waiting[0]] -= 1
            self.waiting[waiting[0]] -= 1
        else:
            self.spare += 1


def instalments(case: Case, today: date) -> list[tuple[str, int]]:
    got = [0] * len(case.rows)
    for day in coins(case, today):
        if day >= case.adopted:
            first = next((i for i, (_, need) in enumerate(case.rows) if got[i] < need), None)
            if first is not None:
                got[first] += 1
    told = []
    for (due, need), came in zip(case.rows, got, strict=True):
        if need == came or (came and need - came <= case.short):
            state = "paid"
        elif (today - due).days <= case.grace:
            state = "due"
        else:
            state = "part" if came else "missed"
        told.append((state, came))
    return told


def days_due(one: Promised, today: date) -> tuple[date, date | None, bool]:
    """The day that counts after the moves so far, the day that a late move had missed, and whether there was any move."""
    due, broke, moved = one.on, None, False
    for at, to in one.moves:
        if at <= today:
            if at > due and broke is None:
                broke = due
            due, moved = to, True
    return due, broke, moved


def handed(case: Case, live: list[Promised], today: date) -> tuple[dict[str, int], dict[str, int]]:
    """The coins of each promise, and those of them that came in time."""
    live = sorted(live, key=lambda one: (days_due(one, today)[0], one.id))
    came = {one.id: 0 for one in case.promised}
    in_time = dict(came)
    for day in coins(case, today):
        for one in live:
            due, broke, _ = days_due(one, today)
            if came[one.id] < one.coins and (day - due).days <= case.grace:
                came[one.id] += 1
                in_time[one.id] += broke is None or (day - broke).days <= case.grace
                break
    return came, in_time


def promises(case: Case, today: date) -> tuple[dict[str, tuple[str, int]], Fraction | None, Fraction | None]:
    """Id → state and coins; the kept rate by count and by amount."""
    live = [one for one in case.promised if not (one.cancelled and one.cancelled <= today)]
    came, in_time = handed(case, live, today)
    told, closed = {}, []
    for one in case.promised:
        due, broke, moved = days_due(one, today)
        waits = (today - due).days <= case.grace
        if one not in live:
            state = "cancelled"
        elif in_time[one.id] and one.coins - in_time[one.id] <= case.short:
            state = "kept"
        elif waits and broke is None:
            state = "moved" if moved else "open"
        else:
            state = "partly_kept" if came[one.id] and broke is None else "broken"
        told[one.id] = (state, came[one.id])
        if state in ("kept", "partly_kept", "broken"):
            closed.append((one, state))
    if not closed:
        return told, None, None
    count = Fraction(sum(state == "kept" for _, state in closed), len(closed))
    return told, count, Fraction(sum(in_time[one.id] for one, _ in closed), sum(one.coins for one, _ in closed))
