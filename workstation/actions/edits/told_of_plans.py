"""In words: what changed of a question that was gathered for a claim, and what is said of a paper by its field."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.claims.bounds_text import BoundKind, bounds_text
from workstation.casework.claims.fields import Entry, entries, field_values
from workstation.casework.said.entry import PaperEntry
from workstation.casework.said.fields import paper_fields
from workstation.plan.debt.balances import COMPONENTS
from workstation.wording import Wording

_NOTHING: Final = "—"
_BOUNDS: Final[Mapping[str, BoundKind]] = MappingProxyType(
    {
        **dict.fromkeys((*COMPONENTS, "penalty_minimum", "penalty_maximum", "tolerance"), "money"),
        **dict.fromkeys(("penalty_rate", "minimum_share", "step_rate"), "share"),
        "grace_days": "days",
    }
)
_CODED: Final = frozenset({"compounding", "settles", "payment_day", "unpaid", "early", "late"})
"""Terms that are told by their name alone: of their codes only the window has the words."""


def question_parts(wording: Wording, was: str, is_: str, currency: str) -> Iterator[str]:
    """Terms with what they were and are, then entries that went and came; ``was`` and ``is_``: the question as it is kept, JSON."""
    before, after = json.loads(was), json.loads(is_)
    old, new = field_values(before), field_values(after)
    for key in old:
        if old[key] != new[key]:
            yield _term(wording, key, old[key], new[key], currency)
    gone = Counter(_entry(wording, one, currency) for one in entries(before, {}))
    come = Counter(_entry(wording, one, currency) for one in entries(after, {}))
    yield from (f"− {one}" for one in (gone - come).elements())
    yield from (f"+ {one}" for one in (come - gone).elements())


def _term(wording: Wording, key: str, was: object, is_: object, currency: str) -> str:
    if key in COMPONENTS:
        label = wording.text("claim_field.at_first", {"item": wording.text(f"claim_item.{key}")})
    else:
        label = wording.text(f"claim_field.{key}")
    if key in _CODED:
        return label
    texts = [_value(key, one, currency) for one in (was, is_)]
    return f"{label} {texts[0]} → {texts[1]}"


def _value(key: str, value: object, currency: str) -> str:
    kind = _BOUNDS.get(key)
    text = bounds_text(value, kind, currency) if kind is not None else "" if value is None else str(value)
    return text or _NOTHING


def _entry(wording: Wording, one: Entry, currency: str) -> str:
    parts = [wording.text(f"claim_entry.{one.kind}"), one.on, _figure(wording, one, currency)]
    return " ".join(part for part in parts if part)


def _figure(wording: Wording, one: Entry, currency: str) -> str:
    value = one.value
    match one.kind:
        case "rate" | "default_rate":
            return bounds_text({key: value[key] for key in ("rate", "least", "most", "per") if key in value}, "rate")
        case "payment" | "charge":
            return bounds_text(value.get("amount"), "money", currency)
        case "pause":
            return f"– {value.get('last', '')}"
    items = (item for item in (*COMPONENTS, "total") if item in value and value[item] != "0.00")
    return ", ".join(
        f"{wording.text(f'claim_item.{item}')} {bounds_text(value[item], 'money', currency)}" for item in items
    )


def share_text(share: str) -> str:
    """``0.06`` → ``6%``."""
    return f"{(Decimal(share or '0') * 100).normalize():f}%"


def paper_words(file: CaseFile, entry: PaperEntry, language: str) -> tuple[str, Callable[[str], str]]:
    """The title of the field of an entry, and what gives the words of what is said in it."""
    fields = paper_fields(file, entry.paper, entry.bank, language) if entry.bank in file.banks else ()
    field = next((one for one in fields if one.key == entry.key), None)
    if field is None:
        return entry.key, str
    choices = field.choices
    return field.title, lambda text: choices.get(text, text)
