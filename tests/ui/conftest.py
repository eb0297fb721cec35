"""The real window on a fresh desk in memory, spoken in Chinese, driven through its widgets; no dialog ever opens."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.builders import NOW
from tests.ui.drafts.house import House
from tests.ui.driver import Answers, Driver, Tray, window_at
from tests.ui.staff import staffed_desk
from ui.look import theme
from ui.look.translations import compile_all
from ui.shell.collector import collect_due
from ui.shell.main_window import MainWindow
from workstation.actions.desk import Desk
from workstation.dates import FixedClock

CLOCK = FixedClock(NOW)
STYLED: Final = frozenset({"layout", "look", "tour", "widgets"})
"""Folders whose tests measure or look."""


@pytest.fixture(scope="session", autouse=True)
def translations() -> None:
    """Compiled here when set-up has not done so since the last change."""
    from resources import path

    for source in path("translations").glob("*.ts"):
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            compile_all()
            return


@pytest.fixture(autouse=True)
def _collecting_here() -> Iterator[None]:
    """As `Collector`: threads of a pool never destroy what belongs to a window."""
    gc.disable()
    yield
    collect_due()
    gc.enable()


@pytest.fixture(autouse=True)
def _plainly(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the style sheet, where nobody measures: giving each part of a window its style takes a third of a test's time."""
    if STYLED.isdisjoint(request.path.parts) and request.node.get_closest_marker("styled") is None:
        monkeypatch.setattr(theme, "style_sheet", lambda chosen: "")


@pytest.fixture
def answers() -> Answers:
    """What the person answers when asked for files."""
    return Answers()


@pytest.fixture
def tray() -> Tray:
    """The one printer of the house."""
    return Tray()


@pytest.fixture
def window(
    request: pytest.FixtureRequest, qtbot, qapp, tmp_path: Path, answers: Answers, tray: Tray
) -> Iterator[MainWindow]:
    at_once = {"driver", "desk"} <= set(request.fixturenames)  # the driver below opens the desk before anything is seen
    with window_at(qapp, tmp_path, answers, tray, door=not at_once) as made:
        yield made


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty desk in memory, at which an agent sits; a supervisor and another agent have their own passphrases."""
    return staffed_desk(tmp_path / "desk")


@pytest.fixture
def driver(qtbot, window: MainWindow, desk: Desk, answers: Answers) -> Driver:
    """The window at the open desk."""
    window.open_desk(desk)
    return Driver(qtbot, window, answers)


@pytest.fixture
def house(qtbot, qapp, tmp_path: Path) -> Iterator[House]:
    """A desk with the sample portfolio that outlives the windows which open it."""
    made = House(qtbot, qapp, tmp_path)
    yield made
    while made.windows:
        made.windows[-1].translations.use("en")
        made.kill()
    made.store.close()
