"""A paper that states a balance of an earlier day tells what was paid since, and what that leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.documents import poppler
from tests.documents.papers.single_cases import countered_case, paid_case, single_case
from tests.documents.sample_case import BANK, terms
from workstation.actions.talk import consequences
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import balances_on, owed_today
from workstation.documents.bankform.catalogue import known_values
from workstation.documents.packet.application import application
from workstation.documents.packet.budget import budget
from workstation.documents.packet.gather import packet_figures
from workstation.documents.papers.agreement import agreement
from workstation.documents.papers.answer import answer
from workstation.documents.papers.build import build_receipt
from workstation.documents.papers.gather.answer import answer_figures
from workstation.documents.papers.gather.case_figures import agreement_figures, letter_figures, settlement_figures
from workstation.documents.papers.gather.receipt import receipt_figures
from workstation.documents.papers.gather.reply import reply_figures
from workstation.documents.papers.gather.talk_summary import talk_figures
from workstation.documents.papers.letter import letter
from workstation.documents.papers.mandatory import printed_text
from workstation.documents.papers.receipt import receipt
from workstation.documents.papers.settlement import settlement_request
from workstation.documents.typesetting.blocks import Block
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.money import Money, total
from workstation.plan.schedule.calculate import schedule
from workstation.promise.ending import AccountEnd
from workstation.rates import Rate

UNTIL = date(2026, 12, 5)
PAPERS: dict[str, tuple[Callable[[CaseFile], Any], Callable[[Any, Phrases], tuple[Block, ...]]]] = {
    "application": (lambda file: packet_figures(file, BANK, 1), application),
    "budget": (lambda file: packet_figures(file, BANK, 1), budget),
    "agreement": (lambda file: agreement_figures(file, BANK), agreement),
    "collection-letter": (lambda file: letter_figures(file, BANK, UNTIL), letter),
    "answer": (lambda file: answer_figures(file, BANK), answer),
}
SAID = {"zh-Hans": "已登记还款", "zh-Hant": "已登記還款", "en": "are on record"}


def told(kind: str, file: CaseFile, language: str = "zh-Hans") -> str:
    gather, template = PAPERS[kind]
    return printed_text(template(gather(file), Phrases(f"{language}-CN", {})))


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("kind", PAPERS)
def test_what_was_paid_since_the_stated_balance_is_told_with_what_it_leaves(kind: str, language: str) -> None:
    file = replace(paid_case(language), adoptions=(), approvals=())
    left = balances_on(file, file.accounts[0], file.today)
    assert left.received.minor == 933_34 and left.owed == file.accounts[0].owed - left.received
    text = told(kind, file, language)
    for part in (SAID[language], "933.34", left.owed.grouped(), left.balances.principal.grouped()):
        assert part in text, part
    assert SAID[language] not in told(kind, single_case(language), language)


@pytest.mark.parametrize("kind", ["application", "agreement"])
def test_what_an_adopted_plan_charged_is_told_beside_it(kind: str) -> None:
    file = paid_case()
    account = file.accounts[0]
    asked = terms(account, method="equal_instalment", instalments=12, rate=Rate(Decimal("0.12")))
    file = replace(file, plans=(replace(file.plans[0], terms=asked),), today=date(2027, 3, 1))
    left = balances_on(file, account, file.today)
    charged = left.owed + left.received - account.owed
    assert charged
    text = told(kind, file)
    for part in ("按已采用的方案计入利息和费用", charged.grouped(), left.owed.grouped()):
        assert part in text, part


ENDED_ON = date(2027, 3, 1)


def settled(file: CaseFile) -> CaseFile:
    """The bank counts the card as settled since the first of March, a week ago, although not all was paid."""
    account = file.accounts[0]
    end = AccountEnd("e1", account.case_id, account.id, "settled", ENDED_ON, file.payments[0].at, "林协商")
    return replace(file, ends=(end,), today=date(2027, 3, 8))


def test_a_receipt_tells_what_of_the_debt_its_plan_waives() -> None:
    file = paid_case()
    waived = schedule(file.plans[0].terms).waived
    amount = waived.interest + waived.penalty + waived.fees
    assert amount
    (left, *_) = receipt_figures(file, BANK).left
    assert left.waived == amount
    assert f"其中减免 ¥ {amount.grouped()}" in words_of(file).replace("\xa0", " ")
    assert "其中减免" not in words_of(replace(file, adoptions=()))


def test_of_a_settled_account_nothing_is_left_and_nothing_comes() -> None:
    figures = receipt_figures(settled(paid_case()), BANK)
    assert (figures.left[0].owed.minor, figures.left[0].waived.minor) == (0, 0)
    assert not [one for one in figures.coming if one.account == figures.left[0].account]


def test_a_receipt_is_for_the_debtor(context: TypesetContext, tmp_path: Path) -> None:
    file = paid_case()
    head = poppler.text(build_receipt(receipt_figures(file, BANK), context).pdf, tmp_path).splitlines()[0]
    assert file.debtor.name in head and BANK not in head


def test_a_certificate_is_asked_for_since_the_day_of_the_settlement() -> None:
    file = settled(replace(paid_case(), accounts=(replace(paid_case().accounts[0], as_of=date(2026, 11, 15)),)))
    assert [one.as_of for one in settlement_figures(file, BANK).accounts] == [ENDED_ON.isoformat()]
    text = printed_text(settlement_request(settlement_figures(file, BANK), Phrases("zh-Hans-CN", {})))
    assert "截至 2027-03-01" in text and "2026-11-15" not in text


def words_of(file: CaseFile) -> str:
    return printed_text(receipt(receipt_figures(file, BANK), Phrases("zh-Hans-CN", {})))


def test_what_is_read_back_and_told_in_the_talk_is_owed_today() -> None:
    file = replace(paid_case(), accounts=paid_case().accounts[:1])
    left = owed_today(file, file.accounts[0])
    assert left.owed != file.accounts[0].owed
    assert left.owed.grouped() in "".join(talk_figures(file).points)
    assert [one.account.components for one in consequences(file)] == [left.components]
    ended = settled(file)
    assert consequences(ended) == () and not any(left.owed.grouped() in one for one in talk_figures(ended).points)


def test_a_banks_form_is_filled_with_what_is_owed_today() -> None:
    file = paid_case()
    left = owed_today(file, file.accounts[0])
    found = known_values(file, BANK, file.accounts[0].id)
    assert [found[f"account.{part}"].raw for part in ("principal", "owed")] == [left.principal, left.owed]


def test_a_reply_is_about_the_balance_that_the_banks_terms_are_about() -> None:
    file = countered_case("counter")
    paid = replace(paid_case().payments[0], account_id=file.accounts[0].id, on=file.today)
    (one,) = reply_figures(
        replace(file, payments=(paid,), accounts=(replace(file.accounts[0], fees=Money(1_00)),)), BANK
    ).replies
    assert one.account.owed == total(next(plan for plan in file.plans if plan.version == one.theirs).terms.components)
