"""Ctrl+Enter and Ctrl+S mean the form one is in: every field of every form is gone into in turn, and the keys are pressed there."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.ui.driver import Driver
from tests.ui.edits.forms import FORMS, typed_in
from tests.ui.staff import take_sample
from ui.form import Form
from ui.pages.cases.asking import AskingSheet
from ui.shell.case_pages import PAGES
from ui.widgets.field import Field

CTRL = Qt.KeyboardModifier.ControlModifier


class Pressed:
    """Buttons that were pressed by code, which is what a key does; none of them does anything."""

    def __init__(self) -> None:
        self.buttons: list[QPushButton] = []

    def take(self) -> list[QPushButton]:
        taken, self.buttons = self.buttons, []
        return taken


@pytest.fixture
def pressed(monkeypatch) -> Pressed:
    made = Pressed()
    monkeypatch.setattr(QPushButton, "click", lambda button: made.buttons.append(button))
    return made


@pytest.fixture
def sample(driver: Driver) -> Driver:
    driver.workbench.open_case(take_sample(driver.window.session.desk))
    return driver


def test_ctrl_enter_presses_the_button_of_the_form_one_is_in(sample: Driver, pressed: Pressed) -> None:
    """One window goes through all of them, as a person does."""
    wrong = []
    for name, opened in FORMS.items():
        form, button = opened(sample)
        QApplication.processEvents()
        if button is not None:
            button.setEnabled(True)
            assert button.isVisible(), name
        parts = typed_in(form)
        assert parts, f"{name}: nothing to type in"
        pressed.take()
        for part in parts:
            part.setFocus()
            sample.press(Qt.Key.Key_Return, CTRL)
            found, wanted = pressed.take(), [button] if button is not None and button.isEnabled() else []
            wrong += [] if found == wanted else [(name, part, [one.text() for one in found])]
    assert wrong == []


OF_PAGE = {"bank", "bank_form", "seat", "strain"}
"""Areas of forms that are the one thing of their page or card, whose main action is theirs; the strain tries the plan itself."""


def test_of_every_form_it_is_known_which_button_is_its_own(driver: Driver, monkeypatch) -> None:
    """A form that is new here is gone into above, or is the one thing of its page."""
    made: list[Form] = []
    begun = Form.__init__

    def begin(form: Form, *arguments: Any, **named: Any) -> None:
        made.append(form)
        begun(form, *arguments, **named)

    monkeypatch.setattr(Form, "__init__", begin)
    driver.workbench.open_case(take_sample(driver.window.session.desk))
    gone_into: set[QWidget] = set()
    for opened in FORMS.values():
        gone_into.update(typed_in(opened(driver)[0]))
    for page in PAGES:
        driver.page(page)
    for page in ("imports", "banks", "take_in", "restore_case", "registers", "rules", "due_days", "print_queue"):
        driver.workbench.open_page(page)
    inside = {one.area for one in made for field in one.fields.values() if gone_into & {field.editor, *typed(field)}}
    assert {one.area for one in made} - inside == OF_PAGE


def typed(field: Field) -> list[QWidget]:
    return field.findChildren(QWidget)


def test_ctrl_s_keeps_what_one_types_and_puts_nothing_on_record(sample: Driver, pressed: Pressed) -> None:
    """Edits are kept by the button of their form; what goes on record for good waits for Ctrl+Enter."""
    kept = set()
    for name, opened in FORMS.items():
        form, button = opened(sample)
        typed_in(form)[0].setFocus()
        if button is not None:
            button.setEnabled(True)
        pressed.take()
        sample.press(Qt.Key.Key_S, CTRL)
        if found := pressed.take():
            assert found == [button], name
            kept.add(name)
    edits = {"columns of a statement", "claim", "entry of a claim", "loan", "item of cost", "words of a paper", "desk"}
    assert kept == {*edits, "backups kept"}


def test_ctrl_s_begins_and_sends_nothing_outside_a_case(driver: Driver, pressed: Pressed) -> None:
    for page in ("cases", "today", "print_queue", "registers", "take_in", "grants", "check_packet"):
        driver.workbench.open_page(page)
        shown = driver.workbench.shown
        driver.press(Qt.Key.Key_S, CTRL)
        assert pressed.take() == [] and driver.workbench.shown is shown
        assert driver.window.focusWidget() is not driver.workbench.cases.name
    assert driver.answers.proposals == []


def test_a_question_over_the_page_takes_ctrl_enter_itself(driver: Driver, pressed: Pressed) -> None:
    """What lies over a page is a form of its own: the keys of the page below are not meant."""
    case = driver.new_case("张三").file.case.id
    driver.workbench.open_page("cases")
    driver.workbench.cases.menu.ask_reason((case,))
    (asked,) = driver.workbench.findChildren(AskingSheet)
    driver.press(Qt.Key.Key_Return, CTRL)
    assert pressed.take() == [asked.done_button]
    driver.press(Qt.Key.Key_S, CTRL)
    assert pressed.take() == []


def test_a_form_that_is_left_takes_the_key_of_the_page_again(sample: Driver, pressed: Pressed) -> None:
    page = sample.page("plan")
    page.tabs.turn_to("claim")
    page.claim.terms.fields["since"].editor.setFocus()
    page.inputs.form.fields["instalments"].editor.setFocus()
    sample.press(Qt.Key.Key_Return, CTRL)
    assert pressed.take() == [page.keep_button]
