"""A debtor with a dozen accounts at one bank: every plan has its section, numbered on past ten, in every language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.documents.sample_case import AT, BANK, account_of, case_file, terms
from workstation.casework.case_file import CaseFile
from workstation.documents.packet.build import build_paper
from workstation.documents.packet.gather import packet_figures
from workstation.documents.packet.repayment import repayment
from workstation.documents.papers.mandatory import printed_text
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.wording import LANGUAGES

PLANS = 12
NUMERALS = {
    1: ("一", "1"),
    10: ("十", "10"),
    11: ("十一", "11"),
    19: ("十九", "19"),
    20: ("二十", "20"),
    21: ("二十一", "21"),
    90: ("九十", "90"),
    99: ("九十九", "99"),
    100: ("100", "100"),
}


def many_plans(language: str) -> CaseFile:
    file = case_file({})
    accounts = tuple(
        account_of(f"a{no}", BANK, f"62258801123462{no:02}", 90_000, 0, 0, 0) for no in range(1, PLANS + 1)
    )
    plans = tuple(
        PlanVersion(f"p-{one.id}", "c1", one.id, 1, terms(one, instalments=3), AT, "陈静", "") for one in accounts
    )
    return replace(
        file,
        case=replace(file.case, language=language),
        accounts=accounts,
        plans=plans,
        choices=tuple(PlanChoice(f"x-{one.id}", "c1", one.account_id, one.id, AT, "陈静") for one in plans),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plan_has_its_section(language: str, context: TypesetContext) -> None:
    figures = packet_figures(many_plans(language), BANK)
    text = printed_text(repayment(figures, Phrases(f"{language}-CN", {})))
    last = {"en": "12 "}.get(language, "十二 ")
    assert sum(line.startswith(last) and "6212" in line for line in text.splitlines()) == 1
    assert build_paper(figures, "schedule", context=context).pages >= 2


@pytest.mark.parametrize("number", NUMERALS)
def test_numerals(number: int) -> None:
    chinese, english = NUMERALS[number]
    assert [Phrases(f"{one}-CN", {}).numeral(number) for one in LANGUAGES] == [
        english if one == "en" else chinese for one in LANGUAGES
    ]
