"""The facts that a packet rests on, and which of them have changed since: a packet whose source has changed is stale.

Days that pass are no change: how long a debt is overdue follows from the day that is printed on the paper.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.gates import monthly_payment
from workstation.casework.income.declared import INCOME, income_fact
from workstation.casework.printed import PacketFact, PrintedPacket
from workstation.errors import Finding
from workstation.evidence.judging import latest
from workstation.evidence.verification import EvidenceItem
from workstation.field_ref import FieldRef
from workstation.plan.calc.terms_json import terms_to_json
from workstation.policy.rules import Requirement
from workstation.profile.account import Account

LOG: Final = "log"
"""Where a packet's facts keep the head of the desk's log that the packet bears; it is none of the case's own."""
CODE: Final = "code"
"""Where they keep the code that is printed on every page."""
_LATER: Final = ("card.", "debtor.registered")
"""Facts that packets did not keep from the beginning: an earlier one says nothing of them."""
_SHOWN: Final = 40  # characters of a value in a sentence; whole letters are compared but not quoted


def bound_items(file: CaseFile, bank: str) -> tuple[tuple[Requirement, EvidenceItem], ...]:
    """The proofs that go to a bank, in the order of the checklist: none withdrawn, none of another bank's accounts."""
    here = {account.id for account in file.applied_for(bank)} | {""}
    return tuple(
        (line.requirement, item)
        for line in file.checklist
        for item in line.items
        if not item.withdrawn and item.account_id in here
    )


def packet_facts(file: CaseFile, bank: str) -> tuple[PacketFact, ...]:
    """Everything that a packet for this bank says or binds, by the field where the agent would change it."""
    found = (
        *_person(file),
        *_case(file),
        *_accounts(file, bank),
        *_asked(file, bank),
        *_plans(file, bank),
        *_proofs(file, bank),
    )
    return tuple(PacketFact(field_ref, value) for field_ref, value in found if value)


def log_of(printed: PrintedPacket) -> str:
    """The head of the log that a packet bears; empty for one of before there was a log."""
    return next((fact.value for fact in printed.facts if fact.place == LOG), "")


def code_of(printed: PrintedPacket) -> str:
    """The code on a packet; empty for one that was written before codes were kept."""
    return next((fact.value for fact in printed.facts if fact.place == CODE), "")


def packet_changes(file: CaseFile, printed: PrintedPacket) -> tuple[Finding, ...]:
    """What has changed since a packet was written, each entry naming its field; nothing when that cannot be known."""
    if not printed.facts:
        return ()
    then = {fact.place: fact.value for fact in printed.facts if fact.place not in (LOG, CODE)}
    now = {fact.place: fact.value for fact in packet_facts(file, printed.bank)}
    changed = [
        field_ref
        for field_ref in now | then
        if field_ref != INCOME
        and then.get(field_ref) != now.get(field_ref)
        and not (field_ref.startswith(_LATER) and field_ref not in then)
    ]
    return tuple(
        _change(field_ref, then.get(field_ref, ""), now.get(field_ref, ""), file, printed) for field_ref in changed
    )


def _change(field_ref: str, then: str, now: str, file: CaseFile, printed: PrintedPacket) -> Finding:
    kind, _, key = field_ref.partition(".")
    figures = {"bank": printed.bank, "version": str(printed.version)}
    values = {"then": _quoted(then), "now": _quoted(now)}
    match kind:
        case "account" | "card":
            return Finding("packet_stale_account", field_ref, figures | values | _named(key, file))
        case "plan":
            return Finding("packet_stale_plan", field_ref, figures | _named(key, file))
        case "evidence":
            return Finding("packet_stale_evidence", field_ref, figures | {"item": _item(key, file)})
        case _:
            return Finding("packet_stale", field_ref, figures | values)


def _quoted(value: str) -> str:
    line = " ".join(value.split())
    return (line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…") or "—"


def _named(account_id: str, file: CaseFile) -> dict[str, str]:
    known = file.accounts_by_id.get(account_id)
    return {"bank": known.bank, "tail": known.tail} if known else {"tail": "····"}


def _item(code: str, file: CaseFile) -> str:
    requirement = next((one for one in file.pack.requirements if one.code == code), None)
    return requirement.text(file.case.language) if requirement else code


def _person(file: CaseFile) -> Iterator[tuple[str, str]]:
    who = file.debtor
    yield FieldRef.DEBTOR_NAME, who.name
    yield FieldRef.DEBTOR_RESIDENT_ID, who.resident_id
    yield FieldRef.DEBTOR_PHONES, who.phone()
    yield FieldRef.DEBTOR_ADDRESSES, who.address()
    for name in ("marital", "housing", "employer", "position", "employment"):
        yield f"debtor.{name}", getattr(who, name)
    for name in ("children", "other_dependants", "pay_day"):
        value = getattr(who, name)
        yield f"debtor.{name}", "" if value is None else str(value)


def _case(file: CaseFile) -> Iterator[tuple[str, str]]:
    case = file.case
    yield FieldRef.CASE_REASON, case.reason
    yield FieldRef.CASE_REASON_FROM, _day(case.reason_from)
    yield FieldRef.CASE_REASON_TO, _day(case.reason_to)
    yield FieldRef.CASE_REASON_NOTE, case.reason_note
    yield FieldRef.CASE_REQUESTS, ", ".join(case.requests)
    yield FieldRef.CASE_REPAYMENT_SOURCE, case.repayment_source
    yield FieldRef.CASE_REPAYMENT_PROPOSAL, case.repayment_proposal
    yield FieldRef.CASE_LANGUAGE, case.language
    lines = (f"{one.side} {one.category} {one.amount.text()}/{one.every} {one.note}" for one in file.budget.lines)
    yield FieldRef.CASE_BUDGET, f"{file.budget.surplus.grouped()} = {'; '.join(lines)}" if file.budget.lines else ""
    yield INCOME, income_fact(file.budget)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _accounts(file: CaseFile, bank: str) -> Iterator[tuple[str, str]]:
    """Debts that it is not about are named by their sum only; the others with all that is said of them."""
    here = file.applied_for(bank)
    for account in file.debts:
        yield f"account.{account.id}", _account(account) if account in here else account.owed.grouped()


def _asked(file: CaseFile, bank: str) -> Iterator[tuple[str, str]]:
    """What clerks ask beside the debts."""
    yield "debtor.registered", file.debtor.address("registered")
    for key, text in file.said("application", bank).items():
        yield f"entry.{key}", text
    for account in file.accounts_at(bank):
        limit = account.limit.grouped() if account.limit else ""
        yield f"card.{account.id}", f"{account.number} {account.statement_day or ''} {limit}"


def _account(account: Account) -> str:
    texts = [
        account.owed.grouped(),
        account.currency,
        " + ".join(part.grouped() for part in account.components),
        account.tail,
    ]
    return " ".join((*texts, account.product, _day(account.overdue_since), account.purpose)).strip()


def _plans(file: CaseFile, bank: str) -> Iterator[tuple[str, str]]:
    """The terms for this bank; of plans for others what they take of the month, which is told, too."""
    for account in file.accounts:
        chosen = file.chosen(account.id)
        if chosen is None:
            continue
        if account in file.applied_for(bank):
            yield f"plan.{account.id}", json.dumps(terms_to_json(chosen.terms), sort_keys=True)
        elif chosen in file.running_plans and (monthly := monthly_payment(file, chosen)) is not None:
            yield f"plan.{account.id}", f"{monthly.grouped()} {monthly.currency}"


def _proofs(file: CaseFile, bank: str) -> Iterator[tuple[str, str]]:
    texts: dict[str, list[str]] = {}
    for requirement, item in bound_items(file, bank):
        texts.setdefault(requirement.code, []).append(_proof(file, item))
    for waiver in file.waivers:
        texts.setdefault(waiver.requirement, []).append(f"waived {waiver.by} {waiver.reason}")
    for code, parts in texts.items():
        yield f"evidence.{code}", "; ".join(parts)


def _proof(file: CaseFile, item: EvidenceItem) -> str:
    checks = [check for check in file.verifications if check.item_id == item.id]
    good = sorted(check.check for check in latest(checks) if check.result == "ok")
    facts = (item.sha256, item.form, item.issuer, item.document_number, _day(item.issued_on))
    return " ".join((*facts, _day(item.covers_from), _day(item.covers_to), *good))
