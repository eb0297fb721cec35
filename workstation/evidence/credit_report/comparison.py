"""A credit report beside the accounts of a case: which is which, and where the two say different things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workstation.bank_names import bank_key
from workstation.currencies import minor_units
from workstation.errors import Finding
from workstation.evidence.credit_report.printed import words
from workstation.evidence.credit_report.report import CARDS, CreditReport, ReportedAccount
from workstation.field_ref import FieldRef
from workstation.folding import folded
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.debtor import Debtor

_CARD: Final = "credit_card"
_LEAST: Final = 4
"""Digits at the ends of a masked number of a paper that must agree."""


@dataclass(frozen=True, slots=True)
class ComparedAccount:
    """One account of the report, the account of the case that it is, if any, and where they differ."""

    reported: ReportedAccount
    account: Account | None
    differences: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """All accounts of a report; ``missing``: those of the case that it does not name; ``findings``: what concerns the person."""

    accounts: tuple[ComparedAccount, ...]
    missing: tuple[Account, ...]
    findings: tuple[Finding, ...]


def lender_key(name: str) -> str:
    """The bank of a lender with its branch: 中国工商银行股份有限公司北京市分行 is 工行; empty where the report hides the name."""
    known = words()["lenders"]
    if any(hidden in name for hidden in known["hidden"]):
        return ""
    places = [name.find(end) + len(end) for end in known["ends"] if end in name]
    return bank_key(name[: min(places)] if places else name)


def compare(report: CreditReport, accounts: Sequence[Account], debtor: Debtor) -> Comparison:
    """Accounts go together by their bank and kind, then by the end of the number, opening day, limit and balance."""
    pairs = _pairs(report.accounts, accounts)
    compared = []
    for place, one in enumerate(report.accounts):
        account = pairs.get(place)
        unsure = account is not None and _unsure(one, account, report.accounts, accounts)
        compared.append(ComparedAccount(one, account, tuple(_differences(one, account, unsure))))
    matched = {account.id for account in pairs.values()}
    missing = tuple(one for one in accounts if one.id not in matched)
    return Comparison(tuple(compared), missing, (*_person(report, debtor), *_missing(missing)))


def _pairs(reported: Sequence[ReportedAccount], accounts: Sequence[Account]) -> dict[int, Account]:
    """Place in the report → account of the case; the best fitting go together first."""
    ranked = sorted(
        (-_fit(one, account), place, at)
        for place, one in enumerate(reported)
        for at, account in enumerate(accounts)
        if _may_be(one, account)
    )
    pairs: dict[int, Account] = {}
    taken: set[int] = set()
    for _, place, at in ranked:
        if place not in pairs and at not in taken:
            pairs[place] = accounts[at]
            taken.add(at)
    return pairs


def _may_be(one: ReportedAccount, account: Account) -> bool:
    lender = lender_key(one.lender)
    alike = one.kind == "recovery" or (one.kind in CARDS) == (account.product == _CARD)
    return bool(lender) and lender == bank_key(account.bank) and alike and one.currency == account.currency


def _fit(one: ReportedAccount, account: Account) -> int:
    """How much speaks for the two being one; what only one of them tells speaks for nothing."""
    return (
        16 * (bool(one.tail) and one.tail == account.tail)
        - 16 * (bool(one.tail) and one.tail != account.tail)
        + 8 * (one.opened_on is not None and one.opened_on == account.opened_on)
        + 4 * (one.limit is not None and account.limit is not None and _alike(one.limit, account.limit))
        + 2 * (not one.is_over)
        + (one.balance is not None and any(_alike(one.balance, owed) for owed in (account.owed, account.principal)))
    )


def _unsure(
    one: ReportedAccount, account: Account, reported: Sequence[ReportedAccount], accounts: Sequence[Account]
) -> bool:
    """Whether another account would fit as well."""
    best = _fit(one, account)
    others = [_fit(one, other) for other in accounts if other is not account and _may_be(one, other)]
    others += [_fit(other, account) for other in reported if other is not one and _may_be(other, account)]
    return any(other >= best for other in others)


def _alike(printed: Money, owed: Money) -> bool:
    """A report prints whole yuan."""
    return printed.currency == owed.currency and abs(printed.minor - owed.minor) < minor_units(owed.currency)


def _differences(one: ReportedAccount, account: Account | None, unsure: bool) -> Iterator[Finding]:
    if account is None:
        return
    subject = f"account.{account.id}"
    who = {"page": str(one.page), "bank": account.bank, "tail": account.tail}
    if unsure:
        yield Finding("credit_report_pair_unsure", subject, who)
    if account.currency != "CNY":
        yield Finding("credit_report_foreign", subject, {**who, "currency": account.currency})
        return
    yield from _balances(one, account, subject, who)
    yield from _arrears(one, account, subject, who)
    if one.opened_on and account.opened_on and one.opened_on != account.opened_on:
        figures = {**who, "printed": one.opened_on.isoformat(), "ours": account.opened_on.isoformat()}
        yield Finding("credit_report_opened_differs", subject, figures)
    if one.limit is not None and account.limit is not None and not _alike(one.limit, account.limit):
        figures = {**who, "printed": one.limit.grouped(), "ours": account.limit.grouped()}
        yield Finding("credit_report_limit_differs", subject, figures)


def _balances(one: ReportedAccount, account: Account, subject: str, who: dict[str, str]) -> Iterator[Finding]:
    """Of a card the report prints all that is owed, of a loan its principal."""
    if one.is_over:
        if account.owed:
            yield Finding(f"credit_report_{one.state}", subject, {**who, "ours": account.owed.grouped()})
        return
    if one.balance is None:
        return
    owed = account.owed if one.kind in CARDS else account.principal
    if not _alike(one.balance, owed):
        days = {"dated": _day(one.as_of), "from": _day(account.as_of)}
        figures = {**who, **days, "printed": one.balance.grouped(), "ours": owed.grouped()}
        yield Finding("credit_report_balance_differs", subject, figures)


def _arrears(one: ReportedAccount, account: Account, subject: str, who: dict[str, str]) -> Iterator[Finding]:
    if one.overdue is None or one.is_over:
        return
    figures = {**who, "dated": _day(one.as_of), "printed": one.overdue.grouped()}
    if one.overdue and account.due_on is None:
        yield Finding("credit_report_overdue_unknown", subject, figures)
    if not one.overdue and account.due_on is not None and one.as_of is not None and account.due_on < one.as_of:
        yield Finding("credit_report_not_overdue", subject, {**figures, "until": account.due_on.isoformat()})


def _day(day: object) -> str:
    return str(day) if day is not None else "—"


def _person(report: CreditReport, debtor: Debtor) -> Iterator[Finding]:
    """The report may be that of somebody else; masked signs of a number say nothing."""
    if report.name and folded(report.name.replace("*", "")) != folded(debtor.name) and "*" not in report.name:
        yield Finding("credit_report_other_name", FieldRef.DEBTOR_NAME, {"written": report.name, "name": debtor.name})
    printed, kept = report.identity.upper().replace("＊", "*"), debtor.resident_id.strip().upper()
    if printed and kept and not _same_number(printed, kept):
        yield Finding(
            "credit_report_other_identity", FieldRef.DEBTOR_RESIDENT_ID, {"written": printed, "identity": kept}
        )


def _same_number(printed: str, kept: str) -> bool:
    if len(printed) == len(kept):
        return all(sign in ("*", other) for sign, other in zip(printed, kept, strict=True))
    ends = printed.split("*")
    return "*" in printed and kept.startswith(ends[0]) and kept.endswith(ends[-1]) and len(ends[-1]) >= _LEAST


def _missing(accounts: Sequence[Account]) -> Iterator[Finding]:
    for one in accounts:
        yield Finding("credit_report_account_missing", f"account.{one.id}", {"bank": one.bank, "tail": one.tail})
