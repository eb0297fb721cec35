"""Many cases in one workbook: every figure the program's, every text a text, memory that does not grow with the list."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from tests import builders
from tests.documents.workbook.spreadsheet import Cells, cells, differences, recalculated
from tests.documents.workbook.test_text import hostile_texts
from tests.source_tree import ROOT
from workstation.casework.case_file import CaseFile
from workstation.documents.workbook.cell_text import is_risky, safe_text
from workstation.documents.workbook.portfolio_list import COLUMNS, FIRST_ROW
from workstation.documents.workbook.portfolio_workbook import PortfolioFigures, write_portfolio
from workstation.money import Money
from workstation.profile.account import account_number

TITLE = "案件清单"
AT = {name: column for column, (name, _, _) in enumerate(COLUMNS)}


def case(number: str, **account: Any) -> CaseFile:
    """The sample case under another number."""
    file = builders.case_file(items=(), verifications=())
    held = tuple(replace(one, **account) for one in file.accounts)
    return replace(file, case=replace(file.case, id=number, number=f"CC-{number}"), accounts=held)


CASES = {
    "1": case("1"),
    "2": case("2", bank="渣打银行"),
    "3": replace(case("3"), accounts=(), plans=(), choices=()),
    "4": replace(
        case("4"),
        accounts=(builders.account(id="a4", principal=Money(1_000, "JPY"), interest=Money(0, "JPY"), penalty=Money(0, "JPY"),
                                   fees=Money(7, "JPY"), currency="JPY"), builders.account(id="b4")),
        plans=(), choices=(),
    ),
}  # fmt: skip


def about(schedules: int = 9) -> PortfolioFigures:
    return PortfolioFigures("zh-Hans", date(2026, 11, 23), "样例工作台", "林协商", schedules)


def written(cases: dict[str, CaseFile], schedules: int = 9) -> bytes:
    out = BytesIO()
    write_portfolio(out, about(schedules), tuple(cases), partial(map, cases.__getitem__), lambda done, total: None)
    return out.getvalue()


def rows(data: bytes) -> list[tuple[Any, ...]]:
    return list(load_workbook(BytesIO(data), data_only=True)[TITLE].iter_rows(FIRST_ROW, values_only=True))


def test_every_account_of_every_case_has_its_row() -> None:
    found = rows(written(CASES))
    assert [(row[AT["number"]], row[AT["case_number"]], row[AT["bank"]]) for row in found[:5]] == [
        (1, "CC-1", "招商银行"),
        (2, "CC-2", "渣打银行"),
        (3, "CC-3", None),
        (4, "CC-4", "招商银行"),
        (4, "CC-4", "招商银行"),
    ]
    assert found[0][AT["owed"]] == float(builders.account().owed.text())
    assert found[0][AT["payment"]] == 50_000
    assert found[3][AT["owed"]] == 1007


def test_unlike_currencies_are_summed_apart() -> None:
    sums = rows(written(CASES))[5:]
    owed = builders.account().owed
    assert [(row[AT["currency"]], row[AT["owed"]]) for row in sums] == [
        ("CNY", float((owed + owed + owed).text())),
        ("JPY", 1007),
    ]


def test_plans_have_sheets_up_to_the_limit_and_the_list_leads_to_them() -> None:
    book = load_workbook(BytesIO(written(CASES, schedules=1)))
    assert book.sheetnames == [TITLE, "CC-1 6214"]
    links = [
        cell.hyperlink.location for (cell,) in book[TITLE].iter_rows(FIRST_ROW, FIRST_ROW + 3, 23, 23) if cell.hyperlink
    ]
    assert links == ["'CC-1 6214'!A1"]
    assert book[TITLE].cell(FIRST_ROW + 1, AT["sheet"] + 1).value == "见本案工作簿"
    assert load_workbook(BytesIO(written(CASES, schedules=0))).sheetnames == [TITLE]


def test_formulas_recalculate_to_what_is_stored(tmp_path: Path) -> None:
    data = written(CASES)
    theirs: Cells = recalculated(tmp_path, {"portfolio": data})["portfolio"]
    assert differences(cells(data), theirs) == []


def test_the_file_is_sound() -> None:
    with ZipFile(BytesIO(written(CASES))) as archive:
        names = archive.namelist()
        assert len(names) == len(set(names))
        for name in names:
            ElementTree.fromstring(archive.read(name))
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_same_cases_same_bytes() -> None:
    assert written(CASES) == written(CASES)


def test_the_list_prints_and_filters() -> None:
    sheet = load_workbook(BytesIO(written(CASES)))[TITLE]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToWidth) == (
        9,
        "landscape",
        2,
    )
    assert sheet.print_title_rows == "$4:$4" and sheet.print_title_cols == "$A:$C"
    assert sheet.auto_filter.ref == f"A4:W{FIRST_ROW + 4}"
    assert sheet.freeze_panes == "D5"


def test_hostile_texts_stay_texts() -> None:
    texts = hostile_texts()
    cases = {str(i): hostile(str(i), text) for i, text in enumerate(texts)}
    sheet = load_workbook(BytesIO(written(cases, schedules=0)))[TITLE]
    for row, text in enumerate(texts, FIRST_ROW):
        for name in ("case_number", "name", "bank", "product", "tail"):
            cell = sheet.cell(row, AT[name] + 1)
            shown = account_number(text)[-4:] if name == "tail" else text
            assert cell.value == (safe_text(shown) or None) and cell.data_type in "sn", f"{text!r} in {name}"
            assert bool(cell.quotePrefix) is is_risky(shown), f"{text!r} in {name}"


def hostile(number: str, text: str) -> CaseFile:
    file = case(number)
    held = replace(file.accounts[0], bank=text, product=text, number=text)
    return replace(
        file,
        case=replace(file.case, number=text),
        debtor=replace(file.debtor, name=text),
        accounts=(held,),
        plans=(),
        choices=(),
    )


def test_what_stops_the_work_passes_through_and_ends_the_file() -> None:
    def step(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_portfolio(BytesIO(), about(), tuple(CASES), partial(map, CASES.__getitem__), step)


GROWTH = """
import resource, sys
from functools import partial
from tests.documents.workbook.test_portfolio_workbook import about, case
from workstation.documents.workbook.portfolio_workbook import write_portfolio
from workstation.profile.account import account_number
def write(count):
    with open(sys.argv[1], "wb+") as out:
        write_portfolio(out, about(3), [str(i) for i in range(count)], partial(map, case), lambda done, total: None)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
few, many = write(20), write(400)
print(many - few)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell a process its peak")
def test_memory_does_not_grow_with_the_list(tmp_path: Path) -> None:
    """400 cases take no more than 20 did: less than 4 MB of growth, where their rows alone come to more."""
    command = [sys.executable, "-c", GROWTH, str(tmp_path / "out.xlsx")]
    grown = int(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)
    assert grown * (1 if sys.platform == "darwin" else 1024) < 4 * 2**20
