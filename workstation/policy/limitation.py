"""The time after which a debtor may refuse to pay (诉讼时效), and what begins it anew: advice with its sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from workstation.policy.rules import Source
from workstation.policy.toml_section import Section

RESTARTS: Final = ("demanded", "acknowledged", "sued")
CLAIM_RULES: Final = ("received", "guarantor_paid", "assigned")
_YEARS_MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Limitation:
    """``years`` after the day that counts, by its ``source``; ``restarts``: what begins them anew, each with its source.

    ``renewed``: the source by which an acknowledgement after the last day takes the defence away; None where none was read.
    """

    years: int
    source: Source
    restarts: Mapping[str, Source]
    renewed: Source | None = None


def limitation(top: Section) -> Limitation | None:
    """The rule of a pack; None where nobody has read one."""
    if not top.has("limitation"):
        return None
    table = top.table("limitation")
    years = table.whole("years", 1, _YEARS_MOST)
    restarts = {}
    for name, section in table.named_tables("restarts"):
        if name not in RESTARTS:
            table.report("pack_reference", "restarts", expected=", ".join(RESTARTS), found=name)
        restarts[name] = section.source()
        section.done()
    renewed = None
    if table.has("renewed"):
        inner = table.table("renewed")
        renewed = inner.source()
        inner.done()
    found = Limitation(years, table.source(), restarts, renewed)
    table.done()
    return found


def claim_rules(top: Section) -> dict[str, Source]:
    """The rule behind each kind of fact about a debt that a pack names."""
    if not top.has("claims"):
        return {}
    found: dict[str, Source] = {}
    for name, section in top.named_tables("claims"):
        if name not in CLAIM_RULES:
            top.report("pack_reference", "claims", expected=", ".join(CLAIM_RULES), found=name)
        found[name] = section.source()
        section.done()
    return found
