"""A field for a folder, or for a file of certificates: typed, or picked in the system's dialog."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from ui.context import UiContext
from ui.look.icons import icon
from ui.widgets.editors import TextEdit


class FolderEdit(TextEdit):
    """Reads the path as text; empty means none chosen yet."""

    def __init__(self, context: UiContext, *, existing: bool, title: str = "") -> None:
        super().__init__()
        self._context, self._existing, self._title = context, existing, title
        browse = QAction(icon(context.theme, "cases"), self.tr("Choose folder"), self)
        browse.triggered.connect(self.browse)
        self.addAction(browse, QLineEdit.ActionPosition.TrailingPosition)

    def browse(self) -> None:
        """Ask in the system's dialog."""
        title = self.tr("Desk folder") if self._existing else self.tr("Folder for the new desk")
        chosen = self._context.files.folder(self, self._title or title, self.text() or str(self._context.home))
        if chosen is not None:
            self.setText(str(chosen))
            self.edited.emit()


class FileEdit(TextEdit):
    """A file: typed, or picked in the system's dialog."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        browse = QAction(icon(context.theme, "cases"), self.tr("Choose file"), self)
        browse.triggered.connect(self.browse)
        self.addAction(browse, QLineEdit.ActionPosition.TrailingPosition)

    def browse(self) -> None:
        """Ask in the system's dialog."""
        kinds = self.tr("Certificates") + " (*.pem *.crt *.cer)"
        chosen = self._context.files.existing(self, self.tr("Certificate of the server"), kinds)
        if chosen is not None:
            self.setText(str(chosen))
            self.edited.emit()
