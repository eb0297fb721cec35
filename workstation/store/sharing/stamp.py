"""When something is written: the time for people, and the revision for the order of events, since clocks are set back."""

from __future__ import annotations

from typing import NamedTuple


class Stamp(NamedTuple):
    """``now``: ISO instant; ``revision``: the number of the transaction, greater than that of any before."""

    now: str
    revision: int
