"""A lender's table of costs held against what its own items come to, and against the cap of its kind of lender on that day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.errors import Finding
from workstation.plan.rate.cost_table import CostTable, ItemCost
from workstation.plan.rate.true_rate import TrueRate
from workstation.plan.schedule.lender_table import LenderTable, lender_costs
from workstation.profile.account import Account
from workstation.rates import Rate, percent, rounded

AGREES: Final = Decimal("0.0001")
"""A rate that a lender prints with two decimals of a percent agrees with one that differs by no more than this."""
_ADDED, _SINGLE = "added", "single"


@dataclass(frozen=True, slots=True)
class CostLine:
    """An item, or a sum (``code``: added, single), with the yearly rate that the lender states, if it states one."""

    code: str
    payee: str
    cost: ItemCost | None
    rate: TrueRate
    stated: Rate | None

    @property
    def differs(self) -> bool:
        """Whether the lender's figure is neither the simple nor the compound rate of what it is said of."""
        return self.stated is not None and not agrees(self.stated, self.rate)


@dataclass(frozen=True, slots=True)
class LenderCheck:
    """``lines``: every item, the sum of the items by 金规〔2026〕2号, then the single rate by 〔2021〕3号."""

    table: CostTable
    lines: tuple[CostLine, ...]
    findings: tuple[Finding, ...]


def kept_table(file: CaseFile, account: Account) -> LenderTable | None:
    """The lender's table of an account; None before anybody typed one."""
    return next((one for one in file.lender_tables if one.account_id == account.id), None)


def lent_accounts(file: CaseFile, bank: str) -> tuple[Account, ...]:
    """The accounts at a bank (empty: at all) whose lender's table was typed."""
    accounts = file.filed_with(bank) if bank else file.accounts
    return tuple(account for account in accounts if kept_table(file, account))


def check_table(file: CaseFile, account: Account, kept: LenderTable) -> LenderCheck:
    """Raises `Refused` as `lender_costs`. Findings: ``cost_item_differs``, ``cost_sum_single``, ``cost_sum_differs``,
    ``cost_over_cap``.
    """
    table = lender_costs(kept)
    lines = (*_items(kept, table), *_sums(kept, table))
    return LenderCheck(table, lines, tuple(_findings(file, account, kept, lines)))


def agrees(stated: Rate, rate: TrueRate) -> bool:
    """Whether a stated yearly rate is the simple or the compound one, to two decimals of a percent."""
    return any(abs(rounded(one) - stated.value) <= AGREES for one in (rate.simple, rate.compound))


def _items(kept: LenderTable, table: CostTable) -> Iterator[CostLine]:
    told = {one.name: one.stated for one in kept.items}
    for one in table.items:
        stated = told.get(one.item.code, "")
        yield CostLine(one.item.code, one.item.payee, one, one.rate, Rate(Decimal(stated)) if stated else None)


def _sums(kept: LenderTable, table: CostTable) -> Iterator[CostLine]:
    yield CostLine(_ADDED, "", None, table.added, kept.stated)
    yield CostLine(_SINGLE, "", None, table.single, None)


def _findings(file: CaseFile, account: Account, kept: LenderTable, lines: tuple[CostLine, ...]) -> Iterator[Finding]:
    subject, bank = f"costs.{account.id}", {"bank": account.bank}
    for line in lines:
        if not line.differs or line.stated is None:
            continue
        figures = {**bank, "stated": line.stated.percent(), **_both(line.rate)}
        if line.cost is not None:
            yield Finding("cost_item_differs", subject, {**figures, "cost_name": line.code})
        elif agrees(line.stated, lines[-1].rate):
            yield Finding("cost_sum_single", subject, figures)
        else:
            yield Finding("cost_sum_differs", subject, figures)
    added, cap = lines[-2].rate, file.pack.annual_cap(account.bank, kept.on)
    if rounded(added.simple) > cap.rate:
        source = {"source": cap.source.name, "dated": cap.source.dated}
        yield Finding("cost_over_cap", subject, {**bank, **source, **_both(added), "limit": percent(cap.rate)})


def _both(rate: TrueRate) -> dict[str, str]:
    return {"simple": percent(rate.simple), "compound": percent(rate.compound)}
