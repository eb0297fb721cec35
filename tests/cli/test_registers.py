"""The registers on the command line: the shapes that scripts rely on, and a run of deletion that was listed first."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.cli import test_keeping
from tests.cli.test_keeping import CASE, known, said  # noqa: F401 - fixtures
from workstation.dates import FixedClock

LATER = FixedClock(datetime(2040, 1, 2, 9, 0, tzinfo=UTC))


@pytest.fixture
def tail(said):  # noqa: F811
    tail = test_keeping.shown(said)["tail"]
    assert said("plan", "reply", CASE, tail, "granted", "--by", "李经理")[0] == 0
    assert said("plan", "adopt", CASE, tail)[0] == 0
    return tail


def test_registers_are_listed_and_written(said, tail, tmp_path):  # noqa: F811
    assert said("keep", "oral", CASE, tail, "--terms", "同意减免", "--recording", "REC-1", "--clerk", "李经理")[0] == 0
    code, register = said("keep", "agreements", "--search", "rec", "--open", "--out", "oral.xlsx")
    assert (code, [one["recording"] for one in register["agreements"]]) == (0, ["REC-1"])
    assert register["agreements"][0]["keep_until"] is None and (tmp_path / "oral.xlsx").exists()
    assert said("keep", "agreements", CASE, "--to", "2020-01-01")[1] == {"agreements": []}
    code, coming = said("keep", "coming", "--days", "60", "--out", "coming.csv")
    assert code == 0 and {one["kind"] for one in coming["coming"]} >= {"instalment"}
    assert [one["code"] for one in said("keep", "coming", "--days", "9999")[1]["findings"]] == ["argument_number"]
    (review,) = said("keep", "reviews", CASE)[1]["reviews"]
    assert review["review"] == review["adopted"].replace("2026", "2027") and review["proofs"] and not review["done"]
    assert said("promise", "rates", CASE, "--by", "bank", "--promises")[1] == {"by": "bank", "kept_rates": []}


def test_deletion_is_listed_first_and_then_confirmed_by_the_code_of_the_list(said, tail, monkeypatch):  # noqa: F811
    code, listed = said("keep", "retention")
    assert (code, listed["due"], listed["code"], listed["runs"]) == (0, 0, "", [])
    assert said("keep", "settle", CASE, tail, "--confirm")[0] == 0
    (one,) = [line for line in said("keep", "retention")[1]["cases"] if line["number"] == CASE]
    assert {hold["code"] for hold in one["holds"]} >= {"retention_not_yet"} and not one["due"]
    monkeypatch.setattr(test_keeping, "CLOCK", LATER)
    listed = said("keep", "retention", "--out", "list.csv")[1]
    assert listed["due"] == 1
    assert said("keep", "retention", "--delete", "00000000")[1]["findings"][0]["code"] == "retention_list_changed"
    code, run = said("keep", "retention", "--delete", listed["code"].lower())
    assert (code, [gone["number"] for gone in run["deleted"]], run["runs"][0]["cases"]) == (0, [CASE], 1)
    assert said("case", "show", CASE)[1]["findings"][0]["code"] == "case_unknown"
    assert said("desk", "check")[1]["findings"] == []


def test_what_may_be_left_out_may_be_left_out(said):  # noqa: F811
    assert said("log", "verify")[1]["whole"] is True
    assert said("log", "case", CASE)[1]["entries"]
