"""Pictures of every page, light and dark, in both languages, taken of the sample desk: `python -m ui.screenshots OUT_DIR`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

import resources
from ui.app import make_application
from ui.background import Inline
from ui.files import FileChooser
from ui.look.theme import Mode
from ui.look.translations import LANGUAGES
from ui.pages.bank_forms.page import BankFormsPage
from ui.pages.cases.imports import ImportsPage
from ui.pages.evidence.page import EvidencePage
from ui.pages.profile.page import SECTIONS, ProfilePage
from ui.preferences import Preferences
from ui.shell.case_view import PAGES
from ui.shell.main_window import MainWindow
from workstation.actions.demo.sample_desk import open_sample_desk
from workstation.actions.desk import Desk
from workstation.actions.evidence import mappings
from workstation.dates import SystemClock
from workstation.profile.case import Stage

_PAUSE_MS: Final = 250
MODES: Final[tuple[Mode, ...]] = ("light", "dark")
_UNKNOWN: Final = (
    ("某某农村商业银行 账户交易明细",),
    ("记账日", "凭证号", "借贷标志", "发生额", "账户余额", "对手户名", "用途"),
    ("13/05/2026", "1001", "借", "316.40", "9683.60", "北京物美超市", "超市"),
    ("20/05/2026", "1002", "贷", "6,850.00", "16533.60", "北京恒信文化传播有限公司", "工资"),
    ("25/05/2026", "1003", "借", "2,400.00", "14133.60", "招商银行信用卡", "信用卡还款"),
)
"""A statement that no layout fits, as its rows stand in the file."""


def take_all(app: QApplication, out: Path) -> Iterator[Path]:
    """Take every picture into ``out``; yields each file once it is written. 1366 × 768, as small desks have it."""
    desk = open_sample_desk(out / "desk")
    try:
        for mode, language in product(MODES, LANGUAGES):
            yield from _Tour(app, out, desk, mode, language).walk()
    finally:
        desk.close()


class _Tour:
    """One walk through the window in one mode and language."""

    def __init__(self, app: QApplication, out: Path, desk: Desk, mode: Mode, language: str) -> None:
        self._app, self._out, self._desk = app, out, desk
        self._tail = f"{mode}-{language}"
        file = out / "window.ini"
        file.unlink(missing_ok=True)
        preferences = Preferences(file)
        preferences.mode, preferences.language = mode, language
        self._window = MainWindow(app, preferences, out, SystemClock(), Inline(), FileChooser())
        self._window.show()

    def walk(self) -> Iterator[Path]:
        yield self._take("1-first-start")
        self._window.open_desk(self._desk, self._window.context.words.language)
        workbench = self._window.workbench
        if workbench is None:
            return
        yield self._take("2-today")
        workbench.open_page("cases")
        yield self._take("2-cases")
        workbench.open_page("registers")
        yield self._take("2-registers")
        workbench.open_page("imports")
        workbench.findChildren(ImportsPage)[0].try_file(resources.path("sample", "portfolio-with-mistakes.csv"))
        yield self._take("3-import")
        worked = self._desk.store.case_lines(stage=Stage.APPLY)
        workbench.open_case(worked[0].case_id)
        for number, page in enumerate(PAGES, 4):
            workbench.case.turn_to(page)
            if isinstance(profile := workbench.case.pages[page], ProfilePage):
                for section in (one for one in SECTIONS if not profile.switches[one].isHidden()):
                    profile.show_section(section)
                    yield self._take(f"{number}-{page}-{section}")
            elif isinstance(proofs := workbench.case.pages[page], EvidencePage):
                proofs.checklist.choose("diagnosis")
                yield self._take(f"{number}-{page}")
                proofs.panel.show_sheet("checks")
                proofs.checklist.choose("bank_statement")
                yield self._take(f"{number}-{page}-statement")
                proofs.open_statement()
                for part in proofs.sheet.parts:
                    proofs.sheet.show_part(part)
                    yield self._take(f"{number}-{page}-statement-{part}")
                proofs.mapping.load((_UNKNOWN,), mappings.proposal((_UNKNOWN,)), file_name="流水.csv")
                proofs.stack.setCurrentWidget(proofs.mapping)
                yield self._take(f"{number}-{page}-mapping")
                proofs.open_consistency()
                yield self._take(f"{number}-{page}-story")
                proofs.close_statement()
            elif isinstance(forms := workbench.case.pages[page], BankFormsPage):
                yield self._take(f"{number}-{page}")
                for form in ("general-application", "general-budget"):
                    forms.open_mapping(form)
                    yield self._take(f"{number}-{page}-{form}")
                forms.close_sheet()
            else:
                yield self._take(f"{number}-{page}")
        workbench.open_page("settings")
        for name in workbench.settings.sections.tabs:
            workbench.settings.sections.open(name)
            yield self._take(f"9-settings-{name}")
        self._window.release()
        self._window.close()

    def _settle(self) -> None:
        """PDF pages are drawn in the background; give them a moment."""
        pause = QEventLoop()
        QTimer.singleShot(_PAUSE_MS, pause.quit)
        pause.exec()

    def _take(self, name: str) -> Path:
        self._settle()
        path = self._out / f"{name}-{self._tail}.png"
        self._window.grab().save(str(path))
        return path


def main(argv: list[str]) -> int:
    """Take the pictures and name the files."""
    if len(argv) != 1:
        print("usage: python -m ui.screenshots OUT_DIR")
        return 2
    out = Path(argv[0])
    out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for path in take_all(make_application([]), out):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
