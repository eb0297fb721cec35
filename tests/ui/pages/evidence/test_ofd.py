"""An OFD in the window: seen page by page as a PDF is, with what it tells and what is not shown written under it."""

from __future__ import annotations

from pathlib import Path

from tests.received.ofd.making import ofd, page, square, text
from tests.received.ofd.test_told import attached
from tests.ui.driver import Driver
from tests.ui.pages.evidence.test_evidence import page as evidence_page  # noqa: F401 - a fixture
from tests.ui.pages.evidence.test_evidence import receive
from ui.pages.evidence.page import EvidencePage
from workstation.actions.evidence import items


def test_its_pages_are_shown(driver: Driver, evidence_page: EvidencePage, tmp_path: Path) -> None:  # noqa: F811
    data = ofd(page(text("第一页")), page(square(10, 20), '<ofd:HologramObject ID="1"/>'))
    file = tmp_path / "证明.ofd"
    file.write_bytes(data)
    receive(driver, evidence_page, file)
    preview = evidence_page.preview
    assert preview.pages.pages == 2
    assert "第 2 页：有本程序不认识的内容（HologramObject）" in preview.note.whole
    item = evidence_page.checklist.line.items[0]
    assert item.media_type == "application/ofd"
    assert driver.window.session.read(items.item_bytes, item.id) == data


def test_an_invoice_is_told(driver: Driver, evidence_page: EvidencePage, tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "发票.ofd"
    file.write_bytes(attached())
    receive(driver, evidence_page, file)
    assert "号码 12345678" in evidence_page.preview.note.whole and "某某医院" in evidence_page.preview.note.whole


def test_a_broken_one_is_refused_in_words(driver: Driver, evidence_page: EvidencePage, tmp_path: Path) -> None:  # noqa: F811
    file = tmp_path / "坏.ofd"
    file.write_bytes(ofd(page(), parts={"Doc_0/Pages/Page_1/Content.xml": b"<"}))
    receive(driver, evidence_page, file)
    assert not evidence_page.checklist.line.items and "第 1 页无法完整读取" in evidence_page.preview.note.whole
