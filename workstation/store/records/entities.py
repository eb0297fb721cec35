"""One record per stored entity: same field names, typed columns, true references. Nothing outside store/ sees one."""

# ruff: noqa: D101, D106 - a record is described by its entity
from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from peewee import SQL, IntegerField, TextField

from workstation.casework.backup import BackupRecord, BackupSettings
from workstation.casework.bank_form import BankForm
from workstation.casework.printed import PrintedPacket, PrintRecord
from workstation.casework.said.entry import PaperEntry
from workstation.casework.settings import DeskSettings
from workstation.casework.user import User
from workstation.conversation.contact import ContactEntry
from workstation.evidence.container import ItemContainer
from workstation.evidence.recognised_text import RecognisedText
from workstation.evidence.statements.hand_mapping import KeptMapping
from workstation.evidence.verification import EvidenceItem, ItemTurn, Mask, Verification, Waiver
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.profile.account import Account
from workstation.profile.bank import BankContact
from workstation.profile.batch import Import, ImportReject
from workstation.profile.budget import Budget, BudgetLine
from workstation.profile.case import Case, Stage, StageChange
from workstation.profile.debtor import Address, Contact, Debtor, Phone
from workstation.profile.statement import Statement, StatementLine
from workstation.promise.authority import Approval
from workstation.promise.named_columns import ListMapping
from workstation.received.recognition.recognised import RecognisedPage, RecognisedWord
from workstation.store.backup.records import BackupRecordRecord, BackupSettingsRecord
from workstation.store.records.accounts import AccountRecord
from workstation.store.records.conduct import CONDUCT_RECORDS
from workstation.store.records.contacts import ContactEntryRecord
from workstation.store.records.drafts import DRAFT_RECORDS
from workstation.store.records.field_types import (
    ChoiceField,
    DayField,
    DerivedField,
    DerivedNumber,
    FlagField,
    HandMappingField,
    InstantField,
    ListField,
    ReferenceField,
    TermsField,
)
from workstation.store.records.filing import FILING_RECORDS
from workstation.store.records.imports import ImportRecord, ImportRejectRecord, ListMappingRecord
from workstation.store.records.keeping import KEEPING_RECORDS
from workstation.store.records.printed import BankFormRecord, PaperEntryRecord, PrintedPacketRecord, PrintMarkRecord
from workstation.store.records.reasons import REASON_RECORDS
from workstation.store.records.record import Record
from workstation.store.records.search_text import MADE_OF, search_text
from workstation.store.records.settings import BankContactRecord, DeskSettingsRecord
from workstation.store.records.sources import SOURCE_RECORDS
from workstation.store.records.trust_roots import TRUST_RECORDS
from workstation.store.records.users import UserRecord
from workstation.store.transfer.records import BUNDLE_RECORDS


class DebtorRecord(Record):
    id = TextField(primary_key=True)
    name = TextField()
    resident_id = TextField()
    phones = ListField(Phone)
    addresses = ListField(Address)
    contacts = ListField(Contact)
    email = TextField()
    marital = TextField()
    children = IntegerField(null=True)
    other_dependants = IntegerField(null=True)
    housing = TextField()
    education = TextField()
    employer = TextField()
    position = TextField()
    employment = TextField()
    pay_day = IntegerField(null=True)
    search = DerivedField(lambda debtor, stamp: search_text(debtor), MADE_OF)

    class Meta:
        indexes = ((("search", "id"), False),)


class CaseRecord(Record):
    id = TextField(primary_key=True)
    number = TextField(unique=True)
    debtor_id = ReferenceField("debtor")
    opened_on = DayField()
    stage = ChoiceField(Stage, index=True)
    reason = TextField()
    reason_from = DayField(null=True)
    reason_to = DayField(null=True)
    reason_note = TextField()
    requests = ListField(str)
    repayment_source = TextField()
    repayment_proposal = TextField()
    pack = TextField()
    language = TextField()
    import_id = ReferenceField("import", null=True)
    touched_at = DerivedField(lambda case, stamp: stamp.now)
    revision = DerivedNumber(lambda case, stamp: stamp.revision, index=True, constraints=[SQL("DEFAULT 0")])

    class Meta:
        indexes = ((("touched_at", "number"), False),)


class StageChangeRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    stage = ChoiceField(Stage)
    at = InstantField()
    by = TextField()
    note = TextField()


class BudgetRecord(Record):
    case_id = ReferenceField("case", primary_key=True)
    lines = ListField(BudgetLine)
    currency = TextField()


class StatementRecord(Record):
    case_id = ReferenceField("case", primary_key=True)
    lines = ListField(StatementLine)
    currency = TextField()
    employer_number = TextField()


class EvidenceItemRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    requirement = TextField()
    sha256 = TextField(index=True)
    file_name = TextField()
    size = IntegerField()
    media_type = TextField()
    received_at = InstantField()
    received_by = TextField()
    account_id = ReferenceField("account", null=True)
    form = TextField()
    issuer = TextField()
    document_number = TextField()
    issued_on = DayField(null=True)
    covers_from = DayField(null=True)
    covers_to = DayField(null=True)
    note = TextField()
    withdrawn = FlagField()
    masks = ListField(Mask, constraints=[SQL("DEFAULT '[]'")])
    number_placed = FlagField(constraints=[SQL("DEFAULT 0")])


class VerificationRecord(Record):
    id = TextField(primary_key=True)
    item_id = ReferenceField("evidence_item")
    case_id = ReferenceField("case")
    check = TextField()
    result = TextField()
    at = InstantField()
    by = TextField()
    note = TextField()


class WaiverRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    requirement = TextField()
    reason = TextField()
    by = TextField()
    at = InstantField()


class PlanVersionRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    account_id = ReferenceField("account")
    version = IntegerField()
    terms = TermsField()
    at = InstantField()
    by = TextField()
    why = TextField()

    class Meta:
        indexes = ((("account_id", "version"), True),)


class PlanChoiceRecord(Record):
    id = TextField(primary_key=True)
    case_id = ReferenceField("case")
    account_id = ReferenceField("account")
    plan_id = ReferenceField("plan_version")
    at = InstantField()
    by = TextField()


class ApprovalRecord(Record):
    id = TextField(primary_key=True)
    plan_id = ReferenceField("plan_version")
    case_id = ReferenceField("case")
    authority = TextField()
    decision = TextField()
    by = TextField()
    at = InstantField()
    note = TextField()
    offer = ReferenceField("plan_version", null=True)


class KeptMappingRecord(Record):
    id = TextField(primary_key=True)
    mapping = HandMappingField()
    at = InstantField()
    by = TextField()


class ItemTurnRecord(Record):
    item_id = ReferenceField("evidence_item", primary_key=True)
    case_id = ReferenceField("case")
    quarters = IntegerField()


class ItemContainerRecord(Record):
    item_id = ReferenceField("evidence_item", primary_key=True)
    case_id = ReferenceField("case")
    sha256 = TextField()
    file_name = TextField()
    size = IntegerField()
    password = TextField()
    member = TextField()


class RecognisedTextRecord(Record):
    item_id = ReferenceField("evidence_item", primary_key=True)
    case_id = ReferenceField("case")
    engine = TextField()
    pages = ListField(RecognisedPage)
    words = ListField(RecognisedWord)
    quarters = IntegerField()
    at = InstantField()
    by = TextField()
    confirmed_at = InstantField(null=True)
    confirmed_by = TextField()


RECORDS: Final[Mapping[type[Any], type[Record]]] = MappingProxyType(
    {
        Import: ImportRecord,
        ImportReject: ImportRejectRecord,
        Debtor: DebtorRecord,
        Case: CaseRecord,
        StageChange: StageChangeRecord,
        Account: AccountRecord,
        Budget: BudgetRecord,
        Statement: StatementRecord,
        ContactEntry: ContactEntryRecord,
        EvidenceItem: EvidenceItemRecord,
        Verification: VerificationRecord,
        Waiver: WaiverRecord,
        PlanVersion: PlanVersionRecord,
        PlanChoice: PlanChoiceRecord,
        Approval: ApprovalRecord,
        **KEEPING_RECORDS,
        **REASON_RECORDS,
        PaperEntry: PaperEntryRecord,
        PrintedPacket: PrintedPacketRecord,
        PrintRecord: PrintMarkRecord,
        DeskSettings: DeskSettingsRecord,
        BankContact: BankContactRecord,
        BankForm: BankFormRecord,
        KeptMapping: KeptMappingRecord,
        ListMapping: ListMappingRecord,
        ItemTurn: ItemTurnRecord,
        ItemContainer: ItemContainerRecord,
        RecognisedText: RecognisedTextRecord,
        BackupSettings: BackupSettingsRecord,
        BackupRecord: BackupRecordRecord,
        User: UserRecord,
        **CONDUCT_RECORDS,
        **SOURCE_RECORDS,
        **BUNDLE_RECORDS,
        **TRUST_RECORDS,
        **DRAFT_RECORDS,
        **FILING_RECORDS,
    }
)
"""Entity class to record class; a record comes after all that it refers to."""
