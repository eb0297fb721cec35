"""Cases found leave as one workbook, the schedule of a case as a table; the work is watched and can be stopped."""

from __future__ import annotations

import csv

import openpyxl
import pytest

from tests.actions.whole_case import whole_case
from ui.background import Cancelled


@pytest.fixture
def three(driver, tmp_path):
    """Three cases, one of them with a chosen plan; answers its id."""
    for name in ("张伟", "李秀英"):
        driver.new_case(name)
    desk = driver.window.workbench.cases._session.desk
    case_id = whole_case(desk, tmp_path)
    driver.command("cases")
    driver.workbench.cases.reload()
    return case_id


def listed(path) -> list[str]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [str(row[2]) for row in sheet.iter_rows(5, values_only=True) if isinstance(row[0], int)]


def test_the_cases_found_leave_as_one_workbook(driver, tmp_path, three) -> None:
    driver.answers.paths.append(tmp_path / "all.xlsx")
    driver.click(driver.workbench.cases.export.button)
    assert sorted(set(listed(tmp_path / "all.xlsx"))) == sorted(["张伟", "李秀英", "欧阳·阿依古丽"])
    assert len(openpyxl.load_workbook(tmp_path / "all.xlsx").sheetnames) == 2
    assert driver.answers.proposals[-1].endswith(".xlsx")
    assert driver.workbench.cases.export.button.isVisible()


def test_only_what_the_search_found_leaves_and_the_menu_does_it_too(driver, tmp_path, three) -> None:
    driver.command("search")
    driver.type(driver.workbench.cases.search, "zhangwei")
    driver.workbench.cases.reload()
    driver.answers.paths.append(tmp_path / "found.xlsx")
    driver.command("export_cases")
    assert listed(tmp_path / "found.xlsx") == ["张伟"]


def test_a_file_that_cannot_be_written_is_told_beside_the_button(driver, tmp_path, three) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    driver.answers.paths.append(tmp_path / "folder.xlsx")
    driver.click(driver.workbench.cases.export.button)
    assert driver.workbench.cases.export.note.text().startswith("✕")
    assert not list(tmp_path.glob("*.part"))


def test_a_stopped_export_leaves_nothing_behind(driver, tmp_path, three, monkeypatch) -> None:
    export = driver.workbench.cases.export
    message = []

    def stopping(done, total):
        message.append((done, total))
        raise Cancelled

    monkeypatch.setattr("ui.background.TaskProgress.step", lambda self, done, total: stopping(done, total))
    driver.answers.paths.append(tmp_path / "stopped.xlsx")
    driver.click(export.button)
    assert message == [(1, 6)]
    assert export.button.isVisible() and not export.stop_button.isVisible()
    assert not list(tmp_path.glob("stopped*"))


def test_progress_is_shown_and_stop_asks_the_work_to_end(driver, three) -> None:
    export = driver.workbench.cases.export
    export._show_running(True)
    export._task.stepped.connect(export._on_progress)
    export._task.step(1, 4)
    assert "1/4" in export.progress.text()
    driver.click(export.stop_button)
    with pytest.raises(Cancelled):
        export._task.step(2, 4)


def test_the_schedule_of_a_case_leaves_as_a_table(driver, tmp_path, three) -> None:
    driver.workbench.open_case(three)
    driver.answers.paths.append(tmp_path / "plan.csv")
    driver.command("export_csv")
    data = (tmp_path / "plan.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    assert rows[0][1:3] == ["银行", "账号尾号"]
    assert len(rows) == 1 + 60


def test_a_case_without_plan_says_what_to_do(driver, tmp_path) -> None:
    driver.new_case("张伟")
    driver.answers.paths.append(tmp_path / "plan.csv")
    driver.command("export_csv")
    assert "选定还款方案" in driver.case.pages["application"].note.text()
    assert not (tmp_path / "plan.csv").exists()
