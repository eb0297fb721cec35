"""The monthly income that a packet declares: kept with it as a fact of its own, ``4600.00 CNY``, and read back from there.

Packets of releases before that fact name their income only among the lines of ``case.budget``, where notes of people stand
between the figures; such a text is read as far as nothing that a note may hold can change the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from workstation.errors import Refused
from workstation.money import Money
from workstation.profile.budget import PER_MONTH, Budget, BudgetLine, Every, Side

INCOME: Final = "case.income"
"""Where the fact stands. Any change of it is a change of ``case.budget``, by whose place the agent finds it."""

_FACT: Final = re.compile(r"(-?\d+(?:\.\d+)?) ([A-Z]{3})")
_SIDES: Final[dict[str, Side]] = {"income": "income", "expense": "expense", "priority_debt": "priority_debt"}
_EVERY: Final[dict[str, Every]] = {every: every for every in PER_MONTH}
_SURPLUS: Final = re.compile(r"(-?\d[\d,]*(?:\.\d+)?) = ")
_LINE: Final = re.compile(rf"(?:^|(?<=; ))({'|'.join(_SIDES)}) (\w+) (-?\d+(?:\.\d+)?)/({'|'.join(_EVERY)}) ", re.ASCII)
_MOST_SUMS: Final = 4096  # sums of lines that are looked through; a household's budget stays far below


def income_fact(budget: Budget) -> str:
    """The monthly income as the fact holds it; empty while the budget has no lines."""
    income = budget.of("income")
    return f"{income.text()} {income.currency}" if budget.lines else ""


def declared_income(facts: Mapping[str, str], currency: str) -> Money | None:
    """The monthly income among the facts of a packet, place → value; None where they name none, or none for certain.

    ``currency``: that of amounts which do not name theirs.
    """
    if INCOME in facts:
        fact = _FACT.fullmatch(facts[INCOME])
        return Money.parse(fact[1], fact[2]) if fact else None
    try:
        return _income_of_text(facts.get("case.budget", ""), currency)
    except Refused:  # amounts finer than the currency that the case has now
        return None


def _income_of_text(text: str, currency: str) -> Money | None:
    """The income of ``1,204.00 = income wage 4600.00/month note; expense food 3396.00/month ``, if only one can be meant."""
    head = _SURPLUS.match(text)
    body = text[head.end() :] if head else ""
    found = list(_LINE.finditer(body))
    if head is None or not found or found[0].start():
        return None
    surplus = Money.parse(head[1], currency)
    lines = [_line(one[1], one[2], one[3], one[4], currency) for one in found]
    noted = _LINE.sub("", body).replace("; ", "")
    readings = _readings(lines, currency) if noted else {_sums(lines, currency)}
    incomes = {income for income, left in readings if left == surplus}
    return incomes.pop() if len(incomes) == 1 and any(line.side == "income" for line in lines) else None


def _line(side: str, category: str, amount: str, every: str, currency: str) -> BudgetLine:
    return BudgetLine(_SIDES[side], category, Money.parse(amount, currency), _EVERY[every])


def _readings(lines: Sequence[BudgetLine], currency: str) -> set[tuple[Money, Money]]:
    """Income and surplus if all but the first of what looks like a line may as well be words of a note; empty past any measure."""
    sums = {_sums(lines[:1], currency)}
    for line in lines[1:]:
        income, left = _sums([line], currency)
        sums |= {(before + income, surplus + left) for before, surplus in sums}
        if len(sums) > _MOST_SUMS:
            return set()
    return sums


def _sums(lines: Iterable[BudgetLine], currency: str) -> tuple[Money, Money]:
    """Monthly income, and what it leaves."""
    budget = Budget("", tuple(lines), currency)
    return budget.of("income"), budget.surplus
