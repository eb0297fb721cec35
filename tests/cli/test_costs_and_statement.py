"""`case costs`, `case statement`: kept as typed in a file, told again, refused with the key at fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

CASE, ACCOUNT = "CC-2026-00001", "6214"
TAIWAN = Path(__file__).parents[1] / "files" / "cases" / "taiwan" / "case.toml"
TABLE: dict[str, Any] = {
    "lent": "12000.00", "on": "2026-08-03", "first_due": "2026-09-03", "instalments": 12, "method": "equal_principal",
    "rate": "0.12", "stated": "0.3103",
    "items": [
        {"name": "guarantee", "basis": "balance", "share": "0.06", "payee": "a guarantor", "stated": "0.06"},
        {"name": "service", "basis": "each", "amount": "72.00", "payee": "a platform"},
    ],
}  # fmt: skip


def written(folder: Path, value: object) -> Path:
    path = folder / "given.json"
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return path


def test_the_example_of_the_note_is_kept_told_and_taken_out(say, tmp_path):
    code, answer, _ = say("case", "costs", CASE, ACCOUNT, "--file", written(tmp_path, TABLE))
    assert code == 0, answer
    shown = [(one["name"], one["total"], f"{float(one['simple']):.4f}", one["differs"]) for one in answer["items"]]
    assert shown == [
        ("interest", "780.00", "0.1200", False), ("guarantee", "390.00", "0.0600", False), ("service", "864.00", "0.1303", False),
    ]  # fmt: skip
    assert (answer["added"]["rule"], answer["added"]["differs"]) == ("金规〔2026〕2号", False)
    assert f"{float(answer['single']['simple']):.4f}" == "0.3070"
    assert [one["code"] for one in answer["findings"]] == ["cost_over_cap"]  # 31.03 % at a bank
    assert say("case", "costs", CASE, ACCOUNT)[1] == answer
    assert say("case", "costs", CASE, ACCOUNT, "--drop")[1]["items"] == []
    assert say("case", "costs", CASE, ACCOUNT, "--drop")[0]  # there is none any more


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        ({"items": [*TABLE["items"], {**TABLE["items"][1], "name": "Service"}]}, "cost_item.name"),
        ({"items": [{"name": "x", "basis": "each", "share": "0.1"}]}, "items[0].amount"),
        ({"items": [{"name": "x", "basis": "each", "amount": "1", "shares": "0.1"}]}, "items[0].shares"),
        ({"methods": "flat"}, "methods"),
        ({"first_due": "2026-08-03"}, "costs.first_due"),
    ],
)
def test_a_mistake_names_its_key_and_nothing_is_kept(say, tmp_path, wrong, place):
    code, answer, _ = say("case", "costs", CASE, ACCOUNT, "--file", written(tmp_path, {**TABLE, **wrong}))
    assert code and place in answer["findings"][0]["subject"]
    assert say("case", "costs", CASE, ACCOUNT)[1]["items"] == []


def test_a_statement_is_told_as_the_file_that_replaces_it(say, tmp_path):
    code, answer, _ = say("case", "load", TAIWAN, "--draft")
    assert code == 0, answer
    case = answer["number"]
    code, refused, _ = say("case", "costs", case, "1234", "--file", written(tmp_path, TABLE))
    assert code and refused["findings"][0]["code"] == "paper_not_in_pack"  # its rules are those of the mainland
    said = say("case", "statement", case)[1]
    given = {"employer_number": said["employer_number"], "lines": said["lines"]}
    assert given["lines"] and {one["kind"] for one in given["lines"]} >= {"child", "income", "deposit"}
    given["lines"][0] = {**given["lines"][0], "share": "1/2", "note": "與前配偶各半"}
    given["lines"].append({"kind": "vehicle", "name": "車號 ABC-1234", "amount": "30,000"})
    code, changed, _ = say("case", "statement", case, "--file", written(tmp_path, given))
    assert code == 0, changed
    assert changed["lines"][-1] == {"kind": "vehicle", "name": "車號 ABC-1234", "amount": "30000.00"}
    assert changed["lines"][0]["share"] == "50%"
    for wrong, key in (
        ({"share": "1"}, "lines[0].share"),
        ({"kind": "boat"}, "lines[0].kind"),
        ({"year": "115"}, "lines[0].year"),
    ):
        bad = {**given, "lines": [{**given["lines"][-1], **wrong}]}
        code, answer, _ = say("case", "statement", case, "--file", written(tmp_path, bad))
        assert code and answer["findings"][0]["subject"] == key
    assert say("case", "statement", case)[1] == changed


def test_no_statement_is_kept_where_no_paper_tells_it(say):
    code, answer, _ = say("case", "statement", CASE)
    assert code and answer["findings"][0]["code"] == "paper_not_in_pack"
