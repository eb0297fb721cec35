"""What is kept, as data: accounts with balances, instalments and progress; payments; promises."""

from __future__ import annotations

from typing import Any

from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import KeptAccount
from workstation.casework.keeping.progress import STEPS, account_progress
from workstation.cli.answers import finding_json
from workstation.promise.payment import Payment
from workstation.promise.promise import PromiseState
from workstation.promise.promise_entry import PromiseEntry
from workstation.wording import Wording


def keeping_json(file: CaseFile, kept: KeptAccount, wording: Wording) -> dict[str, Any]:
    """One account: progress, what is owed today by component, the adopted schedule, and what should be looked at."""
    account, keeping = kept.account, kept.keeping
    line = account_progress(file, account)
    balances = keeping.ledger.balances
    return {
        "account": account.id,
        "progress": dict(zip(STEPS, line.states, strict=True)),
        "end": line.end and {"how": line.end.how, "on": line.end.on.isoformat()},
        "owed_today": keeping.ledger.owed.text(),
        "balances": {name: balances.part(name).text() for name in ("principal", "interest", "penalty", "fees")},
        "received": keeping.ledger.received.text(),
        "adopted": kept.adoption and {"plan": kept.adoption.plan_id, "on": kept.adoption.on.isoformat()},
        "behind": keeping.behind.text(),
        "next_due": keeping.next_due and keeping.next_due.due_on.isoformat(),
        "instalments": [
            {
                "no": one.no,
                "due": one.due_on.isoformat(),
                "amount": one.amount.text(),
                "received": one.received.text(),
                "state": one.state,
                "late": one.late,
            }
            for one in keeping.instalments
        ],
        "findings": [finding_json(one, wording) for one in kept.findings],
    }


def payment_json(payment: Payment) -> dict[str, Any]:
    """One entry; a reversing one names what it takes back."""
    return {
        "id": payment.id,
        "account": payment.account_id,
        "on": payment.on.isoformat(),
        "amount": payment.amount.text(),
        "method": payment.method,
        "payer": payment.payer,
        "reference": payment.reference,
        "reverses": payment.reverses,
        "in_balance": payment.in_balance,
        "at": payment.at.isoformat(),
        "by": payment.by,
        "note": payment.note,
    }


def promise_json(file: CaseFile, entry: PromiseEntry, state: PromiseState) -> dict[str, Any]:
    """One promise with its state today and every further entry about it."""
    return {
        "id": entry.id,
        "account": entry.account_id,
        "on": entry.on.isoformat(),
        "due": state.due_on.isoformat(),
        "amount": entry.amount.text(),
        "who": entry.who,
        "method": entry.method,
        "source": entry.source,
        "state": state.state,
        "received": state.received.text(),
        "missing": state.missing.text(),
        "accepted": list(entry.accepted),
        "changes": [
            {"kind": one.kind, "at": one.at.isoformat(), "to": one.to and one.to.isoformat(), "reason": one.reason}
            for one in file.promise_changes
            if one.promise_id == entry.id
        ],
    }
