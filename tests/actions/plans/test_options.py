"""Options are weighed without a trace; one is kept with its reason, and the bank's answer stands beside ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.actions.test_cases import add_account, refused
from tests.builders import account, case_file, terms
from workstation.actions import cases
from workstation.actions.plans import options, versions
from workstation.casework import gates
from workstation.money import HALF_UP, Money
from workstation.plan.version import PlanVersion
from workstation.policy.pack import packs
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.case import Stage
from workstation.rates import Rate

WAGES = (BudgetLine("income", "wage", Money(4_600_00)), BudgetLine("expense", "food", Money(3_396_00)))


@pytest.fixture
def owed(desk):
    """An account of a case with a surplus of 1,204.00 a month and the request for instalments."""
    case_id = desk.run(cases.new_case, "甲")
    desk.run(cases.save_budget, Budget(case_id, WAGES))
    case = cases.load_case(desk, case_id).case
    desk.run(cases.save_conversation, replace(case, requests=("instalment_plan", "reduction")))
    return add_account(desk, case_id)


def test_weighing_keeps_nothing(desk, owed):
    before = cases.load_case(desk, owed.case_id)
    (found,) = options.options_of(before)
    assert found.offered[0].option.id == "6214:interest_free-60"
    assert cases.load_case(desk, owed.case_id) == before


def test_what_is_offered_passes_the_gate(desk, owed):
    for one in options.options_of(cases.load_case(desk, owed.case_id))[0].offered:
        options.choose_option(desk, owed.case_id, one.option.id)
        found = {finding.code for finding in gates.missing(cases.load_case(desk, owed.case_id), Stage.PLAN)}
        assert found <= {"approval_missing", "plan_beyond_requests"}  # what is given unasked is asked about


def test_an_option_becomes_a_version_that_says_who_when_and_why(desk, owed):
    kept = options.keep_option(desk, owed.case_id, "6214:interest_free-60")
    assert (kept.version, kept.by, kept.at) == (1, desk.agent, desk.clock.now())
    assert kept.why.startswith("6214:interest_free-60 排在首位")
    assert cases.load_case(desk, owed.case_id).chosen(owed.id) is None
    choice = options.choose_option(desk, owed.case_id, "6214:interest_free-60")
    assert cases.load_case(desk, owed.case_id).chosen(owed.id).id == choice.plan_id != kept.id
    assert cases.load_case(desk, owed.case_id).plan(choice.plan_id).version == 2


def test_what_is_set_apart_is_refused_with_its_reason(desk, owed):
    found = refused(options.keep_option, desk, owed.case_id, "6214:interest_free-12")
    assert [code for code, _ in found] == ["option_outdated", "option_far_over_share"]
    assert refused(options.keep_option, desk, owed.case_id, "6214:nothing-1") == [
        ("option_unknown", "plan.6214:nothing-1")
    ]
    assert desk.store.find(PlanVersion) == ()


@pytest.mark.parametrize(
    ("pay_day", "due_day", "first_due"),
    [(10, 5, date(2026, 12, 10)), (None, 5, date(2026, 12, 5)), (None, None, date(2026, 12, 23)), (31, None, date(2026, 12, 31))],
)  # fmt: skip
def test_the_first_due_day_follows_the_pay_day(pay_day, due_day, first_due):
    file = case_file()
    file = replace(file, debtor=replace(file.debtor, pay_day=pay_day), accounts=(account(due_day=due_day),))
    assert options.usual_first_due(file) == first_due


def test_accounts_with_like_tails_are_told_apart():
    duplicates_elsewhere = (account(id="aaaa1111"), account(id="bbbb2222"), account(id="c", number="1234"))
    assert list(options.names(duplicates_elsewhere)) == ["6214.aa1111", "6214.bb2222", "1234"]


def test_plans_beside_waiting_with_tiers_and_caps():
    card = account(rate=Rate(Decimal("0.0005"), "daily"))
    found = options.compare_plans(case_file(accounts=(card,)), card, (terms(card), terms(card, instalments=72)))
    assert found.findings == ()
    assert found.comparison.waiting is not None
    assert found.tiers[0]["stop_interest"] == "bank"
    assert [[finding.code for finding in caps] for caps in found.caps] == [[], ["cap_term"]]


def test_a_debt_without_a_rate_says_that_waiting_is_not_known():
    found = options.compare_plans(case_file(), account(), (terms(),))
    assert found.comparison.waiting is None
    assert [finding.code for finding in found.findings] == ["waiting_rate_unknown"]


@pytest.mark.parametrize(
    ("pack", "changes", "daily", "compounding"),
    [
        ("cn-card", {"rate": Rate(Decimal("0.0005"), "daily")}, "0.0005", "monthly"),
        ("cn-card", {"rate": Rate(Decimal("0.1825"))}, "0.0005", "monthly"),
        ("cn-card", {"rate": Rate(Decimal("0.18")), "product": "consumer_loan"}, "0.0005", "none"),
        ("cn-card", {"rate": Rate(Decimal("0.015"), "monthly"), "product": "consumer_loan"}, "0.0005", "none"),
        ("cn-consumer-loan", {"rate": Rate(Decimal("0.18")), "product": "online_loan"}, "0.0005", "none"),
        ("tw-prenegotiation", {"rate": Rate(Decimal("0.146"))}, "0.0004", "none"),
    ],
)
def test_how_a_debt_grows(pack, changes, daily, compounding):
    growth = options.waiting_terms(account(**changes), packs()[pack])
    assert (growth.daily_rate, growth.compounding) == (Decimal(daily), compounding)


@pytest.mark.parametrize(
    ("bank", "minimum_due", "a_month"),
    [
        ("某某银行", "3000", "150.00"),  # five per cent
        ("某某银行", "400", "20.00"),  # nobody knows its least, so none is taken
        ("某某银行", "10", "0.50"),
        ("广发银行", "400", "30.00"),
        ("广发银行", "599.99", "36.00"),  # six per cent, since it is overdue for more than two months
        ("广发银行", "600.10", "36.01"),
        ("招行", "10", "10.00"),
    ],
)
def test_an_unpaid_minimum_adds_the_banks_own_penalty_to_waiting(bank, minimum_due, a_month):
    none = found_after_a_year(minimum_due=None, bank=bank)
    found = found_after_a_year(minimum_due=Money.parse(minimum_due), bank=bank)
    assert found - none == Money.parse(a_month).times(12, HALF_UP)


@pytest.mark.parametrize("minimum_due", [None, "10", "10000.10"])
def test_where_a_bank_asks_a_share_of_the_principal_no_month_costs_more_than_its_most(minimum_due):
    """It asks for a tenth, and for what was left unpaid on top, whether a minimum was stated or not."""
    stated = Money.parse(minimum_due) if minimum_due else None
    penalty = found_after_a_year(minimum_due=stated, bank="工行") - found_after_a_year(
        minimum_due=None, bank="某某银行"
    )
    assert Money.parse("500.00").times(10, HALF_UP) < penalty <= Money.parse("500.00").times(12, HALF_UP)


def test_three_lenders_of_one_person_are_held_to_three_caps():
    """A plan at 22 % a year is within the 24 % of banks, not within the 20 % of consumer finance."""
    dear = terms(method="equal_instalment", rate=Rate(Decimal("0.22")))
    found = {}
    for bank in ("招商银行", "马上消费金融", "某某小额贷款"):
        (caps,) = options.compare_plans(case_file(), account(bank=bank), (dear,)).caps
        found[bank] = [(one.code, one.figures["limit"]) for one in caps]
    assert found == {"招商银行": [], "马上消费金融": [("cap_annual_cost", "20.00%")], "某某小额贷款": []}


def found_after_a_year(**changes):
    owed = account(rate=Rate(Decimal("0.18")), **changes)
    found = options.compare_plans(case_file(), owed, (terms(),))
    return found.comparison.waiting.points[-1].owed.total


def test_the_least_penalty_is_of_the_packs_currency_only():
    growth = options.waiting_terms(account(rate=Rate(Decimal("0.18")), currency="USD"), packs()["cn-card"])
    assert growth.penalty.minimum == Money(0, "USD")


def test_months_run_from_statement_day_to_statement_day_where_the_pack_says_so():
    pack = packs()["cn-card"]
    actual = replace(pack, growths={"other": replace(pack.growth_of("credit_card"), month="actual")})
    growth = options.waiting_terms(account(rate=Rate(Decimal("0.18")), statement_day=5), actual)
    assert (growth.month, growth.statement_day) == ("actual", 5)


def test_the_banks_terms_are_kept_as_a_version_and_its_answer_on_ours(desk, owed):
    ours = desk.run(versions.keep_plan, owed.case_id, owed.id, terms(owed), "首次商谈")
    desk.run(versions.choose, ours.id)
    shorter = replace(ours.terms, instalments=36)
    theirs = desk.run(options.record_counter, ours.id, shorter, "王经理", "最长三十六期")
    file = cases.load_case(desk, owed.case_id)
    assert file.plans == (ours, theirs)
    assert (theirs.version, theirs.terms, theirs.why) == (2, shorter, "最长三十六期")
    reply = file.decision(ours.id, "bank")
    assert (reply.decision, reply.by, reply.note) == ("countered", "王经理", "最长三十六期")
    assert file.plan(reply.offer) == theirs
    assert file.chosen(owed.id) == ours
    assert "bank_reply_missing" in {finding.code for finding in gates.missing(file, Stage.APPLY)}


def test_a_counter_offer_needs_a_name_and_other_terms(desk, owed):
    ours = desk.run(versions.keep_plan, owed.case_id, owed.id, terms(owed), "")
    other = replace(ours.terms, instalments=36)
    assert refused(desk.run, options.record_counter, ours.id, other, " ") == [("required_field", "approval.by")]
    assert refused(desk.run, options.record_counter, ours.id, other, desk.agent) == [
        ("approval_by_agent", "approval.by")
    ]
    assert refused(desk.run, options.record_counter, ours.id, ours.terms, "王经理") == [
        ("counter_same", f"plan.{owed.id}")
    ]
    assert desk.store.find(PlanVersion) == (ours,)


def test_accepting_the_banks_terms_is_choosing_them_and_recording_its_approval(desk, owed):
    ours = desk.run(versions.keep_plan, owed.case_id, owed.id, terms(owed), "")
    theirs = desk.run(options.record_counter, ours.id, replace(ours.terms, instalments=48), "王经理")
    desk.run(versions.choose, theirs.id)
    desk.run(versions.record_approval, theirs.id, "bank", "granted", "王经理")
    assert gates.missing(cases.load_case(desk, owed.case_id), Stage.APPLY) == ()
