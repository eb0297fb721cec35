"""What a written case says, checked and not yet stored. Entities have no ids; accounts go by the names that the file gives them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from workstation.conversation.contact import ContactEntry
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.bank import BankContact
from workstation.profile.budget import BudgetLine
from workstation.profile.statement import StatementLine

Fields = Mapping[str, Any]
"""Field of an entity → its value, for `dataclasses.replace`: only what the file says."""


@dataclass(frozen=True, slots=True)
class WrittenAccount:
    """One account; proofs and plans name it by ``key``, by its number, its last four characters or its bank."""

    key: str
    account: Account
    line: int

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be called."""
        return tuple(name for name in (self.key, self.account.number, self.account.tail, self.account.bank) if name)


@dataclass(frozen=True, slots=True)
class WrittenProof:
    """One file handed in, at ``path``. ``check``: the named check by which it was verified; empty while it was not.

    ``confirmed``: figures (names of `SourcedFigure`) that somebody compared with it; its text is searched for them.
    """

    path: Path
    requirement: str
    facts: Fields
    account: str
    check: str
    check_note: str
    confirmed: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class WrittenPlan:
    """Terms in the words of ``calc schedule`` without what is owed, which comes from the account.

    ``lines``: dotted key of a term → its line; ``""`` is that of the terms. ``approval``: what the supervisor said of it.
    """

    line: int
    account: str
    terms: Fields
    why: str
    approval: str
    lines: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class WrittenStages:
    """One plan for all accounts in two stages; ``second`` None: as many instalments as keep the month."""

    monthly: Money
    second: int | None
    rate: Decimal
    first_due: date | None
    why: str
    line: int


@dataclass(frozen=True, slots=True)
class SampleDesk:
    """What a desk made for this case alone takes from the file; a desk that is there keeps its own."""

    today: date | None = None
    agent: str = ""
    supervisor: str = ""
    phone: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """What is said of a paper to a bank; no ``bank``: that of the case, or the only one. ``line`` of the file."""

    paper: str
    bank: str
    says: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class WrittenCase:
    """One case. Either ``accounts`` are written here, or they come with ``portfolio``, in which ``resident_id`` finds the person.

    ``debtor``, ``conversation``: fields of `Debtor` and `Case`. ``bank``: whom a plan without an account is for.
    """

    file: str
    language: str
    pack: str
    debtor: Fields
    conversation: Fields
    bank: str = ""
    portfolio: Path | None = None
    resident_id: str = ""
    accounts: tuple[WrittenAccount, ...] = ()
    contacts: tuple[ContactEntry, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    currency: str = "CNY"
    proofs: tuple[WrittenProof, ...] = ()
    plans: tuple[WrittenPlan, ...] = ()
    bank_contact: BankContact | None = None
    statement: tuple[StatementLine, ...] = ()
    employer_number: str = ""
    stages: WrittenStages | None = None
    desk: SampleDesk = SampleDesk()
    papers: tuple[WrittenPaper, ...] = ()
