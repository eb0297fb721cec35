"""What a bank answered, beyond its decision: when, who at the bank, in which words; how long it holds, or why it was refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

REFUSALS: Final = (
    "papers_incomplete",
    "proof_doubted",
    "ability_not_shown",
    "first_payment_asked",
    "not_overdue_long_enough",
    "product_excluded",
    "already_in_plan",
    "handed_to_court",
    "not_requested",
    "no_reason_given",
    "other",
)
"""Why a bank refuses; the words, and what to mend, stand under ``refusal.<code>`` and ``refusal_mend.<code>``."""


@dataclass(frozen=True, slots=True)
class BankReply:
    """The circumstances of one decision of a bank (`Approval` of the same id).

    ``replied_at``: when the bank said it, ``clerk`` and ``clerk_number`` who. ``valid_until``: the last day of an offer or grant.
    ``refusal``: one of `REFUSALS`; ``mend``: what to put right, ``again_on``: from when to ask again.
    """

    approval_id: str
    case_id: str
    account_id: str
    replied_at: datetime
    clerk: str = ""
    clerk_number: str = ""
    words: str = ""
    document: str = ""
    valid_until: date | None = None
    refusal: str = ""
    mend: str = ""
    again_on: date | None = None


@dataclass(frozen=True, slots=True)
class OralAgreement:
    """An agreement made by word of mouth, with where its recording is found; kept until the debt is settled.

    Reference: 银监会令2011年第2号 Art. 70: an oral agreement is recorded, and the recording kept at least until settlement.
    """

    id: str
    case_id: str
    account_id: str
    agreed_at: datetime
    terms: str
    recording: str
    at: datetime
    by: str
    clerk: str = ""
    clerk_number: str = ""
