"""A report beside a case: which account is which, and every difference by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import account
from tests.evidence.credit_report.test_reading import read, yuan
from workstation.bank_names import bank_key
from workstation.evidence.credit_report.comparison import Comparison, compare, lender_key
from workstation.evidence.credit_report.report import CreditReport, ReportedAccount
from workstation.money import Money
from workstation.profile.debtor import Debtor

WHO = Debtor("d1", "张三", resident_id="11010519491231002X")
OCTOBER = date(2026, 10, 31)
CARD = ReportedAccount(
    1,
    "credit_card",
    "招商银行股份有限公司信用卡中心",
    limit=yuan(60_000),
    balance=yuan(59_236),
    overdue=yuan(8_000),
    as_of=OCTOBER,
)
KEPT = account(limit=yuan(60_000))


def report(*accounts: ReportedAccount, **changes) -> CreditReport:
    return replace(CreditReport("simple", "1", OCTOBER, "张三", "11010519491231002X", 1, accounts, ()), **changes)


def compared(*accounts: ReportedAccount, kept=(KEPT,), **changes) -> Comparison:
    return compare(report(*accounts, **changes), kept, WHO)


def codes(comparison: Comparison) -> list[str]:
    differences = [one.code for pair in comparison.accounts for one in pair.differences]
    return [*(one.code for one in comparison.findings), *differences]


def test_an_account_that_agrees_to_the_yuan_says_nothing():
    found = compared(CARD)
    assert (found.accounts[0].account, codes(found)) == (KEPT, [])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"balance": yuan(59_238)}, "credit_report_balance_differs"),
        ({"balance": yuan(50_000)}, "credit_report_balance_differs"),
        ({"overdue": yuan(0)}, "credit_report_not_overdue"),
        ({"limit": yuan(50_000)}, "credit_report_limit_differs"),
        ({"state": "closed", "balance": None}, "credit_report_closed"),
        ({"state": "moved", "balance": None}, "credit_report_moved"),
        ({"lender": "示例银行"}, "credit_report_account_missing"),
        ({"kind": "loan"}, "credit_report_account_missing"),
        ({"currency": "USD"}, "credit_report_account_missing"),
    ],
)
def test_each_difference_is_told(changes, code):
    assert codes(compared(replace(CARD, **changes))) == [code]


def test_of_a_loan_the_principal_is_compared():
    loan = replace(CARD, kind="loan", balance=yuan(50_000))
    assert codes(compared(loan, kept=(replace(KEPT, product="consumer_loan"),))) == []


def test_an_account_never_overdue_in_the_case():
    assert codes(compared(CARD, kept=(replace(KEPT, due_on=None),))) == ["credit_report_overdue_unknown"]


def test_amounts_of_a_foreign_account_are_converted_and_never_compared():
    zero = Money(0, "USD")
    kept = replace(
        KEPT, currency="USD", principal=Money(5_000_000, "USD"), interest=zero, penalty=zero, fees=zero, limit=zero
    )
    assert codes(compared(replace(CARD, currency="USD", balance=yuan(1)), kept=(kept,))) == ["credit_report_foreign"]


def test_the_end_of_the_number_parts_two_cards_of_one_bank():
    first, second = replace(KEPT, id="a", number="1111"), replace(KEPT, id="b", number="2222")
    found = compared(replace(CARD, tail="2222"), replace(CARD, tail="1111"), kept=(first, second))
    assert [pair.account and pair.account.id for pair in found.accounts] == ["b", "a"]
    assert codes(found) == []


def test_two_that_fit_alike_are_asked_about():
    first, second = replace(KEPT, id="a"), replace(KEPT, id="b")
    assert "credit_report_pair_unsure" in codes(compared(CARD, kept=(first, second)))
    assert "credit_report_pair_unsure" in codes(compared(CARD, replace(CARD, number=2)))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"name": "李四"}, ["credit_report_other_name"]),
        ({"name": "張三"}, []),
        ({"identity": "110105199001010011"}, ["credit_report_other_identity"]),
        ({"identity": "1101**********002x"}, []),
        ({"identity": "1101**********0011"}, ["credit_report_other_identity"]),
        ({"identity": "1101*****002X"}, []),
    ],
)
def test_a_report_of_somebody_else_is_told(changes, code):
    assert codes(compared(CARD, **changes)) == code


@pytest.mark.parametrize(
    ("lender", "bank"),
    [
        ("招商银行股份有限公司信用卡中心", "招商银行"),
        ("中国工商银行股份有限公司北京市分行", "工行"),
        ("深圳前海微众银行股份有限公司", "微众银行"),
        ("马上消费金融股份有限公司", "马上消费金融"),
        ("中国农业银行河北雄安分行营业部", "农业银行"),
    ],
)
def test_a_lender_with_its_branch_is_its_bank(lender, bank):
    assert lender_key(lender) == bank_key(bank)


def test_a_hidden_lender_is_nobody():
    assert lender_key("商业银行“AB”") == ""
    assert compare(read("detailed"), (account(bank="商业银行“AB”"),), WHO).missing


def test_the_whole_of_a_report():
    kept = account(opened_on=date(2018, 3, 1), number="6225880000005678")
    found = compare(read("simple"), (kept,), Debtor("d1", "欧阳·阿依古丽", resident_id="11010519491231002X"))
    assert found.accounts[0].account == kept and sum(pair.account is not None for pair in found.accounts) == 1
    assert codes(found) == ["credit_report_balance_differs"]
