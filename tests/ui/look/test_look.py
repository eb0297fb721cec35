"""Every page stands whole in 1366 × 768, in both languages and both modes; every control can be reached and has a name."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QShortcut
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTableView, QWidget

from tests.ui.driver import Answers, Driver, Tray, window_at
from tests.ui.layout.tour import settle
from tests.ui.staff import staffed_desk, take_sample
from ui.look.fonts import font
from ui.pages.application.page import ApplicationPage
from ui.pages.profile.page import SECTIONS, ProfilePage
from ui.shell.case_pages import PAGES
from ui.shell.main_window import MainWindow
from ui.value_table import Table
from workstation.actions.desk import Desk

LANGUAGES = ("zh-Hans", "en")
CONTROLS = (QLineEdit, QComboBox, QPlainTextEdit, QTableView, QAbstractButton)


@dataclass
class Looked:
    """What was seen on one tour of the pages: page → the least size of the window; what is wrong, and with what; own shortcuts."""

    least: dict[str, tuple[int, int]] = field(default_factory=dict)
    heights: set[int] = field(default_factory=set)
    cut: list[str] = field(default_factory=list)
    unreachable: list[str] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    tables: int = 0
    shortcuts: set[str] = field(default_factory=set)
    of_menus: set[str] = field(default_factory=set)


@pytest.fixture(scope="module", params=LANGUAGES)
def looked(request, qapp, translations: None, tmp_path_factory) -> Looked:
    """The sample case toured once in each language; the window is gone by then."""
    home, answers, found = tmp_path_factory.mktemp("looked"), Answers(), Looked()
    gc.disable()  # as while any other window is open
    with window_at(qapp, home, answers, Tray()) as window:
        driver = toured_at(Driver(None, window, answers), staffed_desk(home / "desk"), request.param)
        for name, page in pages(driver):
            look_at(found, window, name, page)
        found.of_menus = {key.toString() for action in window.menus.actions.values() for key in action.shortcuts()}
    gc.collect()
    gc.enable()
    return found


def toured_at(driver: Driver, desk: Desk, language: str) -> Driver:
    """The window at the sample case, speaking a language."""
    case_id = take_sample(desk)
    driver.window.open_desk(desk, language)
    driver.workbench.open_case(case_id)
    return driver


def look_at(found: Looked, window: MainWindow, name: str, page: QWidget) -> None:
    settle(window)
    least = window.minimumSizeHint()
    found.least[name] = (least.width(), least.height())
    found.heights.add(window.height())
    for table in page.findChildren(Table):
        if table.isVisibleTo(page) and table.content.rows:
            found.tables += 1
            found.cut += [f"{name}: {table.accessibleName()}: {text}" for text in cut_figures(table)]
    for control in page.findChildren(QWidget):
        if not isinstance(control, CONTROLS) or not control.isVisibleTo(page) or is_inner(control):
            continue
        if isinstance(control, Table) and not control.content.rows:
            continue  # there is nothing in it to go to
        if not control.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.unreachable.append(f"{name}: {control}")
        if not (control.accessibleName() or getattr(control, "text", str)()):
            found.nameless.append(f"{name}: {control}")
    found.shortcuts |= {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}


def pages(driver: Driver) -> Iterator[tuple[str, QWidget]]:
    """Every page in turn, and every section of the profile."""
    for name in PAGES:
        page = driver.page(name)
        if isinstance(page, ProfilePage):
            for section in SECTIONS:
                page.show_section(section)
                yield f"{name}.{section}", page
        elif isinstance(page, ApplicationPage):
            for sheet in page.switches:
                page.show_sheet(sheet)
                yield f"{name}.{sheet}", page
        else:
            yield name, page
    for place in ("cases", "settings", "imports", "due_days", "print_queue", "check_packet"):
        driver.workbench.open_page(place)
        yield place, driver.workbench.shown


def cut_figures(table: Table) -> list[str]:
    """Figures that are wider than their columns, of the first and last rows."""
    found = []
    for number, column in enumerate(table.content.columns):
        if column.figure and not table.isColumnHidden(number):
            metrics = QFontMetrics(font(bold=column.bold))
            texts = [table.content.text(column, row) for row in (table.content.rows[0], table.content.rows[-1])]
            found += [one for one in texts if metrics.horizontalAdvance(one) + 8 > table.columnWidth(number)]
    return found


def is_inner(control: QWidget) -> bool:
    """Parts that Qt makes inside a control: the button in a line edit, the corner of a table, the arrows of a calendar."""
    parent = control.parent()
    while parent is not None:
        if isinstance(parent, QLineEdit | QComboBox | QTableView):
            return True
        parent = parent.parent()
    return False


def test_no_page_asks_for_more_than_a_small_screen(looked: Looked) -> None:
    assert {name: size for name, size in looked.least.items() if size[0] > 1366 or size[1] > 768} == {}
    assert looked.heights == {768} and len(looked.least) > 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_fits_with_every_term_in_sight(qtbot, window, desk, answers, language: str) -> None:
    toured = toured_at(Driver(qtbot, window, answers), desk, language)
    page = toured.page("plan")
    toured.fill(page.inputs.form, {"method": "equal_instalment", "rate": "12", "grace_principal": "3"})
    assert page.inputs.form.fields["grace_principal"].isVisible()
    assert toured.window.minimumSizeHint().height() <= 768
    assert toured.window.height() == 768
    fields = page.inputs.form.fields.values()
    assert all(field.editor.height() >= field.editor.minimumSizeHint().height() for field in fields)


def test_no_figure_of_any_table_is_cut(looked: Looked) -> None:
    """Days and sums are whole in every column that is seen, also where columns beside them are hidden."""
    assert looked.cut == [] and looked.tables > 4


def test_every_control_can_be_reached_by_tab_and_has_a_name(looked: Looked) -> None:
    assert looked.unreachable == []
    assert looked.nameless == []


def test_no_page_takes_a_key_that_the_menus_have(looked: Looked) -> None:
    """Qt obeys neither of two that share a key."""
    assert "Ctrl+Shift+D" in looked.shortcuts
    assert looked.of_menus & looked.shortcuts == set()


def test_a_new_mode_dresses_the_window_at_once(driver) -> None:
    driver.command("settings")
    driver.pick(driver.workbench.settings.form.fields["mode"].editor, "dark")
    driver.click(driver.workbench.settings.save_button)
    assert driver.window.context.theme.mode == "dark"
    assert driver.workbench.settings.isVisible()
    assert driver.window.context.preferences.mode == "dark"


def test_every_command_has_one_shortcut_of_its_own(driver) -> None:
    keys = [key.toString() for action in driver.window.menus.actions.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    wanted = {"Ctrl+N", "Ctrl+F", "Ctrl+S", "Ctrl+Return", "Ctrl+P", "Ctrl+E", "Ctrl+Shift+E", "F8"}
    assert wanted | {f"Ctrl+{number}" for number in range(1, 6)} <= set(keys)
