"""Refunds of trades that were closed and left out: neither moved money in the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from workstation.evidence.statements import cells
from workstation.evidence.statements.transactions import LeftOut, Statement, Transaction

_NUMBERS: Final = ("交易订单号", "交易单号", "交易号")
_MERCHANTS: Final = ("商家订单号", "商户单号")
_WORDS: Final = ("商品说明", "商品名称", "商品")
_PEERS: Final = ("交易对方", "商户名称")
_AMOUNTS: Final = ("金额", "金额(元)")
_REFUND_OF: Final = re.compile(r"^退款[-:：]?\s*")
_LONG: Final = 16
"""Digits that make a number of a trade; a shorter beginning proves nothing."""


@dataclass(frozen=True, slots=True)
class _Trade:
    """A trade as its row tells it; numbers that lost digits are empty. ``minor``: its amount."""

    number: str
    merchant: str
    peer: str
    words: str
    minor: int | None


def without_closed_refunds(
    statement: Statement, titles: Sequence[str], rows: Sequence[Sequence[str]], lost: bool
) -> Statement:
    """Take out the refunds of closed trades.

    A refund belongs to a trade by its number, which goes on from that of the trade, by the number that the merchant gave both and
    no other trade, or, where the file has lost its numbers (``lost``), by who, what and how much.
    """
    places = {title: index for index, title in reversed(list(enumerate(titles)))}
    left = [one.row for one in statement.rows_left_out if one.why == "closed"]
    if not left or not any(name in places for name in _NUMBERS):
        return statement
    closed = [_trade(places, rows[row - 1], statement.currency) for row in left]
    told = [(one, _trade(places, rows[one.row - 1], statement.currency)) for one in statement.transactions]
    refunds = {one.row: (one, trade) for one, trade in told if one.kind == "refund"}
    shared = Counter(
        [trade.merchant for trade in closed] + [trade.merchant for one, trade in told if one.kind != "refund"]
    )
    closed = [trade if shared[trade.merchant] == 1 else replace(trade, merchant="") for trade in closed]
    gone = set(_undone(closed, refunds, lost))
    return replace(
        statement,
        transactions=tuple(one for one in statement.transactions if one.row not in gone),
        rows_left_out=tuple(
            sorted(
                (*statement.rows_left_out, *(LeftOut(row, "refund_of_closed") for row in gone)),
                key=lambda one: one.row,
            )
        ),
    )


def _trade(places: Mapping[str, int], row: Sequence[str], currency: str) -> _Trade:
    def cell(names: Sequence[str]) -> str:
        index = next((places[name] for name in names if name in places), None)
        return row[index].strip() if index is not None and index < len(row) else ""

    amount = cells.amount(cell(_AMOUNTS), currency)
    number, merchant = (
        "" if cells.is_shortened(text) or cells.is_blank(text) else text for text in (cell(_NUMBERS), cell(_MERCHANTS))
    )
    return _Trade(number, merchant, cell(_PEERS), cell(_WORDS), None if amount is None else abs(amount.minor))


def _undone(closed: Sequence[_Trade], refunds: Mapping[int, tuple[Transaction, _Trade]], lost: bool) -> Iterator[int]:
    """The rows of refunds of closed trades; together they never give back more than the trade cost."""
    free = dict(refunds)
    for trade in closed:
        rest = trade.minor
        for row, (one, refund) in list(free.items()):
            if rest is not None and abs(one.amount.minor) > rest:
                continue
            if _is_of(refund, trade) or (lost and _seems_of(refund, trade)):
                rest = None if rest is None else rest - abs(one.amount.minor)
                del free[row]
                yield row


def _is_of(refund: _Trade, trade: _Trade) -> bool:
    number = trade.number
    goes_on = bool(number) and refund.number.startswith(
        (f"{number}_", number) if len(number) >= _LONG else f"{number}_"
    )
    return (goes_on and refund.number != number) or bool(trade.merchant and trade.merchant == refund.merchant)


def _seems_of(refund: _Trade, trade: _Trade) -> bool:
    named = bool(trade.words) and _REFUND_OF.sub("", refund.words) == trade.words and refund.words != trade.words
    unnumbered = not (trade.number and refund.number)
    return named and unnumbered and trade.peer == refund.peer and trade.minor == refund.minor
