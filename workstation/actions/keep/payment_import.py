"""A bank's file of payments: a dry run matches every row to an account, then one transaction; doubtful rows are asked about."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.formulas import read_computed
from workstation.bank_names import bank_key
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import balances_on
from workstation.errors import Finding, Refused
from workstation.folding import folded
from workstation.identity import new_id
from workstation.profile.account import Account
from workstation.profile.batch import Import, ImportReject
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio.cells import DateOrder
from workstation.profile.portfolio.portfolio import account_key
from workstation.promise.payment import Payment, doubles, standing
from workstation.promise.payment_list import PaymentList, PaymentRow, read_payments
from workstation.received.apart.readers import Reading
from workstation.received.regular_file import MAX_LIST, whole
from workstation.received.tables import Row, read_figures

_FULL: Final = 8
"""Digits from which a number is one, and not the end of one."""
_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class MatchedRow:
    """A row with the account that it fits alone; ``doubts`` must be confirmed by a person before it is taken.

    ``id``: that of the payment it will be; ``reverses``: that of the payment it takes back, on record or of a row above.
    """

    id: str
    row: PaymentRow
    account: Account
    doubts: tuple[Finding, ...]
    reverses: str = ""


@dataclass(frozen=True, slots=True)
class PaymentPlan:
    """A dry run: nothing is stored. ``rejected``: (row, cells, why) of rows that fit no account or were not understood."""

    id: str
    file_name: str
    sha256: str
    header: Row
    matched: tuple[MatchedRow, ...]
    rejected: tuple[tuple[int, Row, tuple[Finding, ...]], ...]
    left: tuple[str, ...]

    @property
    def doubtful(self) -> tuple[MatchedRow, ...]:
        """Rows that a person is asked about."""
        return tuple(one for one in self.matched if one.doubts)


@dataclass(frozen=True, slots=True)
class _Known:
    account: Account
    name: str
    number: str


def plan_payment_file(
    desk: Desk, source: Path, order: DateOrder | None = None, in_balance: bool | None = None, *, compute: bool = False
) -> PaymentPlan:
    """The dry run over a file; ``compute`` as of a portfolio. Raises `Refused`: file_unreadable …, payment_columns_missing."""
    data = whole(source, MAX_LIST)
    read = partial(plan_payments, desk, data, source.name, order, in_balance)
    return read_computed(compute, data, source.name, read)


def plan_payments(
    desk: Desk,
    data: bytes,
    name: str,
    order: DateOrder | None = None,
    in_balance: bool | None = None,
    computed: bytes = b"",
) -> PaymentPlan:
    """The dry run over a file's bytes. ``in_balance``: what was said of payments before the day of a stated balance."""
    table = desk.readers.read(Reading(name), read_figures, data, name, computed)
    names = {debtor.id: debtor.name for debtor in desk.store.find(Debtor)}
    debtors = {case.id: names[case.debtor_id] for case in desk.store.find(Case)}
    known = [
        _Known(one, debtors[one.case_id], account_key(one.bank, one.number)[1]) for one in desk.store.find(Account)
    ]
    main = Counter(one.account.currency for one in known).most_common(1)
    read = read_payments(table, name, main[0][0] if main else "CNY", desk.clock.today(), order)
    return _matched(desk, read, known, name, hashlib.sha256(data).hexdigest(), in_balance)


def import_payments(
    desk: Desk, plan: PaymentPlan, confirmed: Collection[int] = (), in_balance: bool | None = None
) -> Import:
    """Store what a plan matches; rows with doubts only where their number is ``confirmed``, the others are kept as rejected.

    Raises `Refused`: payment_rows_none with all that is wrong, import_outdated when an account is gone.
    """
    asked = [one for one in plan.matched if one.doubts and one.row.row not in confirmed]
    left = {one.id for one in asked}
    asked += [one for one in plan.matched if one.reverses in left and one.id not in left]
    left = {one.id for one in asked}
    taken = [one for one in plan.matched if one.id not in left]
    rejected = [*plan.rejected, *[(one.row.row, one.row.cells, one.doubts or _unmatched(one.row)) for one in asked]]
    if not taken:
        every = [finding for _, _, findings in sorted(rejected) for finding in findings]
        raise Refused(Finding("payment_rows_none", plan.file_name, {"name": plan.file_name}), *every[:_SHOWN])
    now, rows = desk.clock.now(), len(plan.matched) + len(plan.rejected)
    batch = Import(
        plan.id,
        plan.file_name,
        plan.sha256,
        now,
        desk.agent,
        rows,
        len(taken),
        len(rejected),
        header=tuple(plan.header),
    )
    desk.store.add(batch)
    desk.store.add_all(_payment(desk, one, plan.id, in_balance) for one in taken)
    desk.store.add_all(
        ImportReject(f"{plan.id}.{row}", plan.id, row, tuple(cells), findings) for row, cells, findings in rejected
    )
    return batch


def _payment(desk: Desk, one: MatchedRow, batch: str, in_balance: bool | None) -> Payment:
    row, account = one.row, one.account
    before = account.as_of is not None and row.on < account.as_of
    return Payment(
        one.id,
        account.case_id,
        account.id,
        row.on,
        row.amount,
        desk.clock.now(),
        desk.agent,
        "transfer",
        row.payer,
        row.reference,
        reverses=one.reverses,
        in_balance=bool(in_balance) and before,
        import_id=batch,
        currency=account.currency,
    )


def _matched(
    desk: Desk, read: PaymentList, known: Sequence[_Known], name: str, sha256: str, in_balance: bool | None
) -> PaymentPlan:
    matched: list[MatchedRow] = []
    rejected = [(one.row, one.cells, one.findings) for one in read.unread]
    judge = _Judge(desk, in_balance)
    for row in read.rows:
        fits = _fitting(row, known)
        why = _misfit(row, fits)
        if why is None:
            try:
                matched.append(judge.matched(row, fits[0]))
                continue
            except Refused as refusal:
                why = refusal.findings[0]
        rejected.append((row.row, row.cells, (why,)))
    return PaymentPlan(new_id(), name, sha256, read.header, tuple(matched), tuple(sorted(rejected)), read.left)


def _fitting(row: PaymentRow, known: Sequence[_Known]) -> list[_Known]:
    """The accounts that number, bank and, where several are left, the name fit."""
    found = [one for one in known if _number_fits(row.number, one.number)] if row.number else list(known)
    if row.bank:
        key = bank_key(row.bank)
        found = [one for one in found if bank_key(one.account.bank) == key]
    named = [one for one in found if row.name and folded(one.name) == folded(row.name)]
    return named if len(found) > 1 or not row.number else found


def _number_fits(given: str, number: str) -> bool:
    """A whole number is the same; of a short or masked one the ends must be."""
    plain = account_key("", given)[1].strip("'")
    runs = (
        re.findall(r"[0-9A-Za-z]+", re.sub(r"[*xX•＊…]+", " ", plain))
        if re.search(r"[*•＊…]|[xX]{2,}", plain)
        else [plain]
    )
    if len(runs) == 1 and len(plain) >= _FULL:
        return plain == number
    if not runs or len(runs[-1]) < 3:
        return False
    return number.endswith(runs[-1]) and (len(runs) == 1 or number.startswith(runs[0]))


def _misfit(row: PaymentRow, fits: Sequence[_Known]) -> Finding | None:
    account = " ".join(filter(None, (row.bank, row.number, row.name)))
    if not fits:
        return Finding("payment_account_unknown", f"row {row.row}", {"account": account})
    if len(fits) > 1:
        found = ", ".join(f"{one.account.bank} {one.account.tail}" for one in fits[:_SHOWN])
        return Finding("payment_account_several", f"row {row.row}", {"account": account, "found": found})
    if fits[0].account.currency != row.amount.currency:
        figures = {"text": row.amount.text(), "found": row.amount.currency, "currency": fits[0].account.currency}
        return Finding("amount_other_currency", f"row {row.row}", figures)
    return None


class _Judge:
    """Says of each matched row what speaks against it, knowing the rows before it."""

    def __init__(self, desk: Desk, in_balance: bool | None) -> None:
        self._desk, self._in_balance = desk, in_balance
        self._files: dict[str, CaseFile] = {}
        self._paid: dict[str, list[Payment]] = {}

    def matched(self, row: PaymentRow, fit: _Known) -> MatchedRow:
        """The row with its doubts. Raises `Refused`: reversal_unmatched."""
        account = fit.account
        if account.case_id not in self._files:
            self._files[account.case_id] = load_case(self._desk, account.case_id)
        file = self._files[account.case_id]
        mine = [one for one in file.payments if one.account_id == account.id]
        paid = self._paid.setdefault(account.id, mine)
        reverses = _reversed(row, paid) if row.amount.minor < 0 else ""
        new = Payment(new_id(), account.case_id, account.id, row.on, row.amount, self._desk.clock.now(), "")
        new = replace(new, reference=row.reference, reverses=reverses)
        doubts = tuple(self._doubts(row, fit, file, new, paid))
        paid.append(new)
        return MatchedRow(new.id, row, account, doubts, reverses)

    def _doubts(
        self, row: PaymentRow, fit: _Known, file: CaseFile, new: Payment, paid: Sequence[Payment]
    ) -> Iterator[Finding]:
        account, place = fit.account, f"row {row.row}"
        if row.name and folded(row.name) != folded(fit.name):
            yield Finding("payment_name_differs", place, {"tail": account.tail})
        if new.reverses:
            return
        figures = {"amount": row.amount.grouped(), "day": row.on.isoformat()}
        if any(again is new for _, again in doubles([*paid, new])):
            yield Finding("payment_row_double", place, figures)
        owed = balances_on(file, account, file.today).owed
        if row.amount > owed:
            yield Finding("payment_row_odd", place, {**figures, "owed": owed.grouped()})
        if account.as_of is not None and row.on < account.as_of and self._in_balance is None:
            yield Finding("payment_before_balance", place, {**figures, "as_of": account.as_of.isoformat()})


def _reversed(row: PaymentRow, paid: Sequence[Payment]) -> str:
    """The payment that a row takes back: the last of that amount, with the same reference where both have one."""
    fits = [
        one
        for one in standing(paid)
        if one.amount == -row.amount
        and one.on <= row.on
        and not (one.reference and row.reference and one.reference != row.reference)
    ]
    if not fits:
        raise Refused(*_unmatched(row))
    return fits[-1].id


def _unmatched(row: PaymentRow) -> tuple[Finding, ...]:
    figures = {"day": row.on.isoformat(), "amount": row.amount.text()}
    return (Finding("reversal_unmatched", f"row {row.row}", figures),)
