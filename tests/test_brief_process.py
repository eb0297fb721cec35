"""A process for one answer loads the modules of its answer and no other, so that it is there at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import import_module
from typing import ForwardRef

import pytest

from tests.cli.test_calc import SCHEDULE
from tests.source_tree import ROOT

ROOMS = {
    "": "brief_process cli currencies dates errors money plan rates received wording",
    "cli.": "answers deskless deskless.calc grammar grammar.arguments grammar.calculations streams",
    "plan.": "calc calc.calc calc.question calc.terms_json rate rate.roots rate.true_rate schedule",
    "plan.schedule.": "accrual affordable calculate components due_days frame solving term_checks terms walk working_days",
    "received.": "regular_file",
}
LOADED = ["workstation", *(f"workstation.{room}{name}" for room, names in ROOMS.items() for name in names.split())]
SLOW = {
    "argparse",
    "ast",
    "calendar",
    "dis",
    "gettext",
    "hashlib",
    "inspect",
    "logging",
    "socket",
    "subprocess",
    "tomllib",
}
if sys.version_info >= (3, 13):
    SLOW -= {"ast", "dis", "inspect"}  # whose dataclasses ask `inspect` for the annotations of each class
FLOWS = {"flows": [{"amount": "-1000", "on": "2026-01-01"}, {"amount": "1100", "on": "2027-01-01"}]}


@pytest.fixture
def asked(tmp_path):
    """Asks in a process of its own; answers the answer, and the names of all modules that were loaded for it."""

    def ask(kind: str, question: dict[str, object], *more: str):
        file = tmp_path / "question.json"
        file.write_text(json.dumps(question), "utf-8")
        words = [sys.executable, "-X", "importtime", "-m", "workstation", "calc", kind, str(file), *more]
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTHON"))}
        done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)
        told = [line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")]
        return done, set(told)

    return ask


def test_a_schedule_loads_what_it_is_made_of(asked) -> None:
    done, loaded = asked("schedule", SCHEDULE)
    assert (done.returncode, len(json.loads(done.stdout)["rows"])) == (0, 60)
    assert sorted(name for name in loaded if name.startswith(("workstation", "ui"))) == sorted(LOADED)
    assert loaded & SLOW == set()


@pytest.mark.parametrize(
    ("kind", "question", "more"),
    [("true-rate", FLOWS, ()), ("schedule", {}, ("--json",)), ("true-rate", FLOWS, ("--lines",))],
)
def test_no_question_waits_for_what_is_slow(asked, kind, question, more) -> None:
    """A refusal is worded, and so reads the sentences; nothing else is added."""
    done, loaded = asked(kind, question, *more)
    assert done.returncode == (0 if question else 2)
    assert "findings" in json.loads(done.stdout)
    assert loaded & SLOW == ({"tomllib"} if not question else set())
    assert [name for name in loaded if name.startswith(("workstation.store", "workstation.actions", "ui."))] == []


@pytest.mark.parametrize("name", LOADED)
def test_no_tuple_has_its_annotations_compiled(name) -> None:
    """`NamedTuple` compiles annotations that are text, and the first text to be compiled sets up the whole syntax tree."""
    tuples = [one for one in vars(import_module(name)).values() if isinstance(one, type) and issubclass(one, tuple)]
    texts = [
        f"{one.__name__}.{field}"
        for one in tuples
        for field, kind in getattr(one, "__annotations__", {}).items()
        if isinstance(kind, ForwardRef)
    ]
    assert texts == []


def test_a_module_that_waits_is_there_when_it_is_used() -> None:
    asks = (
        "from workstation.brief_process import begin; begin(['calc']); import inspect, sys; before = 'ast' in sys.modules\n"
        "assert inspect.isclass(int) and 'ast' in sys.modules and not before\n"
        "import inspect as again; from inspect import signature; assert again.signature is signature\n"
        "assert type(again).__name__ == 'module'"
    )
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
