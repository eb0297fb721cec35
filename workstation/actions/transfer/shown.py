"""Differences of two cases as a person reads them: what record and field it is, and the value on either side."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from workstation.actions.transfer.merge_plan import FieldChange
from workstation.dates import add_days, desk_time
from workstation.money import Money
from workstation.profile.case import Stage
from workstation.store.sharing.merging import HALF_OPEN
from workstation.store.transfer.plain import Plain, PlainForm
from workstation.wording import Wording

_NOTHING: Final = "—"
_SECTIONS: Final = {"kind": ("phone_kind", "address_kind")}
"""Where a field of a small value is labelled, when not under its own name."""


def record_name(table: str, wording: Wording) -> str:
    """The kind of an entry in words."""
    return wording.text(f"record.{table}")


def field_name(change: FieldChange, wording: Wording) -> str:
    """The field in words; a dash for the entry as a whole."""
    key = f"record_field.{change.ref[0]}.{change.field}"
    return wording.text(key) if wording.has(key) else change.field or _NOTHING


def value_text(change: FieldChange, value: Plain, wording: Wording) -> str:
    """One side's value of a difference in words."""
    if not change.field:
        return wording.text("entry.removed" if value is None else "entry.here")
    if value is None or value == "":
        return _NOTHING
    if change.field in HALF_OPEN:
        return add_days(date.fromisoformat(str(value)), -1).isoformat()
    match PlainForm().nature(change.ref[0], change.field):
        case "money":
            return f"{change.currency} {Money(int(value), change.currency or 'CNY').grouped()}".strip()
        case "flag":
            return wording.text("flag.yes" if value else "flag.no")
        case "stage":
            return wording.text(f"stage.{Stage(int(value)).key}")
        case "instant":
            return desk_time(datetime.fromisoformat(str(value))).strftime("%Y-%m-%d %H:%M")
        case "list":
            return "; ".join(" ".join(_parts(one, "", wording)) for one in json.loads(str(value))) or _NOTHING
    key = f"{change.field}.{value}"
    return wording.text(key) if wording.has(key) else str(value)


def _parts(member: Any, field: str, wording: Wording) -> Iterator[str]:
    """The texts and numbers of a small value; an amount reads as one, a code as its label."""
    if isinstance(member, dict) and member.keys() == {"minor", "currency"}:
        yield Money(member["minor"], member["currency"]).grouped()
    elif isinstance(member, dict):
        for name, inner in member.items():
            yield from _parts(inner, name, wording)
    elif member not in ("", None) and not isinstance(member, bool):
        keys = (f"{section}.{member}" for section in _SECTIONS.get(field, (field,)))
        yield next((wording.text(key) for key in keys if wording.has(key)), str(member))
