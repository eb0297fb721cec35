"""A list dropped on the page of imports: tried as a chosen one, anything else refused with words."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from resources import path
from tests.ui.driver import Driver
from ui.pages.cases.imports import ImportsPage
from workstation.profile.account import Account

COPY = Qt.DropAction.CopyAction


@pytest.fixture
def page(driver: Driver) -> ImportsPage:
    driver.command("import")
    return driver.workbench.findChildren(ImportsPage)[0]


def over(page: ImportsPage, *paths: Path) -> tuple[QMimeData, bool]:
    """Files held over a field of the page, and whether the page takes them; what Qt asks first goes to the field."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in paths])
    event = QDragEnterEvent(QPoint(5, 5), COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(page, event)
    return data, event.isAccepted()


def drop(page: ImportsPage, *paths: Path) -> bool:
    data, taken = over(page, *paths)
    if taken:
        assert page.totals.property("over") is True
        event = QDropEvent(QPointF(5, 5), COPY, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(page, event)
    assert not page.totals.property("over")
    return taken


@pytest.mark.parametrize("name", ["portfolio.csv", "portfolio.xlsx"])
def test_a_dropped_list_is_tried_as_a_chosen_one(driver, page, tmp_path, name) -> None:
    source = path("sample", "portfolio.csv")
    if name.endswith("xlsx"):
        book = openpyxl.Workbook()
        for line in csv.reader(source.read_text("gb18030").splitlines()):
            book.active.append(line)
        source = tmp_path / name
        book.save(source)
    driver.answers.paths.append(path("sample", "portfolio.csv"))
    driver.click(page.choose_button)
    chosen = len(page.plan.claims)
    page._show_plan(None)
    assert drop(page, source)
    assert len(page.plan.claims) == chosen > 0 and page.file.whole.startswith(name)
    assert QApplication.focusWidget() is page.import_button
    assert not driver.window.session.desk.store.find(Account)


def test_what_is_no_list_is_refused_with_words_and_nothing_is_shown_of_it(driver, page, tmp_path) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    said = []
    for dropped in ([tmp_path / "letter.pdf"], [tmp_path], [tmp_path / "other.csv", tmp_path / "letter.pdf"]):
        assert drop(page, *dropped)
        assert page.plan is None and not page.import_button.isEnabled()
        assert page.note.isVisible() and page.note.text().startswith("✕ ")
        said.append(page.note.text())
    assert "没有读取" not in said[0] and said[1] == said[2] and "一个文件" in said[1]


def test_text_and_files_while_one_is_read_are_not_taken(driver, page) -> None:
    text = QMimeData()
    text.setText("portfolio.csv")
    event = QDragEnterEvent(QPoint(5, 5), COPY, text, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(page, event)
    assert not event.isAccepted()
    page._show_running(True)
    assert not drop(page, path("sample", "portfolio.csv"))
    page._show_running(False)
    assert drop(page, path("sample", "portfolio.csv"))


def test_the_page_says_that_files_may_be_dropped(driver, page) -> None:
    assert "拖到本页" in page.totals.table.empty
