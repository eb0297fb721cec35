"""What is asked and answered about a bank's list before it is imported, and how an import is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Generic, TypeVar

from workstation.actions.desk import Desk
from workstation.actions.keep.account_match import KnownAccount, ListRow
from workstation.actions.keep.reading import files_of
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import RECKONS
from workstation.errors import Finding
from workstation.profile.account import Account
from workstation.profile.batch import Import, ImportReject
from workstation.profile.portfolio.cells import DateOrder
from workstation.promise.bank_list import ColumnSample, column_samples
from workstation.received.apart.readers import Readers, Reading
from workstation.received.tables import Row, Table, read_figures

R = TypeVar("R", bound=ListRow)
_LOOKS_AT: Final = RECKONS | {"bank_balances"}


@dataclass(frozen=True, slots=True)
class ListAnswers:
    """What a person said of a list. ``order``: of days such as 02/03/2026; ``in_balance``: whether payments before the day of a
    stated balance are in it; ``columns``: field → title; ``accounts``: row → id of the account that it is about; ``on``: its day.
    """

    order: DateOrder | None = None
    in_balance: bool | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    accounts: Mapping[int, str] = field(default_factory=dict)
    on: date | None = None


class CasesRead:
    """Cases read once for one dry run, or for several of one file: an answer changes none of them. Of each what tells its balance
    is read, and what banks stated of it.
    """

    def __init__(self) -> None:
        self._files: dict[str, CaseFile] = {}

    def ahead(self, desk: Desk, accounts: Iterable[Account]) -> None:
        """Read the cases of accounts that are asked for next, together."""
        wanted = list(dict.fromkeys(one.case_id for one in accounts if one.case_id not in self._files))
        self._files |= {file.case.id: file for file in files_of(desk, wanted, _LOOKS_AT)}

    def of(self, desk: Desk, account: Account) -> CaseFile:
        """The case of an account."""
        self.ahead(desk, (account,))
        return self._files[account.case_id]


NOTHING_SAID: Final = ListAnswers()
Step = Callable[[int, int], None]
"""Hears how many rows of how many are matched; stops the dry run by raising."""


def no_step(done: int, rows: int) -> None:
    """Nobody follows, and nobody stops it."""


@dataclass(frozen=True, slots=True)
class OpenRow(Generic[R]):
    """A row whose account nobody can tell from what it says; a person may choose among the candidates."""

    row: R
    finding: Finding
    candidates: tuple[KnownAccount, ...]


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file as it was read once; the dry run over it is made anew with every answer. ``sha256`` of its bytes, hex."""

    name: str
    sha256: str
    table: Table

    @property
    def columns(self) -> tuple[ColumnSample, ...]:
        """Its columns with their first cells, for a person to tell what they mean."""
        return column_samples(self.table)


def list_file(readers: Readers, data: bytes, name: str, computed: bytes = b"") -> ListFile:
    """A file read on any thread; ``computed`` as of a portfolio. Raises `Refused`: file_unreadable, table_not_computed …"""
    table = readers.read(Reading(name), read_figures, data, name, computed)
    return ListFile(name, hashlib.sha256(data).hexdigest(), table)


def kept_batch(
    desk: Desk,
    import_id: str,
    name: str,
    sha256: str,
    header: Row,
    taken: int,
    rejected: Sequence[tuple[int, Row, tuple[Finding, ...]]],
) -> Import:
    """Keep an import with every row that it did not take."""
    now, rows = desk.clock.now(), taken + len(rejected)
    batch = Import(import_id, name, sha256, now, desk.agent, rows, taken, len(rejected), header=tuple(header))
    desk.store.add(batch)
    desk.store.add_all(
        ImportReject(f"{import_id}.{row}", import_id, row, tuple(cells), findings) for row, cells, findings in rejected
    )
    return batch
