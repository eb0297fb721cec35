"""Balances that a bank states on a day, beside what stated balance and payments give: differences are told, nothing overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from workstation.errors import Finding
from workstation.money import Money
from workstation.plan.debt.balances import COMPONENTS
from workstation.promise.ledger import Ledger


@dataclass(frozen=True, slots=True)
class BankBalance:
    """What the bank says was owed at the end of ``on``; ``total`` where it gives no components, which are then None."""

    id: str
    case_id: str
    account_id: str
    on: date
    source: str
    at: datetime
    by: str
    total: Money
    principal: Money | None = None
    interest: Money | None = None
    penalty: Money | None = None
    fees: Money | None = None
    currency: str = "CNY"


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Stated against derived on the stated day; ``difference`` is stated less derived, by name, those that are not nothing."""

    stated: BankBalance
    derived: Ledger
    differences: tuple[tuple[str, Money], ...]

    @property
    def agrees(self) -> bool:
        """Whether nothing differs."""
        return not self.differences

    @property
    def findings(self) -> tuple[Finding, ...]:
        """One advice for each difference."""
        return tuple(
            Finding(
                "balance_differs",
                f"keep.{self.stated.account_id}",
                {
                    "balance_part": name,
                    "day": self.stated.on.isoformat(),
                    "difference": amount.grouped(),
                    "stated": self._stated(name).grouped(),
                },
            )
            for name, amount in self.differences
        )

    def _stated(self, name: str) -> Money:
        found: Money = getattr(self.stated, name)
        return found


def reconcile(stated: BankBalance, derived: Ledger) -> Reconciled:
    """The differences of each component that the bank names, and of the total."""
    figures: list[tuple[str, Money | None, Money]] = [("total", stated.total, derived.owed)]
    figures[:0] = [(name, getattr(stated, name), derived.balances.part(name)) for name in COMPONENTS]
    found = tuple(
        (name, theirs - ours) for name, theirs, ours in figures if theirs is not None and theirs.minor != ours.minor
    )
    return Reconciled(stated, derived, found)
