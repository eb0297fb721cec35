"""What a layout says of the rows of a list: their kinds, their days and times, and its own rules. Rows that look alike
are asked about once.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import TypeVar

import resources
from workstation.errors import Refused
from workstation.evidence.statements import cells
from workstation.evidence.statements.columns import Columns, map_unique
from workstation.evidence.statements.layout import KindWords, Layout, Moment, Row
from workstation.evidence.statements.transactions import Kind

Answer = TypeVar("Answer")


class Rules:
    """The rows of a list as the rules of its layout look at them: by the columns of `Layout.looks_at` alone."""

    def __init__(self, layout: Layout, body: Columns) -> None:
        self._titles = [title for title in layout.looks_at if title in body]
        columns = [body[title] for title in self._titles]
        self._seen = list(zip(*columns, strict=True)) if columns else [()] * body.height

    def told(self, rule: Callable[[Row], Answer]) -> list[Answer]:
        """What a rule answers of every row."""
        return map_unique(lambda seen: rule(self._row(seen)), self._seen)

    def kinds(self, kind: Callable[[Row, bool], Kind], indexes: Sequence[int], gains: Sequence[bool]) -> list[Kind]:
        """The kinds of the rows at ``indexes``; ``gains``: whether each of them brought money."""
        looks = list(zip(map(self._seen.__getitem__, indexes), gains, strict=True))
        return map_unique(lambda look: kind(self._row(look[0]), look[1]), looks)

    def _row(self, seen: tuple[str, ...]) -> Row:
        return dict(zip(self._titles, seen, strict=True))


def kinds_by_words(words: KindWords, gains: Sequence[bool], peers: Sequence[str], texts: Sequence[str]) -> list[Kind]:
    """The kinds of rows by their sign alone where nothing said of them tells more, which is so of most."""
    lost, came = words(False, ""), words(True, "")
    telling = _telling(words, {*peers, *texts})
    if not telling:
        return [came if gained else lost for gained in gains]

    def kind_of(seen: tuple[bool, str, str]) -> Kind:
        gained, peer, text = seen
        if peer in telling or text in telling:
            return words(gained, f"{peer} {text}".strip())
        return came if gained else lost

    return map_unique(kind_of, list(zip(gains, peers, texts, strict=True)))


def _telling(words: KindWords, said: set[str]) -> set[str]:
    """Those of the things said that may tell a kind; one look at all of them shows whether there are any."""
    if words.telling is None:
        return said
    if not words.telling.search("\n".join(said).upper()):
        return set()
    return {one for one in said if words.telling.search(one.upper())}


def failed_rows(body: Columns) -> list[str]:
    """Which rows moved no money by a column of states that the layout does not know: ``failed``, or nothing."""
    found, told = [""] * body.height, _movements()
    failed = re.compile("|".join(map(re.escape, told["failed"])), re.IGNORECASE)
    for title in filter(body.__contains__, told["columns"]):
        said = map_unique(lambda text: "failed" if failed.search(text) else "", body[title])
        found = [one or other for one, other in zip(found, said, strict=True)]
    return found


@cache
def _movements() -> Mapping[str, Sequence[str]]:
    movements: dict[str, list[str]] = tomllib.loads(
        resources.path("portfolio", "payment_headers.toml").read_text("utf-8")
    )["movements"]
    return movements


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
