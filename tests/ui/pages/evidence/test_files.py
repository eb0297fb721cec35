"""Many files at once: shown as tiles, each proposed to an entry with the reason, assigned by a person alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from resources import path
from tests.ui.pages.evidence.test_evidence import DIAGNOSIS, page  # noqa: F401 - a fixture
from tests.ui.seen_texts import seen_texts

pytestmark = pytest.mark.styled

BILLS = path("sample", "evidence", "medical-bills.pdf")
CONSENT = path("sample", "evidence", "privacy-consent.pdf")


@pytest.fixture
def unclear(tmp_path: Path) -> Path:
    """A list of nothing that the checklist asks for, under a name that says nothing."""
    file = tmp_path / "新建表格.csv"
    file.write_text("甲,乙\n1,2\n", "utf-8")
    return file


def give(page, *files: Path) -> None:  # noqa: F811
    """Drop files on the middle of the page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    none = Qt.KeyboardModifier.NoModifier
    point = QPointF(page.preview.mapTo(page, QPoint(30, 90)))
    page.dropEvent(QDropEvent(point, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none))


def press(page, key: Qt.Key) -> None:  # noqa: F811
    QTest.keyClick(page.files.entries, key)


def entries(page) -> dict[str, str]:  # noqa: F811
    return {item.file_name: item.requirement for item in page.file.items if not item.withdrawn}


def test_each_is_proposed_with_its_reason_and_assigned_by_enter_one_after_the_other(driver, page, unclear) -> None:  # noqa: F811
    give(page, BILLS, CONSENT, unclear)
    sheet = page.files
    assert page.stack.currentWidget() is sheet
    assert set(entries(page).values()) == {""}
    assert (sheet.item.file_name, sheet.entries.chosen) == ("medical-bills.pdf", "medical_bills")
    assert "文件名和第一页都写着" in sheet.said.text()
    press(page, Qt.Key.Key_Return)
    assert (sheet.item.file_name, sheet.entries.chosen) == ("privacy-consent.pdf", "privacy_consent")
    assert "第一页" in sheet.said.text() or "首页" in sheet.said.text()
    press(page, Qt.Key.Key_Return)
    assert (sheet.item.file_name, sheet.entries.chosen) == ("新建表格.csv", "")
    assert sheet.said.text().startswith("?")
    press(page, Qt.Key.Key_Return)
    assert entries(page)["新建表格.csv"] == ""  # nothing was chosen, so nothing is assigned
    press(page, Qt.Key.Key_Down)
    assert sheet.entries.chosen == page.file.checklist[0].requirement.code
    press(page, Qt.Key.Key_Return)
    assert "" not in entries(page).values()
    assert page.stack.currentWidget() is not sheet  # on to the first file to check


def test_arrows_change_the_entry_and_the_file_and_undo_takes_an_assignment_back(driver, page) -> None:  # noqa: F811
    give(page, DIAGNOSIS, BILLS)
    sheet = page.files
    assert sheet.entries.chosen == "diagnosis"
    press(page, Qt.Key.Key_Right)
    assert sheet.item.file_name == "medical-bills.pdf"
    press(page, Qt.Key.Key_Left)
    press(page, Qt.Key.Key_Down)
    other = sheet.entries.chosen
    assert other not in ("", "diagnosis")
    press(page, Qt.Key.Key_Return)
    assert entries(page) == {"diagnosis.pdf": other, "medical-bills.pdf": ""}
    driver.click(page.files.undo_button)
    assert entries(page)["diagnosis.pdf"] == ""


def test_a_key_that_is_held_down_confirms_nothing(driver, page) -> None:  # noqa: F811
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    give(page, DIAGNOSIS, BILLS)
    none = Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", True)
    QApplication.sendEvent(page.files.entries, held)
    assert set(entries(page).values()) == {""}


def test_tiles_tell_name_entry_state_and_pages_and_privacy_covers_them(driver, page, unclear) -> None:  # noqa: F811
    give(page, DIAGNOSIS, unclear)
    sheet = page.files
    press(page, Qt.Key.Key_Return)
    told = {tile.name: (tile.state, tile.word) for tile in sheet.tiles.content.tiles}
    assert told == {"diagnosis.pdf": ("received", "待核实"), "新建表格.csv": ("unassigned", "待归类")}
    item = next(one for one in page.file.items if one.file_name == "diagnosis.pdf")
    shown = sheet.pages.of(item.id)
    assert shown.pages >= 1 and not shown.picture.isNull()
    index = next(n for n, tile in enumerate(sheet.tiles.content.tiles) if tile.item.id == item.id)
    words = sheet.tiles.content.index(index).data()
    assert "diagnosis.pdf" in words and "待核实" in words and "页" in words
    driver.command("privacy")
    assert all("diagnosis" not in tile.name for tile in sheet.tiles.content.tiles)
    sheet.tiles.setCurrentIndex(sheet.tiles.content.index(index))
    assert sheet.picture.isHidden()
    driver.command("privacy")
    assert not sheet.picture.isHidden()


def test_a_removed_file_stays_in_sight_and_is_put_back(driver, page) -> None:  # noqa: F811
    give(page, DIAGNOSIS)
    press(page, Qt.Key.Key_Return)
    page.open_files()
    sheet = page.files
    driver.click(sheet.remove_button)
    assert page.file.live_items == ()
    assert [tile.state for tile in sheet.tiles.content.tiles] == ["withdrawn"]
    driver.click(sheet.remove_button)
    assert [item.requirement for item in page.file.live_items] == ["diagnosis"]


def test_what_cannot_be_read_is_named_where_the_tiles_are(driver, page, tmp_path) -> None:  # noqa: F811
    broken = tmp_path / "坏的.pdf"
    broken.write_bytes(DIAGNOSIS.read_bytes()[:900])
    give(page, broken, BILLS)
    assert "坏的.pdf" in page.files.note.whole
    assert list(entries(page)) == ["medical-bills.pdf"]


def test_files_come_before_the_checklist_is_known_and_wait(driver, tmp_path) -> None:
    driver.new_case("王一")
    made = driver.page("evidence")
    give(made, DIAGNOSIS, BILLS)
    assert set(entries(made).values()) == {""}
    QTest.keyClick(made.files, Qt.Key.Key_Escape)
    assert "2" in made.checklist.files.text()
    driver.page("profile")
    again = driver.page("evidence")
    driver.click(again.checklist.files)
    assert len(again.files.tiles.content.tiles) == 2


def test_many_files_are_pasted_with_one_key(driver, page, tmp_path) -> None:  # noqa: F811
    files = [tmp_path / f"病历{number}.pdf" for number in range(3)]
    for number, file in enumerate(files):
        shutil.copy(DIAGNOSIS, file)
        with file.open("ab") as more:
            more.write(b"\n%" + str(number).encode())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    QGuiApplication.clipboard().setMimeData(data)
    QTest.keyClick(page.checklist.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()  # what it holds must not outlive the application
    assert len(page.file.unassigned) == 3
    # the name says record, the page says diagnosis: nobody decides that but a person
    assert page.files.entries.chosen == ""
    assert "诊断" in page.files.said.text()


def test_a_file_above_a_field_is_above_the_page_and_its_path_is_no_text(driver, page) -> None:  # noqa: F811
    give(page, DIAGNOSIS)
    press(page, Qt.Key.Key_Return)
    field = page.panel.facts.form.fields["issuer"].editor
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(BILLS))])
    data.setText(str(BILLS))  # as file managers give it along
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(field, QDragEnterEvent(QPoint(9, 9), copy, data, left, none))
    QApplication.sendEvent(field, QDropEvent(QPointF(9, 9), copy, data, left, none))
    assert field.text() == ""
    assert set(entries(page)) == {"diagnosis.pdf", "medical-bills.pdf"}


def test_a_word_may_still_be_dropped_on_a_field(driver, page) -> None:  # noqa: F811
    give(page, DIAGNOSIS)
    press(page, Qt.Key.Key_Return)
    field = page.panel.facts.form.fields["issuer"].editor
    data = QMimeData()
    data.setText("晨光医院")
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(field, QDragEnterEvent(QPoint(9, 9), copy, data, left, none))
    QApplication.sendEvent(field, QDropEvent(QPointF(9, 9), copy, data, left, none))
    assert field.text() == "晨光医院"


def test_privacy_covers_what_was_said_of_files_before_it_began(driver, page, tmp_path) -> None:  # noqa: F811
    named, other = tmp_path / "王秘密诊断.pdf", tmp_path / "王秘密.exe"
    shutil.copy(DIAGNOSIS, named)
    other.write_bytes(b"MZ")
    give(page, BILLS, named, other)
    press(page, Qt.Key.Key_Right)
    press(page, Qt.Key.Key_Return)
    assert "秘密" in page.files.last.text() and "秘密" in page.files.note.whole
    driver.command("privacy")
    assert not [text for text in seen_texts(driver.window) if "秘密" in text[1]]
    driver.command("privacy")
    assert "秘密" in page.files.last.text() and "秘密" in page.files.note.whole


def test_a_file_keeps_the_words_of_an_entry_that_is_asked_for_no_longer(driver, page) -> None:  # noqa: F811
    give(page, DIAGNOSIS, BILLS)
    title = {line.requirement.code: line.requirement.title["zh-Hans"] for line in page.file.checklist}["diagnosis"]
    press(page, Qt.Key.Key_Return)
    driver.pick(driver.page("conversation").reason, "unemployment")
    driver.page("evidence").open_files()
    assert [tile.title for tile in page.files.tiles.content.tiles if tile.item.requirement] == [title]


def test_an_entry_chosen_after_another_is_taken_back_to_that_one(driver, page) -> None:  # noqa: F811
    give(page, DIAGNOSIS, BILLS)
    press(page, Qt.Key.Key_Return)
    page.show_file(next(item.id for item in page.file.items if item.requirement))
    page.open_files()
    page.files.load(page.file, next(item.id for item in page.file.items if item.requirement))
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Return)
    assert entries(page)["diagnosis.pdf"] not in ("", "diagnosis")
    driver.command("undo")
    assert entries(page)["diagnosis.pdf"] == "diagnosis"


def test_files_of_which_none_is_taken_leave_the_tiles_in_sight_and_the_cursor_there(driver, page, tmp_path) -> None:  # noqa: F811
    empty = tmp_path / "空.png"
    empty.touch()
    give(page, BILLS, CONSENT)
    for again in (BILLS, empty, tmp_path / "没有.pdf"):
        give(page, again)
        assert page.stack.currentWidget() is page.files
        assert page.files.entries.hasFocus()
        assert again.name in page.files.note.text()
