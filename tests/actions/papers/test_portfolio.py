"""The workbook of many cases as a desk writes it: every case found, each plan with a sheet, nothing read twice over."""

from __future__ import annotations

import gc
from pathlib import Path
from weakref import ReferenceType, ref

import openpyxl
import pytest

from tests.actions.keep.many_cases import fill
from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.keep import reading
from workstation.actions.keep.reading import cases_with
from workstation.actions.papers import workbooks
from workstation.casework.case_file import CaseFile
from workstation.documents.workbook.portfolio_workbook import PortfolioFigures, Step, write_portfolio
from workstation.profile.account import Account
from workstation.profile.case import Case

CASES = 12


@pytest.fixture
def filled(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(reading, "_BLOCK", 3)
    fill(desk.store, range(CASES), 11)
    return desk


def test_every_case_and_every_plan_is_there(filled: Desk, tmp_path: Path) -> None:
    files = [load_case(filled, case_id) for case_id in cases_with(filled, Case)]
    plans = sum(len(file.chosen_plans) for file in files)
    assert plans > 1
    told = list[tuple[int, int]]()
    written = workbooks.portfolio_source(filled).write(tmp_path / "all.xlsx", lambda *step: told.append(step))
    assert written == (CASES, plans)
    assert told[-1] == (CASES + plans, CASES + plans)
    book = openpyxl.load_workbook(tmp_path / "all.xlsx")
    rows = [row for row in book.worksheets[0].iter_rows(5, values_only=True) if isinstance(row[0], int)]
    assert len(book.sheetnames) == 1 + plans
    assert len(rows) == sum(max(1, len(file.accounts)) for file in files)
    assert {row[1] for row in rows} == {file.case.number for file in files}


def test_two_accounts_of_a_case_with_plans_have_a_sheet_each(filled: Desk, tmp_path: Path) -> None:
    """Their case is asked for twice in one block."""
    case_id = next(one for one in cases_with(filled, Account) if load_case(filled, one).chosen_plans)
    (plan,) = load_case(filled, case_id).chosen_plans
    other = Account("other", case_id, "渣打银行", "4512340000009999", principal=plan.terms.principal)
    filled.store.add(other)
    filled.store.add(type(plan)("p-other", case_id, other.id, 1, plan.terms, plan.at, plan.by))
    (choice,) = load_case(filled, case_id).choices
    filled.store.add(type(choice)("h-other", case_id, other.id, "p-other", choice.at, choice.by))
    number = load_case(filled, case_id).case.number
    assert workbooks.portfolio_source(filled, number).write(tmp_path / "one.xlsx") == (1, 2)


def test_few_cases_are_held_while_it_is_written(filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen, most = list[ReferenceType[CaseFile]](), list[int]()

    def watched(out: object, about: PortfolioFigures, ids: object, read: object, step: Step) -> int:
        def noted(case_ids: object) -> object:
            for file in read(case_ids):  # type: ignore[operator]  # the reading of the action
                seen.append(ref(file))
                most.append(sum(one() is not None for one in seen))
                yield file

        return write_portfolio(out, about, ids, noted, step)  # type: ignore[arg-type]  # as it was handed in

    monkeypatch.setattr(workbooks, "write_portfolio", watched)
    gc.disable()
    try:
        workbooks.portfolio_source(filled).write(tmp_path / "all.xlsx")
    finally:
        gc.enable()
    assert len(seen) >= CASES and max(most) <= 2 * reading._BLOCK
