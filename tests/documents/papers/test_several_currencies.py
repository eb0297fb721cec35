"""Single papers of many accounts in four currencies: no page is left nearly empty, and what belongs together stands together."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.documents import poppler
from tests.documents.papers.single_cases import CONTACT, single_case, with_claim
from tests.documents.sample_case import AT, account_of, terms
from workstation.actions.papers.debtor_papers import formula_sheet
from workstation.casework.case_file import CaseFile
from workstation.documents.papers.agreement import agreement
from workstation.documents.papers.claim_questions import claim_questions
from workstation.documents.papers.gather.case_figures import agreement_figures, letter_figures
from workstation.documents.papers.gather.claims import claim_figures
from workstation.documents.papers.letter import letter
from workstation.documents.typesetting.pages import Page, set_pages
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import Run, TypesetContext
from workstation.money import Money
from workstation.plan.schedule.terms import Terms
from workstation.plan.version import PlanChoice, PlanVersion
from workstation.profile.account import Account
from workstation.wording import LANGUAGES

BANK = "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗农村信用合作联社股份有限公司信用卡中心"
CURRENCIES = ("CNY", "JPY", "HKD", "USD")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
PARTS = ("principal", "interest", "penalty", "fees")


def owed_abroad(each: int) -> CaseFile:
    """``each`` accounts a currency."""
    file = single_case()
    accounts = tuple(_account(currency, no) for no in range(each) for currency in CURRENCIES)
    plans = tuple(PlanVersion(f"p-{one.id}", "c1", one.id, 1, _terms(one), AT, "陈静", "") for one in accounts)
    choices = tuple(PlanChoice(f"x-{one.id}", "c1", one.account_id, one.id, AT, "陈静") for one in plans)
    contacts = (replace(CONTACT, bank=BANK),)
    return replace(file, accounts=accounts, plans=plans, choices=choices, bank_contacts=contacts)


def _account(currency: str, no: int) -> Account:
    one = account_of(f"{currency}{no}", BANK, f"6225880112346{no}{CURRENCIES.index(currency)}", 1_234_567, 1_234, 99, 0)
    amounts: dict[str, Any] = {part: Money(getattr(one, part).minor, currency) for part in PARTS}
    return replace(one, currency=currency, **amounts)


def _terms(one: Account) -> Terms:
    none = Money.zero(one.currency)
    return terms(one, instalments=24, waive_principal=none, down_payment=none, treat_penalty="in_plan")


def texts(page: Page) -> list[str]:
    return [ink.text for _, strip in page.strips for ink in strip.ink if isinstance(ink, Run) and ink.text]


@pytest.mark.parametrize("each", [2, 3, 4])
def test_a_letter_begins_with_what_is_owed(each: int, context: TypesetContext) -> None:
    pages = set_pages(letter(letter_figures(owed_abroad(each), BANK, None), Phrases("zh-Hans-CN", {})), context)
    assert any("人民币" in text for text in texts(pages[0]))


@pytest.mark.parametrize("each", range(1, 6))
def test_no_page_of_an_agreement_ends_with_a_lead(each: int, context: TypesetContext) -> None:
    figures = agreement_figures(owed_abroad(each), BANK)
    pages = set_pages(agreement(figures, Phrases("zh-Hans-CN", {})), context)
    assert [texts(page)[-1] for page in pages if texts(page)[-1].endswith("：")] == []


@pytest.mark.parametrize("each", range(1, 6))
def test_each_account_asked_about_stands_with_its_table(each: int, context: TypesetContext) -> None:
    file = owed_abroad(each)
    known = replace(file, accounts=tuple(one for one in file.accounts if one.currency != "JPY"))
    figures = claim_figures(with_claim(known, BANK), BANK)
    pages = set_pages(claim_questions(figures, Phrases("zh-Hans-CN", {})), context)
    assert all(page_.count("日期") == sum("最早的差异" in text for text in page_) for page_ in map(texts, pages))


@pytest.mark.parametrize("count", [36, 60, 120, 152, 153, 240, 360])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_an_agreement_has_the_instalments_that_follow_each_other(
    count: int, language: str, context: TypesetContext
) -> None:
    file = single_case(language)
    account = file.accounts[0]
    plan = PlanVersion("p9", "c1", account.id, 9, terms(account, instalments=count), AT, "陈静", "")
    file = replace(file, plans=(plan,), choices=(PlanChoice("x9", "c1", account.id, "p9", AT, "陈静"),))
    figures = agreement_figures(file, account.bank)
    pages = set_pages(agreement(figures, Phrases(f"{language}-CN", {})), context)
    shown = [_numbers(page) for page in pages]
    assert [no for page in shown for no in sorted(page)] == list(range(1, count + 1))


def _numbers(page: Page) -> list[int]:
    """The numbers that stand before a day."""
    runs = [ink for _, strip in page.strips for ink in strip.ink if isinstance(ink, Run) and ink.text]
    return [int(one.text) for one, day in pairwise(runs) if one.text.isdigit() and _DAY.fullmatch(day.text)]


@pytest.mark.parametrize("bank", ["招商银行", BANK])
def test_the_formulas_of_an_instalment_stand_on_one_page(bank: str, tmp_path: Path) -> None:
    """Whatever the room that the head of the first page takes."""
    file = single_case()
    file = replace(file, accounts=tuple(replace(one, bank=bank) for one in file.accounts[:1]))
    pages = poppler.text(formula_sheet(file, bank).pdf, tmp_path).split("\f")[:-1]
    found = [
        (len(re.findall(r"^ *\d{4}-\d\d-\d\d", page, re.MULTILINE)), len(re.findall("(?<!上期)期末本金", page)))
        for page in pages
    ]
    assert len(pages) >= 6 and [days for days, _ in found] == [closings for _, closings in found]
    assert sum(days for days, _ in found) == 60
