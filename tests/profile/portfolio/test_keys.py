"""What makes two rows of a portfolio the same account, and the same person."""

from __future__ import annotations

import pytest

from workstation.profile.debtor import Debtor, Phone
from workstation.profile.portfolio.portfolio import account_key, person_key

PHONE = Phone("13800006214")


@pytest.mark.parametrize(
    "number", ["6225880000006214", "6225 8800 0000 6214", "6225-8800-0000-6214", "6225880000006214\t"]
)
def test_an_account_is_the_same_however_its_number_is_spaced(number):
    assert account_key(" 招商银行 ", number) == ("招商银行", "6225880000006214")


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
