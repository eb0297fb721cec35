"""What the desk holds already is found under other names of a bank and in other writings of a number."""

from __future__ import annotations

from tests.profile.portfolio.test_portfolio import LINE, planned
from workstation.profile.portfolio.portfolio import KnownRecords, account_key, phone_key


def test_the_same_account_goes_back_under_another_name_of_its_bank():
    held = KnownRecords(
        {account_key("深圳前海微众银行股份有限公司", "6225750123456788"): "c1"}, numbers={"c1": "CC-2026-00001"}
    )
    plan = planned(LINE.replace("招商银行", "微众银行"), known=held)
    ((found,),) = [one.findings for one in plan.rejected]
    assert found.code == "already_on_desk"
    assert (found.figures["bank"], found.figures["case"]) == ("微众银行", "CC-2026-00001")  # as the list writes it


def test_a_new_person_with_a_phone_of_the_desk_is_told():
    line = LINE.replace("13800000001", "+86 138-0000-0001")
    held = KnownRecords(phones={phone_key("13800000001"): "c1"}, numbers={"c1": "CC-2026-00001"})
    plan = planned(line, known=held)
    assert len(plan.new_cases) == 1
    assert [(one.code, one.figures["case_id"]) for one in plan.advice] == [("new_with_phone", "c1")]
