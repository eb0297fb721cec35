"""What a window made is gone with it: what no page holds would stay for good, and weigh on every widget made after it."""

from __future__ import annotations

import gc
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from tests.ui.driver import Answers, Tray, window_at
from tests.ui.layout.tour import PLACES
from tests.ui.staff import staffed_desk
from ui.shell.case_pages import PAGES


def test_no_widget_and_no_translator_outlives_its_window(qtbot, qapp, tmp_path: Path) -> None:
    before = set(QApplication.topLevelWidgets())
    every_page(qapp, tmp_path)
    gc.collect()
    assert [type(one).__name__ for one in set(QApplication.topLevelWidgets()) - before] == []
    assert qapp.findChildren(QTranslator) == []


def every_page(app: QApplication, home: Path) -> None:
    """Open a window, turn to every page of a desk and of a case, and close it; nothing of this holds the window afterwards."""
    with window_at(app, home, Answers(), Tray()) as window:
        window.open_desk(staffed_desk(home / "desk"))
        assert window.workbench is not None
        for place in PLACES:
            window.workbench.open_page(place)
        window.workbench.cases.name.setText("欧阳·阿依古丽")
        window.workbench.cases.new_button.click()
        for page in PAGES:
            window.workbench.case.turn_to(page)
