"""The files that a person names: in the system's own dialogs, which are opened here alone, by dragging, or by the clipboard."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QObject, QSettings, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent
from PySide6.QtWidgets import QFileDialog, QWidget


class FileChooser:
    """Each question answers with a path, or None (no path at all) when the person cancelled."""

    def folder(self, parent: QWidget, title: str, start: str) -> Path | None:
        """A folder, existing or newly made in the dialog."""
        with _unnoted():
            chosen = QFileDialog.getExistingDirectory(parent, title, start)
        return Path(chosen) if chosen else None

    def existing(self, parent: QWidget, title: str, kinds: str, start: str = "") -> Path | None:
        """One file to read; ``kinds`` in Qt's filter form."""
        with _unnoted():
            chosen, _ = QFileDialog.getOpenFileName(parent, title, start, kinds)
        return Path(chosen) if chosen else None

    def several(self, parent: QWidget, title: str, kinds: str, start: str = "") -> list[Path]:
        """Any number of files to read."""
        with _unnoted():
            chosen, _ = QFileDialog.getOpenFileNames(parent, title, start, kinds)
        return [Path(one) for one in chosen]

    def target(self, parent: QWidget, title: str, proposal: str, kinds: str) -> Path | None:
        """Where to write; the dialog itself asks before it replaces a file."""
        with _unnoted():
            chosen, _ = QFileDialog.getSaveFileName(parent, title, proposal, kinds)
        return Path(chosen) if chosen else None

    def show(self, file: Path) -> bool:
        """Open a file of this computer with the program that the person uses for it, or a folder; False where none does."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def note_no_places() -> None:
    """Before any dialog: Qt writes for all programs of the user which folders were looked at, in a file that is neither ours nor
    encrypted; folders bear the names of persons. It is given a place where nothing can be. The registry of Windows has no such:
    there each dialog's note is taken out again.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


@contextmanager
def _unnoted() -> Iterator[None]:
    try:
        yield
    finally:
        noted = QSettings(QSettings.Scope.UserScope, "QtProject")
        for key in ("history", "lastVisited"):
            noted.remove(f"FileDialog/{key}")


def accept_files(page: QWidget) -> None:
    """Have files dropped anywhere on a page come to it; a field, which takes dropped text, would take the path of a file."""
    page.setAcceptDrops(True)
    _PastFields(page)


class _PastFields(QObject):
    """Lives as long as its page. Whatever in it takes drops lets files pass; fields made later are met when it is next shown."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page:
            if event.type() == QEvent.Type.Show:
                for part in self._page.findChildren(QWidget):
                    if part.acceptDrops():
                        part.installEventFilter(self)
        elif isinstance(event, QDragEnterEvent) and local_files(event.mimeData()):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def local_files(data: QMimeData | Any) -> list[Path]:
    """The files of this computer that are dragged or lie on the clipboard."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()] if data is not None else []
