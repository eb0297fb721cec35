"""Concord of today against Concord of another commit: ``python -m bench.against COMMIT [NAME ...]``.

Each build holds its own contests in a process of its own, in its own environment and on files that it made itself. The two take
turns and change who starts, so that a busy machine slows them alike. A ratio is today's time by the time then: above 1 is slower.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final, Protocol

from bench.__main__ import SUBJECTS
from tools.other_build import Build, UnknownCommit, build_of, todays_build

ROUNDS: Final = 7
SLOWER: Final = 1.10
"""A ratio above this is flagged: medians of alternated rounds stay within a tenth on a shared machine."""
WORKER: Final = Path(__file__).with_name("turn_worker.py")


class CannotHold(Exception):
    """A side could not make or do the work; the message names the error."""


class Side(Protocol):
    """One build, ready to work."""

    def ask(self, verb: str, name: str) -> Mapping[str, Any]:
        """One request to a worker, as in `bench.turn_worker`. Raises `CannotHold`."""


@dataclass(frozen=True, slots=True)
class Tasks:
    """Tasks of one subject by name: those of both builds, with their rounds, and those of one only."""

    both: Mapping[str, int]
    only_then: tuple[str, ...]
    only_today: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Median seconds of one piece of work in both builds, and the median of the rounds' ratios today / then."""

    task: str
    then: float
    today: float
    ratio: float
    rounds: int

    @property
    def slower(self) -> bool:
        """Whether today is slower by more than the machine's noise."""
        return self.ratio > SLOWER


@dataclass(frozen=True, slots=True)
class Worker:
    """A build's process, asked through its standard input."""

    name: str
    process: subprocess.Popen[str]

    def ask(self, verb: str, name: str) -> Mapping[str, Any]:
        """Send one request and wait for its answer. Raises `CannotHold`."""
        assert self.process.stdin is not None and self.process.stdout is not None
        try:
            self.process.stdin.write(json.dumps({verb: name}) + "\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        answer: dict[str, Any] = json.loads(line) if line else {"error": "its process ended"}
        if "error" in answer:
            raise CannotHold(f"{self.name}: {answer['error']}")
        return answer


@contextmanager
def worker(build: Build, folder: Path) -> Iterator[Worker]:
    """A process in a build for as long as the context lasts; what its contests print goes to standard error."""
    folder.mkdir()
    process = subprocess.Popen(
        build.command(WORKER, str(folder)),
        cwd=build.tree,
        env=build.environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with process:
        try:
            yield Worker(build.name, process)
        finally:
            if process.stdin is not None:
                process.stdin.close()


def matched(then: Mapping[str, int], today: Mapping[str, int], rounds: int) -> Tasks:
    """Tasks by their names, in today's order; long work, whose number is not 0, keeps its own few rounds."""
    return Tasks(
        {task: today[task] or rounds for task in today if task in then},
        tuple(task for task in then if task not in today),
        tuple(task for task in today if task not in then),
    )


def compared(task: str, then: Side, today: Side, rounds: int) -> Compared:
    """All rounds of one task; round by round the other side starts."""
    for side in (then, today):
        side.ask("warm", task)
    times = [_round(task, (then, today) if number % 2 == 0 else (today, then)) for number in range(rounds)]
    pairs = [pair if number % 2 == 0 else pair[::-1] for number, pair in enumerate(times)]
    return Compared(
        task,
        median(before for before, _ in pairs),
        median(now for _, now in pairs),
        median(now / before for before, now in pairs),
        rounds,
    )


def _round(task: str, order: tuple[Side, Side]) -> tuple[float, float]:
    first, second = (float(side.ask("turn", task)["seconds"]) for side in order)
    return first, second


def subject_lines(subject: str, then: Side, today: Side, rounds: int) -> Iterator[Compared | str]:
    """What became of each task of a subject: figures, or a sentence where there is nothing to compare."""
    try:
        tasks = matched(then.ask("contests", subject)["tasks"], today.ask("contests", subject)["tasks"], rounds)
    except CannotHold as error:
        yield f"{subject}: {error}"
        return
    for task, own_rounds in tasks.both.items():
        try:
            yield compared(task, then, today, own_rounds)
        except CannotHold as error:
            yield f"{task}: {error}"
    yield from (f"{task}: then only" for task in tasks.only_then)
    yield from (f"{task}: today only" for task in tasks.only_today)


def table(found: Sequence[Compared | str], then: str) -> str:
    """The results as text: one line a task, those that cannot be compared below."""
    lines = [("task", then, "today", "today / then", "rounds", "")]
    for one in found:
        if isinstance(one, Compared):
            flag = "SLOWER" if one.slower else ""
            lines.append((one.task, _seconds(one.then), _seconds(one.today), f"{one.ratio:.2f}", str(one.rounds), flag))
    widths = [max(len(line[column]) for line in lines) for column in range(6)]
    cells = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines]
    return "\n".join([*cells, *(f"not compared: {one}" for one in found if isinstance(one, str))])


def _seconds(value: float) -> str:
    return f"{value * 1000:.3f} ms" if value < 0.01 else f"{value * 1000:.1f} ms"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; answers 1 when a task became slower, so that `git bisect run` can find since when."""
    parser = argparse.ArgumentParser(prog="python -m bench.against", description=__doc__)
    parser.add_argument("commit")
    parser.add_argument("subject", nargs="*", choices=(*SUBJECTS, []), help="default: all")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args(argv)
    found: list[Compared | str] = []
    try:
        with (
            TemporaryDirectory() as folder,
            build_of(given.commit) as other,
            worker(other, Path(folder) / "then") as then,
            worker(todays_build(), Path(folder) / "today") as today,
        ):
            for subject in given.subject or SUBJECTS:
                print(f"... {subject}", flush=True)
                for one in subject_lines(subject, then, today, given.rounds):
                    print(f"    {one if isinstance(one, str) else f'{one.ratio:.2f}  {one.task}'}", flush=True)
                    found.append(one)
    except UnknownCommit as error:
        print(error, file=sys.stderr)
        return 2
    print()
    print(table(found, other.name))
    return int(any(isinstance(one, Compared) and one.slower for one in found))


if __name__ == "__main__":
    sys.exit(main())
