"""Each account has its own line of progress, and a stage waits for each; promises are checked on the spot."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.builders import BANK, NOW, TODAY, account, case_file, plan, terms
from workstation.casework.gates import final_packet_findings, missing
from workstation.casework.keeping.accounts import balances_on, kept_account
from workstation.casework.keeping.progress import progress
from workstation.casework.keeping.promise_check import check_promise, last_pay_day
from workstation.dates import add_months
from workstation.money import Money
from workstation.plan.version import PlanChoice
from workstation.profile.case import Stage
from workstation.promise.adoption import Adoption
from workstation.promise.authority import Approval
from workstation.promise.bank_reply import BankReply
from workstation.promise.ending import AccountEnd
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseChange, PromiseEntry

OTHERS = {"a2": "平安银行", "a3": "浦发银行"}
SMALL = {"principal": Money(5_000_00), "interest": Money(0), "penalty": Money(0), "fees": Money(0)}


def three_banks(**changes):
    """A case of three accounts; only the first has a plan."""
    accounts = (account(), *[account(id=name, bank=bank, number=name * 8, **SMALL) for name, bank in OTHERS.items()])
    return case_file(accounts=accounts, **changes)


def planned(file, *names):
    """The file with a chosen and approved plan of each account named."""
    for name in names:
        given = terms(file.account(name), instalments=60)
        version = plan(id=f"p-{name}", account_id=name, terms=given)
        file = replace(
            file,
            plans=(*file.plans, version),
            choices=(*file.choices, PlanChoice(f"ch-{name}", "c1", name, version.id, NOW, "林协商")),
            approvals=(
                *file.approvals,
                Approval(f"s-{name}", version.id, "c1", "supervisor", "granted", "周主管", NOW),
            ),
        )
    return file


def answered(file, *plans, decision="granted"):
    found = tuple(Approval(f"b-{one}", one, "c1", "bank", decision, "李经理", NOW) for one in plans)
    return replace(file, approvals=(*file.approvals, *found))


def adopted(file, *names):
    found = tuple(Adoption(f"d-{name}", "c1", name, file.chosen(name).id, TODAY, NOW, "林协商") for name in names)
    return replace(file, adoptions=(*file.adoptions, *found))


def places(file, stage):
    return {finding.subject for finding in missing(file, stage)}


def test_one_plan_of_three_opens_no_gate():
    file = three_banks()
    assert {"plan.a2", "plan.a3"} <= places(file, Stage.PLAN)
    assert {"plan.a2", "plan.a3"} <= places(file, Stage.APPLY)
    assert places(file, Stage.KEEP) == {"keep.a1", "keep.a2", "keep.a3"}


def test_each_account_is_waited_for_and_an_ended_one_is_not():
    file = planned(three_banks(), "a2", "a3")
    assert places(file, Stage.PLAN) <= {"plan"}  # affordability of all together may speak
    file = answered(file, "p1", "p-a2")
    assert places(file, Stage.APPLY) == {"application.浦发银行"}
    closed = replace(file, ends=(AccountEnd("e1", "c1", "a3", "refused_by_bank", TODAY, NOW, "林协商"),))
    assert places(closed, Stage.APPLY) == set()
    kept = adopted(closed, "a1", "a2")
    assert {one.code for one in missing(kept, Stage.KEEP)} == {"account_not_ended"}
    settled = tuple(AccountEnd(f"e-{name}", "c1", name, "settled", TODAY, NOW, "林协商") for name in ("a1", "a2"))
    assert missing(replace(kept, ends=(*kept.ends, *settled)), Stage.KEEP) == ()


def test_the_packet_of_one_bank_does_not_wait_for_another():
    file = three_banks()
    assert not [one for one in final_packet_findings(file, BANK) if one.subject.startswith("plan.")]
    assert "account_without_plan" in {one.code for one in final_packet_findings(file, "平安银行")}


def test_the_line_of_progress():
    file = answered(planned(three_banks(), "a2"), "p-a2", decision="refused")
    first, second, third = progress(file)
    assert first.states == ("done", "done", "next", "later", "later")
    assert (second.state("reply"), second.current) == ("refused", "reply")
    assert third.states == ("next", "later", "later", "later", "later")
    done = adopted(answered(file, "p1"), "a1")
    assert progress(done)[0].states == ("done", "done", "done", "done", "waiting")


def test_an_answer_past_its_day_is_told():
    file = answered(case_file(), "p1")
    held = BankReply("b-p1", "c1", "a1", NOW, valid_until=TODAY - timedelta(days=1))
    late = replace(file, replies=(held,))
    assert progress(late)[0].state("reply") == "expired"
    assert [one.code for one in missing(late, Stage.APPLY)] == ["offer_expired"]
    assert missing(replace(file, replies=(replace(held, valid_until=TODAY),)), Stage.APPLY) == ()
    assert missing(adopted(late, "a1"), Stage.APPLY) == ()


def paid(minor: int, on: date = TODAY, name: str = "m1", account: str = "a1", **changes) -> Payment:
    return Payment(name, "c1", account, on, Money(minor), NOW, "林协商", **changes)


def test_payments_change_what_a_new_plan_is_about_but_not_what_is_kept():
    file = case_file(payments=(paid(100_00),))
    assert [one.code for one in missing(file, Stage.PLAN)] == ["plan_balance_changed"]
    assert missing(adopted(answered(file, "p1"), "a1"), Stage.PLAN) == ()
    assert balances_on(file, file.accounts[0], TODAY).parts[0] == 50_000_00 - 100_00
    before = TODAY - timedelta(days=1)
    assert balances_on(file, file.accounts[0], before).parts[0] == 50_000_00


def test_what_is_kept_tells_over_double_and_missed():
    late = date(2027, 1, 20)
    file = adopted(answered(case_file(today=late), "p1"), "a1")
    first = kept_account(file, file.accounts[0])
    assert [one.code for one in first.findings] == ["instalment_missed", "instalment_missed"]
    twice = replace(file, payments=(paid(833_34), paid(833_34, name="m2")))
    assert [one.code for one in kept_account(twice, file.accounts[0]).findings] == ["payment_double"]
    much = replace(file, payments=(paid(90_000_00),))
    assert "payment_over" in [one.code for one in kept_account(much, file.accounts[0]).findings]


def promise(minor: int, on: date, name: str = "q1") -> PromiseEntry:
    return PromiseEntry(name, "c1", "a1", on, Money(minor), NOW, "林协商")


@pytest.mark.parametrize(
    ("pay_day", "on", "found"),
    [
        (None, date(2026, 12, 5), None),
        (10, date(2026, 12, 9), date(2026, 11, 10)),
        (10, date(2026, 12, 10), date(2026, 12, 10)),
        (31, date(2027, 3, 1), date(2027, 2, 28)),
    ],
)
def test_the_last_pay_day(pay_day, on, found):
    assert last_pay_day(pay_day, on) == found


def test_the_check_adds_up_what_else_is_due():
    base = case_file()
    file = adopted(answered(planned(three_banks(debtor=replace(base.debtor, pay_day=15)), "a2", "a3"), "p-a2"), "a2")
    file = replace(file, promises=(promise(200_00, date(2026, 12, 5), "q2"),))
    check = check_promise(file, file.accounts[0], Money(1_000_00), date(2026, 12, 12))
    assert check.surplus == Money(1_204_00)
    assert check.committed == Money(200_00 + 83_34)  # the promise, and the instalment of the other bank
    assert check.left == Money(1_204_00 - 283_34)
    assert check.pay_day == date(2026, 11, 15)
    assert {one.code for one in check.findings} == {"promise_over_budget", "promise_before_pay_day"}
    assert check.refusing == ()


@pytest.mark.parametrize(
    ("today", "came", "committed"),
    [
        (date(2027, 2, 20), 0, 3 * 83_34),  # two were missed, the third falls due in the month
        (date(2027, 2, 20), 100_00, 3 * 83_34 - 100_00),  # one came, of the next one some
        (date(2027, 2, 20), 3 * 83_34, 0),
        (date(2026, 12, 1), 0, 83_34),
    ],
)
def test_the_check_asks_for_what_another_account_missed(today, came, committed):
    """That money is asked for as well, and nobody promises it twice."""
    file = adopted(answered(planned(three_banks(today=today), "a2"), "p-a2"), "a2")
    file = replace(file, payments=(paid(came, account="a2"),) if came else ())
    on = add_months(today, 0, 28)
    assert check_promise(file, file.accounts[0], Money(1_00), on).committed == Money(committed)


def test_a_promise_on_another_account_stands_for_what_it_missed():
    file = adopted(answered(planned(three_banks(today=date(2027, 1, 20)), "a2"), "p-a2"), "a2")
    for minor, committed in ((100_00, 2 * 83_34), (200_00, 200_00)):
        asked = replace(file, promises=(replace(promise(minor, date(2027, 1, 25)), account_id="a2"),))
        assert check_promise(asked, file.accounts[0], Money(1_00), date(2027, 1, 28)).committed == Money(committed)


@pytest.mark.parametrize(("how", "asks"), [("settled", False), ("sold", False), ("reopened", True)])
def test_what_ended_asks_for_nothing_of_the_month(how, asks):
    file = adopted(answered(planned(three_banks(today=date(2027, 1, 20)), "a2"), "p-a2"), "a2")
    file = replace(file, promises=(replace(promise(200_00, date(2027, 1, 25)), account_id="a2"),))
    over = replace(file, ends=(AccountEnd("e1", "c1", "a2", how, date(2027, 1, 19), NOW, "林协商"),))
    committed = check_promise(over, file.accounts[0], Money(1_00), date(2027, 1, 28)).committed
    assert committed == Money(200_00 if asks else 0)


@pytest.mark.parametrize(
    ("minor", "on", "code"),
    [
        (0, TODAY, "amount_not_positive"),
        (1, TODAY - timedelta(days=1), "promise_day_past"),
        (1, TODAY + timedelta(days=31), "promise_too_far"),
        (1, TODAY, "promises_enough"),
    ],
)
def test_what_cannot_be_a_promise_is_refused(minor, on, code):
    limits = replace(case_file().pack.limits, promise_wait_days=30, promises_most=1)
    file = case_file(pack=replace(case_file().pack, limits=limits))
    if code == "promises_enough":
        file = replace(file, promises=(promise(1_00, TODAY),))
    check = check_promise(file, file.accounts[0], Money(minor), on)
    assert [one.code for one in check.refusing] == [code]


def test_earlier_broken_promises_are_counted():
    file = case_file(promises=(promise(100_00, TODAY - timedelta(days=9)), promise(1_00, TODAY, "q2")))
    cancelled = replace(file, promise_changes=(PromiseChange("x", "c1", "q1", "cancelled", "重复", NOW, "林协商"),))
    assert check_promise(file, file.accounts[0], Money(1), TODAY).broken == 1
    assert check_promise(cancelled, file.accounts[0], Money(1), TODAY).broken == 0


def test_what_was_worked_out_of_a_file_is_of_it_alone():
    file = adopted(planned(three_banks(), "a2"), "a2")
    mine = file.account("a2")
    kept = kept_account(file, mine)
    assert kept_account(file, mine) is kept
    later = TODAY + timedelta(days=400)
    assert kept_account(file, mine, later).keeping.unpaid and not kept.keeping.unpaid
    assert kept_account(replace(file, today=later), mine).keeping.unpaid
    paid = replace(file, payments=(Payment("y9", "c1", "a2", TODAY, Money(1_00), NOW, "林协商"),))
    assert kept_account(paid, mine).keeping.ledger.owed != kept.keeping.ledger.owed
    other = replace(mine, principal=Money(9_00))
    assert kept_account(file, other).keeping.ledger.owed.minor < kept.keeping.ledger.owed.minor
    assert kept_account(file, mine) is kept


@pytest.mark.parametrize(
    ("currency", "short", "state"),
    [
        ("CNY", 10_00, "kept"),
        ("CNY", 10_01, "partly_kept"),
        ("USD", 0, "kept"),
        ("USD", 1, "partly_kept"),
        ("JPY", 1000, "partly_kept"),
    ],
)
def test_the_tolerance_of_a_pack_in_yuan_says_nothing_of_another_currency(currency, short, state):
    none, owed = Money.zero(currency), Money(90_000_00, currency)
    mine = account(currency=currency, principal=owed, interest=none, penalty=none, fees=none)
    promised, day = Money(500_00, currency), TODAY - timedelta(days=10)
    given = datetime(2026, 11, 1, tzinfo=UTC)
    file = case_file(
        accounts=(mine,),
        plans=(),
        choices=(),
        approvals=(),
        promises=(PromiseEntry("q1", "c1", "a1", day, promised, given, "林协商", currency=currency),),
        payments=(Payment("m1", "c1", "a1", day, promised - Money(short, currency), NOW, "林协商", currency=currency),),
    )
    ((_, found),) = kept_account(file, mine).promises
    assert found.state == state
