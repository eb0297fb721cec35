"""Alt and a letter: on every page each letter means one thing, and none takes that of a menu, in every language."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.actions.keep.three_banks import granted, three_banks
from tests.builders import account
from ui.look.translations import LANGUAGES
from ui.shell.case_pages import PAGES
from ui.shell.main_window import MainWindow
from ui.shell.workbench import Workbench
from workstation.actions import cases

_SIGN = re.compile(r"&(\w)")


def letters(window: MainWindow) -> Iterator[str]:
    """The letters of what is in sight: of menus, of buttons, also those that cannot be clicked yet, and of names of fields."""
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [one.text() for one in window.findChildren(QLabel) if one.isVisible() and one.buddy() is not None]
    for text in texts:
        if (found := _SIGN.search(text.replace("&&", ""))) is not None:
            yield found[1].upper()
    keys = [one.shortcut() for one in window.findChildren(QAbstractButton) if one.isVisible()]
    keys += [one.key() for one in window.findChildren(QShortcut) if _is_seen(one.parent())]
    for key in keys:
        if (written := key.toString()).startswith("Alt+") and len(written) == len("Alt+X"):
            yield written[-1]


def _is_seen(widget) -> bool:
    return isinstance(widget, QWidget) and widget.isVisible()


def sheets(page) -> Iterator[str]:
    """Turns from part to part of a page, whatever it calls its switches."""
    for name in ("switches", "sides", "choices"):
        for key, button in getattr(page, name, {}).items():
            button.click()
            yield key
    if hasattr(page, "panel"):
        yield from sheets(page.panel)
    if hasattr(page, "tabs"):
        for key in page.tabs.tabs:
            page.tabs.turn_to(key)
            yield key
    yield ""


_BRACKETS = re.compile(r"[(（]&?[A-Z0-9][)）]")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_means_one_thing_at_a_time_and_stands_in_no_brackets(qtbot, window, desk, language) -> None:
    """Menus keep their brackets, as everywhere; in Chinese, buttons, tabs, the rail and names of fields tell theirs in the tip."""
    case_id, accounts = three_banks(desk)
    granted(desk, accounts[0])
    window.open_desk(desk, language)
    window.workbench.open_case(case_id)
    qtbot.waitUntil(window.workbench.case.isVisible)
    twice: dict[str, int] = {}
    bracketed: set[str] = set()
    for part in every_part(window.workbench):
        counted = Counter(letters(window))
        assert counted, part
        twice |= {f"{part}: Alt+{letter}": count for letter, count in counted.items() if count > 1}
        if language != "en":
            bracketed |= {f"{part}: {text}" for text in shown_texts(window) if _BRACKETS.search(text)}
    assert twice == {}
    assert bracketed == set()


def every_part(bench: Workbench) -> Iterator[str]:
    """Turns to every part of the case that is open, then of the pages outside it."""
    for name in PAGES:
        bench.case.turn_to(name)
        for part in sheets(bench.case.pages[name]):
            yield f"{name} {part}"
    for name in _OUTSIDE:
        yield from outside(bench, name)


_OUTSIDE = (
    "today", "cases", "banks", "print_queue", "check_packet", "take_in", "restore_case", "due_days", "rules", "imports", "grants",
    "settings", "registers", "contacts", "hand_over", "timeline",
)  # fmt: skip


def shown_texts(window: MainWindow) -> set[str]:
    """What stands on buttons and in names now, and what is read aloud of them."""
    shown = [
        one for one in window.findChildren(QWidget) if isinstance(one, QAbstractButton | QLabel) and one.isVisible()
    ]
    assert len(shown) > 10
    return {one.text() for one in shown} | {one.accessibleName() for one in shown}


def outside(bench: Workbench, name: str) -> Iterator[str]:
    """Opens a page outside the case, and turns from part to part of it."""
    bench.open_of_case(name) if name in ("contacts", "hand_over", "timeline") else bench.open_page(name)
    tabs = bench.settings.sections.tabs if name == "settings" else getattr(bench.shown, "tabs", {})
    yield name
    for key, tab in tabs.items():
        tab.click()
        yield f"{name} {key}"


def test_the_letter_still_works_and_stands_in_the_tip(driver, desk) -> None:
    driver.workbench.open_case(desk.run(cases.new_case, "张三"))
    person = driver.page("profile").person
    person.form.fields["email"].editor.setFocus()
    driver.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert person.form.fields["name"].editor.hasFocus()
    assert person.form.fields["name"].name.toolTip() == "Alt+N"
    page = driver.page("conversation")
    driver.press(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    driver.qtbot.waitUntil(page.sides["guide"].isChecked)  # a key presses a button for a moment
    assert page.sides["guide"].toolTip() == "Alt+G"
    driver.workbench.open_page("settings")
    driver.workbench.settings.sections.open("safety")
    automatic = driver.workbench.settings.backup.form.fields["automatic"].editor
    before = automatic.isChecked()
    driver.press(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    driver.qtbot.waitUntil(lambda: automatic.isChecked() != before)
    assert (automatic.text(), automatic.toolTip()) == ("每天自动备份一次", "Alt+A")


def test_what_stands_in_a_field_that_a_letter_leads_to_is_replaced_by_typing(driver, desk) -> None:
    case_id = desk.run(cases.new_case, "张三")
    desk.run(cases.save_account, account(case_id=case_id))
    driver.workbench.open_case(case_id)
    page = driver.page("plan")
    count = page.inputs.form.fields["instalments"].editor
    assert count.text() == "12"
    page.inputs.form.fields["method"].editor.setFocus()
    driver.press(Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert count.hasFocus()
    QTest.keyClicks(count, "60")
    assert count.text() == "60"


@pytest.mark.skipif(sys.platform == "darwin", reason="there Option and a letter write a sign")
@pytest.mark.parametrize("field", ["email", "note"])
def test_a_letter_that_leads_nowhere_is_not_typed(driver, desk, field) -> None:
    driver.workbench.open_case(desk.run(cases.new_case, "张三"))
    forms = {"email": lambda: driver.page("profile").person.form, "note": lambda: driver.page("conversation").log.form}
    editor = forms[field]().fields[field].editor
    editor.setFocus()
    driver.press(Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert editor.raw() == ""
    driver.press(Qt.Key.Key_Z)
    assert editor.raw() == "z"
