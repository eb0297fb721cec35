"""An account as it stood on a day: how far overdue, how much was owed, or how it had ended by then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import RECKONS, reckoned
from workstation.money import Money
from workstation.profile.account import Account
from workstation.promise.ending import SETTLED

Move = Literal["worse", "same", "better", "cured", "settled", "closed"]
MOVES: tuple[Move, ...] = ("worse", "same", "better", "cured", "settled", "closed")

LOOKS_AT: Final = RECKONS | {"ends"}
"""The fields of a case file that `standings` looks at."""


@dataclass(frozen=True, slots=True)
class Standing:
    """An account on a day. ``days`` overdue: by its adopted schedule, the oldest instalment that was not paid in time; without one
    since its due day; none where nothing is owed any more. ``rank``: the number of its bucket, the first being 0; −1 and no bucket
    where nobody knows a due day. ``ended``: how it had ended, empty while open.
    """

    account: Account
    days: int
    bucket: str
    rank: int
    owed: Money
    ended: str = ""


def standings(file: CaseFile, day: date) -> tuple[Standing, ...]:
    """Each account of which something was owed that the desk had by the end of a day; none before its case was opened."""
    if file.case.opened_on > day:
        return ()
    if file.adoptions or file.ends or file.treatments:
        file = file.changed(
            adoptions=tuple(one for one in file.adoptions if one.on <= day),
            ends=tuple(one for one in file.ends if one.on <= day),
            treatments=tuple(one for one in file.treatments if file.day_of(one.at) <= day),
        )
    return tuple(_standing(file, account, day) for account in file.accounts if account.owed)


def _standing(file: CaseFile, account: Account, day: date) -> Standing:
    kept = reckoned(file, account, day)
    days = account.days_overdue(day)
    if kept.adoption is not None:
        unpaid = [one.due_on for one in kept.keeping.unpaid]
        days = max(0, (day - min(unpaid)).days) if unpaid else 0
    owed = kept.keeping.ledger.owed
    if not owed.minor:
        days = 0
    end = file.end(account.id)
    known = kept.adoption is not None or account.due_on is not None
    rank, bucket = file.pack.bucket_at(days) if known else (-1, "")
    return Standing(account, days, bucket, rank, owed, end.how if end else "")


def moved(before: Standing, after: Standing) -> Move:
    """What became of an account between two days. Cured: nothing of it is overdue any more.

    One whose due day nobody knows is no worse and no better until it ends.
    """
    if after.ended:
        return "settled" if after.ended == SETTLED else "closed"
    if not before.bucket or not after.bucket:
        return "same"
    if before.days and not after.days:
        return "cured"
    if after.rank != before.rank:
        return "worse" if after.rank > before.rank else "better"
    return "same"
