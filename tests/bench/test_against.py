"""Two builds measured against each other: tasks matched by name, turns alternated, ratios, flags; and one real worker process."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bench.against import CannotHold, Compared, Worker, compared, matched, subject_lines, table, worker
from tools.other_build import Build

ONE_SUBJECT = """
from bench.contest import Contender, Contest, peer
import workstation


def contests(folder):
    (folder / "made").write_text("here")
    print("words that are no answer")
    other = peer("pip", lambda: 1 / 0)
    return [
        Contest(workstation.NAME, lambda: None, (other,)),
        Contest("whole desk", lambda: None, (), rounds=2, long=True),
        Contest("broken", lambda: 1 / 0, ()),
    ]
"""


@dataclass
class FakeSide:
    """Answers like a worker whose turns last as long as it is told."""

    name: str
    tasks: dict[str, int]
    turns: dict[str, list[float]]
    order: list[str]
    warmed: list[str] = field(default_factory=list)

    def ask(self, verb, name):
        if verb == "contests":
            return {"tasks": self.tasks}
        if verb == "warm":
            self.warmed.append(name)
            return {"loops": 1}
        assert name in self.warmed
        self.order.append(self.name)
        return {"seconds": self.turns[name].pop(0)}


def sides(then: dict[str, list[float]], today: dict[str, list[float]], rounds: int = 0):
    order: list[str] = []
    return [
        FakeSide(name, dict.fromkeys(turns, rounds), turns, order) for name, turns in (("then", then), ("today", today))
    ]


@pytest.mark.parametrize(
    ("then", "today", "both", "only_then", "only_today"),
    [
        ({"a": 0, "b": 0}, {"b": 0, "a": 0}, {"b": 7, "a": 7}, (), ()),
        ({"2,836 options": 0, "a": 0}, {"2,840 options": 0, "a": 0}, {"a": 7}, ("2,836 options",), ("2,840 options",)),
        ({"long": 1}, {"long": 3}, {"long": 3}, (), ()),
        ({}, {"new": 0}, {}, (), ("new",)),
    ],
)
def test_tasks_are_matched_by_name(then, today, both, only_then, only_today):
    found = matched(then, today, 7)
    assert (dict(found.both), found.only_then, found.only_today) == (both, only_then, only_today)
    assert list(found.both) == list(both)


def test_sides_take_turns_and_the_ratio_is_of_the_same_round():
    """A machine that slows down threefold moves both medians, and no ratio."""
    then, today = sides({"a": [1.0, 2.0, 3.0]}, {"a": [1.2, 2.4, 3.6]})
    found = compared("a", then, today, 3)
    assert then.order == ["then", "today", "today", "then", "then", "today"]
    assert (found.then, found.today, found.rounds) == (2.0, 2.4, 3)
    assert found.ratio == pytest.approx(1.2)
    assert found.slower


@pytest.mark.parametrize(("ratio", "slower"), [(0.5, False), (1.1, False), (1.11, True)])
def test_only_more_than_a_tenth_is_flagged(ratio, slower):
    one = Compared("a", 1.0, ratio, ratio, 7)
    assert one.slower is slower
    assert ("SLOWER" in table([one], "619c51d")) is slower


def test_what_stands_on_one_side_only_is_named():
    then, today = sides({"old": [], "a": [1.0]}, {"a": [1.0], "new": []})
    found = list(subject_lines("plans", then, today, 1))
    lines = table(found, "619c51d").splitlines()
    assert lines[0].split() == ["task", "619c51d", "today", "today", "/", "then", "rounds"]
    assert lines[1].split() == ["a", "1000.0", "ms", "1000.0", "ms", "1.00", "1"]
    assert lines[2:] == ["not compared: old: then only", "not compared: new: today only"]


def test_a_subject_that_one_side_cannot_hold_stops_no_other():
    class Without:
        def ask(self, verb, name):
            raise CannotHold("619c51d: No module named 'bench.new'")

    _, today = sides({}, {"a": [1.0]})
    assert list(subject_lines("new", Without(), today, 1)) == ["new: 619c51d: No module named 'bench.new'"]


@pytest.fixture
def build(tmp_path):
    """A tree with one subject and the contest module of this one."""
    tree = tmp_path / "tree"
    for package in ("bench", "workstation"):
        (tree / package).mkdir(parents=True)
        (tree / package / "__init__.py").touch()
    (tree / "workstation" / "__init__.py").write_text('NAME = "of this tree"\n')
    contest = Path(__file__).resolve().parents[2] / "bench" / "contest.py"
    (tree / "bench" / "contest.py").write_text(contest.read_text("utf-8"), "utf-8")
    (tree / "bench" / "plain.py").write_text(ONE_SUBJECT, "utf-8")
    (tree / "bench" / "lender.py").write_text("import workstation.cli\n", "utf-8")
    return Build("then", tree, Path(sys.executable))


def test_a_worker_holds_the_contests_of_its_own_tree_only(build, tmp_path, capfd):
    with worker(build, tmp_path / "files") as side:
        assert isinstance(side, Worker)
        assert side.ask("contests", "plain") == {"tasks": {"of this tree": 0, "whole desk": 2, "broken": 0}}
        assert (tmp_path / "files" / "plain" / "made").exists()
        assert side.ask("warm", "whole desk") == {"loops": 1}
        assert side.ask("warm", "of this tree")["loops"] > 1
        assert side.ask("turn", "of this tree")["seconds"] >= 0
        with pytest.raises(CannotHold, match="then: ZeroDivisionError"):
            side.ask("warm", "broken")
        with pytest.raises(CannotHold, match=r"No module named 'workstation\.cli'"):
            side.ask("contests", "lender")
    assert "words that are no answer" in capfd.readouterr().err
