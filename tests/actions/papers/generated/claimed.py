"""What a bank claims against what its account comes to: a sheet that is gathered here, and its lines reckoned apart."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from typing import Final

from tests.actions.papers.generated.choices import TODAY
from tests.actions.papers.generated.reading import grouped
from tests.actions.papers.generated.reckoning import PARTS, Debt, Reckoned
from tests.actions.papers.generated.rows import rounded
from workstation.casework.case_file import CaseFile
from workstation.plan.rebuilt.claim_sheet import ClaimSheet

_DAYS: Final = 10
_DAILY: Final = "0.0005"
_AT: Final = datetime.combine(TODAY, time(9), UTC)


def claimed_file(file: CaseFile, bank: str) -> CaseFile:
    """The case with a sheet for every account at a bank: lent some days ago at a rate a day, with nothing else charged since."""
    since = (TODAY - timedelta(days=_DAYS)).isoformat()
    sheets = []
    for account in file.accounts_at(bank):
        question = {
            "since": since,
            "opening": {"principal": account.principal.text()},
            "terms": {
                "statement_day": 1,
                "rates": [{"from": since, "rate": _DAILY, "per": "daily"}],
                "order": {"until_days": 90, "early": [*PARTS[1:], "principal"], "late": ["principal", *PARTS[1:]]},
            },
        }
        sheets.append(ClaimSheet(account.id, file.case.id, json.dumps(question), _AT, "林协商"))
    return replace(file, claim_sheets=tuple(sheets))


def rebuilt(debt: Debt) -> dict[str, int]:
    """What such an account comes to today: interest of both days and those between."""
    interest = rounded(debt.parts["principal"] * (_DAYS + 1) * Fraction(_DAILY), "half_up")
    parts = {"principal": debt.parts["principal"], "interest": interest, "penalty": 0, "fees": 0}
    return {**parts, "total": sum(parts.values())}


def claim_amounts(case: Reckoned, bank: str) -> Iterator[int]:
    """Everything that a sheet of questions may tell."""
    for debt in _claiming(case, bank):
        mine = rebuilt(debt)
        for item, claimed in {**debt.parts, "total": debt.owed}.items():
            yield from (claimed, mine[item], abs(claimed - mine[item]))


def claim_faults(lines: Sequence[Sequence[str]], case: Reckoned, bank: str) -> Iterator[str]:
    """A line an item: claimed, at least, at most, and what is beyond where it is not what was rebuilt."""
    for debt in _claiming(case, bank):
        mine = rebuilt(debt)
        for item, claimed in {**debt.parts, "total": debt.owed}.items():
            beyond = [grouped(claimed - mine[item])] if claimed != mine[item] else []
            wanted = [grouped(claimed), grouped(mine[item]), grouped(mine[item]), *beyond]
            if not any([cell for cell in line if cell[-1:].isdigit()][-len(wanted) :] == wanted for line in lines):
                yield f"{item} of {debt.tail}: no line tells {wanted}"


def _claiming(case: Reckoned, bank: str) -> list[Debt]:
    return [debt for debt in case.accounts if debt.bank == bank and debt.owed]
