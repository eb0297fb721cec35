"""What was gathered to rebuild one account, as it is kept with the case: a question without what the case knows itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """``question``: JSON as `rebuild_question` reads it, payments of the page Keeping left out; there is one an account."""

    account_id: str
    case_id: str
    question: str
    at: datetime
    by: str
