"""What is beyond the agent is asked of a supervisor at another desk, who answers by a signed code; once, for one plan version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from hashlib import sha256
from secrets import token_hex
from typing import TypeVar

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.keep.promise_grants import record_promise_approval
from workstation.actions.oversight.grant_keys import own_key
from workstation.actions.plans.versions import record_approval, request_approval
from workstation.casework.user import Vouched
from workstation.documents.typesetting.qr import qr_squares as qr_squares
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.plan.schedule.calculate import schedule
from workstation.plan.version import PlanVersion
from workstation.profile.case import Case
from workstation.promise import grant_code
from workstation.promise.authority import Approval, concessions, tiers
from workstation.promise.grant import (
    DAYS,
    Answered,
    Asked,
    GrantRequest,
    GrantWritten,
    SupervisorKey,
    answered_of,
    asked_of,
    case_digest,
    plan_digest,
    request_bytes,
)
from workstation.promise.grant_code import CodeFault
from workstation.promise.wait_grant import PromiseApproval, PromiseDecision, PromiseRequest, promise_digest
from workstation.store.grants.signing import is_signed, signed
from workstation.store.ledger.ledger import BREAKS

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shown:
    """A request as the supervisor sees it. ``number``: of the case, where this desk has it too; ``plan``: likewise its version."""

    asked: Asked
    number: str = ""
    plan: PlanVersion | None = None


def request_grant(desk: Desk, plan_id: str) -> GrantRequest:
    """Ask a supervisor elsewhere for a plan version; asked again while nobody answered, it is the same request.

    Raises `Refused`: not_found, grant_not_needed (no part of it is a supervisor's to grant).
    """
    plan = desk.store.get(PlanVersion, plan_id)
    open_one = next((one for one in requests_of(desk, plan_id) if not one.decision and not _broken(desk, one)), None)
    if open_one is not None:
        return open_one
    sizes = _beyond_agent(desk, plan)
    if not sizes:
        raise Refused(Finding("grant_not_needed", FieldRef.APPROVAL_AUTHORITY, {"version": str(plan.version)}))
    number = desk.store.get(Case, plan.case_id).number
    asked = Asked(token_hex(8), case_digest(number), plan_digest(plan), plan.version, desk.clock.today(), sizes)
    kept = GrantRequest(
        asked.id, plan.case_id, plan.id, request_bytes(asked).hex(), desk.store.ledger.head.number, desk.clock.now(),
        desk.agent,
    )  # fmt: skip
    desk.store.add(kept)
    request_approval(desk, plan.id)
    return kept


def size_text(name: str, size: Decimal) -> str:
    """The size of a concession for people: a share in per cent, else a count."""
    text = f"{size * 100 if name.startswith('waive_') else size:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"{text} %" if name.startswith("waive_") else text


def requests_of(desk: Desk, plan_id: str) -> tuple[GrantRequest, ...]:
    """The requests for a plan version, oldest first."""
    return desk.store.find(GrantRequest, plan_id=plan_id)


def request_code(request: GrantRequest | PromiseRequest) -> str:
    """A request as it leaves."""
    return grant_code.coded(bytes.fromhex(request.content), "R")


def read_request(desk: Desk, text: str) -> Shown:
    """What a request asks. Raises `Refused`: grant_group, grant_unreadable."""
    asked = _read(lambda: asked_of(grant_code.decoded(text, "R")))
    numbers = desk.store.texts(Case, "id", "number")
    case_id, number = next(((key, text) for key, text in numbers if case_digest(text) == asked.case), ("", ""))
    plans = desk.store.find(PlanVersion, case_id=case_id) if case_id else ()
    plan = next((one for one in plans if plan_digest(one) == asked.plan), None)
    return Shown(asked, number, plan)


def grant_writing(desk: Desk, text: str, granted: bool, until: date | None, passphrase: str) -> Callable[[], bytes]:
    """What signs an answer to a request, on any thread; `keep_written` then puts it down and gives the code.

    Raises `Refused`: role_supervisor, grant_group, grant_unreadable, grant_until_past, grant_no_key. Calling it raises
    passphrase_wrong.
    """
    desk.entitle("supervises")
    asked, last = read_request(desk, text).asked, until or desk.clock.today() + timedelta(days=DAYS)
    if last < desk.clock.today():
        raise Refused(Finding("grant_until_past", FieldRef.GRANT_UNTIL, {"day": last.isoformat()}))
    key = own_key(desk)
    if key is None:
        raise Refused(Finding("grant_no_key", FieldRef.GRANT_CODE, {"name": desk.user.name}))
    return partial(signed, key, passphrase, request_bytes(asked), asked.id, granted, last)


def keep_written(desk: Desk, text: str, answer: bytes) -> str:
    """Put down which code was signed here, and give it."""
    answered, request = answered_of(answer), grant_code.decoded(text, "R").hex()
    kept = GrantWritten(_sum(answer), request, answered.granted, answered.until, desk.clock.now(), desk.supervisor)
    desk.store.save(kept)
    return grant_code.coded(answer, "G")


def use_grant(desk: Desk, text: str, plan_id: str = "") -> Approval | PromiseApproval:
    """Take a supervisor's code: the plan version, or the promise, that was asked about is granted or refused by whoever signed.

    ``plan_id``: the version that is meant, or the id of the promise's request. Raises `Refused`: grant_group, grant_unreadable,
    grant_other_version, grant_other_promise, grant_unasked, grant_used, grant_restored, grant_expired, grant_key_unknown,
    grant_signature.
    """
    data = _read(lambda: grant_code.decoded(text, "G"))
    answered = _read(lambda: answered_of(data))
    request = _request_of(desk, answered, plan_id)
    _refuse_spent(desk, request, answered)
    key = _key_of(desk, answered)
    content = bytes.fromhex(request.content)
    if not is_signed(answered, key.public, content) or asked_of(content).plan != _digest_of(desk, request):
        raise Refused(Finding("grant_signature", FieldRef.GRANT_CODE, {"name": key.name}))
    decision: PromiseDecision = "granted" if answered.granted else "refused"
    desk.store.save(
        replace(request, decision=decision, supervisor=key.name, code=_sum(data), answered_at=desk.clock.now())
    )
    note = f"{request.id.upper()} {key.id.upper()}"
    with desk.vouched_by(Vouched(key.name, by="code")):
        if isinstance(request, PromiseRequest):
            promise = (request.account_id, request.on, request.amount)
            return record_promise_approval(desk, *promise, "supervisor", decision, key.name, note)
        return record_approval(desk, request.plan_id, "supervisor", decision, key.name, note)


def _digest_of(desk: Desk, request: GrantRequest | PromiseRequest) -> str:
    if isinstance(request, PromiseRequest):
        return promise_digest(request.account_id, request.on, request.amount)
    return plan_digest(desk.store.get(PlanVersion, request.plan_id))


def _request_of(desk: Desk, answered: Answered, plan_id: str) -> GrantRequest | PromiseRequest:
    kept: list[GrantRequest | PromiseRequest] = [*desk.store.find(GrantRequest), *desk.store.find(PromiseRequest)]
    found = next((one for one in kept if one.id.startswith(answered.request)), None)
    if found is None:
        raise Refused(Finding("grant_unasked", FieldRef.GRANT_CODE))
    if isinstance(found, PromiseRequest):
        if plan_id and found.id != plan_id:
            raise Refused(Finding("grant_other_promise", FieldRef.GRANT_CODE, {"day": found.on.isoformat()}))
        return found
    if plan_id and found.plan_id != plan_id:
        meant, asked = desk.store.get(PlanVersion, plan_id), desk.store.get(PlanVersion, found.plan_id)
        figures = {"version": str(asked.version), "meant": str(meant.version)}
        raise Refused(Finding("grant_other_version", FieldRef.GRANT_CODE, figures))
    return found


def _refuse_spent(desk: Desk, request: GrantRequest | PromiseRequest, answered: Answered) -> None:
    if request.decision:
        at = request.answered_at.date().isoformat() if request.answered_at else ""
        raise Refused(Finding("grant_used", FieldRef.GRANT_CODE, {"name": request.supervisor, "day": at}))
    if _broken(desk, request):
        raise Refused(Finding("grant_restored", FieldRef.GRANT_CODE, {"day": request.at.date().isoformat()}))
    if answered.until < desk.clock.today():
        raise Refused(Finding("grant_expired", FieldRef.GRANT_CODE, {"day": answered.until.isoformat()}))


def _broken(desk: Desk, request: GrantRequest | PromiseRequest) -> bool:
    """Whether the desk was restored since: its code may have been used in what was lost."""
    return desk.store.ledger.has_since(request.log, BREAKS)


def _key_of(desk: Desk, answered: Answered) -> SupervisorKey:
    found = desk.store.find(SupervisorKey, id=answered.key)
    if not found:
        raise Refused(Finding("grant_key_unknown", FieldRef.GRANT_CODE, {"key": answered.key.upper()}))
    return found[0]


def _beyond_agent(desk: Desk, plan: PlanVersion) -> dict[str, Decimal]:
    """Concession → size of what the pack leaves to a supervisor."""
    rows = len(schedule(plan.terms).rows)
    whose = tiers(plan.terms, rows, load_case(desk, plan.case_id).pack)
    return {name: size for name, size in concessions(plan.terms, rows).items() if whose[name] == "supervisor"}


def _read(reading: Callable[[], T]) -> T:
    try:
        return reading()
    except CodeFault as fault:
        code = "grant_group" if fault.group else "grant_unreadable"
        raise Refused(Finding(code, FieldRef.GRANT_CODE, {"group": str(fault.group)})) from fault


def _sum(data: bytes) -> str:
    return sha256(data).hexdigest()
