"""What each transaction tells the other desks of an office: its number in clear, the cases that it changed sealed.

PostgreSQL hands a text of less than 8,000 bytes on once the transaction is kept, in the order of commits. Whoever heard each
number since the last it knows, knows all; who missed one, as one that was cut off did, asks.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Final

from workstation.store.changes import Changes
from workstation.store.server.sealing import OfficeSeal
from workstation.store.sharing.counters import PEOPLE, News

_SPACE: Final = "news"
_MOST: Final = 7_900
"""Characters that the server hands on."""


def written(seal: OfficeSeal, by: bytes, revision: int, changes: Changes) -> str:
    """What a transaction of this number tells; only its number where it changed more cases than can be told."""
    head = f"{by.hex()} {revision}"
    if not changes.names_all:
        return head
    values = {"cases": sorted(changes.case_ids), "people": not PEOPLE.isdisjoint(changes.kinds)}
    text = f"{head} {b64encode(seal.sealed(_SPACE, head.encode(), values)).decode()}"
    return text if len(text) <= _MOST else head


def told(seal: OfficeSeal, own: bytes, known: int, heard: Sequence[str]) -> News | None:
    """What was told beyond the ``known`` number; None where that is not all there is to know, or cannot be read."""
    cases, people, by_others = set[str](), False, False
    for text in heard:
        head, _, sealed = text.rpartition(" ")
        by, _, number = head.partition(" ")
        if not number.isascii() or not number.isdecimal():
            return None
        if int(number) <= known:
            continue
        if int(number) != known + 1:
            return None
        known = int(number)
        if by == own.hex():
            continue
        try:
            found = seal.opened(_SPACE, head.encode(), b64decode(sealed, validate=True))
        except ValueError:
            return None
        by_others = True
        cases.update(found["cases"])
        people |= found["people"]
    return News(known, frozenset(cases), people=people, by_others=by_others)
