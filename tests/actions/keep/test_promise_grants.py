"""A promise that waits longer than an agent may allow is taken once its authority has granted just this promise."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.actions.keep.three_banks import three_banks
from tests.actions.oversight.test_grants import KEY as SUPERVISOR
from tests.actions.oversight.test_grants import answer, code_of, elsewhere  # noqa: F401 - a fixture
from tests.actions.signed_in import become
from tests.builders import TODAY
from workstation.actions.keep import promise_grants, promises
from workstation.actions.oversight import grant_keys, grants
from workstation.money import Money
from workstation.policy.pack import packs
from workstation.promise.wait_grant import tier_of_wait

AMOUNT = Money(100_00)
ACCEPTED = ("promise_budget_unknown", "promise_over_budget", "promise_before_pay_day", "promise_over_owed")
IN = {days: TODAY + timedelta(days=days) for days in (31, 32, 92, 93)}


@pytest.fixture
def account(desk):
    first = three_banks(desk)[1][0]
    desk.run(grant_keys.register, SUPERVISOR.name, SUPERVISOR.public)
    become(desk, "agent")
    return first


def take(desk, account, on, amount=AMOUNT):
    return desk.run(promises.take_promise, account.id, on, amount, source="工资", accepted=ACCEPTED)


def decide(desk, account, on, authority, decision="granted", by="", note="年终奖到账日"):
    return desk.run(promise_grants.record_promise_approval, account.id, on, AMOUNT, authority, decision, by, note)


@pytest.mark.parametrize(
    ("pack", "days", "tier"),
    [
        ("cn-card", 0, "agent"), ("cn-card", 31, "agent"), ("cn-card", 32, "supervisor"), ("cn-card", 92, "supervisor"),
        ("cn-card", 93, "bank"), ("cn-consumer-loan", 32, "supervisor"), ("tw-prenegotiation", 31, "agent"),
        ("tw-prenegotiation", 32, "bank"),
    ],
)  # fmt: skip
def test_who_may_allow_the_wait_is_the_packs_word(pack, days, tier):
    assert tier_of_wait(packs()[pack], TODAY, TODAY + timedelta(days=days)) == tier


def test_only_the_promise_that_was_granted_is_taken(desk, account):
    assert take(desk, account, IN[31]).on == IN[31]
    assert code_of(take, desk, account, IN[32]) == "promise_beyond_agent"
    assert code_of(decide, desk, account, IN[32], "supervisor") == "role_supervisor"
    decide(desk, account, IN[32], "supervisor", "requested")
    assert code_of(take, desk, account, IN[32]) == "promise_beyond_agent"
    become(desk, "supervisor", "agent")
    decide(desk, account, IN[32], "supervisor")
    become(desk, "agent")
    assert code_of(take, desk, account, IN[32], Money(101_00)) == "promise_beyond_agent"
    entry = take(desk, account, IN[32])
    assert code_of(desk.run, promises.move_promise, entry.id, IN[92], "x") == "promise_beyond_agent"


def test_what_is_the_banks_no_supervisor_grants(desk, account):
    become(desk, "supervisor", "agent")
    decide(desk, account, IN[93], "supervisor")
    assert code_of(take, desk, account, IN[93]) == "promise_beyond_agent"
    assert code_of(decide, desk, account, IN[93], "bank") == "required_field"
    assert code_of(decide, desk, account, IN[93], "bank", "granted", desk.agent) == "approval_by_agent"
    decide(desk, account, IN[93], "bank", by="李经理")
    assert take(desk, account, IN[93]).on == IN[93]


def test_a_refusal_says_why_and_takes_the_grant_back(desk, account):
    become(desk, "supervisor", "agent")
    decide(desk, account, IN[32], "supervisor")
    assert code_of(decide, desk, account, IN[32], "supervisor", "refused", "", "") == "required_field"
    decide(desk, account, IN[32], "supervisor", "refused")
    assert code_of(take, desk, account, IN[32]) == "promise_beyond_agent"
    assert code_of(decide, desk, account, IN[31], "supervisor") == "promise_grant_not_needed"


def test_a_supervisor_elsewhere_answers_by_a_code(desk, account, elsewhere):  # noqa: F811
    asked = desk.run(promise_grants.request_promise, account.id, IN[32], AMOUNT)
    assert desk.run(promise_grants.request_promise, account.id, IN[32], AMOUNT).id == asked.id
    shown = grants.read_request(elsewhere, grants.request_code(asked)).asked
    assert dict(shown.sizes) == {"promise_wait": 32}
    assert account.id not in asked.content
    code = answer(elsewhere, grants.request_code(asked))
    approval = desk.run(grants.use_grant, code)
    assert (approval.decision, approval.by) == ("granted", SUPERVISOR.name)
    assert take(desk, account, IN[32]).on == IN[32]
    assert code_of(desk.run, grants.use_grant, code) == "grant_used"
    assert code_of(desk.run, promise_grants.request_promise, account.id, IN[93], AMOUNT) == "promise_of_bank"
