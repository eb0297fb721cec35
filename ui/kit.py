"""What every page needs to draw itself and to speak: handed down through constructors, never looked up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ui.background import Background
from ui.files import FileChooser
from ui.look.theme import Theme
from ui.look.wording import Words
from ui.preferences import Preferences
from ui.printing.printers import Printing


class Privacy(QObject):
    """Whether names, numbers and addresses are covered (F8)."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hidden = False

    def toggle(self) -> None:
        """Cover or uncover."""
        self.hidden = not self.hidden
        self.changed.emit(self.hidden)


class Notices(QObject):
    """Short news for the foot of the window, each with an optional way back."""

    given = Signal(object, object, object)

    def tell(self, text: str, undo_label: str = "", undo: Callable[[], None] | None = None) -> None:
        """Show ``text``; with ``undo`` a button that takes the step back."""
        self.given.emit(text, undo_label, undo)


@dataclass(frozen=True, slots=True)
class Kit:
    """Theme and words of the moment, and the services of the window. A change of theme or language makes a new kit."""

    theme: Theme
    words: Words
    privacy: Privacy
    notices: Notices
    background: Background
    files: FileChooser
    printing: Printing
    preferences: Preferences
    home: Path
