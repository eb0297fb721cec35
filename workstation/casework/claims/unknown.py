"""Which inputs of a rebuilt debt nobody knows: each a question to the bank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workstation.plan.rebuilt.history import ContractTerms, History, MonthlyPenalty

UNKNOWN: Final = (
    "opening", "rate", "default_rate", "charge", "payment", "penalty_minimum", "penalty_maximum", "tolerance", "grace",
    "minimum_share",
)  # fmt: skip
"""The questions stand under ``paper.claim.ask.<code>``."""


def unknown_inputs(history: History) -> tuple[str, ...]:
    """The codes of `UNKNOWN` that hold for a history, in that order."""
    found = set(_unknown(history))
    return tuple(code for code in UNKNOWN if code in found)


def _unknown(history: History) -> Iterator[str]:
    if not history.opening or any(not one.is_known for one in history.opening.values()):
        yield "opening"
    if any(not one.amount.is_known for one in history.charges):
        yield "charge"
    if any(not one.amount.is_known for one in history.payments):
        yield "payment"
    yield from _of_terms(history.terms)


def _of_terms(terms: ContractTerms) -> Iterator[str]:
    if any(one.least != one.most for one in terms.rates):
        yield "rate"
    if any(one.least != one.most for one in terms.default_rates):
        yield "default_rate"
    if terms.minimum and terms.minimum.share_most not in (None, terms.minimum.share):
        yield "minimum_share"
    if terms.penalty:
        yield from _of_penalty(terms.penalty)


def _of_penalty(penalty: MonthlyPenalty) -> Iterator[str]:
    if not penalty.minimum.is_known:
        yield "penalty_minimum"
    if penalty.maximum and not penalty.maximum.is_known:
        yield "penalty_maximum"
    if not penalty.tolerance.is_known:
        yield "tolerance"
    if penalty.grace_most not in (None, penalty.grace_days):
        yield "grace"
