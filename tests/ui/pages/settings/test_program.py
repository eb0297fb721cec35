"""A later version of the program out of a signed file, and one step back, through the widgets."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.updates.made import KEYS, STRANGER, program, update
from ui.background import TaskProgress
from ui.pages.settings.program_card import ProgramCard
from workstation import __version__
from workstation.updates import program as programs
from workstation.updates.versions_here import Program, in_use


@pytest.fixture
def here(tmp_path, monkeypatch) -> Program:
    made = program(tmp_path / "versions", "0.1.0")
    monkeypatch.setattr(programs, "this_program", lambda: made)
    monkeypatch.setattr(programs, "release_keys", lambda: KEYS)
    return made


@pytest.fixture
def card(driver, here) -> ProgramCard:
    driver.window.workbench.open_settings("general")
    return driver.window.workbench.settings.program


def dropped(card: ProgramCard, *files: Path) -> bool:
    """Whether the card takes the files that are held over it; then they are let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    about = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(card.rect().center(), *about)
    entered.ignore()
    QApplication.sendEvent(card, entered)
    if entered.isAccepted():
        QApplication.sendEvent(card, QDropEvent(QPointF(card.rect().center()), *about))
    return entered.isAccepted()


def test_updated_and_back(card, here, answers, tmp_path) -> None:
    assert card.state.text() == "版本 0.1.0" and card.back_button.isHidden()
    answers.paths = [update(tmp_path)]
    card.update_button.click()
    assert card.result.text().startswith("✓ 下次启动时使用版本 0.2.0。") and in_use(here).version == "0.2.0"
    assert card.state.text() == "版本 0.1.0；下次启动 0.2.0。" and card.back_button.text() == "退回 0.1.0"
    card.back_button.click()
    assert card.result.text().startswith("✓ 下次启动时使用版本 0.1.0。") and in_use(here) == here
    assert card.state.text() == "版本 0.1.0" and card.back_button.text() == "退回 0.2.0"
    assert "backups" in card.result.text() and "打不开" in card.result.text()


def test_nothing_chosen(card, here) -> None:
    card.update_button.click()
    assert card.result.isHidden() and in_use(here) == here


def test_a_file_of_a_stranger(card, here, answers, tmp_path) -> None:
    answers.paths = [update(tmp_path, key=STRANGER)]
    card.update_button.click()
    assert card.result.text().startswith("✕ concord-0.2.0") and "签名" in card.result.text()
    assert in_use(here) == here and card.update_button.isEnabled() and card.progress.isHidden()


def test_dropped(card, here, tmp_path) -> None:
    file = update(tmp_path)
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-")
    assert not dropped(card, other) and not dropped(card, file, other) and in_use(here) == here
    assert dropped(card, file) and in_use(here).version == "0.2.0"


def test_stopped(card, here, answers, tmp_path, monkeypatch) -> None:
    real = TaskProgress.step

    def stopping(task: TaskProgress, done: int, total: int) -> None:
        card.stop_button.click()
        real(task, done, total)

    monkeypatch.setattr(TaskProgress, "step", stopping)
    answers.paths = [update(tmp_path)]
    card.update_button.click()
    assert card.result.text() == "已停止；正在使用的版本保持不变。" and in_use(here) == here


def test_a_program_of_another_kind(driver) -> None:
    """This tree is no bundle."""
    driver.window.workbench.open_settings("general")
    card = driver.window.workbench.settings.program
    assert card.state.text().startswith(f"版本 {__version__}。") and "不是由安装包" in card.state.text()
    assert card.update_button.isHidden() and not card.acceptDrops()
