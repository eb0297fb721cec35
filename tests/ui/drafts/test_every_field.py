"""Whatever a person types anywhere in the window is on disk within a second, and stands there again after the process died."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from tests.prove import how_many
from tests.ui.drafts.house import House, case_page, section
from tests.ui.driver import Driver
from ui.widgets.editor_state import typed_state
from ui.widgets.editors import CheckEdit, ChoiceEdit
from workstation.actions.banks import form_library
from workstation.casework.draft import Draft


def sheet(name: str) -> Callable[[Driver, House], QWidget]:
    def opened(driver: Driver, house: House) -> QWidget:
        page = case_page("evidence")(driver, house)
        page.checklist.choose("id_card")
        driver.click(page.panel.switches[name])
        return page.panel

    return opened


def tab(name: str) -> Callable[[Driver, House], QWidget]:
    def opened(driver: Driver, house: House) -> QWidget:
        page = case_page("plan")(driver, house)
        driver.click(page.tabs.tabs[name])
        return page.tabs

    return opened


def plan_form(name: str) -> Callable[[Driver, House], QWidget]:
    def opened(driver: Driver, house: House) -> QWidget:
        page = case_page("plan")(driver, house)
        page.inputs.sheets.turn_to(name)
        return page.inputs

    return opened


def stress(driver: Driver, house: House) -> QWidget:
    return case_page("plan")(driver, house).stress


def reply(driver: Driver, house: House) -> QWidget:
    page = case_page("application")(driver, house)
    page.show_sheet("reply")
    return page.reply


def deadline(driver: Driver, house: House) -> QWidget:
    page = case_page("application")(driver, house)
    page.list.choose("evidence-request")
    assert page.list.until is not None and page.list.until.isVisible()
    return page.list.until


def new_form(driver: Driver, house: House) -> QWidget:
    page = case_page("bank_forms")(driver, house)
    page.open_new()
    return page.new


def rules(driver: Driver, house: House) -> QWidget:
    page = case_page("bank_forms")(driver, house)
    desk = driver.window.session.desk
    offered = form_library.offered_forms(desk, str(page.filled.bank.raw()), "en")
    own = next((one.id for one in offered if one.own), "")
    page.open_mapping(own or form_library.copy_form(desk, offered[0].id, str(page.filled.bank.raw())).id)
    return page.mapping.rule


def new_case(driver: Driver, house: House) -> QWidget:
    driver.workbench.open_page("cases")
    return driver.workbench.cases.name


def reopening(driver: Driver, house: House) -> QWidget:
    driver.workbench.open_case(house.case_id)
    driver.case.gate.stage_requested.emit(driver.case.file.case.stage.__class__(1))
    return driver.case.gate


def settings(driver: Driver, house: House) -> Any:
    driver.workbench.open_page("settings")
    return driver.workbench.settings


def banks(driver: Driver, house: House) -> QWidget:
    driver.workbench.open_page("banks")
    page: Any = driver.workbench.page("banks")
    page.table.selectRow(0)
    return page


PLACES: dict[str, Callable[[Driver, House], Any]] = {
    "person": section("person"),
    "accounts": section("accounts"),
    "budget": section("budget"),
    "conversation": case_page("conversation"),
    "facts": sheet("facts"),
    "checks": sheet("checks"),
    "waiver": sheet("waiver"),
    "trial": plan_form("trial"),
    "more terms": plan_form("more"),
    "stress": stress,
    "counter-offer": tab("counter"),
    "shares": tab("shares"),
    "approvals": tab("approvals"),
    "reply": reply,
    "deadline": deadline,
    "new form": new_form,
    "rules of a form": rules,
    "new case": new_case,
    "reopening": reopening,
    "settings": settings,
    "banks": banks,
}


TRIED = sorted(Random(20261129).sample(sorted(PLACES), how_many(4, len(PLACES))))


def only_views(root: QWidget) -> set[QWidget]:
    """Editors that say what is looked at, or hold at once: nothing in them can be lost."""
    names = ("pack.choice", "inputs.accounts", "accounts")
    found: set[QWidget] = set()
    for name in names:
        at: Any = root
        for part in name.split("."):
            at = getattr(at, part, None)
        if isinstance(at, ChoiceEdit) and type(root).__name__ != "FactsForm":
            found.add(at)
    return found


def editors(root: QWidget) -> list[QWidget]:
    """All that can be typed or picked in, in the order of the tree; what is out of sight is another place."""
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox)
    found = [one for kind in kinds for one in ([root] if isinstance(root, kind) else root.findChildren(kind))]
    inner = {one.lineEdit() for one in found if isinstance(one, QComboBox)}
    password = {one for one in found if isinstance(one, QLineEdit) and one.echoMode() is QLineEdit.EchoMode.Password}
    views = only_views(root) | inner | password
    return [one for one in found if one.isVisible() and one.isEnabled() and one not in views]


def type_everywhere(driver: Driver, root: QWidget) -> None:
    """Something that nobody can read into every field, another line of every list, the other side of every tick.

    Twice, since what is picked opens fields that were closed.
    """
    fresh = {editor: typed_state(editor) for editor in editors(root)}
    for _ in range(2):
        for number, editor in enumerate(editors(root)):
            if editor.isVisible() and editor.isEnabled() and typed_state(editor) == fresh.get(editor):
                type_into(driver, editor, f"typed {number} ☂")


def type_into(driver: Driver, editor: QWidget, text: str) -> None:
    if isinstance(editor, ChoiceEdit):
        if editor.count() > 1:
            driver.pick(editor, editor.itemData((editor.currentIndex() + 1) % editor.count()))
    elif isinstance(editor, CheckEdit):
        driver.click(editor)
    else:
        driver.type(editor, text)


def stands(root: QWidget) -> list[tuple[str, Any]]:
    return [(one.accessibleName(), typed_state(one)) for one in editors(root)]


@pytest.mark.prove
@pytest.mark.parametrize("name", TRIED)
def test_what_was_typed_stands_there_again_after_a_kill(house: House, name: str) -> None:
    driver = house.open()
    root = PLACES[name](driver, house)
    before = stands(root)
    assert before
    type_everywhere(driver, root)
    typed = stands(root)
    assert [one for one, other in zip(typed, before, strict=False) if one == other] == [], "nothing was passed over"
    journal = driver.window.session.drafts.timer
    assert journal.isActive()
    journal.timeout.emit()
    house.kill()

    again = house.open()
    root = PLACES[name](again, house)
    assert stands(root) == typed
    strip = again.workbench.strip
    assert strip.isVisible()
    assert strip.text.text()
    again.click(strip.discard_button)
    assert stands(root) == before
    assert not strip.isVisible()
    assert house.store.find(Draft) == ()
    again.click(again.window._toast.undo)
    assert stands(root) == typed
    assert house.store.find(Draft)
