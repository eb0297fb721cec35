"""The amounts of a list: their currency and unit as columns and lines say, and how they moved as seen from the account holder.

What came in is positive, and what nothing proves is None.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Final

from workstation.amount_text import read_amount
from workstation.errors import Finding, Refused
from workstation.evidence.statements import cells
from workstation.evidence.statements.cells import is_blank, plain
from workstation.evidence.statements.columns import Columns, map_unique, minors_in
from workstation.evidence.statements.directions import Told, told
from workstation.evidence.statements.layout import Layout
from workstation.evidence.statements.rules import Rules, printed_days
from workstation.evidence.statements.titles import own_titles
from workstation.list_scale import NOT_SAID, Scale, may_be_said, scale_above, scales_of_titles
from workstation.money import Money

_ONE: Final = Fraction(1)
_NAMES_CURRENCY: Final = re.compile(r"[A-Z]{3}|[$€£￡]|[美欧歐日港英加澳台臺韩韓]|JP¥")
_SIGNS: Final = ("-", "+", "−", "(")
"""How an amount begins that prints its own sign; one such cell shows that the whole column does."""


@dataclass(frozen=True, slots=True)
class Moved:
    """Signed minor units by row; None where no amount can be read, and at the indexes of ``undirected``: nothing says which way."""

    amounts: Sequence[int | None]
    undirected: frozenset[int]
    findings: tuple[Finding, ...] = ()


def moved_amounts(layout: Layout, body: Columns, currencies: Sequence[str], rules: Rules, first: int) -> Moved:
    """The signed amount of every row. ``first``: the number of the first row."""
    amounts = _amounts(layout, body, currencies)
    found = _told(layout, body, currencies, amounts, rules, first)
    if not found.signs:
        return Moved(amounts, frozenset())
    pairs = list(zip(amounts, found.signs, strict=True))
    return Moved(
        [None if amount is None or (amount and not sign) else amount * sign for amount, sign in pairs],
        frozenset(at for at, (amount, sign) in enumerate(pairs) if amount and not sign),
        found.findings,
    )


def _amounts(layout: Layout, body: Columns, currencies: Sequence[str]) -> Sequence[int | None]:
    """The amount of every row in minor units, as printed or as the difference of two columns."""
    if layout.amount:
        return minors_in(body[layout.amount], currencies)
    gains = minors_in(body[layout.gain], currencies)
    losses = _without_minus(minors_in(body[layout.loss], currencies))
    moved = [
        None if gain is None and loss is None else (gain or 0) - (loss or 0)
        for gain, loss in zip(gains, losses, strict=True)
    ]
    for column, read in ((body[layout.gain], gains), (body[layout.loss], losses)):
        for at, (text, amount) in enumerate(zip(column, read, strict=True)):
            if amount is None and text and not is_blank(text):
                moved[at] = None  # one side of the row cannot be read: the other alone would be another amount
    return moved


def _without_minus(losses: list[int | None]) -> list[int | None]:
    """A column of money that went out, where all of it is printed with a minus: the column says the same once more."""
    known = [loss for loss in losses if loss]
    return [loss and -loss for loss in losses] if known and max(known) < 0 else losses


def _prints_signs(texts: Sequence[str], amounts: Sequence[int | None]) -> bool:
    return any(plain(text).startswith(_SIGNS) for text in texts) or any(one and one < 0 for one in amounts)


def _told(
    layout: Layout,
    body: Columns,
    currencies: Sequence[str],
    amounts: Sequence[int | None],
    rules: Rules,
    first: int,
) -> Told:
    """What each amount is multiplied by to be seen from the holder's side; no signs where all stand as they are printed."""
    turned = -1 if layout.card else 1
    unsure = layout.sign_unsure and not _prints_signs(body[layout.amount], amounts)
    if layout.amount and (layout.direction or unsure):
        balances = minors_in(body[layout.balance], currencies) if layout.balance else (None,) * body.height
        found = told(
            layout.direction or layout.amount, body[layout.direction], amounts, balances, layout.directions, first
        )
        factors = [-sign if amount and amount < 0 else sign for sign, amount in zip(found.signs, amounts, strict=True)]
        return Told(tuple(factors), found.findings)
    if layout.sign:
        return Told(tuple(sign * turned for sign in rules.told(layout.sign)))
    return Told((turned,) * body.height if layout.card else ())


# ── Currency and unit ──


@dataclass(frozen=True, slots=True)
class ListSays:
    """What titles say of the currency and unit of their columns, and the lines above the list of all."""

    titles: Mapping[str, Scale]
    above: Scale

    def of(self, title: str) -> Scale:
        """What is said of the amounts of a column."""
        return self.titles.get(title, NOT_SAID).else_of(self.above)


def list_says(rows: Sequence[Sequence[str]], header: int, upper: Sequence[str]) -> ListSays:
    """What stands in and above the heading of a list. ``upper``: the upper row of a heading of two."""
    titles = [cells.title(cell) for cell in rows[header]]
    scales = scales_of_titles(titles, upper)
    return ListSays(dict(zip(own_titles(titles), scales, strict=True)), scale_above(rows[:header]))


def row_currencies(
    layout: Layout, body: Columns, rows: Sequence[Sequence[str]], told: ListSays
) -> tuple[list[str], str]:
    """The currency of every row: as its own cell or its amount names it, else as a line above says, else that of the layout.

    ``rows``: the same rows as they stand in the file; a line among them may begin a part in another currency. A word that names no
    currency known gives `cells.NO_CURRENCY`; the first such word is told with them.
    """
    printed = body[layout.currency_column] if layout.currency_column else ("",) * body.height
    if layout.currency_column == layout.amount:
        printed = ["" if cells.amount(text, layout.currency) is not None else text for text in printed]
    said = _said_by_lines(layout, body, rows, told)
    own = map_unique(lambda text: cells.currency(text, ""), printed)
    found = [code or _code(line, layout.currency) for code, line in zip(own, said, strict=True)]
    lost = found.index(cells.NO_CURRENCY) if cells.NO_CURRENCY in found else -1
    unknown = (printed[lost] if own[lost] else said[lost].unknown) if lost >= 0 else ""
    return _named(found, [body[title] for title in _amount_titles(layout)], printed), unknown


def in_major_units(layout: Layout, body: Columns, currencies: Sequence[str], told: ListSays) -> None:
    """Put amounts that count in 万元 or the like into major units, as texts; what cannot be read so stays no amount."""
    for title in filter(None, (*_amount_titles(layout), layout.balance)):
        unit = told.of(title).unit
        if unit is not None and unit != _ONE:
            cells_of_rows = zip(body[title], currencies, strict=True)
            body.replaced(title, map_unique(partial(_in_major, unit), list(cells_of_rows)))


def unit_of_list(layout: Layout, told: ListSays) -> Fraction:
    """What one is worth, in major units, in the sums that stand above and below a list."""
    return told.of(next(iter(_amount_titles(layout)), "")).unit or _ONE


def _amount_titles(layout: Layout) -> tuple[str, ...]:
    return tuple(filter(None, (layout.amount, layout.gain, layout.loss)))


def _in_major(unit: Fraction, cell: tuple[str, str]) -> str:
    text, currency = cell
    if is_blank(text):
        return text
    try:
        minor, named = read_amount(text.strip("'"), currency, unit)
    except Refused:
        return f"{text} × {unit}"
    amount = Money(minor, named).text()
    return amount if named == currency else f"{named} {amount}"


def _said_by_lines(layout: Layout, body: Columns, rows: Sequence[Sequence[str]], told: ListSays) -> Sequence[Scale]:
    """What is said of the currency of each row: by the title of its amounts, else by the last line above it."""
    titles = (told.titles.get(title, NOT_SAID) for title in _amount_titles(layout))
    title = next((one for one in titles if one.currency), NOT_SAID)
    now = title.else_of(told.above)
    days = () if title.currency else printed_days(layout, body)
    lines = {at for at, day in enumerate(days) if not day[:1].isdigit() and may_be_said(" ".join(rows[at]))}
    said = []
    for at in range(body.height if lines else 0):
        line = scale_above((rows[at],)) if at in lines else NOT_SAID
        now = line if line.currency or line.unknown else now
        said.append(now)
    return said or [now] * body.height


def _code(scale: Scale, default: str) -> str:
    return cells.NO_CURRENCY if scale.unknown else scale.currency or default


def _named(currencies: list[str], amounts: Iterable[Sequence[str]], printed: Sequence[str]) -> list[str]:
    """The currency of each row; where none is printed in a cell of its own, the one that its amount names (``USD 12.30``)."""
    for column in amounts:
        words = "".join(column)
        if _bare(words) or not _NAMES_CURRENCY.search(words):
            continue
        for index, text in enumerate(column):
            if _NAMES_CURRENCY.search(text) and is_blank(printed[index]):
                currencies[index] = cells.currency_of(text, currencies[index])
    return currencies


def _bare(words: str) -> bool:
    """Whether there are no letters and no signs of money, which is told faster than which of them there are."""
    return words.isascii() and words.lower() == words.upper() and "$" not in words
