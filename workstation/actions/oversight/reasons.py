"""Why something was done, as its record says: what the timeline of a case shows beside an entry of the log."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

from workstation.conversation.complaint import ComplaintStep
from workstation.conversation.contact_terms import ContactOverride, ContactTerm
from workstation.conversation.wording.waiver import WordingWaiver
from workstation.evidence.verification import Verification, Waiver, WithdrawnCheck
from workstation.plan.version import PlanVersion
from workstation.profile.case import StageChange
from workstation.profile.filing import ArchiveChange
from workstation.promise.adoption import MissedTreatment
from workstation.promise.authority import Approval
from workstation.promise.bank_reply import BankReply
from workstation.promise.ending import AccountEnd
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseChange
from workstation.promise.wait_grant import PromiseApproval
from workstation.store.ledger.of_case import Ref
from workstation.store.transfer.plain import Entry, PlainForm
from workstation.wording import Wording

_TEXTS: Final[Mapping[type[Any], str]] = MappingProxyType(
    {
        ContactOverride: "reason", WithdrawnCheck: "reason", Waiver: "reason", WordingWaiver: "reason",
        MissedTreatment: "reason", PromiseChange: "reason", Approval: "note", PromiseApproval: "note",
        AccountEnd: "note", StageChange: "note", Verification: "note", ComplaintStep: "note", ContactTerm: "note",
        ArchiveChange: "reason", Payment: "note", BankReply: "words", PlanVersion: "why",
    }
)  # fmt: skip
"""Kind of record → the field that says why. Overrides, withdrawals, refusals, closings and what else is decided with a reason."""
_CODES: Final[Mapping[type[Any], tuple[str, str]]] = MappingProxyType(
    {AccountEnd: ("how", "account_end"), BankReply: ("refusal", "refusal"), Approval: ("decision", "decision")}
)
"""Kind of record → the field of its coded reason, and where the words of the codes stand."""


def reasons_of(entries: Iterable[Entry], words: Wording) -> Mapping[Ref, str]:
    """Table and key of a record → its reason in words; records that say none are left out."""
    form = PlainForm()
    found = ((entry.ref, _reason(form.kind(entry.table), entry.values, words)) for entry in entries)
    return {ref: text for ref, text in found if text}


def _reason(kind: type[Any], values: Mapping[str, Any], words: Wording) -> str:
    text = str(values.get(_TEXTS.get(kind, ""), "") or "").strip()
    field, section = _CODES.get(kind, ("", ""))
    code = str(values.get(field, "") or "")
    key = f"{section}.{code}"
    said = words.text(key) if code and words.has(key) else code
    if kind is Approval and not text:  # a decision without a reason says nothing beyond what changed
        return ""
    return (": " if words.language == "en" else "：").join(filter(None, (said, text)))
