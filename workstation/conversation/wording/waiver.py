"""Why words of a letter stay although the wording check is against them: a supervisor's reason, kept at the desk, never printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class WordingWaiver:
    """``reason`` for leaving ``words`` in the letter of a case for ``bank``. ``by``: who answers for it (severe: a supervisor).

    ``texts``: the SHA-256 (hex) of the texts that were judged; whoever changes one needs another reason.
    """

    id: str
    case_id: str
    bank: str
    texts: str
    words: tuple[str, ...]
    reason: str
    at: datetime
    by: str
