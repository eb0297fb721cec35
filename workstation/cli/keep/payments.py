"""`payment …`: entered, listed, taken back and imported."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from workstation.actions.desk import Desk
from workstation.actions.keep import payment_import, payments
from workstation.actions.keep.payment_import import PaymentPlan
from workstation.casework.keeping.accounts import kept_accounts
from workstation.cli.answers import Answer, finding_json
from workstation.cli.cases import case_named
from workstation.cli.keep.given import account_named, day_given, findings_told
from workstation.cli.keep.given_lists import (
    forgotten,
    list_answers,
    rejected_file,
    rejected_json,
    remembered_json,
    row_numbers,
)
from workstation.cli.keep.shown import keeping_json, payment_json
from workstation.day_text import read_day
from workstation.errors import refuse_if
from workstation.money import Money
from workstation.wording import Wording


def payment_add(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """One payment; ``findings`` tells what speaks of over, double or missed. Of a day before that of the stated balance it must be
    said whether the balance contains it.
    """
    _, account = account_named(desk, given)
    on = read_day(given.on, desk.clock.today())
    refuse_if(() if given.in_balance else payments.before_balance(account, on))
    payment = desk.run(
        payments.add_payment,
        account.id,
        on,
        Money.parse_kept(given.amount, account.currency),
        given.method,
        given.payer,
        given.reference,
        given.note,
        {"yes": True, "no": False}.get(given.in_balance),
    )
    return {**payment_json(payment), "findings": findings_told(desk, account.id, given.case, wording)}


def payment_list(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Every entry of a case, and what comes of them."""
    file = case_named(desk, given.case)
    return {
        "number": file.case.number,
        "payments": [payment_json(one) for one in file.payments],
        "accounts": [keeping_json(file, one, wording) for one in kept_accounts(file)],
    }


def payment_reverse(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The reversing entry."""
    return payment_json(desk.run(payments.reverse_payment, given.payment, day_given(given.on, desk), given.reason))


def payments_import(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """A bank's file of payments, tried or taken."""
    in_balance = {"yes": True, "no": False}.get(given.in_balance)
    said = list_answers(desk, given, in_balance)
    gone = forgotten(desk, "payments", given)
    plan = payment_import.plan_payment_file(desk, Path(given.file), said, compute=given.compute_formulas)
    rows = row_numbers(given.accept_rows)
    answer: dict[str, Any] = _plan_json(plan, wording) | ({"forgotten": gone} if given.forget_columns else {})
    if not given.dry_run:
        batch = desk.run(payment_import.import_payments, plan, rows, in_balance, given.accept_sums)
        answer |= {"import_id": batch.id, "taken": batch.accepted, "kept_as_rejected": batch.rejected}
        answer |= rejected_file(desk, batch, given, wording)
    return answer


def _plan_json(plan: PaymentPlan, wording: Wording) -> dict[str, Any]:
    return {
        "file": plan.file_name,
        "matched": [
            {
                "row": one.row.row,
                "account": one.account.id,
                "tail": one.account.tail,
                "on": one.row.on.isoformat(),
                "amount": one.row.amount.text(),
                "findings": [finding_json(doubt, wording) for doubt in one.doubts],
            }
            for one in plan.matched
        ],
        "rejected": rejected_json(plan.rejected, plan.open, wording),
        "columns": dict(plan.columns),
        "remembered": remembered_json(plan.remembered),
        "to_confirm": [finding_json(one, wording) for one in plan.to_confirm],
        "ignored": list(plan.left),
    }
