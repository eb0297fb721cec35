"""What a pack says of the papers: what is shown whole, and the clauses of an agreement among which the parties choose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from workstation.policy.rules import Labels, Rule, Source, label
from workstation.policy.toml_section import Section

AccountNumber = Literal["whole", "tail"]
NameInCode = Literal["whole", "masked"]
UNSAID: Final = Source("", "", "", "open")


@dataclass(frozen=True, slots=True)
class ClauseChoice:
    """A matter that an agreement settles in one of several ways: option → its sentence, and the one taken when nobody chose.

    Sentences may name {days}, the days of grace. ``part`` of the agreement in which it stands; ``products``: empty for all.
    """

    code: str
    title: Labels
    part: str
    options: Mapping[str, Labels]
    names: Mapping[str, Labels]
    default: str
    products: tuple[str, ...]
    source: Source

    def text(self, language: str) -> str:
        """The name of the matter."""
        return label(self.title, language)


@dataclass(frozen=True, slots=True)
class PaperRules:
    """``account_number``: how the packet's own field shows a card; ``name_in_code``: how the QR picture names the debtor."""

    account_number: Rule[AccountNumber]
    name_in_code: Rule[NameInCode]
    clauses: Mapping[str, ClauseChoice] = field(default_factory=dict)


NO_PAPER_RULES: Final = PaperRules(Rule("tail", UNSAID), Rule("masked", UNSAID))
PARTS: Final = ("charges", "rights_duties", "other")


def paper_rules(top: Section) -> PaperRules:
    """The rules of a pack; one that says nothing shows ends of numbers only and covers names."""
    shown = top.table("papers") if top.has("papers") else None
    found = PaperRules(
        account_number=_shown(shown, "account_number", ("whole", "tail"), NO_PAPER_RULES.account_number),
        name_in_code=_shown(shown, "name_in_code", ("whole", "masked"), NO_PAPER_RULES.name_in_code),
        clauses=dict(_clauses(top)) if top.has("clauses") else {},
    )
    if shown is not None:
        shown.done()
    return found


def _shown(section: Section | None, key: str, ways: tuple[str, ...], unsaid: Rule[Any]) -> Rule[Any]:
    if section is None or not section.has(key):
        return unsaid
    one = section.table(key)
    rule = Rule(one.text("show", choices=ways), one.source())
    one.done()
    return rule


def _clauses(top: Section) -> list[tuple[str, ClauseChoice]]:
    return [(code, _clause(code, section)) for code, section in top.named_tables("clauses")]


def _clause(code: str, section: Section) -> ClauseChoice:
    sentences: dict[str, Labels] = {}
    names: dict[str, Labels] = {}
    for name, option in section.named_tables("options"):
        names[name], sentences[name] = option.labels("name"), option.labels("text")
        option.done()
    found = ClauseChoice(
        code,
        section.labels("title"),
        section.text("part", choices=PARTS),
        sentences,
        names,
        section.text("default", choices=tuple(sentences)),
        section.texts("products", default=()),
        section.source(),
    )
    section.done()
    return found
