"""The elements of an answer 答辩状 by kind of dispute, as public court forms ask for them; data of ``resources/answers``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import resources
from workstation.errors import refuse_if
from workstation.policy import building
from workstation.policy.rules import Labels, Source, label
from workstation.policy.toml_lines import parsed
from workstation.policy.toml_section import Review, Section

STANCES: Final = ("admitted", "disputed", "unknown")
"""How a person stands to an element."""
_FILE: Final = "cn.toml"


@dataclass(frozen=True, slots=True)
class AnswerKind:
    """A kind of dispute: the elements of the claim and of the facts, in the order of the form. No ``products``: all others."""

    code: str
    title: Labels
    products: tuple[str, ...]
    claims: tuple[str, ...]
    facts: tuple[str, ...]
    elements: Mapping[str, Labels]
    source: Source

    def element(self, code: str, language: str) -> str:
        """What an element is about."""
        return label(self.elements[code], language)


def answer_kind(products: Sequence[str]) -> AnswerKind:
    """The kind for accounts of these products: of cards where there is one, else of loans."""
    kinds = _kinds()
    return next((kind for kind in kinds if set(kind.products).intersection(products)), kinds[-1])


@cache
def _kinds() -> tuple[AnswerKind, ...]:
    text = resources.path("answers", _FILE).read_text("utf-8")
    review = Review(_FILE, text)
    top = Section(review, parsed(text, _FILE))
    top.whole("format", 1, 1)
    building.sources(top)
    section = top.table("elements")
    elements = {code: section.labels(code) for code in section.keys()}  # noqa: SIM118 - a section is no mapping
    section.done()
    found = tuple(_kind(code, one, elements) for code, one in top.named_tables("kinds"))
    top.done()
    refuse_if(review.findings)
    return found


def _kind(code: str, section: Section, elements: Mapping[str, Labels]) -> AnswerKind:
    known = tuple(elements)
    found = AnswerKind(
        code,
        section.labels("title"),
        section.texts("products", default=()),
        section.texts("claims", known),
        section.texts("facts", known),
        elements,
        section.source(),
    )
    section.done()
    return found
