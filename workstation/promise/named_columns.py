"""What a person once said of the columns of a bank's list, kept so that the bank's next list of that header is read by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

ListName = Literal["payments", "balances", "portfolio"]
LIST_NAMES: Final[tuple[ListName, ...]] = ("payments", "balances", "portfolio")


@dataclass(frozen=True, slots=True)
class NamedColumn:
    """``field`` of the list stands in the column of this ``title``; an empty one: the list does not have it.

    Of a portfolio an empty field leaves the column aside, and ``all.bank`` says that its title is the bank of every row.
    """

    field: str
    title: str


@dataclass(frozen=True, slots=True)
class ListMapping:
    """The columns of lists of ``list_kind`` (`LIST_NAMES`) with this ``header``, as named for the accounts of one ``bank``.

    An empty ``bank``: the list spoke of several.
    """

    id: str
    list_kind: str
    bank: str
    header: tuple[str, ...]
    columns: tuple[NamedColumn, ...]
    at: datetime
    by: str

    @property
    def named(self) -> Mapping[str, str]:
        """Field → title, as it is said of a list."""
        return {one.field: one.title for one in self.columns}
