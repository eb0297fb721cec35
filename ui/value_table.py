"""One table for all lists: columns say how a row reads, the model does the rest. Sorting is by value, not by text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.look.fonts import font
from ui.privacy import Privacy
from ui.table_widths import Wanted, fitted, widest
from ui.typed_signal import TypedSignal, signal
from ui.widgets.room.word_cells import WordCells, give, mark_bare
from workstation.profile.debtor import masked

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
_PADDING = 20  # pixels of a cell around its words
_MEASURED, _LEAST_WORDS, _ROWS_WANTED = 300, (64, 96), 2  # so many rows of words are measured; least of words, names
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_FIGURES = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class ColumnSpec(Generic[Row]):
    """How one fact of a row is shown.

    ``text`` makes the words; ``order`` the value to sort by (default: the words). ``width`` in pixels, 0 takes what is left.
    ``group``: rows are sorted within their groups only; the groups keep their own order, whichever way the rows are sorted.
    ``tip`` is said at the head; a column of figures that has one also tells a whole cell that may not fit.
    ``whole`` columns are never cut, as no ``figure`` is, nor cells of words that ``uncut`` names; words give way.
    ``struck`` rows are struck through; ``more`` is said below the tip of a cell.
    ``private`` columns are masked in privacy mode, all but ``keep`` first and last characters.
    """

    title: str
    text: Callable[[Row], str]
    width: int = 0
    figure: bool = False
    bold: bool = False
    order: Callable[[Row], Any] | None = None
    group: Callable[[Row], Any] | None = None
    tip: str = ""
    icon: Callable[[Row], QIcon | None] | None = None
    private: bool = False
    keep: tuple[int, int] = (1, 0)
    whole: bool = False
    uncut: Callable[[Row], bool] | None = None
    struck: Callable[[Row], bool] | None = None
    more: Callable[[Row], str] | None = None


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows of one kind behind Qt's model interface."""

    def __init__(self, columns: Sequence[ColumnSpec[Row]]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: Sequence[Row] = ()
        self.masked = False

    def show(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def mask(self, hidden: bool) -> None:
        """Cover the private columns, or uncover them."""
        self.masked = hidden
        self.layoutChanged.emit()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return self.columns[section].tip or None
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column, row = self.columns[index.column()], self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(column, row)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(column, row) if column.tip or not column.figure else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.FontRole:
                return _font(column, row)
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row) if column.icon else None
        return None

    def _tip(self, column: ColumnSpec[Row], row: Row) -> str:
        return "\n".join(filter(None, (self.text(column, row), column.more(row) if column.more else "")))

    def text(self, column: ColumnSpec[Row], row: Row) -> str:
        """What stands in a cell at this moment."""
        text = column.text(row)
        return masked(text, *column.keep) if self.masked and column.private and text else text

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.columns):
            return
        sorted_by, group = self.columns[column], self.columns[column].group
        key = sorted_by.order or sorted_by.text
        self.layoutAboutToBeChanged.emit()
        down = order == Qt.SortOrder.DescendingOrder
        rows = sorted(self.rows, key=lambda row: sortable(key(row)), reverse=down)
        self.rows = tuple(sorted(rows, key=lambda row: sortable(group(row))) if group else rows)
        self.layoutChanged.emit()


def _font(column: ColumnSpec[Row], row: Row) -> QFont | None:
    """The font of a cell where it differs from the table's."""
    struck = column.struck is not None and column.struck(row)
    if not (column.bold or struck):
        return None
    made = font(bold=column.bold)
    made.setStrikeOut(struck)
    return made


def sortable(value: Any) -> tuple[bool, Any]:
    """Rows without a value come first, whatever the type of the others."""
    return (False, 0) if value is None else (True, value)


def _alignment(column: ColumnSpec[Any]) -> Qt.AlignmentFlag:
    return _FIGURES if column.figure else _WORDS


class Table(QTableView, Generic[Row]):
    """A view on a `TableModel`: whole rows, no grid, 30-px lines; Enter or a double click opens a row."""

    opened: TypedSignal[Row] = signal(1)
    picked: TypedSignal[Row | None] = signal(1)

    def __init__(
        self,
        columns: Sequence[ColumnSpec[Row]],
        *,
        sortable: bool = False,
        line: int = 30,
        privacy: Privacy | None = None,
        empty: str = "",
        content: TableModel[Row] | None = None,
    ) -> None:
        """``empty`` is said where there are no rows: what to do so that there are some. ``content``: a model of these columns."""
        super().__init__()
        self.content: TableModel[Row] = content or TableModel(columns)
        if privacy is not None:
            privacy.changed.connect(self.content.mask)
            self.content.mask(privacy.hidden)
        elif any(column.private for column in columns):
            raise RuntimeError("a table with private columns needs to know when to cover them")
        self.setModel(self.content)
        mark_bare(self)
        self.say_instead(empty)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(line)
        self._needs = self._wanted_widths(())
        self._set_columns(sortable)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)

    def _set_columns(self, sortable: bool) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(24)
        header.setFont(QFont(self.font()))
        words = WordCells(self)
        for number, column in enumerate(self.content.columns):
            stretch = QHeaderView.ResizeMode.Fixed if column.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(number, stretch)
            if column.width:
                self.setColumnWidth(number, column.width)
            if not (column.figure or column.whole):
                self.setItemDelegateForColumn(number, words)
        if sortable:
            header.setSortIndicatorShown(True)
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            self.setSortingEnabled(True)

    def say_instead(self, empty: str) -> None:
        """Say another sentence where there are no rows."""
        self.empty = empty
        self.setAccessibleDescription(empty)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty and not self.content.rows:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            words = self.viewport().rect().adjusted(_PADDING, 0, -_PADDING, 0)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty)

    def sizeHint(self) -> QSize:
        """Some rows: it takes what is left, and asks for no more where a page has to be scrolled."""
        rows = self.verticalHeader().defaultSectionSize() * _ROWS_WANTED
        return QSize(super().sizeHint().width(), self.horizontalHeader().sizeHint().height() + rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Columns as wide as they say, wider for long cells, narrower where there is no room; hidden ones take none."""
        seen, room = [at for at in range(len(self._needs)) if not self.isColumnHidden(at)], self.viewport().width()
        widths = fitted([self._needs[at] for at in seen], room)
        fits = sum(widths) <= room
        bars = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(bars.ScrollBarAlwaysOff if fits else bars.ScrollBarAsNeeded)
        last = max((at for at in seen if fits and not self._needs[at].width), default=-1)
        for number, width in zip(seen, widths, strict=True):
            give(self, number, 0 if number == last else width)

    def measure(self, rows: Sequence[Row], *, also: bool = False) -> None:
        """Fit the columns that are seen to their cells in some rows, the longest among them; ``also``: beside those before."""
        needs = self._wanted_widths(rows)
        self._needs = [one.grown(before) for one, before in zip(needs, self._needs, strict=True)] if also else needs
        self._fit()

    def _wanted_widths(self, rows: Sequence[Row]) -> list[Wanted]:
        heads, plain, bold = (QFontMetrics(one) for one in (self.horizontalHeader().font(), font(), font(bold=True)))
        made = []
        for number, column in enumerate(self.content.columns):
            seen, head = () if self.isColumnHidden(number) else rows, heads.horizontalAdvance(column.title) + _PADDING
            made.append(self._wanted(column, seen, bold if column.bold else plain, head))
        return made

    def _wanted(self, column: ColumnSpec[Row], rows: Sequence[Row], metrics: QFontMetrics, head: int) -> Wanted:
        whole = column.figure or column.whole
        texts = [self.content.text(column, row) for row in (rows if whole else rows[:_MEASURED])]
        longest = max(head, widest(texts, metrics) + _PADDING) + (self.iconSize().width() if column.icon else 0)
        if whole:
            return Wanted(column.width, longest, longest if texts else 0)
        uncut = [self.content.text(column, row) for row in rows if column.uncut and column.uncut(row)]
        least = max(head, _LEAST_WORDS[column.private] if column.width else 0, widest(uncut, metrics) + _PADDING)
        return Wanted(max(column.width, head) if column.width else 0, min(least, longest) if texts else least, longest)

    def show_rows(self, rows: Sequence[Row], selected: Callable[[Row], bool] | None = None) -> None:
        """Replace the rows; keep the order of the header and select the first row that ``selected`` accepts."""
        self.content.show(rows)
        self.measure(self.content.rows)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self.content.rows else Qt.FocusPolicy.NoFocus)
        header = self.horizontalHeader()
        if self.isSortingEnabled() and header.sortIndicatorSection() >= 0:
            self.content.sort(header.sortIndicatorSection(), header.sortIndicatorOrder())
        if selected is not None:
            self.select(selected)

    def select(self, wanted: Callable[[Row], bool]) -> None:
        """Select the first row of that kind, if there is one."""
        at = next((number for number, row in enumerate(self.content.rows) if wanted(row)), None)
        if at is not None:
            self.selectRow(at)

    def current(self) -> Row | None:
        """The selected row."""
        number = self.currentIndex().row()
        return self.content.rows[number] if 0 <= number < len(self.content.rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        self._open() if entered else super().keyPressEvent(event)

    def _on_row_changed(self, now: _Index) -> None:
        single = self.selectionMode() == QAbstractItemView.SelectionMode.SingleSelection
        if single and now.isValid() and not self.selectionModel().hasSelection():
            self.selectRow(now.row())  # the first, which Qt leaves unmarked where Tab comes to the list
        self.picked.emit(self.current())

    def _open(self, *_: object) -> None:
        if (row := self.current()) is not None:
            self.opened.emit(row)
