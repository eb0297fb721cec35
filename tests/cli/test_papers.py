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
