"""Bars of a report: as long as their figures, never thinner than can be seen, and a click tells the line."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.look.theme import load_theme
from ui.widgets.charts.stacked_bars import MOST, Bar, StackedBars

LEGEND = ("恶化", "不变", "结清")


def bar(name: str, *sizes: int) -> Bar:
    return Bar(name, sizes, tuple(map(str, sizes)), str(sum(sizes)), f"{name}: {sizes}")


@pytest.fixture
def chart(qtbot) -> StackedBars:
    made = StackedBars(load_theme("light"))
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show_bars(LEGEND, [bar("M1", 40, 50, 10), bar("M2", 0, 25, 25), bar("M6+", 0, 0, 1)])
    made.show()
    return made


def test_lengths_are_the_figures(chart) -> None:
    longest, half, least = (chart.parts(number) for number in range(3))
    whole = sum(part.width() for part in longest)
    assert longest[0].width() == pytest.approx(whole * 0.4) and half[1].width() == pytest.approx(whole / 4)
    assert not half[0].width() and least[2].width() >= 3
    assert longest[0].right() == longest[1].left() and longest[2].right() <= chart.width()


def test_a_click_tells_the_line(chart, qtbot) -> None:
    for number in range(3):
        middle = chart.parts(number)[2].center().toPoint()
        with qtbot.waitSignal(chart.picked) as picked:
            QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=middle)
        assert picked.args == [number]
    with qtbot.assertNotEmitted(chart.picked):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))  # the legend
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(5, chart.height() - 1))


def test_it_is_said_and_drawn(chart) -> None:
    assert chart.accessibleName().startswith("M1: ")
    picture = chart.grab().toImage()
    colours = {picture.pixelColor(part.center().toPoint()).name() for part in chart.parts(1) if part.width()}
    theme = load_theme("light")
    box = chart.parts(0)[0]
    assert picture.pixelColor(int(box.left()) + 4, int(box.top()) + 4).name() == theme.color("accent").name()
    assert len(colours) == 2


def test_only_so_many_bars_and_none(chart) -> None:
    chart.show_bars(("",), [bar(f"银行 {at}", at) for at in range(20)])
    assert len(chart.bars) == MOST and chart.sizeHint().height() == MOST * 24
    chart.show_bars(LEGEND, [])
    assert chart.sizeHint().height() == 0 and chart.accessibleName() == ""
    chart.grab()


def test_nothing_but_noughts(chart) -> None:
    chart.show_bars(LEGEND, [bar("M1", 0, 0, 0)])
    assert [part.width() for part in chart.parts(0)] == [0, 0, 0]
    chart.grab()


def test_colours_follow_the_meaning(chart) -> None:
    chart.show_bars(LEGEND, [bar("M1", 40, 50, 10)], ("bad", "edge", "good"))
    picture, theme = chart.grab().toImage(), load_theme("light")
    for box, token in zip(chart.parts(0), ("bad", "edge", "good"), strict=True):
        assert picture.pixelColor(int(box.left()) + 4, int(box.top()) + 4).name() == theme.color(token).name()
