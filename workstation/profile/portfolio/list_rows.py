"""The rows of a bank's list: of a sheet that is held whole, or of a text that is read part by part as often as it is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BufferedReader
from itertools import islice
from typing import Final

from workstation.errors import Finding
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.regular_file import MAX_LIST, at_most
from workstation.received.tables import Row, Sheet, computed_findings, read_figures
from workstation.received.tables.long_text import (
    LONG_FROM,
    MAX_LONG_ROWS,
    TextForm,
    parts_of,
    rows_of_part,
    size_of,
    text_form,
)
from workstation.received.tables.table import MAX_COLUMNS, refused

HEADER_WITHIN: Final = 60
"""Rows searched for the header; lists begin with a title, a date and a few remarks at most."""

_TOLD_EACH: Final = 1000

Step = Callable[[int, int], None]
"""Told how far work is (done, of how much); by raising it stops it."""


def unwatched(_done: int, _total: int) -> None:
    """Nobody watches."""


@dataclass(frozen=True, slots=True)
class ListRows:
    """``first``: all rows of a sheet, or the first ones of a long text; `all` gives every one. Places as in `Sheet`.

    ``step`` hears how many rows of a sheet were gone through; a text tells its own. ``name``: that of a sheet, as the file has it.
    ``delimited``: a text whose cells are parted by a mark, which an amount may hold, too.
    """

    first: Sequence[Row]
    inexact: frozenset[tuple[int, int]] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    text: LongText | None = None
    step: Step = unwatched
    name: str = ""
    delimited: bool = False

    @classmethod
    def of(cls, sheet: Sheet, step: Step = unwatched, *, delimited: bool = False) -> ListRows:
        """Those of a sheet that was read whole."""
        return cls(sheet.rows, sheet.inexact, sheet.merged, step=step, name=sheet.name, delimited=delimited)

    def all(self) -> Iterator[Row]:
        """Every row in order."""
        return self._told() if self.text is None else self.text.rows()

    def _told(self) -> Iterator[Row]:
        for at in range(0, len(self.first), _TOLD_EACH):
            self.step(at, len(self.first))
            yield from self.first[at : at + _TOLD_EACH]


class LongText:
    """A long text file, open to be read; a worker reads its bytes."""

    def __init__(self, file: BufferedReader, form: TextForm, name: str, readers: Readers, step: Step) -> None:
        self._file, self._form, self._name, self._readers, self._step = file, form, name, readers, step
        self._size = size_of(file)

    @classmethod
    def told(cls, file: BufferedReader, name: str, readers: Readers, step: Step = unwatched) -> LongText | None:
        """The text of a file; None where it is short, or no delimited text. Raises `Refused` as `text_form`."""
        if size_of(file) < LONG_FROM:
            return None
        form = readers.read(Reading(name), text_form, file, name)
        return cls(file, form, name, readers, step) if form is not None else None

    def sheet(self) -> ListRows:
        """Its rows, the first of them at hand."""
        return ListRows(tuple(islice(self.rows(), HEADER_WITHIN)), text=self, delimited=True)

    def rows(self) -> Iterator[Row]:
        """Every row; the file is read again each time. Raises `Refused`: table_damaged, table_too_large."""
        rest, done, count = "", self._form.start, 0
        for data in parts_of(self._file, self._form, self._name):
            done += len(data)
            last = done >= self._size
            part = self._readers.read(Reading(self._name), rows_of_part, data, self._form, rest, last, self._name)
            rest, count = part.rest, count + len(part.rows)
            columns = max(map(len, part.rows), default=0)
            if count > MAX_LONG_ROWS or columns > MAX_COLUMNS:
                limit = f"{MAX_LONG_ROWS:,}"
                raise refused("table_too_large", self._name, rows=f"{count:,}", columns=f"{columns:,}", limit=limit)
            yield from part.rows
            self._step(done, self._size)

    def sha256(self) -> str:
        """The digest of the file, 64 hex digits."""
        self._file.seek(0)
        digest = sha256()
        while data := self._file.read(1 << 20):
            digest.update(data)
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list that was read, or is read part by part; nothing of it was judged. ``to_confirm``: values that were computed here."""

    name: str
    sheets: tuple[ListRows, ...]
    sha256: Callable[[], str]
    to_confirm: tuple[Finding, ...] = ()


def read_list(
    source: bytes | BufferedReader,
    name: str,
    *,
    computed: bytes = b"",
    readers: Readers = IN_PROCESS,
    step: Step = unwatched,
) -> ReadList:
    """Read a list, as `plan_import` does first; an open file must stay open until it is planned."""
    long = LongText.told(source, name, readers, step) if isinstance(source, BufferedReader) else None
    if long is not None:
        return ReadList(name, (long.sheet(),), long.sha256)
    data = source if isinstance(source, bytes) else at_most(source, MAX_LIST + 1)
    table = readers.read(Reading(name), read_figures, data, name, computed)
    digest = sha256(data).hexdigest()
    sheets = tuple(ListRows.of(sheet, step, delimited=table.kind == "csv") for sheet in table.sheets)
    return ReadList(name, sheets, lambda: digest, tuple(computed_findings(table, name)))
