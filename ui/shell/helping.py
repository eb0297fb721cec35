"""F1: the guide about the page that is open or about the door, and back to it with everything as it was."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from ui.context import UiContext
from ui.pages.entry.page import EntryPage

if TYPE_CHECKING:
    from ui.pages.help.page import HelpPage
    from ui.shell.workbench import Workbench

_CHAPTERS: Final[Mapping[str, str]] = MappingProxyType({"help": "", "keys": "keyboard", "news": "news"})
"""What each command opens at the door, by its name; without a chapter what the guide says of the door."""


class Helping(QObject):
    """Leads to the guide and back."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._page: HelpPage | None = None
        self._before: tuple[QWidget, str] | None = None

    def show_news(self) -> None:
        """Turn to what each version changed."""
        self.show_guide("news")

    def show_guide(self, chapter: str = "", heading: int = 0) -> None:
        """Turn to what the guide says of the open page, or to a chapter of it at one of its headings."""
        from ui.pages.help.page import HelpPage

        page = self._bench.page("help")
        if not isinstance(page, HelpPage):
            return
        if self._page is None:
            self._page = page
            page.closed.connect(self.go_back)
        if self._bench.shown is not page:
            self._before = self._bench.shown, self._bench.open_name
        page.show_part(chapter, heading) if chapter else page.show_about(self._place())
        self._bench.switch_to(page, self._before[1] if self._before else "")

    def go_back(self) -> None:
        """Back to the page from which help was asked for."""
        if self._before is not None:
            self._bench.switch_to(*self._before)

    def _place(self) -> str:
        bench = self._bench
        before = self._before[0] if self._before else bench.shown
        return bench.case.tab if before is bench.case else bench.name_of(before)


def show_at_door(entry: EntryPage, context: UiContext, command: str) -> None:
    """Answer a command of the help menu; any other does nothing before a desk is open."""
    if (chapter := _CHAPTERS.get(command)) is None or entry.opening.busy:
        return
    page = _open_page(entry) or _new_page(entry, context)
    page.show_part(chapter, 0) if chapter else page.show_about("entry")


def _open_page(entry: EntryPage) -> HelpPage | None:
    from ui.pages.help.page import HelpPage

    found: HelpPage | None = entry.findChild(HelpPage)
    return found


def _new_page(entry: EntryPage, context: UiContext) -> HelpPage:
    from ui.pages.help.page import HelpPage

    page, focus = HelpPage(context), QApplication.focusWidget()
    page.closed.connect(lambda: _go_back(entry, page, focus))
    entry.area.hide()
    entry.around.addWidget(page)
    return page


def _go_back(entry: EntryPage, page: HelpPage, focus: QWidget | None) -> None:
    page.hide()
    page.setParent(None)
    page.deleteLater()
    entry.area.show()
    if focus is not None:
        focus.setFocus()
