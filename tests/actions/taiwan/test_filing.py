"""One application speaks for every account: whom it is made to, what it serves, and the days that run from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from workstation.actions.keep.schedules import treatment_findings
from workstation.casework import gates
from workstation.casework.keeping.clocks import running_clocks, too_early
from workstation.casework.keeping.coming import coming_days
from workstation.casework.keeping.progress import progress
from workstation.casework.paper_kinds import KINDS, kinds_for, paper_state
from workstation.casework.paper_needs import PaperRequest
from workstation.casework.printed import PrintedPacket
from workstation.money import Money
from workstation.policy.keeping_rules import keeping_calendar
from workstation.promise.adoption import MissedTreatment
from workstation.promise.authority import Approval
from workstation.promise.bank_reply import BankReply

LARGEST, OTHER = "台新國際商業銀行", "玉山商業銀行"
FILED = datetime(2026, 11, 29, 6, 0, tzinfo=UTC)


def filed(file, at=FILED, draft=False):
    """The case after its packet left."""
    packet = PrintedPacket("q1", file.case.id, LARGEST, 1, "ab" * 32, 26, at, "林專員", draft)
    return replace(file, packets=(*file.packets, packet))


def answered(file, decision, at, refusal=""):
    """The case after the largest creditor answered for all."""
    plans = file.chosen_plans
    approvals = [
        Approval(f"r{no}", plan.id, file.case.id, "bank", decision, "王襄理", at) for no, plan in enumerate(plans)
    ]
    replies = [BankReply(f"r{no}", file.case.id, plan.account_id, at, refusal=refusal) for no, plan in enumerate(plans)]
    return replace(file, approvals=(*file.approvals, *approvals), replies=(*file.replies, *replies))


def test_the_case_is_ready_for_the_largest_creditor_alone(file):
    assert file.banks == (LARGEST, OTHER, "國泰世華商業銀行")
    assert file.addressees == (LARGEST,)
    assert file.filed_with(LARGEST) == file.accounts
    assert file.filed_with(OTHER) == ()
    assert gates.final_packet_findings(file, LARGEST) == ()
    found = gates.final_packet_findings(file, OTHER)
    assert [(one.code, one.figures) for one in found if one.code == "filing_elsewhere"] == [
        ("filing_elsewhere", {"bank": OTHER, "largest": LARGEST})
    ]


@pytest.mark.parametrize(("more", "largest"), [("0", LARGEST), ("442619.99", LARGEST), ("442620.01", OTHER)])
def test_the_largest_creditor_is_told_by_what_is_owed_to_it_in_all(file, more, largest):
    """Two accounts of one bank count together: 539,400.00 against 96,780.00."""
    accounts = tuple(
        replace(one, principal=one.principal + Money.parse(more, "TWD")) if one.bank == OTHER else one
        for one in file.accounts
    )
    assert replace(file, accounts=accounts).addressees == (largest,)


def test_every_account_needs_its_plan_before_the_application(file):
    lacking = replace(file, choices=file.choices[:-1])
    assert [one.code for one in gates.final_packet_findings(lacking, LARGEST)].count("account_without_plan") == 1


def test_the_papers_are_those_of_the_pack(file):
    names = [kind.name for kind in kinds_for(file) if kind.bound]
    assert names == ["application", "statement", "creditors", "schedule", "evidence", "provenance"]
    (hardship,) = (kind for kind in KINDS if kind.name == "hardship")
    assert [one.code for one in paper_state(file, hardship, PaperRequest(LARGEST)).findings] == ["paper_not_in_pack"]


def test_one_packet_and_one_answer_serve_every_account(file):
    assert {one.state("packet") for one in progress(file)} == {"next"}
    assert {one.state("packet") for one in progress(filed(file, draft=True))} == {"next"}
    sent = filed(file, FILED + timedelta(days=1))
    assert [(one.state("packet"), one.state("reply")) for one in progress(sent)] == [("done", "waiting")] * 4
    granted = answered(sent, "granted", FILED + timedelta(days=2))
    assert {one.state("reply") for one in progress(granted)} == {"done"}


def ends(file):
    return {one.clock.code: one.on for one in running_clocks(file)}


def test_before_the_application_the_list_of_creditors_runs(file):
    """Issued on 2026-11-16: the 45th day is 2026-12-31."""
    assert ends(file) == {"list": date(2026, 12, 31)}


def test_from_the_application_three_clocks_run(file):
    """Filed on 2026-11-29 in the time of Taiwan: days 22, 25 and 30 after it."""
    assert ends(filed(file)) == {
        "claims": date(2026, 12, 21), "interest": date(2026, 12, 24), "talks": date(2026, 12, 29),
    }  # fmt: skip
    late = datetime(2026, 11, 29, 16, 30, tzinfo=UTC)  # already the 30th there
    assert ends(filed(file, late))["interest"] == date(2026, 12, 25)


def test_from_the_agreement_ten_days_to_sign(file):
    granted = answered(filed(file), "granted", datetime(2026, 12, 20, 3, 0, tzinfo=UTC))
    assert ends(granted) == {"signing": date(2026, 12, 30)}


@pytest.mark.parametrize(
    ("today", "held"), [(date(2027, 6, 17), True), (date(2027, 6, 18), False), (date(2027, 6, 19), False)]
)
def test_what_was_sent_back_waits_180_days(file, today, held):
    """Sent back on 2026-12-20: it may be made again from 2027-06-18."""
    back = replace(
        answered(filed(file), "refused", datetime(2026, 12, 20, 3, 0, tzinfo=UTC), "not_requested"), today=today
    )
    assert ends(back)["again"] == date(2027, 6, 18)
    assert (too_early(back) is not None) == held
    assert ("filing_too_early" in {one.code for one in gates.final_packet_findings(back, LARGEST)}) == held


def test_coming_days_tell_the_clocks(file):
    rules = keeping_calendar()
    sent = filed(file)
    assert [one.on for one in coming_days(sent, rules, 22) if one.kind == "clock"] == [date(2026, 12, 21)]
    assert [one.on for one in coming_days(sent, rules, 21) if one.kind == "clock"] == []
    assert len([one for one in coming_days(sent, rules, 60) if one.kind == "clock"]) == 3


@pytest.mark.parametrize(
    ("done", "kind", "held"), [(5, "skip", False), (6, "skip", True), (6, "append", True), (6, "move", False)]
)
def test_six_payments_may_be_put_off_in_all(file, done, kind, held):
    """However long ago they were: the limit is no yearly one."""
    account, long_ago = file.accounts[0], FILED - timedelta(days=900)
    treatments = tuple(
        MissedTreatment(
            f"x{no}", file.case.id, account.id, "o1", no, ("skip", "append")[no % 2], "減班", long_ago, "林專員"
        )
        for no in range(1, done + 1)
    )
    found = treatment_findings(replace(file, treatments=treatments), account, kind, "核准函")
    assert [one.code for one in found] == (["pause_limit"] if held else [])
