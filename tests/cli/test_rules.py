"""The commands about packs: listed, shown whole or by group, and a pack of one's own checked with every mistake named."""

from __future__ import annotations

import pytest

OWN = (
    'format = 1\nextends = "cn-card"\nid = "own"\ntitle = { zh-Hans = "本行" }\ndated = 2026-11-23\n'
    '[sources]\nown = { name = "本行规定", dated = "2026-11-23", confidence = "practice" }\n'
    '[limits]\nmax_annual_cost = { value = "0.18", source = "own" }\n'
)


def test_packs_are_listed_and_shown(say):
    assert {one["pack"] for one in say("pack", "list")[1]["packs"]} == {
        "cn-card",
        "cn-consumer-loan",
        "tw-prenegotiation",
    }
    code, answer, _ = say("pack", "show", "cn-card", "--group", "bank", "--language", "en")
    assert code == 0
    known = {(one["about"], one["rule"]): one["value"] for one in answer["rules"]}
    assert known["招商银行", "Least penalty a month"] == "10.00 CNY"
    assert known["招商银行", "Most penalty a month"] == "not known"


def test_a_pack_that_is_not_there_is_named_with_those_that_are(say):
    code, answer, _ = say("pack", "show", "cn-cards")
    assert code == 2
    assert answer["findings"][0]["figures"]["known"].startswith("cn-card")


def test_a_pack_of_ones_own_is_checked(say, tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(OWN, "utf-8")
    assert say("pack", "check", own)[1]["pack"] == "own"
    own.write_text(own.read_text("utf-8").replace('"0.18"', '"18"'), "utf-8")
    code, answer, _ = say("pack", "check", own)
    assert (code, [one["code"] for one in answer["findings"]]) == (2, ["pack_value"])


@pytest.mark.parametrize(
    ("told", "instead", "place"),
    [
        ("dated = 2026-11-23", "dated = 2026-11-24", "own.toml:5"),
        ('"本行规定", dated = "2026-11-23"', '"本行规定", dated = "2026-12"', "own.toml:7"),
        ('"本行规定", dated = "2026-11-23"', '"本行规定", dated = "2027"', "own.toml:7"),
    ],
)
def test_nobody_can_have_read_what_has_not_come(say, tmp_path, told, instead, place):
    own = tmp_path / "own.toml"
    own.write_text(OWN.replace(told, instead), "utf-8")
    code, answer, _ = say("pack", "check", own)
    assert (code, [(one["code"], one["subject"]) for one in answer["findings"]]) == (2, [("pack_day_future", place)])
    own.write_text(OWN.replace(told, told.replace("2026-11-23", "2026-11") if "规定" in told else told), "utf-8")
    assert say("pack", "check", own)[0] == 0


def test_two_versions_of_a_pack_are_held_against_each_other(say):
    code, answer, _ = say("pack", "diff", "cn-card", "--language", "en")
    assert (code, answer["from"]) == (0, "2026-11-23")
    changed = {one["rule"]: (one["before"], one["after"]) for one in answer["changes"]}
    assert changed["Shortfall that still keeps a promise"] == ("new", "10.00 CNY")
    assert say("pack", "diff", "cn-card", "--from", "2026-11-23", "--to", "2026-11-23")[1]["changes"] == []
    code, answer, _ = say("pack", "diff", "cn-card", "--from", "2025-01-01")
    found = answer["findings"][0]
    assert (code, found["code"], found["subject"]) == (2, "pack_day_unknown", "--from")
    code, answer, _ = say("pack", "show", "cn-card", "--dated", "2025-01-01")
    assert (code, answer["findings"][0]["subject"]) == (2, "--dated")
    assert "2026-11-23" in answer["findings"][0]["figures"]["known"]
    assert say("pack", "show", "cn-card", "--dated", "2026-11-23")[1]["dated"] == "2026-11-23"


def test_a_case_is_moved_to_another_version_by_a_person_only(say):
    number = say("case", "list")[1]["cases"][0]["number"]
    _, answer, _ = say("case", "rules", number)
    assert (answer["dated"] == answer["newest"], answer["changes"], answer["moved"]) == (True, [], False)
    newest = answer["newest"]
    _, answer, _ = say("case", "rules", number, "--to", "2026-11-23")
    assert (answer["dated"], answer["moved"]) == ("2026-11-23", True)
    _, answer, _ = say("case", "rules", number)
    assert (answer["dated"], answer["newest"], bool(answer["changes"])) == ("2026-11-23", newest, True)
    assert say("case", "rules", number, "--to", "cn-card")[1]["dated"] == newest
    code, answer, _ = say("case", "rules", number, "--to", "2020-01-01")
    assert (code, answer["findings"][0]["code"]) == (2, "pack_version_unknown")


def test_moving_to_other_rules_tells_what_they_change(say):
    number = say("case", "list")[1]["cases"][0]["number"]
    _, answer, _ = say("case", "rules", number, "--to", "cn-consumer-loan", "--language", "en")
    changed = {(one["about"], one["rule"]): (one["before"], one["after"]) for one in answer["changes"]}
    assert (answer["pack"], changed["", "Most monthly instalments"]) == ("cn-consumer-loan", ("60", "84"))
    code, answer, _ = say("case", "rules", number, "--to", "nope")
    assert (code, answer["findings"][0]["subject"]) == (2, "case.pack")
