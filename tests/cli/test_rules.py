"""The commands about packs: listed, shown whole or by group, and a pack of one's own checked with every mistake named."""

from __future__ import annotations


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
    own.write_text(
        'format = 1\nextends = "cn-card"\nid = "own"\ntitle = { zh-Hans = "本行" }\ndated = 2026-11-23\n'
        '[sources]\nown = { name = "本行规定", dated = "2026-11-23", confidence = "practice" }\n'
        '[limits]\nmax_annual_cost = { value = "0.18", source = "own" }\n',
        "utf-8",
    )
    assert say("pack", "check", own)[1]["pack"] == "own"
    own.write_text(own.read_text("utf-8").replace('"0.18"', '"18"'), "utf-8")
    code, answer, _ = say("pack", "check", own)
    assert (code, [one["code"] for one in answer["findings"]]) == (2, ["pack_value"])
