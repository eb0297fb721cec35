"""What a person may say of a paper: its fields with their choices, the same for window, command line and case files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.income.necessary_living import AMOUNT as LIVING_AMOUNT
from workstation.casework.income.necessary_living import SOURCE as LIVING_SOURCE
from workstation.casework.income.necessary_living import living_cost, stated_amount
from workstation.casework.said.answer_form import STANCES, answer_kind
from workstation.casework.said.corners import read_corners
from workstation.errors import Finding
from workstation.evidence.verification import EvidenceItem
from workstation.policy.paper_rules import ClauseChoice
from workstation.policy.rules import label
from workstation.wording import Wording

AGREEMENT, APPLICATION, ANSWER, ID_COPY = "agreement", "application", "answer", "id-copy"
PAPERS: Final = (AGREEMENT, APPLICATION, ANSWER, ID_COPY)
ID_CARD: Final = "id_card"
"""The requirement of packs whose proofs are cards of identity."""
_LAWSUIT: Final = ("court", "case_number", "plaintiff", "claimed", "served_on", "basis", "evidence", "mediation")


@dataclass(frozen=True, slots=True)
class PaperField:
    """One thing that may be said. ``choices``: code → words; none: a text. ``default``: what holds while nothing is said.

    ``private``: the choices name people or their files.
    """

    key: str
    title: str
    choices: Mapping[str, str] = field(default_factory=dict)
    default: str = ""
    private: bool = False


def paper_fields(file: CaseFile, paper: str, bank: str, language: str = "") -> tuple[PaperField, ...]:
    """The fields of a paper to a bank, worded in a language (default: that of the case); none of a paper without any."""
    words = Wording(language or file.case.language)
    makers = {AGREEMENT: _agreement, APPLICATION: _application, ANSWER: _answer, ID_COPY: _id_copy}
    return tuple(makers[paper](file, bank, words)) if paper in makers else ()


def entry_findings(file: CaseFile, paper: str, bank: str, values: Mapping[str, str]) -> Iterator[Finding]:
    """What of the values is no field of the paper, or none of its choices."""
    fields = {one.key: one for one in paper_fields(file, paper, bank)}
    for key, text in values.items():
        one = fields.get(key)
        if one is None:
            yield Finding(
                "paper_entry_unknown", f"entry.{key}", {"key": key, "known": ", ".join(fields), "paper": paper}
            )
        elif text and one.choices and text not in one.choices:
            known = ", ".join(one.choices)
            yield Finding("paper_entry_choice", f"entry.{key}", {"field": one.title, "found": text, "known": known})
        elif text and key == LIVING_AMOUNT and stated_amount(text, file.pack.currency) is None:
            yield Finding("paper_entry_amount", f"entry.{key}", {"field": one.title, "found": text})
        elif text and key.endswith("_corners") and read_corners(text) is None:
            yield Finding("paper_entry_corners", f"entry.{key}", {"field": one.title, "found": text})
    said = {**file.said(paper, bank), **values}
    if LIVING_AMOUNT in fields and said.get(LIVING_AMOUNT) and not said.get(LIVING_SOURCE):
        yield Finding("required_field", f"entry.{LIVING_SOURCE}")


def id_items(file: CaseFile) -> tuple[EvidenceItem, ...]:
    """The proofs that show the debtor's card of identity."""
    return tuple(item for item in file.live_items if item.requirement == ID_CARD)


def clauses_of(file: CaseFile, bank: str) -> tuple[ClauseChoice, ...]:
    """The matters that an agreement with a bank may settle, by the products there."""
    products = {account.product for account in file.accounts_at(bank)}
    clauses = file.pack.papers.clauses.values()
    return tuple(one for one in clauses if not one.products or products.intersection(one.products))


def chosen_option(file: CaseFile, bank: str, clause: ClauseChoice) -> str:
    """The option of a clause that holds for a bank; one that the pack no longer has is none."""
    said = file.said(AGREEMENT, bank).get(clause.code, "")
    return said if said in clause.options else clause.default


def _agreement(file: CaseFile, bank: str, words: Wording) -> Iterator[PaperField]:
    for clause in clauses_of(file, bank):
        names = {option: label(name, words.language) for option, name in clause.names.items()}
        yield PaperField(clause.code, clause.text(words.language), names, clause.default)


def _application(file: CaseFile, bank: str, words: Wording) -> Iterator[PaperField]:
    yield PaperField("repayment_account", words.text("paper_field.repayment_account"))
    people = {one.name: one.name for one in file.debtor.contacts if not one.stop}
    yield PaperField("emergency_contact", words.text("paper_field.emergency_contact"), people, private=True)
    if (cost := living_cost(file)) is not None and cost.amount is None:
        told = {"place": label(cost.place, words.language)}
        yield PaperField(LIVING_AMOUNT, words.text("paper_field.living_minimum", told))
        yield PaperField(LIVING_SOURCE, words.text("paper_field.living_source"))


def _answer(file: CaseFile, bank: str, words: Wording) -> Iterator[PaperField]:
    for key in _LAWSUIT:
        choices = words.choices("mediation") if key == "mediation" else {}
        yield PaperField(key, words.text(f"paper_field.{key}"), choices)
    kind = answer_kind([account.product for account in file.accounts_at(bank)])
    stances = {code: words.text(f"stance.{code}") for code in STANCES}
    for code in (*kind.claims, *kind.facts):
        yield PaperField(code, kind.element(code, words.language), stances)
        about = kind.element(code, words.language)
        yield PaperField(f"{code}_why", words.text("paper_field.why", {"element": about}))


def _id_copy(file: CaseFile, _bank: str, words: Wording) -> Iterator[PaperField]:
    """Which proof shows which side, and where the corners of the card are; without corners those that its edges propose."""
    places: dict[str, str] = {}
    for item in id_items(file):
        places[f"{item.id}/0"] = item.file_name
        places[f"{item.id}/1"] = words.text("paper_field.second_page", {"file": item.file_name})
    firsts = [place for place in places if place.endswith("/0")]
    usual = {"front": firsts[0], "back": firsts[1] if firsts[1:] else f"{firsts[0][:-1]}1"} if firsts else {}
    for side in ("front", "back"):
        yield PaperField(side, words.text(f"paper_field.{side}"), places, usual.get(side, ""), private=True)
        yield PaperField(f"{side}_corners", words.text(f"paper_field.{side}_corners"))
    yield PaperField("confirmed", words.text("paper_field.confirmed"), {"yes": words.text("paper_field.cut_rightly")})
