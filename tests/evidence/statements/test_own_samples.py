"""Every layout is read from a statement of our own, in every form that it comes in, to the values written beside it by hand."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from tests.evidence.statements.own_samples import FILES, FOLDER, SAMPLES, Expected, file_of
from tests.evidence.statements.printed_samples import MONTHLY, PRINTED
from workstation.evidence.statements.readers import LAYOUTS, read_any_statement
from workstation.evidence.statements.statement import Statement, Transaction, analyse
from workstation.money import Money


def read(layout: str, form: str) -> Statement:
    return read_any_statement(file_of(layout, form), "statement")


def figure(money: Money | None) -> Decimal | None:
    return None if money is None else Decimal(money.text())


def found(one: Transaction) -> Expected:
    return Expected(
        row=one.row,
        on=one.on,
        at=one.at,
        amount=Decimal(one.amount.text()),
        currency=one.amount.currency,
        balance=figure(one.balance),
        kind=one.kind,
        counterparty=one.counterparty,
    )


def test_every_layout_has_a_sample_and_every_file_is_one():
    printed_only = {*PRINTED, *MONTHLY} - set(SAMPLES)
    assert set(SAMPLES) | printed_only == {layout.id for layout in LAYOUTS}
    assert {file.stem for file in FOLDER.glob("*.csv")} == set(SAMPLES)
    legacy = {layout for layout, one in SAMPLES.items() if "xls" in one.told["forms"]}
    assert {file.stem for file in FOLDER.glob("*.xls")} == legacy
    assert {form.split("-")[0] for _, form in FILES} == {"csv", "xlsx", "xls", "pdf"}


@pytest.mark.parametrize(("layout", "form"), FILES)
def test_rows_days_signs_balances_and_parties(layout, form):
    statement = read(layout, form)
    assert statement.layout == layout
    assert list(map(found, statement.transactions)) == SAMPLES[layout].rows_of(form)


@pytest.mark.parametrize(("layout", "form"), FILES)
def test_account_period_gaps_and_rows_left_out(layout, form):
    statement, told = read(layout, form), SAMPLES[layout].told
    assert (statement.account, statement.from_on, statement.to_on) == (told["account"], told["from"], told["to"])
    assert list(analyse(statement).income_gaps) == told.get("gaps", [])
    assert [f"{left.row} {left.why}" for left in statement.rows_left_out] == told.get("left_out", [])
    fees = [f"{one.row} {one.fee.text()}" for one in statement.transactions if one.fee]
    assert fees == told.get("fees", [])


@pytest.mark.parametrize(("layout", "form"), FILES)
def test_totals_and_findings(layout, form):
    statement, told = read(layout, form), SAMPLES[layout].told
    printed = statement.printed
    assert printed.count == told.get("count")
    for name, money in (("income", printed.income), ("expense", printed.expense)):
        assert figure(money) == (Decimal(told[name]) if name in told else None)
    assert [f"{one.code} {one.subject}" for one in analyse(statement).findings] == told.get("findings", [])


BALANCED = [layout for layout, one in SAMPLES.items() if all(row.balance is not None for row in one.rows)]


@pytest.mark.parametrize("layout", [layout for layout in BALANCED if not SAMPLES[layout].told.get("findings")])
def test_the_values_beside_a_sample_hold_together(layout):
    """The hand that wrote them is checked by the balances: oldest first, each is the one before and the amount."""
    rows = SAMPLES[layout].rows
    rows = rows if rows[0].on <= rows[-1].on else rows[::-1]
    for before, one in pairwise(rows):
        assert before.balance is not None
        assert before.balance + one.amount == one.balance


@pytest.mark.parametrize("layout", BALANCED)
def test_a_changed_balance_is_named(layout):
    """A sample proves something: with one wrong balance the same file is no longer in order."""
    sample = SAMPLES[layout]
    row = sample.rows[len(sample.rows) // 2]
    lines = sample.text.split("\n")
    line = lines[row.row - 1]
    printed = next(one for one in (f"{row.balance:,}", f"{row.balance}", f"{row.balance}"[:-1]) if one in line)
    lines[row.row - 1] = line.replace(printed, "1.23")
    breaks = [one for one in analyse(read_any_statement("\n".join(lines).encode())).findings if "break" in one.code]
    assert f"row {row.row}" in [one.subject for one in breaks]
