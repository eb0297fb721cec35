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
from workstation.plan.options.option import Option, Weights

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


class Front:
    """Options that nothing outdoes, kept in the order of their weights: none outdoes one that was kept before it.

    Those with the same sum up front and as many concessions stand in one row, so that an option looks at rows which could outdo it.
    """

    def __init__(self) -> None:
        self.kept: list[Option] = []
        self._rows: dict[tuple[int, int, int], list[tuple[Weights, int]]] = {}

    def keep(self, option: Option, weights: Weights) -> None:
        """Take in an option that is not outdone and whose weights come next."""
        self._rows.setdefault(weights[3:], []).append((weights, len(self.kept)))
        self.kept.append(option)

    def outdoing(self, weights: Weights) -> Option | None:
        """The first option kept that is no worse in any weight and better in one, if there is one.

        What is kept comes before in the order of weights, so none of it asks for a larger payment.
        """
        _, total, end, up_front, bank, approvals = weights
        first = len(self.kept)
        for (their_up_front, their_bank, their_approvals), row in self._rows.items():
            if their_up_front > up_front or their_bank > bank or their_approvals > approvals:
                continue
            for theirs, place in row:
                if place > first:
                    break
                if theirs[1] <= total and theirs[2] <= end and theirs != weights:
                    first = place
                    break
        return self.kept[first] if first < len(self.kept) else None


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
