"""How a bank is reached, as the desk was told by it. Papers name these ways; nothing here is invented for a bank."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BankContact:
    """One bank by the name that its accounts carry; an empty text means not known yet.

    ``phone`` and ``address`` of its own staff; ``query``, ``repay``, ``object_to``: how a debtor looks the account up,
    pays it, and objects or hands in evidence.
    """

    bank: str
    phone: str = ""
    address: str = ""
    query: str = ""
    repay: str = ""
    object_to: str = ""
