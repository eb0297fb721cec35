"""Every argument of every command takes whatever a shell can hand over, and answers in words: exit 0 or 2, never a trace."""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

import pytest

from tests.cli.conftest import CLOCK
from tests.cli.right_words import BASES
from tests.prove import how_many
from workstation.actions.demo.sample_desk import PASSPHRASE
from workstation.cli import run
from workstation.cli.grammar.parser import parser
from workstation.money import MOST, Money
from workstation.store import keys

ODD: Mapping[str, str] = {
    "empty": "",
    "blanks": "   ",
    "not UTF-8": "caf\udce9.pdf",
    "NUL": "a\0b",
    "83 Han": "名" * 83,
    "83 Han and an ending": "名" * 83 + ".pdf",
    "90 Han": "名" * 90,
    "5,000 characters": "x" * 5_000,
    "negative": "-1",
    "zero": "0",
    "thirty digits": "9" * 30,
    "full width": "１２",
    "superscript": "²",
    "not a number": "NaN",
    "power of ten": "1e999",
    "line end": "a\nb",
    "upwards": "../..",
    "device": "/dev/null",
    "folder": "/",
    "sign": "%s{0}",
}
SLOW_WHEN_RIGHT = {"demo", "export cases", "print-queue"}
"""Commands that would do minutes of work with a value that is merely unusual: they are given those that no command takes."""
NEVER_RIGHT = ("empty", "blanks", "not UTF-8", "NUL", "90 Han", "5,000 characters")

FORMS = Path(__file__).parents[1] / "files" / "forms"


@pytest.fixture(scope="module")
def known(sample) -> keys.Keys:
    """The keys of the sample desk, worked out once."""
    return keys.open_keys(sample, PASSPHRASE)


@pytest.fixture
def place(sample, known, tmp_path, monkeypatch) -> Path:
    """A copy of the sample desk that opens without the work of a passphrase, and files for the commands to read."""
    shutil.copytree(sample, tmp_path / "desk")
    (tmp_path / "passphrase").write_text(PASSPHRASE, "utf-8")
    (tmp_path / "FILE").write_text("a,b\n1,2\n", "utf-8")
    (tmp_path / "JSON").write_text("{}", "utf-8")
    shutil.copy(FORMS / "flat.pdf", tmp_path / "FORM")
    monkeypatch.setattr(keys, "open_keys", lambda *_given, **_named: known)
    monkeypatch.setattr(keys, "new_keys", lambda passphrase, *_given, **_named: (known, b"{}"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def grammar_words() -> Iterator[str]:
    root = parser()
    for name, command in _below(root):
        verbs = dict(_below(command))
        yield from (f"{name} {verb}" for verb in verbs) if verbs else (name,)


def _below(one: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in one._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def filled(words: Sequence[str], place: Path) -> list[str]:
    known = {"OUT": str(place / "out.pdf"), "CASE": _case(place)}
    return [known.get(word, str(place / word) if word in ("FILE", "JSON", "FORM") else word) for word in words]


def _case(place: Path) -> str:
    return "CC-2026-00001"


def tries(base: Sequence[str], odd: Sequence[str]) -> list[tuple[int, str]]:
    """(place, odd value) of all, or a seeded few of every command."""
    every = [(at, name) for at, word in enumerate(base) if not word.startswith("--") for name in odd]
    return Random("".join(base)).sample(every, min(len(every), how_many(1, len(every))))


def outcome(words: Sequence[str], capsys) -> tuple[int, str, str]:
    code = run(words, CLOCK)
    out, err = capsys.readouterr()
    return code, out, err


def test_every_command_is_tried() -> None:
    assert set(grammar_words()) <= set(BASES), "give the new command a line in BASES"


@pytest.mark.prove
@pytest.mark.timeout(how_many(60, 3600))
@pytest.mark.parametrize("command", BASES)
def test_odd_arguments_are_answered_in_words(command, place, capsys) -> None:
    wrong: list[str] = []
    desk = str(place / ("new" if command == "desk init" else "desk"))
    ahead = ["--desk", desk, "--passphrase-file", str(place / "passphrase"), "--json", *command.split()]
    base = filled(BASES[command], place)
    for at, name in tries(BASES[command], NEVER_RIGHT if command in SLOW_WHEN_RIGHT else list(ODD)):
        option = base[at - 1] if at and base[at - 1].startswith("--") else ""
        words = [*base[: at - bool(option)], *([f"{option}={ODD[name]}"] if option else [ODD[name]]), *base[at + 1 :]]
        code, out, err = outcome([*ahead, *words], capsys)
        if code not in (0, 2) or "Traceback" in err or (code == 2 and not json.loads(out)["findings"]):
            wrong.append(f"{option or at} {name}: exit {code} {err[-300:]}")
        if code == 2:
            assert all(one["message"] != f"finding.{one['code']}" for one in json.loads(out)["findings"])
    assert wrong == []


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("shared", ["--desk", "--passphrase-file", "--language"])
def test_odd_shared_options_are_answered_in_words(shared, name, place, capsys) -> None:
    others = {"--desk": str(place / "desk"), "--passphrase-file": str(place / "passphrase"), "--language": "en"}
    words = [f"{option}={ODD[name] if option == shared else value}" for option, value in others.items()]
    code, _out, err = outcome([*words, "--json", "desk", "info"], capsys)
    assert code == 2, err


NUMBERS = {
    "--processes": ("export", "cases", "--out", "OUT"), "--schedules": ("export", "portfolio", "--out", "OUT"),
    "--copies": ("print-queue", "--out", "OUT"),
}  # fmt: skip


@pytest.mark.parametrize("option", NUMBERS)
@pytest.mark.parametrize("text", ["-1", "1.5", "65000", "9" * 30, "²", "x"])
def test_counts_have_limits(option, text, place, capsys) -> None:
    words = filled(NUMBERS[option], place)
    ahead = ["--desk", str(place / "desk"), "--passphrase-file", str(place / "passphrase"), "--json"]
    assert outcome([*ahead, *words, f"{option}={text}"], capsys)[0] == 2


def test_no_processes_at_all_are_refused(place, capsys) -> None:
    ahead = ["--desk", str(place / "desk"), "--passphrase-file", str(place / "passphrase"), "--json"]
    code, out, _ = outcome([*ahead, "export", "cases", "--out", str(place / "o"), "--processes", "0"], capsys)
    assert code == 2 and json.loads(out)["findings"][0]["code"] == "argument_number"


def test_an_empty_search_is_no_search_for_everything(place, capsys) -> None:
    ahead = ["--desk", str(place / "desk"), "--passphrase-file", str(place / "passphrase"), "--json"]
    code, out, _ = outcome([*ahead, "case", "list", "--search", ""], capsys)
    assert code == 2 and json.loads(out)["findings"][0]["code"] == "argument_empty"


ROW = "姓名,银行,卡号,本金,利息,违约金,费用,额度,最低还款额\n"
COLUMNS = ("本金", "利息", "违约金", "费用", "额度", "最低还款额")


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("amount", [Money(MOST + 1).text(), "9" * 30, "92233720368547758.08", "1e30"])
def test_an_amount_beyond_the_range_is_sent_back_by_the_dry_run(column, amount, place, capsys) -> None:
    figures = [amount if one == column else "1.00" for one in COLUMNS]
    good = ",".join(["李四", "招商银行", "6225880000006215", *["2.00"] * len(COLUMNS)])
    list_ = place / "list.csv"
    list_.write_text(ROW + ",".join(["张三", "招商银行", "6225880000006214", *figures]) + "\n" + good + "\n", "utf-8")
    ahead = ["--desk", str(place / "desk"), "--passphrase-file", str(place / "passphrase"), "--json"]
    code, out, err = outcome([*ahead, "import", "portfolio", str(list_), "--dry-run"], capsys)
    answer = json.loads(out)
    assert code == 0, (out, err)
    assert (answer["accepted"], answer["rejected"]) == (1, 1), answer
    code, out, err = outcome([*ahead, "import", "portfolio", str(list_)], capsys)
    assert code == 0 and json.loads(out)["accepted"] == 1, (out, err)


@pytest.mark.parametrize("words", [("plan", "options", "CASE", "--funds"), ("plan", "shares", "CASE", "--monthly")])
def test_an_amount_beyond_the_range_is_refused_as_an_argument(words, place, capsys) -> None:
    ahead = ["--desk", str(place / "desk"), "--passphrase-file", str(place / "passphrase"), "--json"]
    code, out, _ = outcome([*ahead, *filled(words, place), "9" * 30], capsys)
    assert code == 2 and json.loads(out)["findings"][0]["code"] == "amount_beyond_range", out
