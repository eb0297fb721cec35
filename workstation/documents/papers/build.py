"""Writes the single papers, one builder a kind; a paper that lacks what it must say is refused here."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from workstation.conversation.wording.check import phrasing_findings
from workstation.documents.packet.build import Packet
from workstation.documents.papers.agreement import agreement, agreement_title
from workstation.documents.papers.agreement_check import agreement_missing
from workstation.documents.papers.answer import answer
from workstation.documents.papers.answer_figures import AnswerFigures
from workstation.documents.papers.authorisation import authorisation
from workstation.documents.papers.claim_questions import claim_questions
from workstation.documents.papers.consent import consent, consent_missing
from workstation.documents.papers.counter_reply import counter_reply
from workstation.documents.papers.figures import (
    AgreementFigures,
    AuthorityFigures,
    ClaimQuestionFigures,
    ConsentFigures,
    CounterReplyFigures,
    HeadFigures,
    IdCopyFigures,
    LetterFigures,
    ReceiptFigures,
    SettlementFigures,
)
from workstation.documents.papers.id_copy import id_copy
from workstation.documents.papers.letter import letter, letter_missing
from workstation.documents.papers.receipt import receipt
from workstation.documents.papers.settlement import settlement_request
from workstation.documents.typesetting import seal
from workstation.documents.typesetting.blocks import Block, Document, PageChrome
from workstation.documents.typesetting.pages import Page, set_pages
from workstation.documents.typesetting.pdf import open_typesetter, write_pages
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.errors import Finding, refuse_if
from workstation.field_ref import FieldRef
from workstation.policy.rules import Phrase


@dataclass(frozen=True, slots=True)
class PaperFrame:
    """Header and footer of one paper: addressee, number, status, the watermark, if any, and what asks for initials.

    ``made_on``: the ISO day of the paper, for its properties; empty where it has none.
    """

    title: str
    addressee: str
    number: str
    status: str
    author: str
    watermark: str = ""
    initials: str = ""
    made_on: str = ""


def build_agreement(figures: AgreementFigures, context: TypesetContext | None = None) -> Packet:
    """The agreement, marked as a draft until the bank has agreed. Raises `Refused` (``paper_item_missing``)."""
    phrases = Phrases(figures.head.language, {})
    blocks = agreement(figures, phrases)
    refuse_if(agreement_missing(blocks, figures, phrases))
    final = "_final" if figures.approved else ""
    frame = PaperFrame(
        title=f"{agreement_title(figures, phrases)} {figures.head.number}",
        addressee=phrases.text("furniture.addressee", bank=figures.head.bank.name),
        number=phrases.text("agreement.number", number=figures.head.number, versions=figures.versions),
        status=phrases.text(f"agreement.standing{final}"),
        author=figures.head.desk.name,
        watermark="" if figures.approved else phrases.text("agreement.mark"),
        initials=phrases.text("furniture.initials"),
        made_on=figures.head.made_on,
    )
    return write_single(blocks, frame, typed_texts(figures.head), phrases, context)


def build_consent(figures: ConsentFigures, context: TypesetContext | None = None) -> Packet:
    """The separate consent. Raises `Refused` (``paper_item_missing``)."""
    phrases = Phrases(figures.head.language, {})
    blocks = consent(figures, phrases)
    refuse_if(consent_missing(blocks, figures, phrases))
    return _plain(blocks, figures.head, "consent", phrases, context)


def build_authorisation(figures: AuthorityFigures, context: TypesetContext | None = None) -> Packet:
    """The power of attorney of a debtor-side desk."""
    phrases = Phrases(figures.head.language, {})
    return _plain(authorisation(figures, phrases), figures.head, "authorisation", phrases, context)


def build_letter(
    figures: LetterFigures,
    avoided: Sequence[Phrase] = (),
    context: TypesetContext | None = None,
    waived: Collection[str] = (),
) -> Packet:
    """The letter to the debtor. ``waived``: words that stay, for a reason that is kept at the desk and never printed.

    Raises `Refused`: ``paper_item_missing``, or ``wording_avoid``, ``wording_severe`` for what stands there of the bank.
    """
    phrases = Phrases(figures.head.language, {})
    blocks = letter(figures, phrases)
    against = (one for one in _phrasing(figures.head, avoided) if one.figures["word"] not in waived)
    refuse_if((*letter_missing(blocks, figures, phrases), *against))
    head = figures.head
    frame = PaperFrame(
        title=f"{phrases.text('letter.title')} {head.number}",
        addressee=phrases.text("furniture.addressee", bank=head.applicant.name),
        number=phrases.text("letter.number", number=head.number, day=head.made_on),
        status=phrases.text("letter.standing"),
        author=head.desk.name,
        made_on=head.made_on,
    )
    return write_single(blocks, frame, typed_texts(head), phrases, context)


def _phrasing(head: HeadFigures, phrases: Sequence[Phrase]) -> tuple[Finding, ...]:
    """What people wrote of the bank is judged; names and our own sentences beside them would only be read as somebody's telling."""
    written = "\n".join((head.bank.query, head.bank.repay, head.bank.object_to))
    return phrasing_findings(phrases, written, "paper.collection-letter")


def build_settlement(figures: SettlementFigures, context: TypesetContext | None = None) -> Packet:
    """The request for a certificate of settlement."""
    phrases = Phrases(figures.head.language, {})
    return _plain(settlement_request(figures, phrases), figures.head, "settlement", phrases, context)


def build_id_copy(figures: IdCopyFigures, context: TypesetContext | None = None) -> Packet:
    """Both sides of a card on one sheet; a draft until a person confirmed how they are cut out."""
    phrases, head = Phrases(figures.head.language, {}), figures.head
    frame = PaperFrame(
        title=f"{phrases.text('id-copy.title')} {head.number}",
        addressee=phrases.text("furniture.addressee", bank=head.bank.name),
        number=phrases.text("debtor.number", number=head.number, day=head.made_on),
        status=phrases.text("id-copy.standing"),
        author=head.desk.name,
        made_on=head.made_on,
        watermark="" if figures.confirmed else phrases.text("draft"),
    )
    return write_single(id_copy(figures, phrases), frame, typed_texts(head), phrases, context)


def build_answer(figures: AnswerFigures, context: TypesetContext | None = None) -> Packet:
    """The draft of an answer to a claim, marked as a draft: what goes to a court is a person's to sign and to answer for."""
    phrases, head = Phrases(figures.head.language, {}), figures.head
    frame = PaperFrame(
        title=f"{phrases.text('answer.title')} {head.number}",
        addressee=phrases.text("furniture.addressee", bank=figures.court or phrases.text("answer.court")),
        number=phrases.text("debtor.number", number=head.number, day=head.made_on),
        status=phrases.text("answer.standing"),
        author=head.desk.name,
        made_on=head.made_on,
        initials=phrases.text("furniture.initials"),
    )
    typed = {**typed_texts(head), "entry.court": figures.court, "entry.basis": figures.basis}
    typed |= {
        "entry.evidence": figures.evidence,
        "entry.why": "".join(one.why for one in (*figures.claims, *figures.facts)),
    }
    return write_single(answer(figures, phrases), frame, typed, phrases, context)


def build_receipt(figures: ReceiptFigures, context: TypesetContext | None = None) -> Packet:
    """The confirmation of payments, for the debtor."""
    phrases, head = Phrases(figures.head.language, {}), figures.head
    return _plain(receipt(figures, phrases), head, "receipt", phrases, context, reader=head.applicant.name)


def build_claim_questions(figures: ClaimQuestionFigures, context: TypesetContext | None = None) -> Packet:
    """The sheet of questions to a bank on what it claims."""
    phrases = Phrases(figures.head.language, {})
    typed = {"plan.claim": "".join(text for one in figures.claimed for text in one.questions)}
    return _plain(claim_questions(figures, phrases), figures.head, "claim", phrases, context, typed)


def build_counter_reply(figures: CounterReplyFigures, context: TypesetContext | None = None) -> Packet:
    """The reply to a bank's counter-offer."""
    phrases = Phrases(figures.head.language, {})
    typed = {"plan.why": "".join(one.why for one in figures.replies)}
    return _plain(counter_reply(figures, phrases), figures.head, "counter-reply", phrases, context, typed)


def _plain(
    blocks: Iterable[Block],
    head: HeadFigures,
    key: str,
    phrases: Phrases,
    context: TypesetContext | None,
    typed: Mapping[str, str] = MappingProxyType({}),
    reader: str = "",
) -> Packet:
    """A paper without a watermark, from the debtor to the bank where nobody else is its ``reader``."""
    frame = PaperFrame(
        title=f"{phrases.text(f'{key}.title')} {head.number}",
        addressee=phrases.text("furniture.addressee", bank=reader or head.bank.name),
        number=phrases.text("debtor.number", number=head.number, day=head.made_on),
        status=phrases.text(f"{key}.standing"),
        author=head.desk.name,
        made_on=head.made_on,
    )
    return write_single(blocks, frame, {**typed_texts(head), **typed}, phrases, context)


def typed_texts(head: HeadFigures) -> dict[str, str]:
    """What a person typed and a paper prints, by its place; all of it must be drawable."""
    who, bank, desk = head.applicant, head.bank, head.desk
    return {
        FieldRef.DEBTOR_NAME: who.name,
        FieldRef.DEBTOR_ADDRESSES: who.residence,
        FieldRef.DESK_DESK_NAME: desk.name,
        FieldRef.DESK_AGENT: desk.agent,
        FieldRef.DESK_ADDRESS: desk.address,
        **{f"bank.{fact}": getattr(bank, fact) for fact in ("phone", "address", "query", "repay", "object_to")},
    }


def write_single(
    blocks: Iterable[Block],
    frame: PaperFrame,
    typed: dict[str, str],
    phrases: Phrases,
    context: TypesetContext | None = None,
) -> Packet:
    """Blocks as a sealed PDF. ``typed`` are the texts of people by place: characters no font holds are told of there."""
    context = context or open_typesetter(phrases.language)
    return sealed_pages(set_pages(blocks, context), frame, typed, phrases, context)


def sealed_pages(
    pages: Sequence[Page], frame: PaperFrame, typed: dict[str, str], phrases: Phrases, context: TypesetContext
) -> Packet:
    """Set pages as a sealed PDF."""
    chrome = PageChrome(
        addressee=frame.addressee,
        number=frame.number,
        pages=phrases.text("furniture.pages", page="{page}", pages="{pages}"),
        status=frame.status,
        code_label=phrases.text("furniture.code"),
        watermark=frame.watermark,
        initials=frame.initials,
    )
    document = Document(frame.title, frame.author, phrases.language, chrome, made_on=frame.made_on)
    pdf, digest = seal.sealed(write_pages(document, pages, context)[0])
    findings = tuple(
        Finding("character_undrawable", field_ref, {"text": text[:40], "characters": lacking})
        for field_ref, text in typed.items()
        if (lacking := context.fonts.undrawable(text.replace("\n", "")))
    )
    return Packet(pdf, len(pages), hashlib.sha256(pdf).hexdigest(), seal.short_code(digest), findings)
