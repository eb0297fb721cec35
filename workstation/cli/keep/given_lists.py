"""What a command says of a bank's list: rows, the accounts that they are about, columns, the order of days."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast, get_args

from workstation.actions.desk import Desk
from workstation.actions.keep import list_columns
from workstation.actions.keep.list_answers import ListAnswers, OpenRow, list_file
from workstation.cli.answers import finding_json
from workstation.cli.outputs import write_rejects
from workstation.day_text import read_day
from workstation.errors import Finding, Refused
from workstation.profile.batch import Import
from workstation.profile.portfolio.cells import DateOrder
from workstation.promise.named_columns import ListMapping, ListName
from workstation.received.regular_file import MAX_LIST, whole
from workstation.received.tables import Row
from workstation.wording import Wording


def row_numbers(text: str) -> set[int]:
    """``3,7`` as numbers. Raises `Refused` (number_unreadable)."""
    return {_row(part.strip(), "--accept-rows") for part in text.split(",") if part.strip()}


def list_answers(desk: Desk, given: argparse.Namespace, in_balance: bool | None = None) -> ListAnswers:
    """The answers that a command gives. Raises `Refused`: option_pair, number_unreadable, choice_unknown, day_unreadable."""
    order = given.day_order or None
    if order is not None and order not in get_args(DateOrder):
        figures = {"value": order[:40], "choices": ", ".join(get_args(DateOrder))}
        raise Refused(Finding("choice_unknown", "--day-order", figures))
    accounts = {_row(row, "--row-account"): account for row, account in _pairs(given.row_account, "--row-account")}
    on = read_day(given.on, desk.clock.today()) if getattr(given, "on", "") else None
    return ListAnswers(cast(DateOrder | None, order), in_balance, dict(_pairs(given.column, "--column")), accounts, on)


def forgotten(desk: Desk, kind: ListName, given: argparse.Namespace) -> list[str]:
    """The banks of which the columns of this file's header are forgotten now, where that is wanted."""
    if not given.forget_columns:
        return []
    path = Path(given.file)
    file = list_file(desk.readers, whole(path, MAX_LIST), path.name)
    return [one.bank for one in desk.run(list_columns.forget_of_file, kind, file)]


def remembered_json(kept: ListMapping | None) -> dict[str, str] | None:
    """Whose columns a list was read by, and who named them when."""
    return {"bank": kept.bank, "by": kept.by, "at": kept.at.isoformat()} if kept else None


def rejected_json(
    rejected: Iterable[tuple[int, Row, tuple[Finding, ...]]], asked: Iterable[OpenRow[Any]], wording: Wording
) -> list[dict[str, Any]]:
    """Rows that were not taken; ``candidates`` are the accounts to choose from with ``--row-account``."""
    open_rows = {one.row.row: one.candidates for one in asked}
    return [
        {
            "row": row,
            "findings": [finding_json(one, wording) for one in findings],
            "candidates": [
                {"account": known.account.id, "tail": known.account.tail} for known in open_rows.get(row, ())
            ],
        }
        for row, _, findings in rejected
    ]


def rejected_file(desk: Desk, batch: Import, given: argparse.Namespace, wording: Wording) -> dict[str, str]:
    """The rows that an import sent back as a workbook, and where it lies; nothing where there are none."""
    if not batch.rejected:
        return {}
    from workstation.actions.imports import kept_rejects

    data = desk.compute(kept_rejects(desk, batch.id, wording.language))
    return {"rejected_file": str(write_rejects(data, given))}


def _pairs(texts: Iterable[str], option: str) -> list[tuple[str, str]]:
    parted = [text.partition("=") for text in texts]
    if wrong := next((text for text, (key, sign, value) in zip(texts, parted, strict=True) if not (key and sign)), ""):
        raise Refused(Finding("option_pair", option, {"text": wrong[:40]}))
    return [(key.strip(), value.strip()) for key, _, value in parted]


def _row(text: str, option: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 9):
        raise Refused(Finding("number_unreadable", option, {"text": text[:40]}))
    return int(text)
