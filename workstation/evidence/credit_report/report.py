"""What a credit report says: its head and its accounts, each with its page. All amounts are yuan, into which it converts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from workstation.errors import Finding
from workstation.money import Money

Edition = Literal["simple", "detailed"]
AccountKind = Literal["credit_card", "semi_card", "loan", "credit_line", "recovery"]
AccountState = Literal["open", "closed", "moved", "bad_debt", "inactive", "stopped"]

CARDS: Final = ("credit_card", "semi_card")
"""Kinds of account whose limit is one of a card, and whose balance is all that is owed; that of a loan is its principal."""


@dataclass(frozen=True, slots=True)
class ReportedAccount:
    """One account as the report prints it on ``page`` (from 1); None where it says nothing.

    ``currency`` is that of the account, while all amounts are in CNY. ``limit``: of a card or credit line; of a loan the
    amount lent. ``overdue_months`` within the last five years. ``number``: its number within its list, 0 for none.
    """

    page: int
    kind: AccountKind
    lender: str = ""
    currency: str = "CNY"
    purpose: str = ""
    opened_on: date | None = None
    due_on: date | None = None
    limit: Money | None = None
    balance: Money | None = None
    overdue: Money | None = None
    overdue_months: int | None = None
    overdue_90_months: int | None = None
    as_of: date | None = None
    state: AccountState = "open"
    tail: str = ""
    number: int = 0

    @property
    def is_over(self) -> bool:
        """Whether nothing can be owed on it to this lender any more."""
        return self.state in ("closed", "moved")


@dataclass(frozen=True, slots=True)
class CreditReport:
    """A report whole; ``made_on`` is the day of its 报告时间, ``identity`` the number of the person's paper, perhaps masked.

    ``findings``: what was not understood, and figures of the report that contradict each other. ``unread``: names of the
    parts that hold something and are not read.
    """

    edition: Edition
    number: str
    made_on: date | None
    name: str
    identity: str
    pages: int
    accounts: tuple[ReportedAccount, ...]
    findings: tuple[Finding, ...]
    unread: tuple[str, ...] = ()
