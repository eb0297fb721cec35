"""What every page needs to draw itself and to speak: handed down through constructors, never looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData

from ui.background import Background
from ui.files import FileChooser, local_files
from ui.look.theme import Theme
from ui.look.wording import Words
from ui.preferences import Preferences
from ui.printing.printers import Printing
from ui.privacy import Notices, Privacy
from workstation.errors import Finding
from workstation.event_log import EventLog
from workstation.received.apart.readers import IN_PROCESS, Readers


@dataclass(frozen=True, slots=True)
class UiContext:
    """Theme and words of the moment, and the services of the window. A change of theme or language makes a new context."""

    theme: Theme
    words: Words
    privacy: Privacy
    notices: Notices
    background: Background
    files: FileChooser
    printing: Printing
    preferences: Preferences
    home: Path
    log: EventLog = field(default_factory=EventLog)
    readers: Readers = IN_PROCESS

    def single_file(self, data: QMimeData | Any) -> Path | None:
        """The file that was dropped or pasted where one is read at a time; of several none is taken, which is said."""
        files = local_files(data)
        if len(files) > 1:
            self.notices.show_message(self.words.finding(Finding("several_files", "", {"count": str(len(files))})))
        return files[0] if len(files) == 1 else None
