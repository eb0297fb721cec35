"""The languages of the window: English stands in the source, resources/translations/*.ts hold the others (Qt Linguist).

`python -m ui.look.translations` compiles them; set-up does so once and the compiled files stay out of version control. With
``collect`` it first takes up new words of the source into zh_CN.ts; translate what is then marked unfinished. zh_TW.ts follows
from it by ``python -m tools.traditional``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources
import ui

LANGUAGES: Final = {"zh-Hans": "简体中文", "zh-Hant": "繁體中文", "en": "English"}
"""Code → its own name, as offered to the user."""

_FILES: Final = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW"}


class Translations:
    """Holds the installed translators, so that one language can follow another while the program runs."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []

    def use(self, language: str) -> None:
        """Speak a language; English needs no file. A missing compiled file leaves the source strings standing."""
        while self._installed:
            spoken = self._installed.pop()
            self._app.removeTranslator(spoken)
            spoken.deleteLater()
        if language not in _FILES:
            QLocale.setDefault(QLocale("en_GB"))
            return
        QLocale.setDefault(QLocale(_FILES[language]))
        self._install(str(resources.path("translations", f"{_FILES[language]}.qm")))
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"{qt_folder}/qtbase_{_FILES[language]}.qm")

    def _install(self, file: str) -> None:
        translator = QTranslator(self._app)
        if translator.load(file):
            self._app.installTranslator(translator)
            self._installed.append(translator)


def compile_all() -> tuple[Path, ...]:
    """Compile every .ts file beside itself with the lrelease of this PySide6; raises CalledProcessError when it fails."""
    made = []
    from subprocess import run  # set-up only; the window starts sooner without it

    for source in sorted(resources.path("translations").glob("*.ts")):
        target = source.with_suffix(".qm")
        run([str(_tool("lrelease")), str(source), "-qm", str(target), "-silent"], check=True)
        made.append(target)
    return tuple(made)


def collect() -> None:
    """Take up new words of the source into zh_CN.ts; words that are gone leave it."""
    from subprocess import run

    sources = sorted(str(path) for path in Path(ui.__file__).parent.rglob("*.py"))
    file = resources.path("translations", "zh_CN.ts")
    command = [str(_tool("lupdate")), *sources, "-ts", str(file), "-no-obsolete", "-locations", "none", "-silent"]
    run(command, check=True)


def _tool(name: str) -> Path:
    return Path(sys.executable).with_name(f"pyside6-{name}" + (".exe" if sys.platform == "win32" else ""))


if __name__ == "__main__":
    if "collect" in sys.argv[1:]:
        collect()
    compile_all()
