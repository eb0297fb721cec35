"""Packs: the shipped one holds the rules of its sources, and every mistake is named with file, line and key."""

from __future__ import annotations

from datetime import time
from decimal import Decimal

import pytest

import resources
from workstation.errors import Finding, Refused
from workstation.policy.pack import load_pack, packs
from workstation.policy.rules import CONCESSIONS, recognised
from workstation.wording import LANGUAGES, Wording

FILE = resources.path("policies", "cn-card.toml")
TEXT = FILE.read_text("utf-8")


@pytest.fixture(scope="module")
def pack():
    return packs()["cn-card"]


def findings(text: str) -> tuple[Finding, ...]:
    with pytest.raises(Refused) as refused:
        load_pack(text)
    return refused.value.findings


def line(text: str, needle: str) -> str:
    return next(str(number) for number, row in enumerate(text.splitlines(), start=1) if needle in row)


@pytest.mark.parametrize(
    ("days", "bucket"),
    [(-3, "M0"), (0, "M0"), (1, "M1"), (30, "M1"), (31, "M2"), (60, "M2"), (61, "M3"), (90, "M3"), (91, "M4"), (120, "M4"),
     (121, "M5"), (151, "M6"), (180, "M6"), (181, "M6+"), (4000, "M6+")],
)  # fmt: skip
def test_buckets(pack, days, bucket):
    assert pack.bucket(days) == bucket


def test_the_limits_of_the_card_rules(pack):
    limits = pack.limits
    assert (limits.max_instalments, limits.max_annual_cost) == (60, Decimal("0.24"))
    assert (limits.cash_instalment_amount, limits.cash_instalment_months) == (50_000_00, 24)
    assert limits.sources["max_instalments"].confidence == "verified"
    assert "第七十条" in limits.sources["max_instalments"].name


def test_payment_order_turns_after_90_days(pack):
    order = pack.allocation
    assert order.until_days == 90
    assert order.early[-1] == "principal"
    assert order.late[0] == "principal"


def test_conduct(pack):
    rules = pack.conduct
    assert (rules.quiet_from.value, rules.quiet_until.value) == (time(22), time(8))
    assert (rules.connected_a_day.value, rules.dials_a_day.value) == (3, 6)
    assert rules.record_years.value == 5


@pytest.mark.parametrize(
    ("concession", "size", "tier"),
    [("instalments", "12", "agent"), ("instalments", "13", "supervisor"), ("instalments", "36", "supervisor"),
     ("instalments", "60", "bank"), ("waive_principal", "0.01", "bank"), ("stop_interest", "0", "bank"),
     ("waive_penalty", "0.3", "agent"), ("waive_penalty", "1", "supervisor"), ("waive_interest", "1", "bank")],
)  # fmt: skip
def test_authority(pack, concession, size, tier):
    assert pack.authority_for(concession, Decimal(size)) == tier


def test_every_concession_is_settled_and_every_reason_has_evidence(pack):
    assert {rule.concession for rule in pack.authority} == set(CONCESSIONS)
    assert set(pack.reasons) == {reason for one in pack.requirements for reason in one.reasons}
    assert set(pack.requests) == {request for offer in pack.offers for request in offer.requests}


def test_the_agreement_has_the_six_items_of_article_70(pack):
    assert len(pack.agreement) == 6


def test_letters_and_consents_say_what_they_must(pack):
    assert {item.code for item in pack.letter} == {
        "balance", "cause", "rights_duties", "ways", "contact", "seal", "other",
    }  # fmt: skip
    assert {"handler", "purpose", "categories", "recipient", "retention", "withdrawal"} < {
        item.code for item in pack.consent
    }


def test_offers_stay_inside_the_cap(pack):
    for offer in pack.offers:
        assert max(offer.instalments) <= pack.limits.max_instalments
    long = [offer for offer in pack.offers if offer.method != "lump_sum"]
    assert all(min(offer.instalments) >= 12 for offer in long)


def test_every_text_is_there_in_both_languages(pack):
    texts = [one.title for one in pack.requirements] + [one.why for one in pack.requirements]
    texts += [one.title for group in (pack.reasons, pack.requests, pack.issuers) for one in group.values()]
    for text in texts:
        assert {"zh-Hans", "en"} <= set(text)


@pytest.mark.parametrize(
    "code", ["diagnosis", "unemployment_registration", "disability_certificate", "kinship", "death_certificate"]
)
def test_a_residents_committee_may_not_certify(pack, code):
    assert "residents_committee" in {issuer.code for issuer in pack.requirement(code).refused}


@pytest.mark.parametrize(
    ("typed", "issuer"),
    [("幸福社区居民委员会", "residents_committee"), ("XX村委会", "residents_committee"), ("上海市第一人民医院", "hospital"),
     ("招商银行", "bank"), ("招商银行信用卡中心", "lender"), ("招商银行股份有限公司", "bank"),
     ("招商银行股份有限公司信用卡中心", "lender"), ("马上消费金融股份有限公司", "lender"),
     ("中国人民银行征信中心", "credit_centre"),
     ("某某物业服务公司", "property_manager"),
     ("深圳某某科技有限公司", "employer"), ("国家税务总局", "tax_office"), ("hospital", "hospital"), ("", None), ("路人", None)],
)  # fmt: skip
def test_a_typed_issuer_is_recognised(pack, typed, issuer):
    found = recognised(typed, pack.issuers.values())
    assert (found and found.code) == issuer


def test_how_debts_grow_stands_in_the_pack_with_source_and_certainty(pack):
    card, loan = pack.growth_of("credit_card"), pack.growth_of("business_loan")
    assert (card.year_days, card.compounding, card.penalty_rate, card.penalty_minimum) == (
        365,
        "monthly",
        Decimal("0.05"),
        0,
    )
    assert (loan.year_days, loan.compounding, loan.penalty_rate) == (360, "none", None)
    assert card.sources["penalty"].confidence == "practice"
    assert "360" in loan.sources["year_days"].name


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ("until_days = 90", 'until_days = "90"', "pack_type", "allocation.until_days"),
        ("until_days = 90", "", "pack_missing", "allocation.until_days"),
        ("until_days = 90", "until_days = 90\nuntil_day = 90", "pack_unknown_key", "allocation.until_day"),
        ("until_days = 90", "until_days = -1", "pack_value", "allocation.until_days"),
        ('early = ["fees", "penalty", "interest", "principal"]', 'early = ["fees"]', "pack_value", "allocation.early"),
        ('value = "0.24", source = "court_24" }           #', 'value = 0.24, source = "court_24" } #', "pack_type",
         "limits.max_annual_cost.value"),
        ('value = 60, source = "card_70"', 'value = 60, source = "card_71"', "pack_value", "limits.max_instalments.source"),
        ('code = "tax_record"', 'code = "income_proof"', "pack_duplicate", "requirements.6.code"),
        ('reasons = ["divorce"]', 'reasons = ["divorced"]', "pack_reference", "requirements.26.reasons"),
        ('checks = ["original_seen", "portal"]', 'checks = ["seen"]', "pack_reference", "requirements.1.checks"),
        ('number = "whole"', 'number = "hidden"', "pack_value", "requirements.1.copy.number"),
        ('number = "middle", first = 6', 'number = "middle", first = 7', "pack_value", "requirements.51.copy.first"),
        ('number = "middle", first = 6, last', 'number = "middle", last', "pack_missing", "requirements.51.copy.first"),
        ('number = "free", source = "pipl"', 'number = "free", source = "pip"', "pack_value", "requirements.20.copy.source"),
        ('number = "whole",', 'number = "whole", first = 6,', "pack_unknown_key", "requirements.1.copy.first"),
        ("from_day = 31", "from_day = 1", "pack_order", "buckets.3.from_day"),
        ("value = 22:00:00", 'value = "22:00"', "pack_type", "conduct.quiet_from.value"),
        ('value = 365, source', 'value = 364, source', "pack_value", "waiting.credit_card.year_days.value"),
        ('value = "30", source', 'value = "31", source', "pack_value", "waiting.credit_card.month.value"),
        ("[waiting.credit_card]", "[waiting.card]", "pack_reference", "waiting.card"),
        ("[waiting.other]", "[waiting.consumer_loan]", "pack_missing", "waiting.other"),
        ("format = 1", "format = 2", "pack_newer", "format"),
        ('id = "cn-card"', 'id = ""', "pack_value", "id"),
        ("instalments = [2, 3]", "instalments = [3, 2]", "pack_order", "offers.9.instalments"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_line_and_key(old, new, code, key):
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    found = findings(text)
    assert [(one.code, one.figures["key"]) for one in found] == [(code, key)]
    if code not in ("pack_missing", "pack_unknown_key"):
        assert found[0].figures["line"] == line(TEXT, old)
        assert found[0].subject == f"pack.toml:{line(TEXT, old)}"


def test_a_missing_key_is_placed_at_its_table():
    found = findings(TEXT.replace("until_days = 90", "", 1))
    assert found[0].figures["line"] == line(TEXT, "[allocation]")


def test_all_mistakes_come_at_once_in_the_order_of_the_file():
    text = TEXT.replace("until_days = 90", "", 1).replace("from_day = 61", "from_day = 0.5", 1)
    text = text.replace('method = "lump_sum"', 'method = "gift"')
    found = findings(text)
    assert [one.code for one in found] == ["pack_type", "pack_missing", "pack_value", "pack_value"]
    assert [int(one.figures["line"]) for one in found] == sorted(int(one.figures["line"]) for one in found)


def test_broken_toml_is_named_with_its_line():
    found = findings(TEXT.replace("[conduct]", "[conduct", 1))
    assert [one.code for one in found] == ["pack_syntax"]
    assert found[0].figures["line"] == line(TEXT, "[conduct]")


def test_empty_and_foreign_texts_are_refused_with_findings():
    assert {one.code for one in findings("")} == {"pack_missing"}
    assert "pack_unknown_key" in {one.code for one in findings("[tool.ruff]\nline-length = 3\n")}


def test_an_unreadable_file_is_refused(tmp_path):
    (tmp_path / "latin.toml").write_bytes(b"id = '\xff'")
    for path in (tmp_path / "latin.toml", tmp_path / "none.toml"):
        with pytest.raises(Refused) as refused:
            load_pack(path)
        assert refused.value.findings[0].code == "pack_unreadable"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mistake_has_a_sentence(language):
    wording = Wording(language)
    for text in (
        TEXT.replace("until_days = 90", "", 1),
        TEXT.replace("[conduct]", "[conduct", 1),
        TEXT.replace("format = 1", "format = 9"),
    ):
        for finding in findings(text):
            sentence = wording.finding(finding)
            assert finding.code not in sentence
            assert "{" not in sentence
