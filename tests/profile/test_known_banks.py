"""What is offered for the bank of an account, and what of a card number contradicts it."""

from __future__ import annotations

import pytest

from tests.profile.test_card_heads import number
from workstation.bank_names import legal_name
from workstation.profile.known_banks import bank_offer, head_findings

CMB, ICBC = number("622575", 16), number("622202", 19)
FULL = "股份有限公司"


@pytest.mark.parametrize(
    ("bank", "number", "used", "offered"),
    [
        ("", ICBC, (), ("中国工商银行股份有限公司",)),
        ("", ICBC, ("工行", "中国工商银行"), ("中国工商银行",)),
        ("", ICBC, ("中国工商银行", "中国工商银行股份有限公司"), ("中国工商银行股份有限公司",)),
        ("招行", "", (), ("招商银行股份有限公司",)),
        ("招行", "", ("招商银行",), ("招商银行",)),
        ("建行", "", (), ("中国建设银行股份有限公司",)),
        ("农行", "", (), ("中国农业银行股份有限公司",)),
        ("交行", "", (), ("交通银行股份有限公司",)),
        ("浦发", "", (), ("上海浦东发展银行股份有限公司",)),
        ("工商银行", "", (), ("中国工商银行股份有限公司",)),
        ("ICBC", "", (), ("中国工商银行股份有限公司",)),
        ("蘇商", "", (), ("江苏苏商银行股份有限公司",)),
        ("温州", "", ("温州银行股份有限公司", "招商银行"), ("温州银行股份有限公司",)),
        ("招", CMB, (), ("招商银行股份有限公司",)),
        # what is a name in full says all there is, and what is not known nothing
        ("招商银行", "", (), None),
        ("招商银行股份有限公司信用卡中心", CMB, ("招商银行",), None),
        ("中国银行", "", (), None),
        ("某某村镇银行", "", ("招商银行",), None),
        ("", CMB[:-1], (), None),
        ("", "", ("招商银行",), None),
        # a bank that was typed is never offered to be another
        ("招商银行", ICBC, (), None),
    ],
)
def test_what_is_known_is_offered(bank, number, used, offered):
    found = bank_offer(bank, number, used)
    assert (found.names if found else None) == offered


def test_banks_of_the_desk_come_before_others():
    found = bank_offer("商", "", ("温州商业银行", "招商银行"))
    assert found is not None and found.names[:2] == ("招商银行", "温州商业银行")
    assert legal_name("中国工商银行") in found.names and f"招商银行{FULL}" not in found.names


@pytest.mark.parametrize(
    ("bank", "number", "product", "codes"),
    [
        ("招商银行", CMB, "credit_card", []),
        ("招行", CMB, "credit_card", []),
        ("招商银行信用卡中心", CMB, "credit_card", []),
        ("招商银行", ICBC, "credit_card", ["card_head_bank"]),
        ("某某村镇银行", ICBC, "other", ["card_head_bank"]),
        ("工商银行", ICBC, "credit_card", ["card_head_debit"]),
        ("", ICBC, "credit_card", ["card_head_debit"]),
        ("工商银行", ICBC, "consumer_loan", []),
        ("招商银行", CMB, "consumer_loan", ["card_head_credit"]),
        ("招商银行", CMB[:-1], "consumer_loan", []),
        ("招", ICBC, "consumer_loan", []),  # not typed to the end yet
        ("温", ICBC, "consumer_loan", []),
        ("温州银行", ICBC, "consumer_loan", ["card_head_bank"]),
        ("工商银行", number("622210", 16), "consumer_loan", []),
    ],
)
def test_what_contradicts_a_card_number_is_advice(bank, number, product, codes):
    assert [one.code for one in head_findings(bank, number, product, ("温州银行",))] == codes


@pytest.mark.parametrize(
    ("bank", "used", "called"),
    [
        ("招商银行", (), "中国工商银行股份有限公司"),
        ("招商银行", ("中国工商银行",), "中国工商银行"),
        ("工商银行", (), "工商银行"),
    ],
)
def test_advice_calls_a_bank_as_the_form_or_the_desk_does(bank, used, called):
    (found,) = head_findings(bank, ICBC, "credit_card", used)
    assert found.figures["bank"] == called
