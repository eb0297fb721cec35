"""A proof read for the screen, on any thread: proved against its hash, turned into pixels elsewhere, looked over for signs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QImage

from ui.background import TaskProgress
from ui.widgets.pages_view import ScreenDocument, image_of
from workstation.actions.evidence.origin import authenticity_hints
from workstation.errors import Finding
from workstation.evidence.verification import EvidenceItem
from workstation.received.apart.readers import Readers, Reading
from workstation.received.ofd.apart import pages_of
from workstation.received.ofd.package import PAGED
from workstation.received.pdf.on_screen import page_pixels, page_sizes
from workstation.received.pixels import picture_frames


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A proof read for the screen: the pages of a PDF or OFD or the frames of a picture, and what its making hints at."""

    document: ScreenDocument | None
    frames: list[QImage]
    signs: tuple[Finding, ...]


def opened_file(
    read: Callable[[], bytes], item: EvidenceItem, readers: Readers, roots: Sequence[bytes], task: TaskProgress
) -> OpenedFile:
    """Read and decode an item; ``read`` raises `Damaged` when its vault file no longer matches. ``roots``: certificates (DER) of
    authorities that the desk trusts.

    Raises `Refused` as `pages_of`, `page_sizes` and `Readers.read`, `Cancelled` when nobody waits any more.
    """
    data = read()
    about = _about(item, task)
    signs = authenticity_hints(item, data, readers, roots)
    if item.media_type not in PAGED:
        return OpenedFile(None, [image_of(one) for one in readers.read(about, picture_frames, data)], signs)
    data = pages_of(data, about, readers)
    sizes = readers.read(about, page_sizes, data, item.file_name)
    return OpenedFile(ScreenDocument(sizes, partial(_page, readers, data, item)), [], signs)


def _page(readers: Readers, data: bytes, item: EvidenceItem, page: int, width: int, task: TaskProgress) -> QImage:
    return image_of(readers.read(_about(item, task), page_pixels, data, page, width, item.file_name))


def _about(item: EvidenceItem, task: TaskProgress) -> Reading:
    return Reading(item.file_name, f"evidence.{item.requirement}", waiting=partial(task.step, 0, 1))
