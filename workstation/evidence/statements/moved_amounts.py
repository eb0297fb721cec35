"""The amounts of a list as they moved, seen from the account holder: what came in is positive, and what nothing proves is None."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workstation.errors import Finding
from workstation.evidence.statements.cells import is_blank, plain
from workstation.evidence.statements.columns import Columns, minors_in
from workstation.evidence.statements.directions import Told, told
from workstation.evidence.statements.layout import Layout
from workstation.evidence.statements.rules import Rules

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
