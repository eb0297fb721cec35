"""Whether another commit gives the same results as today's files do: ``python -m tools.same_answers COMMIT``.

Both work the sample desk and answer the questions of ``questions.jsonl`` on it, each in its own environment. Compared are the
papers to the byte, the database row by row, and every answer of the command line with its exit code.

A question is one JSON object a line: ``name``, ``words`` of the command line, ``desk`` (true: on the sample desk, whose changes
later questions see), ``stdin`` (a text, or JSON), ``files`` (name → text, written before). Words may name {desk}, {files} (a copy
of today's resources/sample and resources/forms, and what questions wrote), {made} (compared like papers) and {out} (holds demo/).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from tools.other_build import ROOT, Build, UnknownCommit, build_of, todays_build

WORKER: Final = Path(__file__).with_name("answer_worker.py")
QUESTIONS: Final = Path(__file__).with_name("questions.jsonl")
SHOWN: Final = 160
"""Characters of a difference that are printed on either side."""

Tables = Mapping[str, Sequence[str]]


class CannotWork(Exception):
    """A build could not work the sample desk; its own words are on standard error."""


@dataclass(frozen=True, slots=True)
class Results:
    """All that a build left: papers by their path, answers by the name of their question, databases by when they were read."""

    papers: Mapping[str, bytes]
    answers: Mapping[str, Mapping[str, Any]]
    databases: Mapping[str, Tables]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One line of the table: what was compared, how much of it is identical, and each difference in words."""

    what: str
    identical: int
    differences: tuple[str, ...]


def compared(then: Results, today: Results) -> list[Verdict]:
    """Everything, in the order of the table."""
    papers = {name: _digest(data) for name, data in then.papers.items()}
    papers_today = {name: _digest(data) for name, data in today.papers.items()}
    return [
        verdict("papers", papers, papers_today),
        verdict("answers", then.answers, today.answers),
        *(verdict(f"{name}, tables", then.databases[name], today.databases[name]) for name in today.databases),
    ]


def verdict(what: str, then: Mapping[str, Any], today: Mapping[str, Any]) -> Verdict:
    """Two sets of named things."""
    differences = tuple(_differences(then, today))
    return Verdict(what, sum(then.get(name) == found for name, found in today.items()), differences)


def _differences(then: Mapping[str, Any], today: Mapping[str, Any]) -> Iterator[str]:
    for name in [*today, *(name for name in then if name not in today)]:
        if name not in then:
            yield f"{name}: today only"
        elif name not in today:
            yield f"{name}: then only"
        elif then[name] != today[name]:
            yield f"{name}: {first_difference(then[name], today[name])}"


def first_difference(then: Any, today: Any) -> str:
    """Where two unlike values part: the key, the row, or the place in a text, with what stands there on both sides."""
    if isinstance(then, Mapping) and isinstance(today, Mapping):
        key = next(key for key in [*today, *then] if then.get(key) != today.get(key))
        return f"{key}: {first_difference(then.get(key), today.get(key))}"
    if isinstance(then, list) and isinstance(today, list):
        number = next((no for no, pair in enumerate(zip(then, today, strict=False)) if pair[0] != pair[1]), None)
        if number is None:
            return f"{len(then)} rows then, {len(today)} today"
        return f"row {number + 1}: {first_difference(then[number], today[number])}"
    before, now = str(then), str(today)
    start = next((no for no, pair in enumerate(zip(before, now, strict=False)) if pair[0] != pair[1]), 0)
    start = max(0, start - SHOWN // 4)
    return f"{before[start : start + SHOWN]!r} then, {now[start : start + SHOWN]!r} today"


def table(verdicts: Sequence[Verdict]) -> str:
    """A line for each thing compared; below, every difference."""
    width = max(len(one.what) for one in verdicts)
    lines = [f"{one.what.ljust(width)}  {one.identical:4} identical, {len(one.differences)} differ" for one in verdicts]
    return "\n".join([*lines, *(f"{one.what}: {text}" for one in verdicts for text in one.differences)])


def rows_table(tables: Tables) -> str:
    """What a database holds: rows and their digest, a table a line."""
    width = max(len(name) for name in tables)
    return "\n".join(
        f"  {name.ljust(width)}  {len(rows):5} rows  {_digest(chr(10).join(rows).encode())}"
        for name, rows in tables.items()
    )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def results_of(builds: Sequence[Build], folder: Path, questions: Path) -> list[Results]:
    """The builds at work beside each other. Raises `CannotWork`."""
    sample = folder / "sample"
    for part in ("sample", "forms"):
        shutil.copytree(ROOT / "resources" / part, sample / part)
    outs = [folder / str(number) for number in range(len(builds))]
    at_work = [
        subprocess.Popen(
            build.command(WORKER, str(out), str(sample), str(questions)), cwd=build.tree, env=build.environment()
        )
        for build, out in zip(builds, outs, strict=True)
    ]
    codes = [process.wait() for process in at_work]
    for build, code in zip(builds, codes, strict=True):
        if code:
            raise CannotWork(f"{build.name}: the sample desk could not be worked")
    return [_read(out) for out in outs]


def _read(out: Path) -> Results:
    files = [path for name in ("demo", "made") for path in sorted((out / name).rglob("*")) if path.is_file()]
    desk = out / "demo" / "desk"
    papers = {path.relative_to(out).as_posix(): path.read_bytes() for path in files if not path.is_relative_to(desk)}
    return Results(
        papers,
        json.loads((out / "answers.json").read_text("utf-8")),
        json.loads((out / "databases.json").read_text("utf-8")),
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Compare and print; answers 1 on any difference."""
    parser = argparse.ArgumentParser(prog="python -m tools.same_answers", description=__doc__)
    parser.add_argument("commit")
    parser.add_argument("--questions", type=Path, default=QUESTIONS)
    given = parser.parse_args(argv)
    try:
        with TemporaryDirectory() as folder, build_of(given.commit) as other:
            then, today = results_of((other, todays_build()), Path(folder), given.questions.resolve())
    except (UnknownCommit, CannotWork) as error:
        print(error, file=sys.stderr)
        return 2
    verdicts = compared(then, today)
    print(table(verdicts))
    print(f"database after the questions, {other.name}:")
    print(rows_table(then.databases["database after the questions"]))
    return int(any(one.differences for one in verdicts))


if __name__ == "__main__":
    sys.exit(main())
