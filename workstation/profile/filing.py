"""Where a case lies: put away into the archive or brought back, and which agent it is given to. The latest entry of each counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ArchiveChange:
    """A case put away (``archived``) or brought back, with the reason; it says nothing about the debt."""

    id: str
    case_id: str
    archived: bool
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class AgentChange:
    """A case given to an agent by name; an empty ``agent`` takes it from everybody."""

    id: str
    case_id: str
    agent: str
    at: datetime
    by: str
