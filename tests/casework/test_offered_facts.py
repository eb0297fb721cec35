"""What is known already is offered where a proof has an empty field, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import account, case_file, item_for, line_of
from workstation.casework.file_checks import is_done, next_to_check
from workstation.casework.offered_facts import Period, offered_facts

BARE = {
    "issuer": "",
    "issued_on": None,
    "covers_from": None,
    "covers_to": None,
    "account_id": "",
    "document_number": "",
}
PERIOD = Period(date(2026, 5, 1), date(2026, 11, 17), True)


def offers(file, code: str, *, before=None, period=None, **changes) -> dict[str, tuple[object, str]]:
    line = line_of(file, code)
    item = item_for(line, **(BARE | changes))
    found = offered_facts(file, line.requirement, item, before, period)
    return {one.key: (one.value, one.source) for one in found}


@pytest.fixture
def file():
    made = case_file()
    return replace(made, debtor=replace(made.debtor, employer="北京恒信文化传播有限公司"))


def test_the_bank_of_the_only_account_issues_its_statement(file) -> None:
    assert offers(file, "account_statement") == {"issuer": (file.accounts[0].bank, "account")}


def test_an_employer_issues_the_proof_of_income_and_the_debtor_a_declaration(file) -> None:
    assert offers(file, "income_proof") == {"issuer": ("北京恒信文化传播有限公司", "employer")}
    assert offers(file, "privacy_consent") == {"issuer": ("本人", "debtor")}


def test_nothing_is_offered_over_what_was_typed(file) -> None:
    assert offers(file, "account_statement", issuer="招商银行信用卡中心") == {}


def test_a_period_is_offered_only_where_one_is_asked_for(file) -> None:
    assert offers(file, "bank_statement", period=PERIOD) == {
        "covers_from": (date(2026, 5, 1), "printed"),
        "covers_to": (date(2026, 11, 17), "printed"),
    }
    assert "covers_from" not in offers(file, "privacy_consent", period=PERIOD)


def test_issuer_and_day_of_the_file_before_are_offered_where_it_may_issue_this_one(file) -> None:
    before = item_for(line_of(file, "income_proof"), id="b", issuer="中国银行", issued_on=date(2026, 11, 20))
    assert offers(file, "bank_statement", before=before) == {
        "issuer": ("中国银行", "before"),
        "issued_on": (date(2026, 11, 20), "before"),
    }
    assert offers(file, "id_card", before=before) == {}  # a bank issues no identity card
    assert offers(file, "bank_statement", before=replace(before, issuer="张三")) == {}  # nobody knows who that is


def test_of_several_accounts_the_one_whose_bank_the_file_names(file) -> None:
    two = replace(file, accounts=(*file.accounts, account(id="a2", bank="中国建设银行")))
    assert offers(two, "account_statement", file_name="建设银行账单.pdf") == {
        "account_id": ("a2", "name"),
        "issuer": ("中国建设银行", "account"),
    }
    assert offers(two, "account_statement", file_name="账单.pdf") == {}
    assert offers(two, "account_statement", account_id="a2") == {"issuer": ("中国建设银行", "account")}


def test_the_next_file_to_check_comes_in_the_order_of_the_checklist(file) -> None:
    bare = replace(file, verifications=())
    lines = [(line.requirement, item) for line in bare.checklist for item in line.items]
    assert len(lines) > 2
    assert next_to_check(bare) == lines[0][1]
    assert next_to_check(bare, lines[0][1].id) == lines[1][1]
    assert next_to_check(bare, lines[-1][1].id) == lines[0][1]
    assert not any(is_done(bare, requirement, item) for requirement, item in lines)
    assert next_to_check(file) is None
    assert all(is_done(file, requirement, item) for requirement, item in lines)
