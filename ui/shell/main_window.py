"""The window: the entry page first, then the workbench of the open desk, built again for another language or other colours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from ui.background import Background
from ui.context import UiContext
from ui.edits.keys import is_redo, is_undo
from ui.files import FileChooser
from ui.look.theme import Theme, apply_theme, load_theme, resolve
from ui.look.translations import Translations
from ui.look.wording import Words
from ui.pages.entry.page import SAMPLE, EntryPage
from ui.preferences import Preferences
from ui.printing.lazy_queue import LazyPrintQueue
from ui.printing.printers import Printing
from ui.privacy import Notices, Privacy
from ui.relaunch import Redraw, Relaunch, stay
from ui.sheets.over_page import STILL_ALLOWED, lies_over
from ui.shell.covering import cover
from ui.shell.helping import show_at_door
from ui.shell.menus import Menus
from ui.shell.offers import offer_help, tell_set_aside
from ui.widgets.room.reading_order import stay_near, step
from ui.widgets.toast import Toast
from workstation.dates import Clock
from workstation.errors import Finding
from workstation.event_log import EventLog
from workstation.received.apart.readers import IN_PROCESS, Readers

if TYPE_CHECKING:
    from ui.backup.runner import BackupRunner
    from ui.desk_session import DeskSession
    from ui.shell.closing import DeskClosing
    from ui.shell.workbench import Workbench
    from workstation.actions.desk import Desk


class MainWindow(QMainWindow):
    """Owns the session of the open desk. Everything it needs comes through its constructor."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        home: Path,
        clock: Clock,
        background: Background,
        files: FileChooser,
        printing: Printing | None = None,
        log: EventLog | None = None,
        readers: Readers = IN_PROCESS,
        relaunch: Relaunch = stay,
        redraw: Redraw | None = None,
    ) -> None:
        super().__init__()
        self._app, self._clock, self._relaunch, self._redraw = app, clock, relaunch, redraw
        self.translations, self._drawn_at = Translations(app), preferences.text_size
        self._applied_theme: Theme | None = None
        self.session: DeskSession | None = None
        self._queue: LazyPrintQueue | None = None
        self.backup: BackupRunner | None = None
        self.entry: EntryPage | None = None
        self.workbench: Workbench | None = None
        self.closing: DeskClosing | None = None
        self.handed: Path | None = None
        """A bundle to be taken in once a desk is open."""
        notices = Notices(self)
        self._toast = Toast(self, files)
        notices.given.connect(self._toast.show_message)
        notices.written.connect(self._toast.show_written)
        privacy = Privacy(self)
        privacy.changed.connect(self._toast.cover)
        self.context = UiContext(
            load_theme(resolve(preferences.mode)), Words(preferences.language, privacy), privacy, notices, background,
            files, printing or Printing(), preferences, home, log or EventLog(), readers,
        )  # fmt: skip
        self.setMinimumSize(QSize(640, 400))  # 960 × 600 whose user reads at 150 %
        self.resize(QSize(1366, 768))
        self._apply_look(preferences.language)
        self.show_entry()

    def _apply_look(self, language: str) -> None:
        """Speak a language in the colours of the moment."""
        self.translations.use(language)
        theme = load_theme(resolve(self.context.preferences.mode))
        if theme != self._applied_theme:
            apply_theme(self._app, self, theme)
            self._applied_theme = theme
        self.context = replace(self.context, theme=theme, words=Words(language, self.context.privacy))
        self.setWindowTitle(self.context.words.label("app", "name"))
        self.menus = Menus(self, self._on_command)

    def show_entry(self) -> None:
        """Show the entry page."""
        page = EntryPage(self.context, self._clock)
        page.opened.connect(self.open_desk)
        page.language_chosen.connect(self._on_entry_language_chosen)
        self.workbench, self.entry = None, page
        self._show(page)
        page.show_first(page.creating)

    def open_desk(self, desk: Desk, language: str = "") -> None:
        """Open a desk; from here on the window speaks the desk's language, or the one that is named."""
        desk.readers = self.context.readers
        self.context.background.run(desk.readers.warm, lambda _: None, lambda _: None)
        self.seat(desk, language or desk.settings.language)
        self._begin_work(desk)
        if self.workbench is not None:
            sample = desk.folder == self.context.home / SAMPLE
            offer_help(self.workbench, self.context, self._on_command, sample=sample)
        if self._redraw is not None and self._size_changed:  # chosen at the first start
            self._redraw(lambda: None)
        set_aside = partial(tell_set_aside, self.context)
        set_aside(desk.quarantined)
        self.context.background.run(desk.upkeep, set_aside, lambda _: None)  # the next opening tries again

    def seat(self, desk: Desk, language: str) -> None:
        """Show the workbench of an open desk in a language."""
        from ui.backup.runner import BackupRunner  # with what belongs to a desk: the door is painted before
        from ui.desk_session import DeskSession

        self.session = DeskSession(desk, self)
        self._queue = LazyPrintQueue(self.session, self.context.background, self.context.printing)
        self.backup = BackupRunner(self.session, self.context)
        self.backup.ended.connect(self._on_backup_ended)
        self.context.preferences.language = language
        self._apply_look(language)
        self._show_workbench("today")

    @property
    def printing(self) -> bool:
        """Whether papers are being sent or queued, which ends with this window."""
        return self.workbench is not None and (self.workbench.sending or bool(self._queue and self._queue.holds))

    def _begin_work(self, desk: Desk) -> None:
        """Where the person was; who needed the recovery key is led to where a new passphrase is given."""
        from ui.shell.closing import place_in
        from ui.shell.work_place import return_to

        place = place_in(self.session) if self.session is not None else None
        if self.workbench is None:
            return
        if desk.recovered:
            self.workbench.open_settings("people")
            self.context.notices.show_message(
                self.tr("Opened by the recovery key. Choose a person here, then “New passphrase…”.")
            )
        elif place:
            return_to(self.workbench, place)
        else:
            self.workbench.open_page("today")
        handed, self.handed = self.handed, None
        if handed is not None:
            self.workbench.take_in(handed)

    def release(self) -> None:
        """Leave the desk without closing it: it belongs to whoever opened it."""
        self.workbench = self.session = None
        self.translations.use("en")

    def _show_workbench(self, first: str) -> None:
        from ui.shell.workbench import Workbench

        if self.session is None or self._queue is None or self.backup is None:
            return
        workbench = Workbench(self.session, self.context, self._queue, self.backup, first)
        workbench.lock_requested.connect(self.lock)
        workbench.look_changed.connect(self._on_look_changed)
        workbench.page_changed.connect(self._on_page_changed)
        self.workbench, self.entry = workbench, None
        self._show(workbench)

    def _on_backup_ended(self, findings: tuple[Finding, ...]) -> None:
        """Advice about the place was given when it was chosen; what went wrong is told whenever it does."""
        told = [finding for finding in findings if finding.code != "backup_same_disk"]
        if told and not (self.workbench is not None and self.workbench.shows_backup):
            self.context.notices.show_message(" ".join(self.context.words.finding(finding) for finding in told[:3]))

    def _show(self, page: QWidget) -> None:
        old = self.centralWidget()
        self.setCentralWidget(page)
        if old is not None:
            old.hide()
            old.deleteLater()
        self._on_page_changed()

    def lock(self) -> None:
        """Lock at a person's word: what can be saved is saved as on leaving a page, the rest is a draft already."""
        self._close_desk(self._on_locked, save=True)

    def lock_now(self) -> None:
        """Lock because nobody is here: nothing half typed is saved, all of it is in the journal."""
        self._close_desk(self._on_locked, save=False)

    def _close_desk(self, closed: Callable[[], None], *, save: bool) -> None:
        """Cover at once, then close; nothing typed holds it back, and nobody is asked."""
        from ui.shell.closing import DeskClosing
        from ui.shell.work_place import place_of

        if (session := self.session) is None or (workbench := self.workbench) is None:
            return
        place = place_of(workbench)
        cover(self, self.context.words.label("app", "name"))
        self.workbench = None
        self._on_page_changed()
        if save:
            workbench.leave()
        self._toast.drop()
        self.closing = DeskClosing(session, workbench, closed, self)
        self.closing.begin(place)

    def _on_locked(self) -> None:
        self.session = self.closing = self._queue = None
        self._relaunch()
        self.show_entry()

    def _on_shut(self) -> None:
        self.session = self.closing = self._queue = None
        self._app.quit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that a field of text had nothing for."""
        asked = "undo" if is_undo(event) else "redo" if is_redo(event) else ""
        self._on_command(asked) if asked else super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Tab goes as the page is read; what is hidden or disabled under the cursor leaves it near."""
        return step(self, on=on) or stay_near(self.focusWidget()) or super().focusNextPrevChild(on)

    def changeEvent(self, event: QEvent) -> None:
        """Whoever comes back to the window sees at once what others did meanwhile."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow() and self.session is not None:
            self.session.look()

    def leave_place(self) -> None:
        """Have the next window stand where this one does."""
        self.context.preferences.geometry = bytes(self.saveGeometry().data())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.then(self._on_shut) if self.closing is not None else self._close_desk(self._on_shut, save=True)
        event.setAccepted(self.closing is None)
        self.leave_place()
        self.setVisible(False)

    def _on_entry_language_chosen(self, language: str) -> None:
        typed = self.entry.first.typed() if self.entry is not None else {}
        self._apply_look(language)
        self.show_entry()
        if self.entry is not None:
            self.entry.show_first(True)
            self.entry.first.load(typed)

    def _on_look_changed(self, language: str) -> None:
        """Language, colours or text size were changed in the settings: build the workbench again at the same place."""
        self.context.preferences.language = language
        if self._redraw is not None and self._size_changed:
            self._redraw(self._build_again)
        else:
            self._build_again()

    def _build_again(self) -> None:
        self._apply_look(self.context.preferences.language)
        self._show_workbench("settings")
        if self.workbench is not None:
            self.workbench.open_page("settings")
            if self._size_changed:
                self.workbench.settings.tell_size_later()

    @property
    def _size_changed(self) -> bool:
        return self.context.preferences.text_size != self._drawn_at

    def _on_page_changed(self) -> None:
        workbench = self.workbench
        self.menus.allow(desk=workbench is not None, case=workbench is not None and workbench.in_case)

    def _on_command(self, name: str) -> None:
        if name == "quit":
            self.close()
        elif name == "privacy":
            self.context.privacy.toggle()
        elif self.entry is not None:
            show_at_door(self.entry, self.context, name)
        elif (bench := self.workbench) is not None and (name in STILL_ALLOWED or not lies_over(bench)):
            from ui.shell.bench_commands import commands_of

            commands_of(bench, self.context, self.menus).run(name)
