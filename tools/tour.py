"""Drives the window through a case of three banks by mouse and keys, in every language, light and dark.

`python -m tools.tour OUT [LANGUAGE...]`. The sample case, which is ready to be applied for, is looked at last. Every stop leaves
a picture in OUT, 1366 × 768 as small desks have it; `tools.pictures` takes those of README and guide from there. Nothing is called
but what a person can reach: buttons are clicked, words are typed, keys are pressed.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

import resources
from ui.app import make_application
from ui.background import Inline
from ui.files import FileChooser
from ui.look.theme import Mode
from ui.look.translations import LANGUAGES
from ui.pages.cases.imports import ImportsPage
from ui.preferences import Preferences
from ui.shell.main_window import MainWindow
from ui.tour.walk import Walk
from workstation.actions.demo.sample_desk import fresh_sample_desk
from workstation.actions.desk import Desk
from workstation.dates import SystemClock

ROOT: Final = Path(__file__).resolve().parent.parent
CASE: Final = ROOT / "tests" / "files" / "cases" / "three-banks.toml"
MODES: Final[tuple[Mode, ...]] = ("light", "dark")
_PAUSE_MS: Final = 250
_PAGES: Final = ("profile", "conversation", "evidence", "plan", "application", "bank_forms", "keep")
_LIST: Final = """代号,机构名,凭证号,应收数,说明
赵样例,示例商业银行,6225000000000001,12000.50,甲
钱样例,示例商业银行,6225000000000002,8000.00,乙
孙样例,示例商业银行,6225000000000003,31250.75,甲
"""
"""A bank's list whose headings nobody knows."""


class Chosen(FileChooser):
    """Answers each question for a file with the one that was laid ready."""

    def __init__(self) -> None:
        self.file: Path | None = None

    def existing(self, parent: QWidget, title: str, kinds: str, start: str = "") -> Path | None:
        """The file that was laid ready."""
        return self.file


class Tour:
    """One walk through the window in one language and mode."""

    def __init__(self, app: QApplication, out: Path, desk: Desk, mode: Mode, language: str) -> None:
        self._app, self._out, self._desk, self._language = app, out, desk, language
        self._tail = f"{mode}-{language}"
        file = out / "window.ini"
        file.unlink(missing_ok=True)
        preferences = Preferences(file)
        preferences.mode, preferences.language, preferences.tour_seen = mode, language, True
        self._files = Chosen()
        self._window = MainWindow(app, preferences, out, SystemClock(), Inline(), self._files)
        self._window.show()

    def walk(self) -> Iterator[Path]:
        """From the first start through the day, an import, the three banks of a case and the settings."""
        yield from self._first_start()
        self._window.open_desk(self._desk, self._language)
        yield self._take("1-today")
        yield from self._guided()
        yield from self._import()
        self._find("mmt")
        yield self._take("4-cases")
        self._open()
        yield from self._case()
        yield from self._rest()
        self._end()

    def sample(self) -> Iterator[Path]:
        """The pages of the sample case from which something leaves."""
        self._window.open_desk(self._desk, self._language)
        self._settle()
        self._find("oyaygl")
        self._open()
        for page in ("plan", "application"):
            self._click(self._bench.case.tabs[page])
            yield self._take(f"7-sample-{page}")
        self._end()

    def _end(self) -> None:
        self._window.release()
        self._window.close()

    def _find(self, words: str) -> None:
        self._click(self._bench.sidebar.cases)
        self._type(self._bench.cases.search, words)
        self._settle()

    def _open(self) -> None:
        QTest.keyClick(self._bench.cases.search, Qt.Key.Key_Return)
        self._settle()

    def _first_start(self) -> Iterator[Path]:
        first: Any = self._window.entry
        steps = first.first
        for key, text in {"passphrase": "seven lamps over a slow river", "again": "seven lamps over a slow river",
                          "desk_name": "样例工作台", "agent": "林协商"}.items():  # fmt: skip
            self._type(steps.form.fields[key].editor, text)
        yield self._take("0-start-1")
        for step in (2, 3):
            self._click(steps.next_button)
            yield self._take(f"0-start-{step}")

    def _guided(self) -> Iterator[Path]:
        self._window.menus.actions["tour"].trigger()
        (walk,) = self._bench.findChildren(Walk)
        for at in range(len(walk.stops)):
            yield self._take(f"2-tour-{at + 1:02d}")
            QTest.keyClick(walk.mark.next_button, Qt.Key.Key_Return)
        self._settle()

    def _import(self) -> Iterator[Path]:
        self._files.file = self._out / "list.csv"
        self._files.file.write_text(_LIST, "utf-8")
        self._window.menus.actions["import"].trigger()
        (page,) = self._bench.findChildren(ImportsPage)
        self._click(page.choose_button)
        for choice, field in zip(page.naming.choices.values(), ("name", "bank", "number", "principal"), strict=False):
            self._pick(choice, field)
        yield self._take("3-import-columns")
        self._click(page.naming.read_button)
        yield self._take("3-import-accepted")
        self._files.file = resources.path("sample", "portfolio-with-mistakes.csv")
        self._click(page.choose_button)
        yield self._take("3-import-rejected")

    def _case(self) -> Iterator[Path]:
        case = self._bench.case
        for page in _PAGES:
            self._click(case.tabs[page])
            shown: Any = case.pages[page]
            yield self._take(f"5-{page}")
            yield from getattr(self, f"_in_{page}", self._nothing)(shown)
        self._window.menus.actions["timeline"].trigger()
        yield self._take("5-timeline")

    def _nothing(self, _page: Any) -> Iterator[Path]:
        return iter(())

    def _in_profile(self, page: Any) -> Iterator[Path]:
        for name, switch in page.switches.items():
            if switch.isVisible():
                self._click(switch)
                yield self._take(f"5-profile-{name}")

    def _in_evidence(self, page: Any) -> Iterator[Path]:
        for name, switch in page.panel.switches.items():
            if switch.isEnabled() and switch.isVisible():
                self._click(switch)
                yield self._take(f"5-evidence-{name}")

    def _in_plan(self, page: Any) -> Iterator[Path]:
        for at in range(page.inputs.accounts.count()):
            self._turn(page.inputs.accounts, at)
            yield self._take(f"5-plan-bank-{at + 1}")
        for name in ("options", "shares", "claim", "costs", "approvals"):
            if page.tabs.tabs[name].isVisible():
                self._click(page.tabs.tabs[name])
                yield self._take(f"5-plan-{name}")
        self._click(page.tabs.tabs["schedule"])

    def _in_application(self, page: Any) -> Iterator[Path]:
        for at in range(page.bank.count()):
            self._turn(page.bank, at)
            yield self._take(f"5-application-bank-{at + 1}")
        self._click(page.switches["reply"])
        yield self._take("5-application-reply")

    def _rest(self) -> Iterator[Path]:
        for name in ("registers", "rules", "help"):
            self._window.menus.actions[name].trigger()
            yield self._take(f"6-{name}")
        for name in ("print_queue", "banks", "settings"):
            self._click(getattr(self._bench.sidebar, name))
            yield self._take(f"6-{name}")
        for name, tab in self._bench.settings.sections.tabs.items():
            self._click(tab)
            yield self._take(f"6-settings-{name}")

    @property
    def _bench(self) -> Any:
        return self._window.workbench

    def _click(self, button: QAbstractButton) -> None:
        """Press a button where a person aims; one that cannot be pressed is a fault of the window."""
        if not (button.isVisible() and button.isEnabled()):
            raise RuntimeError(f"{button.text()!r} cannot be pressed in {self._tail}")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2))
        self._app.processEvents()

    def _type(self, editor: QWidget, text: str) -> None:
        """Type into a field; Chinese comes as an input method gives it."""
        editor.setFocus()
        if text.isascii():
            QTest.keyClicks(editor, text)
        else:
            given = QInputMethodEvent()
            given.setCommitString(text)
            self._app.sendEvent(editor, given)

    def _pick(self, choice: QComboBox, code: str) -> None:
        """Take a line of a list by its code."""
        self._turn(choice, choice.findData(code))

    def _turn(self, choice: QComboBox, line: int) -> None:
        """Take a line of a list by the arrow keys."""
        choice.setFocus()
        while choice.currentIndex() != line:
            QTest.keyClick(choice, Qt.Key.Key_Down if choice.currentIndex() < line else Qt.Key.Key_Up)
        self._app.processEvents()

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


def desk_of_three(out: Path) -> Desk:
    """A sample desk whose worked case owes three banks, with the proofs of the sample."""
    source = out / "case"
    shutil.rmtree(source, ignore_errors=True)
    shutil.copytree(resources.path("sample", "evidence"), source / "evidence")
    shutil.copy(CASE, source / CASE.name)
    return fresh_sample_desk(out / "desk", source / CASE.name)[0]


def take_all(app: QApplication, out: Path, languages: Sequence[str] = tuple(LANGUAGES)) -> Iterator[Path]:
    """Take every picture into ``out``; yields each file once it is written."""
    for desk, walk in ((desk_of_three(out), Tour.walk), (fresh_sample_desk(out / "sample")[0], Tour.sample)):
        try:
            for mode, language in product(MODES, languages):
                yield from walk(Tour(app, out, desk, mode, language))
        finally:
            desk.close()


def main(argv: list[str]) -> int:
    """Take the pictures and name the files."""
    if not argv or not set(argv[1:]) <= set(LANGUAGES):
        print(f"usage: python -m tools.tour OUT [{' '.join(LANGUAGES)}]")
        return 2
    out = Path(argv[0]).resolve()
    out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for path in take_all(make_application([]), out, argv[1:] or tuple(LANGUAGES)):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
