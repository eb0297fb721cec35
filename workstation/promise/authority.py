"""Who may grant what. Nothing reads as granted before the authority of its tier has granted it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Decision = Literal["requested", "granted", "refused"]


@dataclass(frozen=True, slots=True)
class Approval:
    """One decision on one plan version by one authority (agent, supervisor, bank); the latest of an authority counts."""

    id: str
    plan_id: str
    case_id: str
    authority: str
    decision: Decision
    by: str
    at: datetime
    note: str = ""
