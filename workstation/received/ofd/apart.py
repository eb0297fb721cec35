"""An OFD for whoever reads pages of PDF; the window asks a reader apart, and loads nothing that parses."""

from __future__ import annotations

from dataclasses import replace

from workstation.received.apart.allowance import DRAWING
from workstation.received.apart.readers import Readers, Reading
from workstation.received.ofd.package import ZIP_HEAD, is_ofd


def pages_of(data: bytes, about: Reading, readers: Readers) -> bytes:
    """The file as a reader of PDF takes it: an OFD drawn, all else as it is. Raises `Refused` as `ofd_pdf`."""
    if not data.startswith(ZIP_HEAD):
        return data
    drawing = replace(about, allowance=DRAWING)
    return readers.read(drawing, ofd_pdf, data, about.name, about.subject) or data


def ofd_pdf(data: bytes, name: str = "", subject: str = "") -> bytes:
    """An OFD as PDF, empty for what is none. The same file gives the same bytes. Raises `Refused` as `drawn`."""
    from workstation.received.ofd.drawing import drawn  # here, since only a worker reads

    return drawn(data, name, subject).pdf if is_ofd(data) else b""


def as_pdf(data: bytes, name: str = "", subject: str = "") -> bytes:
    """As `ofd_pdf`, all else as it is."""
    return ofd_pdf(data, name, subject) or data
