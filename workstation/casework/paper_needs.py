"""What each single paper rests on: the accounts and plans it speaks of, and every fact that it cannot do without."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from workstation.casework.case_file import CaseFile
from workstation.casework.claims.check import check_claim
from workstation.casework.claims.input import kept_sheet
from workstation.casework.claims.lender_costs import lent_accounts
from workstation.casework.gates import named, unclear_due_days
from workstation.casework.gating.agreed import agreed_plans, left_out
from workstation.casework.keeping.accounts import is_kept, owed_today
from workstation.casework.said.fields import ID_CARD, id_items
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.plan.debt.comparison import MOST
from workstation.plan.version import PlanVersion
from workstation.policy.rules import spoken_figures
from workstation.profile.account import Account
from workstation.promise.authority import Approval
from workstation.promise.ending import SETTLED
from workstation.promise.payment import standing

Answer = Literal["", "accept", "counter", "refuse"]

CLAUSES: Final = (
    "balance", "repayment", "charges", "no_new_card", "rights_duties", "distribution", "pause", "breach", "other",
)  # fmt: skip
"""The items of an agreement for which there is a clause."""


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """What one paper is asked with.

    ``plan``: the id of one version (default: the chosen ones); ``until``: the last day it names (default: as the desk
    has settled); ``answer``: to a bank's counter-offer (default: what was decided).
    """

    bank: str = ""
    plan: str = ""
    until: date | None = None
    answer: Answer = ""


def compared_accounts(file: CaseFile, bank: str) -> tuple[tuple[Account, tuple[PlanVersion, ...]], ...]:
    """The accounts at a bank (empty: at all) that have a plan of their present balance, with what is owed today and the plans."""
    accounts = file.applied_for(bank) if bank else file.debts
    return tuple(
        (owed_today(file, account), kept) for account in accounts if (kept := compared_versions(file, account))
    )


def compared_versions(file: CaseFile, account: Account) -> tuple[PlanVersion, ...]:
    """The chosen plan, then the newest kept ones, as many as can be compared; none twice, none of another balance."""
    return tuple(_distinct(file, account))[:MOST]


def _distinct(file: CaseFile, account: Account) -> Iterator[PlanVersion]:
    chosen = file.chosen(account.id)
    kept = sorted((plan for plan in file.plans if plan.account_id == account.id), key=lambda plan: -plan.version)
    seen, owed = [], owed_today(file, account)
    for plan in ([chosen] if chosen else []) + kept:
        if plan.terms.components == owed.components and plan.terms not in seen:
            seen.append(plan.terms)
            yield plan


def letter_accounts(file: CaseFile, bank: str) -> tuple[Account, ...]:
    """What a letter may ask for: overdue, neither paid nor ended, and under no agreement, which stops collection (Art. 70)."""
    return tuple(account for account in file.filed_with(bank) if _to_be_asked(file, account))


def _to_be_asked(file: CaseFile, account: Account) -> bool:
    if file.end(account.id) is not None or not account.days_overdue(file.today) or _under_agreement(file, account):
        return False
    return bool(owed_today(file, account).owed)


def settled_accounts(file: CaseFile, bank: str) -> tuple[Account, ...]:
    """The accounts at a bank on which nothing is owed, those recorded as settled with their balance gone since that day."""
    return tuple(_settled(file, bank))


def _settled(file: CaseFile, bank: str) -> Iterator[Account]:
    for account in file.filed_with(bank):
        end = file.end(account.id)
        if end is not None and end.how == SETTLED:
            yield owed_today(file, account)
        elif not account.owed:
            yield account


def countered(file: CaseFile, bank: str) -> tuple[tuple[PlanVersion, PlanVersion, Approval], ...]:
    """Our version, the bank's and its reply, for every account at a bank whose last counter-offer is on record."""
    found: dict[str, tuple[PlanVersion, PlanVersion, Approval]] = {}
    here = {account.id for account in file.filed_with(bank)}
    for reply in file.approvals:
        ours, theirs = file.plan(reply.plan_id), file.plan(reply.offer)
        if reply.authority == "bank" and ours and theirs and ours.account_id in here:
            found[ours.account_id] = (ours, theirs, reply)
    return tuple(found.values())


def decided(file: CaseFile, theirs: PlanVersion) -> Answer:
    """What was decided on a bank's terms: they were chosen, a newer version was, or neither."""
    chosen = file.chosen(theirs.account_id)
    if chosen is not None and chosen.id == theirs.id:
        return "accept"
    return "counter" if chosen is not None and chosen.version > theirs.version else "refuse"


def _under_agreement(file: CaseFile, account: Account) -> bool:
    """A granted plan, or an adopted one: that holds while another is only being applied for."""
    if file.adoption(account.id) is not None:
        return True
    chosen = file.chosen(account.id)
    reply = file.decision(chosen.id, "bank") if chosen else None
    return reply is not None and reply.decision == "granted"


def _person(file: CaseFile, *fields: str) -> Iterator[Finding]:
    """The debtor's own facts that a paper cannot do without."""
    debtor = file.debtor
    known = {
        FieldRef.DEBTOR_NAME: debtor.name.strip(),
        FieldRef.DEBTOR_RESIDENT_ID: debtor.resident_id.strip(),
        FieldRef.DEBTOR_PHONES: debtor.phone(),
        FieldRef.DEBTOR_ADDRESSES: debtor.address().strip(),
    }
    for field_ref, value in known.items():
        if not value and field_ref.removeprefix("debtor.") in (
            fields or ("name", "resident_id", "phones", "addresses")
        ):
            yield Finding("required_field", field_ref)


def _desk(file: CaseFile) -> Iterator[Finding]:
    for field in ("desk_name", "agent", "phone"):
        if not getattr(file.settings, field).strip():
            yield Finding("required_field", f"desk.{field}")


def _bank(file: CaseFile, bank: str, *facts: str) -> Iterator[Finding]:
    contact = file.bank_contact(bank)
    for fact in facts:
        if not getattr(contact, fact).strip():
            yield Finding("bank_fact_missing", f"bank.{fact}.{bank}", {"bank": bank, "fact": fact})


def _comparison(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    if not compared_accounts(file, request.bank):
        yield Finding("comparison_empty", "plan", {"bank": request.bank})


def _formulas(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    if not compared_accounts(file, request.bank):
        yield Finding("formulas_empty", "plan", {"bank": request.bank})


def _costs(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    yield from () if lent_accounts(file, request.bank) else _formulas(file, request)


def _day(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    if request.until and request.until < file.today:
        yield Finding("request_day_past", "until", {"day": request.until.isoformat()})


def _agreement(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    yield from _person(file)
    for item in file.pack.agreement:
        if item.code not in CLAUSES:
            yield Finding(
                "agreement_item_unknown",
                f"paper.agreement.{item.code}",
                spoken_figures("item", (item.title,)),
            )
    plans = agreed_plans(file, request.bank, request.plan)
    if not plans:
        yield Finding("plan_not_chosen", "plan")
    else:
        yield from left_out(file, request.bank, plans)
    for plan in plans:
        account = file.account(plan.account_id)
        if not is_kept(file, plan) and plan.terms.components != owed_today(file, account).components:
            yield Finding("plan_balance_changed", f"plan.{account.id}", named(account))


def _consent(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    if not file.pack.consent:
        yield Finding("paper_not_in_pack", FieldRef.CASE_PACK, {"pack": file.pack.id})
    yield from _person(file, "name", "resident_id")
    yield from _desk(file)


def _authorisation(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    yield from _person(file)
    yield from _desk(file)
    yield from _day(file, request)


def _letter(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    if not file.pack.letter:
        yield Finding("paper_not_in_pack", FieldRef.CASE_PACK, {"pack": file.pack.id})
    if not letter_accounts(file, request.bank):
        yield Finding("letter_nothing_due", FieldRef.CASE_ACCOUNTS, {"bank": request.bank})
    yield from unclear_due_days(letter_accounts(file, request.bank))
    yield from _person(file, "name", "addresses")
    yield from _bank(file, request.bank, "phone", "query", "repay", "object_to")
    yield from _desk(file)
    yield from _day(file, request)


def _settlement(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    if not settled_accounts(file, request.bank):
        for account in file.filed_with(request.bank):
            figures = {**named(account), "owed": owed_today(file, account).owed.grouped()}
            yield Finding("account_not_settled", f"account.{account.id}", figures)
    yield from _person(file)


def _answer(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    yield from _person(file)


def _id_copy(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    if not id_items(file):
        yield Finding("id_copy_no_card", f"evidence.{ID_CARD}")
    yield from _person(file, "name")


def _receipt(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    here = {account.id for account in file.filed_with(request.bank)}
    if not any(payment.account_id in here for payment in standing(file.payments)):
        yield Finding("receipt_nothing", f"application.{request.bank}", {"bank": request.bank})
    yield from _person(file, "name")


def _claim_questions(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    """At least one account must have been gathered for, and each of them must come to a comparison."""
    yield from _person(file, "name")
    accounts = file.accounts_at(request.bank)
    gathered = [account for account in accounts if kept_sheet(file, account)]
    if not gathered:
        yield Finding("claim_nothing", f"claim.{accounts[0].id}", {"bank": request.bank})
    for account in gathered:
        try:
            compared = check_claim(file, account).compared
        except Refused as refused:
            for one in refused.findings:
                yield Finding("claim_unfinished", f"claim.{account.id}", {**named(account), "key": one.subject})
            continue
        if compared is None:
            yield Finding("claim_not_stated", f"claim.{account.id}", named(account))


def _talk_summary(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    """Without what it is about there is nothing to read back."""
    yield from _person(file, "name")
    if not file.case.reason and not file.case.requests:
        yield Finding("talk_summary_empty", FieldRef.CASE_REASON)


def _counter_reply(file: CaseFile, request: PaperRequest) -> Iterator[Finding]:
    yield from _person(file, "name", "resident_id", "phones")
    offers = countered(file, request.bank)
    if not offers:
        yield Finding("counter_not_recorded", "plan", {"bank": request.bank})
    for _, theirs, _ in offers:
        if request.answer and request.answer != decided(file, theirs):
            figures = {"answer": request.answer, "version": str(theirs.version)}
            yield Finding("answer_against_choice", f"plan.{theirs.account_id}", figures)


NEEDS: Final[Mapping[str, Callable[[CaseFile, PaperRequest], Iterator[Finding]]]] = {
    "comparison": _comparison,
    "formulas": _formulas,
    "cost-table": _costs,
    "evidence-request": _day,
    "talk-summary": _talk_summary,
    "agreement": _agreement,
    "consent": _consent,
    "authorisation": _authorisation,
    "collection-letter": _letter,
    "receipt": _receipt,
    "claim-questions": _claim_questions,
    "settlement-certificate": _settlement,
    "answer": _answer,
    "id-copy": _id_copy,
    "counter-reply": _counter_reply,
}
"""By the name of the kind: what keeps it from being written, each finding naming its field."""
