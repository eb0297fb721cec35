"""A PDF from bytes: pages to scroll, turn and zoom."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtGui import QPalette
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QWidget

from ui.look.theme import Theme
from ui.widgets.parts import column, icon_button, label, row
from ui.widgets.room.reading_order import tell_as_read

_STEP, _LEAST, _MOST = 1.25, 0.25, 4.0


class PdfView(QWidget):
    """Shows one document; ``show_bytes(b"")`` empties it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self.view = QPdfView(self)
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(self.tr("Pages"))
        self._apply_look(theme)
        self.page_number = label("", "label")
        self.back_button = icon_button(theme, "left", self.tr("Previous page"), lambda: self.turn(-1))
        self.next_button = icon_button(theme, "right", self.tr("Next page"), lambda: self.turn(1))
        tools = row(
            self.back_button, self.page_number, self.next_button, -1,
            icon_button(theme, "minus", self.tr("Zoom out"), lambda: self.zoom(1 / _STEP)),
            icon_button(theme, "plus", self.tr("Zoom in"), lambda: self.zoom(_STEP)),
            icon_button(theme, "fit", self.tr("Fit to width"), self.fit),
            gap=4,
        )  # fmt: skip
        layout = column(tools, self.view, gap=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        tell_as_read(self)
        self.view.pageNavigator().currentPageChanged.connect(lambda _page: self._show_page_number())
        self._show_page_number()

    def _apply_look(self, theme: Theme) -> None:
        """The view paints its ground in the palette's dark role."""
        colors = self.view.palette()
        colors.setColor(QPalette.ColorRole.Dark, theme.color("background"))
        self.view.setPalette(colors)

    def show_bytes(self, data: bytes) -> bool:
        """Show a document; False when it cannot be opened."""
        self.document.close()
        old, self._buffer = self._buffer, QBuffer(self)
        if old is not None:
            old.deleteLater()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self._show_page_number()
        return self.document.status() == QPdfDocument.Status.Ready

    @property
    def pages(self) -> int:
        """Pages of the document that is shown."""
        return max(0, self.document.pageCount())

    def turn(self, pages: int) -> None:
        """Go forward or back."""
        navigator = self.view.pageNavigator()
        wanted = min(max(0, navigator.currentPage() + pages), self.pages - 1)
        if self.pages:
            navigator.jump(wanted, QPointF(), navigator.currentZoom())

    def zoom(self, factor: float) -> None:
        """Larger or smaller than now."""
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(_MOST, max(_LEAST, self.view.zoomFactor() * factor)))

    def fit(self) -> None:
        """As wide as the place."""
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)

    def _show_page_number(self) -> None:
        page = self.view.pageNavigator().currentPage() + 1
        self.page_number.setText(
            self.tr("Page {page} of {pages}").format(page=page if self.pages else 0, pages=self.pages)
        )
