"""A promise that waits longer than the agent may allow: asked of a supervisor or the bank, who grant or refuse it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from secrets import token_hex

from workstation.actions.desk import Desk, acting_supervisor
from workstation.actions.keep.accounts import case_of, positive, refuse_ended
from workstation.errors import Finding, Refused, refuse_if
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.money import Money
from workstation.promise.grant import Asked, case_digest, request_bytes
from workstation.promise.wait_grant import (
    WAIT,
    PromiseApproval,
    PromiseDecision,
    PromiseRequest,
    promise_digest,
    tier_of_wait,
)
from workstation.store.ledger.ledger import BREAKS


def record_promise_approval(
    desk: Desk,
    account_id: str,
    on: date,
    amount: Money,
    authority: str,
    decision: PromiseDecision,
    by: str = "",
    note: str = "",
) -> PromiseApproval:
    """Record what an authority decided on a promise, as `record_approval` does for a plan version.

    A supervisor's decision is that of the supervisor who is here; a bank's names who decided there; one who refuses says why.
    Raises `Refused`: grant_not_needed, role_supervisor, supervisor_elsewhere, required_field, approval_by_agent …
    """
    file, account = case_of(desk, account_id)
    refuse_ended(file, account)
    positive(amount, account.currency)
    if tier_of_wait(file.pack, file.today, on) == "agent":
        raise Refused(Finding("promise_grant_not_needed", FieldRef.KEEP_ON, {"day": on.isoformat()}))
    if decision == "requested":
        by = desk.agent
    elif authority == "supervisor":
        by = acting_supervisor(desk, by, FieldRef.APPROVAL_BY)
    found = [] if by.strip() else [Finding("required_field", FieldRef.APPROVAL_BY)]
    if decision == "refused" and not note.strip():
        found.append(Finding("required_field", FieldRef.APPROVAL_NOTE))
    if decision != "requested" and authority == "bank" and by.strip() == desk.agent:
        found.append(Finding("approval_by_agent", FieldRef.APPROVAL_BY, {"authority": authority}))
    refuse_if(found)
    made = PromiseApproval(
        new_id(), account.case_id, account.id, on, amount, authority, decision, by.strip(), desk.clock.now(),
        note.strip(), account.currency,
    )  # fmt: skip
    desk.store.add(made)
    return made


def request_promise(desk: Desk, account_id: str, on: date, amount: Money) -> PromiseRequest:
    """Ask a supervisor elsewhere for a promise, by a code; asked again while nobody answered, it is the same request.

    Raises `Refused`: grant_not_needed (the agent may allow it), promise_of_bank (only the bank may).
    """
    file, account = case_of(desk, account_id)
    refuse_ended(file, account)
    positive(amount, account.currency)
    tier = tier_of_wait(file.pack, file.today, on)
    if tier == "agent":
        raise Refused(Finding("promise_grant_not_needed", FieldRef.KEEP_ON, {"day": on.isoformat()}))
    if tier == "bank":
        raise Refused(Finding("promise_of_bank", FieldRef.KEEP_ON, {"day": on.isoformat()}))
    kept = desk.store.find(PromiseRequest, account_id=account_id)
    for one in kept:
        if (one.on, one.amount, one.decision) == (on, amount, "") and not desk.store.ledger.has_since(one.log, BREAKS):
            return one
    wait = Decimal((on - file.today).days)
    asked = Asked(
        token_hex(8), case_digest(file.case.number), promise_digest(account_id, on, amount), 0, file.today, {WAIT: wait}
    )
    made = PromiseRequest(
        asked.id, account.case_id, account.id, on, amount, request_bytes(asked).hex(), desk.store.ledger.head.number,
        desk.clock.now(), desk.agent, currency=account.currency,
    )  # fmt: skip
    desk.store.add(made)
    record_promise_approval(desk, account_id, on, amount, "supervisor", "requested")
    return made
