"""Files as tiles: the first page, the name, and the state as sign, word and colour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.context import UiContext
from ui.look.fonts import font
from ui.look.icons import pixmap
from ui.pages.evidence.files.first_pages import Shown
from ui.typed_signal import TypedSignal, signal
from workstation.evidence.item_state import ItemState
from workstation.evidence.verification import EvidenceItem
from workstation.received.ofd.package import PAGED
from workstation.wording import filled

_COLORS: Final = {
    "received": "accent", "failed": "bad", "verified": "good", "stale": "warning", "unassigned": "warning", "withdrawn": "text_2",
}  # fmt: skip
_SIGNS: Final = {"unassigned": "state-missing", "withdrawn": "remove"}

_WIDTH, _PICTURE, _PADDING, _GAP = 148, 92, 8, 6
_SIGN: Final = 16
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True, slots=True)
class Tile:
    """One file with the words that are shown: its ``name``, ``title`` of its entry (empty: none yet), ``word`` of its state."""

    item: EvidenceItem
    state: ItemState
    name: str
    title: str
    word: str


class TileModel(QAbstractListModel):
    """Tiles behind Qt's model interface; what a screen reader says stands in each."""

    def __init__(self, pages: Callable[[str], str]) -> None:
        super().__init__()
        self.tiles: Sequence[Tile] = ()
        self._pages = pages

    def show(self, tiles: Sequence[Tile]) -> None:
        """Replace all tiles."""
        self.beginResetModel()
        self.tiles = tuple(tiles)
        self.endResetModel()

    def touch(self, item_id: str) -> None:
        """The picture of a file has come."""
        for number, tile in enumerate(self.tiles):
            if tile.item.id == item_id:
                self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.tiles)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tile = self.tiles[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            told = (tile.name, tile.title, tile.word, self._pages(tile.item.id))
            return "\n".join(filter(None, told))
        return None


class _TileDelegate(QStyledItemDelegate):
    """Paints one tile."""

    def __init__(self, view: TileView, context: UiContext, shown: Callable[[str], Shown | None]) -> None:
        super().__init__(view)
        self._view, self._context, self._shown = view, context, shown
        self._small: dict[tuple[str, int], QPixmap] = {}

    def forget(self) -> None:
        """Drop the small pictures."""
        self._small.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = self._view.fontMetrics().height()
        return QSize(_WIDTH + _GAP, _PICTURE + 3 * line + 4 * _PADDING + _GAP)

    def paint(self, pen: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        tile = self._view.content.tiles[index.row()]
        theme, tokens = self._context.theme, self._context.theme.tokens
        rect = option.rect.adjusted(0, 0, -_GAP, -_GAP)  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        pen.save()
        pen.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen.setPen(QPen(theme.color("accent" if chosen else "border"), 2 if chosen else 1))
        pen.setBrush(theme.color("accent_soft" if chosen else "surface"))
        pen.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 8, 8)
        inner = rect.adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        self._picture(pen, QRect(inner.left(), inner.top(), inner.width(), _PICTURE), tile)
        line = self._view.fontMetrics().height()
        words = QRect(inner.left(), inner.top() + _PICTURE + _PADDING, inner.width(), line)
        pen.setFont(font(bold=chosen))
        pen.setPen(theme.color("text"))
        middle = Qt.TextElideMode.ElideMiddle
        pen.drawText(words, 0, pen.fontMetrics().elidedText(tile.name, middle, words.width()))
        words.moveTop(words.top() + line)
        pen.setFont(font())
        pen.setPen(theme.color("text_2"))
        title = tile.title or self._view.no_entry
        pen.drawText(words, 0, pen.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, words.width()))
        words.moveTop(words.top() + line + 2)
        color = _COLORS[tile.state]
        sign = pixmap(theme, _SIGNS.get(tile.state, f"state-{tile.state}"), color, _SIGN)
        pen.drawPixmap(words.left(), words.top() + (line - _SIGN) // 2, sign)
        pages = self._view.pages(tile.item.id)
        pen.setPen(theme.color("text_2"))
        pen.drawText(words, Qt.AlignmentFlag.AlignRight, pages)
        pen.setPen(getattr(tokens, color))
        left = words.adjusted(_SIGN + 4, 0, -pen.fontMetrics().horizontalAdvance(pages) - 4, 0)
        pen.drawText(left, 0, pen.fontMetrics().elidedText(tile.word, Qt.TextElideMode.ElideRight, left.width()))
        pen.restore()

    def _picture(self, pen: QPainter, place: QRect, tile: Tile) -> None:
        theme, shown = self._context.theme, self._shown(tile.item.id)
        if shown is None or shown.picture.isNull() or self._context.privacy.hidden:
            table = not tile.item.media_type.startswith("image/") and tile.item.media_type not in PAGED
            name = "hide" if self._context.privacy.hidden else "table" if table else "file"
            sign = pixmap(theme, name, "text_2", 32)
            pen.drawPixmap(place.center().x() - 16, place.center().y() - 16, sign)
            return
        ratio = self._view.devicePixelRatioF()
        key = (tile.item.id, round(100 * ratio))
        if key not in self._small:
            self._small[key] = _fitted(shown.picture, place.size(), ratio)
        small = self._small[key]
        size = small.deviceIndependentSize().toSize()
        where = QRect(0, 0, size.width(), size.height())
        where.moveCenter(place.center())
        if tile.state == "withdrawn":
            pen.setOpacity(0.4)
        pen.drawPixmap(where.topLeft(), small)
        pen.setOpacity(1)
        pen.setPen(QPen(theme.color("border"), 1))
        pen.setBrush(Qt.BrushStyle.NoBrush)
        pen.drawRect(where)


def _fitted(image: QImage, size: QSize, ratio: float) -> QPixmap:
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    made = QPixmap.fromImage(image.scaled(size * ratio, keep, smooth))
    made.setDevicePixelRatio(ratio)
    return made


class TileView(QListView):
    """``picked`` carries the item that was chosen. Arrows move; the tiles fill the lines of the place they have."""

    picked: TypedSignal[str] = signal(1)

    def __init__(self, context: UiContext, shown: Callable[[str], Shown | None]) -> None:
        super().__init__()
        self._shown, self._offering = shown, False
        self.no_entry = self.tr("No entry yet")
        self.empty = ""
        self.content = TileModel(self.pages)
        self.setModel(self.content)
        self._painter = _TileDelegate(self, context, shown)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setAcceptDrops(False)  # the page takes what is dropped here
        self.setDragEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Files of this case"))
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def sizeHint(self) -> QSize:
        """Some tiles: it takes what is left."""
        return QSize(2 * (_WIDTH + _GAP), 190)

    def minimumSizeHint(self) -> QSize:
        """One column of them."""
        return QSize(_WIDTH + _GAP + 32, 190)

    def pages(self, item_id: str) -> str:
        """How many pages a file has, in words; nothing where that is not known or says nothing."""
        shown = self._shown(item_id)
        if shown is None or not shown.pages:
            return ""
        return filled(self.tr("{count} {count|page|pages}"), {"count": shown.pages})

    def offer(self, tiles: Sequence[Tile], chosen: str) -> None:
        """Show tiles; the one of the item ``chosen`` is the current one."""
        self._offering = True
        self._painter.forget()
        self.content.show(tiles)
        for number, tile in enumerate(tiles):
            if tile.item.id == chosen:
                self.setCurrentIndex(self.content.index(number))
        self._offering = False
        self.viewport().update()

    def current(self) -> Tile | None:
        """The chosen tile."""
        number = self.currentIndex().row()
        return self.content.tiles[number] if 0 <= number < len(self.content.tiles) else None

    def step(self, by: int) -> None:
        """Choose the tile so many after this one."""
        number = self.currentIndex().row() + by
        if 0 <= number < len(self.content.tiles):
            self.setCurrentIndex(self.content.index(number))

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._offering:
            self.picked.emit(self.content.tiles[current.row()].item.id)

    def paintEvent(self, event: Any) -> None:
        super().paintEvent(event)
        if self.empty and not self.content.tiles:
            pen = QPainter(self.viewport())
            pen.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            words = self.viewport().rect().adjusted(24, 0, -24, 0)
            pen.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty)
