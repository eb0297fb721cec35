"""Holds Concord's side of the contests of whichever tree PYTHONPATH names, and times one turn at each request.

Run by path, never imported by that tree: an older tree has no such file. Requests and answers are one JSON object a line on
standard input and output; what the contests themselves print goes to standard error. Peers are never made nor needed.

    {"contests": "schedules"}  ->  {"tasks": {"schedule of 60 rows": 0}}      rounds of a long contest, 0 for others
    {"warm": "schedule of 60 rows"}  ->  {"loops": 7}
    {"turn": "schedule of 60 rows"}  ->  {"seconds": 0.0068}                  of one piece of work
    anything that fails  ->  {"error": "..."}
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import json
import os
import sys
import traceback
from collections.abc import Callable
from math import ceil
from pathlib import Path
from time import perf_counter
from types import ModuleType
from typing import Any, Final

LEAST_SECONDS: Final = 0.05
"""As in bench.contest: quick work is repeated until a turn lasts about this long."""

Work = Callable[[], object]


def _subject(name: str) -> ModuleType:
    """The contests of a subject: those of the tree, else today's, which an older tree can hold where it has the same actions."""
    try:
        return importlib.import_module(f"bench.{name}")
    except ModuleNotFoundError as error:
        own = Path(__file__).with_name(f"{name}.py")
        spec = importlib.util.spec_from_file_location(f"bench.{name}", own) if own.exists() else None
        if error.name != f"bench.{name}" or spec is None or spec.loader is None:
            raise
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module


class Side:
    """The contests of one subject at a time; the files of each subject go to a folder of its own under ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.held: dict[str, Any] = {}
        self.loops: dict[str, int] = {}

    def answer(self, request: dict[str, str]) -> dict[str, object]:
        """Do what was requested."""
        ((verb, name),) = request.items()
        verbs: dict[str, Callable[[str], dict[str, object]]] = {
            "contests": self.contests,
            "warm": self.warm,
            "turn": self.turn,
        }
        return verbs[verb](name)

    def contests(self, subject: str) -> dict[str, object]:
        """Make the contests of a subject; those of the one before are let go."""
        self.held, self.loops = {}, {}
        place = self.folder / subject
        place.mkdir()
        module = _subject(subject)
        self.held = {contest.task: contest for contest in module.contests(place)}
        return {"tasks": {task: one.rounds if _is_long(one) else 0 for task, one in self.held.items()}}

    def warm(self, task: str) -> dict[str, object]:
        """Warm the work up and settle how often a turn repeats it; long work is done once a turn and not warmed up."""
        contest = self.held[task]
        self.loops[task] = 1 if _is_long(contest) else _loops(contest.ours)
        return {"loops": self.loops[task]}

    def turn(self, task: str) -> dict[str, object]:
        """One timed turn."""
        return {"seconds": _timed(self.held[task].ours, self.loops[task])}


def _is_long(contest: Any) -> bool:
    return bool(getattr(contest, "long", False))


def _loops(work: Work) -> int:
    if _timed(work, 1) > 20 * LEAST_SECONDS:
        return 1
    return max(1, ceil(LEAST_SECONDS / max(_timed(work, 1), 1e-7)))


def _timed(work: Work, loops: int) -> float:
    gc.collect()
    start = perf_counter()
    for _ in range(loops):
        work()
    return (perf_counter() - start) / loops


def look_here_only() -> None:
    """Take away the finder of an editable install: it would lend modules of another tree where this one has none."""
    sys.meta_path[:] = [one for one in sys.meta_path if not getattr(one, "__module__", "").startswith("__editable__")]


def leave_peers_out() -> None:
    """Peers of a contest are named only, as if none was installed; subjects take ``peer`` from here when they are imported."""
    contest: Any = importlib.import_module("bench.contest")
    if Path(contest.__file__).resolve().parents[1] != Path.cwd():
        raise RuntimeError(f"{contest.__file__} is not of {Path.cwd()}")
    contest.peer = lambda package, *_, **__: contest.Contender(package, None)


def main() -> int:
    """Answer requests until there are no more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    look_here_only()
    leave_peers_out()
    side = Side(Path(sys.argv[1]))
    for line in sys.stdin:
        try:
            answer = side.answer(json.loads(line))
        except Exception as error:  # noqa: BLE001 - a contest that cannot be held here is an answer too
            traceback.print_exc()
            answer = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer, ensure_ascii=False), file=answers, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
