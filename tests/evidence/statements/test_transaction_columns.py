"""Transactions held by columns are to everybody what a tuple of them is."""

from __future__ import annotations

import pytest

from tests.evidence.statements.samples import CLOTHES, entries, written
from workstation.evidence.statements.readers import read_statement
from workstation.evidence.statements.transactions import Transaction, TransactionColumns, columns_of

READ = {layout: read_statement(written(wear(entries(30))).encode()).transactions for layout, wear in CLOTHES.items()}


@pytest.mark.parametrize("layout", READ)
def test_columns_are_a_tuple_of_their_rows(layout):
    held = READ[layout]
    rows = tuple(held)
    assert isinstance(held, TransactionColumns) and len(held) == len(rows) == 30
    assert held == rows and rows == held and hash(held) == hash(rows) and repr(held) == repr(rows)
    assert (held[3], held[-1], held[:2], held[::-1]) == (rows[3], rows[-1], rows[:2], rows[::-1])
    assert all(type(one) is Transaction for one in held)
    assert held != rows[1:] and held != list(rows)


@pytest.mark.parametrize("layout", READ)
def test_a_tuple_taken_apart_gives_the_columns_that_were_read(layout):
    held, again = READ[layout], columns_of(tuple(READ[layout]))
    assert columns_of(held) is held
    assert [list(getattr(again, name)) for name in ("rows", "days", "minors", "currencies", "kinds", "balances")] == [
        list(getattr(held, name)) for name in ("rows", "days", "minors", "currencies", "kinds", "balances")
    ]
    assert again == held


def test_rows_are_chosen_whole():
    held = columns_of(READ["boc.debit"])
    chosen = held.selected(minor > 0 for minor in held.minors)
    assert chosen == tuple(one for one in held if one.amount.minor > 0) != ()
    assert held.in_currency("CNY") is held and held.in_currency("USD") == ()
