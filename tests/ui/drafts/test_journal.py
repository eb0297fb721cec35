"""The journal of drafts: it touches nothing else, holds nobody, and knows what was saved, cleared or changed by others."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.drafts.house import House, section
from ui.drafts.journal import JOURNAL_MS
from workstation.actions import drafts
from workstation.casework.draft import Draft
from workstation.errors import Finding, Refused
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor


def test_a_keystroke_waits_for_less_than_a_second() -> None:
    assert JOURNAL_MS < 1000


def test_typing_touches_no_case_and_tells_no_page(house: House) -> None:
    driver = house.open()
    lines = {line.case_id: line.updated_at for line in house.store.case_lines()}
    heard: list[object] = []
    driver.window.session.changed.connect(heard.append)
    revision = house.store.counters.revision
    person = section("person")(driver, house)
    driver.put(person.form.fields["children"], "viele")
    driver.window.session.drafts.timer.timeout.emit()
    assert [draft.form for draft in house.store.find(Draft)] == ["profile/debtor"]
    assert {line.case_id: line.updated_at for line in house.store.case_lines()} == lines
    assert heard == []
    assert house.store.counters.revision == revision, "no other window reads anew"


def test_saving_and_clearing_leave_no_draft(house: House) -> None:
    driver = house.open()
    person = section("person")(driver, house)
    field = person.form.fields["employer"]
    stored = field.editor.text()
    driver.put(field, "北方机械厂")
    driver.window.session.drafts.flush()
    driver.save()
    assert house.store.find(Draft) == ()
    driver.put(field, "别处")
    driver.window.session.drafts.flush()
    driver.put(field, "北方机械厂")
    driver.window.session.drafts.flush()
    assert house.store.find(Draft) == ()
    assert stored != "北方机械厂"


def test_nobody_is_held_back_and_the_draft_waits_in_its_case(house: House) -> None:
    driver = house.open()
    person = section("person")(driver, house)
    driver.put(person.form.fields["children"], "viele")
    other = next(case.id for case in house.store.find(Case) if case.id != house.case_id)
    driver.workbench.open_case(other)
    assert driver.case.file.case.id == other
    driver.workbench.open_page("cases")
    assert not driver.workbench.in_case
    table = driver.workbench.cases.table
    marked = {line.case_id for row, line in enumerate(table.content.rows)
              if table.content.index(row, 0).data().endswith("•")}  # fmt: skip
    assert marked == {house.case_id}
    driver.workbench.open_case(house.case_id)
    assert driver.case.tabs["profile"].text().endswith("•")
    assert section("person")(driver, house).form.fields["children"].editor.text() == "viele"


def test_another_value_saved_meanwhile_is_told_at_its_field(house: House) -> None:
    driver = house.open()
    person = section("person")(driver, house)
    driver.put(person.form.fields["employer"], "甲厂")
    driver.window.session.drafts.flush()
    house.kill()
    debtor = house.store.get(Debtor, house.store.get(Case, house.case_id).debtor_id)
    house.store.save(replace(debtor, employer="乙厂", position="钳工"))
    person = section("person")(house.open(), house)
    assert person.form.fields["employer"].editor.text() == "甲厂"
    assert "乙厂" in person.form.fields["employer"].message, "both values are shown, and one is chosen"
    assert person.form.conflicted
    assert person.form.fields["position"].editor.text() == "钳工"


def test_a_busy_desk_delays_the_journal_and_loses_nothing(house: House, monkeypatch) -> None:
    driver = house.open()
    person = section("person")(driver, house)
    journal = driver.window.session.drafts

    def busy(*_: object) -> None:
        raise Refused(Finding("desk_busy", "desk.folder"))

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(drafts, "keep_drafts", busy)
        driver.put(person.form.fields["children"], "viele")
        journal.timer.timeout.emit()
        assert house.store.find(Draft) == ()
    assert journal.timer.isActive(), "it is tried again"
    journal.timer.timeout.emit()
    assert len(house.store.find(Draft)) == 1
