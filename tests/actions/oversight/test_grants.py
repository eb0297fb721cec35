"""A supervisor's code grants one plan version, once, until a day; whatever else it is, it is refused and says why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as for_all
from hypothesis import strategies as st

from tests.actions.signed_in import become
from tests.actions.test_cases import add_account
from tests.builders import NOW, SETTINGS, terms
from tests.store.stored import CHEAP
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.oversight import grant_keys, grants
from workstation.actions.plans import versions
from workstation.dates import FixedClock
from workstation.errors import Refused
from workstation.plan.version import PlanVersion
from workstation.policy.pack import packs
from workstation.promise.authority import Approval
from workstation.promise.grant import GrantRequest, answer_bytes, answered_of
from workstation.promise.grant_code import coded, decoded
from workstation.store.grants.signing import new_signing_key
from workstation.store.ledger.ledger import OLDER_ACCEPTED, RESTORED, SALVAGED, Act
from workstation.store.store import Store
from workstation.store.vault import Vault

PASSPHRASE = "the supervisor's own words"
KEY = new_signing_key("赵主管", PASSPHRASE, NOW, CHEAP)


def code_of(action, *args) -> str:
    with pytest.raises(Refused) as refused:
        action(*args)
    return refused.value.findings[0].code


@pytest.fixture
def plan(desk: Desk) -> PlanVersion:
    """A version that only a supervisor may grant, at the desk of an agent where the supervisor's key is registered."""
    case_id = desk.run(cases.new_case, "甲")
    account = add_account(desk, case_id)
    kept = desk.run(versions.keep_plan, case_id, account.id, terms(account, instalments=30), "")
    desk.run(versions.choose, kept.id)
    desk.run(grant_keys.register, KEY.name, KEY.public)
    become(desk, "agent")
    return kept


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Desk]:
    """The desk of the supervisor."""
    clock = FixedClock(NOW)
    store = Store.memory(clock)
    own = replace(SETTINGS, agent="赵主管", desk_name="总部")
    store.add(own)
    store.add(KEY)
    desk = Desk(tmp_path / "b", store, Vault(tmp_path / "b" / "vault", bytes(32)), packs(), clock, own)
    yield desk
    desk.close()


def asked(desk: Desk, plan: PlanVersion) -> str:
    return grants.request_code(desk.run(grants.request_grant, plan.id))


def answer(elsewhere: Desk, request: str, granted: bool = True, until: date | None = None) -> str:
    signed = grants.grant_writing(elsewhere, request, granted, until, PASSPHRASE)()
    return elsewhere.run(grants.keep_written, request, signed)


def decision(desk: Desk, plan: PlanVersion) -> str:
    found = cases.load_case(desk, plan.case_id).decision(plan.id, "supervisor")
    return found.decision if found else ""


@pytest.mark.parametrize(("granted", "says"), [(True, "granted"), (False, "refused")])
def test_a_code_decides_the_version_that_was_asked_about(desk, plan, elsewhere, granted, says) -> None:
    request = asked(desk, plan)
    assert decision(desk, plan) == "requested"
    approval = desk.run(grants.use_grant, answer(elsewhere, request, granted))
    assert (approval.plan_id, approval.authority, approval.decision, approval.by) == (
        plan.id,
        "supervisor",
        says,
        "赵主管",
    )
    assert decision(desk, plan) == says
    assert desk.store.get(GrantRequest, approval.note.split()[0].lower()).decision == says
    last = list(desk.store.ledger.entries())[-1]
    assert (last.action, last.by) == ("grants.use_grant", desk.agent)


def test_the_supervisor_sees_what_is_asked_and_no_name(desk, plan, elsewhere) -> None:
    shown = grants.read_request(elsewhere, asked(desk, plan))
    assert (shown.number, shown.plan) == ("", None)
    assert dict(shown.asked.sizes)["instalments"] == 30
    assert grants.read_request(desk, asked(desk, plan)).plan == plan


def test_asked_again_it_is_the_same_request_until_it_is_answered(desk, plan, elsewhere) -> None:
    request = asked(desk, plan)
    assert asked(desk, plan) == request
    assert len([one for one in desk.store.find(Approval) if one.decision == "requested"]) == 1
    desk.run(grants.use_grant, answer(elsewhere, request))
    assert asked(desk, plan) != request


def test_a_plan_within_the_agents_authority_needs_no_code(desk, plan) -> None:
    account = cases.load_case(desk, plan.case_id).accounts[0]
    modest = terms(account, instalments=12, treat_interest="in_plan", treat_penalty="in_plan", treat_fees="in_plan")
    within = desk.run(versions.keep_plan, plan.case_id, account.id, modest, "")
    assert code_of(desk.run, grants.request_grant, within.id) == "grant_not_needed"


def test_a_code_for_another_version_is_refused(desk, plan, elsewhere) -> None:
    code = answer(elsewhere, asked(desk, plan))
    other = desk.run(versions.keep_plan, plan.case_id, plan.account_id, replace(plan.terms, instalments=24), "")
    assert code_of(desk.run, grants.use_grant, code, other.id) == "grant_other_version"
    assert decision(desk, other) == ""


def test_a_code_counts_once(desk, plan, elsewhere) -> None:
    request = asked(desk, plan)
    code, second = answer(elsewhere, request), answer(elsewhere, request, granted=False)
    desk.run(grants.use_grant, code)
    assert code_of(desk.run, grants.use_grant, code) == "grant_used"
    assert code_of(desk.run, grants.use_grant, second) == "grant_used"
    assert decision(desk, plan) == "granted"


@pytest.mark.parametrize("deed", [RESTORED, OLDER_ACCEPTED, SALVAGED])
def test_what_was_asked_before_a_restore_is_asked_anew(desk, plan, elsewhere, deed) -> None:
    request = asked(desk, plan)
    code = answer(elsewhere, request)
    with desk.store.transaction():
        desk.store.ledger.note(Act("林协商", action=deed))
    assert code_of(desk.run, grants.use_grant, code) == "grant_restored"
    again = asked(desk, plan)
    assert again != request
    assert desk.run(grants.use_grant, answer(elsewhere, again)).decision == "granted"


def test_a_code_ends_on_its_day(desk, plan, elsewhere) -> None:
    today = elsewhere.clock.today()
    request = asked(desk, plan)
    code = answer(elsewhere, request, until=today)
    desk.clock = FixedClock(NOW + timedelta(days=1))
    assert code_of(desk.run, grants.use_grant, code) == "grant_expired"
    desk.clock = FixedClock(NOW)
    assert desk.run(grants.use_grant, code).decision == "granted"
    assert code_of(answer, elsewhere, request, True, today - timedelta(days=1)) == "grant_until_past"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@for_all(bit=st.integers(0, 75 * 8 - 1))
def test_a_code_with_one_bit_flipped_is_refused(desk, plan, elsewhere, bit) -> None:
    """Even where its check signs were made anew."""
    data = bytearray(decoded(answer(elsewhere, asked(desk, plan)), "G"))
    data[bit // 8] ^= 1 << bit % 8
    code = code_of(desk.run, grants.use_grant, coded(bytes(data), "G"))
    assert code in ("grant_signature", "grant_unasked", "grant_key_unknown", "grant_unreadable", "grant_expired")
    assert decision(desk, plan) == "requested"


def test_a_wrong_sign_names_its_group(desk, plan, elsewhere) -> None:
    groups = answer(elsewhere, asked(desk, plan)).split("-")
    groups[7] = ("0" if groups[7][0] != "0" else "1") + groups[7][1:]
    with pytest.raises(Refused) as refused:
        desk.run(grants.use_grant, "-".join(groups))
    assert [(one.code, one.figures["group"]) for one in refused.value.findings] == [("grant_group", "7")]


def test_a_key_that_is_not_registered_or_was_forgotten_counts_nothing(desk, plan, elsewhere) -> None:
    request = asked(desk, plan)
    stranger = new_signing_key("赵主管", PASSPHRASE, NOW, CHEAP)
    elsewhere.store.add(stranger)
    assert code_of(desk.run, grants.use_grant, answer(elsewhere, request)) == "grant_key_unknown"
    answered = answered_of(decoded(answer(elsewhere, request), "G"))
    posing = coded(answer_bytes(replace(answered, key=KEY.id)), "G")
    assert code_of(desk.run, grants.use_grant, posing) == "grant_signature"
    elsewhere.store.delete(type(stranger), stranger.id)
    code = answer(elsewhere, request)
    become(desk, "supervisor")
    desk.run(grant_keys.forget_key, KEY.id.upper())
    become(desk, "agent")
    assert code_of(desk.run, grants.use_grant, code) == "grant_key_unknown"


def test_a_code_of_another_desk_is_refused(desk, plan, elsewhere) -> None:
    code = answer(elsewhere, asked(desk, plan))
    desk.store.delete(GrantRequest, desk.store.find(GrantRequest)[0].id)
    assert code_of(desk.run, grants.use_grant, code) == "grant_unasked"


def test_an_agent_neither_registers_keys_nor_signs(desk, plan, elsewhere) -> None:
    request = asked(desk, plan)
    assert code_of(desk.run, grant_keys.register, "我", KEY.public) == "role_supervisor"
    become(elsewhere, "agent")
    assert code_of(answer, elsewhere, request) == "role_supervisor"
    assert code_of(grant_keys.key_making, elsewhere, PASSPHRASE) == "role_supervisor"


def test_a_wrong_passphrase_signs_nothing(desk, plan, elsewhere) -> None:
    request = asked(desk, plan)
    assert code_of(grants.grant_writing(elsewhere, request, True, None, "another")) == "passphrase_wrong"


def test_a_public_key_goes_by_file(tmp_path: Path) -> None:
    path = tmp_path / "zhao.key"
    path.write_bytes(grant_keys.public_file(KEY))
    assert grant_keys.read_public(path) == (KEY.name, KEY.public)
    for text in ("", "{}", "[]", '{"form": "concord-supervisor-1", "name": "x", "public": "zz"}', "\udcff"):
        path.write_bytes(text.encode(errors="surrogateescape"))
        assert code_of(grant_keys.read_public, path) == "grant_key_unreadable"
