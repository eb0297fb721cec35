"""Pages painted on a printer of Qt at their own size, where no spooler takes PDF as it is; and the system's print dialog."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrintEngine, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from workstation.actions.printing.outgoing import OutgoingPaper
from workstation.casework.print_order import PrintOrder, Sides
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef

_FINEST: Final = 600  # dots per inch: finer only fills memory, a page takes 140 MB here
_POINTS: Final = 72
_CUPS_OPTIONS: Final = 0xFE00  # where Qt's dialog keeps what was chosen of a CUPS queue's own options, as pairs
_DUPLEX: Final[dict[Sides, QPrinter.DuplexMode]] = {
    "one": QPrinter.DuplexMode.DuplexNone,
    "long_edge": QPrinter.DuplexMode.DuplexLongSide,
    "short_edge": QPrinter.DuplexMode.DuplexShortSide,
}


class QtPrinter:
    """Paints pages through Qt: for systems whose printers take no PDF, as Windows. Any thread may send."""

    on_paper = True

    def names(self) -> tuple[str, ...]:
        """The printers there are, the system's default first."""
        first = QPrinterInfo.defaultPrinterName()
        return tuple(sorted(QPrinterInfo.availablePrinterNames(), key=lambda name: (name != first, name)))

    def send(self, order: PrintOrder, paper: OutgoingPaper) -> None:
        """Paint a paper on its printer. Raises `Refused`: printer_stopped, print_refused."""
        if QPrinterInfo.printerInfo(order.printer).state() in (
            QPrinter.PrinterState.Error,
            QPrinter.PrinterState.Aborted,
        ):
            raise Refused(Finding("printer_stopped", FieldRef.PRINT_PRINTER, {"printer": order.printer}))
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(order.printer)
        printer.setDocName(paper.title)
        paint(paper.pdf, printer, order)


def ask(parent: QWidget, order: PrintOrder, pages: int) -> PrintOrder | None:
    """The order as changed in the system's print dialog; None when the person cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    fill_printer(printer, order, pages)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    return read_order(printer, order, pages) if dialog.exec() == QDialog.DialogCode.Accepted else None


def fill_printer(printer: QPrinter, order: PrintOrder, pages: int) -> None:
    """Tell a printer of Qt what an order asks."""
    printer.setPrinterName(order.printer)
    printer.setCopyCount(max(1, order.copies))
    printer.setDuplex(_DUPLEX[order.sides])
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    first, last = order.span(pages)
    if order.part and first:
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(first, last)


def read_order(printer: QPrinter, order: PrintOrder, pages: int) -> PrintOrder:
    """What the system's dialog left on the printer, several pages on a sheet too where its queue tells of them."""
    first, last = printer.fromPage(), printer.toPage()
    ranged = printer.printRange() == QPrinter.PrintRange.PageRange and first
    sides = {mode: name for name, mode in _DUPLEX.items()}
    options = printer.printEngine().property(QPrintEngine.PrintEnginePropertyKey(_CUPS_OPTIONS))
    return replace(
        order,
        printer=printer.printerName(),
        copies=printer.copyCount(),
        sides=sides.get(printer.duplex(), "one"),
        part=f"{first}-{last}" if ranged and (first, last) != (1, pages) else "",
        per_sheet=_per_sheet(options),
    )


def _per_sheet(options: Any) -> int:
    pairs = list(options or ())
    options_by_name = dict(zip(pairs[::2], pairs[1::2], strict=False))
    number = str(options_by_name.get("number-up", "1"))
    return int(number) if number.isdecimal() else 1


def paint(pdf: bytes, printer: QPrinter, order: PrintOrder) -> None:
    """Draw a paper on a printer: every page on paper of its own size, at its own place, to the printer's own fineness.

    Several pages a sheet, where the order asks for them, share the first page's paper. Raises `Refused` (print_refused).
    """
    with _opened(pdf) as document:
        first, last = order.span(document.pageCount())
        fill_printer(printer, replace(order, printer=printer.printerName()), document.pageCount())
        # The pages are chosen here; told of a range as well, a printer might choose among them again.
        printer.setPrintRange(QPrinter.PrintRange.AllPages)
        printer.setFullPage(True)
        sheets = list(_sheets(document, range(first - 1, last), order.per_sheet))
        _set_paper(printer, document.pagePointSize(sheets[0][0][0]))
        painter = QPainter()
        if not sheets or not painter.begin(printer):
            figures = {"printer": order.printer, "reason": "-"}
            raise Refused(Finding("print_refused", FieldRef.PRINT_PRINTER, figures))
        try:
            for number, sheet in enumerate(sheets):
                if number:
                    _set_paper(printer, document.pagePointSize(sheet[0][0]))
                    printer.newPage()
                for page, target in sheet:
                    _draw(document, page, target, painter, printer.resolution())
        finally:
            painter.end()


@contextmanager
def _opened(pdf: bytes) -> Iterator[QPdfDocument]:
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    try:
        yield document
    finally:
        document.close()
        buffer.close()


def _sheets(document: QPdfDocument, pages: range, per_sheet: int) -> Iterator[list[tuple[int, QRectF]]]:
    """Sides of paper: pages with their places in points."""
    for start in range(0, len(pages), per_sheet):
        together = pages[start : start + per_sheet]
        sheet = document.pagePointSize(together[0])
        yield [
            (page, _target_of(document.pagePointSize(page), sheet, number, per_sheet))
            for number, page in enumerate(together)
        ]


def _target_of(page: QSizeF, sheet: QSizeF, number: int, per_sheet: int) -> QRectF:
    """One page fills its sheet; two stand above each other, four in a square, each as large as its part allows."""
    columns, rows = {1: (1, 1), 2: (1, 2)}.get(per_sheet, (2, 2))
    width, height = sheet.width() / columns, sheet.height() / rows
    scale = min(width / page.width(), height / page.height()) if per_sheet > 1 else 1.0
    left = (number % columns) * width + (width - page.width() * scale) / 2
    top = (number // columns) * height + (height - page.height() * scale) / 2
    return QRectF(left, top, page.width() * scale, page.height() * scale)


def _set_paper(printer: QPrinter, size: QSizeF) -> None:
    wide = size.width() > size.height()
    upright = size.transposed() if wide else size
    orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(paper, orientation, QMarginsF()))


def _draw(document: QPdfDocument, page: int, target: QRectF, painter: QPainter, dots: int) -> None:
    fine = min(dots, _FINEST) / _POINTS
    image = document.render(page, QSizeF(target.width() * fine, target.height() * fine).toSize())
    scale = dots / _POINTS
    target = QRectF(target.x() * scale, target.y() * scale, target.width() * scale, target.height() * scale)
    painter.drawImage(target, image)
