"""Every page stands whole in 1366 × 768, in both languages and both modes; every control can be reached and has a name."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QShortcut
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTableView, QWidget

from tests.ui.driver import Driver
from ui.look.fonts import font
from ui.pages.application.page import ApplicationPage
from ui.pages.profile.page import SECTIONS, ProfilePage
from ui.shell.case_view import PAGES
from ui.value_table import Table
from workstation.actions.demo.sample_desk import work_sample_case

CONTROLS = (QLineEdit, QComboBox, QPlainTextEdit, QTableView, QAbstractButton)


@pytest.fixture(params=["zh-Hans", "en"])
def toured(request, driver: Driver) -> Driver:
    """The sample case, the window speaking each language."""
    case_id = work_sample_case(driver.window.session.desk)
    if request.param == "en":
        driver.command("settings")
        driver.pick(driver.workbench.settings.form.fields["language"].editor, "en")
        driver.click(driver.workbench.settings.save_button)
    driver.workbench.open_case(case_id)
    return driver


def pages(driver: Driver):
    """Every page in turn, and every section of the profile."""
    for name in PAGES:
        page = driver.page(name)
        if isinstance(page, ProfilePage):
            for section in SECTIONS:
                page.show_section(section)
                yield f"{name}.{section}", page
        elif isinstance(page, ApplicationPage):
            for sheet in page.sheets:
                page.show_sheet(sheet)
                yield f"{name}.{sheet}", page
        else:
            yield name, page
    for place in ("cases", "settings", "imports", "due_days", "print_queue", "check_packet"):
        driver.workbench.open_page(place)
        yield place, driver.workbench.shown


def test_no_page_asks_for_more_than_a_small_screen(toured) -> None:
    for name, _ in pages(toured):
        least = toured.window.minimumSizeHint()
        assert least.width() <= 1366, name
        assert least.height() <= 768, name
        assert toured.window.height() == 768, name


def test_the_plan_fits_with_every_term_in_sight(toured) -> None:
    page = toured.page("plan")
    toured.fill(page.inputs.form, {"method": "equal_instalment", "rate": "12", "grace_principal": "3"})
    assert page.inputs.form.fields["grace_principal"].isVisible()
    assert toured.window.minimumSizeHint().height() <= 768
    assert toured.window.height() == 768
    fields = page.inputs.form.fields.values()
    assert all(field.editor.height() >= field.editor.minimumSizeHint().height() for field in fields)


def test_no_figure_of_any_table_is_cut(toured) -> None:
    """Days and sums are whole in every column that is seen, also where columns beside them are hidden."""
    cut: list[str] = []
    tables = 0
    for name, page in pages(toured):
        toured.qtbot.wait(1)  # the layout of a page that was just turned to
        for table in page.findChildren(Table):
            if table.isVisibleTo(page) and table.content.rows:
                tables += 1
                cut += [f"{name}: {table.accessibleName()}: {text}" for text in cut_figures(table)]
    assert cut == [] and tables > 4


def cut_figures(table: Table) -> list[str]:
    """Figures that are wider than their columns, of the first and last rows."""
    found = []
    for number, column in enumerate(table.content.columns):
        if column.figure and not table.isColumnHidden(number):
            metrics = QFontMetrics(font(bold=column.bold))
            texts = [table.content.text(column, row) for row in (table.content.rows[0], table.content.rows[-1])]
            found += [one for one in texts if metrics.horizontalAdvance(one) + 8 > table.columnWidth(number)]
    return found


def test_every_control_can_be_reached_by_tab_and_has_a_name(toured) -> None:
    nameless, unreachable = [], []
    for name, page in pages(toured):
        for control in page.findChildren(QWidget):
            if not isinstance(control, CONTROLS) or not control.isVisibleTo(page) or is_inner(control):
                continue
            if isinstance(control, Table) and not control.content.rows:
                continue  # there is nothing in it to go to
            if not control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                unreachable.append(f"{name}: {control}")
            if not (control.accessibleName() or getattr(control, "text", str)()):
                nameless.append(f"{name}: {control}")
    assert unreachable == []
    assert nameless == []


def is_inner(control: QWidget) -> bool:
    """Parts that Qt makes inside a control: the button in a line edit, the corner of a table, the arrows of a calendar."""
    parent = control.parent()
    while parent is not None:
        if isinstance(parent, QLineEdit | QComboBox | QTableView):
            return True
        parent = parent.parent()
    return False


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


def test_no_page_takes_a_key_that_the_menus_have(toured) -> None:
    """Qt obeys neither of two that share a key."""
    menus = {key.toString() for action in toured.window.menus.actions.values() for key in action.shortcuts()}
    for _ in pages(toured):
        pass
    own = [shortcut.key().toString() for shortcut in toured.window.findChildren(QShortcut)]
    assert "Ctrl+Shift+D" in own
    assert menus & set(own) == set()
