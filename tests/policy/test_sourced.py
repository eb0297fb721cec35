"""No figure of a pack without a source, and no source without its date and how sure it is: each kind of rule, refused by name."""

from __future__ import annotations

import pytest

import resources
from workstation.errors import Refused
from workstation.policy.pack import load_pack

TEXT = resources.path("policies", "cn-card.toml").read_text("utf-8")
WHOLE = (
    'card_70 = { name = "《商业银行信用卡业务监督管理办法》第七十条", dated = "2011-01-13", confidence = "verified" }'
)
OWN = """extends = "cn-card"
id = "own"
title = { zh-Hans = "样本银行", en = "Sample Bank" }
dated = 2026-11-01
"""


def refused(text: str) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as raised:
        load_pack(text)
    return [(one.code, one.figures["key"]) for one in raised.value.findings]


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ("from_day = 31\n", "buckets.3.source"),
        ('late = ["principal", "interest", "penalty", "fees"]\n', "allocation.source"),
        ("year_days = { value = 365,", "waiting.credit_card.year_days.source"),
        ('penalty = { value = "0.05",', "waiting.credit_card.penalty.source"),
        ("max_instalments = { value = 60,", "limits.max_instalments.source"),
        ("grace_days = { value = 3,", "limits.grace_days.source"),
        ("token_payment = { value = 10000,", "limits.token_payment.source"),
        ('from = 2019-08-20\nrate = "0.0425"\n', "reference_rates.1.source"),
        ("complaint_days = { value = 15,", "conduct.complaint_days.source"),
        ("quiet_from = { value = 22:00:00,", "conduct.quiet_from.source"),
        ("third_party = { dials_in_a_row = 3, days_in_a_row = 3, invalid_number = true,", "conduct.third_party.source"),
        ('tier = "agent"\nup_to = "12"\n', "authority.1.source"),
    ],
)
def test_a_figure_without_its_source_is_refused(rule: str, key: str) -> None:
    before, found, after = TEXT.partition(rule)
    assert found
    source, _, rest = after.partition('source = "')
    bare = before + rule.rstrip(",") + source.rstrip(", ") + rest.partition('"')[2]
    assert refused(bare) == [("pack_missing", key)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (WHOLE.replace('dated = "2011-01-13", ', ""), [("pack_missing", "sources.card_70.dated")]),
        (WHOLE.replace("2011-01-13", ""), [("pack_value", "sources.card_70.dated")]),
        (WHOLE.replace("2011-01-13", "lately"), [("pack_value", "sources.card_70.dated")]),
        (WHOLE.replace("2011-01-13", "2011-02-30"), [("pack_value", "sources.card_70.dated")]),
        (WHOLE.replace("2011-01-13", "2011-13"), [("pack_value", "sources.card_70.dated")]),
        (WHOLE.replace("2011-01-13", "20110113"), [("pack_value", "sources.card_70.dated")]),
        (WHOLE.replace("2011-01-13", "11-01-13"), [("pack_value", "sources.card_70.dated")]),
        (WHOLE.replace(', confidence = "verified"', ""), [("pack_missing", "sources.card_70.confidence")]),
        (WHOLE.replace("verified", "sure"), [("pack_value", "sources.card_70.confidence")]),
        (WHOLE.replace('name = "《商业银行信用卡业务监督管理办法》第七十条", ', ""), [("pack_missing", "sources.card_70.name")]),
    ],
)  # fmt: skip
def test_a_source_without_name_date_or_confidence_is_refused(written: str, expected: list[tuple[str, str]]) -> None:
    assert WHOLE in TEXT and written != WHOLE
    assert refused(TEXT.replace(WHOLE, written, 1)) == expected


@pytest.mark.parametrize("dated", ["2020", "2020-07", "2020-07-01"])
def test_a_date_is_as_exact_as_it_is_printed(dated: str) -> None:
    pack = load_pack(TEXT.replace(WHOLE, WHOLE.replace("2011-01-13", dated), 1))
    assert pack.sources["card_70"].dated == dated


@pytest.mark.parametrize(
    ("rule", "key"),
    [
        ('[limits]\nmax_annual_cost = { value = "0.18" }\n', "limits.max_annual_cost.source"),
        ('[waiting.credit_card]\npenalty = { value = "0.06" }\n', "waiting.credit_card.penalty.source"),
        ("[allocation]\nuntil_days = 60\n", "allocation.source"),
        ("[conduct]\nrecord_years = { value = 2 }\n", "conduct.record_years.source"),
        ('[[offers]]\ncode = "interest_free"\ninstalments = [12]\n', "offers.1.source"),
        ('[[requirements]]\ncode = "credit_report"\nfreshness_days = 15\n', "requirements.5.source"),
    ],
)
def test_a_changed_figure_does_not_pass_under_the_source_of_the_one_before(rule: str, key: str) -> None:
    (found,) = refused(OWN + rule)
    assert found[0] == "pack_missing" and found[1].endswith(".source")
    assert found[1].partition(".")[0] == key.partition(".")[0]


def test_a_rule_that_is_only_named_anew_keeps_its_source() -> None:
    own = load_pack(OWN + '[requests]\ndeferral = { title = { zh-Hans = "展期", en = "Extension" } }\n')
    assert own.requests["deferral"].source.id == "custom"
