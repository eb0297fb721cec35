"""How an application is filed: the causes, days and costs of Taiwan as data, and the usual way where a pack says nothing."""

from __future__ import annotations

from datetime import date

import pytest

import resources
from workstation.errors import Refused
from workstation.policy.filing import EACH_BANK
from workstation.policy.pack import load_pack, packs
from workstation.policy.rule_lines import rule_lines

PACKS = packs()
TAIWAN = PACKS["tw-prenegotiation"].filing
TEXT = resources.path("policies", "tw-prenegotiation.toml").read_text("utf-8")


@pytest.mark.parametrize("name", ["cn-card", "cn-consumer-loan"])
def test_each_bank_is_asked_apart_where_the_pack_says_nothing(name):
    filing = PACKS[name].filing
    assert (filing.single, filing.papers, filing.region, filing.clocks) == (False, EACH_BANK, "", ())


def test_taiwan_files_once_with_the_largest_creditor():
    assert TAIWAN.single
    assert TAIWAN.papers == ("application", "statement", "creditors", "schedule", "evidence", "provenance")
    assert TAIWAN.first_stage is not None and TAIWAN.first_stage.value == 72
    assert TAIWAN.pauses is not None and TAIWAN.pauses.value == 6


@pytest.mark.parametrize(
    ("code", "days", "starts", "last"),
    [("list", 45, "list_issued", True), ("claims", 22, "filed", False), ("interest", 25, "filed", False),
     ("talks", 30, "filed", True), ("signing", 10, "granted", True), ("again", 180, "not_requested", False)],
)  # fmt: skip
def test_the_days_that_run(code, days, starts, last):
    clock = TAIWAN.clock(code)
    assert clock is not None
    assert (clock.days, clock.starts, clock.last) == (days, starts, last)


@pytest.mark.parametrize(
    ("reason", "cause"),
    [("investment_failure", "11"), ("business_failure", "11"), ("consumption", "12"), ("illness", "13"),
     ("disaster", "13"), ("unemployment", "14"), ("pay_cut", "14"), ("beyond_means", "15"), ("home_loan_raised", "16"),
     ("fraud", "17"), ("guarantee", "18"), ("divorce", None)],
)  # fmt: skip
def test_the_cause_that_a_reason_means(reason, cause):
    found = TAIWAN.cause_of(reason)
    assert (found.code if found else None) == cause


@pytest.mark.parametrize(
    ("address", "on", "place", "amount"),
    [("臺中市西屯區市政路1號", date(2022, 12, 31), None, None), ("臺中市西屯區市政路1號", date(2023, 1, 1), "臺中市", 15_472_00),
     ("臺中市西屯區市政路1號", date(2023, 12, 31), "臺中市", 15_472_00),
     ("臺中市西屯區市政路1號", date(2026, 11, 29), "臺中市", None),
     ("宜蘭縣羅東鎮公正路1號", date(2026, 11, 29), "臺灣省", None), ("京都市東山区", date(2026, 11, 29), None, None)],
)  # fmt: skip
def test_the_least_cost_of_living_by_place_and_day(address, on, place, amount):
    """What nobody has read has no figure: it is neither that of another year nor that of another place."""
    assert TAIWAN.living is not None
    found = TAIWAN.living.cost(address, on)
    assert (found.place["zh-Hant"] if found else None, found.amount if found else None) == (place, amount)


def test_what_is_not_known_is_listed_without_a_figure():
    lines = [one for one in rule_lines(PACKS["tw-prenegotiation"], "zh-Hant") if one.code == "living_cost"]
    assert [one.value for one in lines].count(None) == 8
    assert all(one.source is not None and one.source.confidence == "open" for one in lines if one.value is None)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [('value = "largest_creditor"', 'value = "nobody"', "pack_value"),
     ('["investment_failure", ', '["nothing", ', "pack_reference"),
     ('starts = "granted"', 'starts = "someday"', "pack_value"), ("days = 180", "days = 0", "pack_value"),
     ('factor = { value = "1.2"', 'factor = { value = "-1"', "pack_value"), ('region = "TW"', "", "pack_missing")],
)  # fmt: skip
def test_a_mistake_is_refused(old, new, code):
    assert old in TEXT
    with pytest.raises(Refused) as refused:
        load_pack(TEXT.replace(old, new, 1))
    assert code in {finding.code for finding in refused.value.findings}
