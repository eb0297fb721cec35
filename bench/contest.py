"""One contest: the same work done by Concord and by peers, turn by turn, so that a busy machine slows them alike.

Times are seconds of one piece of work; a ratio is Concord's time by the peer's in the same round, below 1 when Concord is faster.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from math import ceil
from statistics import median
from time import perf_counter
from typing import Final

Work = Callable[[], object]

LEAST_SECONDS: Final = 0.05
"""A turn repeats quick work until it lasts about this long, well above the clock's grain."""


@dataclass(frozen=True, slots=True)
class Contender:
    """Who does the work; ``work`` is None when the peer is not installed."""

    name: str
    work: Work | None


@dataclass(frozen=True, slots=True)
class Contest:
    """``ours`` against ``peers`` at ``task``, in ``rounds`` rounds after one to warm up; ``long`` work is not warmed up."""

    task: str
    ours: Work
    peers: tuple[Contender, ...]
    rounds: int = 9
    long: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """Median seconds on both sides and the median of the rounds' ratios; None where the peer is missing."""

    task: str
    peer: str
    ours: float
    theirs: float | None
    ratio: float | None


def installed(package: str) -> str:
    """``XlsxWriter 3.3.1``, or an empty text when the package is not there."""
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return ""


def peer(package: str, work: Callable[[], Work]) -> Contender:
    """A contender from a package; ``work`` imports it and answers the work to time, and is called only when it is there."""
    name = installed(package)
    return Contender(name or package, work() if name else None)


def run(contest: Contest) -> list[Result]:
    """All rounds of one contest; the contenders take turns and change who starts."""
    works = [contest.ours] + [one.work for one in contest.peers if one.work]
    loops = [1 if contest.long else _loops(work) for work in works]
    rounds = [_round(works, loops, number) for number in range(contest.rounds)]
    ours = median(times[0] for times in rounds)
    columns = iter(range(1, len(works)))
    results = []
    for one in contest.peers:
        if one.work is None:
            results.append(Result(contest.task, one.name, ours, None, None))
        else:
            column = next(columns)
            theirs = median(times[column] for times in rounds)
            ratio = median(times[0] / times[column] for times in rounds)
            results.append(Result(contest.task, one.name, ours, theirs, ratio))
    return results


def _loops(work: Work) -> int:
    """How often a turn repeats the work; the first call warms up, and long work is not tried twice."""
    if _timed(work, 1) > 20 * LEAST_SECONDS:
        return 1
    return max(1, ceil(LEAST_SECONDS / max(_timed(work, 1), 1e-7)))


def _round(works: Sequence[Work], loops: Sequence[int], number: int) -> list[float]:
    times = [0.0] * len(works)
    for step in range(len(works)):
        turn = (number + step) % len(works)
        times[turn] = _timed(works[turn], loops[turn])
    return times


def _timed(work: Work, loops: int) -> float:
    gc.collect()
    start = perf_counter()
    for _ in range(loops):
        work()
    return (perf_counter() - start) / loops


def table(results: Sequence[Result]) -> str:
    """The results as text, one line a peer."""
    lines = [("task", "Concord", "peer", "", "Concord / peer")]
    for one in results:
        if one.theirs is None or one.ratio is None:
            lines.append((one.task, _seconds(one.ours), one.peer, "-", "not installed here"))
        else:
            lines.append((one.task, _seconds(one.ours), one.peer, _seconds(one.theirs), f"{one.ratio:.2f}"))
    widths = [max(len(line[column]) for line in lines) for column in range(5)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) for line in lines)


def _seconds(value: float) -> str:
    return f"{value * 1000:.3f} ms" if value < 0.01 else f"{value * 1000:.1f} ms"
