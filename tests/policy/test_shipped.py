"""Every pack of the program: sourced, complete in its languages, and what sets the consumer-loan and the Taiwan pack apart."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from workstation.evidence.checklist import requirements
from workstation.policy.conduct_rules import Conduct
from workstation.policy.pack import Pack, packs
from workstation.policy.rules import CONCESSIONS, PRODUCTS, Labels, Rule, Source, recognised

PACKS = packs()
CARD, LOAN, TAIWAN = PACKS["cn-card"], PACKS["cn-consumer-loan"], PACKS["tw-prenegotiation"]
EVERY = pytest.mark.parametrize("pack", PACKS.values(), ids=PACKS.keys())


def sources(pack: Pack) -> Iterator[tuple[str, Source]]:
    """Every rule of a pack with its source."""
    yield "allocation", pack.allocation.source
    yield from pack.limits.sources.items()
    rules: tuple[Any, ...] = (
        *pack.reasons.values(), *pack.requests.values(), *pack.agreement, *pack.letter, *pack.consent, *pack.cautions,
        *pack.offers,
    )  # fmt: skip
    for rule in (*rules, *pack.requirements):
        yield rule.code, rule.source
    for grant in pack.authority:
        yield grant.concession, grant.source
    for phrase in pack.phrases:
        yield phrase.kind, phrase.source
    yield from conduct_sources(pack.conduct)
    yield from pack.filing.sources.items()
    yield from ((clock.code, clock.source) for clock in pack.filing.clocks)
    yield from ((cause.code, cause.source) for cause in pack.filing.causes)
    if pack.filing.living is not None:
        yield "living factor", pack.filing.living.factor.source
        yield from ((cost.place["en"], cost.source) for cost in pack.filing.living.costs)


def conduct_sources(rules: Conduct) -> Iterator[tuple[str, Source]]:
    """Every rule on contacts that is known, with its source."""
    for name in type(rules).__slots__:
        if isinstance(rule := getattr(rules, name), Rule):
            yield name, rule.source


def texts(pack: Pack) -> Iterator[Labels]:
    yield pack.title
    titled: tuple[Any, ...] = (*pack.requirements, *pack.offers, *pack.agreement, *pack.letter, *pack.consent)
    for entry in titled:
        yield entry.title
    yield from (clock.title for clock in pack.filing.clocks)
    yield from (cause.title for cause in pack.filing.causes)
    for group in (pack.reasons, pack.requests, pack.issuers):
        yield from (one.title for one in group.values())
    yield from (one.why for one in pack.requirements)


@EVERY
def test_every_rule_names_a_source_with_date_and_confidence(pack):
    for name, source in sources(pack):
        assert source.name, name
        assert source.dated, name
        assert source.confidence in ("verified", "weak", "known", "computed", "practice", "open"), name


@EVERY
def test_every_text_is_there_in_its_languages(pack):
    languages = {"zh-Hans", "zh-Hant", "en"} if pack.currency == "TWD" else {"zh-Hans", "en"}
    for text in texts(pack):
        assert languages <= set(text), text


@EVERY
def test_a_pack_is_complete(pack):
    assert {rule.concession for rule in pack.authority} == set(CONCESSIONS)
    assert {reason for one in pack.requirements for reason in one.reasons} == set(pack.reasons)
    assert {request for offer in pack.offers for request in offer.requests} == set(pack.requests)
    assert max(max(offer.instalments) for offer in pack.offers) <= pack.limits.max_instalments
    names = [word for issuer in pack.issuers.values() for word in issuer.words]
    assert len(names) == len(set(names))


def test_a_loan_does_not_rest_on_the_card_rules():
    assert not [name for name, source in sources(LOAN) if source.id.startswith("card_")]
    limits = LOAN.limits
    assert (limits.cash_instalment_amount, limits.cash_instalment_months) == (None, None)
    assert "no_new_card" not in {item.code for item in LOAN.agreement}


@EVERY
def test_an_adviser_brings_authority_and_consent_for_every_packet(pack):
    """Debtor-side desks act for somebody else: without both papers no packet of theirs may leave."""
    for reason in pack.reasons:
        asked = {one.code for one in requirements(pack, reason, tuple(pack.requests), PRODUCTS, "debtor_adviser")}
        assert {"power_of_attorney", "privacy_consent"} <= asked
        assert "power_of_attorney" not in {
            one.code for one in requirements(pack, reason, tuple(pack.requests), PRODUCTS, "creditor_agency")
        }
    for code in ("power_of_attorney", "privacy_consent"):
        one = pack.requirement(code)
        assert one is not None and one.original_needed and not one.any_of
        assert (one.reasons, one.requests, one.products) == ((), (), ())


def test_payments_of_a_loan_serve_costs_then_interest_then_principal():
    order = LOAN.allocation
    assert order.early == order.late == ("fees", "interest", "penalty", "principal")
    assert (order.source.id, order.source.confidence) == ("civil_561", "verified")


def test_a_loan_runs_up_to_seven_years_with_default_interest_half_as_high_again():
    limits = LOAN.limits
    assert (limits.max_instalments, limits.penalty_surcharge) == (84, Decimal("0.50"))
    assert (limits.sources["max_instalments"].dated, limits.sources["penalty_surcharge"].confidence) == (
        "2025-03-14", "known",
    )  # fmt: skip
    assert CARD.limits.penalty_surcharge is None
    assert 84 in next(offer for offer in LOAN.offers if offer.code == "extension").instalments


def test_what_is_asked_for_a_loan():
    plain = [one.code for one in requirements(LOAN, "illness", ("reduction",), ("consumer_loan",), "creditor_agency")]
    online = [one.code for one in requirements(LOAN, "illness", ("reduction",), ("online_loan",), "creditor_agency")]
    card = [one.code for one in requirements(CARD, "illness", ("reduction",), ("consumer_loan",), "creditor_agency")]
    assert plain == card
    assert online == [*plain, "credit_support_terms"]


def test_taiwan():
    limits = TAIWAN.limits
    assert (TAIWAN.currency, limits.max_instalments) == ("TWD", 180)
    assert (limits.max_annual_cost, limits.max_default_cost) == (Decimal("0.16"), Decimal("0.15"))
    assert {rule.tier for rule in TAIWAN.authority if rule.concession != "promise_wait"} == {"bank"}


def test_what_taiwan_asks_of_everybody():
    asked = requirements(TAIWAN, "unemployment", ("instalment_plan",), ("credit_card",), "creditor_agency")
    codes = [one.code for one in asked]
    assert codes[:9] == [
        "application_form", "id_card", "household_register", "asset_income_statement", "creditor_list", "credit_report",
        "income_list", "property_list", "labour_insurance_record",
    ]  # fmt: skip
    by_code = {one.code: one for one in asked}
    assert by_code["income_list"].covers_months == 24
    assert by_code["property_list"].freshness_days == 30
    assert by_code["income_list"].source.confidence == "verified"
    assert "termination_certificate" in codes


@pytest.mark.parametrize(
    ("typed", "issuer"),
    [("臺北市大安區戶政事務所", "household_office"), ("玉山商業銀行股份有限公司", "bank"), ("財政部臺北國稅局", "tax_office"),
     ("國泰人壽保險股份有限公司", "insurer"), ("勞動部勞工保險局", "labour_insurance"), ("某某有限公司", "employer"),
     ("大安里里長", "village_head"), ("某某律師事務所", "adviser")],
)  # fmt: skip
def test_issuers_in_taiwan(typed, issuer):
    found = recognised(typed, TAIWAN.issuers.values())
    assert found is not None
    assert found.code == issuer
