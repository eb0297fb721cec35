"""Whose account a row of a bank's list is about: by its number or the ends of it, by bank, and by the debtor's name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from workstation.actions.desk import Desk
from workstation.bank_names import bank_key
from workstation.errors import Finding
from workstation.folding import folded
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio.portfolio import account_key

FULL: Final = 8
"""Signs from which a number is one, and not the end of one."""
_TAIL: Final = 3
"""The fewest signs of an end that tell an account."""
_SHOWN: Final = 5
_COVERS: Final = "*xX•＊…"
_COVERED: Final = re.compile(f"[{_COVERS}]+")
_MASK: Final = re.compile(r"[*•＊…]|[xX]{2,}")


class ListRow(Protocol):
    """What every list says of an account."""

    @property
    def row(self) -> int:
        """As a spreadsheet counts."""

    @property
    def number(self) -> str:
        """Whole, cut or masked; empty where the list has none."""

    @property
    def name(self) -> str:
        """The debtor's."""

    @property
    def bank(self) -> str:
        """As the list calls it."""


@dataclass(frozen=True, slots=True)
class KnownAccount:
    """An account of the desk with its debtor's name, and number and bank as they are compared."""

    account: Account
    name: str
    number: str
    bank: str


@dataclass(frozen=True, slots=True)
class Match:
    """``fit``: the one account that a row is about; else ``finding`` says why not, and ``candidates`` are those to choose from."""

    fit: KnownAccount | None
    finding: Finding | None = None
    candidates: tuple[KnownAccount, ...] = ()


class AccountIndex:
    """Every account of a desk as read once; a list of thousands of rows is matched without a walk over all for each."""

    def __init__(self, desk: Desk) -> None:
        names = {debtor.id: debtor.name for debtor in desk.store.find(Debtor)}
        debtors = {case.id: names[case.debtor_id] for case in desk.store.find(Case)}
        self.by_id: dict[str, KnownAccount] = {}
        self._ends: dict[str, list[KnownAccount]] = defaultdict(list)
        self._names: dict[str, list[KnownAccount]] = defaultdict(list)
        for one in desk.store.find(Account):
            bank, number = account_key(one.bank, one.number)
            known = self.by_id[one.id] = KnownAccount(one, debtors[one.case_id], number, bank)
            self._ends[number[-_TAIL:]].append(known)
            self._names[folded(known.name)].append(known)

    @property
    def currency(self) -> str:
        """That of most accounts, for lists that name none."""
        main = Counter(one.account.currency for one in self.by_id.values()).most_common(1)
        return main[0][0] if main else "CNY"

    def match(self, row: ListRow, chosen: Mapping[int, str], amount: Money) -> Match:
        """The account of a row; ``chosen``: row → the account that a person named for it, by id, number or end."""
        said = chosen.get(row.row, "")
        fits = self._named(said) if said else self._fitting(row)
        if len(fits) == 1:
            return Match(fits[0], _other_currency(row, fits[0], amount))
        account = said or " ".join(filter(None, (row.bank, row.number, row.name)))
        if fits:
            found = ", ".join(f"{one.account.bank} {one.account.tail}" for one in fits[:_SHOWN])
            figures = {"account": account, "found": found}
            return Match(None, Finding("payment_account_several", f"row {row.row}", figures), tuple(fits))
        namesakes = tuple(self._names.get(folded(row.name), ())) if row.name else ()
        return Match(None, Finding("payment_account_unknown", f"row {row.row}", {"account": account}), namesakes)

    def _fitting(self, row: ListRow) -> Sequence[KnownAccount]:
        """The accounts that number, bank and, where several are left, the name fit."""
        found = self._numbered(row.number) if row.number else self._names.get(folded(row.name), []) if row.name else []
        if row.bank:
            key = bank_key(row.bank)
            found = [one for one in found if one.bank == key]
        if len(found) > 1 and row.name:
            named = [one for one in found if folded(one.name) == folded(row.name)]
            return named or found
        return found

    def _named(self, said: str) -> Sequence[KnownAccount]:
        return [self.by_id[said]] if said in self.by_id else self._numbered(said)

    def _numbered(self, given: str) -> list[KnownAccount]:
        """A whole number is the same; of a short or masked one the ends must be."""
        plain = account_key("", given)[1].strip("'")
        masked = _MASK.search(plain) is not None
        runs = re.findall(r"[0-9A-Za-z]+", _COVERED.sub(" ", plain)) if masked else [plain]
        if len(runs) == 1 and len(plain) >= FULL and not masked:
            return [one for one in self._ends.get(plain[-_TAIL:], ()) if one.number == plain]
        if not runs or len(runs[-1]) < _TAIL or (masked and plain[-1] in _COVERS):
            return []
        first = runs[0] if len(runs) > 1 else ""
        ending = self._ends.get(runs[-1][-_TAIL:], ())
        return [one for one in ending if one.number.endswith(runs[-1]) and one.number.startswith(first)]


def _other_currency(row: ListRow, fit: KnownAccount, amount: Money) -> Finding | None:
    if fit.account.currency == amount.currency:
        return None
    figures = {"text": amount.text(), "found": amount.currency, "currency": fit.account.currency}
    return Finding("amount_other_currency", f"row {row.row}", figures)
