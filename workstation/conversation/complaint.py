"""A complaint about how somebody was dealt with: received, answered, closed. What happened to it is added, never changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

from workstation.policy.conduct_rules import Conduct
from workstation.policy.rules import Source

Outcome = Literal["upheld", "partly_upheld", "rejected", "withdrawn"]
OUTCOMES: Final[tuple[Outcome, ...]] = ("upheld", "partly_upheld", "rejected", "withdrawn")
KINDS: Final = ("hours", "frequency", "tone", "disclosure", "amount", "data", "other")
CHANNELS: Final = ("desk", "phone", "visit", "letter", "message", "bank", "regulator")


@dataclass(frozen=True, slots=True)
class Complaint:
    """One complaint. ``complainant``: who complains, as they are called; ``received_at``: when it came, perhaps before ``at``,
    when ``by`` put it on record. ``kind``, ``channel``: codes; ``about``: what it says; ``reference``: its number elsewhere.
    """

    id: str
    case_id: str
    received_at: datetime
    complainant: str
    channel: str
    kind: str
    about: str
    at: datetime
    by: str
    reference: str = ""


@dataclass(frozen=True, slots=True)
class ComplaintStep:
    """What happened to a complaint. ``kind``: answered, extended (the answer takes longer, with a reason) or closed; ``outcome`` is
    that of a closed one.
    """

    id: str
    complaint_id: str
    case_id: str
    kind: str
    at: datetime
    by: str
    note: str
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class ComplaintStatus:
    """A complaint as it stands. ``state``: open, answered, closed. ``answer_by``: the last day for the answer, by ``source``; None
    where the pack does not know one. ``answered_on`` is the local day of the first answer.
    """

    complaint: Complaint
    steps: tuple[ComplaintStep, ...]
    state: str
    answer_by: date | None
    source: Source | None
    answered_on: date | None
    outcome: str = ""

    @property
    def holds(self) -> bool:
        """Whether contacts wait for it: until it is closed."""
        return self.state != "closed"

    def late(self, today: date) -> bool:
        """Whether the answer came, or is by now, after its last day."""
        return self.answer_by is not None and (self.answered_on or today) > self.answer_by


def complaint_status(complaint: Complaint, steps: Iterable[ComplaintStep], rules: Conduct) -> ComplaintStatus:
    """Where a complaint stands, by everything that was recorded of it."""
    mine = tuple(sorted((one for one in steps if one.complaint_id == complaint.id), key=lambda one: one.at))
    kinds = [one.kind for one in mine]
    answered = next((one.at for one in mine if one.kind in ("answered", "closed")), None)
    rule = rules.complaint_most_days if "extended" in kinds else rules.complaint_days
    received_on = complaint.received_at.astimezone(rules.zone).date()
    return ComplaintStatus(
        complaint,
        mine,
        "closed" if "closed" in kinds else "answered" if "answered" in kinds else "open",
        received_on + timedelta(days=rule.value) if rule else None,
        rule.source if rule else None,
        answered.astimezone(rules.zone).date() if answered else None,
        next((one.outcome for one in mine if one.kind == "closed"), ""),
    )
