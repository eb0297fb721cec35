"""The timeline of a case is reached by keyboard, chosen by kind, person and day, and written out; nothing in it is private."""

from __future__ import annotations

from datetime import timedelta

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.actions.keep.three_banks import three_banks
from tests.builders import NOW, TODAY
from ui.pages.oversight.timeline import TimelinePage
from workstation.actions import cases
from workstation.actions.keep import ends
from workstation.dates import FixedClock


@pytest.fixture
def page(driver, desk) -> TimelinePage:
    """Two days of work at a case, shown by the key of the menu."""
    case_id = desk.run(cases.new_case, "欧阳绝密")
    file = cases.load_case(desk, case_id)
    desk.clock = desk.store._clock = FixedClock(NOW + timedelta(days=1))
    desk.run(
        cases.save_debtor, case_id, file.debtor.__class__(file.debtor.id, "欧阳绝密", email="x@example.cn"), file.debtor
    )
    driver.window.workbench.open_case(case_id)
    driver.command("timeline")
    return driver.window.findChildren(TimelinePage)[0]


def test_it_shows_who_did_what_the_latest_first(page, desk) -> None:
    assert [[one.table for one in line.changes] for line in page.shown()] == [["debtor"], ["debtor", "case", "budget"]]
    assert {line.by for line in page.shown()} == {desk.agent}
    assert [line.action for line in page.shown()] == ["cases.save_debtor", "cases.new_case"]


def test_it_is_chosen_by_kind_person_and_day(page, desk) -> None:
    page.kind.load("case")
    page.kind.edited.emit()
    assert len(page.table.content.rows) == 1
    page.kind.load("")
    page.since.setFocus()
    QTest.keyClicks(page.since, (NOW + timedelta(days=1)).date().isoformat())
    QTest.keyClick(page.since, Qt.Key.Key_Tab)
    assert [line.action for line in page.table.content.rows] == ["cases.save_debtor"]
    page.since.load(None)
    page.person.load("nobody")
    page.person.edited.emit()
    assert page.table.content.rows == ()
    assert not page.export_button.isEnabled()


@pytest.mark.parametrize("name", ["t.xlsx", "t.csv"])
def test_it_is_written_as_it_is_shown(page, answers, tmp_path, name) -> None:
    answers.paths.append(tmp_path / name)
    page.run_main_action()
    if name.endswith("csv"):
        text = (tmp_path / name).read_text(encoding="utf-8-sig")
    else:
        sheet = load_workbook(tmp_path / name).worksheets[0]
        text = "\n".join(" ".join(str(cell.value) for cell in row) for row in sheet.iter_rows())
    assert "cases.new_case" in text
    assert "cases.save_debtor" in text
    assert "欧阳绝密" not in text


def test_reasons_are_shown_searched_and_written_out(driver, desk, answers, tmp_path) -> None:
    case_id, accounts = three_banks(desk)
    desk.run(ends.close, accounts[0].id, "sold", TODAY, "转让给资产公司")
    desk.run(ends.reopen_account, accounts[0].id, "客户来电要求今晚回电")
    driver.workbench.open_case(case_id)
    driver.command("timeline")
    page = driver.window.findChildren(TimelinePage)[0]
    content = page.table.content
    texts = {content.text(content.columns[-1], one) for one in content.rows} - {""}
    assert "债权转让：转让给资产公司" in texts
    assert any(one.endswith("：客户来电要求今晚回电") for one in texts)
    every = len(content.rows)
    driver.click(page.reasoned)
    assert len(content.rows) == len(texts) < every
    driver.type(page.reason, "资产")
    assert [one.action for one in content.rows] == ["ends.close"]
    answers.paths.append(tmp_path / "t.csv")
    page.run_main_action()
    written = (tmp_path / "t.csv").read_text(encoding="utf-8-sig")
    assert "转让给资产公司" in written
    assert "今晚回电" not in written
    driver.window.context.privacy.toggle()
    assert "资产公司" not in content.text(content.columns[-1], content.rows[0])
    driver.window.context.privacy.toggle()


def test_the_name_is_covered_in_privacy_mode(page, driver) -> None:
    driver.window.context.privacy.toggle()
    assert "绝密" not in page.case.text()
