"""Every paper the desk can write, as one list: who it is for, what it asks for, and what stands in its way for a case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.errors import Finding
from workstation.plan.comparison import MOST
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account

Need = Literal["bank", "plan", "day", "answer"]
Reader = Literal["bank", "debtor"]
Gate = Literal["", "packet"]


@dataclass(frozen=True, slots=True)
class PaperKind:
    """One kind of paper. ``name`` is that of the command line; its words stand under ``paper_kind.<name>``.

    ``needs`` must be told, ``may`` may be. ``gate``: ``packet`` papers bear a draft mark until the whole packet could
    leave; the others pass no gate. ``bound``: a part of the packet.
    """

    name: str
    reader: Reader
    needs: tuple[Need, ...] = ()
    may: tuple[Need, ...] = ()
    gate: Gate = ""
    bound: bool = False


@dataclass(frozen=True, slots=True)
class PaperAsked:
    """What one paper is asked with; ``until`` is the last day it names."""

    bank: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PaperState:
    """A kind as it stands for a case: ``findings`` keep it from being written, ``marked`` only leave their draft mark on it."""

    kind: PaperKind
    findings: tuple[Finding, ...]
    marked: tuple[Finding, ...]


def _bound(name: str) -> PaperKind:
    return PaperKind(name, "bank", ("bank",), gate="packet", bound=True)


KINDS: Final = (
    _bound("application"),
    _bound("hardship"),
    _bound("budget"),
    _bound("schedule"),
    _bound("evidence"),
    _bound("provenance"),
    PaperKind("comparison", "debtor", may=("bank",)),
    PaperKind("evidence-request", "debtor", may=("day",)),
)
"""In the order in which they are offered."""


def paper_kind(name: str) -> PaperKind | None:
    """A kind by its name."""
    return next((kind for kind in KINDS if kind.name == name), None)


def paper_state(file: CaseFile, kind: PaperKind, asked: PaperAsked) -> PaperState:
    """What keeps a paper from being written, and what would leave a draft mark on it."""
    found = tuple(_findings(file, kind, asked))
    marked = gates.final_packet_findings(file, asked.bank) if kind.gate == "packet" and not found else ()
    return PaperState(kind, found, marked)


def _findings(file: CaseFile, kind: PaperKind, asked: PaperAsked) -> Iterator[Finding]:
    needs_bank = "bank" in kind.needs or bool(asked.bank and "bank" in kind.may)
    if needs_bank and not file.accounts_at(asked.bank):
        yield Finding("bank_has_no_account", "case.accounts", {"bank": asked.bank})
        return
    if kind.name in _OWN:
        yield from _OWN[kind.name](file, asked)


def _nothing_to_compare(file: CaseFile, asked: PaperAsked) -> Iterator[Finding]:
    if not compared_accounts(file, asked.bank):
        yield Finding("comparison_empty", "plan", {"bank": asked.bank})


def _day_past(file: CaseFile, asked: PaperAsked) -> Iterator[Finding]:
    if asked.until and asked.until < file.today:
        yield Finding("request_day_past", "until", {"day": asked.until.isoformat()})


_OWN: Final[Mapping[str, Callable[[CaseFile, PaperAsked], Iterator[Finding]]]] = {
    "comparison": _nothing_to_compare,
    "evidence-request": _day_past,
}
"""What one kind alone asks for."""


def compared_accounts(file: CaseFile, bank: str) -> tuple[tuple[Account, tuple[PlanVersion, ...]], ...]:
    """The accounts at a bank (empty: at all) that have a plan of their present balance, with the plans to compare."""
    accounts = file.accounts_at(bank) if bank else file.accounts
    return tuple((account, kept) for account in accounts if (kept := compared_versions(file, account)))


def compared_versions(file: CaseFile, account: Account) -> tuple[PlanVersion, ...]:
    """The chosen plan, then the newest kept ones, as many as can be compared; none twice, none of another balance."""
    return tuple(_distinct(file, account))[:MOST]


def _distinct(file: CaseFile, account: Account) -> Iterator[PlanVersion]:
    owed = (account.principal, account.interest, account.penalty, account.fees)
    chosen = file.chosen(account.id)
    kept = sorted((plan for plan in file.plans if plan.account_id == account.id), key=lambda plan: -plan.version)
    seen = []
    for plan in ([chosen] if chosen else []) + kept:
        terms = plan.terms
        same = (terms.principal, terms.interest, terms.penalty, terms.fees) == owed
        if same and terms not in seen:
            seen.append(terms)
            yield plan
