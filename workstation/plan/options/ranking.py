"""Which option outdoes which, and in what order those that remain are proposed, each with its reason in one sentence.

Every option here is one that the household can keep with the pack's margin left. Among these the order is that of
a settlement that can come true and serves both sides: what asks the least of others is the likeliest to be granted; then
what the debtor pays in all; then the sooner end, the smaller payment, the smaller sum up front. The id settles what is alike.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, Literal

from workstation.errors import Finding
from workstation.money import Money
from workstation.plan.options.option import Option

Criterion = Literal["asked", "asked_of_bank", "total", "last_due", "payment", "up_front"]
Figure = int | date

RANKING: Final[tuple[Criterion, ...]] = ("asked", "asked_of_bank", "total", "last_due", "payment", "up_front")
"""The order of proposal, the weightiest first; less is better in each."""

_FIGURES: Final[Mapping[Criterion, Callable[[Option], Figure]]] = {
    "asked": lambda option: option.asked,
    "asked_of_bank": lambda option: option.asked_of_bank,
    "total": lambda option: option.total.minor,
    "last_due": lambda option: option.last_due,
    "payment": lambda option: option.payment.minor,
    "up_front": lambda option: option.up_front.minor,
}


def dominating(kept: Sequence[Option], option: Option) -> Option | None:
    """The first of ``kept`` that is no worse in any weight and better in one, if there is one.

    ``kept`` come before the option in the order of weights, so none of them asks for a larger payment.
    """
    mine = option.weights
    _, total, end, up_front, bank, approvals = mine
    for one in kept:
        theirs = one.weights
        dearer = (
            theirs[1] > total or theirs[2] > end or theirs[3] > up_front or theirs[4] > bank or theirs[5] > approvals
        )
        if not dearer and theirs != mine:
            return one
    return None


def ranked(options: Sequence[Option], ranking: tuple[Criterion, ...] = RANKING) -> list[Option]:
    """The options in the order of proposal; it does not depend on the order in which they come."""
    return sorted(options, key=lambda option: (*(_FIGURES[name](option) for name in ranking), option.id))


def reasons(order: Sequence[Option], ranking: tuple[Criterion, ...] = RANKING) -> Iterator[Finding]:
    """For each in the order of proposal, the figure that puts it there: the first against the second, others against the one above.

    Codes ``rank_only``, ``rank_first``, ``rank_after``, and ``rank_equal`` when no figure tells two apart.
    """
    if len(order) == 1:
        yield Finding("rank_only", order[0].id)
    elif order:
        yield _reason(order[0], order[1], 1, 2, "rank_first", ranking)
    for rank, (above, option) in enumerate(pairwise(order), 2):
        yield _reason(option, above, rank, rank - 1, "rank_after", ranking)


def _reason(
    option: Option, other: Option, rank: int, other_rank: int, code: str, ranking: tuple[Criterion, ...]
) -> Finding:
    ranks = {"rank": str(rank), "other": str(other_rank)}
    criterion = next((name for name in ranking if _FIGURES[name](option) != _FIGURES[name](other)), None)
    if criterion is None:
        return Finding("rank_equal", option.id, ranks)
    figures = {
        "criterion": criterion,
        "ours": _figure_text(option, criterion),
        "theirs": _figure_text(other, criterion),
    }
    return Finding(code, option.id, {**ranks, **figures})


def _figure_text(option: Option, criterion: Criterion) -> str:
    figure: int | date | Money = getattr(option, criterion)
    if isinstance(figure, Money):
        return figure.grouped()
    return figure.isoformat() if isinstance(figure, date) else str(figure)
