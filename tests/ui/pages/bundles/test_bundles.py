"""A case is handed over and taken in through the window, with conflicts decided by key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.actions.transfer.two_desks import empty_desk
from tests.actions.whole_case import whole_case
from tests.ui.driver import Driver
from ui.__main__ import _is_handed
from ui.pages.bundles.hand_over import HandOverPage
from ui.pages.bundles.take_in import TakeInPage
from ui.relaunch import without_handed
from workstation.actions.transfer import incoming, known_desks, outgoing
from workstation.casework.handover import KnownDesk
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor


@pytest.fixture
def stick(tmp_path_factory):
    """A folder outside every desk."""
    return tmp_path_factory.mktemp("stick")


@pytest.fixture
def other(tmp_path_factory, stick):
    """The other desk, and its key file."""
    with empty_desk(tmp_path_factory.mktemp("other")) as desk:
        desk.settings = replace(desk.settings, desk_name="城西工作台", agent="韩专员")
        (stick / "west.key").write_bytes(known_desks.own_key_file(desk))
        yield desk


@pytest.fixture
def case_id(driver: Driver, tmp_path) -> str:
    made = whole_case(driver.window.session.desk, tmp_path)
    driver.workbench.open_case(made)
    return made


def hand_over(driver: Driver) -> HandOverPage:
    driver.command("hand_over")
    page = driver.workbench.shown
    assert isinstance(page, HandOverPage)
    return page


def take_in(driver: Driver) -> TakeInPage:
    driver.command("take_in")
    page = driver.workbench.shown
    assert isinstance(page, TakeInPage)
    return page


def taken(desk, path):
    """Read a bundle and merge it, on the other desk."""
    bundle = incoming.bundle_file(desk, path).read()
    arrived = incoming.arrival(desk, bundle)
    bundle.take_files(desk.vault)
    return desk.run(incoming.take_in, arrived, (), bundle.sender.fingerprint)


def employed(desk, case_id, employer):
    debtor = desk.store.get(Debtor, desk.store.get(Case, case_id).debtor_id)
    desk.store.save(replace(debtor, employer=employer))


def employer(desk, case_id):
    return desk.store.get(Debtor, desk.store.get(Case, case_id).debtor_id).employer


def test_a_bundle_opened_among_files_is_read_once_a_desk_is_open(driver, desk, other, case_id, stick) -> None:
    page = hand_over(driver)
    driver.answers.paths = [stick / "west.key", stick / "case.concord"]
    driver.click(page.key_button)
    driver.click(page.compared)
    driver.click(page.write_button)
    assert driver.answers.proposals[-1].endswith("-致-城西工作台.concord")
    driver.window.release()
    driver.window.handed = stick / "case.concord"
    driver.window.open_desk(other)
    coming = driver.workbench.shown
    assert isinstance(coming, TakeInPage) and coming.arrival is not None and driver.window.handed is None
    driver.window.release()
    driver.window.open_desk(other)
    assert not isinstance(driver.workbench.shown, TakeInPage)


def test_the_name_of_a_file_that_was_refused_is_covered(driver, tmp_path) -> None:
    (tmp_path / "王秘密.concord").write_bytes(b"x" * 5000)
    driver.workbench.take_in(tmp_path / "王秘密.concord")
    page = driver.workbench.shown
    assert "王秘密.concord" in page.steps.note.text()
    driver.command("privacy")
    assert page.steps.note.text().startswith("✕") and "秘密" not in page.steps.note.text()
    driver.command("privacy")
    assert "王秘密.concord" in page.steps.note.text()


@pytest.mark.parametrize(
    ("words", "handed"),
    [
        (["/媒体/案 件.concord"], True),
        (["A.CONCORD"], True),
        (["case", "x.concord"], False),
        ([], False),
        (["demo"], False),
    ],
)
def test_one_bundle_is_no_command(words, handed) -> None:
    assert _is_handed(words) == handed
    assert without_handed(["python3", "-m", "ui", *words[-1:]])[:3] == ["python3", "-m", "ui"]


def test_a_case_is_written_for_a_desk_whose_fingerprint_was_compared(driver, other, case_id, stick) -> None:
    page = hand_over(driver)
    assert not page.write_button.isEnabled() and "10" in page.extent.text()
    driver.answers.paths = [stick / "west.key", stick / "case.bundle"]
    driver.click(page.key_button)
    assert page.name.whole == "城西工作台"
    assert page.fingerprint.text() == known_desks.grouped(known_desks.own_public(other).fingerprint)
    assert not page.write_button.isEnabled()
    driver.click(page.compared)
    driver.click(page.write_button)
    assert [one.desk_name for one in page.history.content.rows] == ["城西工作台"]
    assert [one.name for one in page.known.content.rows] == ["城西工作台"]  # remembered, so next time it is picked
    assert taken(other, stick / "case.bundle").case_id == case_id

    page.closed.emit()
    assert driver.workbench.in_case and "城西工作台" in driver.case.facts.whole
    page = hand_over(driver)
    assert not page.write_button.isEnabled()
    page.known.setFocus()
    page.known.selectRow(0)
    assert page.write_button.isEnabled() and not page.compared.isEnabled()


def test_a_file_that_is_no_key_is_refused_in_words(driver, case_id, stick) -> None:
    page = hand_over(driver)
    for name, content in {"x.key": b"", "y.key": b"{}", "z.key": b"no key"}.items():
        (stick / name).write_bytes(content)
        driver.answers.paths = [stick / name]
        driver.click(page.key_button)
        assert name in page.steps.note.text() and not page.write_button.isEnabled()


def test_conflicts_are_decided_by_key_and_the_case_opens(driver, other, case_id, stick) -> None:
    desk = driver.window.session.desk
    outgoing.hand_over(desk, case_id, known_desks.own_public(other), stick / "out")
    taken(other, stick / "out")
    employed(other, case_id, "城西厂")
    employed(desk, case_id, "城东厂")
    outgoing.hand_over(other, case_id, known_desks.own_public(desk), stick / "back")
    page = take_in(driver)
    driver.answers.paths = [stick / "back"]
    driver.click(page.choose_button)
    assert page.sender_name.whole == "城西工作台" and not page.take_button.isEnabled()
    rows = page.conflicts.table.content.rows
    assert [one.name.split("/")[2] for one in rows] == ["employer"]
    assert (page.conflicts.here.text(), page.conflicts.there.text()) == ("城东厂", "城西厂")
    page.conflicts.table.setFocus()
    driver.press(Qt.Key.Key_Space)
    assert page.conflicts.chosen == {rows[0].name}
    driver.press(Qt.Key.Key_Return)
    assert page.conflicts.chosen == set()
    driver.click(page.conflicts.theirs_button)
    driver.click(page.compared)
    driver.click(page.take_button)
    assert employer(desk, case_id) == "城西厂"
    assert driver.workbench.in_case and driver.case.file.case.id == case_id
    assert [one.name for one in desk.store.find(KnownDesk)] == ["城西工作台"]


def test_private_values_of_a_conflict_are_covered(driver, other, case_id, stick) -> None:
    desk = driver.window.session.desk
    outgoing.hand_over(desk, case_id, known_desks.own_public(other), stick / "out")
    taken(other, stick / "out")
    employed(other, case_id, "城西厂")
    employed(desk, case_id, "城东厂")
    outgoing.hand_over(other, case_id, known_desks.own_public(desk), stick / "back")
    page = take_in(driver)
    page.read(stick / "back")
    driver.command("privacy")
    content = page.conflicts.table.content
    shown = [content.text(column, content.rows[0]) for column in content.columns]
    shown += [page.conflicts.here.text(), page.conflicts.there.text()]
    assert not any("厂" in text for text in shown)


def test_a_bundle_for_somebody_else_is_refused_in_words_and_a_case_edited_meanwhile_is_shown_anew(
    driver, other, case_id, stick
) -> None:
    desk = driver.window.session.desk
    outgoing.hand_over(desk, case_id, known_desks.own_public(other), stick / "out")
    page = take_in(driver)
    page.read(stick / "out")
    assert page.steps.note.text().startswith("✕") and page.arrival is None
    taken(other, stick / "out")
    employed(other, case_id, "城西厂")
    outgoing.hand_over(other, case_id, known_desks.own_public(desk), stick / "back")
    page.read(stick / "back")
    assert not page.conflicts.table.content.rows
    employed(desk, case_id, "城东厂")
    driver.click(page.compared)
    driver.click(page.take_button)
    assert page.steps.note.text().startswith("✕") and len(page.conflicts.table.content.rows) == 1
    assert employer(desk, case_id) == "城东厂"


def test_the_settings_give_out_the_key_and_forget_a_desk(driver, other, stick) -> None:
    desk = driver.window.session.desk
    driver.command("settings")
    page = driver.workbench.settings
    driver.click(page.sections.tabs["safety"])
    card = page.desk_keys
    assert not card.fingerprint.text()
    driver.answers.paths = [stick / "own.key"]
    driver.click(card.save_button)
    assert known_desks.read_desk_key(stick / "own.key") == known_desks.own_public(desk)
    assert card.fingerprint.text() == known_desks.grouped(known_desks.own_public(desk).fingerprint)
    driver.window.session.run(known_desks.remember, known_desks.own_public(other))
    card.known.selectRow(0)
    driver.click(card.forget_button)
    assert desk.store.find(KnownDesk) == () and card.known.content.rows == ()


def test_a_viewer_is_told_why_a_case_is_not_taken_in_or_handed_over(driver, other, case_id, stick) -> None:
    desk = driver.window.session.desk
    outgoing.hand_over(desk, case_id, known_desks.own_public(other), stick / "out")
    taken(other, stick / "out")
    outgoing.hand_over(other, case_id, known_desks.own_public(desk), stick / "back")
    driver.window.session.run(known_desks.remember, known_desks.own_public(other))
    desk.user = replace(desk.user, roles=("viewer",))
    page = take_in(driver)
    page.read(stick / "back")
    assert page.steps.note.text().startswith("✕") and page.arrival is None
    driver.workbench.open_case(case_id)
    leaving = hand_over(driver)
    leaving.known.selectRow(0)
    driver.answers.paths = [stick / "never"]
    driver.click(leaving.write_button)
    assert leaving.steps.note.text().startswith("✕") and not (stick / "never").exists()
    card = driver.workbench.settings.desk_keys
    card.known.selectRow(0)
    driver.workbench.open_page("settings")
    driver.click(driver.workbench.settings.sections.tabs["safety"])
    driver.click(card.forget_button)
    assert card.note.text().startswith("✕") and len(card.known.content.rows) == 1
