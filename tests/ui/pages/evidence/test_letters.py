"""Mails, saved pages and folders in the window, by the keyboard."""

from __future__ import annotations

from pathlib import Path

from tests.evidence.statements.printed_samples import drawn
from tests.received.boxes import aes_zip
from tests.received.letters import LIST, mail, table
from tests.ui.pages.evidence.test_evidence import DIAGNOSIS, page  # noqa: F401 - a fixture
from tests.ui.pages.evidence.test_intake import drop, names
from tests.ui.pages.evidence.test_unlocking import answer
from workstation.actions.evidence import letters


def test_a_mail_asks_what_of_it_is_meant(driver, page, tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "账单.eml"
    file.write_bytes(mail(f"<p>七月</p>{table()}", 流水__zip=aes_zip("流水.csv", LIST, "123456")))
    drop(page, file)
    sheet = page.unlocking
    assert page.stack.currentWidget() is sheet and "账单.eml" in sheet.title.text()
    offered = [sheet.members.content.text(sheet.members.content.columns[0], one) for one in sheet.members.content.rows]
    assert offered == ["正文（排成 PDF 页面）", "正文中的表格", "流水.zip/流水.csv"]
    driver.click(sheet.open_button)  # the text needs no password, though an attachment does
    assert names(page) == ["账单.eml.pdf"] and page.preview.note.whole == ""
    drop(page, file)
    sheet.members.choose("流水.zip/流水.csv")
    answer(sheet)
    assert page.stack.currentWidget() is sheet
    answer(sheet, "123456")
    assert names(page) == ["账单.eml.pdf", "流水.csv"]


def test_a_saved_page_of_text_is_taken_at_once(page, tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "账单.html"
    file.write_bytes("<html><p>七月账单</p></html>".encode())
    drop(page, file)
    assert names(page) == ["账单.html.pdf"]


def test_a_folder_is_taken_with_its_files(driver, page, tmp_path: Path, monkeypatch) -> None:  # noqa: F811
    monkeypatch.setattr(letters, "office_program", lambda: None)
    folder = tmp_path / "材料"
    for name in ("一.pdf", "子/二.pdf", "Thumbs.db", "子/.DS_Store"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(DIAGNOSIS.read_bytes() if name.endswith("pdf") else b"x")
    (folder / "信.doc").write_bytes(rb"{\rtf1 a}")
    driver.answers.paths += [folder]
    driver.click(page.preview.folder_button)
    told = page.preview.note.whole
    assert names(page) == ["一.pdf"] and "2 个隐藏或系统文件" in told and "另存为 PDF" in told and "二.pdf" in told


def test_an_empty_folder_is_told(page, tmp_path: Path) -> None:  # noqa: F811
    folder = tmp_path / "空的"
    folder.mkdir()
    drop(page, folder)
    assert names(page) == [] and "空的" in page.preview.note.whole


def test_a_text_document_is_offered_to_be_set(driver, page, tmp_path: Path, monkeypatch) -> None:  # noqa: F811
    file = tmp_path / "合同.rtf"
    file.write_bytes(rb"{\rtf1 hello}")
    pages = drawn([[(40, 700, 9, "合同")]])
    monkeypatch.setattr(letters, "office_program", lambda: Path("soffice"))
    monkeypatch.setattr(letters, "letter_pdf", lambda *_given: pages)
    drop(page, file)
    sheet = page.unlocking
    assert (
        page.stack.currentWidget() is sheet and "合同.rtf" in sheet.message.text() and sheet.letter.isVisibleTo(sheet)
    )
    driver.click(sheet.open_button)
    assert names(page) == ["合同.rtf.pdf"] and "LibreOffice" in page.checklist.line.items[0].note


def test_without_an_office_program_a_text_document_is_refused(page, tmp_path: Path, monkeypatch) -> None:  # noqa: F811
    file = tmp_path / "合同.rtf"
    file.write_bytes(rb"{\rtf1 hello}")
    monkeypatch.setattr(letters, "office_program", lambda: None)
    drop(page, file)
    assert names(page) == [] and "另存为 PDF" in page.preview.note.whole
