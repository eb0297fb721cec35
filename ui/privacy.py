"""Privacy mode and short messages: two services of the window that pages are given."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QObject

from ui.typed_signal import TypedSignal, signal
from workstation.errors import Finding


def _fields() -> ModuleType:
    """What is private of each record; with all records, so that the door does without."""
    from workstation.casework import private_fields

    return private_fields


class Privacy(QObject):
    """Whether names, numbers and addresses are covered (F8)."""

    changed: TypedSignal[bool] = signal(1)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hidden = False

    def toggle(self) -> None:
        """Cover or uncover."""
        self.hidden = not self.hidden
        self.changed.emit(self.hidden)

    def text(self, plain: str) -> str:
        """A private text as it may be shown now."""
        return _fields().covered(plain) if self.hidden else plain

    def file_name(self, plain: str) -> str:
        """The name of a person's file as it may be shown now."""
        return _fields().covered_file_name(plain) if self.hidden else plain

    def finding(self, plain: Finding) -> Finding:
        """A finding as it may be said now."""
        return _fields().covered_finding(plain) if self.hidden else plain


class Notices(QObject):
    """Short messages over the window, each with an optional undo."""

    given: TypedSignal[str, str, Callable[[], None] | None] = signal(3)
    written: TypedSignal[str, Path] = signal(2)

    def show_message(self, text: str, undo_label: str = "", undo: Callable[[], None] | None = None) -> None:
        """Show ``text``; with ``undo`` a button that takes the step back."""
        self.given.emit(text, undo_label, undo)

    def tell_written(self, text: str, file: Path) -> None:
        """Say that a file was written, with buttons that open it and its folder."""
        self.written.emit(text, file)
