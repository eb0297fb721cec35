"""The due day of a debt, day 0 of every count, and how it is known; the first day overdue is the day after it.

银监会令2011年第2号 Art. 57 counts days overdue from the due day: 90 days after it is the last day on which interest goes first.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from workstation.dates import add_days

DUE_DAY: Final = "due_day"
"""The day given is the due day itself."""
FIRST_DAY: Final = "first_day"
"""The day given is the first day overdue, as a list's column or a person said."""
COUNTED: Final = "counted"
"""No day was given: counted back from the day of the figures by days or months overdue."""
BANK_COLUMN: Final = "bank_column"
"""A desk of an earlier schema held the first day overdue of a bank's column as the due day; what that changed is not noted yet."""
BANK_UNCLEAR: Final = "bank_unclear"
"""A bank's column gave a day, and its heading does not say which of the two it is."""
TYPED_UNCLEAR: Final = "typed_unclear"
"""A person typed the day on a desk of an earlier schema, whose field did not say which of the two it is."""
UNCLEAR: Final = frozenset((BANK_UNCLEAR, TYPED_UNCLEAR))


def first_day_overdue(due_on: date) -> date:
    """The day after the due day."""
    return add_days(due_on, 1)


def due_day_before(first: date) -> date:
    """The due day of a debt whose first day overdue is given."""
    return add_days(first, -1)


def due_day_of(given: date, source: str) -> date:
    """The due day that a given day means; of one whose meaning nobody has said yet, the day as it was counted from so far."""
    return due_day_before(given) if source in (FIRST_DAY, BANK_COLUMN) else given
