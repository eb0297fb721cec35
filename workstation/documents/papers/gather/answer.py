"""Gathers what the draft of an answer to a claim says: the lawsuit and the elements as they were said, the debts of the case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workstation.casework.case_file import CaseFile
from workstation.casework.said.answer_form import AnswerKind, answer_kind
from workstation.casework.said.fields import ANSWER
from workstation.documents.packet.gather import account_figures, owed
from workstation.documents.papers.answer_figures import AnswerFigures, ElementFigures
from workstation.documents.papers.gather.case_figures import head_figures
from workstation.policy.cited import cited
from workstation.policy.rules import label
from workstation.wording import Wording


def answer_figures(file: CaseFile, bank: str) -> AnswerFigures:
    """The answer to the claim of one bank."""
    words, language, said = Wording(file.case.language), file.case.language, file.said(ANSWER, bank)
    here = file.accounts_at(bank)
    kind = answer_kind([account.product for account in here])
    accounts = tuple(account_figures(file, account, words) for account in here)
    reason = file.pack.reasons.get(file.case.reason)
    return AnswerFigures(
        head=head_figures(file, bank),
        kind=label(kind.title, language),
        court=said.get("court", ""),
        case_number=said.get("case_number", ""),
        plaintiff=said.get("plaintiff", bank),
        claimed=said.get("claimed", ""),
        served_on=said.get("served_on", ""),
        basis=said.get("basis", ""),
        evidence=said.get("evidence", ""),
        mediation=said.get("mediation", ""),
        claims=_elements(kind.claims, kind, said, language),
        facts=_elements(kind.facts, kind, said, language),
        accounts=accounts,
        owed=owed(accounts, language),
        reason=reason.text(language) if reason else "",
        source=cited(kind.source.name, language),
    )


def _elements(
    codes: Sequence[str], kind: AnswerKind, said: Mapping[str, str], language: str
) -> tuple[ElementFigures, ...]:
    return tuple(
        ElementFigures(kind.element(code, language), said.get(code, ""), said.get(f"{code}_why", "")) for code in codes
    )
