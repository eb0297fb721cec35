"""A packet that came back is judged in the window: dropped or chosen, intact or not, and whose it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests.actions.whole_case import BANK, whole_case
from tests.ui.driver import Driver
from ui.pages.printing.check_packet import CheckPacketPage
from ui.widgets.toast import Toast
from workstation.actions.papers.packet import packets


@pytest.fixture
def page(driver: Driver) -> CheckPacketPage:
    driver.command("check_packet")
    shown = driver.workbench.shown
    assert isinstance(shown, CheckPacketPage)
    return shown


@pytest.fixture
def packet(driver: Driver, tmp_path) -> bytes:
    desk = driver.window.session.desk
    return packets.packet(desk, whole_case(desk, tmp_path), BANK).pdf


def drop(page: CheckPacketPage, *paths) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))


def test_a_dropped_packet_is_intact_and_leads_to_its_case(driver, page, packet, tmp_path) -> None:
    (tmp_path / "back.pdf").write_bytes(packet)
    drop(page, tmp_path / "back.pdf")
    assert page.verdict.text() == "完好"
    assert page.difference.text() == ""
    assert page.facts["bank"].whole == BANK
    assert "第 1 版" in page.facts["paper"].whole
    driver.click(page.open_button)
    assert driver.workbench.in_case
    assert driver.case.file.case.number == page.facts["case"].whole


def test_a_changed_one_is_said_to_be_with_its_first_difference(driver, page, packet, tmp_path) -> None:
    (tmp_path / "changed.pdf").write_bytes(packet + b"\n")
    driver.answers.paths.append(tmp_path / "changed.pdf")
    driver.click(page.choose_button)
    assert page.verdict.text() == "已变动"
    assert "重新保存" in page.difference.text()
    assert page.open_button.isEnabled()


def test_a_strange_file_and_a_missing_one(driver, page, tmp_path) -> None:
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.4 nothing of ours")
    drop(page, tmp_path / "letter.pdf")
    assert page.verdict.text() == "不是本程序的材料"
    assert not page.open_button.isEnabled()
    drop(page, tmp_path / "gone.pdf")
    assert page.verdict.text() == ""
    assert "gone.pdf" in page.difference.text()


def test_of_several_that_are_dropped_none_is_checked_which_is_said(driver, page, packet, tmp_path) -> None:
    (tmp_path / "back.pdf").write_bytes(packet)
    drop(page, tmp_path / "back.pdf", tmp_path / "other.pdf")
    assert page.verdict.text() == "" and page.file.whole == ""
    assert "2 个文件" in driver.window.findChild(Toast).text.text()
