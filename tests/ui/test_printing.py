"""A packet goes to the printer page by page, those asked for and no others."""

from __future__ import annotations

import pytest
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from resources import path
from ui.theme import load_theme
from ui.widgets.pdf_view import PdfView, print_document

PAPER = path("sample", "evidence", "credit-report.pdf").read_bytes()


@pytest.fixture
def view(qtbot) -> PdfView:
    made = PdfView(load_theme("light"))
    qtbot.addWidget(made)
    return made


def printed(view: PdfView, file, first: int, last: int) -> QPdfDocument:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    printer.setFromTo(first, last)
    print_document(view.document, printer)
    document = QPdfDocument()
    document.load(str(file))
    return document


def test_all_pages_or_a_range(view, tmp_path) -> None:
    assert view.show_bytes(PAPER)
    assert printed(view, tmp_path / "all.pdf", 0, 0).pageCount() == view.pages
    assert printed(view, tmp_path / "one.pdf", 1, 1).pageCount() == 1


def test_what_is_no_pdf_is_said(view) -> None:
    assert not view.show_bytes(b"not a pdf")
    assert view.pages == 0


def test_pages_turn_and_zoom_within_bounds(view) -> None:
    view.show_bytes(PAPER)
    view.turn(99)
    view.turn(-99)
    assert view.view.pageNavigator().currentPage() == 0
    for _ in range(20):
        view.zoom(1.25)
    assert view.view.zoomFactor() <= 4
    view.fit()
    assert "1" in view.place.text()
