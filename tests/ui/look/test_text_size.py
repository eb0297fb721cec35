"""Text size: what the person chose, on top of what the system says, put on by another window; and the window in its screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from tests.builders import SETTINGS
from tests.ui.driver import Driver
from ui.background import Inline
from ui.look.text_size import SIZES, draw_at
from ui.preferences import Preferences
from ui.shell.drawn_anew import LONGEST_MS, LOOK_MS, HandedOn, Redrawing
from ui.shell.placing import inside, place
from workstation.actions.cases import load_case
from workstation.actions.demo.sample_desk import work_sample_case
from workstation.actions.making import create_desk
from workstation.dates import SystemClock
from workstation.store.keys import Cost

PASSPHRASE = "drei blaue Fische im Teich"
TWICE = {"QT_SCALE_FACTOR": "2"}


@pytest.mark.parametrize(
    ("before", "size", "factor"),
    [({}, 100, None), ({}, 150, "1.5"), ({}, 90, "0.9"), (TWICE, 125, "2.5"), (TWICE, 100, "2")],
)
def test_the_size_is_on_top_of_what_was_said_before(before, size, factor) -> None:
    environment = dict(before)
    draw_at(size, environment)
    assert environment.get("QT_SCALE_FACTOR") == factor
    draw_at(110, environment)  # the process that replaces this one
    draw_at(size, environment)
    assert environment.get("QT_SCALE_FACTOR") == factor


def test_a_factor_that_is_no_number_is_left_alone() -> None:
    environment = {"QT_SCALE_FACTOR": "big"}
    draw_at(150, environment)
    assert environment["QT_SCALE_FACTOR"] == "big"


def test_a_process_begun_at_a_size_is_drawn_at_it() -> None:
    code = (
        "from ui.look.text_size import draw_at; draw_at(150); from ui.app import make_application;"
        " app = make_application([]); print(app.primaryScreen().devicePixelRatio())"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True
    )
    assert told.stdout.strip() == "1.5", told.stderr


def test_the_size_is_chosen_in_the_settings_and_holds_from_the_next_unlock(driver, tmp_path) -> None:
    driver.command("settings")
    form = driver.workbench.settings.form
    assert form.fields["text_size"].editor.raw() == "100"
    driver.pick(form.fields["text_size"].editor, "125")
    driver.click(driver.workbench.settings.save_button)
    assert driver.window.context.preferences.text_size == 125
    assert driver.window.session is not None, "nobody is thrown out"
    driver.click(driver.window._toast.undo)
    assert driver.window.session is None


def test_a_size_nobody_offers_is_the_usual_one(tmp_path) -> None:
    (tmp_path / "window.ini").write_text("[look]\nsize=7000\n")
    assert Preferences(tmp_path / "window.ini").text_size == 100 and 100 in SIZES


rects = st.builds(QRect, st.integers(-9000, 9000), st.integers(-9000, 9000), st.integers(1, 6000), st.integers(1, 6000))
screens = st.builds(
    QRect, st.integers(-4000, 4000), st.integers(-4000, 4000), st.integers(800, 5000), st.integers(500, 3000)
)


@given(rects, screens)
def test_a_window_is_always_inside_its_screen(wanted, available) -> None:
    assert available.contains(inside(wanted, available))


def test_a_window_comes_back_where_it_was_left(window) -> None:
    window.showMaximized()
    window.leave_place()
    window.showNormal()
    place(window, window.context.preferences)
    assert window.isMaximized()
    window.showNormal()
    window.context.preferences.geometry = b""
    place(window, window.context.preferences)
    assert window.screen().availableGeometry().contains(window.geometry())


def test_files_go_to_the_documents_until_another_folder_was_chosen(tmp_path, monkeypatch) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    documents = tmp_path / "Documents"
    monkeypatch.setattr("ui.preferences.QStandardPaths.writableLocation", lambda _: str(documents))
    assert preferences.export_folder != str(documents), "not there yet"
    documents.mkdir()
    assert preferences.export_folder == str(documents)
    preferences.export_folder = str(tmp_path)
    assert preferences.export_folder == str(tmp_path)
    preferences.export_folder = str(tmp_path / "stick that was drawn")
    assert preferences.export_folder == str(documents)


def test_work_under_way_puts_it_off_and_then_the_desk_is_handed_on_whole(driver, monkeypatch) -> None:
    window, desk, edits = driver.window, driver.window.session.desk, driver.window.session.edits
    handed: list[HandedOn] = []
    later: list[bool] = []
    monkeypatch.setattr(Inline, "busy", True)
    waiting = Redrawing(window, handed.append, lambda: later.append(True))
    for _ in range(LONGEST_MS // LOOK_MS):
        assert not later
        waiting.look()
    assert later and not handed and window.session is not None
    monkeypatch.setattr(Inline, "busy", False)
    Redrawing(window, handed.append, lambda: later.append(True)).look()
    [one] = handed
    assert (one.desk is desk, one.edits is edits, len(later)) == (True, True, 1)
    assert window.session is None and desk.listeners == [] and desk.settings.desk_name
    desk.close()


def test_a_size_chosen_in_the_settings_or_at_the_first_start_asks_for_another_window(
    window, desk, answers, qtbot
) -> None:
    asked: list[Callable[[], None]] = []
    window._redraw = asked.append
    window.open_desk(desk)
    assert asked == [], "drawn at the size of the preferences"
    driver = Driver(qtbot, window, answers)
    driver.command("settings")
    driver.pick(driver.workbench.settings.form.fields["text_size"].editor, "110")
    bench = driver.workbench
    driver.click(bench.settings.save_button)
    assert len(asked) == 1 and window.workbench is bench, "nothing is built twice"
    asked[0]()
    assert window._toast.undo.text() == "立即锁定", "what took too long is said"
    window.session.hand_on()
    window.release()
    window.open_desk(desk)  # as after a first start at which a size was chosen
    assert len(asked) == 2


def test_papers_in_the_queue_put_it_off(driver) -> None:
    handed: list[HandedOn] = []
    case = driver.new_case("王芳")
    driver.workbench.queue_cases([case.file.case.id])
    assert driver.window.printing
    waiting = Redrawing(driver.window, handed.append, lambda: None)
    waiting.look()
    assert not handed and driver.window.session is not None
    waiting.deleteLater()


def test_another_size_is_drawn_at_once_and_nothing_is_lost(tmp_path) -> None:
    """The real program: no passphrase is asked, what was typed stands, what was edited can be undone, windows follow each other."""
    folder, home = tmp_path / "desk", tmp_path / "data" / "concord"
    desk = create_desk(folder, PASSPHRASE, SETTINGS, SystemClock(), Cost(64, 1, 1))
    case_id = work_sample_case(desk)
    employer = load_case(desk, case_id).debtor.employer
    desk.close()
    home.mkdir(parents=True)
    preferences = Preferences(home / "window.ini")
    preferences.folder, preferences.mode, preferences.tour_seen = str(folder), "light", True
    preferences._settings.sync()
    task = {
        "passphrase": PASSPHRASE,
        "case": case_id,
        "employer": "Harbour Works",
        "typed": "Zhou",
        "sizes": [150, 90, 125, 100],
    }
    ran = subprocess.run(
        [sys.executable, "-m", "tests.ui.look.size_worker"], input=json.dumps(task) + "\n", capture_output=True, text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(tmp_path / "data")}, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    *windows, last = map(json.loads, ran.stdout.splitlines())
    assert [one["scale"] for one in windows] == [1.5, 0.9, 1.25, 1.0]
    assert {(one["page"], one["typed"], one["applications"]) for one in windows} == {("settings", "Zhou", 1)}
    assert [one["hidden"] for one in windows] == [False, True, False, True], "what is covered stays covered"
    assert last == {"before": "Harbour Works", "after": employer}
