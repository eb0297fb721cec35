"""The single papers: their words in both languages, what they must disclose, and that typed text stays text everywhere."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.documents import poppler
from tests.documents.packet.test_packet import CANARIES
from tests.documents.papers import single_cases as made
from tests.documents.papers.single_cases import CONTACT, countered_case, paid_case, replied, settled_case, single_case
from tests.documents.sample_case import BANK, account_of, exhibits, terms
from tests.source_tree import ROOT
from workstation.casework.case_file import CaseFile
from workstation.documents.packet.application import application
from workstation.documents.packet.build import PAPERS as BOUND
from workstation.documents.packet.build import Packet, build_packet, build_paper
from workstation.documents.packet.gather import packet_figures
from workstation.documents.papers import build
from workstation.documents.papers.agreement import agreement
from workstation.documents.papers.authorisation import authorisation
from workstation.documents.papers.build_for_debtor import build_talk_summary
from workstation.documents.papers.claim_questions import claim_questions
from workstation.documents.papers.consent import consent, consent_missing
from workstation.documents.papers.counter_reply import counter_reply
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
from workstation.documents.papers.gather.talk_summary import talk_figures
from workstation.documents.papers.letter import letter, letter_missing
from workstation.documents.papers.mandatory import printed_text
from workstation.documents.papers.receipt import receipt
from workstation.documents.papers.settlement import settlement_request
from workstation.documents.papers.talk_summary import talk_summary
from workstation.documents.typesetting.blocks import Block, Text
from workstation.documents.typesetting.pages import set_pages
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import Run, TypesetContext
from workstation.errors import Refused
from workstation.money import Money
from workstation.policy.pack import packs

GOLDEN = ROOT / "tests" / "golden"
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
UNTIL = date(2026, 12, 5)

Paper = tuple[Callable[[str], CaseFile], Callable[[CaseFile], Any], Callable[[Any, Phrases], tuple[Block, ...]]]
PAPERS: dict[str, Paper] = {
    "agreement": (single_case, lambda file: agreement_figures(file, BANK), agreement),
    "agreement-final": (
        lambda language: replied(single_case(language), "granted"),
        lambda file: agreement_figures(file, BANK),
        agreement,
    ),
    "consent": (single_case, lambda file: consent_figures(file, BANK), consent),
    "authorisation": (
        lambda language: single_case(language, "debtor_adviser"),
        lambda file: authority_figures(file, BANK, UNTIL),
        authorisation,
    ),
    "collection-letter": (single_case, lambda file: letter_figures(file, BANK, UNTIL), letter),
    "talk-summary": (single_case, talk_figures, talk_summary),
    "receipt": (paid_case, lambda file: receipt_figures(file, BANK), receipt),
    "claim-questions": (made.claim_case, lambda file: claim_figures(file, BANK), claim_questions),
    "settlement-certificate": (settled_case, lambda file: settlement_figures(file, BANK), settlement_request),
    **{
        f"counter-{answer}": (
            lambda language, answer=answer: countered_case(answer, language),  # type: ignore[misc]
            lambda file: reply_figures(file, BANK),
            counter_reply,
        )
        for answer in ("accept", "counter", "refuse")
    },
}
BUILDERS: dict[str, Callable[[CaseFile, TypesetContext], Packet]] = {
    "agreement": lambda file, context: build.build_agreement(agreement_figures(file, BANK), context),
    "consent": lambda file, context: build.build_consent(consent_figures(file, BANK), context),
    "authorisation": lambda file, context: build.build_authorisation(authority_figures(file, BANK, UNTIL), context),
    "collection-letter": lambda file, context: build.build_letter(
        letter_figures(file, BANK, None), file.pack.phrases, context
    ),
    "talk-summary": lambda file, context: build_talk_summary(talk_figures(file), context),
    "claim-questions": lambda file, context: build.build_claim_questions(
        claim_figures(made.with_claim(file, BANK), BANK), context
    ),
    "receipt": lambda file, context: build.build_receipt(receipt_figures(file, BANK), context),
    "settlement-certificate": lambda file, context: build.build_settlement(settlement_figures(file, BANK), context),
    "counter-reply": lambda file, context: build.build_counter_reply(reply_figures(file, BANK), context),
}


def words(name: str, language: str) -> str:
    make, gather, template = PAPERS[name]
    return printed_text(template(gather(make(language)), Phrases(f"{language}-CN", {})))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_golden(name: str, language: str) -> None:
    """Every word of every paper. After a wanted change: CONCORD_GOLDEN=write pytest."""
    text = words(name, language)
    file = GOLDEN / f"paper-{name}.{language}.txt"
    if os.environ.get("CONCORD_GOLDEN") == "write":
        file.write_text(text + "\n", "utf-8")
    assert (text + "\n").splitlines() == file.read_text("utf-8").splitlines()
    assert not re.search(r"paper\.[a-z]|\{[a-z_]+\}", text), "a key or a place was left open"


def test_nothing_reads_as_granted() -> None:
    for name in PAPERS:
        if name != "agreement-final":
            text = words(name, "zh-Hans")
            for said in re.finditer("批准|获批(?!准)|准许|已减免|停息挂账|已同意", text):
                around = text[max(0, said.start() - 8) : said.end()]
                assert re.search("尚未获银?行?批准", around), (name, around)


def removed(blocks: tuple[Block, ...], missing: Callable[[Iterable[Block]], Any]) -> set[str]:
    """The items that are found lacking when the blocks are left out one at a time."""
    found: set[str] = set()
    for i in range(len(blocks)):
        found |= {finding.subject for finding in missing(blocks[:i] + blocks[i + 1 :])}
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_removed_disclosure_of_a_letter_is_found(language: str) -> None:
    figures, phrases = letter_figures(single_case(language), BANK, UNTIL), Phrases(language, {})
    blocks = letter(figures, phrases)
    assert letter_missing(blocks, figures, phrases) == ()
    items = {f"paper.letter.{item.code}" for item in packs()["cn-card"].letter}
    assert removed(blocks, lambda left: letter_missing(left, figures, phrases)) == items
    bank = replace(figures.head.bank, object_to="")
    silent = replace(figures, head=replace(figures.head, bank=bank))
    (finding,) = letter_missing(letter(silent, phrases), silent, phrases)
    assert finding.subject == "paper.letter.ways"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_removed_item_of_a_consent_is_found(language: str) -> None:
    for pack in packs().values():
        file = replace(single_case(language), pack=pack)
        figures, phrases = consent_figures(file, BANK), Phrases(language, {})
        blocks = consent(figures, phrases)
        assert consent_missing(blocks, figures, phrases) == ()
        items = {f"paper.consent.{item.code}" for item in pack.consent}
        assert removed(blocks, partial(consent_missing, figures=figures, phrases=phrases)) == items


def test_a_letter_speaks_to_the_debtor_alone_and_presses_nobody(context: TypesetContext) -> None:
    file = single_case()
    text = words("collection-letter", "zh-Hans")
    assert not any(word in text for phrase in file.pack.phrases for word in phrase.words)
    assert not any(contact.name in text for contact in file.debtor.contacts)
    private = replace(CONTACT, repay="转到我个人账户 6222 0000")
    with pytest.raises(Refused) as refusal:
        BUILDERS["collection-letter"](replace(file, bank_contacts=(private,)), context)
    assert [(one.code, one.figures["word"]) for one in refusal.value.findings] == [("wording_avoid", "转到我个人")]


def test_a_loan_letter_rests_on_its_own_rules() -> None:
    file = replace(single_case(), pack=packs()["cn-consumer-loan"])
    loan = replace(file.accounts[0], product="consumer_loan")
    text = printed_text(letter(letter_figures(replace(file, accounts=(loan,)), BANK, None), Phrases("zh-Hans", {})))
    assert "信用卡业务监督管理办法" not in text and "个性化分期" not in text and "贷款机构联系方式" in text


def test_the_reply_sets_both_sides_and_the_new_proposal_side_by_side() -> None:
    (reply,) = reply_figures(countered_case("counter"), BANK).replies
    lines = {term.name: (term.ours, term.theirs, term.now, term.moved) for term in reply.terms}
    assert lines["期数"] == ("60", "36", "48", "")
    assert lines["利率"] == ("0.00%", "12.00%", "0.00%", "")
    assert lines["违约金的处理"] == ("免除", "分期", "分期", "")
    assert lines["还款总额"] == ("50,200.00", "60,880.05", "51,094.35", "+10,680.05")
    assert (reply.ours, reply.theirs, reply.now, reply.share) == (1, 2, 3, "124.9%")
    (other,) = reply_figures(countered_case("accept"), BANK).replies
    assert (other.now, other.plan, other.answer) == (0, None, "accept")


def hostile(name: str, kind: str) -> CaseFile:
    """A case in which every typed text that the paper prints is ``name``."""
    told = replace(CONTACT, phone=name, address=name, query=name, repay=name, object_to=name)
    file = countered_case("counter", why=name) if kind == "counter-reply" else single_case()
    if kind == "settlement-certificate":
        file = settled_case()
    settings = replace(file.settings, desk_name=name, agent=name, address=name)
    address = replace(file.debtor.addresses[0], text=name)
    return replace(
        file,
        debtor=replace(file.debtor, name=name, addresses=(address,)),
        bank_contacts=(told,),
        settings=settings,
    )


@pytest.mark.parametrize("kind", BUILDERS)
def test_typed_markup_stays_text(context: TypesetContext, kind: str, tmp_path: Path) -> None:
    for canary in CANARIES:
        made = BUILDERS[kind](hostile(canary, kind), context)
        assert poppler.squeezed(canary) in poppler.squeezed(poppler.text(made.pdf, tmp_path))


@pytest.mark.parametrize("kind", BUILDERS)
def test_hostile_and_endless_names_find_room(context: TypesetContext, kind: str, tmp_path: Path) -> None:
    made = BUILDERS[kind](hostile("张\u202e三\x00\u200b" + "买买提·" * 60 + "\U00031350", kind), context)
    text = poppler.squeezed(poppler.text(made.pdf, tmp_path))
    assert "\u202e" not in text and "〔U+31350〕" in text
    assert {finding.code for finding in made.findings} == {"character_undrawable"}
    assert "debtor.name" in {finding.subject for finding in made.findings}


@pytest.mark.parametrize("kind", [kind for kind in BUILDERS if kind not in ("consent", "talk-summary")])
def test_eight_accounts_of_twelve_digits_come_back_whole(context: TypesetContext, kind: str, tmp_path: Path) -> None:
    file = countered_case("refuse") if kind == "counter-reply" else single_case()
    accounts = tuple(
        account_of(f"a{no}", BANK, f"622588000000{no:04d}", 123_456_789_000, 98_765_432_100, 12_345_678_900, no)
        for no in range(1, 9)
    )
    if kind == "settlement-certificate":
        none = Money(0)
        accounts = tuple(replace(one, principal=none, interest=none, penalty=none, fees=none) for one in accounts)
    plans = tuple(
        replace(file.plans[0], id=f"p{no}", account_id=one.id, terms=terms(one))
        for no, one in enumerate(accounts, 1)
        if one.owed
    )
    choices = tuple(
        replace(file.choices[0], id=f"c{plan.id}", account_id=plan.account_id, plan_id=plan.id) for plan in plans
    )
    if kind != "counter-reply":
        file = replace(file, accounts=accounts, plans=plans, choices=choices)
    made = BUILDERS[kind](file, context)
    text = poppler.squeezed(poppler.text(made.pdf, tmp_path))
    assert all(one.owed.grouped() in text and one.tail in text for one in file.accounts_at(BANK))


@pytest.mark.parametrize("kind", BUILDERS)
def test_the_same_input_gives_the_same_bytes(context: TypesetContext, kind: str) -> None:
    file = {"counter-reply": countered_case("accept"), "settlement-certificate": settled_case()}.get(
        kind, single_case()
    )
    assert BUILDERS[kind](file, context).pdf == BUILDERS[kind](file, context).pdf


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_of_the_packet_by_itself_names_no_page_that_is_not_there(
    context: TypesetContext, language: str, tmp_path: Path
) -> None:
    """Bound together they name pages; alone they name exhibits and say that the other sheet is attached."""
    file = single_case(language)
    figures = packet_figures(file, BANK)
    for kind in BOUND:
        text = poppler.squeezed(poppler.text(build_paper(figures, kind, context=context).pdf, tmp_path))
        assert not re.search("第0页|page0|附件0|Exhibit0", text), kind
    bound = poppler.squeezed(poppler.text(build_packet(figures, exhibits(file), context=context).pdf, tmp_path))
    assert ("Exhibit1·page" if language == "en" else "附件1·第") in bound
    assert not re.search("第0页|page0", bound)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_seal_of_a_letter_never_stands_alone(context: TypesetContext, language: str) -> None:
    """Wherever the pages break, the one with the seal begins with another disclosure."""
    figures, phrases = letter_figures(single_case(language), BANK, UNTIL), Phrases(language, {})
    *_, before, last = figures.items
    for lines in range(0, 36, 3):
        *_, page = set_pages([*[Text("行")] * lines, *letter(figures, phrases)[1:]], context)
        sealed = "".join(run.text for _, strip in page.strips for run in strip.ink if isinstance(run, Run))
        assert before.title in sealed and last.title in sealed


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_signs_apart_from_what_is_applied_for(context: TypesetContext, language: str) -> None:
    """The signature stands on the page with the request, whatever the length of what comes before."""
    file = single_case(language)
    for note in (1, 6, 14):
        proofs = tuple(
            replace(one, proves_reason=True, claimed=True) for one in packet_figures(file, BANK).exhibits * note
        )
        figures, phrases = replace(packet_figures(file, BANK), exhibits=proofs), Phrases(language, {})
        pages = set_pages(application(figures, phrases), context)
        spoken = [
            "".join(run.text for _, strip in page.strips for run in strip.ink if isinstance(run, Run)) for page in pages
        ]
        wanted = [phrases.text("application.request"), phrases.text("label.signature")]
        assert any(all(word in text for word in wanted) for text in spoken)
