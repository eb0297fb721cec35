"""Two builds compared by their results: every kind of difference is named, and nothing that is only of one run counts as one."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tools.other_build import Build
from tools.same_answers import QUESTIONS, CannotWork, Results, compared, first_difference, results_of, table, verdict

KEY = bytes(range(32))
SAME = Results({"demo/a.pdf": b"1"}, {"q": {"code": 0, "out": "1", "err": ""}}, {"database": {"case": ["[1]", "[2]"]}})


def test_what_is_the_same_has_no_difference():
    verdicts = compared(SAME, SAME)
    assert [(one.what, one.identical, one.differences) for one in verdicts] == [
        ("papers", 1, ()),
        ("answers", 1, ()),
        ("database, tables", 1, ()),
    ]
    assert table(verdicts).splitlines()[0].split() == ["papers", "1", "identical,", "0", "differ"]


@pytest.mark.parametrize(
    ("then", "today", "identical", "differences"),
    [
        ({"a": 1, "b": 2}, {"a": 1, "b": 3}, 1, ("b: '2' then, '3' today",)),
        ({"a": 1}, {"a": 1, "new": 2}, 1, ("new: today only",)),
        ({"a": 1, "old": 2}, {"a": 1}, 1, ("old: then only",)),
        ({"t": ["x", "y"]}, {"t": ["x"]}, 0, ("t: 2 rows then, 1 today",)),
        ({"t": ["x", "y"]}, {"t": ["x", "z"]}, 0, ("t: row 2: 'y' then, 'z' today",)),
    ],
)
def test_each_difference_is_named(then, today, identical, differences):
    found = verdict("things", then, today)
    assert (found.identical, found.differences) == (identical, differences)


def test_the_place_where_two_long_answers_part_is_shown():
    long = "x" * 5000 + "1.00" + "y" * 5000
    found = first_difference({"code": 0, "out": long}, {"code": 0, "out": long.replace("1.00", "1.01")})
    assert found.startswith("out: '")
    assert "1.00" in found and "1.01" in found
    assert len(found) < 500


def test_the_recorded_questions_are_well_formed():
    asked = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    assert len(asked) >= 200
    assert len({one["name"] for one in asked}) == len(asked)
    assert [one["name"] for one in asked if set(one) - {"name", "words", "desk", "stdin", "files"}] == []


PACKAGES = {
    "__init__.py": "",
    "dates.py": "def FixedClock(now):\n    return now\n",
    "store/__init__.py": "",
    "store/keys.py": f"class open_keys:\n    def __init__(self, folder, passphrase):\n        self.database = {KEY!r}\n",
    "cli.py": """
import sys
from pathlib import Path
from secrets import token_hex, token_bytes

from sqlcipher3 import dbapi2


def run(words, clock):
    if words[0] == "demo":
        desk = Path(words[1]) / "desk"
        desk.mkdir(parents=True)
        (desk / "vault").write_bytes(token_bytes(8))
        (desk.parent / "a.pdf").write_text("paper {paper}")
        connection = dbapi2.connect(str(desk / "desk.db"))
        connection.execute(f"PRAGMA key = \\"x'{KEY}'\\"")
        connection.execute("CREATE TABLE debtor (id TEXT, name TEXT)")
        connection.execute("INSERT INTO debtor VALUES (?, ?)", (token_hex(16), "{row}"))
        connection.commit()
        connection.close()
        return {demo}
    if words[0] == "fail":
        raise SystemExit(3)
    if words[0] == "write":
        Path(words[1]).write_text("made")
    if words[0] == "sort":
        print(sorted(range(9), key=[token_hex(16) for _ in range(9)].__getitem__))
        return 0
    print("{answer}", token_hex(16), words[1], Path(__file__).parent, sys.stdin.read(), clock.isoformat())
    return 0
""",
}
ASKED = [
    {"name": "write", "words": ["write", "{made}/b.csv"], "stdin": {"a": "甲"}},
    {"name": "read", "words": ["read", "{files}/c.txt"], "files": {"c.txt": "text"}},
    {"name": "fail", "words": ["fail"]},
    {"name": "sort by id", "words": ["sort"]},
]


def build(folder: Path, **differs: str) -> Build:
    """A tree with no more than the worker touches; ``differs`` names what it gives otherwise."""
    given = {"paper": "1", "row": "甲", "demo": "0", "answer": "yes", "KEY": KEY.hex(), **differs}
    for name, text in PACKAGES.items():
        path = folder / "workstation" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        for key, value in given.items():
            text = text.replace(f"{{{key}}}", value)
        path.write_text(text, "utf-8")
    return Build(folder.name, folder, Path(sys.executable))


@pytest.fixture
def work(tmp_path):
    """The verdicts on a tree and another that differs."""
    questions = tmp_path / "questions.jsonl"
    questions.write_text("".join(json.dumps(one) + "\n" for one in ASKED), "utf-8")

    def worked(**differs):
        builds = build(tmp_path / "then"), build(tmp_path / "today", **differs)
        (tmp_path / "work").mkdir()
        then, today = results_of(builds, tmp_path / "work", questions)
        return then, compared(then, today)

    return worked


def test_two_trees_that_do_the_same_are_the_same(work):
    then, verdicts = work()
    assert [(one.identical, one.differences) for one in verdicts] == [(2, ()), (4, ()), (2, ()), (2, ())]
    assert list(then.papers) == ["demo/a.pdf", "made/b.csv"]
    wanted = 'yes id-1 {made}/b.csv {tree}/workstation {"a": "甲"} 2026-11-23T09:00:00+00:00\n'
    assert then.answers["write"] == {"code": 0, "out": wanted, "err": ""}
    assert then.answers["fail"]["code"] == 3
    assert then.databases["database"]["debtor"] == ['["id-1", "甲"]']


def test_a_paper_an_answer_and_a_row_that_differ_are_told(work):
    _, verdicts = work(paper="2", row="乙", answer="no")
    assert [len(one.differences) for one in verdicts] == [1, 2, 1, 1]
    assert verdicts[2].differences == ('debtor: row 1: \'["id-1", "甲"]\' then, \'["id-1", "乙"]\' today',)


def test_a_tree_whose_sample_desk_fails_is_no_difference_but_an_error(work):
    with pytest.raises(CannotWork, match="today"):
        work(demo="2")
