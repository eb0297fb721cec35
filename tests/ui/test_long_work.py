"""Whatever may take seconds is handed to the background: the window goes on, a second click is ignored, locking is safe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

import ui.pages.evidence.opened_file as opened_file
from resources import path
from tests.ui.driver import Driver
from tests.ui.staff import take_sample
from ui.background import Inline
from workstation.actions.evidence import masks
from workstation.actions.papers.packet import source
from workstation.store import keys
from workstation.store.vault import Vault

PASSPHRASE = "a long enough passphrase"


class Recording(Inline):
    """Runs at once while ``open``, and keeps what is submitted while it is not; ``inside``: whether work runs right now."""

    def __init__(self) -> None:
        self.open, self.inside = True, False
        self.kept: list[Callable[[], None]] = []

    def run(self, work, done, failed, watch=None):
        def marked():
            self.inside = True
            try:
                return work()
            finally:
                self.inside = False

        def start() -> None:
            Inline.run(self, marked, done, failed, watch)

        self.kept.append(start)
        if self.open:
            self.go()

    def go(self) -> None:
        while self.kept:
            self.kept.pop(0)()
        QApplication.processEvents()


@pytest.fixture
def background() -> Recording:
    return Recording()


@pytest.fixture
def inline(monkeypatch, background) -> list[str]:
    """The heavy steps that ran on the thread of the window; a test must leave it empty."""
    found: list[str] = []

    def traced(name: str, work: Callable[..., object]) -> Callable[..., object]:
        def step(*args: object, **kwargs: object) -> object:
            if not background.inside:
                found.append(name)
            return work(*args, **kwargs)

        return step

    for owner, name in (
        (keys, "_wrapping_key"), (Vault, "read"), (Vault, "_take_in"), (masks, "shown_pages"),
        (masks, "number_masks"), (opened_file, "picture_frames"), (opened_file, "authenticity_hints"),
        (source, "build_apart"),
    ):  # fmt: skip
        monkeypatch.setattr(owner, name, traced(name, getattr(owner, name)))
    return found


@pytest.fixture
def door(qtbot, window, answers, background, inline) -> Driver:
    window.context = replace(window.context, background=background)
    window.show_entry()
    return Driver(qtbot, window, answers)


@pytest.fixture
def bench(driver: Driver, background, inline) -> Driver:
    driver.window.context = replace(driver.window.context, background=background)
    driver.window._show_workbench("cases")
    return driver


def create(door: Driver, folder: Path) -> None:
    values = {"folder": str(folder), "passphrase": PASSPHRASE, "again": PASSPHRASE, "desk_name": "One", "agent": "Lin"}
    door.fill(door.window.entry.first.form, values)
    door.click(door.window.entry.first.create_button)


def test_a_desk_is_made_and_unlocked_while_the_window_goes_on(door, background, inline, tmp_path) -> None:
    background.open = False
    create(door, tmp_path / "desk")
    assert door.window.session is None and door.window.entry.busy.isVisible()
    assert not door.window.entry.first.create_button.isEnabled()
    background.go()
    assert door.window.session is not None
    background.go()  # the day is read
    door.command("lock")
    unlock = door.window.entry.unlock
    door.type(unlock.passphrase.editor, PASSPHRASE)
    door.press(Qt.Key.Key_Return)
    door.press(Qt.Key.Key_Return)
    assert len(background.kept) == 1, "a second Enter is ignored"
    assert not door.window.entry.sample.isEnabled()
    background.go()
    assert door.window.session is not None
    assert inline == []


def test_a_wrong_passphrase_ends_the_sign_and_keeps_the_cursor(door, background, tmp_path) -> None:
    create(door, tmp_path / "desk")
    door.command("lock")
    background.open = False
    unlock = door.window.entry.unlock
    door.type(unlock.passphrase.editor, "something else")
    door.click(unlock.open_button)
    background.go()
    assert door.window.session is None and not door.window.entry.busy.isVisible()
    assert unlock.passphrase.editor.hasFocus() and unlock.open_button.isEnabled()


def test_a_desk_that_arrives_after_its_page_is_gone_is_not_opened(door, background, qapp, tmp_path) -> None:
    create(door, tmp_path / "desk")
    door.command("lock")
    background.open = False
    door.type(door.window.entry.unlock.passphrase.editor, PASSPHRASE)
    door.press(Qt.Key.Key_Return)
    door.window.show_entry()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the page that asked goes
    background.go()
    assert door.window.session is None


def card_page(bench: Driver, tmp_path: Path):
    bench.new_case("欧阳·阿依古丽")
    talk = bench.page("conversation")
    bench.pick(talk.reason, "illness")
    bench.click(talk.requests["settlement"])
    page = bench.page("evidence")
    page.checklist.choose("bank_card")
    card = tmp_path / "银行卡.png"
    Image.new("RGB", (600, 380), "white").save(card)
    page.add_files([card])
    return page


def test_a_proof_is_read_and_decoded_in_the_background(bench, background, inline, tmp_path) -> None:
    page = card_page(bench, tmp_path)
    page.checklist.choose("id_card")
    background.open = False
    page.checklist.choose("bank_card")
    assert page.preview.busy.isVisible() and not page.preview.picture.frames
    page.checklist.choose("id_card")
    background.go()
    assert not page.preview.picture.frames, "another entry is shown by now"
    page.checklist.choose("bank_card")
    background.go()
    assert page.preview.picture.frames and not page.preview.busy.isVisible()
    assert inline == []


def test_the_pages_of_a_copy_are_drawn_in_the_background(bench, background, inline, tmp_path) -> None:
    page = card_page(bench, tmp_path)
    background.open = False
    bench.click(page.preview.cover_button)
    sheet = page.covering
    assert page.stack.currentWidget() is sheet and sheet.busy.isVisible()
    assert not (sheet.add.isEnabled() or sheet.none.isEnabled() or sheet.keep.isEnabled())
    bench.press(Qt.Key.Key_Escape) if sheet.view.hasFocus() else bench.click(sheet.back)
    background.go()
    assert not sheet._pages, "closed by now"
    bench.click(page.preview.cover_button)
    background.go()
    assert sheet._pages and sheet.none.isEnabled() and not sheet.busy.isVisible()
    assert inline == []


def test_a_packet_leaves_by_the_background_and_once(bench, background, inline, answers, tmp_path) -> None:
    bench.workbench.open_case(take_sample(bench.window.session.desk))
    inline.clear()
    page = bench.page("application")
    background.open = False
    answers.paths = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    bench.click(page.export_button)
    assert page.display.busy.isVisible() and not page.export_button.isEnabled()
    page.export_pdf()
    background.go()
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["one.pdf"]
    assert page.export_button.isEnabled() and not page.display.busy.isVisible()
    page.display.preview.versions.load(next(iter(page.display._versions.earlier)))
    page.display.preview.versions.edited.emit()
    background.go()
    assert page.display.pages and inline == []


def test_locking_while_a_packet_is_on_its_way_puts_nothing_on_record(bench, background, answers, tmp_path) -> None:
    desk = bench.window.session.desk
    bench.workbench.open_case(take_sample(desk))
    page = bench.page("application")
    background.open = False
    answers.paths = [tmp_path / "one.pdf"]
    bench.click(page.export_button)
    bench.command("lock")
    background.go()
    assert not (tmp_path / "one.pdf").exists()


def test_a_sheet_for_the_debtor_is_built_in_the_background_and_once(bench, background, answers, tmp_path) -> None:
    bench.workbench.open_case(take_sample(bench.window.session.desk))
    plan = bench.page("plan")
    background.open = False
    answers.paths = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    plan.write_formulas()
    plan.write_sheet()
    assert len(background.kept) == 1 and answers.proposals == []
    background.go()
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["one.pdf"]


def test_a_portfolio_whose_reading_ends_after_the_lock_is_not_shown(bench, background) -> None:
    bench.command("import")
    page = bench.workbench._made["imports"]
    background.open = False
    page.try_file(path("sample", "portfolio-with-mistakes.csv"))
    bench.command("lock")
    background.go()
    assert page.plan is None


def test_rejected_rows_become_a_workbook_in_the_background(bench, background, answers, tmp_path) -> None:
    bench.command("import")
    page = bench.workbench._made["imports"]
    page.try_file(path("sample", "portfolio-with-mistakes.csv"))
    background.open = False
    answers.paths = [tmp_path / "rejected.xlsx"]
    bench.click(page.rejects.button)
    assert not page.rejects.button.isEnabled() and not answers.paths and not (tmp_path / "rejected.xlsx").exists()
    background.go()
    assert (tmp_path / "rejected.xlsx").exists() and page.rejects.button.isEnabled()
