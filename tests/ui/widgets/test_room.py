"""Lines break where they are too narrow, tabs go into a menu, pages scroll one way: nothing is cut or squashed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QWidget

from ui.widgets.parts import button, column
from ui.widgets.room.flow import Flow, _shared, flow
from ui.widgets.room.page_area import PageArea
from ui.widgets.room.page_stack import PageStack
from ui.widgets.room.tab_row import TabRow


def sized(width: int, height: int = 20) -> QWidget:
    made = QWidget()
    made.setMinimumSize(width, height)
    return made


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 5)), min_size=1, max_size=8), st.integers(0, 900))
def test_shares_give_all_there_is_and_nobody_less_than_the_least(parts, room) -> None:
    least, shares = [one for one, _ in parts], [share for _, share in parts]
    widths = _shared(least, shares, room)
    assert all(width >= low for width, low in zip(widths, least, strict=True))
    if sum(least) <= room and any(shares):
        assert sum(widths) == room


@pytest.mark.parametrize("width", [120, 200, 333, 500, 900])
def test_a_line_breaks_and_keeps_every_least_width(qtbot, width) -> None:
    holder, parts = QWidget(), [sized(100) for _ in range(5)]
    qtbot.addWidget(holder)
    made = Flow(8, 6).line(*((part, 1) for part in parts))
    holder.setLayout(made)
    holder.resize(width, made.heightForWidth(width))
    holder.show()
    for number, part in enumerate(parts):
        assert part.width() >= 100 and holder.rect().contains(part.geometry())
        assert not any(part.geometry().intersects(other.geometry()) for other in parts[:number])
    assert (parts[-1].y() == 0) is (width >= 5 * 100 + 4 * 8)


def test_a_stretch_pushes_what_follows_to_the_right(qtbot) -> None:
    holder, first, last = QWidget(), sized(50), sized(60)
    qtbot.addWidget(holder)
    holder.setLayout(flow(first, -1, last))
    holder.resize(300, 30)
    holder.show()
    assert last.geometry().right() == 299 and first.x() == 0
    first.hide()
    assert holder.minimumSizeHint() == QSize(60, 20)


def test_tabs_without_room_stand_in_the_menu(qtbot) -> None:
    clicked: list[str] = []
    tabs = [button(f"Tab number {number}", "tab") for number in range(6)]
    tabs[4].clicked.connect(lambda: clicked.append("4"))
    for tab in tabs:
        tab.setCheckable(True)
    made = TabRow(tabs)
    qtbot.addWidget(made)
    tabs[5].setChecked(True)
    made.resize(made.whole_width, 40)
    made.show()
    assert all(tab.isVisible() for tab in tabs) and not made.more.isVisible()
    made.resize(made.whole_width * 2 // 3, 40)
    assert tabs[0].isVisible() and tabs[5].isVisible(), "the one that is open is always in sight"
    assert not tabs[4].isVisible() and made.more.isVisible()
    made.more.click()
    (menu,) = made.findChildren(QMenu)
    menu.actions()[-1].trigger()
    assert clicked == ["4"]


def test_a_low_window_scrolls_its_page_down_only(qtbot) -> None:
    page = QWidget()
    page.setLayout(column(*(sized(150, 100) for _ in range(5)), gap=0))
    area = PageArea(page)
    qtbot.addWidget(area)
    area.resize(400, 600)
    area.show()
    QApplication.processEvents()
    assert page.size() == QSize(400, 600) and area.verticalScrollBar().maximum() == 0
    area.resize(400, 200)
    QApplication.processEvents()
    assert page.height() == 500 and page.width() == area.viewport().width() < 400
    assert area.horizontalScrollBar().maximum() == 0 < area.verticalScrollBar().maximum()


def test_a_page_that_waits_asks_for_no_room(qtbot) -> None:
    stack = PageStack()
    small: QWidget = QPushButton("small")
    large: QWidget = QLabel("large")
    large.setMinimumSize(900, 900)
    qtbot.addWidget(stack)
    for page in (small, large):
        stack.addWidget(page)
    assert stack.currentWidget() is small and stack.minimumSizeHint().height() < 100
    stack.setCurrentIndex(1)
    assert stack.currentWidget() is large and stack.minimumSizeHint().height() == 900


def test_a_page_that_was_made_large_is_laid_out_for_the_room_there_is_alone(qtbot) -> None:
    """No bars at its first sight, which Qt would show for the size that it was made with."""
    stack, asked = PageStack(), set[int]()

    class Asked(Flow):
        def setGeometry(self, rect: QRect) -> None:
            asked.add(rect.width())
            super().setGeometry(rect)

    qtbot.addWidget(stack)
    stack.take(QWidget())
    stack.resize(400, 300)
    stack.show()
    page = QWidget()
    page.setLayout(Asked().line(*((sized(150, 60), 1) for _ in range(7))))
    stack.take(page)
    asked.clear()
    stack.setCurrentWidget(page)
    QApplication.processEvents()
    assert asked == {400} and page.size() == QSize(400, 300)


def test_a_page_that_turns_out_too_high_has_its_bar(qtbot) -> None:
    stack, page = PageStack(), column(sized(100, 900))
    held = QWidget()
    held.setLayout(page)
    qtbot.addWidget(stack)
    stack.take(held)
    stack.resize(400, 300)
    stack.show()
    QApplication.processEvents()
    area = held.parentWidget().parentWidget()
    assert isinstance(area, PageArea) and area.verticalScrollBar().isVisible()
    assert held.width() == area.viewport().width() < 400 and held.height() >= 900
    stack.resize(400, 950)
    QApplication.processEvents()
    assert not area.verticalScrollBar().isVisible() and held.size() == QSize(400, 950)


def test_a_page_that_is_turned_to_again_stands_where_it_was_scrolled_to(qtbot) -> None:
    """Also where the window was made larger or smaller meanwhile."""
    stack, held = PageStack(), QWidget()
    held.setLayout(column(sized(100, 900)))
    qtbot.addWidget(stack)
    stack.take(held)
    stack.addWidget(other := QWidget())
    stack.resize(400, 300)
    stack.show()
    QApplication.processEvents()
    area = held.parentWidget().parentWidget()
    assert isinstance(area, PageArea)
    area.verticalScrollBar().setValue(500)
    stack.setCurrentWidget(other)
    stack.resize(420, 320)
    stack.setCurrentWidget(held)
    QApplication.processEvents()
    assert area.verticalScrollBar().value() == 500
