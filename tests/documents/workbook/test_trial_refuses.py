"""The trial sheet refuses what the program refuses, and an emptied input says so: recalculated by LibreOffice in one start."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from tests.documents.workbook.spreadsheet import Cells, read, recalculated
from tests.documents.workbook.test_recalculated import changed, tried
from tests.documents.workbook.workbook_cases import figures, terms, trials, yuan
from workstation.documents.workbook.case_workbook import case_workbook
from workstation.documents.workbook.schedule import FIRST_ROW as ROW_OF_PLAN
from workstation.documents.workbook.trial.inputs import sections
from workstation.documents.workbook.trial.rows import FIRST_ROW, MESSAGE_ROW
from workstation.errors import Refused
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.terms import Every, FixedPayment
from workstation.wording import Wording

MOST = 12
WORDS = Wording("zh-Hans")
PLAN = terms(instalments=6)
BY_HAND = terms(method="custom", instalments=3, fixed=tuple(FixedPayment(no, yuan("20000")) for no in (1, 2)))
MESSAGE = f"D{MESSAGE_ROW}"
REFUSED: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "more waived than owed": ({"waive_principal": 50_000.01}, {"waive_principal": yuan("50000.01")}, "减免本金"),
    "more paid down than owed": ({"down_payment": 50_000.01}, {"down_payment": yuan("50000.01")}, "首付"),
    "interest from after the first due day": (
        {"interest_from": datetime(2026, 12, 11)},
        {"interest_from": date(2026, 12, 11)},
        "计息起始日",
    ),
    "grace to the last row": ({"grace_principal": 6}, {"grace_principal": 6}, "只付息的期数"),
    "free of interest beyond the last row": ({"grace_interest": 7}, {"grace_interest": 7}, "免息的期数"),
    "no month left": ({"months": 12, "skip_a": 12}, {"every": Every(12), "skip_months": (12,)}, "不还款的月份"),
    "no half-year left": (
        {"months": 6, "skip_a": 6, "skip_b": 12},
        {"every": Every(6), "skip_months": (6, 12)},
        "不还款的月份",
    ),
    "below nothing": ({"fees": -1}, {"fees": yuan("-1")}, "费用"),
    "no rows": ({"count": 0}, {"instalments": 0}, "期数"),
    "by hand without amounts": ({"method": "约定还款"}, {"method": "custom", "instalments": 6}, "指定金额"),
}
"""Typed into the trial sheet; the terms that it stands for; what the message names."""
STRANGE: dict[str, tuple[dict[str, Any], str]] = {
    "a day that is a text": ({"first_due": "下月十号"}, "首期还款日"),
    "half a row": ({"count": 2.5}, "期数"),
    "a method nobody knows": ({"method": "随便还"}, "还款方式"),
    "a unit of nothing": ({"unit": 0}, "每期金额取整到"),
    "a note among the amounts": ({"typed": {2: "待定"}}, "指定金额"),
}


def inputs() -> Iterator[tuple[str, str]]:
    """Name and label of every input."""
    for _, found in sections(MOST, 2):
        yield from ((one.name, WORDS.text(f"workbook.{one.label}")) for one in found)


@pytest.mark.parametrize("name", REFUSED)
def test_the_program_refuses_it_too(name: str) -> None:
    with pytest.raises(Refused):
        schedule(replace(PLAN, **REFUSED[name][1]))


WANTED = {f"empty_{name}": ({name: None}, label, "请填写") for name, label in inputs()}
WANTED |= {name: (typed, label, "") for name, (typed, _, label) in REFUSED.items()}
WANTED |= {name: (typed, label, "") for name, (typed, label) in STRANGE.items()}
UNFILLED: dict[str, tuple[int | str, dict[str, Any]]] = {
    "rate": (1, {"C5": None}),
    "day": (1, {"F5": None}),
    "amount": (1, {"C4": "待查"}),
    "payment": (1, {f"I{ROW_OF_PLAN}": None}),
    "budget": ("收支", {"C5": None}),
}
"""Sheet and cells that somebody empties in the workbook of a plan by hand."""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Cells]:
    """The trial sheets and every workbook as somebody changed them, after LibreOffice has recalculated them."""
    sheets, book = trials(*[PLAN] * (len(WANTED) + 1), most=MOST), case_workbook(figures(BY_HAND, max_instalments=1))
    typed = {f"t{no}": typed for no, (typed, _, _) in enumerate(WANTED.values(), 1)}
    books = {"trials": tried(sheets, typed), "book": book}
    books |= {name: changed(read(book), {of: emptied}) for name, (of, emptied) in UNFILLED.items()}
    return recalculated(tmp_path_factory.mktemp("refused"), books)


def test_what_is_empty_or_refused_is_named_and_nothing_is_reckoned(shown: dict[str, Cells]) -> None:
    assert MESSAGE not in shown["trials"][f"t{len(WANTED) + 1}"], "nothing was typed into the last"
    for no, (name, (_, label, how)) in enumerate(WANTED.items(), 1):
        sheet = shown["trials"][f"t{no}"]
        assert label in sheet[MESSAGE] and sheet[MESSAGE].startswith(how), f"{name}: {sheet.get(MESSAGE)}"
        assert sheet["I5"] == WORDS.text("workbook.trial.short"), name
        assert not {"F4", "K8", f"D{FIRST_ROW}"} & set(sheet), f"{name}: figures are shown"
        assert not [text for text in sheet.values() if str(text).startswith(("#", "Err:"))], name


def test_a_schedule_and_a_budget_say_that_a_cell_is_empty(shown: dict[str, Cells]) -> None:
    message = WORDS.text("workbook.unfilled")
    assert message not in [sheet.get("A3") for sheet in shown["book"].values()]
    for name, (of, _) in UNFILLED.items():
        assert shown[name][of if isinstance(of, str) else "还款计划 招商银行 0001"]["A3"] == message, name
