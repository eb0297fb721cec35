"""Works the sample desk and answers recorded questions with whichever tree PYTHONPATH names.

``answer_worker.py OUT SAMPLE QUESTIONS``, run by path, never imported by that tree: an older tree has no such file. Writes under
OUT: ``demo/`` (papers and desk), ``made/`` (files that questions ask for), ``databases.json`` and ``answers.json``. Ids are
given out in order, temporary folders are named by what they hold, and the clock stands still, so that two trees which do the same
leave the same behind.
"""

from __future__ import annotations

import functools
import hashlib
import importlib
import io
import json
import re
import secrets
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, Final

NOW: Final = datetime(2026, 11, 23, 9, tzinfo=UTC)
PASSPHRASE: Final = "concord sample desk"
"""That of the sample desk; no secret, as all its data are invented."""
FAULT: Final = 1
ID: Final = re.compile(r"\b[0-9a-f]{32}\b")


class Tree:
    """The command line of the tree at hand, with the places that questions may name in braces."""

    def __init__(self, out: Path, sample: Path) -> None:
        self.places = {"{files}": out / "files", "{made}": out / "made", "{desk}": out / "demo" / "desk", "{out}": out}
        self.passphrase = out / "passphrase"
        self.passphrase.write_text(PASSPHRASE + "\n", "utf-8")
        shutil.copytree(sample, self.places["{files}"])
        self.places["{made}"].mkdir()
        self.run: Any = importlib.import_module("workstation.cli").run
        self.clock = importlib.import_module("workstation.dates").FixedClock(NOW)
        self.tree = Path(str(importlib.import_module("workstation").__file__)).resolve().parents[1]
        if self.tree != Path.cwd():
            raise RuntimeError(f"the packages of {self.tree} answer, not those of {Path.cwd()}")

    def answered(self, question: Mapping[str, Any]) -> dict[str, object]:
        """Exit code and what was said, without anything that is only of this run."""
        for name, text in question.get("files", {}).items():
            (self.places["{files}"] / name).write_text(text, "utf-8")
        given = question.get("stdin", "")
        text = given if isinstance(given, str) else json.dumps(given, ensure_ascii=False)
        code, out, err = self.said(self._words(question), text)
        told = [self._plain(out), self._plain(err)]
        return {"code": code, "out": told[0], "err": _last_line(told[1]) if code == FAULT else told[1]}

    def said(self, words: Sequence[str], given: str = "") -> tuple[int, str, str]:
        """One command line, carried out in this process."""
        out, err, stdin = io.StringIO(), io.StringIO(), sys.stdin
        sys.stdin = io.TextIOWrapper(io.BytesIO(given.encode("utf-8")), encoding="utf-8")
        try:
            with redirect_stdout(out), redirect_stderr(err):
                code = int(self.run(words, self.clock))
        except SystemExit as end:  # --help
            code = int(end.code or 0)
        finally:
            sys.stdin = stdin
        return code, out.getvalue(), err.getvalue()

    def _words(self, question: Mapping[str, Any]) -> list[str]:
        desk = ["--desk", "{desk}", "--passphrase-file", str(self.passphrase)] if question.get("desk") else []
        words = [*desk, *question["words"]]
        for name, place in self.places.items():
            words = [word.replace(name, str(place)) for word in words]
        return words

    def _plain(self, text: str) -> str:
        for name, place in [*self.places.items(), ("{tree}", self.tree)]:
            text = text.replace(str(place), name)
        return named_ids(text)


def named_ids(text: str) -> str:
    """Each id of 32 hex digits by the order in which it first appears: what matters is which are the same."""
    names: dict[str, str] = {}
    return ID.sub(lambda found: names.setdefault(found[0], f"id-{len(names) + 1}"), text)


def _last_line(text: str) -> str:
    """Of a trace, which names lines of the source, the error alone."""
    return text.rstrip().rpartition("\n")[2]


def database(desk: Path) -> dict[str, list[str]]:
    """Every table as lines of JSON in the order of writing, ids by appearance; the schema as one table more."""
    dbapi2 = importlib.import_module("sqlcipher3").dbapi2
    key = importlib.import_module("workstation.store.keys").open_keys(desk, PASSPHRASE).database
    connection = dbapi2.connect(str(desk / "desk.db"))
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        schema = connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
        ).fetchall()
        version = connection.execute("PRAGMA user_version").fetchall()
        tables = [name for kind, name, *_ in schema if kind == "table"]
        rows = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
    finally:
        connection.close()
    return {"(schema)": _lines([*version, *schema])} | {name: _lines(found) for name, found in rows.items()}


def _lines(rows: Iterable[Sequence[object]]) -> list[str]:
    text = "\n".join(json.dumps([_cell(value) for value in row], ensure_ascii=False) for row in rows)
    return named_ids(text).split("\n") if text else []


def _cell(value: object) -> object:
    return value.hex() if isinstance(value, bytes) else value


def look_here_only() -> None:
    """Take away the finder of an editable install: it would lend modules of another tree where this one has none."""
    sys.meta_path[:] = [one for one in sys.meta_path if not getattr(one, "__module__", "").startswith("__editable__")]


def give_ids_in_order() -> None:
    """Random ids would also decide which of two equal things comes first."""
    numbers = count(1)

    def ordered(nbytes: int | None = None) -> str:
        return hashlib.sha256(str(next(numbers)).encode()).hexdigest()[: 2 * (nbytes or 32)]

    secrets.token_hex = ordered


def stretch_once() -> None:
    """Opening a desk stretches its passphrase for a quarter of a second; the same stretch is done only once."""
    argon2: Any = importlib.import_module("cryptography.hazmat.primitives.kdf.argon2")
    real = argon2.Argon2id

    @functools.cache
    def derived(secret: bytes, costs: tuple[tuple[str, Any], ...]) -> bytes:
        return bytes(real(**dict(costs)).derive(secret))

    class Remembered:
        def __init__(self, **costs: Any) -> None:
            self.costs = tuple(costs.items())

        def derive(self, secret: bytes) -> bytes:
            return derived(secret, self.costs)

    argon2.Argon2id = Remembered


def main() -> int:
    """Do everything; answers 1 when the sample desk cannot be worked."""
    out, sample, questions = (Path(word) for word in sys.argv[1:])
    look_here_only()
    give_ids_in_order()
    stretch_once()
    out.mkdir()
    tree = Tree(out, sample)
    code, _, err = tree.said(["demo", str(out / "demo"), "--json"])
    if code:
        print(err, file=sys.stderr)
        return 1
    databases = {"database": database(tree.places["{desk}"])}
    asked = [json.loads(line) for line in questions.read_text("utf-8").splitlines()]
    answers = {question["name"]: tree.answered(question) for question in asked}
    databases["database after the questions"] = database(tree.places["{desk}"])
    (out / "answers.json").write_text(json.dumps(answers, ensure_ascii=False), "utf-8")
    (out / "databases.json").write_text(json.dumps(databases, ensure_ascii=False), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
