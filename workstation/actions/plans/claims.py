"""Claimed against rebuilt: what is gathered for an account, facts about its debt, and payments read off proofs and lists."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from workstation.actions.desk import Desk
from workstation.actions.evidence.statements import StatementRead, statement_reader
from workstation.actions.keep.accounts import case_of, needed, not_later, positive
from workstation.actions.keep.list_answers import list_file
from workstation.bank_names import bank_key
from workstation.casework.case_file import CaseFile
from workstation.casework.claims.check import check_claim
from workstation.errors import Damaged, Finding, Refused
from workstation.field_ref import FieldRef
from workstation.folding import folded
from workstation.identity import new_id
from workstation.money import Money
from workstation.plan.rebuilt.claim_sheet import ClaimSheet
from workstation.profile.account import Account
from workstation.profile.account_fact import (
    FACT_KINDS,
    MAY_AMOUNT,
    MAY_PARTY,
    WITH_AMOUNT,
    WITH_PARTY,
    AccountFact,
)
from workstation.promise.payment_list import day_and_amount
from workstation.received.regular_file import MAX_LIST, whole

Payments = tuple[dict[str, str], ...]
"""Day and amount of each, as a question has them."""
UNFINISHED: Final = ("key_missing", "rate_missing")
"""What is not known yet may be kept; what is wrong may not."""


def keep_claim(desk: Desk, account_id: str, question: Mapping[str, Any], base: ClaimSheet | None = None) -> ClaimSheet:
    """Keep what was gathered for an account. ``base``: what the person saw, so that what others kept meanwhile is asked about.

    Raises `Refused`: what `rebuild_question` refuses, but for what is only missing; save_conflict.
    """
    file, account = case_of(desk, account_id)
    refuse_wrong(file, account, question)
    text = json.dumps(question, ensure_ascii=False, separators=(",", ":"))
    sheet = ClaimSheet(account.id, account.case_id, text, desk.clock.now(), desk.agent)
    return desk.store.save(sheet, base)


def drop_claim(desk: Desk, account_id: str, base: ClaimSheet) -> None:
    """Let an account be as before anything was gathered for it; the log remembers what was.

    Raises `Refused`: not_found where there is nothing, remove_changed where it is no longer as ``base``.
    """
    stored, account = desk.store.get(ClaimSheet, account_id), desk.store.get(Account, account_id)
    if stored.question != base.question:
        raise Refused(Finding("remove_changed", f"account.{account.id}", {"bank": account.bank, "tail": account.tail}))
    desk.store.delete(ClaimSheet, account_id)


def refuse_wrong(file: CaseFile, account: Account, question: Mapping[str, Any]) -> None:
    """Raise `Refused` for a question that holds something wrong, not for one in which something is missing."""
    try:
        check_claim(file, account, question)
    except Refused as refused:
        if any(one.code not in UNFINISHED for one in refused.findings):
            raise


def add_fact(
    desk: Desk,
    account_id: str,
    kind: str,
    on: date,
    amount: Money | None = None,
    party: str = "",
    proof: str = "",
    agreed: Money | None = None,
) -> AccountFact:
    """Put on record what happened to a debt, today or before. ``proof``: what shows it; without one that is told.

    Raises `Refused`: choice_unknown, fact_says_not, required_field, day_not_come, amount_not_positive, amount_other_currency,
    received_over_agreed.
    """
    account = desk.store.get(Account, account_id)
    if kind not in FACT_KINDS:
        figures = {"value": kind[:40], "choices": ", ".join(FACT_KINDS)}
        raise Refused(Finding("choice_unknown", FieldRef.KEEP_KIND, figures))
    not_later(on, desk.clock.today())
    _refuse_unsaid(kind, amount, party, agreed)
    if amount is None and kind in WITH_AMOUNT:
        raise Refused(Finding("required_field", FieldRef.KEEP_AMOUNT))
    for one in (amount, agreed):
        if one is not None:
            positive(one, account.currency)
    if amount is not None and agreed is not None and amount > agreed:
        figures = {"received": amount.grouped(), "agreed": agreed.grouped()}
        raise Refused(Finding("received_over_agreed", FieldRef.KEEP_AMOUNT, figures))
    who = needed(party, FieldRef.KEEP_PARTY) if kind in WITH_PARTY else party.strip()
    fact = AccountFact(
        new_id(),
        account.case_id,
        account.id,
        kind,
        on,
        desk.clock.now(),
        desk.agent,
        amount,
        who,
        proof.strip(),
        agreed=agreed,
        currency=account.currency,
    )
    desk.store.add(fact)
    return fact


def _refuse_unsaid(kind: str, amount: Money | None, party: str, agreed: Money | None) -> None:
    """What a kind of fact has no place for is not dropped unseen."""
    given = (
        (FieldRef.KEEP_AMOUNT, amount is not None and kind not in (*WITH_AMOUNT, *MAY_AMOUNT)),
        (FieldRef.KEEP_PARTY, bool(party.strip()) and kind not in (*WITH_PARTY, *MAY_PARTY)),
        (FieldRef.KEEP_AGREED, agreed is not None and kind != "received"),
    )
    unsaid = [Finding("fact_says_not", place, {"account_fact": kind}) for place, wrong in given if wrong]
    if unsaid:
        raise Refused(*unsaid)


def withdraw_fact(desk: Desk, fact_id: str) -> AccountFact:
    """Take an entry back that did not stand; both stay on record. Raises `Refused`: not_found, fact_withdrawn."""
    fact = desk.store.get(AccountFact, fact_id)
    if fact.withdraws or desk.store.find(AccountFact, account_id=fact.account_id, withdraws=fact.id):
        raise Refused(Finding("fact_withdrawn", f"account.{fact.account_id}", {"day": fact.on.isoformat()}))
    gone = AccountFact(
        new_id(), fact.case_id, fact.account_id, fact.kind, fact.on, desk.clock.now(), desk.agent, withdraws=fact.id,
        currency=fact.currency,
    )  # fmt: skip
    desk.store.add(gone)
    return gone


def payments_reader(desk: Desk, file: CaseFile, account: Account) -> Callable[[], Payments]:
    """What reads every statement of a case for payments to the bank of an account, on any thread; a proposal to look through.

    Proofs that are no statement are passed over: the page of evidence tells of them.
    """
    readers = [statement_reader(desk, item.id) for item in file.live_items]
    return lambda: tuple(one for reader in readers for one in _tried(reader, account))


def _tried(reader: Callable[[], StatementRead], account: Account) -> Payments:
    try:
        return payments_in_statement(reader(), account)
    except (Refused, Damaged):
        return ()


def payments_in_statement(read: StatementRead, account: Account) -> Payments:
    """What the debtor's own account paid to the bank, as entries of the question; a proposal for a person to look through."""
    return tuple(_paid_to(read, account))


def _paid_to(read: StatementRead, account: Account) -> Iterator[dict[str, str]]:
    key = bank_key(account.bank)
    for one in read.statement.transactions:
        told = bank_key(one.counterparty) == key or any(key in folded(text) for text in (one.counterparty, one.text))
        if told and one.amount.minor < 0 and one.amount.currency == account.currency:
            yield {"on": one.on.isoformat(), "amount": (-one.amount).text()}


def payments_in_list(desk: Desk, source: Path, account: Account) -> Payments:
    """Every payment of a list of one account, as entries of the question.

    Raises `Refused`: file_unreadable …, payment_columns_missing, and all that is wrong in any row; nothing is taken in part.
    """
    file = list_file(desk.readers, whole(source, MAX_LIST), source.name)
    rows = day_and_amount(file.table, file.name, account.currency, desk.clock.today())
    return tuple({"on": on.isoformat(), "amount": amount.text()} for on, amount in rows)


def added(question: Mapping[str, Any], payments: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """The question with payments that are not in it yet; two of one day and amount are two."""
    held = [(one.get("on"), one.get("amount")) for one in question.get("payments", ())]
    new: list[dict[str, str]] = []
    for one in payments:
        if (key := (one["on"], one["amount"])) in held:
            held.remove(key)
        else:
            new.append(dict(one))
    return {**question, "payments": [*question.get("payments", ()), *new]}
