"""Whose account a row of a bank's list is about: by its number or the ends of it, by bank, and by the debtor's name."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice
from typing import Final, NamedTuple, Protocol, TypeVar

from workstation.actions.desk import Desk
from workstation.bank_names import bank_key
from workstation.errors import Finding
from workstation.folding import folded
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio.portfolio import account_key
from workstation.store.store import Store

FULL: Final = 8
"""Signs from which a number is one, and not the end of one."""
_TAIL: Final = 3
"""The fewest signs of an end that tell an account."""
_SHOWN: Final = 5
_AT_ONCE: Final = 200
"""Rows whose accounts are read together."""
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


R = TypeVar("R", bound=ListRow)


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


class _Listed(NamedTuple):
    """What of an account is compared: number and bank by their keys, and the debtor's name."""

    id: str
    number: str
    bank: str
    name: str


class AccountIndex:
    """Every account of a desk by what it is found by; a list of thousands of rows is matched without a walk over all for each.

    Accounts themselves are read for the rows that they fit, some hundred rows at a time.
    """

    def __init__(self, desk: Desk) -> None:
        self._store = desk.store
        debtors = _debtors(desk.store)
        self._by_id: dict[str, _Listed] = {}
        self._ends: dict[str, list[_Listed]] = defaultdict(list)
        self._names: dict[str, list[_Listed]] = defaultdict(list)
        self._read: dict[str, Account] = {}
        currencies, banks = Counter[str](), dict[str, str]()
        for key, case_id, bank, number, currency in desk.store.texts(
            Account, "id", "case_id", "bank", "number", "currency"
        ):
            at, plain = account_key(bank, number)
            one = self._by_id[key] = _Listed(key, plain, banks.setdefault(at, at), debtors[case_id])
            self._ends[plain[-_TAIL:]].append(one)
            self._names[folded(one.name)].append(one)
            currencies[currency] += 1
        self.currency = currencies.most_common(1)[0][0] if currencies else "CNY"
        """That of most accounts, for lists that name none."""

    def matches(
        self, rows: Iterable[R], chosen: Mapping[int, str], amount: Callable[[R], Money]
    ) -> Iterator[list[tuple[R, Match]]]:
        """Each row with its account, some hundred at a time; ``chosen``: row → the account that a person named for it, by id,
        number or end; ``amount``: what a row is about.
        """
        coming = iter(rows)
        while some := tuple(islice(coming, _AT_ONCE)):
            found = [(row, *self._found(row, chosen.get(row.row, ""))) for row in some]
            self._bring({one.id for _, fits, namesakes in found for one in (*fits, *namesakes)})
            yield [(row, self._match(row, chosen.get(row.row, ""), amount(row), *them)) for row, *them in found]

    def _found(self, row: ListRow, said: str) -> tuple[Sequence[_Listed], Sequence[_Listed]]:
        """The accounts that a row fits, and where there is none those of people of its name."""
        fits = self._named(said) if said else self._fitting(row)
        return fits, self._names.get(folded(row.name), ()) if row.name and not fits else ()

    def _match(
        self, row: ListRow, said: str, amount: Money, fits: Sequence[_Listed], namesakes: Sequence[_Listed]
    ) -> Match:
        known = tuple(map(self._known, fits))
        if len(known) == 1:
            return Match(known[0], _other_currency(row, known[0], amount))
        account = said or " ".join(filter(None, (row.bank, row.number, row.name)))
        if known:
            found = ", ".join(f"{one.account.bank} {one.account.tail}" for one in known[:_SHOWN])
            figures = {"account": account, "found": found}
            return Match(None, Finding("payment_account_several", f"row {row.row}", figures), known)
        told = Finding("payment_account_unknown", f"row {row.row}", {"account": account})
        return Match(None, told, tuple(map(self._known, namesakes)))

    def _bring(self, ids: Set[str]) -> None:
        """Read accounts that were not read yet."""
        self._read |= {one.id: one for one in self._store.get_many(Account, sorted(ids - self._read.keys()))}

    def _known(self, one: _Listed) -> KnownAccount:
        return KnownAccount(self._read[one.id], one.name, one.number, one.bank)

    def _fitting(self, row: ListRow) -> Sequence[_Listed]:
        """The accounts that number, bank and, where several are left, the name fit."""
        found = self._numbered(row.number) if row.number else self._names.get(folded(row.name), []) if row.name else []
        if row.bank:
            key = bank_key(row.bank)
            found = [one for one in found if one.bank == key]
        if len(found) > 1 and row.name:
            named = [one for one in found if folded(one.name) == folded(row.name)]
            return named or found
        return found

    def _named(self, said: str) -> Sequence[_Listed]:
        return [self._by_id[said]] if said in self._by_id else self._numbered(said)

    def _numbered(self, given: str) -> list[_Listed]:
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


def _debtors(store: Store) -> dict[str, str]:
    """The name of the debtor of every case."""
    names = dict(store.texts(Debtor, "id", "name"))
    return {case_id: names[debtor_id] for case_id, debtor_id in store.texts(Case, "id", "debtor_id")}


def _other_currency(row: ListRow, fit: KnownAccount, amount: Money) -> Finding | None:
    if fit.account.currency == amount.currency:
        return None
    figures = {"text": amount.text(), "found": amount.currency, "currency": fit.account.currency}
    return Finding("amount_other_currency", f"row {row.row}", figures)
