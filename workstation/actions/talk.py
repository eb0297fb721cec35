"""What a talk needs of its case: questions that are answered, what waiting costs, who decides, and the summary to read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from workstation.actions.plans.options import waiting_terms
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import owed_today
from workstation.conversation.contact import valid_entries
from workstation.documents.papers.gather.talk_summary import talk_figures
from workstation.money import Money
from workstation.plan.debt.balances import Balances
from workstation.plan.debt.waiting import months_later, waiting
from workstation.policy.rules import CONCESSIONS, Tier
from workstation.profile.account import Account

WAITS: Final = (3, 6, 12)
"""Months of waiting that a talk tells of."""


@dataclass(frozen=True, slots=True)
class Consequence:
    """What an account grows to, per month count of `WAITS`; empty where its rate is not known."""

    account: Account
    owed: tuple[tuple[int, Money], ...]


@dataclass(frozen=True, slots=True)
class Deciding:
    """Who may grant a concession: each tier with the most it may (None: without a limit), lowest first."""

    concession: str
    tiers: tuple[tuple[Tier, Decimal | None], ...]


def answered(file: CaseFile, field_ref: str) -> bool:
    """Whether the field that a question fills holds a value. An area alone (``evidence``, ``plan``) counts what there is of it."""
    area, _, name = field_ref.partition(".")
    match field_ref:
        case "case.budget":
            return bool(file.budget.lines)
        case "case.accounts":
            return bool(file.accounts)
        case "evidence":
            return bool(file.items)
        case "verification":
            return bool(file.verifications)
        case "plan":
            return bool(file.choices)
        case "contact.next_step":
            return any(entry.next_step and entry.next_on for entry in valid_entries(file.contacts)[-1:])
    value = getattr(file.debtor if area == "debtor" else file.case, name)
    return value not in ("", None, ())


def consequences(file: CaseFile) -> tuple[Consequence, ...]:
    """What each open account would grow to if nothing more were paid, by the waiting table, from what is owed today."""
    owing = (owed_today(file, account) for account in file.open_accounts)
    return tuple(Consequence(account, tuple(_grown(file, account))) for account in owing if account.owed)


def _grown(file: CaseFile, account: Account) -> Iterator[tuple[int, Money]]:
    terms = waiting_terms(account, file.pack, file.today)
    if terms is None:
        return
    days = [months_later(file.today, months, terms) for months in WAITS]
    least = account.minimum_due or Money.zero(account.currency)
    points = waiting(Balances.of(account), least, file.today, days, terms)
    yield from ((months, point.owed.total) for months, point in zip(WAITS, points, strict=True))


def deciding(file: CaseFile) -> tuple[Deciding, ...]:
    """What the bank's side can grant and who decides it, by the pack's tiers."""
    return tuple(
        Deciding(concession, tiers)
        for concession in CONCESSIONS
        if (tiers := tuple((one.tier, one.up_to) for one in file.pack.authority if one.concession == concession))
    )


def summary(file: CaseFile) -> str:
    """What was said, to be read back and confirmed, in the language of the case: only what is known, a line each."""
    said = talk_figures(file)
    return "\n".join((said.opening, *said.points, said.closing))
