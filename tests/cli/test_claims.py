"""`case claim`, `case fact`: gathered, kept, and held against what the bank claims."""

from __future__ import annotations

import json

from tests.casework.claims.test_claims import QUESTION

CASE, ACCOUNT = "CC-2026-00001", "6214"


def test_a_claim_is_gathered_kept_and_compared(say, tmp_path):
    file, payments = tmp_path / "q.json", tmp_path / "p.csv"
    asked = {**QUESTION, "claims": [{"on": "2025-02-20", "interest": "220.00"}]}
    file.write_text(json.dumps(asked), "utf-8")
    code, answer, _ = say("case", "claim", CASE, ACCOUNT, "--file", file)
    assert code == 0, answer
    assert answer["first"] == {"on": "2025-02-20", "item": "interest", "beyond": "10.00"}
    payments.write_text("还款日期,金额\n2025-02-01,100.00\n2025-02-01,100.00\n", "utf-8")
    code, answer, _ = say("case", "claim", CASE, ACCOUNT, "--payments", payments)
    assert code == 0, answer
    interest = next(one for one in answer["items"] if one["item"] == "interest" and one["on"] == "2025-02-20")
    # 55.00 of January are paid and 145.00 of the principal; 55.00 had run since, then 20 days on 9,855.00.
    assert interest["least"] == interest["most"] == "153.55"
    assert say("case", "claim", CASE, ACCOUNT, "--payments", payments)[1]["items"] == answer["items"]


def test_what_is_wrong_is_refused_and_what_is_missing_is_kept(say, tmp_path):
    file = tmp_path / "q.json"
    file.write_text(json.dumps({**QUESTION, "payments": [{"on": "2025-13-01", "amount": "1"}]}), "utf-8")
    code, answer, _ = say("case", "claim", CASE, ACCOUNT, "--file", file)
    assert code and answer["findings"][0]["subject"] == "payments[0].on"
    file.write_text(json.dumps({key: value for key, value in QUESTION.items() if key != "since"}), "utf-8")
    code, answer, _ = say("case", "claim", CASE, ACCOUNT, "--file", file)
    assert code and answer["findings"][0]["code"] == "key_missing"  # kept, but nothing can be compared yet


def test_a_fact_is_kept_with_its_proof_and_taken_back(say, tmp_path):
    words = ("--on", "2026-01-05", "--proof", "短信截图")
    code, fact, _ = say("case", "fact", CASE, ACCOUNT, "demanded", *words)
    assert (code, fact["kind"]) == (0, "demanded")
    assert say("case", "fact", CASE, ACCOUNT, "received", "--on", "2026-01-05")[0]
    assert say("case", "fact", CASE, ACCOUNT, "assigned", "--on", "2026-01-05")[0]
    assert say("case", "fact", CASE, ACCOUNT, "demanded", "--on", "2026-12-05")[0]
    code, gone, _ = say("case", "fact", CASE, ACCOUNT, "demanded", "--withdraw", fact["id"])
    assert (code, gone["withdraws"]) == (0, fact["id"])
    code, answer, _ = say("case", "fact", CASE, ACCOUNT, "demanded", "--withdraw", fact["id"])
    assert answer["findings"][0]["code"] == "fact_withdrawn"
