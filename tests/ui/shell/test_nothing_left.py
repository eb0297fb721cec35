"""What a window made is gone with it: what no page holds would stay for good, and weigh on every widget made after it."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from PySide6.QtCore import QEvent, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from tests.actions.whole_case import whole_case
from tests.ui.driver import Answers, Driver, Tray, window_at
from tests.ui.layout.tour import PLACES
from tests.ui.staff import staffed_desk
from ui.shell.case_pages import PAGES
from workstation.actions import cases
from workstation.actions.desk import Desk


def test_no_widget_and_no_translator_outlives_its_window(qtbot, qapp, tmp_path: Path) -> None:
    before = set(QApplication.topLevelWidgets())
    every_page(qapp, tmp_path)
    gc.collect()
    assert [type(one).__name__ for one in set(QApplication.topLevelWidgets()) - before] == []
    assert qapp.findChildren(QTranslator) == []


def test_nothing_of_a_workbench_that_is_gone_hears_what_happens(driver: Driver, desk: Desk, tmp_path: Path) -> None:
    """Another language builds a new one at the same desk; what hears by a closure lives on without its widgets."""
    window, case_id = driver.window, whole_case(desk, tmp_path)
    turn_to_all(driver, case_id)
    window._on_look_changed("en")
    window._on_look_changed("zh-Hans")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.context.privacy.toggle()
    window.context.privacy.toggle()
    assert window.session is not None
    window.session.day_changed.emit()
    window.session.drafts.changed.emit()
    window.session.others_changed.emit()
    window.session.run(cases.new_case, "李四")


def test_the_pages_of_a_case_that_is_left_are_gone(driver: Driver, desk: Desk, tmp_path: Path) -> None:
    turn_to_all(driver, whole_case(desk, tmp_path))
    parts = [one for page in driver.case.pages.values() for one in (page, *page.findChildren(QWidget))]
    left = {type(one).__name__: weakref.ref(one) for one in parts if type(one).__module__.startswith("ui.")}
    assert len(left) > 40
    del parts
    driver.workbench.open_case(desk.run(cases.new_case, "李四"))
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert sorted(name for name, held in left.items() if held() is not None) == []


def turn_to_all(driver: Driver, case_id: str) -> None:
    """Every page of the desk, then every page of a case and the pages about it."""
    for place in (*PLACES, "take_in", "check_packet", "grants", "restore_case"):
        driver.workbench.open_page(place)
    driver.workbench.open_case(case_id)
    for name in ("hand_over", "timeline", "contacts"):
        driver.workbench.open_of_case(name)
    driver.workbench.open_case(case_id)
    for page in PAGES:
        driver.case.turn_to(page)


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
