"""Single papers on the command line: the list tells what each still lacks, and writing it agrees with the list."""

from __future__ import annotations

NUMBER = "CC-2026-00001"


def test_the_list_names_every_kind_with_what_it_lacks(say):
    code, answer, _ = say("papers", NUMBER)
    kinds = {one["kind"]: one for one in answer["papers"]}
    assert (code, answer["number"]) == (0, NUMBER)
    assert kinds["application"] == {
        "kind": "application", "title": "申请书", "for": "bank", "needs": ["bank"], "may": [], "draft": False,
        "findings": [],
    }  # fmt: skip
    assert say("papers", NUMBER, "--bank", "无此银行")[1]["papers"][0]["findings"][0]["code"] == "bank_has_no_account"


def test_an_agreement_on_one_version_and_a_reply_that_was_not_decided(say, tmp_path):
    out = tmp_path / "paper.pdf"
    assert say("paper", NUMBER, "agreement", "--out", out)[1]["pages"] == 3
    assert say("paper", NUMBER, "agreement", "--plan", "6214:1", "--out", out)[1]["pages"] == 3
    assert say("paper", NUMBER, "agreement", "--plan", "6214:9", "--out", out)[1]["findings"][0]["code"] == "not_found"
    code, answer, _ = say("paper", NUMBER, "counter-reply", "--answer", "accept", "--out", out)
    assert (code, answer["findings"][0]["code"]) == (2, "counter_not_recorded")
