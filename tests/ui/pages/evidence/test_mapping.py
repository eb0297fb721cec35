"""An unknown statement layout is named by hand on the evidence page, remembered, used the next time, changed and forgotten."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from tests.actions.evidence.test_mappings import TEXT
from tests.ui.driver import Driver
from tests.ui.pages.evidence.test_evidence import page, receive  # noqa: F401 - a fixture
from workstation.actions.evidence import mappings


@pytest.fixture
def panel(driver: Driver, page, tmp_path):  # noqa: F811
    """The panel over a statement that no layout fits."""
    file = tmp_path / "流水.csv"
    file.write_text(TEXT, "utf-8")
    page.checklist.choose("bank_statement")
    receive(driver, page, file)
    assert "记账日" in page.preview.statement.findings.text()
    driver.click(page.preview.statement.map_button)
    assert page.stack.currentWidget() is page.mapping
    return page.mapping


def kept(driver: Driver):
    return driver.window.session.read(mappings.kept_mappings)


def test_rows_follow_every_choice(driver, page, panel) -> None:  # noqa: F811
    assert [one.amount.minor for one in panel.read.content.rows] == [-31_640, 685_000, -240_000]
    driver.pick(panel.form.fields["direction"].editor, "")
    # Without the words the balances prove two rows; the first has no balance before it, so a person is asked.
    assert [one.amount.minor for one in panel.read.content.rows] == [685_000, -240_000]
    driver.pick(panel.ways.fields[""].editor, "out")
    assert [one.amount.minor for one in panel.read.content.rows] == [-31_640, 685_000, -240_000]
    driver.pick(panel.form.fields["day_order"].editor, "ymd")
    assert panel.read.content.rows == ()
    assert panel.raw.rows[3][0] == "记账日"


def test_a_mistake_is_said_at_its_field_and_nothing_is_kept(driver, page, panel) -> None:  # noqa: F811
    driver.pick(panel.form.fields["amount"].editor, "")
    driver.click(panel.keep_button)
    assert panel.form.fields["name"].wrong
    assert "金额" in panel.form.fields["amount"].message
    assert kept(driver) == ()
    driver.press(Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is not panel


def test_it_is_remembered_and_read_from_then_on(driver, page, panel, tmp_path) -> None:  # noqa: F811
    driver.type(panel.form.fields["name"].editor, "某农商行借记卡")
    driver.click(panel.keep_button)
    assert page.preview.statement.head.whole == "某农商行借记卡"
    assert page.preview.statement.open_button.isVisible()
    later = tmp_path / "六月.csv"
    later.write_text(TEXT.replace("/05/", "/06/"), "utf-8")
    receive(driver, page, later)
    assert page.preview.statement.head.whole == "某农商行借记卡"
    assert [bar.month for bar in page.preview.statement.chart.bars] == ["2026-06"]


def test_settings_change_and_forget_it(driver, page, panel) -> None:  # noqa: F811
    driver.type(panel.form.fields["name"].editor, "某农商行")
    driver.click(panel.keep_button)
    driver.command("settings")
    settings = driver.workbench.settings
    settings.layouts.table.selectRow(0)
    driver.click(settings.layouts.change_button)
    driver.type(settings.mapping.form.fields["name"].editor, "另一名称")
    driver.click(settings.mapping.keep_button)
    assert [one.mapping.name for one in kept(driver)] == ["另一名称"]
    assert kept(driver)[0].mapping.day_order == "dmy"
    settings.layouts.table.selectRow(0)
    driver.click(settings.layouts.forget_button)
    assert kept(driver) == ()
    driver.click(driver.window._toast.undo)
    assert [one.mapping.name for one in settings.layouts.table.content.rows] == ["另一名称"]


def test_the_vault_is_checked_and_a_damaged_file_is_named(driver, page, panel) -> None:  # noqa: F811
    driver.command("settings")
    vault = driver.workbench.settings.check
    driver.click(vault.button)
    assert "1 个文件" in vault.result.text() and "全部完好" in vault.result.text()
    desk = driver.window.session.desk
    (file,) = [file for file in desk.vault.folder.rglob("*") if file.is_file()]
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    driver.click(vault.button)
    assert "流水.csv" in vault.result.text()
    assert "CC-2026-00001" in vault.result.text()
    assert vault.button.isEnabled()


def test_a_check_of_the_vault_can_be_stopped(driver, page, panel) -> None:  # noqa: F811
    driver.command("settings")
    vault = driver.workbench.settings.check
    vault.progress.valueChanged.connect(lambda _value: vault.stop())
    driver.click(vault.button)
    assert "已停止" in vault.result.text()


def test_what_the_rows_leave_out_is_told_while_columns_are_chosen(driver, page, tmp_path) -> None:  # noqa: F811
    file = tmp_path / "合计.csv"
    file.write_text(TEXT + "合计,,,999.00,,,\n", "utf-8")
    page.checklist.choose("bank_statement")
    receive(driver, page, file)
    driver.click(page.preview.statement.map_button)
    assert "999" in page.mapping.note.text()


def test_tab_leaves_the_cells_of_the_file(driver, page, panel) -> None:  # noqa: F811
    cells = panel.findChild(QTableView, "cells")
    cells.setFocus()
    driver.press(Qt.Key.Key_Tab)
    assert panel.read.hasFocus()
