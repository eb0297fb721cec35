"""The way of the Tab key: line by line as the layouts stand, whatever was made later; Qt goes by the order of making."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QGridLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from ui.widgets.editors import ChoiceEdit
from ui.widgets.field import Field
from ui.widgets.parts import LEADS_BACK
from ui.widgets.phone_edit import PhoneEdit
from ui.widgets.room.page_stack import PageStack
from ui.widgets.scrolled import keep_in_sight

HAS_STOPS: Final = "has_stops"
"""The property of a widget that takes keys and has buttons beside."""
_ON, _BACK = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason


def stops(root: QWidget) -> Iterator[QWidget]:
    """What takes the cursor by Tab, in the order in which it is read."""
    if not root.isVisible() or not root.isEnabled():
        return
    takes = bool(root.focusPolicy() & Qt.FocusPolicy.TabFocus) and root.focusProxy() is None
    if takes:
        yield root
    if not takes or _has_stops(root):  # what takes the cursor has its own way about its parts
        for part in _parts(root):
            yield from stops(part)


def step(root: QWidget, *, on: bool) -> bool:
    """Move the cursor to the next stop, or the one before, round and round; False where there is none to go from."""
    focus = QApplication.focusWidget()
    if focus is None or not focus.isVisible() or not focus.isEnabled():
        return False  # no stop any more: the whole window need not be gone through for that
    way, order = stops(root), list[QWidget]()
    for one in way:  # no further than to where the cursor is
        order.append(one)
        if _holds(one, focus):
            break
    else:
        return False
    if on:
        next(way, order[0]).setFocus(_ON)
    else:
        (order[:-1] or [*order, *way])[-1].setFocus(_BACK)
    return True


def stay_near(lost: QWidget | None) -> bool:
    """Keep the cursor where it was about to be lost; False where nothing around takes it.

    Something that only waits, as a button whose work is under way, has it back once it can be used again, unless the cursor went
    elsewhere meanwhile: until then it rests on the page, where Enter does nothing. From what is gone it goes to the nearest field
    or list, or whatever Tab reaches first around.
    """
    if lost is None:
        return False
    if lost.isVisible() and not lost.isEnabled():
        return _Return(lost).wait()
    around = lost.parentWidget()
    while around is not None and not isinstance(around, PageStack):  # where a page is turned, `bring` knows better
        near = (one for one in stops(around) if not _leads_back(one))
        if (begun := next(near, None)) is not None:
            wanted = (one for one in (begun, *near) if not isinstance(one, QAbstractButton))
            next(wanted, begun).setFocus()
            return True
        around = around.parentWidget()
    return False


def begin(page: QWidget) -> bool:
    """Put the cursor into the first field of a page that is empty; False where there is none, and nothing moves."""
    for stop in stops(page):
        field = _field_of(stop)
        if field is not None and _is_empty(field.editor):
            field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
            keep_in_sight(field.editor)
            return True
    return False


def bring(page: QWidget, last: QWidget | None, start: Callable[[], bool] | None = None) -> None:
    """Put the cursor into a page that was turned to: where it was, or where work begins, and never onto the way out.

    ``last``: what had it on the page, as it was before the turn; a button among them is taken where nothing else is to be done.
    """
    back = last if last is not None and page.isAncestorOf(last) and last.isVisible() and last.isEnabled() else None
    if back is not None and not isinstance(back, QAbstractButton):
        back.setFocus()
    elif not (start() if start is not None else begin(page)):
        now = back or QApplication.focusWidget()
        if now is None or not page.isAncestorOf(now) or _leads_back(now):
            now = first(page)
        now.setFocus()


def first(page: QWidget) -> QWidget:
    """What Tab reaches first on a page, but for the way out of it."""
    return next((one for one in stops(page) if not _leads_back(one)), page)


def enter(frame: QWidget, page: QWidget) -> None:
    """Put the cursor into the first empty field of what was turned to in a frame, else keep it within the frame."""
    if frame.isVisible() and not begin(page):
        hold(frame, page)


def hold(frame: QWidget, page: QWidget) -> None:
    """Put the cursor into a page where it is not within the frame: what it was in is hidden, and Qt would leave it outside."""
    if not holds_cursor(frame):
        first(page).setFocus()


def holds_cursor(frame: QWidget) -> bool:
    """Whether the cursor is in a part of it."""
    focus = QApplication.focusWidget()
    return focus is not None and frame.isAncestorOf(focus)


def tell_as_read(widget: QWidget) -> None:
    """Have a screen reader go through the parts of a widget as they are read; by itself Qt goes by the order of making."""
    for part in tuple(_parts(widget)):
        part.raise_()


def _leads_back(one: QWidget) -> bool:
    return bool(one.property(LEADS_BACK))


def _field_of(stop: QWidget) -> Field | None:
    above: QWidget | None = stop
    while above is not None and not isinstance(above, Field):
        above = above.parentWidget()
    return above


def _is_empty(editor: object) -> bool:
    match editor:
        case QLineEdit():
            return not editor.isReadOnly() and not editor.text()
        case QPlainTextEdit():
            return not editor.isReadOnly() and not editor.toPlainText()
        case PhoneEdit():
            return _is_empty(editor.number)
        case ChoiceEdit():
            return editor.isEnabled() and not editor.raw()
    return False


def _holds(stop: QWidget, focus: QWidget) -> bool:
    return stop is focus or (stop.isAncestorOf(focus) and not _has_stops(stop))


def _has_stops(widget: QWidget) -> bool:
    """Whether the way of Tab goes on to the parts of what takes the cursor itself."""
    return isinstance(widget, QScrollArea) or bool(widget.property(HAS_STOPS))


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """The children of a widget: those that are laid out as they stand, then what lies over them."""
    if isinstance(widget, QScrollArea):
        if (held := widget.widget()) is not None:
            yield held
        return
    if isinstance(widget, QLineEdit | QAbstractButton | QLabel):
        return  # theirs are Qt's own
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    placed = dict.fromkeys(_laid_out(widget.layout(), children))
    yield from placed
    for child in children:
        if child not in placed and not child.isWindow():
            yield child


def _laid_out(layout: QLayout | None, children: Sequence[QWidget]) -> Iterator[QWidget]:
    """What a layout holds of ``children``, as it stands.

    No item is asked for: Qt deletes it with its widget, while PySide keeps it and takes the next event at its address for it.
    """
    if layout is None:
        return
    inside: list[tuple[int, QWidget | QLayout]]
    held = [one for one in layout.children() if isinstance(one, QLayout)]
    inside = [(at, one) for one in children if (at := layout.indexOf(one)) >= 0]
    inside += [(at, one) for one in held if (at := layout.indexOf(one)) >= 0]
    if isinstance(layout, QGridLayout):
        inside.sort(key=lambda place: layout.getItemPosition(place[0])[:2])  # type: ignore[index]  # four numbers
    else:
        inside.sort(key=lambda place: place[0])
    direct = {one for _, one in inside}
    elsewhere = [one for one in children if one not in direct] if held else []
    for _, one in inside:
        if isinstance(one, QLayout):
            yield from _laid_out(one, elsewhere)
        else:
            yield one


class _Return(QObject):
    """Gives the cursor back to something that waits, once it can be used again."""

    def __init__(self, lost: QWidget) -> None:
        super().__init__(lost)
        self._lost = lost
        self._rest: QWidget | None = None
        lost.installEventFilter(self)

    def wait(self) -> bool:
        """Rest the cursor on what is scrolled around it; False where nothing is."""
        around = self._lost.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        self._rest = around.widget() if isinstance(around, QScrollArea) else None
        if self._rest is None:
            self.deleteLater()
            return False
        self._rest.setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.EnabledChange and self._lost.isEnabled():
            if self._rest is not None and QApplication.focusWidget() is self._rest:
                self._lost.setFocus()
            self._lost.removeEventFilter(self)
            self.deleteLater()
        return False
