"""A paper on paper: Qt's own PDF printer shows where every page lands, at which size, and that nothing is cut."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.pdfgen.canvas import Canvas

from resources import path
from ui.look.theme import load_theme
from ui.printing.print_pages import paint, read_order
from ui.widgets.pdf_view import PdfView
from workstation.casework.print_order import PrintOrder

PAPER = path("sample", "evidence", "credit-report.pdf").read_bytes()
MM = 72 / 25.4
DOTS = 150  # an inch: a millimetre is six of them
ONE_MM = DOTS / 25.4


def marked_pages(*sizes: tuple[float, float]) -> bytes:
    """Pages with corner marks three millimetres from every edge and their number within."""
    made = BytesIO()
    canvas = Canvas(made, invariant=1)
    for number, (width, height) in enumerate(sizes, 1):
        canvas.setPageSize((width, height))
        for x in (3 * MM, width - 8 * MM):
            for y in (3 * MM, height - 8 * MM):
                canvas.rect(x, y, 5 * MM, 5 * MM, stroke=0, fill=1)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(40 * MM, height - 60 * MM, f"{number}")
        canvas.showPage()
    canvas.save()
    return made.getvalue()


@pytest.fixture(scope="module")
def marked() -> bytes:
    """Three pages: one upright, one lying, one small."""
    return marked_pages(A4, landscape(A4), A5)


def opened(data: bytes) -> tuple[QPdfDocument, QBuffer]:
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document, buffer


def printed(pdf: bytes, tmp_path, order: PrintOrder) -> bytes:
    """What Qt's PDF printer makes of an order."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setResolution(DOTS)
    paint(pdf, printer, order)
    return (tmp_path / "printed.pdf").read_bytes()


def pictures(data: bytes) -> list[Image.Image]:
    """Every page as ink on white, `DOTS` an inch."""
    document, buffer = opened(data)
    found = []
    for number in range(document.pageCount()):
        size = document.pagePointSize(number)
        wanted = QSize(round(size.width() * DOTS / 72), round(size.height() * DOTS / 72))
        shot = QBuffer()
        shot.open(QIODevice.OpenModeFlag.WriteOnly)
        picture = document.render(number, wanted)
        picture.save(shot, "PNG")  # type: ignore[call-overload]
        with Image.open(BytesIO(bytes(shot.data().data()))) as image:
            ground = Image.new("RGBA", image.size, "white")
            found.append(Image.alpha_composite(ground, image.convert("RGBA")).convert("L"))
    document.close()
    buffer.close()
    return found


def ink(picture: Image.Image) -> tuple[int, int, int, int]:
    """The box of all that is darker than grey."""
    box = picture.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box is not None, "an empty page"
    return box


def test_every_page_lands_at_its_own_size_and_place(qtbot, marked, tmp_path) -> None:
    before, after = pictures(marked), pictures(printed(marked, tmp_path, PrintOrder("")))
    assert len(before) == len(after) == 3
    for wanted, found in zip(before, after, strict=True):
        assert all(abs(a - b) <= ONE_MM for a, b in zip(wanted.size, found.size, strict=True)), "the paper's size"
        assert all(abs(a - b) <= ONE_MM for a, b in zip(ink(wanted), ink(found), strict=True)), "nothing cut or moved"
        coarse = [one.resize((wanted.width // 12, wanted.height // 12)) for one in (wanted, found)]
        worst = ImageChops.difference(*coarse).histogram()[96:]
        assert not any(worst), "the same ink in every two millimetres"


def test_a_page_of_a_real_packet_prints_as_it_is(qtbot, tmp_path) -> None:
    (before, *_), (after, *_) = pictures(PAPER), pictures(printed(PAPER, tmp_path, PrintOrder("", part="1")))
    assert all(abs(a - b) <= ONE_MM for a, b in zip(ink(before), ink(after), strict=True))


@pytest.mark.parametrize(("part", "pages"), [("", 3), ("2", 1), ("2-3", 2)])
def test_all_pages_or_a_range(qtbot, marked, tmp_path, part, pages) -> None:
    assert len(pictures(printed(marked, tmp_path, PrintOrder("", part=part)))) == pages


@pytest.mark.parametrize(("per_sheet", "sides"), [(1, 3), (2, 2), (4, 1)])
def test_handouts_may_share_a_side(qtbot, marked, tmp_path, per_sheet, sides) -> None:
    found = pictures(printed(marked, tmp_path, PrintOrder("", per_sheet=per_sheet)))
    assert len(found) == sides
    left, top, right, bottom = ink(found[0])
    assert left > 0 and top > 0
    assert right < found[0].width and bottom < found[0].height


def test_what_the_systems_dialog_chose_is_read_back(qtbot) -> None:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 5)
    printer.setCopyCount(3)
    order = read_order(printer, PrintOrder("HP", sides="long_edge"), 9)
    assert (order.part, order.per_sheet) == ("2-5", 1)
    printer.setFromTo(1, 9)
    assert read_order(printer, PrintOrder("HP"), 9).part == ""


@pytest.fixture
def view(qtbot) -> PdfView:
    made = PdfView(load_theme("light"))
    qtbot.addWidget(made)
    return made


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
    assert "1" in view.page_number.text()
