"""Mails and saved pages as proofs: their text set as pages, the original kept; bound whole into a packet's exhibit."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from tests.actions.evidence.test_items import case_id as case_id
from tests.received.letters import LIST, mail, saved_page, table
from workstation.actions.desk import Desk
from workstation.actions.evidence import containers, items
from workstation.actions.evidence.containers import Opening
from workstation.documents.papers.written_page import written_pdf
from workstation.errors import Refused
from workstation.received.inspection import bytes_media_type
from workstation.received.written.page import Grid, Paragraph, WrittenPage
from workstation.received.written.pages import opened_written


def drawn(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "".join(page.get_textpage().get_text_bounded() for page in document)


def test_a_mail_becomes_a_page_and_is_kept(desk: Desk, case_id: str, tmp_path: Path) -> None:
    path = tmp_path / "七月.eml"
    path.write_bytes(mail(f"<p>尊敬的某某</p>{table()}<img src='http://x/a.png'>", 流水__csv=LIST))
    with pytest.raises(Refused) as refused:
        containers.add(desk, case_id, "bank_statement", path, None)
    (finding,) = refused.value.findings
    assert finding.code == "container_member_needed" and "流水.csv" in finding.figures["members"]
    item = containers.add(desk, case_id, "bank_statement", path, Opening(member="七月.eml.pdf"))
    assert (item.file_name, item.media_type) == ("七月.eml.pdf", "application/pdf")
    said = drawn(items.item_bytes(desk, item.id))
    for word in (
        "招商银行信用卡 <ccsvc@message.cmbchina.com>",
        "尊敬的某某",
        "2026-07-02",
        "-6.00",
        "1 张需要联网",
        "附件：流水.csv",
    ):
        assert word in said
    kept = containers.container_of(desk, item.id)
    assert kept is not None and desk.vault.read(kept.sha256) == path.read_bytes() and kept.member == "七月.eml.pdf"
    attached = containers.add(desk, case_id, "bank_statement", path, Opening(member="流水.csv"))
    assert items.item_bytes(desk, attached.id) == LIST
    rows = containers.add(desk, case_id, "bank_statement", path, Opening(member="七月.eml.html"))
    assert rows.media_type == "text/html"


def test_a_page_without_a_choice_is_not_asked_about(desk: Desk, case_id: str, tmp_path: Path) -> None:
    for name, data in (("账单.html", "<html><p>七月账单</p>".encode()), ("账单.mht", saved_page("<p>七月账单</p>"))):
        (tmp_path / name).write_bytes(data)
        item = containers.add(desk, case_id, "bank_statement", tmp_path / name, None)
        assert item.file_name == f"{name}.pdf" and "七月账单" in drawn(items.item_bytes(desk, item.id))


def test_a_list_in_html_is_the_list_itself(desk: Desk, case_id: str, tmp_path: Path) -> None:
    path = tmp_path / "明细.xls"
    path.write_bytes(f"<html>{table()}</html>".encode())
    item = containers.add(desk, case_id, "bank_statement", path, None)
    assert (item.file_name, item.media_type) == ("明细.xls", "text/html") and containers.container_of(
        desk, item.id
    ) is None


@pytest.mark.parametrize("columns", [1, 3, 12, 60])
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_everything_is_drawn(columns: int, language: str) -> None:
    rows = tuple(tuple(f"r{row}c{column}" for column in range(columns)) for row in range(60))
    page = WrittenPage(
        language, (("from", "x"),), (Paragraph("before " * 400), Grid(rows), Paragraph("after")), 2, 1, 3
    )
    pdf = written_pdf(page, "x.eml")
    assert bytes_media_type(pdf, "x.pdf") == "application/pdf" and written_pdf(page, "x.eml") == pdf
    said = "".join(drawn(pdf).split())
    assert said.count("before") == 400 and all(cell in said for row in rows for cell in row)
    assert all(f"{count}" in said for count in (2, 1, 3))


def test_a_mail_of_nothing_is_its_header() -> None:
    page = opened_written(mail(text=""), "x.eml").page
    assert "招商银行" in drawn(written_pdf(page, "x.eml"))
