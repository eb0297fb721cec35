"""Columns read as wholes give what cells give that are read one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.statements.samples import CLOTHES, entries, written
from workstation.evidence.statements import cells
from workstation.evidence.statements.columns import Columns, joined, minors, money_alike, money_where
from workstation.evidence.statements.readers import read_statement
from workstation.evidence.statements.transactions import Transaction, TransactionColumns, columns_of
from workstation.money import MINOR_DIGITS, Money

USUAL = ["1.00", "-1.00", "+0.05", "-0.50", "1,234.56", "12,345,678.90", "1234567.89", "0.00", "", "¥1.00", "¥-2.50"]
ODD = [
    "1.0", "1", "1.005", "1,23.45", "12,34,567.00", "¥1.00", "１２.５０", "(3.00)", "--", "-", "****", "*,***.**", " 1.00",
    "1.00\n2.00", "\n", "1.00元", "CNY 1.00", "1_0.00", "٣.00", "−5.00", "+-1.00", ".50", "1e3", "'1.00",
    "-¥1.00", "¥", "¥ 1.00", "1.00¥", "¥¥1.00", "¥1,00.00", "5", "1.5", "+7",
]  # fmt: skip


def one_by_one(texts: list[str], currency: str) -> list[int | None]:
    return [None if (found := cells.amount(text, currency)) is None else found.minor for text in texts]


@pytest.mark.parametrize("odd", ODD)
def test_one_odd_cell_in_a_column_changes_no_other(odd):
    texts = [*USUAL, odd, *USUAL]
    assert minors(texts, "CNY") == one_by_one(texts, "CNY")


@given(
    st.lists(st.sampled_from(USUAL + ODD)) | st.lists(st.sampled_from(USUAL)),
    st.sampled_from(["CNY", "JPY", "USD", "XXX"]),
)
def test_a_column_reads_as_its_cells(texts, currency):
    assert minors(texts, currency) == one_by_one(texts, currency)


@given(st.lists(st.tuples(st.none() | st.integers(-(10**12), 10**12), st.sampled_from(sorted(MINOR_DIGITS)))))
def test_money_of_a_column_is_money(pairs):
    made = money_where([minor for minor, _ in pairs], [currency for _, currency in pairs])
    assert made == [None if minor is None else Money(minor, currency) for minor, currency in pairs]
    assert all(hash(one) == hash(Money(one.minor, one.currency)) for one in made if one is not None)


@given(st.lists(st.tuples(st.integers(-9, 9), st.sampled_from(["CNY", "JPY"]))))
def test_amounts_that_are_alike_are_the_same_money(pairs):
    for some in (pairs, [(minor, "USD") for minor, _ in pairs]):
        amounts, currencies = [minor for minor, _ in some], [currency for _, currency in some]
        assert money_alike(amounts, currencies) == list(map(Money, amounts, currencies))


def test_rows_of_any_length_and_titles_that_repeat():
    body = Columns(["day", "", "text", "text", "more"], [("1", "x"), (), ("2", "y", "a", "b", "c", "d")])
    assert body.height == 3
    assert list(body["day"]) == ["1", "", "2"]
    assert list(body["text"]) == ["", "", "a"]  # the first of two counts
    assert list(body["missing"]) == list(body[""]) == ["", "", ""]
    held = {"day": "2", "[B]": "y", "text": "a", "text [D]": "b", "more": "c", "[F]": "d"}
    assert body.row(2) == held  # no column is lost: those without a title of their own go by their place
    assert ("text" in body, "missing" in body) == (True, False)


def test_no_rows_at_all():
    body = Columns(["day"], [])
    assert (body.height, list(body["day"])) == (0, [])


def test_texts_are_joined_without_blanks_and_echoes():
    assert list(joined([["工资", "-----", "消费"], ["工资", "/", "餐厅"]])) == ["工资", "", "消费 餐厅"]
    assert list(joined([["工资", "--"], ["", ""]])) == ["工资", ""]


def test_a_long_column_of_few_amounts_reads_as_its_cells():
    texts = [*USUAL, *ODD] * 20
    assert minors(texts, "CNY") == one_by_one(texts, "CNY")


# ── Transactions held by columns are to everybody what a tuple of them is ──

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
