"""Who writes each paper that is no part of a packet, by the name of its kind."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import resources
from workstation.actions.papers.debtor_papers import (
    comparison_sheet,
    cost_sheet,
    evidence_request,
    formula_sheet,
    talk_summary,
)
from workstation.casework.case_file import CaseFile
from workstation.casework.letter_wording import waived_words
from workstation.casework.paper_needs import PaperRequest
from workstation.dates import add_days
from workstation.documents.packet.build import Packet
from workstation.documents.papers import build
from workstation.documents.papers.gather.answer import answer_figures
from workstation.documents.papers.gather.case_figures import (
    agreement_figures,
    authority_figures,
    consent_figures,
    letter_figures,
    settlement_figures,
)
from workstation.documents.papers.gather.claims import claim_figures
from workstation.documents.papers.gather.receipt import receipt_figures
from workstation.documents.papers.gather.reply import reply_figures


def agreement(file: CaseFile, request: PaperRequest) -> Packet:
    """The draft of an agreement on the chosen plans at a bank, or on one version."""
    return build.build_agreement(agreement_figures(file, request.bank, request.plan))


def authorisation(file: CaseFile, request: PaperRequest) -> Packet:
    """The power of attorney; it ends on the day named, else after as long as the desk has settled."""
    return build.build_authorisation(authority_figures(file, request.bank, request.until or _usual_end(file.today)))


def collection_letter(file: CaseFile, request: PaperRequest) -> Packet:
    """The letter to the debtor; words that have no place there are refused wherever they come from, unless a reason stands."""
    waived = waived_words(file, request.bank)
    return build.build_letter(letter_figures(file, request.bank, request.until), file.pack.phrases, waived=waived)


WRITERS: Final[Mapping[str, Callable[[CaseFile, PaperRequest], Packet]]] = {
    "comparison": lambda file, request: comparison_sheet(file, request.bank),
    "cost-table": lambda file, request: cost_sheet(file, request.bank),
    "formulas": lambda file, request: formula_sheet(file, request.bank),
    "evidence-request": lambda file, request: evidence_request(file, request.until),
    "talk-summary": lambda file, request: talk_summary(file),
    "consent": lambda file, request: build.build_consent(consent_figures(file, request.bank)),
    "authorisation": authorisation,
    "agreement": agreement,
    "counter-reply": lambda file, request: build.build_counter_reply(reply_figures(file, request.bank)),
    "collection-letter": collection_letter,
    "receipt": lambda file, request: build.build_receipt(receipt_figures(file, request.bank)),
    "answer": lambda file, request: build.build_answer(answer_figures(file, request.bank)),
    "claim-questions": lambda file, request: build.build_claim_questions(claim_figures(file, request.bank)),
    "settlement-certificate": lambda file, request: build.build_settlement(settlement_figures(file, request.bank)),
}
"""Each is asked only when nothing keeps its paper from being written (`paper_state`)."""


def _usual_end(today: date) -> date:
    settled = tomllib.loads(resources.path("theme", "debtor_papers.toml").read_text("utf-8"))
    days: int = settled["authorisation"]["days"]
    return add_days(today, days)
