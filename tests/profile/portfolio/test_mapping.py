"""Mapping files: one bank's layout said once; every mistake named."""

from __future__ import annotations

from datetime import date

import pytest

from workstation.errors import Refused
from workstation.money import Money
from workstation.profile.portfolio.column_mapping import known_headers, plain, read_mapping, unit_word
from workstation.profile.portfolio.dry_run import plan_import

TODAY = date(2026, 11, 23)


def mistakes(text: str) -> list[str]:
    with pytest.raises(Refused) as refusal:
        read_mapping(text, "bank.toml")
    return sorted(f"{finding.code} {finding.figures.get('key', '')}".strip() for finding in refusal.value.findings)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = ", ["mapping_unreadable"]),
        ('colour = "red"', ["mapping_key colour"]),
        ('as_of = "yesterday"\ndate_order = "ydm"', ["mapping_value as_of", "mapping_value date_order"]),
        ('[fields.nickname]\ncolumn = "X"', ["mapping_key fields.nickname"]),
        ('[fields]\nname = "X"', ["mapping_value fields.name"]),
        ("[fields.name]\nunit = 2", ["mapping_value fields.name"]),
        ('[fields.principal]\ncolumn = "X"\nunit = "-1"', ["mapping_value fields.principal.unit"]),
        ('[fields.name]\ncolumn = "X"\nfont = "bold"', ["mapping_key fields.name.font"]),
        ('[fields.name]\ncolumn = "X"\nconstant = "Y"', ["mapping_value fields.name"]),
    ],
)
def test_mistakes_in_a_mapping_file_are_named(text, expected):
    assert mistakes(text) == expected


def test_a_mapping_adds_to_the_known_headers():
    mapping = read_mapping('currency = "HKD"\ndate_order = "dmy"\n[fields.bank]\nconstant = "恒生银行"', "bank.toml")
    data = "姓名,卡号,本金,逾期日期\n陈大文,1,5,18/08/2026\n".encode()
    (claim,) = plan_import(data, "list.csv", mapping, today=TODAY).claims
    assert (claim.account.bank, claim.account.principal) == ("恒生银行", Money(500, "HKD"))
    assert claim.account.overdue_since == date(2026, 8, 18)


def test_a_column_named_in_vain_is_told():
    mapping = read_mapping('[fields.bank]\nconstant = "B"\n[fields.limit]\ncolumn = "Cap"', "bank.toml")
    with pytest.raises(Refused) as refusal:
        plan_import("姓名,卡号,本金\nA,1,5\n".encode(), "list.csv", mapping, today=TODAY)
    (finding,) = refusal.value.findings
    assert (finding.code, finding.figures["column"]) == ("portfolio_mapped_column", "cap")


def test_columns_may_add_up_and_templates_take_several_places():
    text = """
    known_headers = false
    [fields]
    name = { template = "{First} {Last} 100%" }
    number = { column = "No" }
    bank = { constant = "B" }
    principal = { columns = ["P1", "P2"], unit = "1000" }
    """
    data = b"First,Last,No,P1,P2\nAda,Lovelace,7,1.5,2\n"
    plan = plan_import(data, "list.csv", read_mapping(text, "bank.toml"), today=TODAY)
    assert plan.new_cases[0].debtor.name == "Ada Lovelace 100%"
    assert plan.claims[0].account.principal == Money(350_000)


@pytest.mark.parametrize(
    ("header", "same", "unit"),
    [
        ("本金（万元）", "本金", "万元"),
        (" *身份证号： ", "身份证号", ""),
        ("Card No.", "cardno", ""),
        ("ＡＰＲ (%)", "apr", "%"),
        ("(备注)", "(备注)", "备注"),
    ],
)
def test_headers_are_compared_without_ornament(header, same, unit):
    assert (plain(header), unit_word(header)) == (same, unit)


def test_no_name_of_a_column_means_two_things():
    seen: dict[str, str] = {}
    for field, rule in known_headers().fields.items():
        for header in rule.named:
            assert seen.setdefault(header, field) == field, header


def test_each_column_tells_what_it_was_read_as_and_its_first_cells():
    mapping = read_mapping(
        """
        [fields]
        name = { template = "{First} {Last}" }
        bank = { constant = "招商银行" }
        number = { column = "No" }
        principal = { column = "Amount", unit = "10000" }
        """,
        "bank.toml",
    )
    text = "First,Last,No,Amount,Note,\nJohn,Doe,6225880000006214,1.5,x,\nJohn,Roe,6225880000006215,2.5,,\n"
    plan = plan_import(text.encode(), "a.csv", mapping, today=TODAY)
    assert [(one.header, one.field, one.samples, int(one.factor)) for one in plan.columns] == [
        ("First", "name", ("John",), 1),
        ("Last", "name", ("Doe", "Roe"), 1),
        ("No", "number", ("6225880000006214", "6225880000006215"), 1),
        ("Amount", "principal", ("1.5", "2.5"), 10_000),
        ("Note", "", ("x",), 1),
        ("", "", (), 1),
        ("", "bank", ("招商银行",), 1),
    ]
    assert plan.ignored == ("Note",)
