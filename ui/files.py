"""The files that a person names: in the system's own dialogs, which are opened here alone, by dragging, or by the clipboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


class FileChooser:
    """Each question answers with a path, or None (no path at all) when the person cancelled."""

    def folder(self, parent: QWidget, title: str, start: str) -> Path | None:
        """A folder, existing or newly made in the dialog."""
        chosen = QFileDialog.getExistingDirectory(parent, title, start)
        return Path(chosen) if chosen else None

    def existing(self, parent: QWidget, title: str, kinds: str, start: str = "") -> Path | None:
        """One file to read; ``kinds`` in Qt's filter form."""
        chosen, _ = QFileDialog.getOpenFileName(parent, title, start, kinds)
        return Path(chosen) if chosen else None

    def several(self, parent: QWidget, title: str, kinds: str, start: str = "") -> list[Path]:
        """Any number of files to read."""
        chosen, _ = QFileDialog.getOpenFileNames(parent, title, start, kinds)
        return [Path(one) for one in chosen]

    def target(self, parent: QWidget, title: str, proposal: str, kinds: str) -> Path | None:
        """Where to write; the dialog itself asks before it replaces a file."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, proposal, kinds)
        return Path(chosen) if chosen else None

    def show(self, file: Path) -> bool:
        """Open a file of this computer with the program that the person uses for it, or a folder; False where none does."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def local_files(data: QMimeData | Any) -> list[Path]:
    """The files of this computer that are dragged or lie on the clipboard."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data is not None else []
