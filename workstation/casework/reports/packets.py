"""The packets of a case: when each bank got its first one, and what it answered to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from workstation.casework.case_file import CaseFile

Outcome = Literal["granted", "countered", "refused", "waiting"]
OUTCOMES: tuple[Outcome, ...] = ("granted", "countered", "refused", "waiting")
LOOKS_AT: Final = frozenset({"accounts", "facts", "plans", "approvals", "replies", "packets"})
"""The fields of a case file that `applied` looks at."""


@dataclass(frozen=True, slots=True)
class Applied:
    """One bank of a case that was applied to. ``sent_on``: its first final packet; ``answered_on``: when it gave its latest answer
    since then.

    ``days_to_packet`` from the opening of the case, ``days_to_answer`` from the first packet; None while there is no answer.
    """

    bank: str
    sent_on: date
    outcome: Outcome
    days_to_packet: int
    answered_on: date | None = None

    @property
    def days_to_answer(self) -> int | None:
        """Days from the first packet to the answer that counts."""
        return None if self.answered_on is None else (self.answered_on - self.sent_on).days


def applied(file: CaseFile) -> tuple[Applied, ...]:
    """Each bank that got a final packet, in the order of the first ones."""
    firsts: dict[str, date] = {}
    for packet in sorted((one for one in file.packets if not one.draft), key=lambda one: one.at):
        firsts.setdefault(packet.bank, file.day_of(packet.at))
    return tuple(_applied(file, bank, sent) for bank, sent in firsts.items())


def _applied(file: CaseFile, bank: str, sent: date) -> Applied:
    accounts = {account.id for account in file.filed_with(bank)}
    plans = {plan.id for plan in file.plans if plan.account_id in accounts}
    answers = [one for one in file.approvals if one.authority == "bank" and one.plan_id in plans]
    replied = {one.approval_id: one.replied_at for one in file.replies}
    given = [(replied.get(one.id, one.at), one) for one in answers if one.decision in OUTCOMES]
    told = [(at, one) for at, one in given if file.day_of(at) >= sent]
    days = (sent - file.case.opened_on).days
    if not told:
        return Applied(bank, sent, "waiting", days)
    replied_at, last = max(told, key=lambda one: (one[0], one[1].at))
    outcome: Outcome = next(one for one in OUTCOMES if one == last.decision)
    return Applied(bank, sent, outcome, days, file.day_of(replied_at))
