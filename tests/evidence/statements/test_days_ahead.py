"""Rows of days to come are told; a statement that ends today, or a day further east, is not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.evidence.statements.samples import CLOTHES, entries, written
from workstation.evidence.statements.cells import moment
from workstation.evidence.statements.readers import read_statement
from workstation.evidence.statements.statement import analyse

STATEMENT = read_statement(written(CLOTHES["cmb.debit"](entries())).encode())
LAST = max(one.on for one in STATEMENT.transactions)


@pytest.mark.parametrize(("before", "told"), [(0, False), (1, False), (2, True)])
def test_a_row_of_a_day_to_come_is_told(before, told):
    found = [one for one in analyse(STATEMENT, LAST - timedelta(days=before)).findings if one.code == "day_ahead"]
    rows = {f"row {one.row}" for one in STATEMENT.transactions if one.on == LAST}
    assert {one.subject for one in found} == (rows if told else set())


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("46083", "2026-03-02", None),
        ("46083.5", "2026-03-02", "12:00:00"),
        ("1772409600000", "2026-03-02", "08:00:00"),
        ("2026-03-31T23:30:00Z", "2026-04-01", "07:30:00"),
        ("2026-04-03 20:00:00 UTC", "2026-04-04", "04:00:00"),
        ("2026 11 05", "2026-11-05", None),
        ("２０２６－１１－０５", "2026-11-05", None),
        ("115/11/05", "2026-11-05", None),
        ("20261105", "2026-11-05", None),
    ],
)
def test_a_cell_of_a_day_is_read_by_its_own_form(text, day, clock):
    on, at = moment(text)
    assert (on.isoformat(), at and at.time().isoformat()) == (day, clock)
