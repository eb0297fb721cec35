"""The reports as tables that leave the desk, each rate beside its formula."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from workstation.actions.reports.figures import BucketLine, MovementLine, PacketLine
from workstation.actions.reports.texts import (
    bucket_name,
    cure_formula,
    days_text,
    grant_formula,
    roll_formula,
    share_formula,
    sum_before,
)
from workstation.casework.reports.packets import OUTCOMES
from workstation.casework.reports.standing import MOVES
from workstation.documents.workbook.table_book import PlainTable, Value
from workstation.wording import Wording

_BUCKETS: Final = (("currency", 8), ("bucket", 10), ("accounts", 10), ("owed", 18), ("share", 10), ("formula", 44))
_MOVEMENTS: Final = (
    ("currency", 8), ("bucket", 10), ("accounts", 10), ("owed", 18), *((f"move_{kind}", 10) for kind in MOVES),
    ("roll_rate", 10), ("roll_formula", 22), ("cure_rate", 10), ("cure_formula", 26),
)  # fmt: skip
_PACKETS: Final = (
    ("bank", 24), ("sent", 8), *((f"outcome_{kind}", 10) for kind in OUTCOMES),
    ("grant_rate", 10), ("grant_formula", 22), ("days_to_packet", 16), ("days_to_answer", 16),
)  # fmt: skip


def buckets_table(lines: Iterable[BucketLine], words: Wording) -> PlainTable:
    """The open accounts by bucket."""
    rows = [
        (one.currency, bucket_name(one, words), one.count, one.amount, _share(one.share), share_formula(one))
        for one in lines
    ]
    return _table("buckets", _BUCKETS, rows, words)


def movements_table(lines: Iterable[MovementLine], words: Wording) -> PlainTable:
    """What became of the accounts of each bucket."""
    rows = [
        (one.currency, bucket_name(one, words), one.count, sum_before(one), *(one.counts[kind] for kind in MOVES),
         _share(one.rolled), roll_formula(one), _share(one.cured), cure_formula(one))
        for one in lines
    ]  # fmt: skip
    return _table("movements", _MOVEMENTS, rows, words)


def packets_table(lines: Iterable[PacketLine], words: Wording) -> PlainTable:
    """The applications by bank."""
    rows = [
        (one.bank, one.sent, *(one.counts[kind] for kind in OUTCOMES), _share(one.granted), grant_formula(one),
         days_text(one.days_to_packet), days_text(one.days_to_answer))
        for one in lines
    ]  # fmt: skip
    return _table("packets", _PACKETS, rows, words)


def _share(share: Fraction | None) -> Decimal | None:
    return None if share is None else Decimal(share.numerator) / share.denominator


def _table(
    name: str, columns: tuple[tuple[str, int], ...], rows: Iterable[tuple[Value, ...]], words: Wording
) -> PlainTable:
    header = tuple(words.text(f"report.column.{key}") for key, _ in columns)
    explained = words.text(f"report.explained.{name}")
    return PlainTable(
        words.text(f"report.{name}"), header, tuple(width for _, width in columns), tuple(rows), explained
    )
