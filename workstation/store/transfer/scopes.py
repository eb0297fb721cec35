"""What of the desk belongs to one case: every stored kind is classified here, or a test fails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Literal

from workstation.casework.backup import BackupRecord, BackupSettings
from workstation.casework.bank_form import BankForm
from workstation.casework.draft import CaseView, Draft, WorkPlace
from workstation.casework.handover import BundleState, CaseBundle, DeskIdentity, KnownDesk, OriginEntry
from workstation.casework.printed import PrintedPacket, PrintRecord
from workstation.casework.said.entry import PaperEntry
from workstation.casework.settings import DeskSettings
from workstation.casework.trust_root import TrustRoot
from workstation.casework.user import User
from workstation.conversation.complaint import Complaint, ComplaintStep
from workstation.conversation.contact import ContactEntry
from workstation.conversation.contact_terms import ContactOverride, ContactTerm
from workstation.conversation.vulnerability import Vulnerability
from workstation.conversation.wording.waiver import WordingWaiver
from workstation.evidence.container import ItemContainer
from workstation.evidence.figure_source import FigureSource
from workstation.evidence.recognised_text import RecognisedText
from workstation.evidence.statements.hand_mapping import KeptMapping
from workstation.evidence.verification import EvidenceItem, ItemTurn, Verification, Waiver, WithdrawnCheck
from workstation.plan.rebuilt.claim_sheet import ClaimSheet
from workstation.plan.schedule.lender_table import LenderTable
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.profile.account import Account
from workstation.profile.account_fact import AccountFact
from workstation.profile.bank import BankContact
from workstation.profile.batch import Import, ImportReject
from workstation.profile.budget import Budget
from workstation.profile.case import Case, StageChange
from workstation.profile.debtor import Debtor
from workstation.profile.filing import AgentChange, ArchiveChange
from workstation.profile.statement import Statement
from workstation.promise.adoption import Adoption, MissedTreatment
from workstation.promise.authority import Approval
from workstation.promise.bank_reply import BankReply, OralAgreement
from workstation.promise.ending import AccountEnd
from workstation.promise.grant import GrantRequest, GrantWritten, SigningKey, SupervisorKey
from workstation.promise.named_columns import ListMapping
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseChange, PromiseEntry
from workstation.promise.stated_balance import BankBalance
from workstation.promise.wait_grant import PromiseApproval, PromiseRequest

Belongs = Literal["case", "referred", "bank", "stays", "desk"]
"""``case``: to one case, by its ``case_id``. ``referred``: to every case that refers to it. ``bank``: to cases for which a form of
its bank was printed. ``stays``: to one case, but only at this desk. ``desk``: to no case.
"""


@dataclass(frozen=True, slots=True)
class Scope:
    """How a kind takes part in the transfer of a case.

    ``file``: the field that names a file in the vault. ``own``: fields that each desk numbers for itself, so that one of another
    desk never replaces them; every unique index beside the key holds one. ``latest``: where the latest entry counts, the fields
    that tell of what; entries of two desks are then put in the order of their time. ``grows``: what one side lacks is taken, and
    nothing of it is ever removed. ``files_only``: where a case lies, which prolongs no time of keeping.
    """

    belongs: Belongs
    file: str = ""
    own: tuple[str, ...] = ()
    latest: tuple[str, ...] = ()
    grows: bool = False
    files_only: bool = False

    @property
    def travels(self) -> bool:
        """Whether it goes along to another desk."""
        return self.belongs in ("case", "referred", "bank")


_OF_CASE: Final = Scope("case")
_OF_DESK: Final = Scope("desk")

SCOPES: Final[Mapping[type[Any], Scope]] = MappingProxyType(
    {
        Import: Scope("referred", own=("revision",)),
        ImportReject: _OF_DESK,  # rows of others in the same file
        Debtor: Scope("referred"),
        Case: Scope("case", own=("number",)),
        StageChange: _OF_CASE,
        ArchiveChange: Scope("case", latest=("case_id",), files_only=True),
        AgentChange: Scope("stays", files_only=True),  # of whom another desk knows nothing
        Account: _OF_CASE,
        AccountFact: _OF_CASE,
        ClaimSheet: _OF_CASE,
        LenderTable: _OF_CASE,
        Budget: _OF_CASE,
        Statement: _OF_CASE,
        ContactEntry: _OF_CASE,
        Complaint: _OF_CASE,
        ComplaintStep: _OF_CASE,
        Vulnerability: _OF_CASE,
        ContactTerm: Scope("case", latest=("kind", "person")),
        ContactOverride: _OF_CASE,
        EvidenceItem: Scope("case", file="sha256"),
        Verification: Scope("case", latest=("item_id", "check")),
        Waiver: _OF_CASE,
        WithdrawnCheck: _OF_CASE,
        PlanVersion: Scope("case", own=("version",)),
        PlanChoice: Scope("case", latest=("account_id",)),
        Approval: Scope("case", latest=("plan_id", "authority")),
        BankReply: _OF_CASE,
        Adoption: Scope("case", latest=("account_id",)),
        MissedTreatment: _OF_CASE,
        Payment: _OF_CASE,
        PromiseEntry: _OF_CASE,
        PromiseChange: _OF_CASE,
        PromiseApproval: Scope("case", latest=("account_id", "on", "amount", "authority")),
        WordingWaiver: Scope("case", latest=("bank",)),
        PaperEntry: Scope("case", latest=("bank", "paper", "key")),
        BankBalance: _OF_CASE,
        AccountEnd: Scope("case", latest=("account_id",)),
        OralAgreement: _OF_CASE,
        PrintedPacket: Scope("case", file="sha256"),
        PrintRecord: Scope("case", file="sha256"),
        ItemTurn: _OF_CASE,
        ItemContainer: Scope("case", file="sha256"),
        RecognisedText: _OF_CASE,
        FigureSource: Scope("case", latest=("figure", "item_id")),
        BankForm: Scope("bank", file="sha256"),
        DeskSettings: _OF_DESK,
        Draft: _OF_DESK,
        WorkPlace: _OF_DESK,
        CaseView: _OF_DESK,
        BankContact: _OF_DESK,
        KeptMapping: _OF_DESK,
        ListMapping: _OF_DESK,
        BackupSettings: _OF_DESK,
        BackupRecord: _OF_DESK,
        User: _OF_DESK,
        DeskIdentity: _OF_DESK,
        KnownDesk: _OF_DESK,
        TrustRoot: _OF_DESK,
        SigningKey: _OF_DESK,
        SupervisorKey: _OF_DESK,
        GrantWritten: _OF_DESK,
        GrantRequest: Scope("stays"),  # answered by a code at the desk that asked; the decision travels as an approval
        PromiseRequest: Scope("stays"),  # likewise
        CaseBundle: Scope("stays"),
        BundleState: Scope("stays"),
        OriginEntry: Scope("case", grows=True),
    }
)
"""Entity class to its part in a transfer."""
