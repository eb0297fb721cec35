"""The text of the guide, whose pictures are as wide as there is room, and sharp on every screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextBlock, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser


class GuideText(QTextBrowser):
    """Shows a page and follows no link by itself. A picture is never shown larger than it was taken."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._taken: dict[str, QImage] = {}
        self._fitted = 0

    def show_page(self, text: str, folder: str) -> None:
        """Show Markdown whose pictures lie beside ``folder``."""
        self.document().setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
        self.setMarkdown(unwrapped(text))
        self._taken = {}
        self._fit()

    def pictures(self) -> Iterator[tuple[str, float]]:
        """Each picture of the page by its name, and the pixels of width that it has room for."""
        block = self.document().begin()
        while block.isValid():
            for name in _pictures_of(block):
                yield name, self._room(block)
            block = block.next()

    def _room(self, block: QTextBlock) -> float:
        listed: Any = block.textList()  # None outside a list
        indent = (listed.format().indent() if listed else 0) + block.blockFormat().indent()
        shown = self.document()
        return self.viewport().width() - 2 * shown.documentMargin() - indent * shown.indentWidth()

    def _fit(self) -> None:
        """Lay pictures ready in the size in which they are shown, in the pixels of the screen."""
        shown, ratio = self.document(), self.devicePixelRatioF()
        self._fitted = self.viewport().width()
        for name, room in self.pictures():
            place = shown.baseUrl().resolved(QUrl(name))
            taken = self._taken.setdefault(name, QImage(place.toLocalFile()))
            shown.addResource(QTextDocument.ResourceType.ImageResource.value, place, fitted(taken, room, ratio))
        if self._taken:
            shown.markContentsDirty(0, shown.characterCount())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._fitted:
            self._fit()


def _pictures_of(block: QTextBlock) -> Iterator[str]:
    parts = block.begin()
    while not parts.atEnd():
        shape = parts.fragment().charFormat()
        if shape.isImageFormat():
            yield shape.toImageFormat().name()
        parts += 1


def fitted(taken: QImage, room: float, ratio: float) -> QImage:
    """A picture for ``room`` logical pixels on a screen with ``ratio`` pixels to each."""
    if taken.isNull() or taken.width() <= room or room < 1:
        return taken
    wide = round(room * ratio)
    shown = (
        taken.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation) if wide < taken.width() else taken.copy()
    )
    shown.setDevicePixelRatio(shown.width() / room)
    return shown


def unwrapped(text: str) -> str:
    """Chinese sentences in one line each: Markdown would put a blank where a line of the file breaks."""
    lines: list[str] = []
    for line in text.split("\n"):
        goes_on = (
            bool(lines) and not lines[-1].startswith("#") and _is_wide(lines[-1][-1:]) and _is_wide(line.lstrip()[:1])
        )
        if goes_on:
            lines[-1] += line.lstrip()
        else:
            lines.append(line)
    return "\n".join(lines)


def _is_wide(sign: str) -> bool:
    return bool(sign) and unicodedata.east_asian_width(sign) in "WF"
