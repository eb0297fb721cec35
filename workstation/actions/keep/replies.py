"""What a bank answered, with its own day, clerk and words, and agreements made by word of mouth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from workstation.actions.desk import Desk
from workstation.actions.keep.accounts import case_of, needed, refuse_ended
from workstation.actions.plans import versions
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.identity import new_id
from workstation.plan.version import PlanVersion
from workstation.promise.authority import Approval, Decision
from workstation.promise.bank_reply import REFUSALS, BankReply, OralAgreement


@dataclass(frozen=True, slots=True)
class ReplyDetails:
    """What is known of a reply beside its decision, as `BankReply` keeps it; ``replied_at`` None: now."""

    replied_at: datetime | None = None
    clerk_number: str = ""
    words: str = ""
    document: str = ""
    valid_until: date | None = None
    refusal: str = ""
    mend: str = ""
    again_on: date | None = None


def record_reply(
    desk: Desk, plan_id: str, decision: Decision, clerk: str, details: ReplyDetails, note: str = "", offer: str = ""
) -> Approval:
    """Record a bank's decision on a plan version with its circumstances.

    Raises `Refused`: reply_day_future, dates_reversed, required_field for a refusal without its coded reason, account_has_ended,
    and as `record_approval` does.
    """
    file, account = case_of(desk, desk.store.get(PlanVersion, plan_id).account_id)
    refuse_ended(file, account)
    _refuse_details(desk, decision, details, file.zone)
    approval = versions.record_approval(desk, plan_id, "bank", decision, clerk, note, offer)
    note_reply(desk, approval, details)
    return approval


def record_replies(
    desk: Desk, plan_ids: Sequence[str], decision: Decision, clerk: str, details: ReplyDetails, note: str = ""
) -> tuple[Approval, ...]:
    """One decision of a bank on several plan versions, all of them or none. Raises `Refused` as `record_reply`."""
    return tuple(record_reply(desk, plan_id, decision, clerk, details, note) for plan_id in plan_ids)


def note_reply(desk: Desk, approval: Approval, details: ReplyDetails) -> BankReply:
    """Keep the circumstances of a bank's decision that is on record. Raises `Refused` as `record_reply`."""
    account_id = desk.store.get(PlanVersion, approval.plan_id).account_id
    _refuse_details(desk, approval.decision, details, case_of(desk, account_id)[0].zone)
    reply = BankReply(
        approval.id,
        approval.case_id,
        account_id,
        details.replied_at or approval.at,
        approval.by,
        details.clerk_number.strip(),
        details.words.strip(),
        details.document.strip(),
        details.valid_until,
        details.refusal,
        details.mend.strip(),
        details.again_on,
    )
    desk.store.add(reply)
    return reply


def note_oral_agreement(
    desk: Desk,
    account_id: str,
    agreed_at: datetime,
    terms: str,
    recording: str,
    clerk: str = "",
    clerk_number: str = "",
) -> OralAgreement:
    """Put an agreement by word of mouth into the register. Raises `Refused`: required_field, reply_day_future."""
    file, account = case_of(desk, account_id)
    _refuse_future(desk, agreed_at)
    agreement = OralAgreement(
        new_id(),
        file.case.id,
        account.id,
        agreed_at,
        needed(terms, FieldRef.KEEP_REASON),
        needed(recording, FieldRef.KEEP_CONSENT),
        desk.clock.now(),
        desk.agent,
        clerk.strip(),
        clerk_number.strip(),
    )
    desk.store.add(agreement)
    return agreement


def _refuse_details(desk: Desk, decision: str, details: ReplyDetails, zone: tzinfo) -> None:
    if details.replied_at is not None:
        _refuse_future(desk, details.replied_at)
    replied_on = (details.replied_at or desk.clock.now()).astimezone(zone).date()
    for day, field_ref in (
        (details.valid_until, FieldRef.REPLY_VALID_UNTIL),
        (details.again_on, FieldRef.REPLY_AGAIN_ON),
    ):
        if day is not None and day < replied_on:
            raise Refused(Finding("dates_reversed", field_ref))
    if decision == "refused" and not details.refusal:
        raise Refused(Finding("required_field", FieldRef.REPLY_REFUSAL))
    if details.refusal and details.refusal not in REFUSALS:
        figures = {"value": details.refusal[:40], "choices": ", ".join(REFUSALS)}
        raise Refused(Finding("choice_unknown", FieldRef.REPLY_REFUSAL, figures))


def _refuse_future(desk: Desk, at: datetime) -> None:
    if at > desk.clock.now():
        raise Refused(Finding("reply_day_future", FieldRef.REPLY_REPLIED_AT, {"day": at.date().isoformat()}))
