"""Entries of a case as lines of JSON, one an entry behind a line that tells the schema; read back within limits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from workstation.store.migrations import STEPS
from workstation.store.transfer.plain import Entry, NotPlain, PlainForm
from workstation.store.transfer.upgrade import Rows, upgraded

SCHEMA: Final = len(STEPS)
MOST_ENTRIES: Final = 200_000
LONGEST_LINE: Final = 8 * 2**20
_COMPACT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def to_lines(entries: Iterable[Entry]) -> str:
    """The entries as text, each ending with a line end."""
    rows = (_COMPACT.encode([entry.table, dict(entry.values)]) for entry in entries)
    return "".join(f"{line}\n" for line in (_COMPACT.encode({"schema": SCHEMA}), *rows))


def from_lines(text: str) -> tuple[Entry, ...]:
    """The entries of a text, brought to today's schema and each proven to be one.

    Raises `NotPlain` for anything that `to_lines` could not have written, and for a schema later than ours.
    """
    first, *lines = text.split("\n")[:-1] or [""]
    head = read_json(first)
    schema = head.get("schema") if isinstance(head, dict) else None
    if type(schema) is not int or not 0 < schema <= SCHEMA or len(lines) > MOST_ENTRIES:
        raise NotPlain("another schema, or too many entries")
    rows = [_row(line) for line in lines]
    form = PlainForm()
    return tuple(_entry(form, *row) for row in (rows if schema == SCHEMA else upgraded(rows, schema)))


def read_json(text: str | bytes) -> Any:
    """A value of JSON. Raises `NotPlain` for what is none, or nested too deeply."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise NotPlain("no JSON") from None


def _row(line: str) -> Rows:
    row = read_json(line) if len(line) <= LONGEST_LINE else None
    if not (isinstance(row, list) and len(row) == 2 and isinstance(row[0], str) and isinstance(row[1], dict)):
        raise NotPlain("no entry")
    return row[0], row[1]


def _entry(form: PlainForm, table: str, values: Mapping[str, Any]) -> Entry:
    """Read into its entity and back, so that later comparisons meet one spelling of every value."""
    key = values.get(form.key_field(table))
    return form.entry(form.entity(Entry(table, str(key), values)))
