"""A paper that states a balance of an earlier day tells what was paid since, and what that leaves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.documents.papers.single_cases import paid_case, single_case
from tests.documents.sample_case import BANK, terms
from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import balances_on
from workstation.documents.packet.application import application
from workstation.documents.packet.budget import budget
from workstation.documents.packet.gather import packet_figures
from workstation.documents.papers.agreement import agreement
from workstation.documents.papers.answer import answer
from workstation.documents.papers.gather.answer import answer_figures
from workstation.documents.papers.gather.case_figures import agreement_figures, letter_figures
from workstation.documents.papers.letter import letter
from workstation.documents.papers.mandatory import printed_text
from workstation.documents.typesetting.blocks import Block
from workstation.documents.typesetting.phrases import Phrases
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
