"""Locked in the middle of an entry of keeping or of a contact: unlocked, all of it stands there again and nothing is on record."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.locking.test_lock import Room, room, sampled  # noqa: F401 - fixtures
from ui.widgets.editor_state import typed_state
from workstation.conversation.contact import ContactEntry
from workstation.promise.bank_reply import OralAgreement
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseEntry

TYPED = {
    "payments": {"on": "2026-11-20", "amount": "120.50", "payer": "ai li", "note": "half"},
    "promises": {"on": "2026-11-28", "amount": "300.00", "source": "wages"},
    "oral": {"on": "2026-11-20", "terms": "no interest from Ju", "recording": "REC"},
}


@pytest.fixture
def kept(room: Room) -> Any:  # noqa: F811
    """The page of keeping at the sample's first account."""
    room.driver.workbench.open_case(room.case_id)
    return room.driver.page("keep")


def record_counts(room: Room) -> list[int]:  # noqa: F811
    store = room.window.session.desk.store
    return [len(store.find(kind)) for kind in (Payment, PromiseEntry, OralAgreement, ContactEntry)]


def test_entries_of_keeping_come_back(room: Room, kept: Any) -> None:  # noqa: F811
    before = record_counts(room)
    for name, values in TYPED.items():
        room.driver.click(kept.choices[name])
        panel = kept.panels[name]
        room.driver.fill(panel.form, {key: text for key, text in values.items() if key in panel.form.fields})
    cursor = kept.panels["oral"].form.fields["terms"].editor
    cursor.setFocus()
    room.driver.command("lock")
    assert room.locked
    room.unlock()
    page: Any = room.driver.case.pages["keep"]
    assert page.choices["oral"].isChecked()
    assert room.window.focusWidget() is page.panels["oral"].form.fields["terms"].editor
    for name, values in TYPED.items():
        room.driver.click(page.choices[name])
        form = page.panels[name].form
        shown = {key: typed_state(form.fields[key].editor) for key in values if key in form.fields}
        assert shown == {key: values[key] for key in shown}
    assert record_counts(room) == before


def test_a_contact_half_typed_comes_back(room: Room) -> None:  # noqa: F811
    room.driver.workbench.open_case(room.case_id)
    page = room.driver.page("conversation")
    before = record_counts(room)
    room.driver.fill(page.log.form, {"result": "promise", "note": "will pay on pay d"})
    page.log.form.fields["note"].editor.setFocus()
    room.window.lock_now()
    assert room.locked
    room.unlock()
    again: Any = room.driver.case.pages["conversation"]
    assert again.log.form.fields["note"].editor.toPlainText() == "will pay on pay d"
    assert again.log.form.fields["result"].editor.raw() == "promise"
    assert room.window.focusWidget() is again.log.form.fields["note"].editor
    assert record_counts(room) == before
