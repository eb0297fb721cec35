"""Gathers the summary of a talk: only what is known of the case, in its language, a sentence each."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import owed_now
from workstation.conversation.contact import valid_entries
from workstation.documents.papers.figures import TalkFigures
from workstation.documents.papers.gather.case_figures import head_figures
from workstation.documents.typesetting.phrases import Phrases
from workstation.wording import Wording


def talk_figures(file: CaseFile) -> TalkFigures:
    """What was understood in the talks so far; the day is that of the last one that is on record."""
    wording = Wording(file.paper_language)
    last = valid_entries(file.contacts)[-1:]
    return TalkFigures(
        head_figures(file, ""),
        wording.day(file.day_of(last[0].at)) if last else "",
        wording.text("talk_summary.opening", {"name": file.debtor.name}),
        tuple(wording.text(f"talk_summary.{key}", figures) for key, figures in _known(file, wording)),
        wording.text("talk_summary.closing"),
        {
            "case.repayment_proposal": file.case.repayment_proposal,
            "case.repayment_source": file.case.repayment_source,
            "contact.next_step": last[0].next_step if last else "",
        },
    )


def _known(file: CaseFile, wording: Wording) -> Iterator[tuple[str, dict[str, str]]]:
    case, pack, language = file.case, file.pack, file.case.language
    phrases = Phrases(file.paper_language, {})
    if case.reason:
        reason = pack.reasons[case.reason].text(language) if case.reason in pack.reasons else case.reason
        yield "reason", {"reason": reason}
    if case.reason_from:
        yield "since", {"day": wording.day(case.reason_from)}
    if owing := file.open_accounts:
        yield "owed", {"count": str(len(owing)), "amount": ", ".join(map(phrases.money, owed_now(file)))}
    if file.budget.lines:
        yield "budget", {"amount": phrases.money(file.budget.surplus)}
    if case.requests:
        titles = [pack.requests[code].text(language) if code in pack.requests else code for code in case.requests]
        yield "requests", {"requests": wording.text("talk_summary.and").join(titles)}
    for key in ("repayment_proposal", "repayment_source"):
        if text := getattr(case, key).strip():
            yield key, {"text": text}
    for entry in valid_entries(file.contacts)[-1:]:
        if entry.next_step:
            yield "next", {"step": entry.next_step, "day": wording.day(entry.next_on) or "—"}
