"""The reports on the command line: buckets, movements, packets; each rate with its formula and the cases behind it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from workstation.actions.desk import Desk
from workstation.actions.keep.register_tables import write_listing
from workstation.actions.reports import tables, texts
from workstation.actions.reports.figures import ReportCase, bucket_lines, movement_lines, packet_lines
from workstation.cli.answers import Answer
from workstation.cli.keep.given import day_given
from workstation.dates import add_months
from workstation.wording import Wording


def buckets(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The open accounts by bucket."""
    on = day_given(given.on, desk) or desk.clock.today()
    lines = bucket_lines(desk, on)
    if given.out:
        write_listing(desk, Path(given.out), tables.buckets_table(lines, wording), wording)
    found = [
        {
            "currency": one.currency,
            "bucket": one.bucket,
            "accounts": one.count,
            "owed": one.amount.text(),
            "share": texts.share_formula(one),
            **_cases(one.cases, given.cases),
        }
        for one in lines
    ]
    return {"on": on.isoformat(), "buckets": found}


def movements(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """What became of the accounts of each bucket."""
    to_on = day_given(given.to_day, desk, "last") or desk.clock.today()
    from_on = day_given(given.from_day, desk, "first") or add_months(to_on, -1)
    lines = movement_lines(desk, from_on, to_on)
    if given.out:
        write_listing(desk, Path(given.out), tables.movements_table(lines, wording), wording)
    found = [
        {
            "currency": one.currency,
            "bucket": one.bucket,
            "accounts": one.count,
            "owed": texts.sum_before(one).text(),
            **one.counts,
            "roll_rate": texts.roll_formula(one),
            "cure_rate": texts.cure_formula(one),
            **_cases(one.cases, given.cases),
        }
        for one in lines
    ]
    return {"from": from_on.isoformat(), "to": to_on.isoformat(), "movements": found}


def packets(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """The applications by bank and answer."""
    lines = packet_lines(desk)
    if given.out:
        write_listing(desk, Path(given.out), tables.packets_table(lines, wording), wording)
    found = [
        {
            "bank": one.bank,
            "sent": one.sent,
            **one.counts,
            "grant_rate": texts.grant_formula(one),
            "days_to_packet": texts.days_text(one.days_to_packet),
            "days_to_answer": texts.days_text(one.days_to_answer),
            **_cases(one.cases, given.cases),
        }
        for one in lines
    ]
    return {"packets": found}


def _cases(lines: Sequence[ReportCase], asked: bool) -> dict[str, Any]:
    """The cases behind a line, where they are asked for."""
    found = [
        {
            "number": one.number,
            "name": one.name,
            "bank": one.bank,
            "account": one.tail,
            "days": one.days,
            "amount": one.amount and one.amount.text(),
            "became": one.became or None,
        }
        for one in lines
    ]
    return {"cases": found} if asked else {}
