"""Refunds of trades that were closed and left out: neither moved money in the end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from workstation.evidence.statements import cells
from workstation.evidence.statements.transactions import LeftOut, Statement, columns_of

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
    held = columns_of(statement.transactions)
    refunds = {
        row: (minor, _trade(places, rows[row - 1], statement.currency))
        for row, minor, kind in zip(held.rows, held.minors, held.kinds, strict=True)
        if kind == "refund"
    }
    others = [_merchant(places, rows[row - 1]) for row in held.rows if row not in refunds]
    shared = Counter([*(trade.merchant for trade in closed), *others])
    closed = [trade if shared[trade.merchant] == 1 else replace(trade, merchant="") for trade in closed]
    gone = set(_undone(closed, refunds, lost))
    return replace(
        statement,
        transactions=held.selected(row not in gone for row in held.rows),
        rows_left_out=tuple(
            sorted(
                (*statement.rows_left_out, *(LeftOut(row, "refund_of_closed") for row in gone)),
                key=lambda one: one.row,
            )
        ),
    )


def _cell(places: Mapping[str, int], row: Sequence[str], names: Sequence[str]) -> str:
    index = next((places[name] for name in names if name in places), None)
    return row[index].strip() if index is not None and index < len(row) else ""


def _number(text: str) -> str:
    return "" if cells.is_shortened(text) or cells.is_blank(text) else text


def _merchant(places: Mapping[str, int], row: Sequence[str]) -> str:
    return _number(_cell(places, row, _MERCHANTS))


def _trade(places: Mapping[str, int], row: Sequence[str], currency: str) -> _Trade:
    number, peer, words, text = (_cell(places, row, names) for names in (_NUMBERS, _PEERS, _WORDS, _AMOUNTS))
    amount = cells.amount(text, currency)
    minor = None if amount is None else abs(amount.minor)
    return _Trade(_number(number), _merchant(places, row), peer, words, minor)


def _undone(closed: Sequence[_Trade], refunds: Mapping[int, tuple[int, _Trade]], lost: bool) -> Iterator[int]:
    """The rows of refunds of closed trades; together they never give back more than the trade cost."""
    free = dict(refunds)
    for trade in closed:
        rest = trade.minor
        for row, (minor, refund) in list(free.items()):
            if rest is not None and abs(minor) > rest:
                continue
            if _is_of(refund, trade) or (lost and _seems_of(refund, trade)):
                rest = None if rest is None else rest - abs(minor)
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
