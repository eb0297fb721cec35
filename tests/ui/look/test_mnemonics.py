"""Alt and a letter: on every page of a case each letter means one thing, and none takes that of a menu, in either language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.actions.keep.three_banks import granted, three_banks
from ui.look.translations import LANGUAGES
from ui.shell.case_view import PAGES
from ui.shell.main_window import MainWindow

_SIGN = re.compile(r"&(\w)")


def letters(window: MainWindow) -> Iterator[str]:
    """The letters that do something now: of menus, of buttons that can be clicked, and of names that lead to a field."""
    texts = [action.text() for action in window.menuBar().actions()]
    texts += [one.text() for one in window.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
    texts += [one.text() for one in window.findChildren(QLabel) if one.isVisible() and one.buddy() is not None]
    for text in texts:
        if (found := _SIGN.search(text.replace("&&", ""))) is not None:
            yield found[1].upper()


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_means_one_thing_at_a_time(qtbot, window, desk, language) -> None:
    case_id, accounts = three_banks(desk)
    granted(desk, accounts[0])
    window.open_desk(desk, language)
    view = window.workbench.case
    window.workbench.open_case(case_id)
    twice: dict[str, int] = {}
    for name in PAGES:
        view.turn_to(name)
        for part in sheets(view.pages[name]):
            counted = Counter(letters(window))
            twice |= {f"{name} {part}: Alt+{letter}": count for letter, count in counted.items() if count > 1}
    assert twice == {}
