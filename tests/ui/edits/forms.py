"""Every form of the window: what opens it, and the button that it calls its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSlider, QTextEdit, QWidget

from tests.ui.driver import Driver
from ui.pages.application.sayings import PaperSayings
from workstation.evidence.statements.hand_mapping import HandMapping

TYPED_IN = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QCheckBox, QSlider)
Opened = tuple[QWidget, Any]
"""The form, and its button; None where it saves itself or no answer is the usual one."""


def typed_in(form: QWidget) -> list[QWidget]:
    """Every part of a form in which somebody may type or choose now."""
    found = [form, *form.findChildren(QWidget)]
    return [
        one
        for one in found
        if isinstance(one, TYPED_IN)
        and one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not isinstance(one.parentWidget(), QComboBox)
    ]


def plan_sheet(name: str, form: Callable[[Any], QWidget], button: Callable[[Any], Any]):
    def open_it(driver: Driver) -> Opened:
        page = driver.page("plan")
        page.tabs.turn_to(name)
        sheet = getattr(page, name)
        return form(sheet), button(sheet)

    return open_it


def keep(name: str, form: Callable[[Any], QWidget] = lambda panel: panel, button: str = "button"):
    def open_it(driver: Driver) -> Opened:
        page = driver.page("keep")
        page.turn_to(name)
        panel = page.panels[name]
        return form(panel), getattr(panel, button)

    return open_it


def plan_terms(driver: Driver) -> Opened:
    page = driver.page("plan")
    return page.inputs, page.keep_button


def talk(driver: Driver) -> Opened:
    page = driver.page("conversation")
    return page.form.fields["reason_note"], None


def log(driver: Driver) -> Opened:
    page = driver.page("conversation")
    return page.log, page.log.add_button


def person(driver: Driver) -> Opened:
    page = driver.page("profile")
    return page.person.form.fields["employer"], None


def contacts(driver: Driver) -> Opened:
    page = driver.page("profile")
    return page.person.contacts, page.person.contacts.add_button


def evidence(sheet: str):
    def open_it(driver: Driver) -> Opened:
        page = driver.page("evidence")
        page.panel.show_sheet(sheet)
        return page.panel.sheets[sheet], page.panel.sheets[sheet].button

    return open_it


def mapping(driver: Driver) -> Opened:
    page = driver.page("evidence")
    page.mapping.load((), HandMapping("", ("日期", "金额"), {"day": "日期"}))
    page.stack.setCurrentWidget(page.mapping)
    return page.mapping, page.mapping.keep_button


def sayings(driver: Driver) -> Opened:
    page = driver.page("application")
    page.list.choose("packet")
    said = page.findChild(PaperSayings)
    said._show_open(True)
    return said, said.save_button


def application(sheet: str, button: Callable[[Any], Any]):
    def open_it(driver: Driver) -> Opened:
        page = driver.page("application")
        page.show_sheet(sheet)
        return page._stack.currentWidget(), button(page)

    return open_it


def reopening(driver: Driver) -> Opened:
    driver.case._on_stage_requested(type(driver.case.file.case.stage)(1))
    return driver.case.gate, driver.case.gate.reopen


def part_of_contacts(part: str, form: str, button: str | None):
    def open_it(driver: Driver) -> Opened:
        driver.workbench.open_of_case("contacts")
        page: Any = driver.workbench.shown
        page.open(part)
        shown = page.parts[part]
        fields = getattr(shown, form).fields
        return next(iter(fields.values())).parentWidget(), getattr(shown, button) if button else None

    return open_it


def settings(section: str, form: Callable[[Any], QWidget], button: Callable[[Any], Any]):
    def open_it(driver: Driver) -> Opened:
        driver.workbench.open_settings(section)
        page = driver.workbench.settings
        return form(page), button(page)

    return open_it


def new_person(driver: Driver) -> Opened:
    driver.workbench.open_settings("people")
    people = driver.workbench.settings.people
    people.open("add")
    return people.forms["add"], people.forms["add"].button


def grants(driver: Driver) -> Opened:
    driver.workbench.open_page("grants")
    page: Any = driver.workbench.shown
    return page.request, page.grant_button


def code_of_packet(driver: Driver) -> Opened:
    driver.workbench.open_page("check_packet")
    page: Any = driver.workbench.shown
    return page.code, page.find_button


FORMS: dict[str, Callable[[Driver], Opened]] = {
    "person": person,
    "contacts": contacts,
    "talk": talk,
    "log": log,
    "facts of a proof": evidence("facts"),
    "check": evidence("checks"),
    "waiver": evidence("waiver"),
    "columns of a statement": mapping,
    "terms": plan_terms,
    "claim": plan_sheet(
        "claim", lambda sheet: sheet.terms.fields["since"].parentWidget(), lambda sheet: sheet.save_button
    ),
    "entry of a claim": plan_sheet("claim", lambda sheet: sheet.entry, lambda sheet: sheet.entry.add_button),
    "loan": plan_sheet(
        "costs", lambda sheet: sheet.loan.fields["lent"].parentWidget(), lambda sheet: sheet.save_button
    ),
    "item of cost": plan_sheet("costs", lambda sheet: sheet.item, lambda sheet: sheet.item.add_button),
    "counter-offer": plan_sheet("counter", lambda sheet: sheet, lambda sheet: None),
    "shares": plan_sheet("shares", lambda sheet: sheet, lambda sheet: sheet.use_button),
    "approval": plan_sheet("approvals", lambda sheet: sheet.form.fields["note"], lambda sheet: sheet.button),
    "code of a grant": plan_sheet(
        "approvals", lambda sheet: sheet.elsewhere, lambda sheet: sheet.elsewhere.take_button
    ),
    "words of a paper": sayings,
    "printing": application("print", lambda page: page.printing.print_button),
    "reply": application("reply", lambda page: page.reply.button),
    "payment": keep("payments", lambda panel: panel.form.fields["reference"]),
    "reversal": keep("payments", lambda panel: panel.reason, "reverse_button"),
    "promise": keep("promises", lambda panel: panel.form.fields["source"]),
    "promise moved": keep("promises", lambda panel: panel.to, "move_button"),
    "step": keep("ending"),
    "instalment": keep("instalments"),
    "oral": keep("oral"),
    "stage reopened": reopening,
    "complaint": part_of_contacts("complaints", "form", "add_button"),
    "answer to a complaint": part_of_contacts("complaints", "step", None),
    "circumstance": part_of_contacts("vulnerability", "form", "add_button"),
    "term of contact": part_of_contacts("numbers", "term", "term_button"),
    "override": part_of_contacts("numbers", "override", "override_button"),
    "desk": settings("general", lambda page: page.form.fields["desk_name"], lambda page: page.save_button),
    "lock": settings("safety", lambda page: page.lock, lambda page: None),
    "backups kept": settings(
        "safety", lambda page: page.backup.form.fields["daily"], lambda page: page.backup.keep_button
    ),
    "new person": new_person,
    "grant": grants,
    "code of a packet": code_of_packet,
}
