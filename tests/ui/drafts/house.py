"""One desk that stays, and windows that open it and die without a word, as a process that is killed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent

from tests.builders import NOW, SETTINGS
from tests.ui.driver import Answers, Driver, Tray
from tests.ui.staff import bare_desk, take_sample
from ui.background import Inline
from ui.preferences import Preferences
from ui.shell.main_window import MainWindow
from workstation.actions.desk import Desk
from workstation.dates import FixedClock
from workstation.policy.pack import packs
from workstation.store.store import MEMORY_KEY
from workstation.store.vault import Vault

CLOCK = FixedClock(NOW)
_NEVER_MS = 86_400_000


class House:
    """One desk on disk, so to speak, and windows that open it and die."""

    def __init__(self, qtbot, qapp, folder: Path) -> None:
        self.qtbot, self.qapp, self.folder = qtbot, qapp, folder
        self.windows: list[MainWindow] = []
        first = bare_desk(folder)
        self.store, self.case_id = first.store, take_sample(first)

    def desk(self) -> Desk:
        return Desk(self.folder, self.store, Vault(self.folder / "vault", MEMORY_KEY), packs(), CLOCK, SETTINGS)

    def open(self) -> Driver:
        preferences = Preferences(self.folder / "window.ini")
        preferences.mode, answers = "light", Answers()
        window = MainWindow(self.qapp, preferences, self.folder, CLOCK, Inline(), answers, Tray())
        window.show()
        window.open_desk(self.desk())
        self.windows.append(window)
        # Tests ring it themselves: on a slow machine it would ring between two keystrokes.
        window.session.drafts.timer.setInterval(_NEVER_MS)
        self.qapp.processEvents()
        return Driver(self.qtbot, window, answers)

    def kill(self) -> None:
        """What stands in memory is gone; nobody is asked and nothing is saved."""
        window = self.windows.pop()
        if window.session is not None:
            window.session.drafts.timer.stop()
            window.session.drafts.timer.timeout.disconnect()
        window.release()
        window.hide()
        window.deleteLater()
        self.qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def case_page(name: str) -> Callable[[Driver, House], Any]:
    def opened(driver: Driver, house: House) -> Any:
        driver.workbench.open_case(house.case_id)
        return driver.page(name)

    return opened


def section(name: str) -> Callable[[Driver, House], Any]:
    def opened(driver: Driver, house: House) -> Any:
        page = case_page("profile")(driver, house)
        driver.click(page.switches[name])
        return page.section(name)

    return opened
