"""The check of the desk and what is said of one that can only be read, through the widgets."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.builders import SETTINGS
from tests.store.stored import CHEAP
from tests.ui.conftest import CLOCK
from tests.ui.driver import Driver
from workstation.actions import opening as desks
from workstation.actions.desk import Desk
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.salvage.pages import read_pages
from workstation.store.salvage.records import Trees

pytestmark = pytest.mark.styled

PASSPHRASE = "correct horse"
PAGE = 4096


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    desk = create_desk(tmp_path / "on-disk", PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    for number in range(30):
        desk.store.add(Debtor(f"d{number}", f"人{number}", employer="单位" * 150))
        number_ = desk.store.next_case_number("2026")
        desk.store.add(Case(f"c{number}", number_, f"d{number}", CLOCK.today(), reason_note="病" * 300))
    desk.close()
    return desk.folder


def spoil(folder: Path, table: str) -> None:
    """Damage the first page of rows that a table has."""
    desk = open_desk(folder, PASSPHRASE, CLOCK)
    (root,) = desk.store._database.run("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    desk.close()
    data = bytearray((folder / "desk.db").read_bytes())
    keys = desks.desk_keys(folder, PASSPHRASE)
    page = next(iter(Trees(read_pages(folder / "desk.db", None, keys.database)).leaves(root)))
    data[(page - 1) * PAGE + 30] ^= 1
    (folder / "desk.db").write_bytes(data)


@pytest.fixture
def at(qtbot, qapp, window, answers):
    def opened(desk: Desk) -> Driver:
        window.open_desk(desk)
        qapp.processEvents()
        return Driver(qtbot, window, answers)

    return opened


def test_a_whole_desk_is_said_to_be_whole(at, folder) -> None:
    driver = at(open_desk(folder, PASSPHRASE, CLOCK))
    driver.command("settings")
    driver.click(driver.workbench.settings.sections.tabs["safety"])
    card = driver.workbench.settings.check
    card.button.setFocus()
    driver.press(Qt.Key.Key_Space)
    assert card.result.text().startswith("✓ 已检查") and "操作记录" in card.result.text()
    driver.workbench._session.desk.store._database.run('UPDATE "ledger" SET "by" = ? WHERE "number" = 3', ("某人",))
    card.check()
    assert card.result.text().startswith("✕") and "第 3 条" in card.result.text()


def test_a_list_that_differs_from_the_records_is_told_and_made_anew(at, folder) -> None:
    driver = at(open_desk(folder, PASSPHRASE, CLOCK))
    driver.workbench._session.desk.store._database.run("UPDATE case_line SET name = '别人' WHERE line = 3")
    driver.command("settings")
    driver.click(driver.workbench.settings.sections.tabs["safety"])
    card = driver.workbench.settings.check
    card.check()
    assert "1 行与记录不符" in card.result.text() and card.list_button.isVisible()
    driver.click(card.list_button)
    assert card.result.text().startswith("✓") and not card.list_button.isVisible()


def opens(driver: Driver, case_id: str) -> bool:
    driver.workbench.open_case(case_id)
    found = driver.workbench.in_case
    driver.command("cases")
    return bool(found)


def test_a_damaged_page_is_said_and_shuts_its_own_cases_only(at, folder) -> None:
    spoil(folder, "case")
    driver = at(open_desk(folder, PASSPHRASE, CLOCK))
    driver.command("cases")
    lines = driver.workbench.cases.table.content.rows
    assert len(lines) == 30 and not any(line.unreadable for line in lines)
    opened = [opens(driver, line.case_id) for line in lines]
    assert any(opened) and not all(opened) and "无法读取" in driver.window._toast.text.text()
    driver.command("settings")
    card = driver.workbench.settings.check
    driver.click(card.button)
    assert "已损坏" in card.result.text() and "抢救" in card.result.text()


def test_a_damaged_page_of_the_list_costs_no_case(at, folder) -> None:
    spoil(folder, "case_line")
    driver = at(open_desk(folder, PASSPHRASE, CLOCK))
    driver.command("cases")
    lines = driver.workbench.cases.table.content.rows
    assert len(lines) == 30
    bad = [line for line in lines if line.unreadable]
    assert bad and all(line.number and line.name == "〔？〕" for line in bad)
    assert opens(driver, bad[0].case_id)


def test_a_desk_that_can_only_be_read_says_so_and_keeps_what_is_typed_out(at, folder, monkeypatch) -> None:
    monkeypatch.setattr(desks, "is_writable", lambda path: False)
    driver = at(open_desk(folder, PASSPHRASE, CLOCK))
    assert driver.workbench.banner.isVisible() and "只读" in driver.workbench.banner.text.text()
    driver.command("cases")
    assert len(driver.workbench.cases.table.content.rows) == 30
    driver.command("settings")
    card = driver.workbench.settings.check
    driver.click(card.button)
    assert card.result.text().startswith("✓")


def test_what_was_found_on_opening_can_be_put_away(at, folder) -> None:
    desk = open_desk(folder, PASSPHRASE, CLOCK)
    (log,) = folder.glob("*-wal")
    desk.store.add(Debtor("x", "新"))
    torn = log.read_bytes()[:-100]
    desk.close()
    log.write_bytes(torn)
    driver = at(open_desk(folder, PASSPHRASE, CLOCK))
    banner = driver.workbench.banner
    assert banner.isVisible() and "未正常关闭" in banner.text.text()
    driver.click(banner.close_button)
    assert not banner.isVisible()


def test_an_open_and_whole_desk_has_no_banner(driver) -> None:
    assert not driver.workbench.banner.isVisible()


def test_a_damaged_desk_is_salvaged_from_the_door(qtbot, window, answers, folder) -> None:
    data = bytearray((folder / "desk.db").read_bytes())
    data[100] ^= 1
    (folder / "desk.db").write_bytes(data)
    window.context.preferences.folder = str(folder)
    door = Driver(qtbot, window, answers)
    window.show_entry()
    window.entry.show_first(False)
    unlock = window.entry.unlock
    door.type(unlock.passphrase.editor, PASSPHRASE)
    door.click(unlock.open_button)
    assert window.session is None and unlock.salvage.isVisible()
    new = folder.with_name("new")
    answers.paths = [new]
    door.click(unlock.salvage.button)
    assert str(new) in unlock.salvage.hint.text()
    assert unlock.folder.editor.text() == str(new)
    door.type(unlock.passphrase.editor, PASSPHRASE)
    door.press(Qt.Key.Key_Return)
    session = window.session
    assert session is not None and len(session.desk.store.find(Case)) == 30
