"""A bank's later list of balances: each row becomes a dated statement beside our reckoning; nothing is overwritten by it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from workstation.actions.desk import Desk
from workstation.actions.formulas import read_computed
from workstation.actions.keep.account_match import AccountIndex, KnownAccount, Match
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
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import balances_on
from workstation.errors import Finding, Refused, refuse_if
from workstation.folding import folded
from workstation.identity import new_id
from workstation.money import Money
from workstation.plan.debt.balances import COMPONENTS
from workstation.profile.account import Account
from workstation.profile.batch import Import
from workstation.promise.balance_list import BalanceRow, read_balances
from workstation.promise.bank_list import UnreadRow
from workstation.promise.named_columns import ListMapping
from workstation.promise.stated_balance import BankBalance, Reconciled, reconcile
from workstation.received.regular_file import MAX_LIST, whole
from workstation.received.tables import Row

_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class StatedRow:
    """A row with the account that it fits alone, and how it compares; ``doubts`` must be confirmed before it is kept."""

    row: BalanceRow
    account: Account
    compared: Reconciled
    doubts: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class BalancePlan:
    """A dry run: nothing is stored. The fields are those of a `PaymentPlan`. ``dated``: whether every row says its own day."""

    id: str
    file_name: str
    sha256: str
    header: Row
    matched: tuple[StatedRow, ...]
    rejected: tuple[tuple[int, Row, tuple[Finding, ...]], ...]
    left: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    open: tuple[OpenRow[BalanceRow], ...] = ()
    on_record: frozenset[str] = frozenset()
    to_confirm: tuple[Finding, ...] = ()
    named: Mapping[str, str] = field(default_factory=dict)
    remembered: ListMapping | None = None
    dated: bool = True

    @property
    def accounts(self) -> tuple[Account, ...]:
        """The accounts that its rows are about, each once."""
        return tuple({one.account.id: one.account for one in self.matched}.values())

    @property
    def doubtful(self) -> tuple[StatedRow, ...]:
        """Rows that a person is asked about."""
        return tuple(one for one in self.matched if one.doubts)

    @property
    def differing(self) -> tuple[StatedRow, ...]:
        """Rows whose figures are not ours."""
        return tuple(one for one in self.matched if not one.compared.agrees)


def plan_balance_file(
    desk: Desk, source: Path, said: ListAnswers = NOTHING_SAID, *, compute: bool = False
) -> BalancePlan:
    """The dry run over a file; ``compute`` as of a portfolio. Raises `Refused`: file_unreadable …, balance_columns_missing."""
    data = whole(source, MAX_LIST)
    return read_computed(compute, data, source.name, partial(plan_balances, desk, data, source.name, said))


def plan_balances(
    desk: Desk, data: bytes, name: str, said: ListAnswers = NOTHING_SAID, computed: bytes = b""
) -> BalancePlan:
    """The dry run over a file's bytes."""
    return plan_balance_list(desk, list_file(desk.readers, data, name, computed), said)


def plan_balance_list(
    desk: Desk,
    file: ListFile,
    said: ListAnswers = NOTHING_SAID,
    cases: CasesRead | None = None,
    step: Step = no_step,
) -> BalancePlan:
    """The dry run over a file that was read; ``cases``, ``step`` and remembered columns as of a list of payments.

    Raises `Refused` (balance_columns_missing).
    """
    known = cases or CasesRead()
    return planned_with(desk, "balances", file, said, lambda answers: _planned(desk, file, answers, known, step))


def _planned(desk: Desk, file: ListFile, said: ListAnswers, cases: CasesRead, step: Step) -> BalancePlan:
    with desk.store.reading():
        index, today = AccountIndex(desk), desk.clock.today()
        read = read_balances(file.table, file.name, index.currency, today, said.order, said.columns, said.on)
        begun = BalancePlan(
            new_id(),
            file.name,
            file.sha256,
            read.header,
            (),
            (),
            read.left,
            read.columns,
            to_confirm=read.to_confirm,
            dated=read.dated,
            named=said.columns,
        )
        planner = _Planner(desk, begun, cases)
        done = 0
        for some in index.matches(read.rows, said.accounts, lambda row: row.total):
            cases.ahead(desk, (match.fit.account for _, match in some if match.fit is not None))
            for row, match in some:
                step(done, len(read.rows))
                planner.take(row, match)
                done += 1
        return planner.plan(read.unread)


def import_balances(desk: Desk, plan: BalancePlan, confirmed: Collection[int] = (), sums: bool = False) -> Import:
    """Keep what a plan matches as stated balances; rows with doubts only where ``confirmed``, the others as rejected.

    ``sums``: a person compared the sums of the list that differ. Raises `Refused`: those sums where nobody did, balance_rows_none
    with all that is wrong, balances_outdated when an account is gone or got others since.
    """
    refuse_if(() if sums else plan.to_confirm)
    mine = list({one.account.id: None for one in plan.matched})
    now = {one.id for one in desk.store.among(BankBalance, "account_id", mine)}
    if len(desk.store.get_many(Account, mine)) < len(mine) or now != plan.on_record:
        raise Refused(Finding("balances_outdated", plan.file_name, {"name": plan.file_name}))
    taken = [one for one in plan.matched if not one.doubts or one.row.row in confirmed]
    left = [one for one in plan.matched if one.doubts and one.row.row not in confirmed]
    rejected = [*plan.rejected, *[(one.row.row, one.row.cells, one.doubts) for one in left]]
    if not taken:
        every = [finding for _, _, findings in sorted(rejected) for finding in findings]
        raise Refused(Finding("balance_rows_none", plan.file_name, {"name": plan.file_name}), *every[:_SHOWN])
    batch = kept_batch(desk, plan.id, plan.file_name, plan.sha256, plan.header, len(taken), rejected)
    at, by = desk.clock.now(), desk.agent
    desk.store.add_all(replace(one.compared.stated, at=at, by=by) for one in taken)
    remember_columns(desk, "balances", plan)
    return batch


class _Planner:
    """Says of each row whose it is, how it compares and what speaks against it, knowing the rows before it."""

    def __init__(self, desk: Desk, begun: BalancePlan, cases: CasesRead) -> None:
        self._desk, self._begun, self._cases = desk, begun, cases
        self._stated: dict[str, list[BankBalance]] = {}
        self._on_record: set[str] = set()
        self._matched: list[StatedRow] = []
        self._rejected: list[tuple[int, Row, tuple[Finding, ...]]] = []
        self._open: list[OpenRow[BalanceRow]] = []

    def take(self, row: BalanceRow, match: Match) -> None:
        """Judge one row."""
        if match.finding is not None:
            self._reject(row, match.finding)
            if match.candidates:
                self._open.append(OpenRow(row, match.finding, match.candidates))
        elif any(one.minor < 0 for one in (row.total, *row.parts.values())):
            self._reject(row, Finding("amount_negative", f"row {row.row}", {"amount": row.total.grouped()}))
        elif match.fit is not None:
            self._judge(row, match.fit)

    def plan(self, unread: Sequence[UnreadRow]) -> BalancePlan:
        """The whole plan."""
        rejected = [*self._rejected, *((one.row, one.cells, one.findings) for one in unread)]
        rejected.sort(key=lambda one: one[0])
        return replace(
            self._begun,
            matched=tuple(self._matched),
            rejected=tuple(rejected),
            open=tuple(self._open),
            on_record=frozenset(self._on_record),
        )

    def _reject(self, row: BalanceRow, *findings: Finding) -> None:
        self._rejected.append((row.row, row.cells, findings))

    def _file(self, account: Account) -> CaseFile:
        return self._cases.of(self._desk, account)

    def _others(self, account: Account) -> list[BankBalance]:
        if account.id not in self._stated:
            mine = [one for one in self._file(account).bank_balances if one.account_id == account.id]
            self._stated[account.id] = mine
            self._on_record |= {one.id for one in mine}
        return self._stated[account.id]

    def _judge(self, row: BalanceRow, fit: KnownAccount) -> None:
        stated, others = self._balance(row, fit.account), self._others(fit.account)
        same_day = [one for one in others if one.on == row.on]
        if any(_figures(one) == _figures(stated) for one in same_day):
            figures = {"day": row.on.isoformat(), "amount": row.total.grouped()}
            self._reject(row, Finding("balance_on_record", f"row {row.row}", figures))
            return
        doubts = tuple(self._doubts(row, fit, same_day))
        others.append(stated)
        file = self._file(fit.account)
        compared = reconcile(stated, balances_on(file, fit.account, row.on))
        self._matched.append(StatedRow(row, fit.account, compared, doubts))

    def _balance(self, row: BalanceRow, account: Account) -> BankBalance:
        return BankBalance(
            f"{self._begun.id}.{row.row}",
            account.case_id,
            account.id,
            row.on,
            self._begun.file_name,
            self._desk.clock.now(),
            "",
            row.total,
            **row.parts,
            currency=account.currency,
        )

    def _doubts(self, row: BalanceRow, fit: KnownAccount, same_day: Sequence[BankBalance]) -> Iterator[Finding]:
        place, figures = f"row {row.row}", {"amount": row.total.grouped(), "day": row.on.isoformat()}
        if row.name and folded(row.name) != folded(fit.name):
            yield Finding("balance_name_differs", place, {"tail": fit.account.tail})
        if same_day:
            yield Finding("balance_row_other", place, {**figures, "stated": same_day[-1].total.grouped()})
        whole_sum = Money(sum(one.minor for one in row.parts.values()), row.total.currency)
        if whole_sum > row.total or (len(row.parts) == len(COMPONENTS) and whole_sum != row.total):
            yield Finding("balance_row_sum", place, {**figures, "sum": whole_sum.grouped()})
        if fit.account.as_of is not None and row.on < fit.account.as_of:
            yield Finding("balance_before_opening", place, {**figures, "as_of": fit.account.as_of.isoformat()})


def _figures(one: BankBalance) -> tuple[Money | None, ...]:
    return (one.total, *(getattr(one, part) for part in COMPONENTS))
