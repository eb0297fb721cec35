"""How banks are reached is told once, and every case with an account there knows it."""

from __future__ import annotations

from tests.actions.test_cases import refused
from tests.actions.whole_case import BANK, whole_case
from workstation.actions import cases
from workstation.actions.banks import bank_contacts
from workstation.profile.bank import BankContact


def test_a_bank_is_told_once_and_known_by_its_cases(desk, tmp_path):
    case_id = whole_case(desk, tmp_path)
    assert cases.load_case(desk, case_id).bank_contact(BANK) == BankContact(BANK)
    told = BankContact(BANK, " 95555 ", "深圳市福田区深南大道 7088 号", "掌上生活 App", "卡内账户", "95555 转 0")
    desk.run(bank_contacts.save_bank_contact, BankContact("别的银行", "95588"))
    desk.run(bank_contacts.save_bank_contact, told)
    kept = BankContact(BANK, "95555", told.address, told.query, told.repay, told.object_to)
    assert cases.load_case(desk, case_id).bank_contact(BANK) == kept
    desk.run(bank_contacts.save_bank_contact, BankContact(BANK, "95555"))
    assert [one.phone for one in bank_contacts.bank_contacts(desk)] == ["95588", "95555"]


def test_every_bank_of_a_case_is_listed_known_or_not(desk, tmp_path):
    whole_case(desk, tmp_path)
    desk.run(bank_contacts.save_bank_contact, BankContact("甲银行", "95588"))
    assert bank_contacts.all_banks(desk) == tuple(
        sorted((BankContact(BANK), BankContact("甲银行", "95588")), key=lambda b: b.bank)
    )


def test_a_bank_without_a_name_is_refused(desk):
    assert refused(desk.run, bank_contacts.save_bank_contact, BankContact("  ")) == [("required_field", "bank.bank")]
