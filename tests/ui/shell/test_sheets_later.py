"""Most sheets of a page are not looked at on most visits: each is made when it is first asked for, as the case stands then."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit

from tests.actions.keep.three_banks import three_banks
from tests.ui.test_read_only import open_fields
from ui.pages.application.sheet_page import SheetPage as ApplicationSheets
from ui.pages.evidence.sheet_page import SheetPage as EvidenceSheets
from ui.pages.plan.sheet_page import SheetPage as PlanSheets
from workstation.actions import cases

PLAN = ("options", "counter", "shares", "claim", "costs", "approvals")
OF_ACCOUNT = ("claim", "costs")
APPLICATION = {"printing": "print", "reply": "reply"}
EVIDENCE = ("sheet", "mapping", "covering", "consistency", "credit_report", "sources", "unlocking", "files")


@pytest.fixture
def view(window, desk):
    case_id, _ = three_banks(desk)
    desk.run(cases.new_case, "苏轼")
    window.open_desk(desk)
    window.workbench.open_case(case_id)
    return window.workbench.case


def made(page, names) -> set[str]:
    return {name for name in names if name in page.__dict__}


def test_a_page_begins_with_what_is_seen_of_it(view):
    view.turn_to("plan")
    view.turn_to("evidence")
    view.turn_to("application")
    plan, evidence, application = (view.pages[name] for name in ("plan", "evidence", "application"))
    assert isinstance(plan, PlanSheets) and made(plan, PLAN) == set()
    assert isinstance(evidence, EvidenceSheets) and made(evidence, EVIDENCE) == set()
    assert isinstance(application, ApplicationSheets) and made(application, APPLICATION) == set()


def anew(window, name):
    """A page as it is when the case is opened, with no sheet made."""
    view, store = window.workbench.case, window.session.desk.store
    case_id = view.file.case.id
    view.open(next(line.case_id for line in store.case_lines() if line.case_id != case_id))
    view.open(case_id)
    view.turn_to(name)
    return view.pages[name]


def test_turning_to_a_sheet_of_the_plan_makes_that_one_with_the_account_shown(view, window):
    for name in PLAN:
        page = anew(window, "plan")
        page.turn_to_account(page.file.accounts[1].id)
        page.tabs.turn_to(name)
        assert made(page, PLAN) == {name}
        sheet = getattr(page, name)
        assert sheet.isVisible() and page.tabs.shown == name
        if name in OF_ACCOUNT:
            assert sheet._account.id == page.file.accounts[1].id, name


def test_a_sheet_of_the_evidence_comes_and_goes(view, window):
    for name in EVIDENCE:
        page = anew(window, "evidence")
        sheet = getattr(page, name)
        assert made(page, EVIDENCE) == {name} and not page.shows(name) and page.shows_proofs
        page.stack.setCurrentWidget(sheet)
        assert page.shows(name) and sheet.isVisible()
        sheet.closed.emit()
        assert page.shows_proofs and made(page, EVIDENCE) == {name}


def test_turning_to_a_sheet_of_the_application_makes_that_one(view, window):
    for name, sheet in APPLICATION.items():
        page = anew(window, "application")
        page.bank.load(page.file.addressees[1])
        page.bank.edited.emit()
        page.show_sheet(sheet)
        assert made(page, APPLICATION) == {name} and page.sheet == sheet
        assert getattr(page, name).isVisible()
        accounts = {one.id for one in page.file.accounts if one.bank == page.file.addressees[1]}
        assert name != "reply" or {page.reply._account.raw()} <= accounts | {"", None}


def test_a_reply_that_was_typed_and_not_recorded_is_there_when_its_sheet_is_made(view, window):
    view.turn_to("application")
    page = view.pages["application"]
    assert not page.modified
    page.show_sheet("reply")
    page.reply.form.fields["by"].editor.setText("王主任")
    page.reply.form.fields["by"].editor.textEdited.emit("王主任")
    case_id = page.file.case.id
    view.open(next(line.case_id for line in window.session.desk.store.case_lines() if line.case_id != case_id))
    view.open(case_id)
    view.turn_to("application")
    page = view.pages["application"]
    assert made(page, APPLICATION) == set() and not page.modified
    page.show_sheet("reply")
    assert page.reply.form.fields["by"].editor.text() == "王主任" and page.modified


def test_a_sheet_that_comes_later_follows_the_case_from_then_on(view):
    view.turn_to("plan")
    page = view.pages["plan"]
    for name in PLAN:
        page.tabs.turn_to(name)
    page.turn_to_account(page.file.accounts[2].id)
    for name in OF_ACCOUNT:
        assert getattr(page, name)._account.id == page.file.accounts[2].id


def test_a_sheet_that_comes_later_is_covered_as_the_others_are(view, window):
    view.turn_to("evidence")
    page = view.pages["evidence"]
    for hidden in (True, False):
        window.context.privacy.toggle()
        dots = page.credit_report.number.echoMode() == QLineEdit.EchoMode.Password
        assert (page.mapping.raw.masked, dots) == (hidden, hidden)


def test_a_sheet_that_comes_later_is_closed_to_a_viewer(window, desk):
    case_id, _ = three_banks(desk)
    desk.user = replace(desk.user, roles=("viewer",))
    window.open_desk(desk)
    window.workbench.open_case(case_id)
    case = window.workbench.case
    case.turn_to("plan")
    page = case.pages["plan"]
    for name in PLAN:
        page.tabs.turn_to(name)
        assert open_fields(page) == []
    case.turn_to("application")
    page = case.pages["application"]
    for sheet in APPLICATION.values():
        page.show_sheet(sheet)
        assert open_fields(page) == []
