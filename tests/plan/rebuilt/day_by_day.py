"""A second reckoning of a debt, evening by evening in fractions, that shares no code with the one it is held against.

It knows one end only: a history in which everything is known.
"""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

PARTS = ("principal", "interest", "penalty", "fees")


def half_up(value: Fraction) -> int:
    """To the whole fen; values here are never negative."""
    return int(value + Fraction(1, 2))


def weight(day: date, count: str) -> Fraction:
    """The part of a year that one day is."""
    if count != "30/360":
        return Fraction(1, int(count[-3:]))
    last = monthrange(day.year, day.month)[1]
    if (day.day, last) == (30, 31):  # the 31st counts as the 30th, so nothing runs from one to the other
        return Fraction(0)
    extra = 30 - last if day.month == 2 and day.day == last else 0
    return Fraction(1 + extra, 360)


def yearly(value: Decimal, per: str, count: str) -> Fraction:
    """What a rate is worth in a year of the count."""
    return Fraction(value) * {"annual": 1, "monthly": 12, "daily": 360 if count.endswith("360") else 365}[per]


class Debt:
    """What is owed, and what runs and was asked for since the last statement."""

    def __init__(self, facts: dict) -> None:
        self.facts = facts
        self.owed = dict(facts["opening"])
        self.new = defaultdict(int, self.owed)
        self.credit = self.asked = self.paid = self.short = self.in_a_row = 0
        self.running = self.running_default = Fraction(0)
        self.asked_on: date | None = None

    def join(self, day: date, part: str, amount: int) -> None:
        """An amount is charged; what was overpaid settles it at once."""
        self.owed[part] += amount
        self.new[part] += amount
        self.credit = self.settle(day, self.credit)

    def put_down(self, day: date) -> None:
        """Interest that ran becomes a charge of whole fen."""
        self.join(day, "interest", half_up(self.running))
        self.join(day, "penalty", half_up(self.running_default))
        self.running = self.running_default = Fraction(0)

    def charge(self, day: date) -> None:
        """All charges and waivers of a day."""
        for on, part, amount in self.facts["charges"]:
            if on == day and amount < 0:
                self.owed[part] = max(0, self.owed[part] + amount)
            elif on == day:
                self.join(day, part, amount)

    def pay(self, day: date) -> None:
        """All payments of a day that were not reversed."""
        for on, amount in without_reversed(self.facts["payments"]):
            if on == day:
                if self.facts["settles_daily"]:
                    self.put_down(day)
                self.paid += amount
                self.credit += self.settle(day, amount)

    def settle(self, day: date, amount: int) -> int:
        """Take an amount off the parts in the order of that day; answers what is left of it."""
        facts = self.facts
        late = facts["due_on"] is not None and day - facts["due_on"] > timedelta(days=facts["until_days"])
        for part in facts["late"] if late else facts["early"]:
            taken = min(amount, self.owed[part])
            self.owed[part] -= taken
            amount -= taken
        return amount

    def run(self, day: date) -> None:
        """Interest of one day."""
        facts, count = self.facts, self.facts["day_count"]
        if any(
            first <= day and (day < last or (day == last and not counts)) for first, last, counts in facts["pauses"]
        ):
            return
        bearing = self.owed["principal"] + (self.owed["interest"] if facts["compounds"] else 0)
        self.running += bearing * rate_on(facts["rates"], day, count) * weight(day, count)
        self.running_default += (
            self.owed["principal"] * rate_on(facts["default_rates"], day, count) * weight(day, count)
        )

    def evening(self, day: date) -> None:
        """The last day of grace, and the statement."""
        facts, penalty = self.facts, self.facts["penalty"]
        if penalty and self.asked_on and day == self.asked_on + timedelta(days=penalty["days"]):
            self.short = self.asked - self.paid if self.asked - self.paid > penalty["tolerance"] else 0
            self.in_a_row = self.in_a_row + 1 if self.short else 0
        if day.day != min(facts["statement_day"], monthrange(day.year, day.month)[1]):
            return
        self.put_down(day)
        if penalty and self.short > 0:
            stepped = penalty["step"] and self.in_a_row > penalty["step"][1]
            rate = penalty["step"][0] if stepped else penalty["rate"]
            charged = max(half_up(self.short * Fraction(rate)), penalty["minimum"])
            self.join(day, "penalty", charged if penalty["maximum"] is None else min(charged, penalty["maximum"]))
        if facts["minimum"]:
            self.asked = self.minimum(*facts["minimum"])
        self.asked_on, self.paid, self.short = day, 0, 0
        self.new = defaultdict(int)

    def minimum(self, share: Decimal, carries: bool) -> int:
        """What the statement asks for."""
        beside = self.new if carries else self.owed
        wanted = half_up(self.owed["principal"] * Fraction(share)) + sum(beside[part] for part in PARTS[1:])
        wanted += max(self.asked - self.paid, 0) if carries else 0
        return min(wanted, sum(self.owed.values()))


def balances(facts: dict, days: list[date]) -> dict[date, dict[str, int]]:
    """Fen owed in the evening of each day, and ``credit``. ``facts`` are plain values, as `told` in the tests takes them."""
    debt, day, seen = Debt(facts), facts["since"], {}
    while day <= max(days):
        debt.charge(day)
        if not facts["payment_day_counts"]:
            debt.pay(day)
        debt.run(day)
        if facts["payment_day_counts"]:
            debt.pay(day)
        debt.evening(day)
        seen[day] = {**debt.owed, "credit": debt.credit}
        seen[day]["interest"] += half_up(debt.running)
        seen[day]["penalty"] += half_up(debt.running_default)
        day += timedelta(days=1)
    return {day: seen[day] for day in days}


def rate_on(rates: list[tuple[date, Decimal, str]], day: date, count: str) -> Fraction:
    """The yearly rate of the last entry that began by the day; 0 before any."""
    begun = [entry for entry in sorted(rates, key=lambda entry: entry[0]) if entry[0] <= day]
    return yearly(begun[-1][1], begun[-1][2], count) if begun else Fraction(0)


def without_reversed(payments: list[tuple[date, int]]) -> list[tuple[date, int]]:
    """Payments by day, larger first; each reversal takes the latest payment of its size, on its day or before, away with it."""
    kept: list[tuple[date, int]] = []
    for on, amount in sorted(payments, key=lambda one: (one[0], -one[1])):
        if amount >= 0:
            kept.append((on, amount))
            continue
        for at in range(len(kept) - 1, -1, -1):
            if kept[at][1] == -amount:
                del kept[at]
                break
    return kept
