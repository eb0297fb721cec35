"""The words of a command as what actions take: accounts, days, instants."""

from __future__ import annotations

import argparse
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from workstation.actions.desk import Desk
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import kept_account
from workstation.cli.answers import finding_json
from workstation.cli.cases import case_named
from workstation.day_text import Edge, read_day
from workstation.errors import Finding, Refused
from workstation.profile.account import Account
from workstation.profile.portfolio.portfolio import account_key
from workstation.received.regular_file import MAX_QUESTION, whole
from workstation.wording import Wording


def account_named(desk: Desk, given: argparse.Namespace) -> tuple[CaseFile, Account]:
    """The case, and its account by id, whole number or tail. Raises `Refused`: payment_account_unknown, payment_account_several."""
    file = case_named(desk, given.case)
    number = account_key("", given.account)[1]
    whole = [one for one in file.accounts if given.account == one.id or number == account_key("", one.number)[1]]
    found = whole or [one for one in file.accounts if number == one.tail]
    if not found:
        raise Refused(Finding("payment_account_unknown", "account", {"account": given.account[:40]}))
    if len(found) > 1:
        tails = ", ".join(f"{one.bank} {one.id}" for one in found)
        raise Refused(Finding("payment_account_several", "account", {"account": given.account[:40], "found": tails}))
    return file, found[0]


def day_given(text: str, desk: Desk, edge: Edge = "") -> date | None:
    """A day, None for nothing; ``edge``: which of its days a month stands for."""
    return read_day(text, desk.clock.today(), edge) if text else None


def instant_given(text: str, file: CaseFile) -> datetime | None:
    """An instant in ISO form; without zone it is the local time of the case."""
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        raise Refused(Finding("instant_unreadable", "--at", {"text": text[:40]})) from None
    if not 1900 <= found.year <= 9000:
        raise Refused(Finding("instant_unreadable", "--at", {"text": text[:40]}))
    return (found if found.tzinfo else found.replace(tzinfo=file.zone)).astimezone(UTC)


def findings_told(desk: Desk, account_id: str, case: str, wording: Wording) -> list[dict[str, Any]]:
    """What is to be looked at on an account now."""
    file = case_named(desk, case)
    return [finding_json(one, wording) for one in kept_account(file, file.account(account_id)).findings]


def question_given(source: str) -> dict[str, Any]:
    """A question in a file of JSON, amounts as text. Raises `Refused`: question_unreadable, file_unreadable …."""
    try:
        found = json.loads(whole(Path(source), MAX_QUESTION).decode("utf-8-sig", "replace"), parse_float=str)
    except (ValueError, RecursionError) as error:
        raise Refused(Finding("question_unreadable", source, {"reason": str(error)})) from None
    if not isinstance(found, dict):
        raise Refused(Finding("question_unreadable", source, {"reason": "not a JSON object"}))
    return found
