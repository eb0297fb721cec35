"""Gathers what the confirmation of payments says: payments that stand, what is left, and the next instalments."""

from __future__ import annotations

from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import kept_account, payments_of
from workstation.documents.packet.gather import account_figures
from workstation.documents.papers.figures import CardFigures, LeftFigures, ReceiptFigures, ReceivedFigures
from workstation.documents.papers.gather.case_figures import head_figures
from workstation.money import Money
from workstation.profile.account import Account
from workstation.promise.ending import SETTLED
from workstation.promise.ledger import Ledger
from workstation.promise.payment import standing
from workstation.wording import Wording

_CARD_ROWS: Final = 12
"""Instalments of an account that a card shows: a year of months."""


def receipt_figures(file: CaseFile, bank: str) -> ReceiptFigures:
    """The payments on the accounts at a bank, in the order of their days."""
    words = Wording(file.paper_language)
    received: list[ReceivedFigures] = []
    left, coming = [], []
    for account in file.filed_with(bank):
        label = account_figures(file, account, words).label
        for payment in standing(payments_of(file, account)):
            method = words.text(f"payment_method.{payment.method}")
            received.append(ReceivedFigures(words.day(payment.on), label, method, payment.amount))
        kept = kept_account(file, account).keeping
        left.append(_left(file, account, label, kept.ledger))
        running = file.end(account.id) is None
        due = [one for one in kept.instalments if running and one.state in ("due", "part", "missed")]
        coming += [CardFigures(words.day(one.due_on), label, one.missing) for one in due[:_CARD_ROWS]]
    return ReceiptFigures(
        head_figures(file, bank),
        tuple(sorted(received, key=lambda one: (one.day, one.account))),
        tuple(left),
        tuple(sorted(coming, key=lambda one: (one.day, one.account))),
    )


def _left(file: CaseFile, account: Account, label: str, book: Ledger) -> LeftFigures:
    """Of an account that the bank counts as settled nothing is left, whatever our own reckoning gives."""
    end = file.end(account.id)
    if end is not None and end.how == SETTLED:
        return LeftFigures(label, Money.zero(account.currency), Money.zero(account.currency))
    return LeftFigures(label, book.owed, book.waived)
