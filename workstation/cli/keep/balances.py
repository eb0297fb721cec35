"""`keep balances`: a bank's later list, tried or kept, with what differs from our reckoning."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from workstation.actions.desk import Desk
from workstation.actions.keep import balance_import
from workstation.actions.keep.balance_import import BalancePlan, StatedRow
from workstation.cli.answers import Answer, finding_json
from workstation.cli.keep.given_lists import (
    forgotten,
    list_answers,
    rejected_file,
    rejected_json,
    remembered_json,
    row_numbers,
)
from workstation.wording import Wording


def keep_balances(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """What the bank states of many accounts, beside ours."""
    said, rows = list_answers(desk, given), row_numbers(given.accept_rows)
    gone = forgotten(desk, "balances", given)
    plan = balance_import.plan_balance_file(desk, Path(given.file), said, compute=given.compute_formulas)
    answer = _plan_json(plan, wording) | ({"forgotten": gone} if given.forget_columns else {})
    if not given.dry_run:
        batch = desk.run(balance_import.import_balances, plan, rows, given.accept_sums)
        answer |= {"import_id": batch.id, "taken": batch.accepted, "kept_as_rejected": batch.rejected}
        answer |= rejected_file(desk, batch, given, wording)
    return answer


def _plan_json(plan: BalancePlan, wording: Wording) -> dict[str, Any]:
    return {
        "file": plan.file_name,
        "matched": [_row_json(one, wording) for one in plan.matched],
        "differing": len(plan.differing),
        "rejected": rejected_json(plan.rejected, plan.open, wording),
        "columns": dict(plan.columns),
        "remembered": remembered_json(plan.remembered),
        "to_confirm": [finding_json(one, wording) for one in plan.to_confirm],
        "ignored": list(plan.left),
    }


def _row_json(one: StatedRow, wording: Wording) -> dict[str, Any]:
    compared = one.compared
    return {
        "row": one.row.row,
        "account": one.account.id,
        "tail": one.account.tail,
        "on": one.row.on.isoformat(),
        "stated": one.row.total.text(),
        "ours": compared.derived.owed.text(),
        "differences": {name: amount.text() for name, amount in compared.differences},
        "findings": [finding_json(finding, wording) for finding in one.doubts],
    }
