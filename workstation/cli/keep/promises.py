"""`promise …`: taken after a check, listed with the kept rate, moved and cancelled."""

from __future__ import annotations

import argparse
from typing import Any

from workstation.actions.desk import Desk
from workstation.actions.keep import promise_grants, promises
from workstation.actions.keep.registers import rate_lines
from workstation.actions.oversight.grants import request_code
from workstation.casework.keeping.accounts import kept_accounts
from workstation.casework.keeping.promise_check import PromiseCheck, check_promise
from workstation.cli.answers import Answer, finding_json
from workstation.cli.cases import case_named
from workstation.cli.keep.given import account_named
from workstation.cli.keep.registers import rate_line_json
from workstation.cli.keep.shown import promise_json
from workstation.day_text import read_day
from workstation.money import Money
from workstation.wording import Wording


def promise_add(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """A promise with the figures of its check."""
    file, account = account_named(desk, given)
    on, amount = read_day(given.on, desk.clock.today()), Money.parse_kept(given.amount, account.currency)
    check = check_promise(file, account, amount, on)
    answer = {"check": _check_json(check, wording)}
    if given.dry_run:
        return answer
    entry = desk.run(
        promises.take_promise,
        account.id,
        on,
        amount,
        given.who,
        given.method,
        given.source,
        given.note,
        given.accept,
    )
    return {"id": entry.id, "on": entry.on.isoformat(), "amount": entry.amount.text(), **answer}


def promise_grant(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """What an authority decided on a promise beyond the agent; ``--elsewhere`` asks a supervisor at another desk by a code."""
    _, account = account_named(desk, given)
    on, amount = read_day(given.on, desk.clock.today()), Money.parse_kept(given.amount, account.currency)
    about = {"account": account.id, "on": on.isoformat(), "amount": amount.text()}
    if given.elsewhere:
        asked = desk.run(promise_grants.request_promise, account.id, on, amount)
        return {**about, "request": request_code(asked)}
    decided = desk.run(
        promise_grants.record_promise_approval,
        account.id,
        on,
        amount,
        given.authority,
        given.decision,
        given.by,
        given.note,
    )
    return {**about, "authority": decided.authority, "decision": decided.decision, "by": decided.by}


def _check_json(check: PromiseCheck, wording: Wording) -> dict[str, Any]:
    return {
        "surplus": None if check.surplus is None else check.surplus.text(),
        "committed": None if check.committed is None else check.committed.text(),
        "left": None if check.left is None else check.left.text(),
        "pay_day": check.pay_day and check.pay_day.isoformat(),
        "owed": check.owed.text(),
        "broken": check.broken,
        "waiting": check.waiting,
        "findings": [finding_json(one, wording) for one in check.findings],
    }


def promise_list(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Promises with their states, and the kept rate by group."""
    file = case_named(desk, given.case)
    return {
        "number": file.case.number,
        "promises": [promise_json(file, *pair) for kept in kept_accounts(file) for pair in kept.promises],
        "kept_rates": [rate_line_json(one) for one in rate_lines(desk, given.by, file.case.id)],
    }


def promise_move(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """A promise on another day."""
    change = desk.run(promises.move_promise, given.promise, read_day(given.to, desk.clock.today()), given.reason)
    return {"promise": change.promise_id, "to": given.to}


def promise_cancel(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """A promise that no longer counts."""
    return {"cancelled": desk.run(promises.cancel_promise, given.promise, given.reason).promise_id}
