"""Whole columns of a list at once: a long statement has few kinds of cells, and each kind is looked at once. Where cells are
out of the ordinary, `cells` reads them one by one; both ways give the same values.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import fields
from itertools import chain, repeat
from typing import Final, TypeVar, cast

from workstation.evidence.statements import cells
from workstation.evidence.statements.titles import own_titles
from workstation.money import Money, minor_digits

Key = TypeVar("Key", bound=Hashable)
Result = TypeVar("Result")

_USUAL_LINES: Final = re.compile(r"(?:(?:¥?[-+]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)\.[0-9]{2})?\n)*+")
"""A column whose cells hold an amount with two decimals or nothing: one look at all of it."""
_USUAL_DIGITS: Final = 2
_SAMPLE: Final = 200
"""Cells whose variety shows that of the whole column: balances hardly repeat, amounts and days do."""
_YUAN: Final = "CNY"
_YUAN_SIGN: Final = "¥"


class Columns:
    """The body of a list by column titles; a column that the list does not have holds empty cells.

    Of two columns of one title the first bears it; `own_titles` names the others, and those without one.
    """

    def __init__(self, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self.height = len(rows)
        filled = transposed(rows)
        filled += [self._nothing] * (len(titles) - len(filled))
        titles = own_titles(titles, len(filled))
        self._held = dict(zip(titles, filled, strict=True))

    @property
    def _nothing(self) -> tuple[str, ...]:
        return ("",) * self.height

    def __getitem__(self, title: str) -> Sequence[str]:
        return self._held.get(title) or self._nothing

    def row(self, index: int) -> dict[str, str]:
        """One row as title → cell."""
        return {title: column[index] for title, column in self._held.items()}

    def replaced(self, title: str, cells: Sequence[str]) -> None:
        """Put other texts into the place of a column."""
        self._held[title] = cells

    def __contains__(self, title: str) -> bool:
        """Whether the list has a column of this title."""
        return title in self._held


def transposed(rows: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """The columns of some rows, as many as the longest row has; shorter ones are filled up with nothing."""
    lengths = set(map(len, rows))
    width = max(lengths, default=0)
    if len(lengths) > 1:
        rows = [[*row, *[""] * (width - len(row))] for row in rows]
    cells = list(chain.from_iterable(rows))
    return [cells[place::width] for place in range(width)]


def map_unique(read: Callable[[Key], Result], keys: Sequence[Key]) -> list[Result]:
    """``read`` of every key, called once for those that are alike."""
    if keys and keys.count(keys[0]) == len(keys):
        return [read(keys[0])] * len(keys)
    known = {key: read(key) for key in dict.fromkeys(keys)}
    return list(map(known.__getitem__, keys))


def minors(texts: Sequence[str], currency: str) -> list[int | None]:
    """A column of amounts in minor units of one currency; None where `cells.amount` answers None."""
    if len(set(texts[:_SAMPLE])) * 2 > len(texts[:_SAMPLE]):
        return _minors(texts, currency)
    different = list(dict.fromkeys(texts))
    read = dict(zip(different, _minors(different, currency), strict=True))
    return list(map(read.__getitem__, texts))


def _minors(texts: Sequence[str], currency: str) -> list[int | None]:
    if minor_digits(currency) == _USUAL_DIGITS and (digits := _usual_digits(texts, currency)) is not None:
        return [int(one) if one else None for one in digits] if "" in digits else list(map(int, digits))
    return [None if (found := cells.amount(text, currency)) is None else found.minor for text in texts]


def _usual_digits(texts: Sequence[str], currency: str) -> list[str] | None:
    """The digits of amounts with two decimals, nothing for an empty cell; None when any cell is written in another way."""
    lines = "\n".join(texts)
    if not _USUAL_LINES.fullmatch(f"{lines}\n") or (currency != _YUAN and _YUAN_SIGN in lines):
        return None
    digits = lines.replace(",", "").replace(".", "").replace(_YUAN_SIGN, "").split("\n")
    return digits if len(digits) == len(texts) else None  # a cell of two lines would count as two


def minors_in(texts: Sequence[str], currencies: Sequence[str]) -> list[int | None]:
    """`minors` of a column whose cells each have a currency of their own."""
    if len(set(currencies)) == 1:
        return minors(texts, currencies[0])
    return [minors((text,), currency)[0] for text, currency in zip(texts, currencies, strict=True)]


def joined(columns: Sequence[Sequence[str]]) -> Sequence[str]:
    """Cells of one row put together, without those that hold nothing or repeat another."""
    filled = [column for column in columns if any(column)] or columns[:1]
    if len(filled) > 1:
        return map_unique(_together, list(zip(*filled, strict=True)))
    silent = {text for text in set(filled[0]) if _is_silent(text)}
    return ["" if text in silent else text for text in filled[0]] if silent - {""} else filled[0]


def _is_silent(text: str) -> bool:
    return not text.strip("-") or cells.is_blank(text)


def _together(texts: tuple[str, ...]) -> str:
    return " ".join(dict.fromkeys(text for text in texts if not _is_silent(text)))


def money(amounts: Sequence[int], currencies: Sequence[str]) -> list[Money]:
    """Amounts of minor units, each in its currency.

    The same as calling `Money` for every row, in half the time: each field is set through its slot, a column at a time.
    """
    made = list(map(object.__new__, repeat(Money, len(amounts))))
    for field, column in zip(fields(Money), (amounts, currencies), strict=True):
        deque(map(getattr(Money, field.name).__set__, made, column), maxlen=0)
    return made


def money_alike(amounts: Sequence[int], currencies: Sequence[str]) -> list[Money]:
    """The same, once for amounts that are alike, as many are where people buy the same every day."""
    if len(set(currencies)) != 1:
        return money(amounts, currencies)
    different = list(dict.fromkeys(amounts))
    made = dict(zip(different, money(different, currencies[: len(different)]), strict=True))
    return list(map(made.__getitem__, amounts))


def money_where(amounts: Sequence[int | None], currencies: Sequence[str]) -> Sequence[Money | None]:
    """The same where some amounts are not known; None stays None."""
    if None not in amounts:
        return money(cast("Sequence[int]", amounts), currencies)
    known = [(minor, currency) for minor, currency in zip(amounts, currencies, strict=True) if minor is not None]
    following = iter(money([minor for minor, _ in known], [currency for _, currency in known]))
    return [None if minor is None else next(following) for minor in amounts]
