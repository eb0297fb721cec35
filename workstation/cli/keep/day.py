"""The day of work on the command line."""

from __future__ import annotations

import argparse

from workstation.actions.day.reading import day_of_work
from workstation.actions.day.texts import task_detail
from workstation.actions.desk import Desk
from workstation.cli.answers import Answer
from workstation.cli.grammar.arguments import whole_number
from workstation.wording import Wording

_MOST_DAYS = 366


def case_today(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """What there is to do today, the earliest first, each with the field where it is done."""
    days = whole_number("--days", given.days, 0, _MOST_DAYS) if given.days else None
    read = day_of_work(desk, days)
    return {
        "day": read.on.isoformat(),
        "backup_days": read.without_copy,
        "tasks": [
            {
                "task": line.task.kind,
                "day": line.task.on and line.task.on.isoformat(),
                "days": line.days,
                "number": line.number,
                "name": line.name,
                "account": line.task.account and line.task.account.id,
                "amount": line.task.amount and line.task.amount.text(),
                "currency": line.task.amount and line.task.amount.currency,
                "detail": task_detail(line.task, line.stage, wording, wording.finding),
                "field": line.task.place,
            }
            for line in read.lines
        ],
    }
