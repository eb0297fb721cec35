"""One debt at one bank. Days overdue and the bucket are derived from ``overdue_since`` on a day, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from workstation.money import Money, total
from workstation.rates import Rate


@dataclass(frozen=True, slots=True)
class Account:
    """Components are what was owed on ``as_of``; all amounts share ``currency``.

    ``product`` is a key of the wording catalogue (credit_card, consumer_loan, business_loan, online_loan, other).
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
    overdue_since: date | None = None
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
        """The last four characters of the number, the only part shown unasked."""
        return self.number[-4:]

    def days_overdue(self, today: date) -> int:
        """Whole days since ``overdue_since``; 0 when not overdue."""
        return max(0, (today - self.overdue_since).days) if self.overdue_since else 0
