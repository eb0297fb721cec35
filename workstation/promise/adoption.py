"""The schedule that a bank agreed to and that is now kept, and what was done about instalments that could not be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from workstation.money import Money

Treatment = Literal["skip", "part", "move", "append"]
TREATMENTS: Final[tuple[Treatment, ...]] = ("skip", "part", "move", "append")


@dataclass(frozen=True, slots=True)
class Adoption:
    """The plan version ``plan_id`` is kept from ``on`` on; the latest adoption of an account counts.

    ``document``: the bank's paper or recording by which it was agreed; ``clerk``: who agreed at the bank.
    """

    id: str
    case_id: str
    account_id: str
    plan_id: str
    on: date
    at: datetime
    by: str
    document: str = ""
    clerk: str = ""


@dataclass(frozen=True, slots=True)
class MissedTreatment:
    """What became of instalment ``instalment`` of an adopted schedule, and why.

    ``skip``: nothing is due on its day, the whole joins the next one. ``part``: ``amount`` stays due, the rest joins the next one.
    ``move``: the whole is due on ``to``. ``append``: nothing is due on its day, the whole comes one step after the last.
    ``consent``: how the bank agreed to it.
    """

    id: str
    case_id: str
    account_id: str
    adoption_id: str
    instalment: int
    kind: str
    reason: str
    at: datetime
    by: str
    amount: Money = Money(0)
    to: date | None = None
    consent: str = ""
    currency: str = "CNY"
