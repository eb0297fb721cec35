"""The list of cases on the command line: filtered, sorted, counted, and cases put away and given."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import CLOCK
from workstation.cli import run


def numbers(answer) -> list[str]:
    return [one["number"] for one in answer["cases"]]


def test_every_filter_cuts_the_list_and_its_total(say):
    code, whole, _ = say("case", "list")
    assert code == 0 and whole["total"] == len(whole["cases"]) > 10
    for words, holds in (
        (("--bank", "招行"), lambda one: "招商银行" in one["banks"]),
        (("--stage", "apply"), lambda one: one["stage"] == "apply"),
        (("--reason", "illness"), lambda one: one["reason"] == "illness"),
        (("--reason", "-"), lambda one: not one["reason"]),
        (("--agent", "-"), lambda one: not one["agent"]),
        (("--next-from", "2026-11-01"), lambda one: (one["next_on"] or "") >= "2026-11-01"),
        (
            ("--owed-from", "20000", "--owed-to", "60000"),
            lambda one: any(
                sum_["currency"] == "CNY" and 20000 <= float(sum_["amount"]) <= 60000 for sum_ in one["owed"]
            ),
        ),
        (("--owed-to", "0", "--currency", "USD"), lambda one: False),
        (
            ("--currency", "CNY"),
            lambda one: any(sum_["currency"] == "CNY" and sum_["amount"] != "0.00" for sum_ in one["owed"]),
        ),
    ):
        code, found, _ = say("case", "list", *words)
        assert code == 0 and numbers(found) == [one["number"] for one in whole["cases"] if holds(one)], words
        assert found["total"] == len(found["cases"])
    code, cut, _ = say("case", "list", "--limit", "2", "--sort", "owed", "--down")
    owed = [float(one["owed"][0]["amount"]) for one in cut["cases"]]
    assert code == 0 and len(owed) == 2 and owed[0] >= owed[1] and cut["total"] == whole["total"]


@pytest.mark.parametrize(
    ("words", "code", "place"),
    [
        (("--reason", "nothing"), "choice_unknown", "--reason"),
        (("--bucket", "M77"), "choice_unknown", "bucket"),
        (("--sort", "size"), "usage", "workstation case list"),
        (("--stage", "7"), "usage", "workstation case list"),
        (("--next-from", "soon"), "day_unreadable", "--next-from"),
        (("--next-to", "31.2."), "day_unreadable", "--next-to"),
        (("--next-from", "2026-12-02", "--next-to", "2026-12-01"), "dates_reversed", "--next-to"),
        (("--owed-from", "much"), "amount_unreadable", "--owed-from"),
        (("--owed-to", "1.234"), "amount_too_fine", "--owed-to"),
        (("--owed-from", "100", "--owed-to", "50"), "bounds_reversed", "--owed-to"),
        (("--currency", "元"), "amount_currency_unknown", "--currency"),
    ],
)
def test_a_choice_that_is_not_understood_is_refused(say, words, code, place):
    exit_code, answer, _ = say("case", "list", *words)
    assert exit_code == 2 and [(one["code"], one["subject"]) for one in answer["findings"]] == [(code, place)]


def test_buckets_part_the_list(say):
    total = say("case", "list")[1]["total"]
    names = ("M0", "M1", "M2", "M3", "M4", "M5", "M6", "M6+", "-")
    counts = [say("case", "list", "--bucket", name, "--limit", "0")[1]["total"] for name in names]
    assert sum(counts) == total and sum(map(bool, counts)) > 2


def test_a_case_goes_into_the_archive_and_back(say, tmp_path, capsys):
    before = say("case", "list", "--stage", "understand")[1]
    number = next(one["number"] for one in before["cases"] if one["next_on"] is None)
    code, done, _ = say("case", "archive", number, "--reason", "失联")
    assert code == 0 and done == {"cases": [number], "left": []}
    assert say("case", "list", "--stage", "understand")[1]["total"] == before["total"] - 1
    assert (
        numbers(say("case", "list", "--archived")[1])
        == numbers(say("case", "list", "--search", "archived")[1])
        == [number]
    )
    assert say("case", "list", "--all", "--stage", "understand")[1]["total"] == before["total"]
    assert say("desk", "info")[1]["cases"] == say("case", "list", "--all", "--limit", "0")[1]["total"]
    code, refused, _ = say("case", "archive", number, "--reason", "再次")
    assert code == 2 and refused["findings"][0]["code"] == "case_archived"
    assert say("case", "unarchive", number)[1]["cases"] == [number]
    assert say("case", "list", "--archived")[1]["total"] == 0


def test_a_case_is_given_to_an_agent(say):
    number = say("case", "list")[1]["cases"][0]["number"]
    assert say("case", "give", "周专员", number)[1]["cases"] == [number]
    assert numbers(say("case", "list", "--agent", "周专员")[1]) == [number]
    assert say("case", "give", "-", number)[1]["cases"] == [number]
    assert say("case", "list", "--agent", "周专员")[1]["total"] == 0


def test_lines_end_with_their_number(say, sample, tmp_path, capsys):
    say("case", "list")
    folder, words = tmp_path / "desk", tmp_path / "passphrase"
    asked = [
        "--desk",
        str(folder),
        "--passphrase-file",
        str(words),
        "case",
        "list",
        "--lines",
        "--bucket",
        "M0",
        "--sort",
        "name",
    ]
    assert run(asked, CLOCK) == 0
    *lines, total = map(json.loads, capsys.readouterr().out.splitlines())
    assert total == {"total": len(lines)}
