"""Sections of the settings and registers are made when they are first turned to, as the desk and the window stand then."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit

from ui.pages.registers.oral_part import OralPart
from ui.pages.settings.page import GENERAL, PEOPLE, SAFETY

CARDS = {
    GENERAL: {"layouts", "program"},
    SAFETY: {"lock", "check", "quarantine", "recovery", "backup", "server", "trust"},
    PEOPLE: {"people", "desk_keys"},
}
EVERY = frozenset().union(*CARDS.values())


def made(page) -> set[str]:
    return {name for name in page.__dict__ if name in EVERY}


@pytest.mark.parametrize("section", [SAFETY, PEOPLE])
def test_only_what_was_turned_to_is_made(driver, section: str) -> None:
    driver.command("settings")
    page = driver.workbench.settings
    assert made(page) == CARDS[GENERAL]
    assert not page.shows_backup
    driver.click(page.sections.tabs[section])
    assert made(page) == CARDS[GENERAL] | CARDS[section]
    assert page.sections.current == section
    assert all(getattr(page, name).isVisible() for name in CARDS[section])
    assert page.shows_backup == (section == SAFETY)
    driver.click(page.sections.tabs[GENERAL])
    assert page.sections.current == GENERAL and not page.shows_backup


def test_the_ring_goes_along_to_the_section_that_is_clicked(driver) -> None:
    driver.command("settings")
    tabs = driver.workbench.settings.sections.tabs
    tabs[GENERAL].setFocus()
    driver.click(tabs[PEOPLE])
    assert tabs[PEOPLE].hasFocus()
    driver.click(tabs[GENERAL])
    field = driver.workbench.settings.form.fields["language"].editor
    field.setFocus()
    driver.click(tabs[PEOPLE])
    assert not tabs[PEOPLE].hasFocus(), "a cursor in a field is not taken away"


def test_a_register_that_is_turned_to_while_private_texts_are_hidden_hides_them(driver) -> None:
    driver.command("registers")
    page = driver.workbench.shown
    assert set(page.parts) == {"coming"}
    driver.command("privacy")
    driver.click(page.tabs["oral"])
    assert set(page.parts) == {"coming", "oral"} and page.name == "oral"
    part = page.part
    assert isinstance(part, OralPart)
    assert part.list.content.masked
    assert part.search.echoMode() == QLineEdit.EchoMode.Password


def test_the_ring_goes_along_to_the_section_that_is_opened(driver) -> None:
    driver.command("settings")
    tabs = driver.workbench.settings.sections.tabs
    tabs["general"].setFocus()
    driver.workbench.settings.sections.open("people")
    assert tabs["people"].hasFocus() and tabs["people"].isChecked()
    driver.click(tabs["safety"])
    assert not tabs["people"].hasFocus() and not tabs["general"].hasFocus()
