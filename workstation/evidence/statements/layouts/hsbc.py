"""HSBC Hong Kong: list of a credit card, days as 31/03/2025, amounts signed from the holder's side with the way
in words beside them, several currencies.
"""

from __future__ import annotations

from typing import Final

from workstation.evidence.statements import cells
from workstation.evidence.statements.layout import BY_CARD_WORDS, Layout

CREDIT: Final = Layout(
    id="hsbchk.credit",
    header=("Transaction date", "Post date", "Description", "Billing amount", "Billing currency", "Credit / Debit"),
    day="Transaction date",
    amount="Billing amount",
    direction="Credit / Debit",
    currency_column="Billing currency",
    currency="HKD",
    counterparties=("Merchant name",),
    texts=("Description",),
    when=lambda day, clock: (cells.day_first(day), None),
    shows_income=False,
    words=BY_CARD_WORDS,
    looks_at=("Transaction status",),
    leave_out=lambda row: "" if row.get("Transaction status", "POSTED") == "POSTED" else "unpaid",
)
