"""A lender's table of costs is kept with its account, or taken out again."""

from __future__ import annotations

from dataclasses import replace

from workstation.actions.desk import Desk
from workstation.errors import Finding, Refused, refuse_if
from workstation.plan.schedule.lender_table import INTEREST, LenderTable, lender_costs, table_findings
from workstation.profile.account import Account
from workstation.wording import LANGUAGES, Wording


def keep_table(desk: Desk, table: LenderTable, base: LenderTable | None = None) -> LenderTable:
    """Keep the table of ``table.account_id``; who and when are taken from the desk. ``base``: what the person saw.

    Raises `Refused`: all of `table_findings`, what `lender_costs` refuses, amount_currency, save_conflict.
    """
    account = desk.store.get(Account, table.account_id)
    if table.currency != account.currency or table.lent.currency != account.currency:
        raise Refused(Finding("amount_currency", "costs.lent", {"currency": account.currency}))
    refuse_if(table_findings(table, names_of_interest()))
    lender_costs(table)
    kept = replace(table, case_id=account.case_id, at=desk.clock.now(), by=desk.agent)
    return desk.store.save(kept, base)


def drop_table(desk: Desk, account_id: str, base: LenderTable | None = None) -> None:
    """Take the table of an account out, which the log remembers.

    Raises `Refused`: not_found where there is none, remove_changed where it is no longer as ``base``, which the person saw.
    """
    stored = desk.store.get(LenderTable, account_id)
    if base is not None and replace(stored, at=base.at, by=base.by) != base:
        account = desk.store.get(Account, account_id)
        raise Refused(Finding("remove_changed", f"account.{account.id}", {"bank": account.bank, "tail": account.tail}))
    desk.store.delete(LenderTable, account_id)


def names_of_interest() -> frozenset[str]:
    """What the interest is called on screens and papers: no further item may bear its name."""
    return frozenset((INTEREST, *(Wording(one).text("paper.cost.interest") for one in LANGUAGES)))
