"""Keeping on the command line: the life of an account after the bank's answer, with the shapes that scripts rely on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import CLOCK
from workstation.actions.demo.sample_desk import PASSPHRASE
from workstation.cli import run
from workstation.store import keys

CASE = "CC-2026-00001"


@pytest.fixture(scope="module")
def known(sample) -> keys.Keys:
    return keys.open_keys(sample, PASSPHRASE)


@pytest.fixture
def said(sample, known, tmp_path, monkeypatch, capsys):
    """Runs a command on a copy of the sample desk; answers exit code and JSON."""
    shutil.copytree(sample, tmp_path / "desk")
    (tmp_path / "passphrase").write_text(PASSPHRASE, "utf-8")
    monkeypatch.setattr(keys, "open_keys", lambda *_given, **_named: known)
    monkeypatch.chdir(tmp_path)

    def say(*words: str):
        shared = ["--desk", str(tmp_path / "desk"), "--passphrase-file", str(tmp_path / "passphrase"), "--json"]
        code = run([*shared, *words], CLOCK)
        return code, json.loads(capsys.readouterr().out)

    return say


def shown(said):
    return said("case", "show", CASE)[1]["accounts"][0]


def test_the_life_of_an_account_after_the_banks_answer(said):
    tail = shown(said)["tail"]
    account = (CASE, tail)
    code, refusal = said("plan", "adopt", *account)
    assert (code, refusal["findings"][0]["code"]) in ((2, "plan_not_granted"), (0, None))
    assert said("plan", "reply", *account, "granted", "--by", "李经理", "--valid-until", "2027-01-31")[0] == 0
    code, adopted = said("plan", "adopt", *account, "--document", "回复函")
    assert code == 0, adopted
    words = ("payment", "add", *account, "--on", "2026-11-20", "--amount", "100.00", "--reference", "T1")
    code, asked = said(*words)
    assert (code, [one["code"] for one in asked["findings"]]) == (2, ["payment_before_balance"])
    code, paid = said(*words, "--in-balance", "no")
    assert (code, paid["amount"], paid["reverses"]) == (0, "100.00", "")
    assert [one["code"] for one in paid["findings"]] == ["payment_before_plan"], "entered after the balance of the plan"
    kept = shown(said)["keeping"]
    assert kept["received"] == "100.00"
    assert kept["progress"]["keeping"] == "waiting"
    code, back = said("payment", "reverse", paid["id"], "--reason", "退票")
    assert (code, back["amount"], back["reverses"]) == (0, "-100.00", paid["id"])
    assert shown(said)["keeping"]["received"] == "0.00"
    assert [one["amount"] for one in said("payment", "list", CASE)[1]["payments"]] == ["100.00", "-100.00"]


def test_a_banks_own_terms_are_kept_accepted_and_adopted(said):
    tail = shown(said)["tail"]
    Path("terms.json").write_text('{"instalments": 48, "treatment": {"fees": "in_plan"}}', "utf-8")
    words = ("plan", "counter", CASE, tail, "terms.json", "--by", "李经理", "--valid-until", "2026-12-10")
    code, kept = said(*words)
    assert (code, kept["version"], kept["accepted"]) == (0, 2, False)
    assert {"instalments", "treat_fees"} <= set(kept["differing"])
    assert said("plan", "adopt", CASE, tail)[1]["findings"][0]["code"] == "plan_not_granted"
    assert said(*words, "--accept")[1]["version"] == 3
    assert shown(said)["keeping"]["progress"]["approval"] == "done"
    assert said("plan", "adopt", CASE, tail)[0] == 0
    Path("terms.json").write_text("[1]", "utf-8")
    assert said(*words)[0] == 2


def test_a_promise_is_checked_taken_moved_and_listed(said):
    tail = shown(said)["tail"]
    asked = ("promise", "add", CASE, tail, "--on", "2026-12-05", "--amount", "99999.00", "--source", "工资")
    code, check = said(*asked, "--dry-run")
    codes = [one["code"] for one in check["check"]["findings"]]
    assert (code, "promise_over_budget" in codes) == (0, True)
    code, refusal = said(*asked)
    assert (code, [one["code"] for one in refusal["findings"]]) == (2, codes)
    code, taken = said(*asked, *[word for one in codes for word in ("--accept", one)])
    assert code == 0
    assert said("promise", "move", taken["id"], "--to", "2026-12-12", "--reason", "发薪推迟")[0] == 0
    listed = said("promise", "list", CASE)[1]
    assert [(one["state"], one["due"], len(one["changes"])) for one in listed["promises"]] == [
        ("moved", "2026-12-12", 1)
    ]
    assert listed["kept_rates"][0]["moves"] == 1
    assert said("promise", "cancel", taken["id"], "--reason", "x")[0] == 0
    assert said("promise", "rates", "--by", "debtor")[1]["kept_rates"][0]["cancelled"] == 1


def test_a_banks_file_of_payments(said):
    tail = shown(said)["tail"]
    Path("paid.csv").write_text(
        f"还款日期,尾号,还款金额,流水号\n2026-11-20,{tail},50.00,A1\n2026-11-20,0000,1,A2\n", "utf-8"
    )
    code, tried = said("payment", "import", "paid.csv", "--dry-run")
    assert (code, [one["amount"] for one in tried["matched"]], len(tried["rejected"])) == (0, ["50.00"], 1)
    code, taken = said("payment", "import", "paid.csv", "--in-balance", "no")
    assert (code, taken["taken"], taken["kept_as_rejected"]) == (0, 1, 1)
    assert Path(taken["rejected_file"]).is_file()
    again = said("payment", "import", "paid.csv", "--in-balance", "no")[1]
    assert [one["code"] for one in again["findings"]][:2] == ["payment_rows_none", "payment_row_imported"]
    Path("named.csv").write_text(f"到账时点,进账,谁\n2026-11-21,70.00,{tail}\n", "utf-8")
    columns = [word for pair in ("on=到账时点", "amount=进账", "number=谁") for word in ("--column", pair)]
    code, named = said("payment", "import", "named.csv", *columns, "--dry-run")
    assert (code, [one["tail"] for one in named["matched"]]) == (0, [tail])
    said("payment", "import", "named.csv", *columns, "--in-balance", "no")
    Path("later.csv").write_text(f"到账时点,进账,谁\n2026-11-22,80.00,{tail}\n", "utf-8")
    assert said("payment", "import", "later.csv", "--dry-run")[1]["remembered"]["bank"]
    code, anew = said("payment", "import", "later.csv", "--forget-columns", "--dry-run")
    assert (code, anew["findings"][0]["code"]) == (2, "payment_columns_missing")
    assert said("payment", "import", "named.csv", "--column", "x")[1]["findings"][0]["code"] == "option_pair"


def test_a_banks_later_list_of_balances(said):
    tail = shown(said)["tail"]
    Path("owed.csv").write_text(f"尾号,欠款余额\n{tail},50.00\n0000,1\n", "utf-8")
    assert said("keep", "balances", "owed.csv")[1]["findings"][1]["code"] == "balance_day_missing"
    code, kept = said("keep", "balances", "owed.csv", "--on", CLOCK.today().isoformat())
    assert (code, kept["taken"], kept["kept_as_rejected"], kept["differing"]) == (0, 1, 1, 1)
    row = kept["matched"][0]
    assert row["stated"] == "50.00" and set(row["differences"]) == {"total"}
    assert Path(kept["rejected_file"]).is_file()
    codes = [one["code"] for one in shown(said)["keeping"]["findings"]]
    assert "balance_differs" in codes


@pytest.mark.parametrize("words", [("1234567", "payment_account_unknown"), ("", "argument_empty")])
def test_an_account_must_be_one_of_the_case(said, words):
    code, refusal = said("payment", "add", CASE, words[0], "--on", "2026-11-20", "--amount", "1")
    assert (code, refusal["findings"][0]["code"]) == (2, words[1])
