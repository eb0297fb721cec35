"""Privacy mode: no private text of a case is left anywhere in the window, for the eye or for a screen reader, and all come back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.driver import Driver
from tests.ui.secret_case import DIGITS, SECRET, Secrets, secret_case
from tests.ui.seen_texts import seen_texts
from ui.form import Form
from ui.pages.profile.page import SECTIONS
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import TextEdit
from ui.widgets.field import Field
from workstation.casework.private_fields import PRIVATE
from workstation.store.records.entities import RECORDS

TOGGLED = frozenset({"profile: accounts", "conversation: entry 1", "evidence: statement", "application: reply"})
NOT_ON_SCREEN = {
    "BudgetLine.note", "ContactEntry.number", "StageChange.note", "ContactEntry.person",
}  # fmt: skip
"""Private texts that no page shows today."""
OPEN = re.compile(
    r"id|.*_id|by|received_by|kind|bank|product|currency|language|pack|role|sha256|number|state|stage|form|code|title|mapping|part"
    r"|check|result|side|category|every|authority|decision|requirement|printer|relation|channel|party|media_type|requests|reason"
)
"""Names of fields that hold codes, ids, people of the desk, or banks."""
OPEN_PLACES = {
    "Account.due_source", "SigningKey.name", "SigningKey.public", "SigningKey.sealed", "SupervisorKey.name", "SupervisorKey.public",
    "PromiseRequest.content", "PromiseRequest.supervisor", "WordingWaiver.texts",
    "GrantRequest.content", "GrantRequest.supervisor", "GrantWritten.request", "OriginEntry.origin", "OriginEntry.desk",
    "OriginEntry.vouched", "OriginEntry.action", "OriginEntry.what", "OriginEntry.digest",
    "Debtor.marital", "Debtor.housing", "Debtor.education", "Debtor.employment", "PacketFact.place", "BankForm.file_name",
    "DeskSettings.desk_name", "DeskSettings.agent", "DeskSettings.phone", "DeskSettings.address", "BankContact.phone",
    "BankContact.address", "BankContact.query", "BankContact.repay", "BankContact.object_to", "Approval.offer",
    "User.name", "User.roles", "Import.header", "KnownDesk.name", "KnownDesk.encryption", "KnownDesk.signing",
    "DeskIdentity.encryption", "DeskIdentity.signing", "CaseBundle.desk", "CaseBundle.desk_name", "CaseBundle.ancestors",
    "Finding.subject", "Finding.figures",  # covered figure by figure
    "Draft.fields", "Draft.base", "Draft.case", "Draft.person", "WorkPlace.place", "WorkPlace.person",  # never listed
    "AgentChange.agent", "CaseView.person", "CaseView.name", "CaseView.shown",  # of people of the desk
    "BackupRecord.place", "BackupRecord.name", "BackupRecord.problem",  # of the desk, and of no person
    "TrustRoot.subject", "TrustRoot.certificate", "RecognisedText.engine", "RecognisedText.confirmed_by",
    "ContactEntry.corrects", "ContactEntry.reached", "ComplaintStep.outcome", "Vulnerability.referral", "ContactTerm.value",
    "PaperEntry.key", "PaperEntry.paper",  # names of fields and papers
    "ContactOverride.rules", "FigureSource.figure", "FigureSource.how", "AccountFact.withdraws",
    "ClaimSheet.question", "LenderTable.method", "LenderTable.day_count", "LenderTable.items", "LenderTable.by",
    "LenderCost.basis", "LenderCost.share", "LenderCost.stated",  # dates, rates and amounts of a contract
    "BankReply.clerk", "BankReply.clerk_number", "BankReply.refusal", "Adoption.clerk",  # people of a bank, and codes
    "OralAgreement.clerk", "OralAgreement.clerk_number", "Payment.method", "Payment.reverses", "PromiseEntry.who",
    "PromiseEntry.method", "PromiseEntry.accepted", "AccountEnd.how",
    "HandMapping.name", "HandMapping.header", "HandMapping.columns", "HandMapping.day_order",
    "ListMapping.list_kind", "ListMapping.header", "NamedColumn.field", "NamedColumn.title",
}  # fmt: skip
PAGES = ("profile", "conversation", "evidence", "plan", "application", "bank_forms")


def seen(driver: Driver) -> dict[str, set[str]]:
    """Every secret that can be seen now, and where."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found: dict[str, set[str]] = {}
    for where, text in seen_texts(driver.window):
        for secret in (*SECRET.findall(text), *(digits for digits in DIGITS if digits in text)):
            found.setdefault(secret, set()).add(where)
    return found


def open_everything(driver: Driver, case_id: str) -> Iterator[str]:
    """Open every page of the window, and on each what can be opened; names each step once it is there."""
    bench = driver.workbench
    for name in ("imports", "due_days", "banks", "check_packet", "settings", "cases"):
        bench.open_page(name)
        yield name
        if name == "settings":
            for section in bench.settings.sections.tabs:
                bench.settings.sections.open(section)
                yield f"settings: {section}"
    bench.open_case(case_id)
    bench.queue_cases([case_id])
    bench.open_page("print_queue")
    yield "print_queue"
    bench.open_case(case_id)
    for name in PAGES:
        page = driver.page(name)
        yield name
        yield from (f"{name}: {part}" for part in OPENED.get(name, nothing)(page))


def nothing(page: Any) -> Iterator[str]:
    yield from ()


def sections(page: Any) -> Iterator[str]:
    for name in SECTIONS:
        page.show_section(name)
        yield name


def evidence(page: Any) -> Iterator[str]:
    for line in page.checklist.table.content.rows:
        page.checklist.choose(line.requirement.code)
        if line.items:
            yield line.requirement.code
    page.checklist.choose("bank_statement")
    page.open_consistency()
    yield "consistency"
    page.close_statement()
    page.open_statement()
    page.sheet.show_part("income")
    yield "statement"
    page.preview.mapping_requested.emit()
    yield "mapping"
    page.close_statement()


def logged(page: Any) -> Iterator[str]:
    for row in range(len(page.log.table.content.rows)):
        page.log.table.selectRow(row)
        yield f"entry {row}"


def sheets(page: Any) -> Iterator[str]:
    for name in page.switches:
        page.show_sheet(name)
        yield name


OPENED = {"profile": sections, "evidence": evidence, "conversation": logged, "application": sheets}


@pytest.fixture
def secret(driver: Driver, desk, tmp_path) -> tuple[str, Secrets]:
    made = secret_case(desk, tmp_path)
    driver.workbench.cases.reload()
    return made


def said(found: Mapping[str, set[str]], secrets: Secrets) -> list[str]:
    return sorted(f"{secrets.places.get(one, one)}: {', '.join(sorted(where))}" for one, where in found.items())


@pytest.mark.timeout(900)
def test_every_private_text_is_seen_nowhere_while_hidden_and_comes_back(driver, secret) -> None:
    case_id, secrets = secret
    met: set[str] = set()
    for step in open_everything(driver, case_id):
        before = set(seen(driver))
        met |= before
        if step in TOGGLED:
            driver.command("privacy")
            assert said(seen(driver), secrets) == [], step
            driver.command("privacy")
            assert set(seen(driver)) == before, step
    driver.command("privacy")
    assert said(seen(driver), secrets) == []
    unmet = {place for one, place in secrets.places.items() if one not in met}
    assert unmet - {secrets.places[one] for one in met & set(secrets.places)} == NOT_ON_SCREEN


@pytest.mark.timeout(900)
def test_what_is_opened_while_hidden_starts_hidden(driver, secret) -> None:
    case_id, secrets = secret
    driver.command("privacy")
    for step in open_everything(driver, case_id):
        assert said(seen(driver), secrets) == [], step


def test_every_text_of_an_entity_is_declared_private_or_open() -> None:
    undeclared = {
        f"{kind.__name__}.{one.name}"
        for kind in entities()
        for one in fields(kind)
        if holds_text(get_type_hints(kind)[one.name])
        and one.name not in PRIVATE.get(kind, ())
        and not OPEN.fullmatch(one.name)
        and f"{kind.__name__}.{one.name}" not in OPEN_PLACES
    }
    assert undeclared == set(), "declare them in casework/private_fields.py, or here as open"


def entities() -> set[type[Any]]:
    """Every stored entity and every dataclass that one holds."""
    found: set[type[Any]] = set()
    waiting = list(RECORDS)
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            found.add(kind)
            for hint in get_type_hints(kind).values():
                waiting += [one for one in get_args(hint) if isinstance(one, type) and is_dataclass(one)]
    return found


def holds_text(hint: object) -> bool:
    return hint is str or str in get_args(hint) or any(holds_text(one) for one in get_args(hint))


def test_a_form_with_a_private_field_must_know_when_to_cover_it(driver) -> None:
    with pytest.raises(RuntimeError, match=r"debtor\.employer"):
        Form("debtor", driver.window.context.words, (Field("employer", "Employer", TextEdit()),))


def test_a_table_with_a_private_column_must_know_when_to_cover_it(driver) -> None:
    with pytest.raises(RuntimeError, match="private"):
        Table([ColumnSpec("Name", str, private=True)])


def test_a_covered_cell_is_copied_covered(driver) -> None:
    driver.new_case("欧阳·阿依古丽")
    log = driver.page("conversation").log
    driver.type(log.form.fields["note"].editor, "七月确诊后停工")
    driver.click(log.add_button)
    driver.command("privacy")
    log.table.setCurrentIndex(log.table.model().index(0, 4))
    QTest.keyClick(log.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied and set(copied) == {"*"}


def test_a_message_said_before_is_covered_and_said_again_after(driver) -> None:
    driver.window.context.notices.show_message("欧阳 removed.", "Undo", lambda: None)
    toast = driver.window._toast
    driver.command("privacy")
    assert "欧阳" not in toast.text.text() and toast.undo.isVisible()
    driver.command("privacy")
    assert toast.text.text() == "欧阳 removed."


def test_the_window_title_names_nobody(driver) -> None:
    driver.new_case("欧阳·阿依古丽")
    assert driver.window.windowTitle() == driver.window.context.words.label("app", "name")


def test_the_forms_of_a_case_that_was_left_are_not_asked_to_cover_anything(driver) -> None:
    driver.new_case("张三")
    person = driver.page("profile").person
    driver.fill(person.form, {"resident_id": "110105194912310"})
    form = person.form  # what else still holds it, nobody knows
    driver.new_case("李四")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    driver.window.context.privacy.toggle()
    assert form.fields
