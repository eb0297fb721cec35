"""One debt at one bank. Days overdue, the first of them and the bucket are derived from ``due_on``, never stored."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from workstation.money import Money, total
from workstation.profile.due_day import UNCLEAR, first_day_overdue
from workstation.rates import Rate


@dataclass(frozen=True, slots=True)
class Account:
    """Components are what was owed on ``as_of``; all amounts share ``currency``.

    ``product`` is a key of the wording catalogue (credit_card, consumer_loan, business_loan, online_loan, other).
    ``due_on``: the due day that was missed, day 0 of every count. ``due_given``: the day as a list or a person gave it, and
    ``due_source`` what that day is (`workstation.profile.due_day`).
    """

    id: str
    case_id: str
    bank: str
    number: str
    product: str = "credit_card"
    currency: str = "CNY"
    principal: Money = Money(0)
    interest: Money = Money(0)
    penalty: Money = Money(0)
    fees: Money = Money(0)
    limit: Money | None = None
    minimum_due: Money | None = None
    as_of: date | None = None
    due_on: date | None = None
    due_given: date | None = None
    due_source: str = ""
    opened_on: date | None = None
    rate: Rate | None = None
    term: int | None = None
    instalments_paid: int | None = None
    instalments_left: int | None = None
    statement_day: int | None = None
    due_day: int | None = None
    purpose: str = ""
    import_id: str = ""

    @property
    def components(self) -> tuple[Money, Money, Money, Money]:
        """Principal, interest, penalty and fees; a plan is one of the present balance as long as its terms have the same."""
        return self.principal, self.interest, self.penalty, self.fees

    @property
    def owed(self) -> Money:
        """Principal, interest, penalty and fees together."""
        return total(self.components)

    @property
    def tail(self) -> str:
        """The last four characters of the number, the only part shown unasked; blanks of an older desk's number do not count."""
        return account_number(self.number)[-4:]

    @property
    def due_unclear(self) -> bool:
        """Whether somebody must still say if the day given is the due day or the first day overdue."""
        return self.due_source in UNCLEAR

    @property
    def overdue_since(self) -> date | None:
        """The first day overdue; while it is not known which day was given, that day as it stands."""
        if self.due_on is None or self.due_unclear:
            return self.due_given if self.due_unclear else None
        return first_day_overdue(self.due_on)

    def days_overdue(self, today: date) -> int:
        """Whole days since ``due_on``; 0 when not overdue."""
        return max(0, (today - self.due_on).days) if self.due_on else 0


def account_number(text: str) -> str:
    """A number as it is kept: half width, without the blanks that are printed between its digits (``6222 0212 3456 7890 123``)."""
    return "".join((text if text.isascii() else unicodedata.normalize("NFKC", text)).split())
