"""Due days in question on the command line: listed, answered, and taken note of."""

from __future__ import annotations

import argparse
from typing import Any

from workstation.actions import due_days
from workstation.actions.desk import Desk
from workstation.cli.answers import Answer
from workstation.wording import Wording


def list_due_days(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Accounts whose day nobody has explained, and those that count differently since the desk was upgraded."""
    return {
        "unclear": [_json(line) for line in due_days.unclear_due_days(desk)],
        "changed": [_json(line) for line in due_days.changed_due_days(desk)],
    }


def answer(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Say what the day given of some accounts is."""
    answered = desk.run(due_days.answer_due_days, given.accounts, given.day)
    return {
        "accounts": [
            {
                "id": account.id,
                "due_on": account.due_on and account.due_on.isoformat(),
                "overdue_since": account.overdue_since and account.overdue_since.isoformat(),
            }
            for account in answered
        ]
    }


def note(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Take accounts that count differently off the list."""
    desk.run(due_days.note_due_days, given.accounts)
    return {"noted": list(given.accounts)}


def _json(line: due_days.DueDayLine) -> dict[str, Any]:
    return {
        "case": line.number,
        "account": line.account.id,
        "bank": line.account.bank,
        "tail": line.account.tail,
        "given": line.given.isoformat(),
        "source": line.account.due_source,
        "file": line.file_name,
        "if_due_day": _counted(line.as_due),
        "if_first_day": _counted(line.as_first),
    }


def _counted(counted: due_days.CountedDays) -> dict[str, Any]:
    return {"days_overdue": counted.days, "bucket": counted.bucket, "late_order": counted.late}
