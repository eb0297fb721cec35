"""Every pack of rules read and checked afresh, as the first opening of a desk does: beside parsing the same files alone."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

import resources
from bench.contest import Contender, Contest
from workstation.policy import contact_rules, lenders, pack

_KEPT: Final = (
    (pack, "_shipped"), (pack, "_of_program"), (lenders, "lenders"), (contact_rules, "contact_rules"),
)  # fmt: skip
"""What is read once and kept; some commits do not have all of it."""


def contests(folder: Path) -> list[Contest]:
    """One contest; nothing is written to ``folder``."""
    files = [*resources.path("policies").glob("*.toml"), *resources.path("lenders").glob("*.toml")]
    texts = [file.read_text("utf-8") for file in files]

    def parsing() -> object:
        return [tomllib.loads(text) for text in texts]

    return [Contest("all packs, read and checked", _afresh, (Contender("tomllib, parsing alone", parsing),), 5)]


def _afresh() -> object:
    for module, name in _KEPT:
        if kept := getattr(module, name, None):
            kept.cache_clear()
    return pack.packs()
