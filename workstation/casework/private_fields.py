"""What is private about a person, by entity and field: the one list that window and command line cover by.

Codes of the catalogue, days, amounts, ids, the desk's own people and the banks are open; whatever a person typed freely, and
whatever names, reaches or numbers a person, is private.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from workstation.casework.bank_form import BankForm
from workstation.casework.handover import BundleState
from workstation.casework.printed import PacketFact
from workstation.casework.said.entry import PaperEntry
from workstation.conversation.complaint import Complaint, ComplaintStep
from workstation.conversation.contact import ContactEntry
from workstation.conversation.contact_terms import ContactOverride, ContactTerm
from workstation.conversation.vulnerability import Vulnerability
from workstation.conversation.wording.waiver import WordingWaiver
from workstation.errors import Finding
from workstation.evidence.container import ItemContainer
from workstation.evidence.figure_source import FigureSource
from workstation.evidence.verification import EvidenceItem, Verification, Waiver, WithdrawnCheck
from workstation.plan.schedule.lender_table import LenderCost
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account
from workstation.profile.account_fact import AccountFact
from workstation.profile.batch import Import, ImportReject
from workstation.profile.budget import BudgetLine
from workstation.profile.case import Case, StageChange
from workstation.profile.debtor import Address, Contact, Debtor, Phone, masked
from workstation.profile.filing import ArchiveChange
from workstation.profile.statement import Statement, StatementLine
from workstation.promise.adoption import Adoption, MissedTreatment
from workstation.promise.authority import Approval
from workstation.promise.bank_reply import BankReply, OralAgreement
from workstation.promise.ending import AccountEnd
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseChange, PromiseEntry
from workstation.promise.stated_balance import BankBalance
from workstation.promise.wait_grant import PromiseApproval
from workstation.received.recognition.recognised import RecognisedWord

PRIVATE: Final[Mapping[type[Any], frozenset[str]]] = MappingProxyType(
    {
        Debtor: frozenset(
            {"name", "resident_id", "phones", "addresses", "contacts", "email", "employer", "position", "born_on"}
        ),
        Phone: frozenset({"number"}),
        Address: frozenset({"text"}),
        Contact: frozenset({"name", "phone"}),
        Account: frozenset({"number", "purpose"}),
        AccountFact: frozenset({"party", "proof"}),
        LenderCost: frozenset({"name", "payee"}),
        BudgetLine: frozenset({"note"}),
        Statement: frozenset({"employer_number"}),
        StatementLine: frozenset({"name", "note"}),
        Case: frozenset({"reason_note", "repayment_source", "repayment_proposal"}),
        ArchiveChange: frozenset({"reason"}),
        StageChange: frozenset({"note"}),
        ContactEntry: frozenset({"number", "note", "next_step", "recording", "person"}),
        Complaint: frozenset({"complainant", "about", "reference"}),
        ComplaintStep: frozenset({"note"}),
        Vulnerability: frozenset({"consent", "note"}),
        ContactTerm: frozenset({"person", "note"}),
        ContactOverride: frozenset({"person", "number", "reason"}),
        EvidenceItem: frozenset({"file_name", "issuer", "document_number", "note"}),
        ItemContainer: frozenset({"file_name", "password", "member"}),
        RecognisedWord: frozenset({"text"}),
        FigureSource: frozenset({"value"}),
        Verification: frozenset({"note"}),
        Waiver: frozenset({"reason"}),
        WithdrawnCheck: frozenset({"reason"}),
        PlanVersion: frozenset({"why"}),
        Approval: frozenset({"note"}),
        BankReply: frozenset({"words", "document", "mend"}),
        Adoption: frozenset({"document"}),
        MissedTreatment: frozenset({"reason", "consent"}),
        Payment: frozenset({"payer", "reference", "note"}),
        PromiseEntry: frozenset({"source", "note"}),
        PromiseChange: frozenset({"reason"}),
        PromiseApproval: frozenset({"note"}),
        WordingWaiver: frozenset({"reason", "words"}),
        PaperEntry: frozenset({"text"}),
        BankBalance: frozenset({"source"}),
        AccountEnd: frozenset({"note"}),
        OralAgreement: frozenset({"terms", "recording"}),
        PacketFact: frozenset({"value"}),
        BankForm: frozenset({"password"}),
        Import: frozenset({"file_name"}),
        ImportReject: frozenset({"cells"}),
        BundleState: frozenset({"content"}),
    }
)
"""Entity → its private fields; a member (a phone of a debtor) is listed under its own class too."""

NUMBERS: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {"debtor.resident_id": (3, 4), "account.number": (4, 4)}
)
"""Form fields that stay masked until asked for, with how many first and last characters are shown meanwhile."""

_AREAS: Final[Mapping[str, type[Any]]] = MappingProxyType(
    {
        "debtor": Debtor, "account": Account, "case": Case, "contact": ContactEntry, "item": EvidenceItem,
        "payment": Payment, "promise": PromiseEntry, "treatment": MissedTreatment, "end": Adoption,
        "verification": Verification, "waiver": Waiver, "approval": Approval, "complaint": Complaint,
        "complaint_step": ComplaintStep, "vulnerability": Vulnerability, "term": ContactTerm, "override": ContactOverride,
        "oral": OralAgreement, "wording": WordingWaiver, "entry": PaperEntry, "cost_item": LenderCost,
        "account_fact": AccountFact,
    }
)  # fmt: skip
"""What the areas of field references and forms are made of."""
_PARTS: Final = frozenset(
    {
        "debtor.phone_2",
        "debtor.registered",
        "debtor.work",
        "reply.note",
        "reply.document",
        "end.reason",
        "account_fact.secures",
    }
)
"""Form fields that hold one member of a list of an entity, or a field of one under another name."""

OPEN_FIGURES: Final = frozenset(
    {
        "accepted", "affordable", "after", "amount", "answer", "as_of", "authority", "balance_part", "bank", "before",
        "account_fact", "agreed", "calendar", "case", "deducted", "list_field", "received",
        "changed", "characters", "check", "choices", "column", "columns", "compound", "concession", "copies", "count",
        "criterion", "currencies", "currency", "dated", "day", "days", "difference", "earliest", "even", "evidenced",
        "expected", "fact", "failed", "field", "field_kind", "fields", "first_place", "folder", "form", "found", "from",
        "funds", "guesses", "item", "key", "kind", "known", "last", "least", "left", "length", "limit", "line", "made",
        "means", "mend", "month", "months", "most", "needed", "number", "offer", "offered", "offers", "option", "other",
        "ours", "owed", "pack", "page", "pages", "paper", "payment", "per_sheet", "pixels", "place", "principal",
        "printed", "printer", "program", "rank", "rate", "rates", "role", "row", "rows", "second_place", "share",
        "sheets", "simple", "size", "source", "stated", "subject", "sum", "surplus", "table", "theirs", "to", "token", "until",
        "usage", "version", "was", "weakness",
    }
)  # fmt: skip
"""Figures of findings that tell nothing of a person; every other figure, also one that nobody has listed yet, is covered."""

COVERED: Final = "••••"
"""Stands for a private text; its length tells nothing."""


def is_private(field_ref: str) -> bool:
    """Whether a field of a form, ``debtor.name``, is private."""
    area, _, key = field_ref.rpartition(".")
    entity = _AREAS.get(area)
    return field_ref in _PARTS or (entity is not None and key in PRIVATE[entity])


def covered(text: str) -> str:
    """What is shown in place of a private text; nothing for nothing."""
    return COVERED if text else ""


def covered_file_name(name: str) -> str:
    """A file name of which only the kind is left: ``••••.pdf``."""
    _, dot, kind = name.rpartition(".")
    return f"{COVERED}.{kind}" if dot and len(kind) <= 4 and kind.isascii() and kind.isalnum() else covered(name)


def covered_finding(finding: Finding) -> Finding:
    """The finding without what it tells of a person."""
    figures = {name: _covered_figure(name, value) for name, value in finding.figures.items()}
    return Finding(finding.code, finding.subject, figures)


def _covered_figure(name: str, value: str) -> str:
    if name == "file":
        return covered_file_name(value)
    return value if name in OPEN_FIGURES else covered(value)


def masked_number(field_ref: str, number: str) -> str:
    """A number as it is shown unasked: its ends, the middle hidden."""
    head, tail = NUMBERS[field_ref]
    return masked(number, head, tail)
