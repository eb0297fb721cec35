"""Day and time of every row of a list: each day and each time that is printed is read once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workstation.errors import Refused
from workstation.evidence.statements import cells
from workstation.evidence.statements.columns import Columns, map_unique
from workstation.evidence.statements.layout import Layout, Moment


def printed_days(layout: Layout, body: Columns) -> Sequence[str]:
    """The day of every row as it is printed."""
    if not layout.day_else:
        return body[layout.day]
    return [day or other for day, other in zip(body[layout.day], body[layout.day_else], strict=True)]


def moments_of(layout: Layout, body: Columns, above: str) -> list[Moment | None]:
    """Day and time of every row, None for a day that cannot be. ``above``: what stands above the list."""
    found = layout.year_above.search(above) if layout.year_above else None

    def moment(day: str, clock: str = "") -> Moment | None:
        try:
            made = layout.when(_with_year(day, found) if found else day, clock)
        except Refused:
            return None
        return made if cells.believable(made[0]) else None

    printed = printed_days(layout, body)
    if layout.clock in ("", layout.day):
        return map_unique(moment, printed)
    return map_unique(lambda day_and_time: moment(*day_and_time), list(zip(printed, body[layout.clock], strict=True)))


def _with_year(day: str, above: re.Match[str]) -> str:
    """A day printed as 12/29 belongs to the year before when its month lies after the statement's."""
    month, _, rest = day.partition("/")
    if not month.isdigit():
        return day
    year = int(above[1]) - (int(month) > int(above[2]))
    return f"{year}-{month}-{rest}"
