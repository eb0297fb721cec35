"""Bank of Montreal: downloads of a chequing account (signed) and of a credit card (spending positive)."""

from __future__ import annotations

from typing import Final

from workstation.evidence.statements.layout import BY_CARD_WORDS, Layout

DEBIT: Final = Layout(
    id="bmo.debit",
    header=("First Bank Card", "Transaction Type", "Date Posted", "Transaction Amount", "Description"),
    day="Date Posted",
    amount="Transaction Amount",
    currency="CAD",
    texts=("Description",),
    card_column="First Bank Card",
)

CREDIT: Final = Layout(
    id="bmo.credit",
    header=("Item #", "Card #", "Transaction Date", "Posting Date", "Transaction Amount", "Description"),
    day="Transaction Date",
    amount="Transaction Amount",
    card=True,
    currency="CAD",
    texts=("Description",),
    card_column="Card #",
    shows_income=False,
    words=BY_CARD_WORDS,
)
