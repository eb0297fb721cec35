"""Text size: what the person chose, on top of what the system says, from the next process on; and the window in its screen."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from ui.look.text_size import SIZES, draw_at
from ui.preferences import Preferences
from ui.shell.placing import inside, place

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
