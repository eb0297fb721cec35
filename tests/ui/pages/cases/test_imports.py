"""The import page: totals before anything is stored, rejected rows with reasons, and undo."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from resources import path
from tests.ui.driver import Driver
from tests.ui.seen_texts import seen_texts
from ui.pages.cases.imports import ImportsPage
from workstation.actions import formulas
from workstation.profile.account import Account


@pytest.fixture
def page(driver: Driver) -> ImportsPage:
    driver.command("import")
    return driver.workbench.findChildren(ImportsPage)[0]


def choose(driver: Driver, page: ImportsPage, name: str) -> None:
    driver.answers.paths.append(path("sample", name))
    driver.click(page.choose_button)


def stored(driver: Driver) -> int:
    return len(driver.window.session.desk.store.find(Account))


def test_the_dry_run_shows_totals_and_stores_nothing(driver, page) -> None:
    choose(driver, page, "portfolio.csv")
    assert page.plan.totals_read.rows == page.plan.totals_accepted.rows + page.plan.totals_rejected.rows
    assert page.totals.table.content.rows
    assert page.import_button.isEnabled()
    assert stored(driver) == 0


def test_an_import_and_its_way_back(driver, page) -> None:
    choose(driver, page, "portfolio.csv")
    accepted = len(page.plan.claims)
    driver.click(page.import_button)
    assert stored(driver) == accepted
    assert page.history.table.content.rows[0].accepted == accepted
    page.history.table.selectRow(0)
    driver.click(page.history.undo_button)
    assert stored(driver) == 0
    assert not page.history.undo_button.isEnabled()


def test_rejected_rows_name_their_reason_and_are_saved(driver, page, tmp_path) -> None:
    choose(driver, page, "portfolio-with-mistakes.csv")
    model = page.rejected.content
    assert all(model.text(model.columns[1], row).strip() for row in model.rows)
    driver.answers.paths.append(tmp_path / "rejected.xlsx")
    driver.click(page.rejects.button)
    sheet = openpyxl.load_workbook(tmp_path / "rejected.xlsx").active
    assert sheet.max_row == len(model.rows) + 1


def test_a_file_that_is_no_table_is_answered(driver, page, tmp_path) -> None:
    strange = tmp_path / "strange.xlsx"
    strange.write_bytes(b"\x00\x01\x02 not a table")
    driver.answers.paths.append(strange)
    driver.click(page.choose_button)
    assert page.note.text().startswith("✕")
    assert not page.import_button.isEnabled()


def test_a_file_that_is_gone_is_answered(driver, page, tmp_path) -> None:
    driver.answers.paths.append(tmp_path / "gone.csv")
    driver.click(page.choose_button)
    assert "gone.csv" in page.note.text()


def test_a_column_of_rates_that_may_mean_two_things_is_asked_once(driver, page, tmp_path) -> None:
    file = tmp_path / "list.csv"
    lines = [
        f"甲{at},示例银行,622500000000000{at},50000,2026-03-02,{rate}" for at, rate in enumerate(("0.05", "5", "4"))
    ]
    file.write_text("\n".join(["姓名,委托方,卡号,剩余本金,逾期开始日期,日利率", *lines]), "utf-8")
    driver.answers.paths.append(file)
    driver.click(page.choose_button)
    assert (len(page.plan.claims), len(page.plan.rejected)) == (1, 2)
    (question,) = page.rates.fields.values()
    assert question.isVisible() and "日利率" in question.editor.accessibleName()
    driver.pick(question.editor, "0.0001")
    assert [claim.account.rate.percent() for claim in page.plan.claims] == ["0.0005%", "0.05%", "0.04%"]
    choose(driver, page, "portfolio.csv")
    assert not page.rates.isVisible() and page.rates.units == {}


LIST = "姓名,委托方,卡号,剩余本金\n甲甲,示例银行,6225000000000001,50000\n乙乙,示例银行,6225000000000002,20000\n"


def test_a_total_that_differs_is_confirmed_before_the_import(driver, page, tmp_path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST + "合计,3户,,120000\n", "utf-8")
    driver.answers.paths.append(file)
    driver.click(page.choose_button)
    assert page.confirmation.isVisibleTo(page)
    assert "120000" in page.confirmation.words.text()
    assert not page.import_button.isEnabled()
    driver.click(page.confirmation.confirmed)
    driver.click(page.import_button)
    assert stored(driver) == 2
    assert not page.confirmation.isVisibleTo(page)


def test_formulas_without_a_result_are_computed_when_asked(driver, page, tmp_path, monkeypatch) -> None:
    file, copy = tmp_path / "list.xlsx", tmp_path / "copy.xlsx"
    for path_, value in ((file, "=1+1"), (copy, 2)):
        book = openpyxl.Workbook()
        for row in (["姓名", "委托方", "卡号", "剩余本金"], ["甲甲", "示例银行", "6225000000000001", value]):
            book.active.append(row)
        book.save(path_)
    monkeypatch.setattr(formulas, "can_compute", lambda: True)
    monkeypatch.setattr(formulas, "computed_copy", lambda *_: copy.read_bytes())
    driver.answers.paths.append(file)
    driver.click(page.choose_button)
    assert "剩余本金 (D)" in page.note.text()
    assert not page.import_button.isEnabled()
    driver.click(page.confirmation.compute_button)
    assert not page.import_button.isEnabled()  # a person looks at what was computed
    driver.click(page.confirmation.confirmed)
    driver.click(page.import_button)
    assert stored(driver) == 1


def test_a_case_that_rows_speak_of_opens_from_the_dry_run(driver, page) -> None:
    choose(driver, page, "portfolio.csv")
    driver.click(page.import_button)
    assert not page.totals.cases.isVisible()
    choose(driver, page, "portfolio.csv")
    assert page.plan.rejected and page.totals.cases.links
    driver.click(page.totals.cases.links[0])
    assert page.totals.cases.links[0].text().endswith(driver.case.file.case.number)


STRANGE = "某列,机构代号,凭证,应收,备注\n" + "".join(
    f"{name},示例银行,622500000000000{at},{at}0000.50,甲类\n" for at, name in enumerate(("甲甲", "乙乙", "丙丙"), 1)
)
NAMES = {"某列": "name", "机构代号": "bank", "凭证": "number", "应收": "principal"}


def chosen(driver: Driver, page: ImportsPage, file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
    driver.answers.paths.append(file)
    driver.click(page.choose_button)


def name_columns(driver: Driver, page: ImportsPage, names: dict[str, str]) -> None:
    for title, field in names.items():
        driver.pick(page.naming.choices[title], field)
    driver.click(page.naming.read_button)


def test_unknown_headings_are_named_here_and_remembered_for_the_bank(driver, page, tmp_path) -> None:
    chosen(driver, page, tmp_path / "list.csv", STRANGE)
    assert page.naming.isVisibleTo(page) and not page.result.isVisibleTo(page)
    assert page.naming.choices["某列"].hasFocus()
    (samples,) = (shown.whole for shown, cells in page.naming._samples if "甲甲" in cells)
    assert samples == "甲甲、乙乙、丙丙"
    driver.click(page.naming.read_button)
    assert page.naming.note.text().count("✕") == 4
    name_columns(driver, page, NAMES)
    assert [one.name for one in page.listed.accepted.content.rows] == ["甲甲", "乙乙", "丙丙"]
    assert [one.principal for one in page.listed.accepted.content.rows] == ["10,000.50", "20,000.50", "30,000.50"]
    assert "备注" in page.totals.ignored.text() and not page.remembered.isVisibleTo(page)
    driver.click(page.import_button)
    assert stored(driver) == 3

    chosen(driver, page, tmp_path / "next.csv", STRANGE.replace("62250", "62260"))
    assert page.remembered.isVisibleTo(page) and "示例银行" in page.remembered.text.text()
    assert len(page.plan.claims) == 3
    driver.click(page.columns_button)
    assert page.naming.choices["应收"].raw() == "principal"
    driver.click(page.naming.read_button)
    chosen(driver, page, tmp_path / "other.csv", STRANGE.replace("示例银行", "别家银行"))
    assert page.naming.isVisibleTo(page)  # another bank's list of the same heading is asked about


def test_what_a_list_does_not_say_is_said_once_for_all_rows(driver, page, tmp_path) -> None:
    chosen(driver, page, tmp_path / "list.csv", "姓名,卡号,本金,卡号\n甲甲,6225000000000001,50000,x\n")
    assert "银行" in page.naming.note.text() and page.naming.choices["姓名"].raw() == "name"
    assert list(page.naming.choices) == ["姓名", "卡号", "本金", "[D]"]
    driver.click(page.naming.read_button)
    assert page.naming.bank.editor.hasFocus()
    driver.type(page.naming.bank.editor, "示例银行")
    driver.pick(page.naming.currency.editor, "TWD")
    driver.click(page.naming.read_button)
    (claim,) = page.plan.claims
    assert (claim.account.bank, claim.account.currency, claim.account.principal.text()) == (
        "示例银行",
        "TWD",
        "50000.00",
    )


def test_remarks_name_their_rows(driver, page, tmp_path) -> None:
    rows = "甲甲,示例银行,6225000000000001,50000,110101199001011234\n乙乙,示例银行,6225000000000002,50000,\n"
    chosen(driver, page, tmp_path / "list.csv", "姓名,委托方,卡号,剩余本金,身份证号\n" + rows)
    rows_told = [one.row for one in page.listed.remarks.content.rows]
    assert rows_told == [2]
    assert page.listed.tabs["remarks"].isChecked() and page.listed.tabs["remarks"].text().endswith(" 1")
    driver.window.context.privacy.toggle()
    model = page.listed.accepted.content
    assert "甲甲" not in model.text(model.columns[1], model.rows[0])


def test_a_list_without_any_heading_says_so_and_opens_no_empty_page(driver, page, tmp_path) -> None:
    chosen(driver, page, tmp_path / "list.csv", "甲甲,13800138000,A,10000.5\n乙乙,13900139000,B,200\n")
    assert not page.naming.isVisibleTo(page) and page.note.text().startswith("✕")
    assert not page.import_button.isEnabled()
    chosen(driver, page, tmp_path / "next.csv", STRANGE)
    assert page.naming.isVisibleTo(page) and not page.note.text()


def test_a_row_of_people_that_is_taken_for_a_heading_is_covered(driver, page, tmp_path) -> None:
    chosen(driver, page, tmp_path / "list.csv", "王秘密,示例银行,北京市,50000\n李秘密,示例银行,上海市,20000\n")
    assert "王秘密" in page.naming.choices
    driver.command("privacy")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [text for text in seen_texts(driver.window) if "秘密" in text[1]]


def lines_of(table) -> list[list[str]]:
    model = table.content
    return [[model.text(column, row) for column in model.columns] for row in model.rows]


def test_what_each_column_was_read_as_stands_beside_the_rows(driver, page, tmp_path) -> None:
    list_ = tmp_path / "list.csv"
    list_.write_text(
        "姓名,身份证号,手机号,卡号,本金(万元),备忘\n李四,11010519491231002X,13800001111,6225880000006214,1.2,急\n",
        "utf-8",
    )
    driver.answers.paths.append(list_)
    driver.click(page.choose_button)
    page.naming.bank.editor.setText("招商银行")
    for title, field in (("姓名", "name"), ("卡号", "number"), ("本金(万元)", "principal"), ("备忘", "")):
        page.naming.choices[title].load(field)
    page.naming.read_button.setFocus()
    QTest.keyClick(page.naming.read_button, Qt.Key.Key_Return)
    assert page.plan is not None and page.import_button.hasFocus()
    driver.click(page.listed.tabs["columns"])
    assert page.listed.shown is page.listed.columns and page.listed.columns.isVisible()
    shown = lines_of(page.listed.columns)
    assert ["姓名", "姓名", "李四"] in shown and ["本金(万元)", "本金 × 10,000", "1.2"] in shown
    assert ["备忘", "不读取", "急"] in shown and ["（每一行）", "银行", "招商银行"] in shown
    driver.window.context.privacy.toggle()
    assert not any("李四" in cell for line in lines_of(page.listed.columns) for cell in line)
    driver.window.context.privacy.toggle()
    page.listed.columns.selectRow(0)
    QTest.keyClick(page.listed.columns, Qt.Key.Key_Return)
    assert page.naming.isVisible()


def test_a_short_name_of_the_bank_of_all_rows_is_offered_in_full(driver, page, tmp_path) -> None:
    list_ = tmp_path / "list.csv"
    list_.write_text("姓名,卡号,本金\n李四,6225750000001234,100\n", "utf-8")
    driver.answers.paths.append(list_)
    driver.click(page.choose_button)
    assert page.naming.bank.isVisible() and not page.naming.known.isVisible()
    driver.type(page.naming.bank.editor, "招行")
    assert "招商银行股份有限公司" in page.naming.known.buttons[0].text()
    driver.click(page.naming.known.buttons[0])
    assert page.naming.bank.editor.text() == "招商银行股份有限公司" and page.naming.bank.editor.hasFocus()
    assert not page.naming.known.isVisible()
    driver.click(page.naming.read_button)
    assert page.plan is not None and page.plan.banks == {"招商银行股份有限公司"}


def test_the_cursor_stands_where_the_work_goes_on(driver, page) -> None:
    driver.answers.paths.append(path("sample", "portfolio.csv"))
    page.choose_button.setFocus()
    QTest.keyClick(page.choose_button, Qt.Key.Key_Return)
    assert page.import_button.hasFocus()
    QTest.keyClick(page.import_button, Qt.Key.Key_Return)
    assert page.choose_button.hasFocus()
    driver.answers.paths.append(path("sample", "portfolio.csv"))
    QTest.keyClick(page.choose_button, Qt.Key.Key_Return)
    assert not page.import_button.isEnabled() and page.rejected.hasFocus()
