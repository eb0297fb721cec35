"""How small the window may be, fractions of a pixel, and what the judge of a layout finds; `test_every_view` has it judge all."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.prove import how_many
from tests.ui.layout.faults import faults
from tests.ui.layout.judged import LOGICAL
from tests.ui.layout.tour import prepared, settle, stretched, views
from ui.shell.main_window import MainWindow
from ui.widgets.parts import Elided, label, row
from ui.widgets.room.page_area import PageArea
from workstation.actions.desk import Desk

pytestmark = [pytest.mark.prove, pytest.mark.timeout(3000)]


def test_the_smallest_window_is_no_larger_than_it_must_be(window) -> None:
    assert window.minimumWidth() <= 640 and window.minimumHeight() <= 400
    assert (640, 400) in LOGICAL


@pytest.mark.parametrize("factor", ["1.25"] if how_many(0, 1) == 0 else ["1", "1.25", "1.5", "1.75", "2"])
def test_fractions_of_a_pixel_cut_nothing(factor) -> None:
    """Scaled screens measure text otherwise; the scale belongs to a process."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "scaled", __file__]
    told = subprocess.run(
        command, env=os.environ | {"QT_SCALE_FACTOR": factor, "CONCORD_SCALED": "1"}, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stdout[-3000:]


@pytest.mark.skipif("CONCORD_SCALED" not in os.environ, reason="run by the test above, in a process at its own scale")
def test_scaled(typefaces: None, window: MainWindow, desk: Desk) -> None:
    first, second = prepared(desk)
    window.open_desk(desk, "zh-Hans")
    sizes = LOGICAL if how_many(0, 1) else [(960, 600)]
    found = []
    for number, view in enumerate(views(window, first, second)):
        for size in sizes if number % how_many(3, 1) == 0 else ():
            window.resize(QSize(*size))
            settle(window)
            found += [f"{fault}: {view}" for fault in faults(window)]
    assert found == []


class TestTheJudge:
    """What it must find, and what it must let pass."""

    def kinds(self, qtbot, made, width: int, height: int) -> set[str]:
        qtbot.addWidget(made)
        made.resize(width, height)
        made.show()
        QApplication.processEvents()
        return {fault.partition(":")[0] for fault in faults(made)}

    def holder(self, *parts):
        from PySide6.QtWidgets import QWidget

        made = QWidget()
        for number, (part, place) in enumerate(parts):
            part.setParent(made)
            part.setGeometry(*place)
            part.setObjectName(str(number))
        return made

    def test_a_label_that_is_cut(self, qtbot) -> None:
        assert "figure cut" in self.kinds(qtbot, self.holder((label("¥ 51,170.40"), (0, 0, 40, 20))), 300, 40)
        assert self.kinds(qtbot, self.holder((label("¥ 51,170.40"), (0, 0, 140, 20))), 300, 40) == set()

    def test_two_on_top_of_each_other(self, qtbot) -> None:
        both = (label("one"), (0, 0, 80, 20)), (label("two"), (40, 0, 80, 20))
        assert self.kinds(qtbot, self.holder(*both), 300, 40) == {"overlapping"}

    def test_a_part_beyond_the_edge(self, qtbot) -> None:
        assert "beyond" in self.kinds(qtbot, self.holder((label("one"), (280, 0, 80, 20))), 300, 40)

    def test_a_squashed_part(self, qtbot) -> None:
        squashed = label("one")
        squashed.setMinimumWidth(10)
        made = self.holder((squashed, (0, 0, 60, 20)))
        made.setLayout(row(label("a long sentence that has its room"), label("another")))
        made.setFixedWidth(60)
        assert "squashed" in self.kinds(qtbot, made, 60, 40)

    def test_words_may_end_but_no_figure(self, qtbot) -> None:
        words = Elided("本账户可用 ¥ 1,204.59，其余按比例分配")
        holder = self.holder((words, (0, 0, 90, 20)))
        assert self.kinds(qtbot, holder, 300, 40) == set()
        words.setText("本账户可用 ¥ 1,2…")
        assert {fault.partition(":")[0] for fault in faults(words.window())} == {"figure cut"}

    def test_a_page_that_scrolls_both_ways(self, qtbot) -> None:
        page = label("")
        page.setMinimumSize(900, 900)
        assert "scrolls both ways" in self.kinds(qtbot, PageArea(page), 300, 300)
        assert self.kinds(qtbot, PageArea(label("")), 300, 300) == set()

    def test_stretched_words_are_two_fifths_longer(self) -> None:
        assert len(stretched("Save this version of the plan")) >= 1.35 * len("Save this version of the plan")
        assert stretched("{count} missing").startswith("{count} missing ") and stretched("  1 ") == "  1 "
