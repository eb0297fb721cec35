"""The composition root of the window: makes the application, the clock and the files, and hands them down."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from ui.background import Background, Pool
from ui.crash import hook, watch_threads
from ui.files import FileChooser, note_no_places
from ui.idle import IdleWatch
from ui.look.fonts import use_fonts
from ui.look.text_size import draw_at
from ui.preferences import Preferences
from ui.relaunch import replace_process
from ui.shell.collector import Collector, keep_loaded
from ui.shell.drawn_anew import HandedOn, Redrawing, take_over
from ui.shell.main_window import MainWindow
from ui.shell.placing import place
from workstation.dates import Clock, SystemClock
from workstation.event_log import FOLDER, FileLog
from workstation.received.apart.worker import Workers
from workstation.wording import load_words

AHEAD: Final = (
    "ui.shell.workbench", "ui.pages.today.page", "ui.pages.conversation.page", "ui.pages.profile.page", "ui.pages.evidence.page",
    "ui.pages.plan.page", "ui.pages.application.page", "ui.pages.bank_forms.page", "ui.pages.keep.page", "ui.pages.contacts.page",
    "ui.pages.registers.page", "ui.pages.settings.page", "ui.pages.cases.imports", "ui.pages.printing.queue_page",
    "ui.pages.keep.payments", "ui.pages.cases.due_days", "ui.pages.rules.page", "workstation.actions.day.reading",
    "workstation.actions.printing.spooler", "ui.shell.closing", "ui.shell.work_place",
)  # fmt: skip
"""The modules of the pages; a page that is opened sooner loads its own."""


def make_application(argv: Sequence[str]) -> QApplication:
    """The Qt application in our typeface and the Fusion style, the same on every desk."""
    app = QApplication([sys.argv[0], *argv])
    app.setApplicationName("concord")
    app.setApplicationDisplayName("Concord")
    app.setStyle("Fusion")
    note_no_places()
    use_fonts(app)
    Collector(app)
    return app


def main(argv: Sequence[str] = (), handed: str = "") -> int:
    """Open the window and stay until it is closed; answers the exit code. ``handed``: a bundle that is to be taken in.

    Another text size begins a new application in the same process, which takes over the open desk.
    """
    from platformdirs import user_data_path

    home = Path(user_data_path("concord", appauthor=False))
    with suppress(OSError):  # a machine that keeps nothing of the user's shows the window all the same
        home.mkdir(0o700, parents=True, exist_ok=True)
    clock, readers = SystemClock(), Workers()
    log = FileLog(home / FOLDER / "window.log", clock)
    services = _Services(home, clock, log, readers)
    try:
        code, open_desk = _stay(argv, services, Path(handed) if handed else None, None)
        while open_desk is not None:
            code, open_desk = _stay(argv, services, None, open_desk)
        return code
    finally:
        readers.close()
        log.close()


@dataclass(frozen=True, slots=True)
class _Services:
    """What outlives an application."""

    home: Path
    clock: Clock
    log: FileLog
    readers: Workers


def _stay(
    argv: Sequence[str], services: _Services, bundle: Path | None, taken_over: HandedOn | None
) -> tuple[int, HandedOn | None]:
    """One application from beginning to end; answers its exit code and the desk that it hands on, if it does."""
    home, log, readers = services.home, services.log, services.readers
    preferences = Preferences(home / "window.ini")
    draw_at(preferences.text_size)
    app = make_application(argv)
    handed_on: list[HandedOn] = []
    window: MainWindow

    def relaunch() -> None:
        window.leave_place()
        readers.close()
        log.close()
        replace_process()

    def end(handed: HandedOn) -> None:
        handed_on.append(handed)
        app.exit()

    def redraw(later: Callable[[], None]) -> None:
        Redrawing(window, end, later)

    pool = Pool(app, log)
    window = MainWindow(
        app, preferences, home, services.clock, pool, FileChooser(), log=log, readers=readers, relaunch=relaunch, redraw=redraw
    )  # fmt: skip
    window.handed = bundle
    place(window, preferences)
    if taken_over is not None:
        take_over(window, taken_over)
    reports = home / "reports"
    sys.excepthook = hook(
        reports, services.clock.now, lambda text: _show_text(window, text), lambda found: window.context.words.finding(found)
    )  # fmt: skip
    watch_threads(reports, services.clock.now)
    window.show()
    IdleWatch(app, lambda: preferences.idle_minutes).idle.connect(window.lock_now)
    QTimer.singleShot(0, lambda: _watch_session(app, window))
    # What a desk needs is loaded while its passphrase is typed; the door is painted without.
    QTimer.singleShot(0, lambda: begin_loading(pool, window))
    code = app.exec()
    if not handed_on:
        return code, None
    window.hide()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.shutdown()
    return code, handed_on[0]


def begin_loading(pool: Background, window: MainWindow, done: Callable[[], None] = lambda: None) -> None:
    """Load what a desk needs on another thread; ``done`` once it is there, or could not be loaded, which the desk then says."""

    def loaded(_: object) -> None:
        if window.session is None:
            keep_loaded()
        done()

    pool.run(partial(load_ahead, window.context.words.language), loaded, lambda _: done())


def load_ahead(language: str = "en") -> None:
    """Load what a desk needs, in the order in which it is, also the rules that its older cases follow, and the words of the window
    and of codes, which are English.
    """
    for name in AHEAD:
        import_module(name)
    import_module("workstation.policy.versions").load_earlier()
    for one in dict.fromkeys((language, "en")):
        load_words(one)


def _watch_session(app: QApplication, window: MainWindow) -> None:
    """Lock with the session; a system without a way to hear of that is left to the idle time."""
    if sys.platform == "win32":
        from ui.session_lock_windows import WindowsSessionLock

        watch = WindowsSessionLock(int(window.winId()), window.lock_now)
        app.installNativeEventFilter(watch)
        app.aboutToQuit.connect(lambda: app.removeNativeEventFilter(watch))
    elif sys.platform != "darwin":
        from ui.session_lock import session_lock

        session_lock(window).locked.connect(window.lock_now)


def _show_text(window: MainWindow, text: str) -> None:
    QMessageBox.information(window, window.windowTitle(), text)
