"""Locked files and boxes in the window: asked for one after the other, by the keyboard; a wrong password asks again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.received.boxes import aes_zip, locked_pdf, zip_of
from tests.ui.pages.evidence.test_evidence import page  # noqa: F401 - a fixture
from tests.ui.pages.evidence.test_intake import drop, names
from workstation.actions.evidence import containers

LIST = "日期,金额\n2026-11-01,5\n".encode()


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    made = {
        "合同.pdf": locked_pdf("071234"),
        "流水.zip": aes_zip("流水.csv", LIST, "123456"),
        "照片.zip": zip_of((("一.csv", LIST), ("二.csv", LIST.replace(b"5", b"6")))),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
    return [tmp_path / name for name in made]


def answer(sheet, password: str = "") -> None:
    QTest.keyClicks(sheet.password, password)
    QTest.keyClick(sheet.password, Qt.Key.Key_Return)


def test_each_is_asked_for_and_added(driver, page, files) -> None:  # noqa: F811
    drop(page, *files)
    sheet = page.unlocking
    assert page.stack.currentWidget() is sheet and page.primary() is sheet.open_button
    assert sheet.title.text() == "合同.pdf" and not sheet.members.isVisibleTo(sheet)
    answer(sheet, "1")
    assert sheet.title.text() == "合同.pdf" and "密码无法打开" in sheet.message.text()
    answer(sheet, "071234")
    assert sheet.title.text() == "流水.zip" and sheet.password.text() == ""
    answer(sheet, "123456")
    assert sheet.title.text() == "照片.zip" and not sheet.password.isVisibleTo(sheet)
    sheet.members.choose("二.csv")
    driver.click(sheet.open_button)
    assert page.stack.currentWidget() is not sheet
    assert names(page) == ["合同.pdf", "流水.csv", "二.csv"]
    kept = [containers.container_of(page.session.desk, item.id) for item in page.checklist.line.items]
    assert [(one.file_name, one.password, one.member) for one in kept] == [
        ("合同.pdf", "071234", ""),
        ("流水.zip", "123456", "流水.csv"),
        ("照片.zip", "", "二.csv"),
    ]


def test_one_can_be_left_out_and_all_of_them(driver, page, files) -> None:  # noqa: F811
    drop(page, *files)
    driver.click(page.unlocking.skip_button)
    assert page.unlocking.title.text() == "流水.zip"
    QTest.keyClick(page.unlocking, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is not page.unlocking and names(page) == []
    told = page.preview.note.whole
    assert all(file.name in told for file in files)


def test_an_empty_password_is_no_answer(driver, page, files) -> None:  # noqa: F811
    drop(page, files[0])
    answer(page.unlocking)
    assert page.unlocking.title.text() == "合同.pdf"


def test_what_was_left_out_is_still_named_when_a_later_one_was_opened(driver, page, files, tmp_path) -> None:  # noqa: F811
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.4 hello")
    drop(page, tmp_path / "坏.pdf", *files[:2])
    driver.click(page.unlocking.skip_button)
    answer(page.unlocking, "123456")
    assert names(page) == ["流水.csv"]
    assert all(name in page.preview.note.whole for name in ("坏.pdf", "合同.pdf"))


def test_the_files_of_a_box_stand_in_the_list_alone(driver, page, files) -> None:  # noqa: F811
    drop(page, files[2])
    sheet = page.unlocking
    assert "一.csv" not in sheet.message.text() and "2" in sheet.message.text()
    assert [one.name for one in sheet.members.content.rows] == ["一.csv", "二.csv"]


def test_several_files_of_a_box_are_added_at_once_with_one_password(driver, page, tmp_path) -> None:  # noqa: F811
    box = tmp_path / "材料.zip"
    more = (("二.csv", LIST.replace(b"5", b"6")), ("三.csv", LIST.replace(b"5", b"7")))
    box.write_bytes(aes_zip("一.csv", LIST, "123456", more=more))
    drop(page, box)
    sheet = page.unlocking
    QTest.keyClick(sheet.members, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    sheet.members.choose("一.csv", "三.csv")
    answer(sheet, "1")
    assert sheet.title.text() == "材料.zip" and [one.name for one in sheet.members.chosen()] == ["一.csv", "三.csv"]
    assert sheet.message.text().count("密码无法打开") == 1
    answer(sheet, "123456")
    assert page.stack.currentWidget() is not sheet and names(page) == ["一.csv", "三.csv"]
    kept = [containers.container_of(page.session.desk, item.id) for item in page.checklist.line.items]
    assert {one.sha256 for one in kept} == {kept[0].sha256} and [one.member for one in kept] == ["一.csv", "三.csv"]


def test_all_files_of_a_box_by_the_keyboard(driver, page, files) -> None:  # noqa: F811
    drop(page, files[2])
    QTest.keyClick(page.unlocking.members, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.unlocking.members, Qt.Key.Key_Return)
    assert names(page) == ["一.csv", "二.csv"]
