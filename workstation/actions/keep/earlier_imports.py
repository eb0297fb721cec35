"""What earlier imports of the very same bytes took, so that a file given twice counts once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from workstation.actions.desk import Desk
from workstation.profile.batch import Import, ImportReject
from workstation.promise.payment import Payment
from workstation.promise.stated_balance import BankBalance
from workstation.received.tables import Row


def payment_rows_taken(desk: Desk, sha256: str, header: Row, rows: Iterable[int]) -> dict[int, date]:
    """Row → day of the import that took it as a payment; ``header`` tells two lists of one workbook apart."""
    found: dict[int, date] = {}
    for batch in desk.store.find(Import, sha256=sha256):
        if batch.header == tuple(header) and desk.store.find(Payment, import_id=batch.id):
            sent_back = {one.row for one in desk.store.find(ImportReject, import_id=batch.id)}
            found.update(dict.fromkeys(set(rows) - sent_back, batch.at.date()))
    return found


def balances_of_import(desk: Desk, import_id: str) -> tuple[BankBalance, ...]:
    """The stated balances that an import brought: their ids begin with its own, as those of the rows that it sent back do."""
    mine = [key for (key,) in desk.store.texts(BankBalance, "id") if key.startswith(f"{import_id}.")]
    return desk.store.among(BankBalance, "id", mine)
