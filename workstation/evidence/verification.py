"""Evidence items and what was done to check them: received, verified by a named check, failed, or waived by a
supervisor.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

CheckResult = Literal["ok", "failed"]


@dataclass(frozen=True, slots=True)
class Mask:
    """A rectangle to be covered on page ``page`` (from 0) of a copy, in ten-thousandths of the width and height of the page as
    it is seen upright, from its upper left corner.
    """

    page: int
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One file in the vault received as proof of a requirement. ``sha256`` is of the original bytes, hex. An empty ``requirement``:
    nobody has said yet what it proves.

    ``form``: original, copy or electronic; ``covers_from``/``covers_to`` half-open, for statements and the like.
    ``masks`` are to be covered on every copy; ``number_placed``: somebody has located the number, or that there is
    none.
    """

    id: str
    case_id: str
    requirement: str
    sha256: str
    file_name: str
    size: int
    media_type: str
    received_at: datetime
    received_by: str
    account_id: str = ""
    form: str = "copy"
    issuer: str = ""
    document_number: str = ""
    issued_on: date | None = None
    covers_from: date | None = None
    covers_to: date | None = None
    note: str = ""
    withdrawn: bool = False
    masks: tuple[Mask, ...] = ()
    number_placed: bool = False


@dataclass(frozen=True, slots=True)
class ItemTurn:
    """How far a proof is turned to stand upright, in quarters clockwise (1 to 3); the file itself stays as it is."""

    item_id: str
    case_id: str
    quarters: int


@dataclass(frozen=True, slots=True)
class Verification:
    """One check of one item; the latest of a check counts. ``check`` names it: original_seen, issuer_phoned, portal,
    document_number, arithmetic.
    """

    id: str
    item_id: str
    case_id: str
    check: str
    result: CheckResult
    at: datetime
    by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawnCheck:
    """A check that was recorded wrongly, and why it counts no more; both stay on record."""

    verification_id: str
    case_id: str
    reason: str
    at: datetime
    by: str


TOLD_BY_OTHERS: Final = ("issuer_phoned", "portal")
"""Checks that leave nothing in the hand: who said it, or what the screen showed, has to be written down."""


def needs_note(check: str, result: CheckResult, *, second_person: bool) -> bool:
    """Whether a check counts for nothing without a note: a failure, what others told, and a second person's look."""
    return result == "failed" or check in TOLD_BY_OTHERS or second_person


@dataclass(frozen=True, slots=True)
class Waiver:
    """A supervisor's decision that a requirement need not be met, with the reason."""

    id: str
    case_id: str
    requirement: str
    reason: str
    by: str
    at: datetime
