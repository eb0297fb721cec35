"""F1: the guide about the page that is open, and back to it with everything as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.shell.workbench import Workbench

if TYPE_CHECKING:
    from ui.pages.help.page import HelpPage


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
