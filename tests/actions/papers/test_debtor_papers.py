"""The debtor's papers pass no gate and are not recorded; plans of another balance are not compared."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.actions.test_cases import refused
from tests.actions.whole_case import BANK, whole_case
from tests.builders import terms
from workstation.actions import cases
from workstation.actions.papers.packet import packets
from workstation.actions.plans import versions
from workstation.casework.paper_needs import compared_versions
from workstation.dates import add_days
from workstation.money import Money


@pytest.fixture
def case_id(desk, tmp_path):
    return whole_case(desk, tmp_path)


def test_they_leave_while_gates_are_closed(desk):
    case_id = desk.run(cases.new_case, "买买提·吐尔逊")
    made = packets.paper(desk, case_id, "", "evidence-request")
    assert made.pdf.startswith(b"%PDF-") and made.pages >= 1
    assert packets.printed_packets(desk, case_id) == ()


def test_a_day_before_today_is_refused(desk):
    case_id = desk.run(cases.new_case, "买买提·吐尔逊")
    late = add_days(desk.clock.today(), -1)
    assert refused(packets.paper, desk, case_id, "", "evidence-request", late) == [("request_day_past", "until")]
    first, second = (
        packets.paper(desk, case_id, "", "evidence-request", add_days(desk.clock.today(), days)).pdf for days in (7, 8)
    )
    assert first == packets.paper(desk, case_id, "", "evidence-request").pdf != second


def test_the_chosen_plan_comes_first_then_the_newest(desk, case_id):
    file = cases.load_case(desk, case_id)
    (account,) = file.accounts_at(BANK)
    for instalments in (12, 24, 24, 36, 48):
        desk.run(versions.keep_plan, case_id, account.id, replace(terms(account), instalments=instalments), "")
    file = cases.load_case(desk, case_id)
    assert [plan.version for plan in compared_versions(file, account)] == [1, 6, 5, 4]
    assert packets.paper(desk, case_id, BANK, "comparison").pages == 1


def test_a_plan_of_another_balance_is_not_compared(desk, case_id):
    (account,) = cases.load_case(desk, case_id).accounts_at(BANK)
    desk.run(cases.save_account, replace(account, principal=account.principal + Money(1)))
    assert refused(packets.paper, desk, case_id, BANK, "comparison") == [("comparison_empty", "plan")]


def test_a_strange_bank_or_paper_is_refused(desk, case_id):
    assert refused(packets.paper, desk, case_id, "无此银行", "comparison") == [("bank_has_no_account", "case.accounts")]
    assert refused(packets.paper, desk, case_id, BANK, "poem") == [("paper_unknown", "poem")]
