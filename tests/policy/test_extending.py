"""A bank's pack that says only what differs from another, and whose mistakes still stand on its own lines."""

from __future__ import annotations

import pytest

from workstation.errors import Finding, Refused
from workstation.policy.pack import load_pack, packs

BASE = packs()["cn-card"]

BANK = """extends = "cn-card"
without = ["tax_record", "lump_sum_parts"]
id = "sample-bank"
title = { zh-Hans = "样本银行", en = "Sample Bank" }
dated = 2026-11-01

[sources]
letter = { name = "样本银行授权书", dated = "2026-11-01", confidence = "verified" }

[limits]
max_instalments = { value = 48, source = "letter" }

[[requirements]]
code = "credit_report"
freshness_days = 15
source = "letter"

[[requirements]]
code = "bank_form"
title = { zh-Hans = "本行申请表", en = "The bank's own form" }
why = { zh-Hans = "本行要求。", en = "The bank asks for it." }
accepted = ["debtor"]
source = "letter"
"""


def findings(text: str) -> list[tuple[str, str, str]]:
    with pytest.raises(Refused) as refused:
        load_pack(text)
    return [(one.code, one.figures["key"], one.figures["line"]) for one in refused.value.findings]


def test_only_what_differs_differs():
    pack = load_pack(BANK)
    assert (pack.id, pack.title["en"], pack.currency) == ("sample-bank", "Sample Bank", "CNY")
    assert (pack.limits.max_instalments, pack.limits.max_annual_cost) == (48, BASE.limits.max_annual_cost)
    assert pack.limits.sources["max_instalments"].name == "样本银行授权书"
    assert pack.buckets == BASE.buckets
    report = pack.requirement("credit_report")
    assert report is not None
    assert report.freshness_days == 15
    assert report.title == BASE.requirement("credit_report").title
    codes = [one.code for one in pack.requirements]
    assert codes == [one.code for one in BASE.requirements if one.code != "tax_record"] + ["bank_form"]
    assert "lump_sum_parts" not in [offer.code for offer in pack.offers]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("freshness_days = 15", 'freshness_days = "15"', ("pack_type", "freshness_days", "15")),
        ('accepted = ["debtor"]', 'accepted = ["nobody"]', ("pack_reference", "accepted", "22")),
        ("value = 48", "value = -1", ("pack_value", "limits.max_instalments.value", "11")),
        ('"tax_record"', '"tax_records"', ("pack_reference", "without", "2")),
        ('extends = "cn-card"', 'extends = "cn-cards"', ("pack_reference", "extends", "1")),
        ('extends = "cn-card"', 'extends = "../cn-card"', ("pack_reference", "extends", "1")),
        ("[limits]", "[limit]", ("pack_unknown_key", "limit", "10")),
        ("dated = 2026-11-01\n", 'dated = 2026-11-01\ncurrency = "TWD"\n', ("pack_value", "currency", "6")),
        ('id = "sample-bank"', 'id = "../bank"', ("pack_value", "id", "3")),
        ('id = "sample-bank"', 'id = "Sample Bank"', ("pack_value", "id", "3")),
    ],
)
def test_mistakes_stand_on_the_lines_of_the_bank_pack(old, new, expected):
    (found,) = findings(BANK.replace(old, new, 1))
    assert (found[0], found[1].split("requirements.")[-1].lstrip("0123456789."), found[2]) == expected


def test_the_file_beside_it_may_be_extended_and_keeps_its_own_mistakes(tmp_path):
    (tmp_path / "region.toml").write_text(BANK, "utf-8")
    (tmp_path / "bank.toml").write_text('extends = "region"\nid = "b"\n', "utf-8")
    with pytest.raises(Refused) as refused:
        load_pack(tmp_path / "bank.toml")
    assert refused.value.findings[0].code == "pack_value"
    (tmp_path / "region.toml").write_text("format = 1\n", "utf-8")
    with pytest.raises(Refused) as refused:
        load_pack(tmp_path / "bank.toml")
    first: Finding = refused.value.findings[0]
    assert first.figures["file"] == "region.toml"


def test_packs_that_extend_themselves_or_each_other_are_refused(tmp_path):
    for name, extends in (("alone", "alone"), ("one", "other"), ("other", "one")):
        (tmp_path / f"{name}.toml").write_text(BANK.replace('"cn-card"', f'"{extends}"', 1), "utf-8")
    for name in ("alone", "one", "other"):
        with pytest.raises(Refused) as refused:
            load_pack(tmp_path / f"{name}.toml")
        first = refused.value.findings[0]
        assert (first.code, first.figures["key"]) == ("pack_value", "extends")


def test_a_desk_may_have_packs_of_its_own(tmp_path):
    (tmp_path / "bank.toml").write_text(BANK, "utf-8")
    shipped = set(packs())
    assert set(packs(tmp_path)) == {*shipped, "sample-bank"}
    assert set(packs(tmp_path / "none")) == shipped


def test_a_phrase_is_known_by_its_kind_and_parts_of_tables_can_be_left_out():
    without = 'without = ["tax_record", "limits.cash_instalment_months", "agreement.no_new_card", "insult"]'
    phrase = '\n[[phrases]]\nkind = "threat"\nsource = "letter"\n'
    pack = load_pack(BANK.replace('without = ["tax_record", "lump_sum_parts"]', without) + phrase)
    assert pack.limits.cash_instalment_months is None
    assert pack.limits.cash_instalment_amount == BASE.limits.cash_instalment_amount
    assert len(pack.agreement) == len(BASE.agreement) - 1
    assert [one.kind for one in pack.phrases] == [one.kind for one in BASE.phrases if one.kind != "insult"]
    assert (pack.phrases[0].words, pack.phrases[0].source.id) == (BASE.phrases[0].words, "letter")
