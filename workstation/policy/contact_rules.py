"""Sets of rules on contacts (``resources/conduct``) for places without a pack of their own here, and for a debtor's adviser.

A pack takes one over by ``rules = "uk"`` in its table ``[conduct]``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import resources
from workstation.errors import refuse_if
from workstation.policy import building
from workstation.policy.conduct_reading import conduct
from workstation.policy.conduct_rules import Conduct
from workstation.policy.toml_section import Review, Section

DEBTOR_SIDE: Final = "debtor-side"
"""The set of a desk that works for the debtor."""


def load_contact_rules(file: Path) -> Conduct:
    """Read one set. Raises `Refused` with one finding a mistake, as `load_pack` does."""
    text = file.read_text("utf-8")
    review = Review(file.name, text)
    top = Section(review, tomllib.loads(text))
    top.text("id", choices=(file.stem,))
    top.labels("title")
    top.day("dated")
    building.sources(top)
    found = conduct(top.table("rules"), {})
    top.done()
    refuse_if(sorted(review.findings, key=lambda finding: int(finding.figures["line"])))
    return found


@cache
def contact_rules() -> Mapping[str, Conduct]:
    """Every set of the program by its id. Read once: the files lie inside the program."""
    files = sorted(resources.path("conduct").glob("*.toml"))
    return MappingProxyType({file.stem: load_contact_rules(file) for file in files})
