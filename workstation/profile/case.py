"""A case: one debtor with all accounts, walking through six stages. Gates between the stages live with the facts they ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import Final, Literal

Role = Literal["creditor_agency", "debtor_adviser"]
GENERAL_PACK: Final = "cn-card"
"""The rules of a case until its accounts or a person say otherwise."""


class Stage(IntEnum):
    """The six stages in order; ``key`` names them in wording catalogues and data."""

    UNDERSTAND = 1
    EVIDENCE = 2
    VERIFY = 3
    PLAN = 4
    APPLY = 5
    KEEP = 6

    @property
    def key(self) -> str:
        """``understand`` … ``keep``."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Case:
    """What belongs to the case itself. Reason and request codes come from the pack; an empty code means not yet known.

    ``language`` is that of the papers: zh-Hans, zh-Hant or en. ``pack`` names one version of its rules (`policy.versions`).
    """

    id: str
    number: str
    debtor_id: str
    opened_on: date
    stage: Stage = Stage.UNDERSTAND
    reason: str = ""
    reason_from: date | None = None
    reason_to: date | None = None
    reason_note: str = ""
    requests: tuple[str, ...] = ()
    repayment_source: str = ""
    repayment_proposal: str = ""
    pack: str = GENERAL_PACK
    language: str = "zh-Hans"
    import_id: str = ""


@dataclass(frozen=True, slots=True)
class StageChange:
    """One step forward or a re-opening, kept for good."""

    id: str
    case_id: str
    stage: Stage
    at: datetime
    by: str
    note: str = ""
