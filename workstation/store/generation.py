"""How often a desk was opened for work, counted in its database and in the header file beside it.

Somebody who puts back an older database leaves the newer count in the header, and that is noticed before anything is set aside. The
database counts first: a crash between the two leaves the header behind, which means nothing and is mended by the next opening.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.store.counters import Opened
from workstation.store.files import write_whole
from workstation.store.header import HEADER, check_sum

MEMBER: Final = "generation"
"""Its member in the header file, a whole number; when that was, the file's own time tells well enough for a sentence."""


def header_opened(folder: Path) -> Opened:
    """The last opening that the header of a desk knows of. Raises `Refused` (desk_header_missing, desk_header_damaged)."""
    number = _body(folder).get(MEMBER, 0)
    written = datetime.fromtimestamp((folder / HEADER).stat().st_mtime, UTC)
    return Opened(number, written.isoformat(timespec="seconds"))


def write_opened(folder: Path, opened: Opened) -> None:
    """Put an opening down in the header, whole or not at all; everything else in it stays. Raises `Refused` as above."""
    body = _body(folder) | {MEMBER: opened.generation}
    whole = body | {"check": check_sum(body)}
    write_whole(folder / HEADER, (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode())


def _body(folder: Path) -> dict[str, Any]:
    """The header without its check sum, which holds."""
    try:
        body: dict[str, Any] = json.loads((folder / HEADER).read_bytes())
        if body.pop("check") == check_sum(body):
            return body
    except FileNotFoundError:
        raise Refused(Finding("desk_header_missing", FieldRef.DESK_FOLDER, {"file": HEADER})) from None
    except (ValueError, KeyError, AttributeError, TypeError):
        pass  # no header at all: refused like one whose check sum fails
    raise Refused(Finding("desk_header_damaged", FieldRef.DESK_FOLDER, {"file": HEADER}))
