"""What lies over a page takes every key: no letter of the page below acts, and it comes back as it was."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from tests.actions.keep.three_banks import three_banks
from tests.ui.staff import confirm
from ui.sheets.over_page import OverPage, lies_over
from ui.vouching import ask_supervisor

LETTER = re.compile(r"&\w")


@pytest.fixture
def page(driver, desk):
    case_id, _ = three_banks(desk)
    driver.workbench.open_case(case_id)
    return driver.page("plan")


def lettered(window, sheet) -> list[str]:
    """What a letter of Alt would reach now, outside the sheet and the menus."""
    below = [one for one in window.findChildren(QAbstractButton) if one.shortcut().toString().startswith("Alt+")]
    below += [one for one in window.findChildren(QLabel) if one.buddy() is not None and LETTER.search(one.text())]
    below += [one.parent() for one in window.findChildren(QShortcut) if one.key().toString().startswith("Alt+")]
    return [one.text() for one in below if one.isVisible() and one.isEnabled() and not sheet.isAncestorOf(one)]


def test_no_letter_and_no_command_of_the_page_acts(driver, page, desk):
    asked: list[object] = []
    enabled = [one for one in page.findChildren(QPushButton) if one.isEnabled()]
    sheet = ask_supervisor(page, driver.workbench._session, driver.window.context, asked.append)
    assert lettered(driver.window, sheet) == []
    assert lies_over(driver.workbench)
    driver.command("page_1")
    assert driver.case.pages["plan"].isVisible()
    confirm(driver, sheet)
    assert len(asked) == 1
    assert not lies_over(driver.workbench)
    assert lettered(driver.window, sheet)
    assert all(one.isEnabled() for one in enabled)
    driver.command("page_1")
    assert driver.case.pages["profile"].isVisible()


def test_what_was_open_and_the_cursor_come_back_by_escape(qtbot):
    host = QWidget()
    lines = QVBoxLayout(host)
    below, typed, shut = QPushButton("&Record"), QLineEdit(), QPushButton("&Shut")
    shut.setEnabled(False)
    for one in (below, typed, shut):
        lines.addWidget(one)
    qtbot.addWidget(host)
    host.show()
    QApplication.processEvents()
    typed.setFocus()
    sheet = OverPage(below, 200)
    own = QPushButton("&Own")
    sheet.body.addWidget(own)
    sheet.show_over()
    own.setFocus()
    assert not (below.isEnabled() or typed.isEnabled())
    QTest.keyClick(own, Qt.Key.Key_Escape)
    assert typed.hasFocus()
    assert below.isEnabled()
    assert not shut.isEnabled()
