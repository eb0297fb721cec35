"""Lines of parts that break where they are too narrow: each part keeps its least width, and none is ever cut or squashed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSpacerItem, QWidget, QWidgetItem

Part = QWidget | QLayout | int
"""A part; a negative number is a stretch of that weight between parts that take what they like."""
_UNBROKEN = 1 << 20


@dataclass(slots=True)
class _Place:
    item: QLayoutItem
    share: int
    """Of what is left in its line; 0: as wide as it likes to be."""
    _least: QSize | None = None
    _hint: QSize | None = None

    def least(self) -> QSize:
        """The least size of the part."""
        if self._least is None:
            self._least = self.item.minimumSize()
        return self._least

    def hint(self) -> QSize:
        """The size that the part likes to have."""
        if self._hint is None:
            self._hint = self.item.sizeHint()
        return self._hint

    def forget(self) -> None:
        """Ask the part again next time."""
        self._least = self._hint = None


@dataclass(frozen=True, slots=True)
class _Row:
    """Parts beside each other at some width of the whole, with the width of each."""

    parts: Sequence[_Place]
    widths: Sequence[int]
    high: int


class Flow(QLayout):
    """Lines under each other. What has no room in its line begins another one under it."""

    def __init__(self, gap: int = 12, line_gap: int = 9) -> None:
        self._gap, self._line_gap = gap, line_gap
        self._lines: list[list[_Place]] = []
        self._made: dict[int, list[_Row]] = {}
        self._sizes: dict[str, QSize] = {}
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)

    def line(self, *parts: tuple[Part, int]) -> Flow:
        """One more line, of parts with their shares; answers the layout."""
        self._lines.append([])
        for part, share in parts:
            self._lines[-1].append(_Place(self._item(part), share))
        self.invalidate()
        return self

    def _item(self, part: Part) -> QLayoutItem:
        if isinstance(part, QWidget):
            self.addChildWidget(part)
            return QWidgetItem(part)
        if isinstance(part, QLayout):
            self.addChildLayout(part)
            return part
        return QSpacerItem(0, 0)

    def setStretch(self, index: int, share: int) -> None:
        """Give a part its share of what is left, by its number, as a box does."""
        [place for line in self._lines for place in line][index].share = share
        self.invalidate()

    def let_go(self) -> None:
        """Forget every line; the parts stay with whoever made them."""
        self._lines = []
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._lines.append([_Place(item, 1)])

    def count(self) -> int:
        return sum(len(line) for line in self._lines)

    def itemAt(self, index: int) -> QLayoutItem | None:
        places = [place for line in self._lines for place in line]
        return places[index].item if 0 <= index < len(places) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        for line in self._lines:
            if index < len(line):
                return line.pop(index).item
            index -= len(line)
        return None

    def invalidate(self) -> None:
        """Forget what was reckoned; Qt asks for sizes over and over between two changes."""
        self._made.clear()
        self._sizes.clear()
        for line in self._lines:
            for place in line:
                place.forget()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return sum(row.high for row in rows) + self._line_gap * max(0, len(rows) - 1)

    def minimumHeightForWidth(self, width: int) -> int:
        return self.heightForWidth(width)

    def minimumSize(self) -> QSize:
        """As narrow as its widest part, as low as its unbroken lines; `heightForWidth` says what it takes where they break."""
        if "least" not in self._sizes:
            wide = max((_least(place) for line in self._lines for place in line if _seen(place)), default=0)
            self._sizes["least"] = QSize(wide, self.heightForWidth(_UNBROKEN))
        return QSize(self._sizes["least"])

    def sizeHint(self) -> QSize:
        if "hint" not in self._sizes:
            wide = max((sum(max(_least(one), one.hint().width()) for one in line) for line in self._lines), default=0)
            self._sizes["hint"] = QSize(wide, self.heightForWidth(_UNBROKEN))
        return QSize(self._sizes["hint"])

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for row in self._rows(rect.width()):
            left = rect.left()
            for one, wide in zip(row.parts, row.widths, strict=True):
                one.item.setGeometry(self._box(one, QPoint(left, top), QSize(wide, row.high)))
                left += wide + (0 if one.share < 0 else self._gap)
            top += row.high + self._line_gap

    def _box(self, one: _Place, at: QPoint, size: QSize) -> QRect:
        """Single controls stand in the middle of their line, forms at its top."""
        hint = one.hint().height()
        if one.share == 0 and hint < size.height():
            at = at + QPoint(0, (size.height() - hint) // 2)
            size = QSize(size.width(), hint)
        return QRect(at, size)

    def _rows(self, width: int) -> list[_Row]:
        if width not in self._made:
            broken = [part for line in self._lines for part in _break(line, width, self._gap)]
            self._made[width] = [_row(line, width, self._gap) for line in broken]
        return self._made[width]


def _row(line: Sequence[_Place], width: int, gap: int) -> _Row:
    widths = _widths(line, width, gap)
    high = max((_high(one, wide) for one, wide in zip(line, widths, strict=True)), default=0)
    return _Row(line, widths, high)


def _break(line: list[_Place], width: int, gap: int) -> Iterator[list[_Place]]:
    current: list[_Place] = []
    taken = 0
    for one in line:
        if not _seen(one):
            continue
        wide = _wanted(one)
        if any(other.share >= 0 for other in current) and one.share >= 0 and taken + gap + wide > width:
            yield current
            current, taken = [], 0
        taken += (gap if current and one.share >= 0 else 0) + wide
        current.append(one)
    if current:
        yield current


def _widths(line: Sequence[_Place], width: int, gap: int) -> list[int]:
    """Least widths first; what is left goes by shares, and to nobody below its least."""
    least = [min(_wanted(one), width) for one in line]
    room = max(0, width - gap * max(0, sum(one.share >= 0 for one in line) - 1))
    shares = [one.share if one.share > 0 else 0 for one in line]
    spare = [-one.share if one.share < 0 else 0 for one in line]
    if any(spare):  # a stretch takes all that is left
        shares = spare
    if not any(shares):
        return least
    return _shared(least, shares, room)


def _shared(least: list[int], shares: list[int], room: int) -> list[int]:
    fixed = {at for at, share in enumerate(shares) if share == 0}
    while True:
        left = room - sum(least[at] for at in fixed)
        total = sum(shares[at] for at in range(len(least)) if at not in fixed)
        below = {at for at in range(len(least)) if at not in fixed and left * shares[at] < least[at] * total}
        if not below:
            break
        fixed |= below
    widths, given, before = list(least), 0, 0
    for at in range(len(least)):
        if at not in fixed:
            before += shares[at]
            upto = left * before // total if total else 0
            widths[at] = upto - given
            given = upto
    return widths


def _seen(one: _Place) -> bool:
    return isinstance(one.item, QSpacerItem) or not one.item.isEmpty()


def _least(one: _Place) -> int:
    return one.least().width()


def _wanted(one: _Place) -> int:
    """What a part is not made narrower than within a line."""
    return one.hint().width() if one.share == 0 else _least(one)


def _high(one: _Place, wide: int) -> int:
    item = one.item
    if item.hasHeightForWidth():
        return max(one.least().height(), item.heightForWidth(wide))
    return max(one.least().height(), one.hint().height())


def flow(*parts: Part, gap: int = 8, line_gap: int = 6) -> Flow:
    """Parts in one line as wide as they like to be, which breaks where it must; a negative number is a stretch."""
    made = Flow(gap, line_gap)
    return made.line(*((part, part if isinstance(part, int) else 0) for part in parts))


def shared(*parts: QWidget | QLayout, gap: int = 8, line_gap: int = 6) -> Flow:
    """Fields in one line, all with the same share of it, which breaks where it must."""
    return Flow(gap, line_gap).line(*((part, 1) for part in parts))


def lines(rows: Sequence[Sequence[tuple[Part, int]]], gap: int = 12, line_gap: int = 9) -> Flow:
    """Lines of fields with their shares, as a grid would have them, which break where it must be."""
    made = Flow(gap, line_gap)
    for one in rows:
        made.line(*one)
    return made
