"""An OFD drawn by a reader apart, for whoever reads pages of PDF."""

from __future__ import annotations

from workstation.received.apart.readers import Readers, Reading
from workstation.received.ofd.drawing import ofd_pdf
from workstation.received.ofd.package import ZIP_HEAD


def pages_of(data: bytes, about: Reading, readers: Readers) -> bytes:
    """The file as a reader of PDF takes it: an OFD drawn, all else as it is. Raises `Refused` as `ofd_pdf`."""
    if not data.startswith(ZIP_HEAD):
        return data
    return readers.read(about, ofd_pdf, data, about.name, about.subject) or data
