"""The life of accounts after the bank's answer: adopted, paid, missed, planned anew, settled; every refusal at its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from tests.actions.keep.three_banks import granted, three_banks
from tests.actions.test_cases import refused
from tests.builders import NOW, TODAY, terms
from workstation.actions import cases
from workstation.actions.keep import ends, payments, promises, registers, replies, schedules
from workstation.actions.keep.replies import ReplyDetails
from workstation.actions.plans import shares, versions
from workstation.casework import gates
from workstation.casework.keeping.accounts import kept_account
from workstation.casework.keeping.progress import progress
from workstation.dates import FixedClock
from workstation.money import Money
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.case import Stage
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseEntry

LATER = datetime(2027, 2, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def case(desk):
    return three_banks(desk)


def later(desk, at: datetime = LATER) -> None:
    desk.clock = desk.store._clock = FixedClock(at)


def kept(desk, account):
    file = cases.load_case(desk, account.case_id)
    return kept_account(file, file.account(account.id))


def test_only_what_the_bank_granted_is_adopted(desk, case):
    first = case[1][0]
    assert refused(desk.run, schedules.adopt, first.id) == [("plan_not_granted", f"plan.{first.id}")]
    plan = granted(desk, first)
    adoption = desk.run(schedules.adopt, first.id, document="回复函第3号")
    assert (adoption.plan_id, adoption.on) == (plan.id, TODAY)
    assert [one.no for one in kept(desk, first).keeping.instalments] == list(range(1, 13))


def test_a_grant_past_its_day_is_not_adopted(desk, case):
    granted(desk, case[1][0], valid_until=TODAY)
    later(desk)
    assert refused(desk.run, schedules.adopt, case[1][0].id) == [("bank_grant_expired", "keep.on")]
    assert desk.run(schedules.adopt, case[1][0].id, on=TODAY).on == TODAY


def test_the_banks_own_terms_are_adopted_where_it_countered(desk, case):
    account = case[1][1]
    granted(desk, account)
    theirs = desk.run(versions.keep_plan, account.case_id, account.id, terms(account, instalments=6))
    desk.run(replies.record_reply, theirs.id, "granted", "李经理", ReplyDetails())
    assert desk.run(schedules.adopt, account.id, theirs.id).plan_id == theirs.id
    assert cases.load_case(desk, account.case_id).chosen(account.id) == theirs


def test_a_payment_reversed_stays_and_settles_nothing(desk, case):
    account = case[1][1]
    paid = desk.run(payments.add_payment, account.id, date(2026, 11, 20), Money(500_00), reference="T1")
    assert kept(desk, account).keeping.ledger.owed == Money(5_500_00)
    assert refused(desk.run, payments.reverse_payment, paid.id) == [("required_field", "keep.reason")]
    back = desk.run(payments.reverse_payment, paid.id, None, "退票")
    assert kept(desk, account).keeping.ledger.owed == Money(6_000_00)
    assert desk.store.find(Payment, account_id=account.id) == (paid, back)
    assert refused(desk.run, payments.reverse_payment, paid.id, None, "x")[0][0] == "payment_reversed"
    assert refused(desk.run, payments.reverse_payment, back.id, None, "x")[0][0] == "payment_is_reversal"


@pytest.mark.parametrize(
    ("on", "minor", "changes", "expected"),
    [
        (date(2026, 11, 24), 1, {}, ("day_not_come", "keep.on")),
        (TODAY, 0, {}, ("amount_not_positive", "keep.amount")),
        (TODAY, 1, {"method": "barter"}, ("choice_unknown", "keep.kind")),
    ],
)
def test_what_is_no_payment_is_refused(desk, case, on, minor, changes, expected):
    account = case[1][1]
    assert refused(desk.run, payments.add_payment, account.id, on, Money(minor), **changes) == [expected]


def test_a_payment_that_the_balance_contains_is_kept_and_counts_no_second_time(desk, case):
    account = replace(case[1][1], as_of=date(2026, 11, 10))
    desk.run(cases.save_account, account, case[1][1])
    assert [one.code for one in payments.before_balance(account, date(2026, 11, 9))] == ["payment_before_balance"]
    assert payments.before_balance(account, date(2026, 11, 10)) == ()
    desk.run(payments.add_payment, account.id, date(2026, 11, 1), Money(100_00), in_balance=True)
    assert kept(desk, account).keeping.ledger.owed == Money(6_000_00)
    desk.run(payments.add_payment, account.id, date(2026, 11, 2), Money(100_00), in_balance=False)
    assert kept(desk, account).keeping.ledger.owed == Money(5_900_00)


def promise(desk, account, on=date(2026, 12, 1), minor=300_00, **changes):
    accepted = changes.pop("accepted", ("promise_budget_unknown", "promise_over_budget", "promises_broken_before"))
    return desk.run(promises.take_promise, account.id, on, Money(minor), source="工资", accepted=accepted, **changes)


def test_a_promise_is_taken_only_with_what_its_check_tells(desk, case):
    case_id, (account, *_) = case
    desk.run(cases.save_budget, Budget(case_id, (BudgetLine("income", "wage", Money(200_00)),)))
    taken = (account.id, date(2026, 12, 1), Money(300_00))
    assert refused(desk.run, promises.take_promise, *taken, source="工资") == [("promise_over_budget", "keep.amount")]
    assert promise(desk, account).accepted == ("promise_over_budget",)
    assert refused(desk.run, promises.take_promise, *taken)[0] == ("required_field", "keep.reason")
    past = (account.id, date(2026, 11, 22), Money(1))
    assert ("promise_day_past", "keep.on") in refused(
        desk.run, promises.take_promise, *past, source="x", accepted=("promise_day_past",)
    )


def test_a_promise_moves_and_ends_by_further_entries(desk, case):
    account = case[1][0]
    first, second = promise(desk, account), promise(desk, account, minor=400_00)
    desk.run(promises.move_promise, first.id, date(2026, 12, 9), "发薪推迟")
    desk.run(promises.cancel_promise, second.id, "并入方案")
    assert [state.state for _, state in kept(desk, account).promises] == ["moved", "cancelled"]
    assert refused(desk.run, promises.cancel_promise, second.id, "x") == [
        ("promise_not_waiting", f"promise.{second.id}")
    ]
    assert refused(desk.run, promises.move_promise, first.id, TODAY, " ") == [("required_field", "keep.reason")]
    assert desk.store.find(PromiseEntry) == (first, second)


def test_kept_rates_by_group(desk, case):
    _, (first, second, _) = case
    promise(desk, first, minor=100_00)
    promise(desk, second, minor=300_00, method="cash")
    later(desk)
    desk.run(payments.add_payment, first.id, date(2026, 12, 2), Money(100_00))
    banks = registers.rate_lines(desk, "bank")
    assert {one.group: (one.rate.kept, one.rate.due) for one in banks} == {first.bank: (1, 1), second.bank: (0, 1)}
    (everyone,) = registers.rate_lines(desk, "debtor")
    assert (everyone.rate.count, everyone.rate.amount) == (Fraction(1, 2), Fraction(1, 4))
    assert {(one.group, one.currency) for one in registers.rate_lines(desk, "method")} == {
        ("transfer", "CNY"),
        ("cash", "CNY"),
    }


def adopted(desk, account, **changes):
    granted(desk, account, **changes)
    return desk.run(schedules.adopt, account.id)


def test_a_missed_instalment_is_treated_with_reason_and_consent(desk, case):
    account = case[1][0]
    assert refused(desk.run, schedules.treat_instalment, account.id, 1, "skip", "住院")[0][0] == "schedule_not_adopted"
    adopted(desk, account)
    treat = (account.id, 1, "append", "住院")
    assert refused(desk.run, schedules.treat_instalment, *treat) == [("treatment_consent", "keep.consent")]
    assert refused(desk.run, schedules.treat_instalment, *treat[:3], "") == [("required_field", "keep.reason")]
    desk.run(schedules.treat_instalment, *treat, consent="录音 7")
    rows = kept(desk, account).keeping.instalments
    assert (rows[0].state, rows[-1].no, rows[-1].due_on) == ("moved", 1, date(2027, 12, 10))


def test_the_yearly_limit_of_the_pack_holds(desk, case):
    account = case[1][0]
    adopted(desk, account)
    pack = desk.packs["cn-card"]
    desk.packs = {**desk.packs, "cn-card": replace(pack, limits=replace(pack.limits, skip_most=1))}
    desk.run(schedules.treat_instalment, account.id, 1, "skip", "住院", consent="录音")
    again = (account.id, 2, "skip", "住院")
    assert refused(desk.run, schedules.treat_instalment, *again, consent="录音") == [("treatment_limit", "keep.kind")]
    later(desk, datetime(2027, 11, 25, tzinfo=UTC))
    desk.run(schedules.treat_instalment, *again, consent="录音")


def test_a_broken_schedule_is_planned_anew_in_one_step(desk, case):
    account = case[1][0]
    adopted(desk, account)
    desk.run(payments.add_payment, account.id, TODAY, Money(1_000_00))
    later(desk, datetime(2026, 12, 20, tzinfo=UTC))
    assert kept(desk, account).keeping.broken
    made = desk.run(schedules.replan, account.id, "减薪")
    file = cases.load_case(desk, account.case_id)
    assert file.chosen(account.id) == made.plan
    owed = kept(desk, account).keeping.ledger.balances
    assert made.plan.terms.components == (owed.principal, owed.interest, owed.penalty, owed.fees)
    assert (made.plan.version, made.plan.why) == (2, "减薪")
    assert [one.decision for one in made.carried] == ["granted"]  # fresh, and nothing more is asked for
    assert {name for name, _, _ in made.changes} >= {"owed", "first_due"}
    assert made.plan.terms.first_due == date(2027, 1, 10)
    assert file.adoption(account.id).plan_id != made.plan.id  # kept until the bank has answered


def test_an_approval_that_is_old_or_too_small_is_asked_for_anew(desk, case):
    account = case[1][0]
    adopted(desk, account)
    later(desk)
    made = desk.run(schedules.replan, account.id, "减薪")
    assert (made.carried, made.asked) == ((), ("supervisor",))
    file = cases.load_case(desk, account.case_id)
    assert file.decision(made.plan.id, "supervisor").decision == "requested"
    later(desk, NOW)
    second = case[1][1]
    adopted(desk, second)
    more = terms(second, instalments=24)
    assert desk.run(schedules.replan, second.id, "减薪", more).asked == ("supervisor",)


def test_after_a_payment_options_and_shares_plan_what_is_owed_today(desk, case):
    case_id, (_, account, _) = case
    desk.run(payments.add_payment, account.id, TODAY, Money(1_000_00))
    file = cases.load_case(desk, case_id)
    line = next(one for one in shares.shares_of(file).lines if one.share.account.id == account.id)
    assert line.share.account.owed == Money(5_000_00)
    made = desk.run(shares.plan_all, case_id, shares.shares_of(file).lines)
    assert {plan.account_id for plan in made} == {one.id for one in case[1]}
    after = cases.load_case(desk, case_id)
    assert after.chosen(account.id).terms.principal == Money(5_000_00)
    assert "plan_balance_changed" not in {one.code for one in gates.missing(after, Stage.PLAN)}
    assert desk.run(shares.plan_all, case_id, shares.shares_of(after).lines) == ()


def test_settled_closed_and_reopened(desk, case):
    case_id, (first, second, third) = case
    assert refused(desk.run, ends.settle, first.id)[0][0] == "account_still_owes"
    desk.run(ends.settle, first.id, None, "", TODAY, date(2026, 12, 23), True)
    assert refused(desk.run, ends.settle, first.id)[0][0] == "account_has_ended"
    desk.run(ends.close, second.id, "insolvency")
    assert refused(desk.run, ends.close, third.id, "other") == [("required_field", "keep.reason")]
    assert refused(desk.run, ends.close, third.id, "lost")[0] == ("choice_unknown", "keep.reason")
    file = cases.load_case(desk, case_id)
    assert file.open_accounts == (file.account(third.id),)
    assert refused(desk.run, ends.reopen_account, third.id, "x")[0][0] == "account_has_not_ended"
    desk.run(ends.reopen_account, second.id, "误结案")
    assert len(cases.load_case(desk, case_id).open_accounts) == 2
    desk.run(ends.close, second.id, "death")
    desk.run(ends.close, third.id, "refused_by_bank")
    assert gates.missing(cases.load_case(desk, case_id), Stage.KEEP) == ()


def test_a_schedule_paid_to_its_end_is_settled_without_a_question(desk, case):
    account = case[1][2]
    adopted(desk, account, instalments=3)
    later(desk, datetime(2027, 3, 1, tzinfo=UTC))
    desk.run(payments.add_payment, account.id, date(2027, 2, 1), Money(3_000_00))
    assert kept(desk, account).keeping.fulfilled
    desk.run(ends.settle, account.id)
    states = {one.account.id: one.states for one in progress(cases.load_case(desk, account.case_id))}
    assert set(states[account.id]) == {"done"}


def test_a_stated_balance_is_told_apart_and_overwrites_nothing(desk, case):
    account = case[1][1]
    assert refused(desk.run, ends.state_balance, account.id, TODAY, " ", Money(1))[0] == (
        "required_field",
        "keep.reason",
    )
    desk.run(ends.state_balance, account.id, TODAY, "名单.xlsx", Money(6_100_00), {"principal": Money(6_000_00)})
    found = kept(desk, account)
    assert [one.figures["difference"] for one in found.findings] == ["100.00"]
    assert found.keeping.ledger.owed == Money(6_000_00)


def test_a_reply_has_its_own_day_clerk_and_reason(desk, case):
    case_id, (account, *_) = case
    plan = desk.run(versions.keep_plan, case_id, account.id, terms(account))
    desk.run(versions.choose, plan.id)
    late = ReplyDetails(replied_at=datetime(2026, 11, 23, 9, 1, tzinfo=UTC))
    assert refused(desk.run, replies.record_reply, plan.id, "granted", "李", late) == [
        ("reply_day_future", "reply.replied_at")
    ]
    assert refused(desk.run, replies.record_reply, plan.id, "refused", "李", ReplyDetails()) == [
        ("required_field", "reply.refusal")
    ]
    day = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
    details = ReplyDetails(
        day, "95555-07", "材料不全", "电话", None, "papers_incomplete", "补收入证明", date(2026, 12, 1)
    )
    approval = desk.run(replies.record_reply, plan.id, "refused", "李经理", details)
    (reply,) = cases.load_case(desk, case_id).replies
    assert (reply.approval_id, reply.replied_at, reply.clerk, approval.at) == (approval.id, day, "李经理", NOW)
    assert progress(cases.load_case(desk, case_id))[0].state("reply") == "refused"


def test_the_register_of_oral_agreements_asks_for_the_recording(desk, case):
    account = case[1][0]
    told = (account.id, NOW, "每月一千元")
    assert refused(desk.run, replies.note_oral_agreement, *told, " ") == [("required_field", "keep.consent")]
    kept_ = desk.run(replies.note_oral_agreement, *told, "录音 7", "李经理")
    assert cases.load_case(desk, account.case_id).oral_agreements == (kept_,)
