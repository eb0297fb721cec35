"""The formulas themselves, recalculated from scratch by LibreOffice: equal to the program in every cell, for plans of every kind.

Each test sends all its workbooks through one start of LibreOffice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.documents.workbook.spreadsheet import cells, differences, read, recalculated
from tests.documents.workbook.workbook_cases import (
    EVERY_METHOD,
    EVERY_OPTION,
    figures,
    random_terms,
    rate,
    terms,
    trials,
    wild_terms,
    yuan,
)
from tests.prove import how_many
from workstation.documents.workbook.case_workbook import case_workbook
from workstation.documents.workbook.schedule import FIRST_ROW
from workstation.documents.workbook.trial.rows import FIRST_ROW as TRIAL_ROW
from workstation.money import Rounding
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.terms import Every, FixedPayment, Terms

pytestmark = pytest.mark.timeout(how_many(600, 3600))
"""One start of LibreOffice for everything takes under a minute on a desk, longer where the cores are shared."""

PLANS, TRIALS = how_many(20, 2000), how_many(8, 400)
A_BOOK = 50
METHODS = {
    "equal_instalment": "等额本息",
    "equal_principal": "等额本金",
    "interest_free": "停息分期",
    "flat_fee": "分期手续费",
    "flat_interest": "固定利息（按原本金）",
    "custom": "约定还款",
}
TRIED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a lower rate": ({"rate": 0.0435}, {"rate": rate("0.0435")}),
    "sixty instalments": ({"count": 60}, {"instalments": 60}),
    "little in seven rows": ({"principal": 0.07, "count": 7}, {"principal": yuan("0.07"), "instalments": 7}),
    "flat interest, interest waived": (
        {"method": "flat_interest", "waive_interest": 1200},
        {"method": "flat_interest", "treat_interest": "waive"},
    ),
    "a fee, fortnightly, a down payment": (
        {"method": "flat_fee", "period_fee": 0.0061, "days": 14, "count": 26, "down_payment": 1234.56},
        {
            "method": "flat_fee",
            "period_fee": Decimal("0.0061"),
            "every": Every(0, 14),
            "instalments": 26,
            "down_payment": yuan("1234.56"),
        },
    ),
    "from a month's end, February left out": (
        {"first_due": datetime(2027, 1, 31), "interest_from": datetime(2026, 12, 31), "skip_a": 2, "count": 14},
        {"first_due": date(2027, 1, 31), "interest_from": date(2026, 12, 31), "skip_months": (2,), "instalments": 14},
    ),
    "deferred and resting": (
        {"deferral_months": 3, "deferral_interest": "计息", "grace_principal": 2, "treat_interest": "并入本金"},
        {
            "deferral_months": 3,
            "deferral_interest": "accrues",
            "grace_principal": 2,
            "treat_interest": "capitalise",
        },
    ),
    "a daily rate, actual days, whole yuan upward": (
        {"rate": 0.0005, "per": "日利率", "day_count": "actual/365", "unit": 1, "mode": "向上进位"},
        {"rate": rate("0.0005", "daily"), "day_count": "actual/365", "rounding": Rounding(100, "up")},
    ),
    "resting with nothing to pay": (
        {"rate": 0, "grace_principal": 2, "interest": 0, "penalty": 0},
        {"rate": rate("0"), "grace_principal": 2, "interest": yuan("0"), "penalty": yuan("0")},
    ),
    "two rows by hand": (
        {"typed": {3: 6000, 4: 1000}},
        {"fixed": (FixedPayment(3, yuan("6000")), FixedPayment(4, yuan("1000")))},
    ),
}
"""What a person types into the trial sheet (by the names of its cells), and the terms that it stands for."""
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


def changed(book: Any, inputs: Mapping[Any, dict[str, Any]]) -> bytes:
    """The workbook after a person typed into some cells of sheets (by title or place); openpyxl drops all stored results."""
    for sheet, typed in inputs.items():
        target = book[sheet] if isinstance(sheet, str) else book.worksheets[sheet]
        for at, value in typed.items():
            target[at].value = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.prove
def test_random_plans_equal_the_program_in_every_cell(tmp_path: Path) -> None:
    """Plans of every method with every option by chance: half as desks agree them, half as they come."""
    rolled = [*random_terms(2026, PLANS // 2), *wild_terms(2026, PLANS // 2)]
    ours = {str(at): case_workbook(figures(*rolled[at : at + A_BOOK])) for at in range(0, PLANS, A_BOOK)}
    theirs = recalculated(tmp_path, ours)
    found = {name: differences(cells(ours[name]), theirs[name]) for name in ours}
    assert not any(found.values()), found


def test_every_method_and_option_is_put_right_from_wrong_results(tmp_path: Path) -> None:
    """What is stored is wrong on purpose: only a real recalculation leads back to the program's figures."""
    right = case_workbook(figures(*EVERY_METHOD.values(), *EVERY_OPTION.values(), max_instalments=12))
    wrong = spoiled(right)
    stored = [value for sheet in cells(wrong).values() for value in sheet.values()]
    assert stored.count(77777) > 1000
    assert differences(cells(right), recalculated(tmp_path, {"spoiled": wrong})["spoiled"]) == []


def test_a_trial_plans_again_as_the_program_would(tmp_path: Path) -> None:
    sheets = {f"t{at}": (name, *one) for at, (name, one) in enumerate(TRIED.items(), 1)}
    book = tried(trials(*[terms()] * len(sheets)), {sheet: typed for sheet, (_, typed, _) in sheets.items()})
    theirs = recalculated(tmp_path, {"tried": book})["tried"]
    for sheet, (name, _, changes) in sheets.items():
        shown = theirs[sheet]
        assert rows(shown, "D", TRIAL_ROW) == printed(schedule(terms(**changes))), name
        assert (shown["F5"], shown["I5"]) == (0, "可行，末期还清"), f"{name}: a trial ends at zero"


def tried(data: bytes, typed: dict[str, dict[str, Any]]) -> bytes:
    """The workbook after a person typed into its trial sheets (by title) what stands for their names."""
    book = read(data)
    return changed(book, {sheet: dict(_cells(book[sheet].defined_names, one)) for sheet, one in typed.items()})


def _cells(names: Any, typed: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in typed.items():
        if name == "typed":
            yield from ((f"N{TRIAL_ROW + no - 1}", amount) for no, amount in value.items())
        else:
            at = names[f"try_{name}"].attr_text.rpartition("!")[2].replace("$", "")
            yield at, METHODS.get(value, value) if name == "method" else value


@pytest.mark.prove
def test_trials_of_every_kind_equal_the_program_in_every_cell(tmp_path: Path) -> None:
    """The formulas are the same whatever the plan, so each plan stands for having typed its terms into the trial of another."""
    rolled = [*random_terms(7, TRIALS // 2), *wild_terms(7, TRIALS // 2)]
    ours = {str(at): trials(*rolled[at : at + A_BOOK]) for at in range(0, TRIALS, A_BOOK)}
    theirs = recalculated(tmp_path, ours)
    found = {name: differences(cells(ours[name]), theirs[name]) for name in ours}
    assert not any(found.values()), found


def test_a_changed_input_plans_the_schedule_again(tmp_path: Path) -> None:
    all_plans = figures(*(asked for asked, _, _ in CHANGED.values()), max_instalments=1)
    book = changed(
        read(case_workbook(all_plans)), {at: inputs for at, (_, inputs, _) in enumerate(CHANGED.values(), 1)}
    )
    theirs = recalculated(tmp_path, {"changed": book})["changed"]
    for no, (name, (asked, _, changes)) in enumerate(CHANGED.items(), 1):
        plan = schedule(replace(asked, **changes))
        shown = theirs[f"还款计划 招商银行 {no:04d}"]
        assert rows(shown) == printed(plan), name
        moved = plan.totals.payment - schedule(asked).totals.payment
        assert shown["J7"] == pytest.approx(float(moved.text()), abs=1e-9), name


def rows(shown: dict[str, Any], first: str = "A", at: int = FIRST_ROW) -> list[tuple[Any, ...]]:
    """Day and amounts of every row that has a number in column ``first``, from row ``at`` on."""
    columns = [chr(ord(first) + step) for step in range(10)]
    found = []
    while isinstance(shown.get(f"{first}{at}"), (int, float)):
        amounts = [f"{shown.get(f'{column}{at}', 0):.2f}" for column in columns[3:]]
        found.append((shown[f"{columns[1]}{at}"], *amounts))
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
