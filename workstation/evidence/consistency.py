"""One person tells one story: what is said in one place (a packet, the case, a proof) must not contradict another, and all
offers together must fit what is left to live on. Pure comparisons; every finding names both places.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, permutations
from typing import Final

from workstation.errors import Finding
from workstation.folding import folded, same_text
from workstation.money import Money, total

FACTS: Final = (
    "income", "spending", "children", "dependants", "marital", "housing", "employer", "reason", "hardship_from", "hardship_to",
    "overdue_since",
)  # fmt: skip
"""What can be told in several places; ``fact.<name>`` of the wording catalogue."""

_AMOUNTS: Final = ("income", "spending")
_DAYS_APART: Final = 31  # a diagnosis or a dismissal may be written up within the month


@dataclass(frozen=True, slots=True)
class Declaration:
    """What one place says about the person; empty or None: it says nothing. ``source`` is a name as people know it.

    ``income`` and ``spending`` are monthly. Marital state, housing and reason stand here in words, since they are shown.
    ``account`` marks the debt to which ``overdue_since`` belongs: different debts have different days. ``bank``: the one that
    was told so by a packet; empty for a case.
    """

    source: str
    income: Money | None = None
    spending: Money | None = None
    children: int | None = None
    dependants: int | None = None
    marital: str = ""
    housing: str = ""
    employer: str = ""
    reason: str = ""
    hardship_from: date | None = None
    hardship_to: date | None = None
    overdue_since: date | None = None
    account: str = ""
    bank: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """What is offered in one place, as an amount a month."""

    source: str
    monthly: Money


def contradictions(declarations: Sequence[Declaration], tolerance: Decimal = Decimal(0)) -> tuple[Finding, ...]:
    """One finding for every fact and every two values that places tell of it, naming the first two places that do.

    Amounts may differ by ``tolerance``, a share of the larger; amounts in unlike currencies are not compared.
    """
    found: dict[str, Finding] = {}
    for fact in FACTS:
        for finding in _contradictions(fact, declarations, Fraction(tolerance)):
            found.setdefault(explained_as(finding), finding)
    return tuple(found.values())


def explained_as(finding: Finding) -> str:
    """What a waiver of one contradiction, and of no other, is filed under: the fact and both values in any order."""
    return _filed(finding, *sorted(_values(finding)))


def unexplained(found: Sequence[Finding], explained: Collection[str]) -> tuple[Finding, ...]:
    """The contradictions that nobody has explained; ``explained`` as `explained_as` says, the values either way round."""
    filed = {folded(one) for one in explained}
    return tuple(finding for finding in found if not any(key in filed for key in _keys(finding)))


def explains(requirement: str, finding: Finding) -> bool:
    """Whether a waiver of this name speaks of this contradiction, in whatever writing its values stood then."""
    return folded(requirement) in _keys(finding)


def _keys(finding: Finding) -> tuple[str, ...]:
    return tuple(folded(_filed(finding, *pair)) for pair in permutations(_values(finding)))


def _values(finding: Finding) -> tuple[str, str]:
    return finding.figures["first"], finding.figures["second"]


def _filed(finding: Finding, one: str, other: str) -> str:
    return " ≠ ".join((finding.subject, one, other))


def _contradictions(fact: str, declarations: Sequence[Declaration], tolerance: Fraction) -> Iterator[Finding]:
    speaking = [one for one in declarations if getattr(one, fact) not in ("", None)]
    for one, other in combinations(speaking, 2):
        if _comparable(fact, one, other) and not _agree(getattr(one, fact), getattr(other, fact), tolerance):
            figures = {"fact": fact, "first": _text_of(getattr(one, fact)), "first_place": one.source,
                       "second": _text_of(getattr(other, fact)), "second_place": other.source}  # fmt: skip
            yield Finding("told_differently", f"consistency.{fact}", figures)


def _comparable(fact: str, one: Declaration, other: Declaration) -> bool:
    if fact in _AMOUNTS:
        return bool(getattr(one, fact).currency == getattr(other, fact).currency)
    return fact != "overdue_since" or one.account == other.account


def _agree(one: object, other: object, tolerance: Fraction) -> bool:
    if isinstance(one, Money) and isinstance(other, Money):
        return abs(one.minor - other.minor) <= max(abs(one.minor), abs(other.minor)) * tolerance
    if isinstance(one, str) and isinstance(other, str):
        return same_text(one, other)  # compared folded, shown as each place writes it
    return one == other


def _text_of(value: object) -> str:
    if isinstance(value, Money):
        return value.grouped()
    return value.isoformat() if isinstance(value, date) else str(value)


def disposable(income: Money, spending: Money) -> Money:
    """What is left of an evidenced monthly income after spending and priority debts; never below nothing."""
    left = income - spending
    return left if left.minor > 0 else Money.zero(income.currency)


def offer_findings(offers: Sequence[Offered], disposable_income: Money, proved_by: str) -> tuple[Finding, ...]:
    """Whether all offers together fit the disposable income ``disposable_income``, which ``proved_by`` proves."""
    compared = [one for one in offers if one.monthly.currency == disposable_income.currency]
    together = total([one.monthly for one in compared], disposable_income.currency)
    if together <= disposable_income:
        return ()
    figures = {
        "offers": together.grouped(),
        "means": disposable_income.grouped(),
        "difference": (together - disposable_income).grouped(),
        "places": "; ".join(f"{one.source} {one.monthly.grouped()}" for one in compared),
        "means_place": proved_by,
    }
    return (Finding("offers_beyond_means", "plan", figures),)
