"""An English paper names a Chinese law in both languages, a Chinese one as the pack does."""

from __future__ import annotations

import pytest

from workstation.casework.said.answer_form import answer_kind
from workstation.folding import folded
from workstation.policy.cited import cited
from workstation.policy.pack import packs
from workstation.wording import Wording

PIPL = "《个人信息保护法》第二十八条、第二十九条"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (PIPL, f"the Personal Information Protection Law of the People's Republic of China, Articles 28 and 29 ({PIPL})"),
        (
            "《民法典》第五百零九条、第五百四十三条（全面履行；协商一致可以变更合同）",
            "the Civil Code of the People's Republic of China, Articles 509 and 543 (《民法典》第五百零九条、第五百四十三条)",
        ),
        ("銀行法 第47條之1（上限）", "the Banking Act of the Republic of China, Article 47-1 (銀行法 第47條之1)"),
        (
            "六部门通知：不应由基层群众性自治组织出具证明事项清单（第一批）",
            "the List of Certificates That Residents' and Village Committees Should Not Issue "
            "(六部门通知：不应由基层群众性自治组织出具证明事项清单（第一批）)",
        ),
        ("《民法》第十条", "the Civil Code of the Republic of China, Article 10 (《民法》第十条)"),
        ("民法 第一百一十条", "the Civil Code of the Republic of China, Article 110 (民法 第一百一十条)"),
        ("最高人民法院《关于进一步做好某项工作的意见》", "最高人民法院《关于进一步做好某项工作的意见》"),
        (
            "《中华人民共和国民法典》第十条",
            "the Civil Code of the People's Republic of China, Article 10 (《中华人民共和国民法典》第十条)",
        ),
        ("行业惯例", "行业惯例"),
    ],
)  # fmt: skip
def test_an_english_paper_names_both(name: str, said: str) -> None:
    assert cited(name, "en") == said
    assert cited(name, "zh-Hans") == name
    assert folded(cited(name, "zh-Hant")) == folded(name), "the same words"


@pytest.mark.parametrize("pack", packs().values(), ids=lambda pack: pack.id)
def test_every_text_that_a_paper_cites_has_an_english_name(pack) -> None:
    cause = [one for one in pack.letter if one.code == "cause"]
    categories = [one for one in pack.consent if one.code == "categories"]
    for one in (*cause, *categories, *pack.cautions):
        assert cited(one.source.name, "en") != one.source.name


@pytest.mark.parametrize("products", [["credit_card"], ["consumer_loan"]])
def test_the_form_of_an_answer_has_an_english_name(products) -> None:
    assert cited(answer_kind(products).source.name, "en").startswith("the Notice on Model Statements")


def test_the_application_names_the_measures_as_the_packs_do() -> None:
    measures = cited("《商业银行信用卡业务监督管理办法》第七十条", "en")
    english, chinese = measures.partition(", Article 70 ")[0], "《商业银行信用卡业务监督管理办法》第七十条"
    said = Wording("en-CN").text("paper.application.basis_card")
    assert english in said and chinese in said


def test_the_order_of_the_law_has_an_english_name() -> None:
    rules = [pack.debt_order for pack in packs().values() if pack.debt_order]
    assert rules and all(cited(one.source.name, "en").startswith("the Civil Code") for one in rules)


@pytest.mark.parametrize(
    "pack", [pack for pack in packs().values() if pack.filing.region == "CN"], ids=lambda pack: pack.id
)
def test_a_traditional_paper_cites_in_its_own_writing(pack) -> None:
    printed = [
        *pack.letter,
        *pack.consent,
        *pack.cautions,
        *pack.agreement,
        *([pack.debt_order] if pack.debt_order else []),
    ]
    names = {one.source.name for one in printed} | {answer_kind(["credit_card"]).source.name}
    for name in names:
        traditional = cited(name, "zh-Hant")
        assert traditional != name and folded(traditional) == folded(name)
    assert "《民法典》第一百八十八條、第一百九十五條" in {cited(name, "zh-Hant") for name in names}
