"""How an application is filed: the causes, days and costs of Taiwan as data, and the usual way where a pack says nothing."""

from __future__ import annotations

from datetime import date

import pytest

import resources
from workstation.errors import Refused
from workstation.policy.filing import EACH_BANK, NO_FILING
from workstation.policy.pack import load_pack, packs
from workstation.policy.rule_lines import rule_lines
from workstation.wording import LANGUAGES, Wording

PACKS = packs()
TAIWAN = PACKS["tw-prenegotiation"].filing
TEXT = resources.path("policies", "tw-prenegotiation.toml").read_text("utf-8")
PLACED = (
    "application.title",
    "application.basis_card",
    "agreement.title_card",
    "agreement.caution.text",
    "request.how.truth",
)
"""Texts of papers that depend on a place."""
LAWS = ("民法", "信用卡", "刑法", "條例", "条例", "Civil Code", "Measures", "Criminal Law", "Act")


@pytest.mark.parametrize("name", ["cn-card", "cn-consumer-loan"])
def test_on_the_mainland_each_bank_is_asked_apart(name):
    filing = PACKS[name].filing
    assert (filing.single, filing.papers, filing.region, filing.clocks) == (False, EACH_BANK, "CN", ())


def test_a_pack_that_says_nothing_of_it_asks_each_bank_on_papers_of_no_place():
    assert (NO_FILING.single, NO_FILING.papers, NO_FILING.region) == (False, EACH_BANK, "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_of_no_place_cite_no_law(language):
    """What a desk's own pack for another place prints: neither the law of the mainland nor that of Taiwan."""
    texts = [Wording(language).text(f"paper.{key}") for key in PLACED]
    found = [law for text in texts for law in LAWS if law in text]
    assert found == []
    assert all(Wording(f"{language}-CN").text(f"paper.{key}") != text for key, text in zip(PLACED, texts, strict=True))


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
