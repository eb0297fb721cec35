"""Which command of keeping is which function."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from workstation.actions.desk import Desk
from workstation.cli.answers import Answer
from workstation.cli.keep import (
    accounts,
    balances,
    claims,
    costs,
    day,
    filing,
    payments,
    promises,
    registers,
    reports,
    statement,
)
from workstation.wording import Wording

COMMANDS: Final[Mapping[tuple[str, str], Callable[[Desk, argparse.Namespace, Wording], Answer]]] = MappingProxyType(
    {
        **filing.COMMANDS,
        ("case", "claim"): claims.case_claim,
        ("case", "costs"): costs.case_costs,
        ("case", "statement"): statement.case_statement,
        ("case", "fact"): claims.case_fact,
        ("plan", "reply"): accounts.plan_reply,
        ("plan", "counter"): accounts.plan_counter,
        ("plan", "adopt"): accounts.plan_adopt,
        ("plan", "again"): accounts.plan_again,
        ("payment", "add"): payments.payment_add,
        ("payment", "list"): payments.payment_list,
        ("payment", "reverse"): payments.payment_reverse,
        ("payment", "import"): payments.payments_import,
        ("promise", "add"): promises.promise_add,
        ("promise", "grant"): promises.promise_grant,
        ("promise", "list"): promises.promise_list,
        ("promise", "rates"): registers.promise_rates,
        ("promise", "move"): promises.promise_move,
        ("promise", "cancel"): promises.promise_cancel,
        ("keep", "treat"): accounts.keep_treat,
        ("keep", "balance"): accounts.keep_balance,
        ("keep", "balances"): balances.keep_balances,
        ("keep", "settle"): accounts.keep_settle,
        ("keep", "close"): accounts.keep_close,
        ("keep", "reopen"): accounts.keep_reopen,
        ("keep", "oral"): accounts.keep_oral,
        ("keep", "agreements"): registers.agreements,
        ("keep", "coming"): registers.coming,
        ("case", "today"): day.case_today,
        ("report", "buckets"): reports.buckets,
        ("report", "movements"): reports.movements,
        ("report", "packets"): reports.packets,
        ("keep", "reviews"): registers.reviews,
        ("keep", "retention"): registers.retained,
    }
)
"""A part of the table of commands."""
