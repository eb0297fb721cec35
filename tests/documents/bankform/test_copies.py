"""A bank with several accounts: no form tells of the first one only, and a filled form says what it is and when it was made."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pypdf
import pytest

import resources
from tests import builders
from tests.builders import BANK, account, case_file, plan, terms
from workstation.actions.banks.bank_forms import CaseFormSource
from workstation.actions.banks.form_library import FormSource
from workstation.documents.bankform.catalogue import known_values, value_of
from workstation.documents.bankform.copies import copies_about, unshown_findings
from workstation.documents.bankform.mapping import FieldRule, load_mapping
from workstation.money import Money
from workstation.plan.version import PlanChoice

SECOND = account(
    id="a2", number="6225880000009981", principal=Money(12_345_67), interest=Money(0), due_on=date(2026, 9, 5)
)
THIRD = account(id="a3", number="6225880000007773", currency="USD", principal=Money(300_00, "USD"),
                interest=Money(0, "USD"), penalty=Money(0, "USD"), fees=Money(0, "USD"))  # fmt: skip
FOLDER = resources.path("forms", "general-application")
MAPPING = load_mapping(FOLDER / "form.toml")


def two_accounts():
    later = replace(terms(SECOND), instalments=24, interest_from=date(2026, 11, 20))
    other = plan(id="p2", account_id="a2", terms=later)
    choice = PlanChoice("ch2", "c1", "a2", "p2", builders.NOW, "林协商")
    file = case_file()
    return replace(file, accounts=(account(), SECOND), plans=(*file.plans, other), choices=(*file.choices, choice))


@pytest.fixture(scope="module")
def file():
    return two_accounts()


def source(file) -> CaseFormSource:
    shipped = FormSource("general-application", "申请表", "form.pdf", (FOLDER / "form.pdf").read_bytes(), MAPPING)
    return CaseFormSource(file, BANK, shipped)


def texts(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def test_each_account_gets_a_copy_of_the_general_form(file):
    made = source(file).build()
    first, second = texts(made.filled.pdf)
    assert "6225880000006214" in first and "50,000.00" in first and "6225880000009981" not in first
    assert "6225880000009981" in second and "12,345.67" in second and "50,000.00" not in second
    assert [{row.about for row in made.rows if row.field.name == name} for name in ("account", "instalments")] == [
        {"信用卡（尾号 6214）", "信用卡（尾号 9981）"}
    ] * 2
    assert made.filled.pages == 2


def test_fields_that_stay_have_names_of_their_own(file):
    made = source(file).build(keep=True)
    fields = pypdf.PdfReader(io.BytesIO(made.filled.pdf)).get_form_text_fields()
    assert (fields["account"], fields["account (2)"]) == ("6225880000006214", "6225880000009981")
    assert (fields["instalments"], fields["instalments (2)"]) == ("60", "24")


def test_one_account_needs_no_name():
    made = source(case_file()).build()
    assert {row.about for row in made.rows} == {""}
    assert made.filled.pages == 1


def test_a_filled_form_says_what_it_is_and_the_day():
    with pikepdf.open(io.BytesIO(source(case_file()).build().filled.pdf)) as pdf:
        told = {key: str(pdf.docinfo[f"/{key}"]) for key in ("Title", "Author", "CreationDate", "ModDate")}
    assert told == {"Title": "申请表 CC-2026-00417", "Author": "样例工作台"} | dict.fromkeys(
        ("CreationDate", "ModDate"), "D:20261123"
    )


def mapping(*values: str):
    return replace(MAPPING, rules=tuple(FieldRule(f"f{i}", value) for i, value in enumerate(values)))


@pytest.mark.parametrize(
    ("values", "copies"),
    [
        (("debtor.name",), ["a1"]),
        (("debtor.name", "account.principal"), ["a1", "a2", "a3"]),
        (("plan.payment",), ["a1", "a2", "a3"]),
        (("account.1.number",), ["a1", "a2", "a3"]),
        (("account.1.number", "account.2.number"), ["a1"]),
        (("account.number", "plan.3.payment"), ["a1"]),
        (("owed.total",), ["a1", "a3"]),
        (("budget.income",), ["a1"]),
    ],
)
def test_which_copies_there_are(values, copies):
    assert [one.id for one in copies_about(mapping(*values), (account(), SECOND, THIRD))] == copies


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        (("account.1.number", "account.2.number"), ["form_accounts_beyond"]),
        (("account.1.number", "account.3.number"), []),
        (("account.3.number", "owed.total"), ["form_several_currencies"]),
        (("account.number", "owed.total"), []),
    ],
)
def test_what_several_places_leave_out_keeps_a_form_back(values, codes):
    assert [one.code for one in unshown_findings(mapping(*values), (account(), SECOND, THIRD))] == codes


def test_names_without_a_number_are_of_the_account_of_the_copy(file):
    values = known_values(replace(file, choices=file.choices[1:]), BANK, "a1")
    assert value_of(values, "account.number").raw.endswith("6214")
    assert value_of(values, "plan.1.instalments").empty  # it has no plan: that of the second is not its
    assert value_of(values, "plan.instalments").empty
    assert value_of(values, "plan.2.instalments").raw == 24
    assert value_of(known_values(file, BANK, "a2"), "account.1.number").raw.endswith("6214")
