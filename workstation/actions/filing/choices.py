"""What the list of cases can be filtered by, as people and command lines name it: buckets, reasons, amounts, days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from workstation.errors import Finding, Refused
from workstation.policy.pack import Pack
from workstation.store.listing.wanted import DueSpan

NO_DUE_DAY: Final = "-"
"""Stands for the cases of which no due day is known, beside the names of buckets."""


def reason_codes(packs: Mapping[str, Pack]) -> tuple[str, ...]:
    """The codes of reasons in the order in which rules list them: that in which people choose among them."""
    return tuple(dict.fromkeys(code for pack in packs.values() for code in pack.reasons))


def bucket_names(packs: Mapping[str, Pack]) -> tuple[str, ...]:
    """The buckets of all rules, by the days that they begin with."""
    first: dict[str, int] = {}
    for pack in packs.values():
        for bucket in pack.buckets:
            first[bucket.name] = min(bucket.from_day, first.get(bucket.name, bucket.from_day))
    return tuple(sorted(first, key=lambda name: (first[name], name)))


def bucket_spans(packs: Mapping[str, Pack], name: str, today: date) -> tuple[DueSpan, ...]:
    """Between which missed due days a case is in a bucket, by the rules that it follows and its earliest due day; `NO_DUE_DAY` is
    the bucket of those without any.

    Raises `Refused` (choice_unknown).
    """
    if name == NO_DUE_DAY:
        return (DueSpan(None, None, dated=False),)
    found: dict[tuple[date | None, date | None], list[str]] = {}
    for pack in packs.values():
        edges = [*((one.name, one.from_day) for one in pack.buckets), ("", 0)]
        for (bucket, least), (_, after) in pairwise(edges):
            if bucket == name:
                until = today - timedelta(days=least) if least > 0 else None
                since = today - timedelta(days=after - 1) if after > least else None
                found.setdefault((since, until), []).append(pack.id)
    if not found:
        figures = {"value": name, "choices": ", ".join((*bucket_names(packs), NO_DUE_DAY))}
        raise Refused(Finding("choice_unknown", "bucket", figures))
    alike = len(found) == 1 and len(next(iter(found.values()))) == len(packs)
    return tuple(DueSpan(since, until, () if alike else tuple(of)) for (since, until), of in found.items())
