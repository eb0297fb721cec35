"""A bank's file of payments: a dry run matches every row to an account, then one transaction; doubtful rows are asked about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from workstation.actions.desk import Desk
from workstation.actions.formulas import read_computed
from workstation.actions.keep.account_match import AccountIndex, KnownAccount, Match
from workstation.actions.keep.earlier_imports import payment_rows_taken
from workstation.actions.keep.list_answers import (
    NOTHING_SAID,
    CasesRead,
    ListAnswers,
    ListFile,
    OpenRow,
    Step,
    kept_batch,
    list_file,
    no_step,
)
from workstation.actions.keep.list_columns import planned_with, remember_columns
from workstation.actions.keep.reversals import reversed_payment, unmatched, was_reversed
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import balances_on, reckoned
from workstation.errors import Finding, Refused, refuse_if
from workstation.folding import folded
from workstation.identity import new_id
from workstation.profile.account import Account
from workstation.profile.batch import Import
from workstation.promise.bank_list import UnreadRow
from workstation.promise.named_columns import ListMapping
from workstation.promise.payment import Payment, doubles
from workstation.promise.payment_list import PaymentRow, read_payments
from workstation.received.regular_file import MAX_LIST, whole
from workstation.received.tables import Row

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
    """A dry run: nothing is stored. ``rejected``: (row, cells, why) of rows that fit no account or were not understood, those in
    ``open`` among them. ``columns``: field → title that it was read from; ``left``: titles that were not used. ``on_record``: ids
    of the payments that the accounts had.
    """

    id: str
    file_name: str
    sha256: str
    header: Row
    matched: tuple[MatchedRow, ...]
    rejected: tuple[tuple[int, Row, tuple[Finding, ...]], ...]
    left: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    open: tuple[OpenRow[PaymentRow], ...] = ()
    on_record: frozenset[str] = frozenset()
    to_confirm: tuple[Finding, ...] = ()
    named: Mapping[str, str] = field(default_factory=dict)
    remembered: ListMapping | None = None

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that its rows are about, each once."""
        return tuple({one.account.id: one.account for one in self.matched}.values())

    @property
    def doubtful(self) -> tuple[MatchedRow, ...]:
        """Rows that a person is asked about."""
        return tuple(one for one in self.matched if one.doubts)


def plan_payment_file(
    desk: Desk, source: Path, said: ListAnswers = NOTHING_SAID, *, compute: bool = False
) -> PaymentPlan:
    """The dry run over a file; ``compute`` as of a portfolio. Raises `Refused`: file_unreadable …, payment_columns_missing."""
    data = whole(source, MAX_LIST)
    read = partial(plan_payments, desk, data, source.name, said)
    return read_computed(compute, data, source.name, read)


def plan_payments(
    desk: Desk, data: bytes, name: str, said: ListAnswers = NOTHING_SAID, computed: bytes = b""
) -> PaymentPlan:
    """The dry run over a file's bytes."""
    return plan_payment_list(desk, list_file(desk.readers, data, name, computed), said)


def plan_payment_list(
    desk: Desk,
    file: ListFile,
    said: ListAnswers = NOTHING_SAID,
    cases: CasesRead | None = None,
    step: Step = no_step,
) -> PaymentPlan:
    """The dry run over a file that was read; ``cases``: those of earlier ones; ``step(done, rows)`` may stop it by raising.

    Columns that nobody named are read as remembered (`planned_with`). Raises `Refused` (payment_columns_missing).
    """
    known = cases or CasesRead()
    return planned_with(desk, "payments", file, said, lambda answers: _planned(desk, file, answers, known, step))


def _planned(desk: Desk, file: ListFile, said: ListAnswers, cases: CasesRead, step: Step) -> PaymentPlan:
    with desk.store.reading():
        index = AccountIndex(desk)
        read = read_payments(file.table, file.name, index.currency, desk.clock.today(), said.order, said.columns)
        rows = {one.row for one in read.rows}
        before = payment_rows_taken(desk, file.sha256, read.header, rows)
        planner = _Planner(desk, said, before, cases)
        done = 0
        # A list may have the newest row first: what takes a payment back is judged when that is known.
        for some in index.matches(sorted(read.rows, key=_turn), said.accounts, lambda row: row.amount):
            cases.ahead(desk, (match.fit.account for _, match in some if match.fit is not None))
            for row, match in some:
                step(done, len(read.rows))
                planner.take(row, match)
                done += 1
        begun = PaymentPlan(
            new_id(), file.name, file.sha256, read.header, (), (), read.left, read.columns, to_confirm=read.to_confirm,
            named=said.columns,
        )  # fmt: skip
        return planner.plan(begun, read.unread)


def import_payments(
    desk: Desk, plan: PaymentPlan, confirmed: Collection[int] = (), in_balance: bool | None = None, sums: bool = False
) -> Import:
    """Store what a plan matches; rows with doubts only where their number is ``confirmed``, the others are kept as rejected.

    ``sums``: a person compared the sums of the list that differ. Raises `Refused`: those sums where nobody did, payment_rows_none
    with all that is wrong, payments_outdated when an account is gone or got other payments since.
    """
    refuse_if(() if sums else plan.to_confirm)
    _refuse_outdated(desk, plan)
    asked = [one for one in plan.matched if one.doubts and one.row.row not in confirmed]
    left = {one.id for one in asked}
    asked += [one for one in plan.matched if one.reverses in left and one.id not in left]
    left = {one.id for one in asked}
    taken = [one for one in plan.matched if one.id not in left]
    rejected = [*plan.rejected, *[(one.row.row, one.row.cells, one.doubts or unmatched(one.row)) for one in asked]]
    if not taken:
        every = [finding for _, _, findings in sorted(rejected) for finding in findings]
        raise Refused(Finding("payment_rows_none", plan.file_name, {"name": plan.file_name}), *every[:_SHOWN])
    batch = kept_batch(desk, plan.id, plan.file_name, plan.sha256, plan.header, len(taken), rejected)
    desk.store.add_all(_payment(desk, one, plan.id, in_balance) for one in taken)
    remember_columns(desk, "payments", plan)
    return batch


def _refuse_outdated(desk: Desk, plan: PaymentPlan) -> None:
    mine = list({one.account.id: None for one in plan.matched})
    there = len(desk.store.get_many(Account, mine)) == len(mine)
    now = {one.id for one in desk.store.among(Payment, "account_id", mine)}
    if not there or now != plan.on_record:
        raise Refused(Finding("payments_outdated", plan.file_name, {"name": plan.file_name}))


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


def _turn(row: PaymentRow) -> tuple[date, bool]:
    return row.on, row.amount.minor < 0


class _Planner:
    """Says of each row whose it is and what speaks against it, knowing the rows before it."""

    def __init__(self, desk: Desk, said: ListAnswers, before: Mapping[int, date], cases: CasesRead) -> None:
        self._desk, self._said, self._before, self._cases = desk, said, before, cases
        self._paid: dict[str, list[Payment]] = {}
        self._matched: list[MatchedRow] = []
        self._rejected: list[tuple[int, Row, tuple[Finding, ...]]] = []
        self._open: list[OpenRow[PaymentRow]] = []
        self._on_record: set[str] = set()

    def take(self, row: PaymentRow, match: Match) -> None:
        """Judge one row."""
        if row.row in self._before:
            figures = {"day": self._before[row.row].isoformat()}
            self._reject(row, Finding("payment_row_imported", f"row {row.row}", figures))
            return
        if match.fit is None or match.finding is not None:
            self._refuse(row, match)
            return
        try:
            self._matched.append(self._judged(row, match.fit))
        except Refused as refusal:
            self._reject(row, *refusal.findings)

    def plan(self, begun: PaymentPlan, unread: Sequence[UnreadRow]) -> PaymentPlan:
        """The whole plan."""
        rejected = [*self._rejected, *((one.row, one.cells, one.findings) for one in unread)]
        rejected.sort(key=lambda one: one[0])
        return replace(
            begun,
            matched=tuple(sorted(self._matched, key=lambda one: one.row.row)),
            rejected=tuple(rejected),
            open=tuple(sorted(self._open, key=lambda one: one.row.row)),
            on_record=frozenset(self._on_record),
        )

    def _refuse(self, row: PaymentRow, match: Match) -> None:
        assert match.finding is not None
        self._reject(row, match.finding)
        if match.candidates:
            likely = sorted(match.candidates, key=lambda one: not self._is_due(row, one))
            self._open.append(OpenRow(row, match.finding, tuple(likely)))

    def _reject(self, row: PaymentRow, *findings: Finding) -> None:
        self._rejected.append((row.row, row.cells, findings))

    def _is_due(self, row: PaymentRow, one: KnownAccount) -> bool:
        """Whether the amount is that of an instalment that still asks for money; such an account is offered first."""
        file = self._file(one.account)
        due = reckoned(file, one.account, file.today).keeping.instalments
        return any(one.missing == row.amount for one in due)

    def _file(self, account: Account) -> CaseFile:
        return self._cases.of(self._desk, account)

    def _payments(self, account: Account) -> list[Payment]:
        if account.id not in self._paid:
            mine = [one for one in self._file(account).payments if one.account_id == account.id]
            self._paid[account.id] = mine
            self._on_record |= {one.id for one in mine}
        return self._paid[account.id]

    def _judged(self, row: PaymentRow, fit: KnownAccount) -> MatchedRow:
        """The row with its doubts. Raises `Refused`: reversal_unmatched."""
        account, paid = fit.account, self._payments(fit.account)
        reverses = reversed_payment(row, paid) if row.amount.minor < 0 else ""
        new = Payment(new_id(), account.case_id, account.id, row.on, row.amount, self._desk.clock.now(), "")
        new = replace(new, reference=row.reference, reverses=reverses)
        doubts = tuple(self._doubts(row, fit, new, paid))
        paid.append(new)
        return MatchedRow(new.id, row, account, doubts, reverses)

    def _doubts(self, row: PaymentRow, fit: KnownAccount, new: Payment, paid: Sequence[Payment]) -> Iterator[Finding]:
        account, place = fit.account, f"row {row.row}"
        if row.name and folded(row.name) != folded(fit.name):
            yield Finding("payment_name_differs", place, {"tail": account.tail})
        figures = {"amount": row.amount.grouped(), "day": row.on.isoformat()}
        if was_reversed(new, paid):
            yield Finding("payment_row_reversed", place, figures)
        elif any(again is new for _, again in doubles([*paid, new])):
            yield Finding("payment_row_double", place, figures)
        if new.reverses:
            return
        file = self._file(account)
        owed = balances_on(file, account, file.today).owed
        if row.amount > owed:
            yield Finding("payment_row_odd", place, {**figures, "owed": owed.grouped()})
        if account.as_of is not None and row.on < account.as_of and self._said.in_balance is None:
            yield Finding("payment_before_balance", place, {**figures, "as_of": account.as_of.isoformat()})
