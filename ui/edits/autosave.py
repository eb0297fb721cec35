"""Saves what is typed on the pages of a case: when its field is left, and after a quiet moment; says when that was, or why not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.desk_session import DeskSession
from ui.page import CasePage
from workstation.errors import Finding

QUIET_MS: Final = 2500
"""From the last keystroke on; long enough not to save half an amount of somebody who types slowly."""
_BUSY_MS: Final = 40
"""A button that is held down, or a menu that is open, is waited for: a page that follows a save must not move under them."""
_AGAIN_MS: Final = 5000
_STORAGE: Final = "desk_"
"""How the findings begin of a place that may take writes a moment later."""


class Autosave(QObject):
    """Belongs to the view of one case. ``told`` when there is something else to say.

    What was typed before the desk was locked, and stands here again, waits until a person saves it or types on.
    """

    told = Signal()

    def __init__(self, session: DeskSession, view: QWidget, page: Callable[[], CasePage | None]) -> None:
        super().__init__(view)
        self._session, self._view, self._page = session, view, page
        self.saving = self._left = False
        self.saved_at: datetime | None = None
        self.why: tuple[Finding, ...] = ()
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self._on_timeout)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def begin(self) -> None:
        """Another case is open: nothing is said of the one before."""
        self.timer.stop()
        self.saving, self.saved_at, self.why = False, None, ()
        self.told.emit()

    def note(self) -> None:
        """Something was typed, or saved, on a page."""
        page = self._page()
        if page is None:
            return
        if page.unsaved:
            self.saving, self.why = True, ()
            self.timer.start(QUIET_MS)
        elif self.saving or self.why:
            self._settle(())
        self.told.emit()

    def save(self) -> None:
        """Save now what can be saved, without a word on the page and without moving the cursor."""
        page = self._page()
        self.timer.stop()
        if page is not None and page.unsaved:
            self._settle(page.autosave())
            if any(one.code.startswith(_STORAGE) for one in self.why):
                self.timer.start(_AGAIN_MS)
        if self._left:
            self._left = False
            self._session.edits.rest()
        self.told.emit()

    def _settle(self, why: tuple[Finding, ...]) -> None:
        self.saving, self.why = False, why
        if not why:
            self.saved_at = self._session.desk.clock.now()

    def _on_timeout(self) -> None:
        if not self._view.isVisible():
            return  # the desk is being locked: what is half typed waits as a draft
        held = QApplication.mouseButtons() != Qt.MouseButton.NoButton or QApplication.activePopupWidget() is not None
        focus = QApplication.focusWidget()
        if held or (focus is not None and getattr(focus, "composing", False)):
            self.timer.start(_BUSY_MS)
        else:
            self.save()

    def _on_focus_changed(self, old: QWidget | None, _now: QWidget | None) -> None:
        if old is None or not isValid(old) or not isValid(self._view) or not self._view.isAncestorOf(old):
            return
        page = self._page()
        if page is not None and page.unsaved:
            self._left = True
            self.timer.start(0)
        else:
            self._session.edits.rest()
