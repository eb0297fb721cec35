"""The workbench of an open desk: sidebar on the left, one page at a time next to it."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.backup.runner import BackupRunner
from ui.backup.sign import BackupSign
from ui.context import UiContext
from ui.desk_session import DeskSession, unasked
from ui.pages.cases.page import CasesPage
from ui.pages.settings.banks import BanksPage
from ui.printing.lazy_queue import LazyPrintQueue
from ui.read_only import close_to_typing
from ui.shell.case_view import CaseView
from ui.shell.desk_banner import DeskBanner
from ui.shell.draft_strip import DraftStrip
from ui.shell.lasting_pages import Begins, OfCase, make_page
from ui.shell.server_watch import ServerWatch
from ui.shell.sidebar import Sidebar
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import column, row
from ui.widgets.room.page_stack import PageStack
from ui.widgets.room.reading_order import bring
from workstation.actions.server.seats import server_of
from workstation.actions.sharing import also_open
from workstation.casework.draft import CaseView as ListView
from workstation.errors import Refused
from workstation.wording import Wording

if TYPE_CHECKING:
    from ui.pages.settings.page import SettingsPage
    from ui.pages.today.page import TodayPage

_NARROW: Final = 1090
LASTING: Final = ("today", "cases", "settings", "banks", "print_queue")
_SOON_MS: Final = 60
_OWN: Final = ("today", "cases", "case", "settings")


class Workbench(QWidget):
    """Leads from page to page. ``look_changed`` carries the language wanted; ``lock_requested`` locks the desk."""

    lock_requested = Signal()
    look_changed: TypedSignal[str] = signal(1)
    page_changed = Signal()

    def __init__(
        self, session: DeskSession, context: UiContext, queue: LazyPrintQueue, backup: BackupRunner, first: str
    ) -> None:
        """``first``: the page that will be opened first; no other is styled and laid out before."""
        super().__init__()
        self.setObjectName("workbench")
        self._session, self._context, self._queue = session, context, queue
        roles = context.words.listed([context.words.label("user_role", role) for role in session.desk.user.roles])
        self.backup_sign = BackupSign(session, backup)
        self.sidebar = Sidebar(context, session.desk.settings.desk_name, session.desk.agent, roles, self.backup_sign)
        self._backup = backup
        self._made: dict[str, QWidget] = {}
        self.open_name = ""
        self.banner = DeskBanner(context.words, session.desk)
        self._stack = PageStack()
        self._stack.setCurrentWidget(getattr(self, first))
        self.strip = DraftStrip(session, context)
        self.sidebar.place_note(self.strip)
        on_server = session.read(server_of) is not None
        self.server_watch = ServerWatch(session, context, self.banner) if on_server else None
        body = column(self.banner, self._stack, gap=0)
        body.setStretch(1, 1)
        self.setLayout(row(self.sidebar, body, gap=0))
        self.banner.passphrase_requested.connect(lambda: self.open_settings("people"))
        self.banner.passphrase_requested.connect(lambda: self.settings.people.open("own"))
        self.sidebar.page_requested.connect(self.open_page)
        self.sidebar.lock_requested.connect(self.lock_requested)
        self.backup_sign.requested.connect(self.open_backup_settings)
        session.others_changed.connect(self._show_others)
        self._show_others()
        self._ahead = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._ahead.timeout.connect(self._make_ahead)
        session.closed.connect(self._ahead.stop)
        if context.background.makes_ahead:
            self._ahead.start()

    @unasked
    def _make_ahead(self) -> None:
        """Make what is opened next on most days, one page at a time."""
        if missing := next((name for name in ("cases", "case") if name not in self.__dict__), ""):
            getattr(self, missing)
            self._ahead.start()

    def _show_others(self) -> None:
        self.sidebar.show_others(also_open(self._session.desk, Wording(self._context.words.language)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the page needs the room of the words at the left."""
        super().resizeEvent(event)
        self.sidebar.set_narrow(self.width() < _NARROW)

    @cached_property
    def cases(self) -> CasesPage:
        """The list of cases."""
        made = CasesPage(self._session, self._context)
        made.opened.connect(self.open_case)
        made.import_requested.connect(partial(self.open_page, "imports"))
        made.due_days_requested.connect(partial(self.open_page, "due_days"))
        made.registers_requested.connect(partial(self.open_page, "registers"))
        made.bundle_requested.connect(partial(self.open_page, "take_in"))
        made.queue_requested.connect(self.queue_cases)
        self._stack.take(made, waiting=True)
        return made

    @cached_property
    def case(self) -> CaseView:
        """The case that is open, or whichever will be."""
        made = CaseView(self._session, self._context)
        made.closed.connect(partial(self.open_page, "cases"))
        made.strip.requested.connect(partial(self.open_of_case, "contacts"))
        made.outside_requested.connect(self.go_to)
        self._stack.addWidget(made)
        return made

    @cached_property
    def settings(self) -> SettingsPage:
        """The settings; made when they are first asked for, since they hold more than the rest of the window on most days."""
        from ui.pages.settings.page import SettingsPage

        made = SettingsPage(self._session, self._context, self._backup)
        made.look_changed.connect(self.look_changed)
        made.left.connect(self.lock_requested)
        made.passphrase_changed.connect(self.banner.load)
        made.case_requested.connect(lambda: self.open_page("restore_case"))
        self._stack.take(made)
        return made

    @cached_property
    def today(self) -> TodayPage:
        """What there is to do; made when it is first shown."""
        from ui.pages.today.page import TodayPage

        made = TodayPage(self._session, self._context)
        made.opened.connect(self.open_task)
        made.new_case_requested.connect(self.begin_case)
        made.import_requested.connect(partial(self.open_page, "imports"))
        made.backup_requested.connect(self.open_backup_settings)
        self._stack.take(made)
        return made

    def open_task(self, case_id: str, place: str) -> None:
        """Open a case where one of its tasks is done."""
        if self.open_case(case_id) and place:
            self.open_of_case("contacts") if place.startswith("complaint.") else self.case.go_to(place)

    @property
    def shown(self) -> QWidget:
        """The page that is open."""
        return self._stack.currentWidget()

    def name_of(self, page: QWidget) -> str:
        """The name by which a page is opened."""
        made = self._made | {name: self.__dict__[name] for name in _OWN if name in self.__dict__}
        return next((name for name, one in made.items() if one is page), "")

    @property
    def shows_backup(self) -> bool:
        """Whether the card of the backups is on screen, which tells of each copy by itself."""
        return self.open_name == "settings" and self.settings.shows_backup

    @property
    def in_case(self) -> bool:
        """Whether a case stands open."""
        return isinstance(self.shown, CaseView)

    def open_page(self, name: str) -> None:
        """Go to ``today``, ``cases``, ``settings`` or a page of `make_page`."""
        name = str(name)
        page: QWidget = getattr(self, name) if name in _OWN else self.page(name)
        self.switch_to(page, name if name in LASTING else "cases")
        if name in LASTING:
            self._session.desk.at("")

    def take_in(self, bundle: Path) -> None:
        """Go to where bundles are taken in, and read one."""
        from ui.pages.bundles.take_in import TakeInPage

        self.open_page("take_in")
        if isinstance(self.shown, TakeInPage):
            self.shown.read(bundle)

    def open_backup_settings(self) -> None:
        """Go to where backups are set up."""
        self.open_page("settings")
        if self.shown is self.settings:
            self.settings.show_backup()

    def open_settings(self, section: str) -> None:
        """Go to a section of the settings."""
        self.open_page("settings")
        self.settings.sections.open(section)

    def go_to(self, field_ref: str) -> None:
        """Lead to a fact that belongs to no case, how a bank or the desk is reached, or to another case (``elsewhere.<id>``)."""
        area, _, case_id = field_ref.partition(".")
        if area == "elsewhere":
            self.open_case(case_id)
            return
        self.open_page("banks")
        if self.shown is (page := self.page("banks")) and isinstance(page, BanksPage):
            page.focus_field(field_ref)

    def open_of_case(self, name: str) -> None:
        """Show ``hand_over``, ``timeline`` or ``contacts`` of the open case; what was typed is saved first."""
        page = self.page(name)
        self.leave()
        if isinstance(page, OfCase):
            page.load(self.case.file.case.id)
            self.open_page(name)

    def begin_case(self) -> None:
        """Go where the name of a new debtor is typed."""
        self.open_page("cases")
        self.cases.start_new()

    def show_list(self, view: ListView) -> None:
        """Go to the list of cases as a kept view shows it."""
        self.open_page("cases")
        self.cases.show_view(view)

    def queue_cases(self, case_ids: list[str]) -> None:
        """Put papers of some cases into the print queue; the page stays where it is."""
        from ui.pages.printing.queue_page import PrintQueuePage

        page = self.page("print_queue")
        if isinstance(page, PrintQueuePage):
            page.add_cases(case_ids)

    def open_case(self, case_id: str) -> bool:
        """Open a case by its id; False when it is gone or cannot be read, which shuts this case and no other."""
        self.leave()
        try:
            self.case.open(case_id)
        except Refused as refused:
            self._context.notices.show_message(self._context.words.finding(refused.findings[0]))
            return False
        self.switch_to(self.case, "cases")
        self._session.desk.at(case_id)
        return True

    def leave(self) -> None:
        """Save what was typed on the open page as far as it can be saved; the rest is on disk as a draft. Holds nobody."""
        page = self.shown
        try:
            if isinstance(page, CaseView | BanksPage):
                page.leave()
            elif self.open_name == "settings":
                self.settings.leave()
        except Refused as refused:
            self._context.notices.show_message(self._context.words.finding(refused.findings[0]))
        self._session.drafts.flush()

    def stop_work(self) -> None:
        """Cancel what waits to be printed; a paper that is being sent is not called back."""
        self._queue.stop()

    @property
    def sending(self) -> bool:
        """Whether a paper is on its way to a printer."""
        return self._queue.running or self._session.handing

    def switch_to(self, page: QWidget, name: str) -> None:
        """Show a page; ``name`` is that of the place at the left."""
        turned = page is not self.shown or not self.open_name
        if turned:
            self.leave()
        place = page.pages[page.tab] if isinstance(page, CaseView) else page
        anew = isinstance(page, CasesPage | OfCase)  # the list, and what is loaded for a case, begin anew
        last = None if anew else place.focusWidget()
        self.open_name = name
        self._stack.setCurrentWidget(page)
        self.sidebar.show_page(name)
        if turned and not self.sidebar.holds_cursor:
            bring(place, last, place.take_cursor if isinstance(place, Begins) else None)
        self.backup_sign.leave_reminder(name == "today")
        self.page_changed.emit()

    def page(self, name: str) -> QWidget:
        """A page that is made when first asked for: it brings readers or writers with it."""
        if name not in self._made:
            page = make_page(
                name, self._session, self._context, self._queue, self._backup, self.open_case, self.open_page
            )
            self._made[name] = page
            close_to_typing(page, self._session)
            self._stack.take(page)
        return self._made[name]
