"""Files come several at once, by drop, by button and by paste; broken ones are named and the others go on; it can be stopped."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest

from resources import path
from tests.hostile_files import hostile_files
from tests.tools import shared
from tests.ui.pages.evidence.test_evidence import DIAGNOSIS, page, state  # noqa: F401 - a fixture
from ui.background import Pool
from workstation.actions import cases
from workstation.actions.evidence import items
from workstation.evidence.verification import EvidenceItem

pytestmark = pytest.mark.styled

BILLS = path("sample", "evidence", "medical-bills.pdf")
CONSENT = path("sample", "evidence", "privacy-consent.pdf")


def drop(page, *files: Path, at: QPointF | None = None) -> None:  # noqa: F811
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    none = Qt.KeyboardModifier.NoModifier
    table = page.checklist.table
    point = at or QPointF(table.viewport().mapTo(page, table.visualRect(table.currentIndex()).center()))
    event = QDropEvent(point, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    page.dropEvent(event)


def names(page) -> list[str]:  # noqa: F811
    return [item.file_name for item in page.checklist.line.items]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    file = tmp_path / "坏的诊断证明.pdf"
    file.write_bytes(DIAGNOSIS.read_bytes()[:900])
    return file


def test_several_are_dropped_at_once_and_the_broken_one_is_named(driver, page, broken, tmp_path) -> None:  # noqa: F811
    (tmp_path / "表.numbers").mkdir()  # a Mac shows it as one document
    drop(page, DIAGNOSIS, broken, BILLS, tmp_path / "gone.pdf", tmp_path / "表.numbers")
    assert names(page) == ["diagnosis.pdf", "medical-bills.pdf"]
    message = page.preview.note.whole.splitlines()
    assert len(message) == 3
    assert "坏的诊断证明.pdf" in message[0]
    assert "gone.pdf" in message[1]
    assert "另有 1 条" in page.preview.note.text()


def test_several_are_chosen_by_the_button(driver, page) -> None:  # noqa: F811
    driver.answers.paths += [DIAGNOSIS, BILLS]
    driver.click(page.preview.add_button)
    assert names(page) == ["diagnosis.pdf", "medical-bills.pdf"]


def test_a_drop_on_an_entry_of_the_checklist_goes_there(driver, page) -> None:  # noqa: F811
    table = page.checklist.table
    rows = [line.requirement.code for line in table.content.rows]
    number = rows.index("id_card")
    table.scrollTo(table.content.index(number, 0))
    place = table.visualRect(table.content.index(number, 0)).center()
    drop(page, CONSENT, at=QPointF(table.viewport().mapTo(page, place)))
    assert page.checklist.line.requirement.code == "id_card"
    assert names(page) == ["privacy-consent.pdf"]


def test_files_are_pasted_from_wherever_the_cursor_stands(driver, page) -> None:  # noqa: F811
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(DIAGNOSIS)), QUrl.fromLocalFile(str(BILLS))])
    QGuiApplication.clipboard().setMimeData(data)
    page.checklist.table.setFocus()
    QTest.keyClick(page.checklist.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.stack.currentWidget() is page.files
    assert {one.file_name for one in page.file.unassigned} == {"diagnosis.pdf", "medical-bills.pdf"}
    assert names(page) == []


def test_a_pasted_picture_never_lies_on_the_disk_in_the_clear(driver, page, tmp_path, monkeypatch) -> None:  # noqa: F811
    monkeypatch.setenv("TMPDIR", str(tmp_path / "nowhere"))
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(image)
    page.preview.paste()
    assert page.files.entries.chosen == "diagnosis"  # it was open when the picture came
    (item,) = page.file.unassigned
    data = driver.window.session.read(items.item_bytes, item.id)
    assert data.startswith(b"\x89PNG")
    assert not [file for file in tmp_path.rglob("*") if file.is_file() and data in file.read_bytes()]


def test_the_same_file_twice_is_taken_once_and_in_another_case_reported(driver, page) -> None:  # noqa: F811
    drop(page, DIAGNOSIS)
    drop(page, DIAGNOSIS)
    assert names(page) == ["diagnosis.pdf"]
    assert "已有" in page.preview.note.whole
    other = driver.window.session.run(cases.new_case, "另一人")
    driver.workbench.open_case(other)
    driver.page("conversation")
    second = driver.page("evidence")
    second.checklist.choose("id_card")
    drop(second, DIAGNOSIS)
    assert "CC-2026-00001" in second.preview.note.whole


def test_stopped_in_the_middle_what_is_whole_stays_and_the_rest_is_named(driver, page, tmp_path) -> None:  # noqa: F811
    files = []
    for number in range(4):
        files.append(tmp_path / f"{number}.pdf")
        shutil.copy(DIAGNOSIS, files[-1])
        with files[-1].open("ab") as file:
            file.write(b"\n%" + str(number).encode())
    intake = page.preview.intake

    def stop(value: int) -> None:
        if value >= 2000:
            driver.click(intake.stop_button)

    intake.progress.valueChanged.connect(stop)
    drop(page, *files)
    assert names(page) == ["0.pdf", "1.pdf"]
    assert "2.pdf、3.pdf" in page.preview.note.whole
    desk = driver.window.session.desk
    assert desk.vault.orphans(item.sha256 for item in desk.store.find(EvidenceItem)) == ()
    assert not intake.running


def test_beside_the_window_all_goes_on_record_though_the_case_was_left(driver, page, qtbot) -> None:  # noqa: F811
    driver.window.context.background.__class__.run, kept = _later, driver.window.context.background.__class__.run
    try:
        drop(page, DIAGNOSIS)
        assert page.preview.intake.running
        assert page.modified
        assert not page.preview.add_button.isEnabled()
        case_id = driver.case.file.case.id
        driver.new_case("别人")
        assert driver.case.file.case.id != case_id
    finally:
        driver.window.context.background.__class__.run = kept
    pending = _PENDING.pop()
    kept(driver.window.context.background, *pending)
    items = driver.window.session.desk.store.find(EvidenceItem, case_id=case_id)
    assert [item.file_name for item in items] == ["diagnosis.pdf"]


_PENDING: list[tuple[object, ...]] = []


def _later(_runner, *question) -> None:
    _PENDING.append(question)


def test_on_a_real_thread_it_comes_to_the_same(driver, page, qtbot) -> None:  # noqa: F811
    from dataclasses import replace

    page.preview.intake._context = replace(page.context, background=Pool(page))
    drop(page, DIAGNOSIS, BILLS)
    qtbot.waitUntil(lambda: not page.preview.intake.running, timeout=10_000)
    assert names(page) == ["diagnosis.pdf", "medical-bills.pdf"]


def test_hostile_files_of_our_own_are_taken_or_named(driver, page, tmp_path) -> None:  # noqa: F811
    files = hostile_files()
    for file in files:
        (tmp_path / file.name).write_bytes(file.data)
    drop(page, *(tmp_path / file.name for file in files))
    page.unlocking.drop()
    sound = {file.name: file.data for file in files if file.proof == "done"}
    taken = names(page)
    assert {sound[name] for name in taken} == set(sound.values())
    told = page.preview.note.whole  # what was refused, and what had come before under another name
    assert [file.name for file in files if file.name not in taken and file.name not in told] == []


def test_hostile_files_dropped_together_get_an_answer_each(driver, page) -> None:  # noqa: F811
    corpus = shared("corpus")
    folders = ["hostile", "pdf_forms/broken", "pdf_forms/encrypted", "pdf_forms/xfa"]
    files = [file for folder in folders for file in sorted((corpus / folder).rglob("*")) if file.is_file()]
    drop(page, *files)
    page.unlocking.drop()
    message = page.preview.note.whole
    taken = set(names(page))
    silent = [file.name for file in files if file.name not in taken and file.name not in message]
    assert silent == []
    assert state(page) in ("received", "failed")
