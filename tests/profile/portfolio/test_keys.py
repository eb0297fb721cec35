"""What makes two rows of a portfolio the same account, and the same person."""

from __future__ import annotations

from datetime import date

import pytest

from workstation.bank_names import bank_key
from workstation.profile.debtor import Debtor, Phone
from workstation.profile.portfolio.cells import phones
from workstation.profile.portfolio.dry_run import plan_import
from workstation.profile.portfolio.portfolio import account_key, person_key, phone_key

PHONE = Phone("13800006214")


@pytest.mark.parametrize(
    "number", ["6225880000006214", "6225 8800 0000 6214", "6225-8800-0000-6214", "6225880000006214\t"]
)
def test_an_account_is_the_same_however_its_number_is_spaced(number):
    assert account_key(" 招商银行 ", number) == ("招商银行", "6225880000006214")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("微众银行", "深圳前海微众银行股份有限公司", True),
        ("深圳前海微眾銀行", "WEBANK", True),
        ("招商银行信用卡中心", "招商银行股份有限公司信用卡中心", True),
        ("工行", "中国工商银行", True),
        ("某某村镇银行", "某某村镇银行有限责任公司", True),
        ("招商银行", "中国银行", False),
        ("平安普惠", "平安银行", False),
        ("", "中国银行", False),
    ],
)
def test_a_bank_is_the_same_under_each_of_its_names(one, other, same):
    assert (bank_key(one) == bank_key(other)) is same
    assert bank_key(bank_key(one)) == bank_key(one)


@pytest.mark.parametrize("number", ["138 0000 6214", "+86 13800006214", "0086-138-0000-6214", "１３８００００６２１４"])
def test_a_phone_is_the_same_however_it_is_written(number):
    assert phone_key(number) == "13800006214"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Debtor("a", "张伟", "110101199001011234"), Debtor("b", "张 伟", "110101199001011234"), True),
        (Debtor("a", "张伟", "110101199001011234"), Debtor("b", "张伟", "310115198001010011"), False),
        (Debtor("a", "张伟", phones=(PHONE,)), Debtor("b", "张伟", phones=(PHONE,)), True),
        (Debtor("a", "张伟", phones=(PHONE,)), Debtor("b", "李秀英", phones=(PHONE,)), False),  # a phone of the family
        (Debtor("a", "张伟", phones=(PHONE,)), Debtor("b", "张伟", phones=(Phone("13900006214"),)), False),
    ],
)
def test_a_person_is_told_by_the_resident_id_else_by_name_and_phone(one, other, same):
    assert (person_key(one) == person_key(other)) is same


def test_a_name_alone_names_nobody():
    assert person_key(Debtor("a", "张伟")) == ()


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("138 0000 6214", ["13800006214"]),
        ("+86 138-0000-6214", ["+8613800006214"]),
        ("（010）1234 5678", ["01012345678"]),
        ("13800006214 13900006214", ["13800006214", "13900006214"]),
        ("13800006214/139 0000 6214、010-12345678", ["13800006214", "13900006214", "01012345678"]),
        ("13800006214（妻）", ["13800006214"]),
        ("13800006214 妻", ["13800006214"]),
        ("13800006214.0", ["13800006214"]),
        ("010-12345678转8001", ["01012345678转8001"]),
        ("无", []),
    ],
)
def test_the_phones_of_a_cell(cell, numbers):
    assert list(phones(cell)) == numbers


def test_a_phone_that_a_spreadsheet_has_cut_is_left_out_and_told():
    plan = plan_import(
        "姓名,银行,卡号,本金,手机\n张三,招商银行,1,5,1.38E+10\n".encode(), "a.csv", today=date(2026, 11, 30)
    )
    (new,) = plan.new_cases
    assert new.debtor.phones == ()
    assert [(one.code, one.figures["text"]) for one in plan.advice] == [("cell_left_out", "1.38E+10")]
