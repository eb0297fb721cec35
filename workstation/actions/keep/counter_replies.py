"""A bank's counter-offer with its last day: kept on record, or taken while it still holds."""

from __future__ import annotations

from datetime import date

from workstation.actions.desk import Desk
from workstation.actions.keep.replies import ReplyDetails, note_reply
from workstation.actions.plans.counters import accept_counter
from workstation.actions.plans.options import record_counter
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.plan.schedule.terms import Terms
from workstation.plan.version import PlanVersion
from workstation.promise.authority import Approval


def record_offer(
    desk: Desk, plan_id: str, terms: Terms, by: str, note: str = "", valid_until: date | None = None
) -> PlanVersion:
    """As `record_counter`, and until when the offer holds. Raises `Refused` as that does."""
    theirs = record_counter(desk, plan_id, terms, by, note)
    _note_last_day(desk, plan_id, note, valid_until)
    return theirs


def accept_offer(
    desk: Desk, plan_id: str, terms: Terms, by: str, note: str = "", valid_until: date | None = None
) -> PlanVersion:
    """As `accept_counter`; offer and grant hold until the same day. Raises `Refused`: bank_grant_expired for a day that is past."""
    if valid_until is not None and valid_until < desk.clock.today():
        raise Refused(Finding("bank_grant_expired", FieldRef.REPLY_VALID_UNTIL, {"day": valid_until.isoformat()}))
    theirs = accept_counter(desk, plan_id, terms, by, note)
    for answered in (plan_id, theirs.id):
        _note_last_day(desk, answered, note, valid_until)
    return theirs


def _note_last_day(desk: Desk, plan_id: str, words: str, valid_until: date | None) -> None:
    if valid_until is not None:
        decision = desk.store.find(Approval, plan_id=plan_id, authority="bank")[-1]
        note_reply(desk, decision, ReplyDetails(words=words, valid_until=valid_until))
