"""What one person has told in several places: this case, other cases of the same person, packets that left for banks. Findings
name both places; which of them is right is for a person to find out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.income.declared import declared_income
from workstation.casework.printed import PrintedPacket
from workstation.errors import Finding
from workstation.evidence.consistency import Declaration, contradictions, unexplained
from workstation.field_ref import FieldRef
from workstation.wording import Wording

DECLARED_BY: Final = frozenset({"budget"})
"""The fields of another case file that `other_declarations` looks at."""


def other_declarations(
    file: CaseFile, packets: Sequence[PrintedPacket] = (), others: Sequence[CaseFile] = ()
) -> tuple[Declaration, ...]:
    """What the newest packet of each bank and the person's other cases tell."""
    words = Wording(file.settings.language)
    newest = {one.bank: one for one in sorted(packets, key=lambda one: one.version) if one.facts and not one.draft}
    return (
        *(_declared_by_packet(one, file.budget.currency, words) for one in newest.values()),
        *(_declared_by_case(other, words) for other in others),
    )


def contradiction_findings(file: CaseFile) -> tuple[Finding, ...]:
    """Every fact that this case, the newest packet of each bank and the person's other cases tell differently."""
    return _contradictions(file, lambda _: True)


def unexplained_findings(file: CaseFile, counts: Callable[[Declaration], bool] = lambda _: True) -> tuple[Finding, ...]:
    """The contradictions for which no supervisor has answered, among this case and the other places that count."""
    return unexplained(_contradictions(file, counts), {waiver.requirement for waiver in file.waivers})


def _contradictions(file: CaseFile, counts: Callable[[Declaration], bool]) -> tuple[Finding, ...]:
    declarations = [one for one in file.declarations if counts(one)]
    if not declarations:
        return ()
    here = _declared_by_case(file, Wording(file.settings.language))
    return contradictions([here, *declarations], file.pack.limits.income_tolerance)


def _declared_by_case(file: CaseFile, words: Wording) -> Declaration:
    who, case = file.debtor, file.case
    return Declaration(
        source=words.text("told_place.case", {"number": case.number}),
        income=file.budget.of("income") if file.budget.lines else None,
        children=who.children,
        dependants=who.other_dependants,
        marital=_text_of(words, "marital", who.marital),
        housing=_text_of(words, "housing", who.housing),
        employer=who.employer,
        reason=_reason(file, case.reason),
        hardship_from=case.reason_from,
        hardship_to=case.reason_to,
    )


def _declared_by_packet(packet: PrintedPacket, currency: str, words: Wording) -> Declaration:
    facts = {fact.place: fact.value for fact in packet.facts}
    figures = {"bank": packet.bank, "version": str(packet.version)}
    return Declaration(
        source=words.text("told_place.packet", figures),
        bank=packet.bank,
        income=declared_income(facts, currency),
        children=_count(facts, FieldRef.DEBTOR_CHILDREN),
        dependants=_count(facts, FieldRef.DEBTOR_OTHER_DEPENDANTS),
        marital=_text_of(words, "marital", facts.get(FieldRef.DEBTOR_MARITAL, "")),
        housing=_text_of(words, "housing", facts.get(FieldRef.DEBTOR_HOUSING, "")),
        employer=facts.get(FieldRef.DEBTOR_EMPLOYER, ""),
        hardship_from=_day(facts, FieldRef.CASE_REASON_FROM),
        hardship_to=_day(facts, FieldRef.CASE_REASON_TO),
    )


def _reason(file: CaseFile, code: str) -> str:
    known = file.pack.reasons.get(code)
    return known.text(file.settings.language) if known else ""


def _text_of(words: Wording, section: str, code: str) -> str:
    return words.text(f"{section}.{code}") if code else ""


def _count(facts: Mapping[str, str], field_ref: str) -> int | None:
    return int(facts[field_ref]) if facts.get(field_ref, "").isdigit() else None


def _day(facts: Mapping[str, str], field_ref: str) -> date | None:
    return date.fromisoformat(facts[field_ref]) if facts.get(field_ref) else None
