"""What is owed on one account, by component: principal, interest, penalty and fees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from workstation.money import Money, total

if TYPE_CHECKING:
    from workstation.plan.schedule.terms import Terms
    from workstation.profile.account import Account

Component = Literal["principal", "interest", "penalty", "fees"]
COMPONENTS: Final[tuple[Component, ...]] = ("principal", "interest", "penalty", "fees")


@dataclass(frozen=True, slots=True)
class Balances:
    """The four components, of one currency."""

    principal: Money
    interest: Money
    penalty: Money
    fees: Money

    @classmethod
    def of(cls, owing: Account | Terms) -> Balances:
        """The components of an account as of its own day, or those that terms are about."""
        return cls(owing.principal, owing.interest, owing.penalty, owing.fees)

    @property
    def total(self) -> Money:
        """All components together."""
        return total((self.principal, self.interest, self.penalty, self.fees))

    def part(self, component: Component) -> Money:
        """One component by name."""
        amount: Money = getattr(self, component)
        return amount
