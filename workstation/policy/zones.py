"""Time zones as people and files write them: an offset, or a name of the zone database."""

from __future__ import annotations

import re
from datetime import UTC, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_OFFSET: Final = re.compile(r"([+-])(\d\d):?(\d\d)|(Z)")
_WIDEST: Final = 14 * 60
"""Minutes between the zones farthest from Greenwich and it."""


def parse_zone(text: str) -> tzinfo | None:
    """A zone as ``+08:00``, ``Z`` or by its name, ``Europe/London``; None when it is neither, also for no text."""
    offset = _OFFSET.fullmatch(text.strip())
    if offset is None:
        try:
            return ZoneInfo(text.strip()) if text.strip() else None
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return None
    if offset[4]:
        return UTC
    minutes = int(offset[2]) * 60 + int(offset[3])
    if minutes > _WIDEST or int(offset[3]) >= 60:
        return None
    return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))
