"""What every page of a case can do: show the file, tell whether it was edited, save itself, and go to a field."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.typed_signal import TypedSignal, signal
from ui.widgets.field import Field
from ui.widgets.room.reading_order import begin
from workstation.errors import Finding, Refused

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

T = TypeVar("T")


class CasePage(QWidget):
    """Base of the pages of one case. Typed text is never lost: what cannot be saved waits in the journal of drafts.

    ``rested`` when work that was `running` has ended.
    """

    edited = Signal()
    field_requested: TypedSignal[str] = signal(1)
    rested = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self.session, self.context = session, context
        self._file: CaseFile | None = None
        context.privacy.changed.connect(self._on_privacy_changed)

    @property
    def file(self) -> CaseFile:
        """The case as last read."""
        if self._file is None:
            raise RuntimeError("a page was used before its case was loaded")
        return self._file

    def load(self, file: CaseFile) -> None:
        """Take a case again; forms that hold unsaved typing keep it."""
        self._file = file
        self.fill(file)

    def fill(self, file: CaseFile) -> None:
        """Show the case. Called after every change of it."""

    @property
    def modified(self) -> bool:
        """Whether something typed here is not saved yet."""
        return False

    def save(self) -> bool:
        """Save what was typed; False when something cannot be saved, which is then shown at its field.

        What goes on record for good (a log entry, a check, a waiver, a reply) is never saved by leaving: it stays started
        until its own button is clicked.
        """
        return True

    @property
    def unsaved(self) -> bool:
        """Whether something stands here that saves itself and is not saved yet."""
        return False

    def autosave(self) -> tuple[Finding, ...]:
        """Save that, without a word here and without moving the cursor; answers why something could not be saved."""
        return ()

    def leave(self) -> bool:
        """Save what can be saved; True when nothing typed is left. The rest waits as a draft."""
        try:
            return not self.modified or (self.save() and not self.modified)
        except Refused as refused:
            self.show_message(refused.findings)
            return False

    def take_cursor(self) -> bool:
        """Put the cursor where work begins when the page is first opened; False where nothing moves."""
        return begin(self)

    def walk(self, *, back: bool) -> bool:
        """Take back, or do again, a step of what is tried here and not saved; False when there is none: a saved edit is meant."""
        return False

    @property
    def running(self) -> bool:
        """Whether work is under way whose outcome this page puts on record, though nobody looks at it any more."""
        return False

    def focus_field(self, field_ref: str) -> bool:
        """Put the cursor into a field of this page; False when it is elsewhere."""
        return False

    def focus_error(self) -> bool:
        """Put the cursor into the next field in which something is wrong, round and round; False where there is none.

        Where nothing is wrong, into the next at which there is something to look at.
        """
        fields = [one for one in self.findChildren(Field) if one.isVisible()]
        wrong = [one for one in fields if one.wrong] or [one for one in fields if one.advised]
        if not wrong:
            return False
        now = QApplication.focusWidget()
        at = next((no for no, one in enumerate(wrong) if now is not None and one.isAncestorOf(now)), -1)
        wrong[(at + 1) % len(wrong)].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def run_command(self, command: str) -> None:
        """Do a command of the menus that concerns this page."""

    def primary(self) -> QPushButton | None:
        """The one primary button, pressed by Ctrl+Enter."""
        return None

    def cover(self, hidden: bool) -> None:
        """Cover or uncover what does not cover itself; fields of forms, private columns and findings that are said anew do."""

    def _on_privacy_changed(self, hidden: bool) -> None:
        """Say everything again, so that nothing said before stays uncovered; forms keep what was typed."""
        if self._file is not None:  # a blank page is covered when its case comes
            self.cover(hidden)
            self.load(self._file)

    def attempt(self, action: Callable[[], T], show: Callable[[tuple[Finding, ...]], object]) -> T | None:
        """Run an action; when it is refused, hand the findings to ``show`` and answer None."""
        try:
            return action()
        except Refused as refused:
            show(refused.findings)
            return None

    def show_message(self, findings: tuple[Finding, ...]) -> None:
        """Show findings that have no field of their own as a message over the window."""
        if findings:
            self.context.notices.show_message(" ".join(self.context.words.finding(finding) for finding in findings))
