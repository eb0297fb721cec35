"""What is known of an account's bank while it is typed: its full name by a short one, itself by the head of a card number.

An offer is taken by a person, never by itself; what contradicts is advice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from workstation.bank_names import bank_key, banks_called, is_short, legal_name
from workstation.errors import Finding
from workstation.profile.card_heads import CREDIT, DEBIT, CardHead, head_of

CARD: Final = "credit_card"
"""The only product of which the number is a card's own."""


@dataclass(frozen=True, slots=True)
class BankOffer:
    """Names for the bank of an account, the likeliest first; ``head``: the card number's, where it is what tells."""

    names: tuple[str, ...]
    head: CardHead | None = None


def bank_offer(bank: str, number: str, used: Iterable[str]) -> BankOffer | None:
    """What may be put into the field of the bank; None where nothing is known, or what stands there says it.

    ``used``: the names by which this desk calls banks. A bank that was typed is never offered to be another.
    """
    names = tuple(used)
    head = head_of(number)
    if head is not None and not bank.strip():
        return BankOffer((_called(head.bank, names),), head)
    called = banks_called(bank, names)
    if head is not None and (of_head := _called(head.bank, names)) in called:
        return BankOffer((of_head,), head)
    return BankOffer(called) if called else None


def head_findings(bank: str, number: str, product: str, used: Iterable[str]) -> Iterator[Finding]:
    """Advice where the head of the card number tells another bank than was typed, or another kind of account.

    A part of a name that may still become one of those ``used`` or known contradicts nothing yet.
    """
    head = head_of(number)
    if head is None:
        return
    names = tuple(used)
    same = bank_key(bank) == bank_key(head.bank)
    figures = {"digits": head.digits, "bank": bank.strip() if same else _called(head.bank, names)}
    if bank.strip() and not same and not banks_called(bank, names):
        yield Finding("card_head_bank", "account.bank", figures | {"typed": bank.strip()})
    elif head.kind == DEBIT and product == CARD:
        yield Finding("card_head_debit", "account.number", figures)
    elif head.kind == CREDIT and product != CARD:
        yield Finding("card_head_credit", "account.number", figures | {"product": product})


def _called(bank: str, used: Iterable[str]) -> str:
    """A bank as this desk calls it, its full legal name first."""
    legal = legal_name(bank)
    own = sorted({one for one in used if bank_key(one) == bank_key(bank) and not is_short(one)}, key=len)
    return legal if legal in own or not own else own[0]
