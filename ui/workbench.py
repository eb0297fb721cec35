"""The workbench of an open desk: rail at the left, one page at a time beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.case_view import CaseView
from ui.desk import DeskSession
from ui.kit import Kit
from ui.pages.cases import CasesPage
from ui.pages.settings import SettingsPage
from ui.rail import Rail
from ui.widgets.parts import row


class Workbench(QWidget):
    """Leads from page to page. ``look_changed`` carries the language wanted; ``lock_asked`` ends the sitting."""

    lock_asked = Signal()
    look_changed = Signal(object)
    place_changed = Signal()

    def __init__(self, session: DeskSession, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("workbench")
        self._session, self._kit = session, kit
        settings = session.desk.settings
        self.rail = Rail(kit, settings.desk_name, settings.agent)
        self.cases = CasesPage(session, kit)
        self.case = CaseView(session, kit)
        self.settings = SettingsPage(session, kit)
        self._imports: QWidget | None = None
        self._stack = QStackedWidget()
        for page in (self.cases, self.case, self.settings):
            self._stack.addWidget(page)
        self.setLayout(row(self.rail, self._stack, gap=0))
        self.rail.asked.connect(self.open_place)
        self.rail.lock_asked.connect(self.lock_asked)
        self.cases.opened.connect(self.open_case)
        self.cases.import_asked.connect(lambda: self.open_place("imports"))
        self.case.closed.connect(lambda: self.open_place("cases"))
        self.settings.look_changed.connect(self.look_changed)
        self.open_place("cases")

    @property
    def in_case(self) -> bool:
        """Whether a case stands open."""
        return self._stack.currentWidget() is self.case

    def open_place(self, place: object) -> None:
        """Go to ``cases``, ``settings`` or ``imports``; a page with typing that cannot be saved holds on."""
        pages = {"cases": self.cases, "settings": self.settings}
        page = self._imports_page() if place == "imports" else pages[str(place)]
        self._turn_to(page, "settings" if place == "settings" else "cases")

    def open_case(self, case_id: object) -> None:
        """Open a case by its id."""
        if self.leave():
            self.case.open(str(case_id))
            self._turn_to(self.case, "cases")

    def leave(self) -> bool:
        """Save what was typed on the open page; False when something there cannot be saved."""
        page = self._stack.currentWidget()
        return page.leave() if isinstance(page, CaseView | SettingsPage) else True

    def obey(self, command: str) -> None:
        """Do a command of the menus."""
        if command in ("cases", "settings"):
            self.open_place(command)
        elif command == "import":
            self.open_place("imports")
        elif command in ("new_case", "search"):
            self.open_place("cases")
            (self.cases.start_new if command == "new_case" else self.cases.start_search)()
        elif command == "export_cases":
            self.open_place("cases")
            if not self.in_case:
                self.cases.export.ask()
        elif command == "lock":
            self.lock_asked.emit()
        elif self.in_case:
            self.case.obey(command)
        elif command in ("save", "primary"):
            self._press_primary()

    def _press_primary(self) -> None:
        page = self._stack.currentWidget()
        if page is self.cases:
            self.cases.begin_case()
        elif page is self.settings:
            self.settings.save()

    def _turn_to(self, page: QWidget, place: str) -> None:
        if page is not self._stack.currentWidget() and not self.leave():
            self.rail.show_place("cases" if self.in_case else "settings")
            return
        self._stack.setCurrentWidget(page)
        self.rail.show_place(place)
        self.place_changed.emit()

    def _imports_page(self) -> QWidget:
        """Made when first asked for: it brings the table readers with it."""
        if self._imports is None:
            from ui.pages.imports import ImportsPage

            page = ImportsPage(self._session, self._kit)
            page.closed.connect(lambda: self.open_place("cases"))
            self._imports = page
            self._stack.addWidget(page)
        return self._imports
