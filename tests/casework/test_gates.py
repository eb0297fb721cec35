"""Each gate opens for the whole case and names, at its place, every single thing that is taken away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import BANK, NOW, account, case_file, check_for, line_of, plan, terms, without_group
from workstation.casework.gates import final_packet_findings, missing, monthly_payment
from workstation.evidence.verification import Waiver
from workstation.money import Money
from workstation.plan.schedule.terms import Every
from workstation.plan.version import PlanChoice
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.case import Stage
from workstation.profile.debtor import Phone
from workstation.promise.authority import Approval

WHOLE = case_file()
DEBT = ("principal", "interest", "penalty", "fees")


def codes(findings):
    return [(finding.code, finding.subject) for finding in findings]


@pytest.mark.parametrize("stage", [Stage.UNDERSTAND, Stage.EVIDENCE, Stage.VERIFY, Stage.PLAN])
def test_a_whole_case_passes(stage):
    assert missing(WHOLE, stage) == ()


def test_a_whole_case_may_apply():
    assert final_packet_findings(WHOLE, BANK) == ()


@pytest.mark.parametrize(
    ("part", "changes", "place"),
    [
        ("debtor", {"name": " "}, "debtor.name"),
        ("debtor", {"resident_id": ""}, "debtor.resident_id"),
        ("debtor", {"phones": ()}, "debtor.phones"),
        ("debtor", {"phones": (Phone("138", valid=False),)}, "debtor.phones"),
        ("debtor", {"addresses": ()}, "debtor.addresses"),
        ("case", {"reason": ""}, "case.reason"),
        ("case", {"reason_from": None}, "case.reason_from"),
        ("case", {"requests": ()}, "case.requests"),
        ("budget", {"lines": ()}, "case.budget"),
    ],
)
def test_understanding_asks_for_each_field(part, changes, place):
    file = replace(WHOLE, **{part: replace(getattr(WHOLE, part), **changes)})
    assert ("required_field", place) in codes(missing(file, Stage.UNDERSTAND))
    assert ("required_field", place) in codes(final_packet_findings(file, BANK))


def test_understanding_asks_for_a_conversation_and_an_account():
    assert ("required_field", "case.contacts") in codes(missing(replace(WHOLE, contacts=()), Stage.UNDERSTAND))
    assert ("required_field", "case.accounts") in codes(missing(replace(WHOLE, accounts=()), Stage.UNDERSTAND))


def test_an_account_that_owes_nothing_is_named():
    none = Money(0)
    file = replace(WHOLE, accounts=(account(principal=none, interest=none, penalty=none, fees=none),))
    assert ("account_owes_nothing", "account.a1") in codes(missing(file, Stage.UNDERSTAND))


def test_every_requirement_closes_both_evidence_gates_when_its_proof_is_gone():
    for line in WHOLE.checklist:
        code = line.requirement.code
        file = without_group(WHOLE, code)
        places = [place for _, place in codes(missing(file, Stage.EVIDENCE))]
        assert len(places) == 1, code
        assert places == [place for _, place in codes(missing(file, Stage.VERIFY))]
        assert final_packet_findings(file, BANK), code


def test_received_is_not_verified():
    file = replace(WHOLE, verifications=tuple(one for one in WHOLE.verifications if one.id != "v-id_card"))
    assert missing(file, Stage.EVIDENCE) == ()
    assert codes(missing(file, Stage.VERIFY)) == [("evidence_not_verified", "evidence.id_card")]
    assert missing(file, Stage.VERIFY)[0].figures["item"] == line_of(file, "id_card").requirement.title["zh-Hans"]


def test_a_failed_check_closes_the_gate_whatever_was_checked_before():
    bad = check_for(line_of(WHOLE, "id_card"), id="v2", result="failed", note="照片不符", at=NOW.replace(hour=10))
    file = replace(WHOLE, verifications=(*WHOLE.verifications, bad))
    assert ("evidence_failed", "evidence.id_card") in codes(missing(file, Stage.VERIFY))


def test_a_supervisors_waiver_opens_it():
    file = replace(
        without_group(WHOLE, "id_card"), waivers=(Waiver("w", "c1", "id_card", "证件遗失补办中", "周主管", NOW),)
    )
    assert missing(file, Stage.VERIFY) == ()


def test_a_stale_proof_closes_the_gate():
    late = replace(WHOLE, today=date(2027, 3, 1))
    assert "evidence_stale" in [code for code, _ in codes(missing(late, Stage.VERIFY))]


def test_a_withdrawn_proof_does_not_count():
    items = tuple(replace(one, withdrawn=one.requirement == "id_card") for one in WHOLE.items)
    assert ("evidence_missing", "evidence.id_card") in codes(missing(replace(WHOLE, items=items), Stage.EVIDENCE))


def test_a_plan_must_be_chosen():
    assert codes(missing(replace(WHOLE, choices=()), Stage.PLAN)) == [("plan_not_chosen", "plan")]


@pytest.mark.parametrize("component", DEBT)
def test_a_plan_is_of_todays_balance_to_the_fen(component):
    grown = account(**{component: getattr(account(), component) + Money(1)})
    found = missing(replace(WHOLE, accounts=(grown,)), Stage.PLAN)
    assert codes(found) == [("plan_balance_changed", "plan.a1")]


def test_the_latest_choice_counts():
    second = plan(id="p2", version=2, terms=terms(instalments=36))
    again = PlanChoice("ch2", "c1", "a1", "p2", NOW, "林协商")
    file = replace(WHOLE, plans=(plan(), second), choices=(*WHOLE.choices, again))
    assert file.chosen("a1") == second


@pytest.mark.parametrize(
    ("decisions", "code"),
    [
        ((), "approval_missing"),
        (("requested",), "approval_requested"),
        (("granted", "refused"), "approval_refused"),
        (("refused", "granted"), None),
    ],
)
def test_a_concession_beyond_the_agent_needs_the_supervisor(decisions, code):
    approvals = tuple(
        Approval(f"ap{no}", "p1", "c1", "supervisor", decision, "周主管", NOW) for no, decision in enumerate(decisions)
    )
    found = codes(missing(replace(WHOLE, approvals=approvals), Stage.PLAN))
    assert found == ([(code, "plan.a1")] if code else [])


def test_the_payment_must_fit_the_surplus_to_the_fen():
    def short_of(minor):
        lines = (BudgetLine("income", "wage", Money(minor)),)
        return codes(missing(replace(WHOLE, budget=Budget("c1", lines)), Stage.PLAN))

    assert short_of(833_34) == []
    assert short_of(833_33) == [("plan_over_surplus", "plan")]


def test_fortnightly_payments_are_set_against_the_month():
    fortnightly = plan(terms=terms(every=Every(0, 14)))
    lines = (BudgetLine("income", "wage", Money(1_700_00)),)
    file = replace(WHOLE, plans=(fortnightly,), budget=Budget("c1", lines))
    finding = missing(file, Stage.PLAN)[-1]
    assert (finding.code, finding.figures["payment"]) == ("plan_over_surplus", "1,785.73")  # 833.34 x 30 / 14, up


@pytest.mark.parametrize(
    ("every", "monthly"),
    [
        (Every(1), 833_34),
        (Every(3), 277_78),
        (Every(9), 92_60),  # 92.5933…: never set against the surplus as less than it is
        (Every(0, 14), 1_785_73),
    ],
)
def test_a_payment_as_an_amount_a_month_is_rounded_up(every, monthly):
    assert monthly_payment(WHOLE, plan(id="trial", terms=terms(every=every))) == Money(monthly)


def test_a_plan_in_another_currency_is_not_added_to_those_of_the_household():
    dollars = account(id="a2", currency="USD", **{name: Money(100_00, "USD") for name in DEBT})
    file = replace(
        WHOLE,
        accounts=(account(), dollars),
        plans=(plan(), plan(id="p2", account_id="a2", terms=terms(dollars, instalments=1))),
        choices=(*WHOLE.choices, PlanChoice("ch2", "c1", "a2", "p2", NOW, "林协商")),
        budget=Budget("c1", (BudgetLine("income", "wage", Money(833_34)),)),
    )
    assert "plan_over_surplus" not in [code for code, _ in codes(missing(file, Stage.PLAN))]


def test_a_lump_sum_is_not_paid_from_the_surplus():
    file = replace(WHOLE, plans=(plan(terms=terms(method="lump_sum", instalments=1)),))
    assert "plan_over_surplus" not in [code for code, _ in codes(missing(file, Stage.PLAN))]


@pytest.mark.parametrize(
    ("changes", "months"),
    [
        ({"instalments": 60}, None),
        ({"instalments": 61}, "61"),
        ({"deferral_months": 1}, "61"),
        ({"instalments": 31, "every": Every(2)}, "61"),
        ({"skip_months": (2,)}, "66"),
        ({"first_due": date(2027, 5, 10)}, "65"),
    ],
)
def test_a_plan_with_its_deferral_stays_within_the_months_of_the_pack(changes, months):
    found = missing(replace(WHOLE, plans=(plan(terms=terms(**changes)),)), Stage.PLAN)
    caps = [finding for finding in found if finding.code == "cap_term"]
    assert [(cap.subject, cap.figures["months"]) for cap in caps] == ([("plan.a1", months)] if months else [])


def test_a_plan_of_an_older_balance_must_be_made_anew():
    file = replace(WHOLE, accounts=(account(interest=Money(8_200_00)),))
    assert ("plan_balance_changed", "plan.a1") in codes(missing(file, Stage.PLAN))


def test_every_account_of_the_bank_needs_its_plan():
    file = replace(WHOLE, accounts=(account(), account(id="a2", number="4000111122223333")))
    assert ("account_without_plan", "plan.a2") in codes(final_packet_findings(file, BANK))
    assert ("account_without_plan", "plan.a2") in codes(missing(file, Stage.PLAN))


def test_an_account_that_owes_nothing_needs_no_plan_and_brings_no_packet():
    paid_off = {name: Money(0) for name in DEBT}
    file = replace(
        WHOLE, accounts=(account(), account(id="a2", **paid_off), account(id="a3", bank="某银行", **paid_off))
    )
    assert ("account_without_plan", "plan.a2") not in codes(final_packet_findings(file, BANK))
    assert ("bank_has_no_account", "case.accounts") in codes(final_packet_findings(file, "某银行"))


def test_a_bank_without_account_gets_no_packet():
    assert ("bank_has_no_account", "case.accounts") in codes(final_packet_findings(WHOLE, "某银行"))


def test_keeping_begins_with_the_banks_approval():
    assert codes(missing(WHOLE, Stage.APPLY)) == [("bank_reply_missing", f"application.{BANK}")]
    reply = Approval("ap2", "p1", "c1", "bank", "granted", "银行函", NOW)
    assert missing(replace(WHOLE, approvals=(*WHOLE.approvals, reply)), Stage.APPLY) == ()
