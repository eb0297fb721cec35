"""Backups in the window: a place chosen once, a copy by itself and by hand, and a desk made again from the entry page."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

import pytest

from tests.builders import NOW
from tests.ui.driver import Driver
from workstation.actions.backup.copying import history, settings_of
from workstation.dates import FixedClock
from workstation.errors import Finding, ServerAway
from workstation.evidence.verification import EvidenceItem

pytestmark = pytest.mark.styled

PASSPHRASE = "a long enough passphrase"
FORGOTTEN = "one that nobody has forgotten"


@pytest.fixture
def door(qtbot, window, answers, tmp_path) -> Driver:
    made = Driver(qtbot, window, answers)
    values = {"folder": str(tmp_path / "desk"), "passphrase": PASSPHRASE, "again": PASSPHRASE}
    made.fill(window.entry.first.form, values | {"desk_name": "一号台", "agent": "林协商", "language": "zh-Hans"})
    made.click(window.entry.first.create_button)
    (tmp_path / "stick").mkdir()
    return made


def card(door: Driver):
    door.command("settings")
    door.workbench.settings.sections.open("safety")
    return door.workbench.settings.backup


def tick(door: Driver) -> None:
    """The timer of the day, without waiting for it."""
    door.window.backup.run_if_due()


def copies(tmp_path):
    return sorted(tmp_path.glob("stick/*/copies/*"))


def test_a_person_chooses_a_stick_once_and_backs_up(door, tmp_path) -> None:
    shown = card(door)
    door.answers.paths = [tmp_path / "stick"]
    door.click(shown.now_button)
    assert len(copies(tmp_path)) == 1
    assert shown.place.whole == str(tmp_path / "stick")
    assert shown.message.property("role") == "good"
    assert history(door.window.session.desk)[0].cases == 0
    assert not door.workbench.backup_sign.isVisible()


def test_the_sign_reminds_until_there_is_a_backup_and_leads_to_it(door, tmp_path) -> None:
    sign = door.workbench.backup_sign
    today = door.workbench.today
    assert today.backup.isVisible() and not sign.isVisible(), "the first page says it itself"
    door.workbench.open_page("cases")
    assert sign.button.isVisible()
    door.click(sign.button)
    assert door.workbench.settings.isVisible() and door.workbench.settings.sections.current == "safety"
    door.answers.paths = [tmp_path / "stick"]
    door.click(door.workbench.settings.backup.now_button)
    assert not sign.isVisible()
    door.window.session.desk.clock = FixedClock(NOW + timedelta(days=7))
    sign.load()
    assert "7" in sign.button.text()


def test_the_keyboard_stays_in_the_window_when_a_desk_opens(door, qapp) -> None:
    qapp.processEvents()
    door.workbench.open_page("cases")
    assert door.workbench.backup_sign.isVisible()
    assert qapp.activeWindow() is door.window


def test_the_desk_copies_itself_once_a_day(door, tmp_path) -> None:
    tick(door)
    assert not copies(tmp_path), "no place was chosen yet"
    door.answers.paths = [tmp_path / "stick"]
    door.click(card(door).choose_button)
    tick(door)
    tick(door)
    assert len(copies(tmp_path)) == 1
    door.window.session.desk.clock = FixedClock(NOW + timedelta(days=1))
    tick(door)
    assert len(copies(tmp_path)) == 2


def test_whoever_wants_none_is_left_alone(door, tmp_path) -> None:
    shown = card(door)
    door.answers.paths = [tmp_path / "stick"]
    door.click(shown.choose_button)
    door.put(shown.form.fields["automatic"], False)
    door.put(shown.form.fields["daily"], "3")
    door.click(shown.keep_button)
    kept = settings_of(door.window.session.desk)
    assert (kept.daily, kept.automatic) == (3, False)
    tick(door)
    assert not copies(tmp_path)


def test_a_pulled_stick_is_told_and_remembered(door, tmp_path) -> None:
    shown = card(door)
    door.answers.paths = [tmp_path / "stick"]
    door.click(shown.choose_button)
    (tmp_path / "stick").rename(tmp_path / "elsewhere")
    tick(door)
    assert str(tmp_path / "stick") in shown.message.text()
    assert history(door.window.session.desk)[0].problem == "backup_missing"


def test_another_stick_under_the_same_name_is_told(door, tmp_path) -> None:
    shown = card(door)
    door.answers.paths = [tmp_path / "stick"]
    door.click(shown.now_button)
    (tmp_path / "stick").rename(tmp_path / "elsewhere")
    (tmp_path / "stick").mkdir()
    door.click(shown.now_button)
    assert history(door.window.session.desk)[0].problem == "backup_moved"
    assert not copies(tmp_path)
    door.answers.paths = [tmp_path / "stick"]
    door.click(shown.choose_button)
    door.click(shown.now_button)
    assert len(copies(tmp_path)) == 1


def test_a_place_inside_the_desk_is_refused(door, tmp_path) -> None:
    shown = card(door)
    door.answers.paths = [tmp_path / "desk"]
    door.click(shown.choose_button)
    assert door.window.backup.place == ""
    assert str(tmp_path / "desk") in shown.message.text()


def test_a_lost_desk_is_restored_from_the_entry_page(door, tmp_path) -> None:
    door.new_case("欧阳")
    door.answers.paths = [tmp_path / "stick"]
    door.click(card(door).now_button)
    door.command("lock")
    for file in (tmp_path / "desk").glob("desk.*"):
        file.unlink()
    entry = door.window.entry
    entry.unlock.ways["restore"].trigger()
    page = entry.restore
    door.fill(page.form, {"place": str(tmp_path / "stick"), "passphrase": PASSPHRASE})
    door.click(page.find_button)
    copy = page.table.current()
    assert (copy.state.value, copy.manifest.cases) == ("verified", 1)
    door.put(page.form.fields["folder"], str(tmp_path / "again"))
    door.click(page.restore_button)
    door.click(page.open_button)
    assert door.window.session.desk.folder == tmp_path / "again"
    assert door.window.session.desk.store.case_count() == 1


def test_a_wrong_passphrase_and_an_empty_folder_are_told_at_their_fields(door, tmp_path) -> None:
    door.answers.paths = [tmp_path / "stick"]
    door.click(card(door).now_button)
    door.command("lock")
    door.window.entry.unlock.ways["restore"].trigger()
    page = door.window.entry.restore
    door.fill(page.form, {"place": str(tmp_path / "stick"), "passphrase": "something else"})
    door.click(page.find_button)
    assert page.passphrase.wrong and page.table.current() is None
    door.fill(page.form, {"place": str(tmp_path), "passphrase": PASSPHRASE})
    door.click(page.find_button)
    assert page.place.wrong
    assert not page.restore_button.isEnabled()


def recovery_key(door) -> str:
    """A new key, taken by its button."""
    card(door)
    shown = door.workbench.settings.recovery
    door.click(shown.new_button)
    door.put(shown.passphrase, PASSPHRASE)
    door.click(shown.make_button)
    words = shown.words.text()
    door.click(shown.use_button)
    return words


def test_a_key_in_words_opens_the_desk_and_is_shown_once(door, tmp_path) -> None:
    words = recovery_key(door)
    assert len(words.split()) == 48
    assert door.workbench.settings.recovery.words.text() == ""
    door.command("lock")
    unlock = door.window.entry.unlock
    unlock.ways["recovery"].trigger()
    door.put(unlock.passphrase, " ".join(words.split()))
    door.click(unlock.open_button)
    assert door.window.session is not None


def test_who_opened_by_the_key_is_led_to_a_new_passphrase(door) -> None:
    words = recovery_key(door)
    door.command("lock")
    unlock = door.window.entry.unlock
    unlock.ways["recovery"].trigger()
    door.put(unlock.passphrase, " ".join(words.split()))
    door.click(unlock.open_button)
    settings = door.workbench.settings
    assert settings.isVisible() and settings.sections.current == "people"
    settings.people.table.selectRow(0)
    assert not settings.people.buttons["own"].isEnabled(), "nobody knows the old passphrase"
    door.click(settings.people.buttons["reset"])
    door.fill(settings.people.forms["reset"].form, {"passphrase": FORGOTTEN, "again": FORGOTTEN})
    door.click(settings.people.forms["reset"].button)
    door.command("lock")
    unlock = door.window.entry.unlock
    door.put(unlock.passphrase, PASSPHRASE)
    door.click(unlock.open_button)
    assert unlock.passphrase.wrong
    door.put(unlock.passphrase, FORGOTTEN)
    door.click(unlock.open_button)
    assert not unlock.passphrase.wrong


def test_a_new_key_takes_the_place_of_the_old(door) -> None:
    first = recovery_key(door)
    recovery_key(door)
    door.command("lock")
    unlock = door.window.entry.unlock
    unlock.ways["recovery"].trigger()
    door.put(unlock.passphrase, " ".join(first.split()))
    door.click(unlock.open_button)
    assert door.window.session is None and unlock.passphrase.wrong


def test_an_unlocked_desk_gives_no_key_without_the_passphrase(door) -> None:
    card(door)
    shown = door.workbench.settings.recovery
    door.click(shown.new_button)
    door.put(shown.passphrase, "something else")
    door.click(shown.make_button)
    assert shown.passphrase.wrong and not shown.words.isVisible()
    door.click(shown.cancel_button)
    assert not shown.passphrase.isVisible()


def test_the_sheet_bears_the_words_only_while_they_are_shown(door, tmp_path) -> None:
    card(door)
    shown = door.workbench.settings.recovery
    door.answers.paths = [tmp_path / "plain.pdf"]
    door.click(shown.sheet_button)
    door.click(shown.new_button)
    door.put(shown.passphrase, PASSPHRASE)
    door.click(shown.make_button)
    door.answers.paths = [tmp_path / "key.pdf"]
    door.click(shown.sheet_button)
    assert (tmp_path / "key.pdf").read_bytes() != (tmp_path / "plain.pdf").read_bytes()
    door.click(shown.cancel_button)
    assert shown.words.text() == "", "an unused key is forgotten"


def test_what_could_not_be_restored_is_listed_by_item(door, tmp_path) -> None:
    case = door.new_case("欧阳")
    door.window.session.desk.vault.keep(b"proof", "证明.txt")
    door.window.session.desk.store.add(
        EvidenceItem(
            "i1", case.file.case.id, "id_card", sha256(b"proof").hexdigest(), "证明.txt", 5, "text/plain", NOW, "林"
        )
    )
    door.answers.paths = [tmp_path / "stick"]
    door.click(card(door).now_button)
    next(tmp_path.glob("stick/*/vault/*/*")).unlink()
    door.command("lock")
    door.click(door.window.entry.restore_button)
    page = door.window.entry.restore
    door.fill(page.form, {"place": str(tmp_path / "stick"), "passphrase": PASSPHRASE})
    door.click(page.find_button)
    assert page.table.current().state.value == "lacking"
    door.put(page.form.fields["folder"], str(tmp_path / "again"))
    door.click(page.restore_button)
    assert "证明.txt" in page.lacking.toPlainText() and page.lacking.isVisible()
    assert page.open_button.isVisible()


def test_a_copy_that_cannot_be_put_on_record_ends_and_says_so(door, tmp_path, monkeypatch) -> None:
    shown, desk = card(door), door.window.session.desk
    door.answers.paths = [tmp_path / "stick"]
    door.click(shown.choose_button)

    def away(entity: object) -> None:
        raise ServerAway(Finding("server_lost", "desk.server"))

    with monkeypatch.context() as lost:
        lost.setattr(desk.store, "add", away)
        door.click(shown.now_button)
    assert "服务器" in shown.message.text()
    (unrecorded,) = copies(tmp_path)
    door.click(shown.now_button)  # the one before has ended
    assert copies(tmp_path) != [unrecorded]
    assert history(desk)[0].problem == ""
