"""Everything that the store holds of one case, as a case file."""

from __future__ import annotations

from typing import Any, Final

from workstation.actions.contacts.reading import KINDS as CONTACT_KINDS
from workstation.actions.contacts.reading import contact_records
from workstation.actions.desk import Desk
from workstation.casework.case_file import CaseFile
from workstation.casework.printed import PrintedPacket
from workstation.casework.said.entry import PaperEntry
from workstation.conversation.contact import ContactEntry
from workstation.conversation.wording.waiver import WordingWaiver
from workstation.evidence.figure_source import FigureSource
from workstation.evidence.verification import EvidenceItem, Verification, Waiver, WithdrawnCheck
from workstation.plan.rebuilt.claim_sheet import ClaimSheet
from workstation.plan.schedule.lender_table import LenderTable
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.profile.account import Account
from workstation.profile.account_fact import AccountFact
from workstation.profile.bank import BankContact
from workstation.profile.budget import Budget
from workstation.profile.case import Case, StageChange
from workstation.profile.debtor import Debtor
from workstation.profile.statement import Statement
from workstation.promise.adoption import Adoption, MissedTreatment
from workstation.promise.authority import Approval
from workstation.promise.bank_reply import BankReply, OralAgreement
from workstation.promise.ending import AccountEnd
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseChange, PromiseEntry
from workstation.promise.stated_balance import BankBalance
from workstation.promise.wait_grant import PromiseApproval
from workstation.store.records.store_reading import OfCase

_KINDS: Final[tuple[type[Any], ...]] = (
    Budget, Statement, Account, ContactEntry, EvidenceItem, Verification, WithdrawnCheck, Waiver, PlanVersion, PlanChoice, Approval,
    StageChange, BankReply, Adoption, MissedTreatment, Payment, PromiseEntry, PromiseChange, BankBalance, AccountEnd,
    OralAgreement, PrintedPacket, PromiseApproval, WordingWaiver, FigureSource, PaperEntry, AccountFact, ClaimSheet, LenderTable,
    *CONTACT_KINDS,
)  # fmt: skip
"""What a case may hold, beside itself and its person."""


def other_cases(desk: Desk, file: CaseFile) -> tuple[CaseFile, ...]:
    """The other cases of the same person, as the number of the ID tells, in whatever writing."""
    who = file.debtor.resident_id.strip()
    same = desk.store.cases_of_id(who) if who else ()
    return tuple(read_case(desk, case_id) for case_id, _, _ in same if case_id != file.case.id)


def read_case(desk: Desk, case_id: str) -> CaseFile:
    """A case as of today. Raises `Refused` (not_found)."""
    store = desk.store
    held, case = store.of_case(case_id, _KINDS), store.get(Case, case_id)
    pack, statements = desk.pack_of(case.pack), held.all(Statement)
    accounts = held.all(Account)
    banks = dict.fromkeys(account.bank for account in accounts)
    store.ahead((Debtor, {"id": case.debtor_id}), *((BankContact, {"bank": bank}) for bank in banks))
    return CaseFile(
        case=case,
        debtor=store.get(Debtor, case.debtor_id),
        budget=next((one for one in held.all(Budget) if one.lines), Budget(case_id, currency=pack.currency)),
        statement=statements[0] if statements else Statement(case_id, currency=pack.currency),
        pack=pack,
        settings=desk.settings,
        today=desk.clock.today(),
        accounts=accounts,
        contacts=held.all(ContactEntry),
        items=held.all(EvidenceItem),
        verifications=_standing(held),
        waivers=held.all(Waiver),
        plans=held.all(PlanVersion),
        choices=held.all(PlanChoice),
        approvals=held.all(Approval),
        changes=held.all(StageChange),
        replies=held.all(BankReply),
        packets=held.all(PrintedPacket),
        adoptions=held.all(Adoption),
        treatments=held.all(MissedTreatment),
        payments=held.all(Payment),
        promises=held.all(PromiseEntry),
        promise_changes=held.all(PromiseChange),
        bank_balances=held.all(BankBalance),
        ends=held.all(AccountEnd),
        oral_agreements=held.all(OralAgreement),
        promise_approvals=held.all(PromiseApproval),
        wording_waivers=held.all(WordingWaiver),
        entries=held.all(PaperEntry),
        contact_records=contact_records(held),
        sources=held.all(FigureSource),
        facts=held.all(AccountFact),
        claim_sheets=held.all(ClaimSheet),
        lender_tables=held.all(LenderTable),
        bank_contacts=tuple(known for bank in banks for known in store.find(BankContact, bank=bank)),
    )


def _standing(held: OfCase) -> tuple[Verification, ...]:
    """The checks that were not withdrawn."""
    gone = {one.verification_id for one in held.all(WithdrawnCheck)}
    return tuple(one for one in held.all(Verification) if one.id not in gone)
