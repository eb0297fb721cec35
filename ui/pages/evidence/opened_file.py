"""A proof read for the screen, on any thread: proved against its hash, decoded, looked over for signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QImage

from ui.widgets.image_view import frames_of
from workstation.actions.evidence.origin import authenticity_hints
from workstation.errors import Finding
from workstation.evidence.verification import EvidenceItem


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A proof read for the screen: the bytes of a PDF or the frames of a picture, and what its making hints at."""

    data: bytes
    frames: list[QImage]
    signs: tuple[Finding, ...]


def opened_file(read: Callable[[], bytes], item: EvidenceItem) -> OpenedFile:
    """Read and decode an item; ``read`` raises `Damaged` when its vault file no longer matches."""
    data = read()
    pages = item.media_type == "application/pdf"
    return OpenedFile(data if pages else b"", [] if pages else frames_of(data), authenticity_hints(item, data))
