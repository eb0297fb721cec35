"""How often a desk was opened for work, counted in its database and in the header file beside it.

Somebody who puts back an older database leaves the newer count in the header, and that is noticed before anything is set aside. The
database counts first: a crash between the two leaves the header behind, which means nothing and is mended by the next opening.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from workstation.store.header import HEADER, read_header, write_header
from workstation.store.sharing.counters import Opened


def header_opened(folder: Path) -> Opened:
    """The last opening that the header of a desk knows of; when it was, the file's own time tells well enough for a sentence.

    Raises `Refused` as `read_header`.
    """
    header = read_header(folder)
    written = datetime.fromtimestamp((folder / HEADER).stat().st_mtime, UTC)
    return Opened(header.generation or 0, written.isoformat(timespec="seconds"))


def write_opened(folder: Path, opened: Opened) -> None:
    """Put an opening down in the header, whole or not at all; everything else in it stays. Raises `Refused` as `read_header`."""
    write_header(folder, replace(read_header(folder), generation=opened.generation))
