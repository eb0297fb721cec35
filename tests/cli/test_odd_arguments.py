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
BASES: Mapping[str, Sequence[str]] = {
    "demo": ("OUT", "--case", "FILE"),
    "case load": ("FILE",),
    "statement": ("FILE", "--mapping", "FILE", "--password-file", "FILE", "--member", "x"),
    "form inspect": ("FORM", "--password", "x"),
    "form fill": ("FORM", "JSON", "--out", "OUT", "--mapping", "FILE", "--password", "x"),
    "form guide": ("FORM", "--out", "OUT", "--mapping", "FILE", "--password", "x"),
    "form values": (),
    "form list": ("--bank", "招商银行"),
    "form add": ("FORM", "--bank", "招商银行", "--title", "x", "--mapping", "FILE", "--password", "x"),
    "check-packet": ("FILE",),
    "pack list": (),
    "pack show": ("cn-card", "--group", "bank"),
    "pack check": ("FILE",),
    "talk check": ("FILE",),
    "calc": ("schedule", "JSON"),
    "desk init": ("--name", "x", "--agent", "x"),
    "desk info": (),
    "desk set": ("--name", "x", "--agent", "x", "--phone", "1", "--address", "x"),
    "bank set": ("招商银行", "--phone", "1", "--address", "x", "--query", "x", "--repay", "x", "--object-to", "x"),
    "bank list": (),
    "desk check": (),
    "grant keys": ("--write", "OUT", "--register", "FILE", "--trust", "x", "--forget", "x"),
    "grant request": ("CASE", "x", "--out", "OUT"),
    "grant write": ("FILE", "--refuse", "--until", "2026-12-01", "--out", "OUT"),
    "grant use": ("FILE",),
    "log case": ("CASE", "--out", "OUT"),
    "log verify": ("FILE", "--head", "1:x"),
    "log export": ("OUT", "--verifier"),
    "import portfolio": ("FILE", "--mapping", "FILE", "--rejects", "OUT", "--dry-run"),
    "import undo": ("x",),
    "import list": (),
    "import rejects": ("x", "--out", "OUT"),
    "desk quarantine": (),
    "desk backup": ("DIR",),
    "desk copies": ("DIR",),
    "desk restore": ("DIR", "OUT"),
    "desk restore-case": ("DIR", "CASE", "--dry-run"),
    "desk recovery": ("--out", "OUT"),
    "desk salvage": ("OUT",),
    "user add": ("x", "--new-passphrase-file", "FILE"),
    "user list": (),
    "user leave": ("x",),
    "user passphrase": ("x", "--new-passphrase-file", "FILE"),
    "bundle key": ("--out", "OUT"),
    "bundle write": ("CASE", "--for", "FILE", "--out", "OUT"),
    "bundle read": ("FILE", "--trust", "x", "--theirs", "x"),
    "bundle desks": (),
    "bundle forget": ("x",),
    "trust add": ("FILE",),
    "trust list": (),
    "trust remove": ("x",),
    "contact check": ("CASE",),
    "contact override": ("CASE", "x", "--reason", "x"),
    "contact term": ("CASE", "zone", "--value", "+08:00", "--person", "x", "--note", "x"),
    "complaint add": ("CASE", "--by", "x", "--about", "x", "--at", "2026-11-01", "--reference", "x"),
    "complaint list": ("CASE",),
    "complaint extend": ("CASE", "x", "--note", "x"),
    "complaint answer": ("CASE", "x", "--note", "x"),
    "complaint close": ("CASE", "x", "--outcome", "upheld", "--note", "x"),
    "vulnerability add": ("CASE", "health", "--consent-on", "2026-11-01", "--consent", "x", "--pace", "7"),
    "vulnerability list": ("CASE",),
    "vulnerability end": ("CASE", "x"),
    "case list": ("--search", "x"),
    "case show": ("CASE",),
    "case check": ("CASE",),
    "due-days list": (),
    "due-days answer": ("due_day", "x"),
    "due-days note": ("x",),
    "evidence add": (
        "CASE", "other", "FILE", "--issuer", "x", "--document-number", "x", "--issued-on", "2026-11-01", "--covers-from",
        "2026-11-01", "--covers-to", "2026-11-01", "--note", "x", "--password-file", "FILE", "--member", "x",
    ),
    "evidence verify": ("CASE", "id_card", "--check", "original_seen", "--result", "ok", "--note", "x"),
    "evidence recognise": ("CASE", "id_card"),
    "evidence credit-report": ("CASE", "x", "--add", "1", "--number", "1"),
    "evidence cover": ("CASE", "id_card", "--at", "1:1,1,1,1"),
    "evidence sources": ("CASE",),
    "evidence confirm": ("CASE", "name", "x", "--page", "1", "--at", "1:1,1,1,1"),
    "plan options": ("CASE", "--funds", "0", "--first-due", "2026-12-10"),
    "plan shares": ("CASE", "--monthly", "100", "--token", "10", "--unit", "1"),
    "plan choose": ("CASE", "x", "--funds", "0", "--first-due", "2026-12-10"),
    "plan reply": ("CASE", "6214", "granted", "--by", "x", "--at", "2026-11-01T09:00", "--valid-until", "2026-12-10"),
    "promise grant": (
        *("CASE", "6214", "--on", "2027-06-01", "--amount", "500"),
        *("--authority", "bank", "--decision", "granted", "--by", "x", "--note", "x"),
    ),
    "plan adopt": ("CASE", "6214", "--plan", "x", "--on", "2026-11-01"),
    "plan again": ("CASE", "6214", "--reason", "x"),
    "payment add": ("CASE", "6214", "--on", "2026-11-01", "--amount", "1", "--method", "cash", "--reference", "x"),
    "payment list": ("CASE",),
    "payment reverse": ("x", "--reason", "x", "--on", "2026-11-01"),
    "payment import": ("FILE", "--accept-rows", "1", "--rejects", "OUT", "--day-order", "dmy", "--column", "a=b"),
    "keep balances": ("FILE", "--accept-rows", "1", "--row-account", "2=x", "--on", "2026-11-01"),
    "promise add": ("CASE", "6214", "--on", "2026-12-01", "--amount", "1", "--who", "debtor", "--source", "x", "--accept", "x"),
    "promise list": ("CASE",),
    "promise rates": ("CASE", "--by", "agent", "--from", "2026-11-01", "--to", "2026-12-01", "--out", "OUT"),
    "promise move": ("x", "--to", "2026-12-01", "--reason", "x"),
    "promise cancel": ("x", "--reason", "x"),
    "keep agreements": ("CASE", "--search", "x", "--from", "2026-11-01", "--to", "2026-12-01", "--out", "OUT"),
    "keep coming": ("CASE", "--days", "7", "--out", "OUT"),
    "keep reviews": ("CASE", "--out", "OUT"),
    "keep retention": ("--delete", "x", "--out", "OUT"),
    "keep treat": ("CASE", "6214", "1", "skip", "--reason", "x", "--amount", "1", "--to", "2026-12-01", "--consent", "x"),
    "keep balance": ("CASE", "6214", "--on", "2026-11-01", "--total", "1", "--source", "x", "--principal", "1"),
    "keep settle": ("CASE", "6214", "--on", "2026-11-01", "--chase-on", "2026-12-01"),
    "keep close": ("CASE", "6214", "death", "--on", "2026-11-01"),
    "keep reopen": ("CASE", "6214", "--reason", "x"),
    "keep oral": ("CASE", "6214", "--terms", "x", "--recording", "x", "--at", "2026-11-01T09:00"),
    "packet": ("CASE", "--bank", "x", "--out", "OUT"),
    "paper": ("CASE", "x", "--bank", "x", "--until", "2026-12-10", "--plan", "x", "--form", "x", "--out", "OUT"),
    "letter-wording": ("CASE", "--bank", "招商银行", "--reason", "x"),
    "papers": ("CASE", "--bank", "招商银行"),
    "print-queue": ("CASE", "--kind", "packet", "--printer", "x", "--out", "OUT", "--copies", "1"),
    "workbook": ("CASE", "--out", "OUT"),
    "export table": ("CASE", "x", "--out", "OUT"),
    "export portfolio": ("--out", "OUT", "--search", "x", "--schedules", "1"),
    "export cases": ("--out", "OUT", "--search", "x", "--processes", "1"),
}  # fmt: skip


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
