"""The due day of one row: from the column that gives a day, by what its heading means, else counted back; columns that tell the
same twice are compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from workstation.dates import add_days, add_months
from workstation.profile.due_day import COUNTED, DUE_DAY, FIRST_DAY, UNCLEAR, due_day_of
from workstation.profile.portfolio import cells as cells_of
from workstation.profile.portfolio.row_cells import RowCells

_DAYS: Final = ("due_on", "overdue_since", "overdue_on")
"""Fields of days, the plainest first; the first that a row fills counts."""
_FARTHEST_DAYS: Final = 366
"""A due day of a card lies a month ahead at most, that of a loan paid once a year a year ahead."""
_MONTH_DAYS: Final = 31


@dataclass(frozen=True, slots=True)
class GivenDay:
    """A due day as a row tells it: the field and text it stands in, what it was given as and what that day is."""

    field: str
    text: str
    due_on: date
    given: date | None
    source: str


def due_day(at: RowCells, as_of: date, today: date) -> GivenDay | None:
    """The due day of the row that ``at`` stands on, None where it tells none; what it cannot be sends the row back.

    Columns that contradict one another are told as advice (``due_days_differ``). ``as_of``: the day from which days overdue count.
    """
    days = [given for field in _DAYS if (given := _given(at, field)) is not None]
    counted = _counted(at, as_of)
    if not days:
        return counted
    first = _decided(days[0], counted)
    for other in days[1:]:
        # A day of either meaning contradicts another only where neither meaning fits.
        if other.due_on != first.due_on and not (
            other.source in UNCLEAR and add_days(other.due_on, -1) == first.due_on
        ):
            _tell(at, first, other)
    if counted and _differ(at, first, counted):
        _tell(at, first, counted)
    _refuse_future(at, first, today)
    return first


def _given(at: RowCells, field: str) -> GivenDay | None:
    text = at.text(field)
    if not text:
        return None
    if field == "due_on" and cells_of.is_day_of_month(text):
        return None  # 每月5日 under 到期还款日 is the due day of every month
    given = at.day(field)
    if given is None:
        return None
    source = at.mapping.day_means[field]
    return GivenDay(field, text, due_day_of(given, source), given, source)


def _counted(at: RowCells, as_of: date) -> GivenDay | None:
    """Counted back from the day of the figures: a debt is one day overdue on the day after its due day."""
    if days := at.whole("overdue_days"):
        return GivenDay("overdue_days", at.text("overdue_days"), add_days(as_of, -days), None, COUNTED)
    if months := at.whole("overdue_months"):
        return GivenDay("overdue_months", at.text("overdue_months"), add_months(as_of, -months), None, COUNTED)
    return None


def _decided(day: GivenDay, counted: GivenDay | None) -> GivenDay:
    """A day that may be either is what the days overdue beside it say, where they fit one of the two."""
    if day.source not in UNCLEAR or day.given is None or counted is None or counted.field != "overdue_days":
        return day
    for source in (DUE_DAY, FIRST_DAY):
        if counted.due_on == due_day_of(day.given, source):
            return GivenDay(day.field, day.text, counted.due_on, day.given, source)
    return day


def _differ(at: RowCells, day: GivenDay, counted: GivenDay) -> bool:
    apart = abs((day.due_on - counted.due_on).days)
    if (
        counted.field == "overdue_months"
    ):  # a month overdue is told from its first day on by some, when it is full by others
        return apart > _MONTH_DAYS
    return apart > 0 and not (day.source in UNCLEAR and apart == 1)


def _tell(at: RowCells, first: GivenDay, other: GivenDay) -> None:
    at.advise(
        "due_days_differ_in_row", first.field, first.text, due_on=first.due_on.isoformat(),
        other=at.layout.title(other.field), other_text=other.text, other_due_on=other.due_on.isoformat(),
    )  # fmt: skip


def _refuse_future(at: RowCells, day: GivenDay, today: date) -> None:
    """A debt cannot have been overdue since a day to come; a due day itself may lie ahead, but not far."""
    if day.given is None:
        return
    if day.source != DUE_DAY and day.given > today:
        at.refuse("overdue_in_future", day.field, day.given.isoformat())
    elif day.given > today and day.given > add_days(today, _FARTHEST_DAYS):
        at.refuse("due_day_far_ahead", day.field, day.given.isoformat())
