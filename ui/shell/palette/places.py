"""What the palette finds beside commands and cases: registers and reports, parts of the settings, what the guide explains."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from ui.look.letters import spoken
from ui.pages.help.topics import Topic, topics
from ui.pages.registers.names import register_names
from ui.shell.helping import Helping
from ui.shell.workbench import Workbench
from workstation.folding import folded

_TOPICS: Final = 8


@dataclass(frozen=True, slots=True)
class Found:
    """One line: what it is called, what stands beside it, and what Enter does."""

    title: str
    beside: str
    run: Callable[[], object]


class PalettePlaces:
    """Looked through at each key: the guide is read once, and of the pages nothing is made before somebody goes there."""

    def __init__(self, bench: Workbench, helping: Helping, language: str) -> None:
        self._bench, self._helping, self._language = bench, helping, language

    def pages(self, words: list[str]) -> Iterator[Found]:
        """Registers, reports and parts of the settings whose name, or that of their page, holds all words."""
        yield from (one for one in self._pages if _holds(words, one.title, one.beside))

    def help(self, words: list[str]) -> Iterator[Found]:
        """Sections of the guide: those that are called so first, then those that speak of it."""
        called = [one for one in self._topics if _holds(words, one.title)]
        spoken_of = [one for one in self._topics if one not in called and _holds(words, one.title, one.text)]
        beside = QCoreApplication.translate("Palette", "Help · {page}")
        for one in (*called, *spoken_of)[:_TOPICS]:
            where = beside.format(page=one.page_title)
            yield Found(one.title, where, partial(self._helping.show_guide, one.page, one.heading))

    @cached_property
    def _topics(self) -> tuple[Topic, ...]:
        return topics(self._language)

    @cached_property
    def _pages(self) -> tuple[Found, ...]:
        reports = QCoreApplication.translate("RegistersPage", "Registers and reports")
        settings = QCoreApplication.translate("SettingsPage", "Settings")
        sections = {
            "general": QCoreApplication.translate("SettingsPage", "General"),
            "safety": QCoreApplication.translate("SettingsPage", "Safety"),
            "people": QCoreApplication.translate("SettingsPage", "People"),
        }
        return (
            *(Found(spoken(name), reports, partial(self._turn_to, key)) for key, name in register_names().items()),
            *(Found(name, settings, partial(self._bench.open_settings, key)) for key, name in sections.items()),
            *(
                Found(spoken(name), f"{settings} · {sections[key]}", partial(self._bench.open_settings, key))
                for name, key in _cards()
                if spoken(name) not in sections.values()
            ),
            Found(
                QCoreApplication.translate("DueDaysPage", "Due days to check"),
                QCoreApplication.translate("Menus", "&Cases").replace("&", ""),
                partial(self._bench.open_page, "due_days"),
            ),
        )

    def _turn_to(self, name: str) -> None:
        from ui.pages.registers.page import RegistersPage

        self._bench.open_page("registers")
        page = self._bench.shown
        if isinstance(page, RegistersPage):
            page.turn_to(name)


def _cards() -> tuple[tuple[str, str], ...]:
    """What stands in the settings, and in which section."""
    named = QCoreApplication
    return (
        (named.translate("SettingsPage", "Display &language"), "general"),
        (named.translate("SettingsPage", "C&olours"), "general"),
        (named.translate("SettingsPage", "&Text size"), "general"),
        (named.translate("SettingsPage", "Desk &name"), "general"),
        (named.translate("LayoutsCard", "Statement layouts"), "general"),
        (named.translate("ProgramCard", "Program"), "general"),
        (named.translate("LockCard", "Lock"), "safety"),
        (named.translate("DeskCheckCard", "Desk check"), "safety"),
        (named.translate("QuarantineCard", "Quarantine"), "safety"),
        (named.translate("RecoveryCard", "Recovery"), "safety"),
        (named.translate("BackupCard", "Backup"), "safety"),
        (named.translate("ServerCard", "Where the records lie"), "safety"),
        (named.translate("TrustCard", "Root certificates"), "safety"),
        (named.translate("DeskKeysCard", "Handing cases over"), "people"),
        (named.translate("DeskKeysCard", "Known desks"), "people"),
    )


def _holds(words: list[str], *texts: str) -> bool:
    sought = folded(" ".join(texts))
    return bool(words) and all(word in sought for word in words)
