"""What was taken back or done again is told in words: by field, account and file, and covered in privacy mode."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.actions.edits.hand import EVERY_EDIT, QUESTION, WAGE
from tests.builders import account
from workstation.actions import cases
from workstation.actions.plans import claims
from workstation.identity import new_id
from workstation.money import Money
from workstation.profile.debtor import Contact, Phone
from workstation.wording import LANGUAGES, Wording


def test_a_line_of_the_budget_by_its_name_and_amounts(hand) -> None:
    hand.budget(WAGE)
    made = hand.budget(replace(WAGE, amount=Money(480000)))
    assert hand.says(made) == f"{Wording('en').text('category.income.wage')} 4,800.00 → 5,000.00"
    assert hand.says(made, back=False).endswith("5,000.00 → 4,800.00")


def test_fields_by_name_codes_in_words_and_no_more_than_three(hand) -> None:
    made = hand.debtor(marital="married", children=1, position="司机", employer="铁路局")
    assert hand.says(made) == "Marital status Married → —; Children 1 → —; Employer 铁路局 → —; and 1 more"


def test_people_who_came_or_went(hand) -> None:
    made = hand.debtor(contacts=(Contact("李四", "spouse", "13800000000"),))
    assert hand.says(made) == "Contacts − 李四"
    assert hand.says(made, back=False, language="zh-Hans").endswith("+ 李四")


def test_nothing_private_is_told_while_it_is_hidden(hand) -> None:
    secrets = {
        "name": "欧阳绝密", "resident_id": "11010519491231002X", "email": "x@y.cn", "employer": "绝密厂", "position": "绝密",
        "contacts": (Contact("李绝密", "spouse", "13811112222"),), "phones": (Phone("13911112222", "mobile"),),
    }  # fmt: skip
    made = [hand.debtor(**{key: value}) for key, value in secrets.items()]
    made.append(hand.run(cases.save_account, account(id=new_id(), case_id=hand.case_id, number="6222889977")))
    said = " ".join(hand.says(one, back=back, hidden=True) for one in made for back in (True, False))
    assert not any(part in said for part in ("绝密", "139", "138", "1101", "9977", "x@y"))


@pytest.mark.parametrize(
    ("edit", "back", "again"),
    [
        (
            "claim",
            "Gathered for a claim 招商银行 ····6214 is removed",
            "Gathered for a claim 招商银行 ····6214 is back",
        ),
        (
            "entry of a claim",
            "招商银行 ····6214: − Payment 2025-03-03 600.00",
            "招商银行 ····6214: + Payment 2025-03-03 600.00",
        ),
        (
            "fact",
            "招商银行 ····6214: Amount really received 2026-01-02 9,000.00 is removed",
            "招商银行 ····6214: Amount really received 2026-01-02 9,000.00 is back",
        ),
        (
            "fact withdrawn",
            "招商银行 ····6214: Payment demanded 2026-05-04 is back",
            "招商银行 ····6214: Payment demanded 2026-05-04 is removed",
        ),
        (
            "costs changed",
            "招商银行 ····6214: Instalments 24 → 12; Items of cost − 服务费 72.00",
            "招商银行 ····6214: Instalments 12 → 24; Items of cost + 服务费 72.00",
        ),
        (
            "words changed",
            "招商银行: Court 乙法院 → 甲法院; 招商银行: Plaintiff, if not the bank itself — → 某银行; "
            "招商银行: Number of the lawsuit （2026）1号 → —",
            "招商银行: Court 甲法院 → 乙法院; 招商银行: Plaintiff, if not the bank itself 某银行 → —; "
            "招商银行: Number of the lawsuit — → （2026）1号",
        ),
        ("masks moved", "Masked places 1 → 2", "Masked places 2 → 1"),
        ("masks", "Masked places 1 → 0", "Masked places 0 → 1"),
    ],
)
def test_each_by_what_it_is_of(hand, edit, back, again) -> None:
    made = EVERY_EDIT[edit][1](hand)()
    assert hand.says(made).endswith(back)
    assert hand.says(made, back=False).endswith(again)


@pytest.mark.parametrize("edit", [*EVERY_EDIT])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_edit_is_told_in_words_and_covered(hand, edit, language) -> None:
    made = EVERY_EDIT[edit][1](hand)()
    for back in (True, False):
        assert hand.says(made, back=back, language=language).strip(" →—;；：:")
        hidden = hand.says(made, back=back, language=language, hidden=True)
        private = ("张三", "李四", "1390", "6214", "第一医院", "法院", "（2026）", "服务费", "csv")
        assert not [one for one in private if one in hidden.replace(Wording(language).text("paper_field.court"), "")]


def test_terms_of_a_claim_by_name_and_value(hand) -> None:
    sheet = hand.desk.run(claims.keep_claim, hand.account.id, QUESTION)
    terms = {
        **QUESTION["terms"],
        "penalty": {"rate": "0.05", "due_days": 20, "minimum": {"least": "10", "most": "20"}},
    }
    other = {**QUESTION, "opening": {"principal": {"least": "0"}}, "terms": {**terms, "compounding": "monthly"}}
    made = hand.run(claims.keep_claim, hand.account.id, other, sheet)
    said = hand.says(made, back=False).removesuffix("; and 2 more")
    assert said.split("; ") == [
        "招商银行 ····6214: Principal at first 10,000.00 → ?",
        "Compound interest",
        "Penalty, share — → 5%",
    ]
