"""The formulas themselves, recalculated from scratch by LibreOffice: equal to the program in every cell, for plans of every kind.

Each test sends all its workbooks through one start of LibreOffice.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from tests.documents.spreadsheet import cells, differences, recalculated
from tests.documents.workbook_cases import (
    EVERY_METHOD,
    EVERY_OPTION,
    figures,
    random_terms,
    rate,
    terms,
    wild_terms,
    yuan,
)
from workstation.dates import add_months
from workstation.documents.workbook import case_workbook
from workstation.documents.workbook_schedule import FIRST_ROW
from workstation.plan.schedule import Schedule, schedule
from workstation.plan.terms import Terms
from workstation.rates import Rate

pytestmark = pytest.mark.timeout(600)
"""One start of LibreOffice for everything takes under a minute on a desk, longer where the cores are shared."""

PLANS = 1200 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 300
A_BOOK = 50
RATE, AMOUNT, COUNT, METHOD, DOWN, FEE, FIRST_DUE, WAIVED = "F6", "C4", "H6", "C6", "C7", "F7", "J6", "F5"
"""Inputs of the trial sheet."""
METHODS = {
    "equal_instalment": "等额本息",
    "equal_principal": "等额本金",
    "interest_free": "停息分期",
    "flat_fee": "分期手续费",
}
TRIALS: dict[str, dict[str, Any]] = {
    "as it stands": {},
    "a lower rate": {RATE: 0.0435},
    "no rate": {RATE: 0},
    "a rate of six decimals": {RATE: 0.153999},
    "one instalment": {COUNT: 1},
    "sixty instalments": {COUNT: 60},
    "seven instalments of little": {COUNT: 7, AMOUNT: 0.05},
    "a large amount": {AMOUNT: 9_876_543.21, COUNT: 36},
    "even principal": {METHOD: "等额本金", COUNT: 17},
    "interest stopped": {METHOD: "停息分期", COUNT: 59},
    "a fee a period": {METHOD: "分期手续费", FEE: 0.0061, COUNT: 18, DOWN: 1234.56},
    "a down payment": {DOWN: 12_345.67},
    "interest waived": {WAIVED: 1200},
    "from a month's end": {FIRST_DUE: datetime(2027, 1, 31), COUNT: 14},
}
CHANGED: dict[str, tuple[Terms, dict[str, Any], dict[str, Any]]] = {
    "level, lower rate": (terms(), {"C5": 0.0999}, {"rate": rate("0.0999")}),
    "level, more owed": (terms(), {"C4": 76_543.21}, {"principal": yuan("76543.21")}),
    "level, actual days": (EVERY_OPTION["actual/365"], {"C5": 0.24}, {"rate": rate("0.24")}),
    "level, no February": (EVERY_OPTION["no February"], {"C5": 0.0435}, {"rate": rate("0.0435")}),
    "even principal": (EVERY_METHOD["equal_principal"], {"H4": 5_000.01}, {"down_payment": yuan("5000.01")}),
    "fee": (EVERY_METHOD["flat_fee"], {"F6": 0.005}, {"period_fee": Decimal("0.005")}),
    "flat": (EVERY_METHOD["flat_interest"], {"C5": 0.06}, {"rate": rate("0.06")}),
    "deferral": (EVERY_OPTION["deferral"], {"C5": 0.1}, {"rate": rate("0.1")}),
    "grace": (EVERY_OPTION["grace of principal"], {"C5": 0.1}, {"rate": rate("0.1")}),
    "fixed cells": (EVERY_OPTION["fixed payments"], {"C5": 0.12}, {"rate": rate("0.12")}),
    "later": (
        terms(),
        {"F5": datetime(2027, 2, 28)},
        {"first_due": date(2027, 2, 28), "interest_from": date(2027, 1, 28)},
    ),
}


def spoiled(data: bytes) -> bytes:
    """The workbook with every stored number of a formula made wrong."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, re.sub(rb"(</f><v>)[-.\d]+(</v>)", rb"\g<1>77777\2", part))
    return out.getvalue()


def changed(data: bytes, sheet: str | int, inputs: dict[str, Any]) -> bytes:
    """The workbook after a person typed into some cells; openpyxl drops all stored results on the way."""
    book = load_workbook(BytesIO(data))
    target = book[sheet] if isinstance(sheet, str) else book.worksheets[sheet]
    for at, value in inputs.items():
        target[at].value = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def test_random_plans_equal_the_program_in_every_cell(tmp_path: Path) -> None:
    """Plans of every method with every option by chance: half as desks agree them, half as they come."""
    rolled = [*random_terms(2026, PLANS // 2), *wild_terms(2026, PLANS // 2)]
    ours = {str(at): case_workbook(figures(*rolled[at : at + A_BOOK])) for at in range(0, PLANS, A_BOOK)}
    theirs = recalculated(tmp_path, ours)
    found = {name: differences(cells(ours[name]), theirs[name]) for name in ours}
    assert not any(found.values()), found


def test_every_method_and_option_is_put_right_from_wrong_results(tmp_path: Path) -> None:
    """What is stored is wrong on purpose: only a real recalculation leads back to the program's figures."""
    right = case_workbook(figures(*EVERY_METHOD.values(), *EVERY_OPTION.values()))
    wrong = spoiled(right)
    stored = [value for sheet in cells(wrong).values() for value in sheet.values()]
    assert stored.count(77777) > 1000
    assert differences(cells(right), recalculated(tmp_path, {"spoiled": wrong})["spoiled"]) == []


def test_a_trial_plans_again_as_the_program_would(tmp_path: Path) -> None:
    trial = case_workbook(figures(terms()))
    theirs = recalculated(tmp_path, {name: changed(trial, "试算", inputs) for name, inputs in TRIALS.items()})
    for name, inputs in TRIALS.items():
        shown = theirs[name]["试算"]
        assert rows(shown) == printed(schedule(tried(inputs))), name
        assert shown["H8"] == 0, f"{name}: a trial ends at zero"


def tried(inputs: dict[str, Any]) -> Terms:
    """The terms that the inputs of the trial sheet stand for."""
    first = inputs.get(FIRST_DUE, datetime(2026, 12, 10)).date()
    names = {label: method for method, label in METHODS.items()}
    return terms(
        principal=yuan(str(inputs.get(AMOUNT, 50_000))),
        interest=yuan(str(1200 - inputs.get(WAIVED, 0))),
        down_payment=yuan(str(inputs.get(DOWN, 0))),
        method=names[inputs.get(METHOD, "等额本息")],
        instalments=inputs.get(COUNT, 12),
        rate=Rate(Decimal(str(inputs.get(RATE, "0.18")))),
        period_fee=Decimal(str(inputs.get(FEE, 0))),
        first_due=first,
        interest_from=add_months(first, -1),
    )


def test_a_changed_input_plans_the_schedule_again(tmp_path: Path) -> None:
    books = {name: changed(case_workbook(figures(asked)), 1, inputs) for name, (asked, inputs, _) in CHANGED.items()}
    theirs = recalculated(tmp_path, books)
    for name, (asked, _, changes) in CHANGED.items():
        plan = schedule(replace(asked, **changes))
        shown = theirs[name]["还款计划 招商银行 0001"]
        assert rows(shown) == printed(plan), name
        moved = plan.totals.payment - schedule(asked).totals.payment
        assert shown["J7"] == pytest.approx(float(moved.text()), abs=1e-9), name


def rows(shown: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Day and amounts of every row that has a number."""
    found = []
    at = FIRST_ROW
    while isinstance(shown.get(f"A{at}"), (int, float)):
        amounts = [f"{shown.get(f'{column}{at}', 0):.2f}" for column in "DEFGHIJ"]
        found.append((shown[f"B{at}"], *amounts))
        at += 1
    return found


def printed(plan: Schedule) -> list[tuple[Any, ...]]:
    return [
        (
            row.due_on,
            *(
                amount.text()
                for amount in (row.opening, row.principal, row.interest, row.fee, row.carried, row.payment, row.closing)
            ),
        )
        for row in plan.rows
    ]
