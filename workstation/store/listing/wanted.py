"""Which cases a list shows and in which order: what is typed, chosen from its columns, and sorted by."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from workstation.bank_names import bank_key
from workstation.money import Money
from workstation.policy.versions import pack_id
from workstation.profile.case import Stage
from workstation.store.listing.amounts import OF_A_LINE, rank_of
from workstation.store.listing.case_line import NO_DAY, CaseLine
from workstation.store.listing.words import agent_word, bank_word, question, reason_word
from workstation.store.records.search_text import plain

SortedBy = Literal[
    "number", "name", "stage", "banks", "reason", "agent", "overdue", "next", "owed", "updated", "printed"
]
_BY: Final[dict[SortedBy, tuple[str, ...]]] = {
    "number": ("number",),
    "name": ("name", "line"),
    "stage": ("stage", "touched_at", "number"),
    "banks": ("banks", "line"),
    "reason": ("reason", "line"),
    "agent": ("agent", "line"),
    "overdue": ("overdue", "line"),
    "next": ("next_on", "line"),
    "owed": ("rank", "amount", "line"),
    "updated": ("touched_at", "number"),
    "printed": ("printed_at", "touched_at", "number"),
}
"""The columns that an order goes by; the last tells any two cases apart."""
_OWED_DOWN: Final = ("rank", "owing", "line")
"""Currencies keep their order, whichever way the amounts are sorted."""
_ASKED: Final = ("agent", "next_on", "rank", "amount", "overdue")
_LEAST, _MOST = -(2**63), 2**63 - 1
_FIRST_DAY, _LAST_DAY = date.min.isoformat(), date.max.isoformat()
FOUND: Final = 'SELECT "rowid" FROM "case_words" WHERE "case_words" MATCH ?'
HELD: Final = f'EXISTS ({FOUND} AND "rowid" = "line")'
_ONE_IN: Final = 12
"""Where more than one case in so many is at a stage, the column of a case is asked until a page is full."""
_ASKED_APART: Final = 22_000
"""What it costs to ask each case by itself for a page, in found cases listed: worth it where nearly every other one is found."""
ARCHIVED_WORDS: Final = frozenset({"archived", "归档", "已归档", "歸檔", "已歸檔"})
"""One of these among what is typed asks for archived cases."""


@dataclass(frozen=True, slots=True)
class Order:
    """How a list is sorted: at first the last changed case on top.

    ``reasons``: codes in the order in which a reader knows them, where the list is sorted by reason; others come after them.
    """

    by: SortedBy = "updated"
    down: bool = True
    reasons: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it goes by."""
        return _OWED_DOWN if self.by == "owed" and self.down else _BY[self.by]

    @property
    def turned(self) -> bool:
        """Whether their values go down."""
        return self.down and self.by != "owed"

    def place(self, reason: str) -> tuple[int, str]:
        """Where a reason stands; a case without any comes first."""
        known = ("", *self.reasons)
        return (known.index(reason) if reason in known else len(known)), reason


LAST_CHANGED: Final = Order()


class Condition(NamedTuple):
    """What a line must hold, its columns in braces; each is found by an index of its own. ``among``: further lines that hold
    it, found apart by the same values.
    """

    sql: str
    values: tuple[Any, ...]
    among: str = ""

    def written(self, *, by_index: bool) -> str:
        """As SQL asks it of a line; without ``by_index`` no index is looked up for it."""
        mark = "" if by_index else "+"
        return self.sql.format(**{name: f'{mark}"{name}"' for name in _ASKED})


@dataclass(frozen=True, slots=True)
class DueSpan:
    """Cases whose earliest missed due day lies between two days, both counted. ``packs``: names of the rules; empty for any.

    ``dated``: False for the cases that have no such day, which are in no other span.
    """

    since: date | None
    until: date | None
    packs: tuple[str, ...] = ()
    dated: bool = True

    def holds(self, line: CaseLine) -> bool:
        """Whether a line is meant."""
        if self.packs and pack_id(line.pack) not in self.packs:
            return False
        if line.due_on is None or not self.dated:
            return line.due_on is None and not self.dated
        return (self.since or date.min) <= line.due_on <= (self.until or date.max)

    def written(self, name: str) -> tuple[str, tuple[Any, ...]]:
        """The same in SQL; lines hold days as their numbers below zero, and one far below for none."""
        least = -self.until.toordinal() if self.until else NO_DAY + 1
        most = -self.since.toordinal() if self.since else _MOST
        if not self.dated:
            least = most = NO_DAY
        spanned = f"{name} BETWEEN ? AND ?"
        if not self.packs:
            return spanned, (least, most)
        bare = "substr(\"pack\", 1, instr(\"pack\" || '@', '@') - 1)"
        return f"({spanned} AND {bare} IN (SELECT value FROM json_each(?)))", (least, most, json.dumps(self.packs))


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What is chosen of the columns; nothing chosen is every case that is not archived.

    ``bank``: under any of its names. ``reason``: a code, empty for none yet. ``agent``: a name, empty for nobody. ``archived``:
    None for both. ``next_since``, ``next_until``, ``owed_least``, ``owed_most``: both ends counted; what a case owes is compared
    in the currency that is asked for. ``due``: any of these spans.
    """

    bank: str = ""
    reason: str | None = None
    agent: str | None = None
    next_since: date | None = None
    next_until: date | None = None
    owed_least: Money | None = None
    owed_most: Money | None = None
    due: tuple[DueSpan, ...] = ()
    archived: bool | None = False

    def holds(self, line: CaseLine) -> bool:
        """Whether a line is meant."""
        span = (self.next_since or date.min, self.next_until or date.max)
        return (
            self.archived in (None, line.archived)
            and (not self.bank or bank_key(self.bank) in map(bank_key, line.banks))
            and self.reason in (None, line.reason)
            and (self.agent is None or plain(self.agent) == plain(line.agent))
            and (not self._asks_next or (line.next_on is not None and span[0] <= line.next_on <= span[1]))
            and (not self.due or any(span.holds(line) for span in self.due))
            and self._holds_amount(line)
        )

    @property
    def _asks_next(self) -> bool:
        return self.next_since is not None or self.next_until is not None

    def _holds_amount(self, line: CaseLine) -> bool:
        if self._owed_in is None:
            return True
        owed = line.owed or (Money.zero(),)
        least, most = self._amounts
        return any(one.currency == self._owed_in and least <= one.minor <= most for one in owed)

    @property
    def _owed_in(self) -> str | None:
        """The currency in which amounts are asked for."""
        return next((one.currency for one in (self.owed_least, self.owed_most) if one is not None), None)

    @property
    def _amounts(self) -> tuple[int, int]:
        return (
            _LEAST if self.owed_least is None else self.owed_least.minor,
            _MOST if self.owed_most is None else self.owed_most.minor,
        )

    @property
    def words(self) -> list[str]:
        """Words of the index that a case must have, but for its reason."""
        found = [bank_word(self.bank)] if self.bank else []
        return found + ([agent_word(self.agent)] if self.agent else [])

    @property
    def conditions(self) -> list[Condition]:
        """What is asked of the columns of a line, each found by an index."""
        found = []
        if self.agent == "":
            found.append(Condition("{agent} = ''", ()))
        if self._asks_next:
            days = tuple(
                day.isoformat() if day else other
                for day, other in ((self.next_since, _FIRST_DAY), (self.next_until, _LAST_DAY))
            )
            found.append(Condition("{next_on} BETWEEN ? AND ?", days))
        if self._owed_in is not None:
            span = (rank_of(self._owed_in), *self._amounts)
            among = f'SELECT "place" / {OF_A_LINE} FROM "case_line_owed" WHERE "rank" = ? AND "amount" BETWEEN ? AND ?'
            found.append(Condition("{rank} = ? AND {amount} BETWEEN ? AND ?", span, among))
        if self.due:
            parts = [span.written("{overdue}") for span in self.due]
            values = tuple(value for _, given in parts for value in given)
            found.append(Condition(f"({' OR '.join(text for text, _ in parts)})", values))
        return found


LISTED: Final = CaseFilter()
EVERY_CASE: Final = CaseFilter(archived=None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases a list shows: found by what was ``typed``, at a ``stage``, and as a filter has it."""

    typed: str = ""
    stage: Stage | None = None
    only: CaseFilter = LISTED

    @property
    def searched(self) -> str:
        """What was typed, without a word that asks for archived cases."""
        return " ".join(word for word in self.typed.split() if plain(word) not in ARCHIVED_WORDS)

    @property
    def archived(self) -> bool | None:
        """Whether archived cases are wanted, others, or both (None)."""
        asked = any(plain(word) in ARCHIVED_WORDS for word in self.typed.split())
        return True if asked else self.only.archived

    @property
    def is_plain(self) -> bool:
        """Whether nothing is chosen but stage and archive."""
        return replace(self.only, archived=False) == LISTED

    @property
    def question(self) -> str:
        """As the index of words is asked, but for what is archived; empty for every case."""
        parts = [self.hard] if self.only.reason is None else [self.hard, f'"{reason_word(self.only.reason)}"']
        parts += [f'"s{int(self.stage)}"'] if self.stage is not None else []
        return " AND ".join(part for part in parts if part)

    @property
    def hard(self) -> str:
        """The part of the question that no column of a line answers."""
        parts = (question(self.searched), *(f'"{word}"' for word in self.only.words))
        return " AND ".join(part for part in parts if part)

    def each_asked(self, count: int, total: int, order: Order) -> tuple[str, tuple[Any, ...]]:
        """A condition by which a case is asked by itself, with its values; empty where it is quicker to list what is found."""
        hard = self.hard
        if (hard and (" *" in hard or count * count <= _ASKED_APART * total)) or count * _ONE_IN <= total:
            return "", ()
        # By another column than those of its index the stage is not looked up: what has it would have to be sorted.
        staged = '"stage" = ?' if order.by in ("stage", "updated") else '+"stage" = ?'
        asked: list[tuple[str, object]] = [(HELD, hard)] if hard else []
        asked += [(staged, int(self.stage))] if self.stage is not None else []
        asked += [('+"reason" = ?', self.only.reason)] if self.only.reason is not None else []
        return " AND ".join(text for text, _ in asked), tuple(value for _, value in asked)

    def holds(self, line: CaseLine) -> bool:
        """Whether a line that was found by what was typed is meant."""
        return self.stage in (None, line.stage) and replace(self.only, archived=self.archived).holds(line)


NOT_ARCHIVED: Final = Wanted()
