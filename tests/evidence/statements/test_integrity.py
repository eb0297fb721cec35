"""Integrity: a clean statement raises nothing; one digit changed anywhere is named with its row."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.evidence.statements.samples import AMOUNTS, BALANCE, CLOTHES, entries, money, written
from tests.prove import how_many
from workstation.evidence.statements.readers import read_statement, statement_of
from workstation.evidence.statements.statement import Analysis, analyse
from workstation.wording import LANGUAGES, Wording

ROWS = entries()
TABLES = {layout: wear(ROWS) for layout, wear in CLOTHES.items()}
FIRST = {"cmb.debit": 1, "cmb.web": 5, "icbc.debit-v1": 5, "boc.debit": 2, "ccb.debit": 4}


def analysed(table: list[list[str]]) -> Analysis:
    return analyse(read_statement(written(table).encode()))


def breaks(analysis: Analysis) -> set[str]:
    return {finding.subject for finding in analysis.findings if finding.code == "balance_break"}


@pytest.mark.parametrize("layout", CLOTHES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_clean_statement_raises_nothing(layout, end, encoding):
    statement = read_statement(written(TABLES[layout], end).encode(encoding))
    analysis = analyse(statement)
    assert (statement.layout, statement.rows_read, statement.rows_left_out) == (layout, 200, ())
    assert analysis.findings == ()
    assert analysis.income_gaps == ()
    assert sorted(one.amount.minor for one in statement.transactions) == sorted(one.minor for one in ROWS)


def changed(text: str, place: int, digit: int) -> str | None:
    digits = [index for index, sign in enumerate(text) if sign.isdigit()]
    index = digits[place % len(digits)]
    new = str((int(text[index]) + 1 + digit % 9) % 10)
    made = text[:index] + new + text[index + 1 :]
    return made if made.strip() else None


@pytest.mark.prove
@pytest.mark.parametrize("layout", CLOTHES)
@settings(max_examples=how_many(30, 2000))
@given(row=st.integers(0, 199), place=st.integers(0, 8), digit=st.integers(0, 8), balance=st.booleans())
def test_a_changed_digit_is_named_with_its_row(layout, row, place, digit, balance):
    table = [list(cells) for cells in TABLES[layout]]
    index = FIRST[layout] + row
    column = next(
        number
        for number in ((BALANCE[layout],) if balance else AMOUNTS[layout])
        if table[index][number].strip() not in ("", "0.00")
    )
    table[index][column] = changed(table[index][column], place, digit) or ""
    oldest = FIRST[layout] + (199 if layout in ("icbc.debit-v1", "boc.debit") else 0)
    if index == oldest and not balance:
        return  # nothing before the first row proves its amount; printed totals do, see below
    assert f"row {index + 1}" in breaks(analysed(table))
    if index not in (oldest, oldest - 1, oldest + 1):
        assert breaks(analysed(table)) == {f"row {index + 1}"}


def mistyped(figure: str) -> list[str]:
    """The figure with one digit wrong: the last before the point by one, or, to prove it, every digit by every other."""
    digits = [index for index, sign in enumerate(figure) if sign.isdigit()]
    places = digits if how_many(0, 1) else digits[-3:-2]
    steps = range(1, how_many(1, 9) + 1)
    return [f"{figure[:at]}{(int(figure[at]) + step) % 10}{figure[at + 1 :]}" for at in places for step in steps]


@pytest.mark.prove
@pytest.mark.timeout(how_many(180, 3600))
@pytest.mark.parametrize("layout", ["cmb.debit", "boc.debit"])
def test_every_amount_and_every_balance_of_the_200_rows(layout):
    """No row is left to chance: each figure is mistyped in turn, of some rows where it is not proved."""
    oldest = FIRST[layout] + (199 if layout == "boc.debit" else 0)
    rows = range(FIRST[layout], FIRST[layout] + 200)
    for index in {rows[0], rows[-1], *Random(200).sample(rows, how_many(38, 200))}:
        for columns in (AMOUNTS[layout], (BALANCE[layout],)):
            table = [list(cells) for cells in TABLES[layout]]
            column = next(number for number in columns if table[index][number].strip() not in ("", "0.00"))
            for figure in mistyped(table[index][column]):
                table[index][column] = figure
                if index != oldest or columns != AMOUNTS[layout]:
                    assert f"row {index + 1}" in breaks(analyse(statement_of([table]))), (table[index], columns)


OPENED = ["期初余额：¥5,000.00", "期初余额(元): 5,000.00", "Opening balance 5,000.00"]
CLOSED = "期末余额："


@pytest.mark.parametrize("opening", OPENED)
@pytest.mark.parametrize("layout", ["cmb.debit", "boc.debit"])
def test_opening_and_closing_balances_are_compared_with_the_rows(layout, opening):
    table = TABLES[layout]
    closing = money(ROWS[-1].balance)
    clean = [[opening], *table, [f"{CLOSED}{closing}"]]
    assert analysed(clean).findings == ()
    first, last = (2, 201) if layout == "cmb.debit" else (202, 3)
    wrong = [[opening.replace("5,000", "5,001")], *table, [f"{CLOSED}{closing}"]]
    found = {finding.code: finding for finding in analysed(wrong).findings}
    assert set(found) == {"opening_break"}
    assert found["opening_break"].subject == f"row {first + 1}"
    assert dict(found["opening_break"].figures) == {"printed": "5001.00", "expected": "5000.00"}
    ended = [[opening], *table, [f"{CLOSED}1.00"]]
    assert [(one.code, one.subject) for one in analysed(ended).findings] == [("closing_break", f"row {last + 1}")]


def test_the_first_amount_is_caught_by_the_opening_balance():
    table = [["期初余额: 5,000.00"], *[list(cells) for cells in TABLES["cmb.debit"]]]
    table[2][2] = "-9.01"
    assert [(one.code, one.subject) for one in analysed(table).findings] == [("opening_break", "row 3")]


def test_income_in_whole_hundreds_is_remarked_and_named():
    table = [list(cells) for cells in TABLES["cmb.debit"]]
    balance = 5_000_00
    for cells, one in zip(table[1:], ROWS, strict=True):
        minor = 8_000_00 if one.minor > 0 else one.minor
        balance += minor
        cells[2], cells[3] = money(minor), money(balance)
    (finding,) = analysed(table).findings
    assert (finding.code, finding.subject) == ("round_figures", "row 11")
    assert dict(finding.figures) == {"even": "8", "rows": "8"}


def test_the_first_amount_is_caught_by_the_printed_totals():
    table = [list(cells) for cells in TABLES["icbc.debit-v1"]]
    table[204][9] = "9.01"
    assert [finding.code for finding in analysed(table).findings] == ["total_break_expense"]


@pytest.mark.parametrize("layout", CLOTHES)
def test_a_row_taken_out_breaks_the_chain_at_its_place(layout):
    table = [list(cells) for cells in TABLES[layout]]
    del table[FIRST[layout] + 100]
    newest_first = layout in ("icbc.debit-v1", "boc.debit")
    after = FIRST[layout] + (99 if newest_first else 100)
    assert breaks(analysed(table)) == {f"row {after + 1}"}


@pytest.mark.parametrize("layout", CLOTHES)
def test_a_row_put_in_twice_is_named(layout):
    table = [list(cells) for cells in TABLES[layout]]
    table.insert(FIRST[layout] + 60, list(table[FIRST[layout] + 60]))
    repeated = [finding for finding in analysed(table).findings if finding.code == "row_repeated"]
    assert [finding.figures["first"] for finding in repeated] == [str(FIRST[layout] + 61)]


def test_rows_of_one_second_may_stand_in_any_order():
    table = [list(cells) for cells in TABLES["boc.debit"]]
    index = next(i for i in range(3, 200) if table[i][:2] == table[i + 1][:2])
    table[index], table[index + 1] = table[index + 1], table[index]
    assert analysed(table).findings == ()


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "9026-06-01", "1026-06-01"])
def test_a_day_that_cannot_be_is_left_out_and_named(day):
    table = [list(cells) for cells in TABLES["cmb.debit"]]
    table[50][0] = day
    analysis = analysed(table)
    assert [(finding.code, finding.subject) for finding in analysis.findings] == [("impossible_date", "row 51")]


def test_an_unreadable_amount_is_left_out_and_named():
    table = [list(cells) for cells in TABLES["cmb.debit"]]
    table[50][2] = "1O.00"
    analysis = analysed(table)
    assert [(finding.code, finding.subject) for finding in analysis.findings] == [("row_unreadable", "row 51")]


def test_days_out_of_order_are_named():
    table = [list(cells) for cells in TABLES["cmb.debit"]]
    table[50][0] = "2026-10-01"
    assert [(finding.code, finding.subject) for finding in analysed(table).findings] == [("date_order", "row 52")]


def test_masked_balances_are_said_once():
    table = [list(cells) for cells in TABLES["cmb.debit"]]
    for row in table[1:]:
        row[3] = "*,***.**"
    findings = analysed(table).findings
    assert [(finding.code, finding.figures["rows"]) for finding in findings] == [("balance_masked", "200")]


def test_a_single_masked_balance_does_not_break_the_chain():
    table = [list(cells) for cells in TABLES["cmb.debit"]]
    table[50][3] = "****"
    assert breaks(analysed(table)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_findings_have_sentences(language):
    wording = Wording(language)
    table = [list(cells) for cells in TABLES["icbc.debit-v1"]]
    table[100][11] = "1.00"
    table[120][8] = "9.00"
    table[130][0] = "2026-13-01"
    for finding in analysed(table).findings:
        sentence = wording.finding(finding)
        assert finding.code not in sentence
        assert "{" not in sentence
