"""What another case shares with what is being typed is told, in whatever writing it stands there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import account
from workstation.actions import cases, duplicates
from workstation.identity import new_id
from workstation.profile.debtor import Phone


@pytest.fixture
def known(desk):
    case_id = desk.run(cases.new_case, "張偉")
    before = cases.load_case(desk, case_id).debtor
    person = replace(before, resident_id="11010519491231002x", phones=(Phone("138 0000 6214"),))
    desk.run(cases.save_debtor, case_id, person, before)
    kept = account(id=new_id(), case_id=case_id)
    desk.run(cases.save_account, replace(kept, bank="深圳前海微众银行股份有限公司", number="6225 8800 0000-6214"))
    return case_id


@pytest.mark.parametrize(
    ("resident_id", "phones", "shared"),
    [
        ("11010519491231002X", (), ["resident_id"]),
        ("１１０１０５19491231002x", ("13800006214",), ["resident_id"]),  # each case once
        ("", ("+86 13800006214",), ["phone"]),
        ("110105194912310029", ("13800006215",), []),
        ("1101", ("138",), []),  # too little yet
        ("", (), []),
    ],
)
def test_a_person_is_found_by_id_and_phone(desk, known, resident_id, phones, shared):
    found = duplicates.person_elsewhere(desk, "another", resident_id, phones)
    assert [(one.shared, one.case_id, one.name) for one in found] == [(one, known, "張偉") for one in shared]
    assert duplicates.person_elsewhere(desk, known, resident_id, phones) == ()


@pytest.mark.parametrize(
    ("bank", "number", "is_found"),
    [
        ("微众银行", "6225880000006214", True),
        ("微眾銀行", "6225-8800-0000-6214", True),
        ("招商银行", "6225880000006214", False),
        ("微众银行", "6225880000006215", False),
        ("", "6225880000006214", False),
        ("微众银行", "6225", False),
    ],
)
def test_an_account_is_found_under_each_name_of_its_bank(desk, known, bank, number, is_found):
    found = duplicates.account_elsewhere(desk, "another", bank, number)
    assert [(one.shared, one.case_id) for one in found] == ([("account", known)] if is_found else [])
    assert [one.finding.code for one in found] == (["same_account"] if is_found else [])


def test_other_cases_of_a_person_are_found_in_any_writing_of_the_id(desk, known):
    other = desk.run(cases.new_case, "张伟")
    before = cases.load_case(desk, other).debtor
    desk.store.save(replace(before, resident_id="11010519491231002x"), before)  # as an older desk kept it
    assert len(cases.load_case(desk, known).declarations) == 1
