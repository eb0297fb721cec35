"""Gathers what the request for missing proofs says: what the debtor can still bring, from whom, in which form, and by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.dates import add_days
from workstation.documents.papers.debtor_figures import RequestedItem, RequestFigures
from workstation.errors import Finding
from workstation.evidence.checklist import ChecklistLine, alternatives, line_met, open_lines
from workstation.policy.cited import cited
from workstation.policy.rules import Issuer, Requirement
from workstation.wording import Wording

_DEBTOR: Final = "debtor"
_DEBTORS_TURN: Final = ("missing", "failed", "stale")
_MENDED_BY_DEBTOR: Final = (
    "issuer_refused",
    "check_failed",
    "item_stale",
    "coverage_short",
    "original_needed",
    "account_uncovered",
)
"""Findings that the debtor alone can put right; the rest is the desk's own work."""
_KEPT_MARKS: Final = ("document_number", "portal", "issuer_phoned")
"""Checks for which the paper must carry something."""


def request_figures(file: CaseFile, until: date) -> RequestFigures:
    """The request of a case with the last day on which the proofs are of use."""
    words, language = Wording(file.paper_language), file.case.language
    separator = words.text("paper.list_separator")
    reason = file.pack.reasons.get(file.case.reason)
    requested = tuple(line for line in open_lines(file.checklist, "verified") if _is_debtors(line))
    return RequestFigures(
        language=file.paper_language,
        number=file.case.number,
        made_on=words.day(file.today),
        until=words.day(until),
        name=file.debtor.name,
        desk=file.settings.desk_name,
        agent=file.settings.agent,
        adviser=file.settings.role == "debtor_adviser",
        banks=separator.join(file.banks),
        reason=reason.text(language) if reason else "",
        requested=tuple(_requested_item(line, file.checklist, until, words, language) for line in requested),
        held=tuple(line.requirement.text(language) for line in file.checklist if _is_held(line, requested)),
        refused_source=cited(_refused_source(requested), language),
    )


def _is_debtors(line: ChecklistLine) -> bool:
    """What was received and only waits for our own check is not asked for again."""
    return line.state in _DEBTORS_TURN or any(finding.code in _MENDED_BY_DEBTOR for finding in line.findings)


def _is_held(line: ChecklistLine, requested: Sequence[ChecklistLine]) -> bool:
    return line_met(line, "received") and line.state != "waived" and line not in requested


def _requested_item(
    line: ChecklistLine, lines: Sequence[ChecklistLine], until: date, words: Wording, language: str
) -> RequestedItem:
    one = line.requirement
    others = (other.requirement for other in alternatives(lines, line) if other is not line)
    return RequestedItem(
        title=one.text(language),
        why=one.why.get(language) or one.why["zh-Hans"],
        issuers="" if _by_debtor(one) else _issuers(one.accepted, words, language),
        refused=_refused(one, words, language),
        content=_sentences(_content(one, words), words),
        form=words.text(f"paper.request.{_form(one)}"),
        fresh=_fresh(one, until, words),
        others=tuple(_other(other, words, language) for other in others),
        state=_sentences(_state(line, words), words),
    )


def _issuers(issuers: Sequence[Issuer], words: Wording, language: str) -> str:
    return words.text("paper.list_separator").join(issuer.text(language) for issuer in issuers)


def _refused(one: Requirement, words: Wording, language: str) -> str:
    """The issuers to whom it would be in vain to go; what the debtor may not make has no issuer."""
    elsewhere = tuple(issuer for issuer in one.refused if issuer.code != _DEBTOR)
    if elsewhere:
        return words.text("paper.request.refused", {"issuers": _issuers(elsewhere, words, language)})
    return words.text("paper.request.refused_own") if one.refused else ""


def _other(one: Requirement, words: Wording, language: str) -> str:
    issuers = "" if _by_debtor(one) else _issuers(one.accepted, words, language)
    figures = {"title": one.text(language), "issuers": issuers}
    return words.text(f"paper.request.other{'_from' if issuers else ''}", figures)


def _sentences(texts: Iterator[str], words: Wording) -> str:
    return words.text("paper.request.sentence_separator").join(dict.fromkeys(texts))


def _by_debtor(one: Requirement) -> bool:
    """The debtor's own word, which nobody else could issue."""
    return [issuer.code for issuer in one.accepted] == [_DEBTOR]


def _content(one: Requirement, words: Wording) -> Iterator[str]:
    if one.covers_months:
        yield words.text("paper.request.covers", {"months": str(one.covers_months)})
    if one.stamp:
        yield words.text("paper.request.stamp")
    if _by_debtor(one):
        return
    marks = [words.text(f"paper.request.mark.{check}") for check in _KEPT_MARKS if check in one.checks]
    if marks:
        yield words.text("paper.request.marks", {"marks": words.text("paper.list_separator").join(marks)})


def _form(one: Requirement) -> str:
    if _by_debtor(one):
        return "form_signed"
    return "form_original" if one.original_needed else "form_any"


def _fresh(one: Requirement, until: date, words: Wording) -> str:
    """The earliest day that is still fresh on the last day of the request."""
    if one.freshness_days is None:
        return ""
    figures = {"days": str(one.freshness_days), "day": words.day(add_days(until, -one.freshness_days))}
    return words.text(f"paper.request.fresh{'_until' if one.covers_months else ''}", figures)


def _state(line: ChecklistLine, words: Wording) -> Iterator[str]:
    found = [finding for finding in line.findings if finding.code in _MENDED_BY_DEBTOR]
    if not found and line.items:
        yield words.text(f"paper.request.state.{line.state}")
    for finding in found:
        yield words.text(f"paper.request.mend.{finding.code}", _named(finding))


def _named(finding: Finding) -> dict[str, str]:
    """The figures of a finding without the desk's own notes, which are not for this paper."""
    return {name: value for name, value in finding.figures.items() if name != "note"}


def _refused_source(requested: Sequence[ChecklistLine]) -> str:
    """The text by which residents' committees do not issue proofs, where something asked for rests on it."""
    sources = (line.requirement.source for line in requested if line.requirement.refused)
    return next((source.name for source in sources if source.id == "notice_2020"), "")
