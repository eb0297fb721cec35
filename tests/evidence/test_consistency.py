"""One person, one story: contradictions between places, and offers against means."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.evidence.consistency import (
    Declaration,
    Offered,
    contradictions,
    disposable,
    explained_as,
    explains,
    offer_findings,
    unexplained,
)
from workstation.money import Money
from workstation.wording import LANGUAGES, Wording

CMB, CCB = "招商银行申请材料", "建设银行申请材料"
DAY, LATER = date(2026, 7, 2), date(2026, 9, 1)


@pytest.mark.parametrize(
    ("first", "second", "fact"),
    [
        ({"income": Money(4640_00)}, {"income": Money(4640_00)}, None),
        ({"income": Money(4640_00)}, {"income": Money(3000_00)}, "income"),
        ({"income": Money(4640_00)}, {"income": Money(4640_00, "TWD")}, None),  # unlike currencies are not compared
        ({"income": Money(4640_00)}, {}, None),  # silence is no contradiction
        ({"spending": Money(1)}, {"spending": Money(2)}, "spending"),
        ({"children": 1}, {"children": 2}, "children"),
        ({"children": 0}, {"children": 1}, "children"),
        ({"dependants": 2}, {"dependants": 2}, None),
        ({"marital": "已婚"}, {"marital": "离异"}, "marital"),
        ({"employer": "青禾图文 工作室"}, {"employer": "青禾图文工作室"}, None),
        ({"employer": "青禾（集团）有限公司"}, {"employer": "青禾(集团)有限公司"}, None),
        ({"employer": "ＡＢＣ貿易〔中國〕公司"}, {"employer": "ABC贸易（中国）公司"}, None),
        ({"employer": "阿不都•買買提商店"}, {"employer": "阿不都·买买提 商店"}, None),
        ({"employer": "⼤⼭商行"}, {"employer": "大山䶮商行"}, None),
        ({"employer": "青禾一公司"}, {"employer": "青禾二公司"}, "employer"),
        ({"housing": "租住"}, {"housing": "自有"}, "housing"),
        ({"reason": "本人患病"}, {"reason": "失业"}, "reason"),
        ({"hardship_from": DAY}, {"hardship_from": LATER}, "hardship_from"),
        ({"overdue_since": DAY, "account": "a"}, {"overdue_since": LATER, "account": "b"}, None),  # two debts
        ({"overdue_since": DAY, "account": "a"}, {"overdue_since": LATER, "account": "a"}, "overdue_since"),
    ],
)
def test_contradictions_name_both_places(first, second, fact):
    found = contradictions([Declaration(CMB, **first), Declaration(CCB, **second)])
    assert [finding.subject for finding in found] == ([f"consistency.{fact}"] if fact else [])
    for finding in found:
        assert (finding.figures["first_place"], finding.figures["second_place"]) == (CMB, CCB)


def test_a_tolerance_is_a_share_of_the_larger_amount():
    told = [Declaration(CMB, income=Money(1000)), Declaration(CCB, income=Money(900))]
    assert contradictions(told, Decimal("0.10")) == ()
    assert len(contradictions(told, Decimal("0.09"))) == 1


def test_the_third_place_may_be_the_one_that_differs():
    told = [Declaration("a", children=1), Declaration("b", children=1), Declaration("c", children=3)]
    (finding,) = contradictions(told)
    assert (finding.figures["first_place"], finding.figures["second_place"]) == ("a", "c")


def test_every_two_values_that_differ_are_a_contradiction_of_their_own():
    told = [
        Declaration("a", children=1),
        Declaration("b", children=2),
        Declaration("c", children=3),
        Declaration("d", children=2),
    ]
    found = contradictions(told)
    assert [(one.figures["first_place"], one.figures["second_place"]) for one in found] == [
        ("a", "b"), ("a", "c"), ("b", "c"),
    ]  # fmt: skip
    assert {explained_as(one) for one in found} == {explained_as(one) for one in contradictions(told[::-1])}
    assert unexplained(found, {explained_as(found[0])}) == found[1:]
    assert unexplained(found, {"consistency.children ≠ 2 ≠ 1"}) == found[1:]  # as older desks filed it


def test_an_explanation_holds_for_every_writing_of_the_same_values():
    (then,) = contradictions([Declaration(CMB, employer="青禾（集团）"), Declaration(CCB, employer="海星")])
    (now,) = contradictions([Declaration(CCB, employer="海星"), Declaration(CMB, employer="青禾(集團)")])
    (other,) = contradictions([Declaration(CCB, employer="海星"), Declaration(CMB, employer="青禾")])
    assert now.figures["second"] == "青禾(集團)"  # shown as written
    assert unexplained((now, other), {explained_as(then)}) == (other,)
    assert explains(explained_as(then), now) and not explains(explained_as(then), other)


@pytest.mark.parametrize(
    ("offers", "means", "beyond"),
    [([83334, 37066], 120400, ""), ([83334, 37067], 120400, "0.01"), ([], 0, ""), ([1], 0, "0.01")],
)
def test_offers_fit_what_is_left(offers, means, beyond):
    found = offer_findings([Offered(f"bank {no}", Money(one)) for no, one in enumerate(offers)], Money(means), "流水")
    assert [finding.figures["difference"] for finding in found] == ([beyond] if beyond else [])


def test_the_places_of_all_offers_are_named():
    (finding,) = offer_findings(
        [Offered("招商银行", Money(500_00)), Offered("建设银行", Money(300_00))], Money(1), "流水"
    )
    assert finding.figures["places"] == "招商银行 500.00; 建设银行 300.00"
    assert finding.figures["means_place"] == "流水"


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_disposable_income_is_never_below_nothing(income, spending):
    assert disposable(Money(income), Money(spending)).minor == max(0, income - spending)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_speaks(language):
    wording = Wording(language)
    told = [
        Declaration("a", Money(1), Money(1), 1, 1, "x", "x", "x", "x", DAY, DAY, DAY),
        Declaration("b", Money(2), Money(2), 2, 2, "y", "y", "y", "y", LATER, LATER, LATER),
    ]
    found = [
        *contradictions(told),
        *offer_findings([Offered("a", Money(5))], Money(1), "b"),
    ]
    assert len(found) == 12
    for finding in found:
        sentence = wording.finding(finding)
        assert finding.code not in sentence
        assert "{" not in sentence
        if fact := finding.figures.get("fact"):
            assert wording.text(f"fact.{fact}") in sentence
