"""One line of the list of cases, as it is stored and as it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from workstation.money import Money
from workstation.profile.case import Stage

UNREADABLE_NAME: Final = "〔？〕"
"""The name of a person whose record cannot be read."""
APART: Final = "\n"
"""Between the banks of a line, and between its amounts."""
NO_DAY: Final = -(10**7)
"""What sorts a line by days overdue that has no due day: before every case that has one, as a blank comes before every figure."""
COLUMNS: Final = (
    "case_id", "number", "name", "stage", "banks", "owed", "due_on", "overdue_since", "reason", "pack", "touched_at",
    "printed_at", "as_of", "next_on", "agent", "archived",
)  # fmt: skip
"""What a line is read from, in order; a text without a value is empty."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of the list. ``owed``: one amount a currency, that of the first account first; ``banks``: by first account.

    ``as_of``: the oldest day on which one of these amounts was stated, where any says so. ``due_on``: the earliest due day that was
    missed, ``overdue_since``: the first day overdue. ``printed_at``: when a final packet of the case last went to a printer.
    ``next_on``: the day of the next step, as the last valid entry of the contact log has it. ``agent``: to whom the case is given.
    ``unreadable``: the line cannot be read; what its indexes still know is shown.
    """

    case_id: str
    number: str
    name: str
    stage: Stage
    banks: tuple[str, ...]
    owed: tuple[Money, ...]
    due_on: date | None
    overdue_since: date | None
    reason: str
    pack: str
    updated_at: datetime
    printed_at: datetime | None = None
    as_of: date | None = None
    next_on: date | None = None
    agent: str = ""
    archived: bool = False
    unreadable: bool = False


def line_of(row: Sequence[Any]) -> CaseLine:
    """The line of a row of `COLUMNS`."""
    case_id, number, name, stage, banks, owed, due_on, overdue_since, reason, pack, touched_at, printed_at, *more = row
    as_of, next_on, agent, archived = more
    return CaseLine(
        case_id=case_id,
        number=number,
        name=name,
        stage=Stage(stage),
        banks=tuple(banks.split(APART)) if banks else (),
        owed=tuple(map(amount_of, owed.split(APART))) if owed else (),
        due_on=_day(due_on),
        overdue_since=_day(overdue_since),
        reason=reason,
        pack=pack,
        updated_at=datetime.fromisoformat(touched_at),
        printed_at=datetime.fromisoformat(printed_at) if printed_at else None,
        as_of=_day(as_of),
        next_on=_day(next_on),
        agent=agent,
        archived=bool(archived),
    )


def unreadable_line(case_id: str, number: str, touched_at: str) -> CaseLine:
    """What is shown of a line that is lost but for its indexes."""
    at = datetime.fromisoformat(touched_at)
    return CaseLine(case_id, number, UNREADABLE_NAME, Stage.UNDERSTAND, (), (), None, None, "", "", at, unreadable=True)


def out_of_reach() -> CaseLine:
    """What stands for a line of which nothing can be read now."""
    never = datetime.min.replace(tzinfo=UTC)
    return CaseLine("", "…", "…", Stage.UNDERSTAND, (), (), None, None, "", "", never, unreadable=True)


def amount_of(text: str) -> Money:
    """An amount as a line holds it."""
    currency, _, minor = text.partition(" ")
    return Money(int(minor), currency)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
