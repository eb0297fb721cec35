"""Every paper of a case in Taiwan speaks of Taiwan alone, and no paper of the mainland speaks of Taiwan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.actions.taiwan.conftest import CASE, words_of
from tests.documents.archival.rules import broken_rules
from workstation.actions.papers.single_papers import WRITERS
from workstation.casework.paper_kinds import KINDS, kinds_for, paper_state
from workstation.casework.paper_needs import PaperRequest
from workstation.documents.packet.build import build_packet, build_paper
from workstation.documents.packet.exhibits.pages import Exhibit
from workstation.documents.packet.gather import packet_figures
from workstation.documents.workbook.figures import workbook_figures
from workstation.policy.pack import packs

MAINLAND = (
    *[
        "信用卡業務監督管理辦法",
        "信用卡业务监督管理办法",
        "個性化分期",
        "个性化分期",
        "民法典",
        "刑法第二百八十條",
        "《刑法》",
        "征信",
        "徵信結果",
        "人民幣",
        "人民币",
    ],
    *[
        "居委會",
        "居委会",
        "村委會",
        "村委会",
        "停息",
        "催收函",
        "公章",
        "身份證",
        "协商还款",
        "協商還款",
        "銀保監",
        "银保监",
        "RMB",
        "CNY",
        "Article70",
        "PeoplesRepublic",
    ],
    "CreditCardBusinessofCommercialBanks",
    *["2026〕2", "2021〕", "人民銀行", "人民银行", "PBoC"],
)
"""Texts, law and words of the mainland that have no place on a paper for a creditor in Taiwan."""
TAIWAN = [
    "消費者債務清理條例",
    "消费者债务清理条例",
    "最大債權",
    "最大债权",
    "前置協商",
    "前置协商",
    "聯徵",
    "联征",
    "民國",
    "民国",
]
SINGLE = ("comparison", "evidence-request", "talk-summary", "consent", "agreement")
LANGUAGES = ("zh-Hant", "en", "zh-Hans")


def in_language(file, language):
    return replace(file, case=replace(file.case, language=language))


def papers_of(file):
    """Name → bytes of each single paper that this case may write."""
    bank = file.addressees[0]
    figures = packet_figures(file, bank)
    for name in figures.papers:
        yield name, build_paper(figures, name).pdf
    for kind in kinds_for(file):
        if not kind.bound and not paper_state(file, kind, PaperRequest(bank)).findings and kind.name != "id-copy":
            yield kind.name, WRITERS[kind.name](file, PaperRequest(bank)).pdf


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_paper_speaks_of_the_mainland(file, language):
    found = {}
    for name, pdf in papers_of(in_language(file, language)):
        words = words_of(pdf).replace("联合征信", "")  # the credit centre of Taiwan, in simplified characters
        found[name] = [term for term in MAINLAND if term in words]
    assert {name: terms for name, terms in found.items() if terms} == {}
    assert set(found) >= {"application", "statement", "creditors", "schedule", "agreement", "consent"}


def test_papers_that_name_rules_of_the_mainland_are_not_offered_and_stand_in_no_workbook(file):
    ours = [kind for kind in KINDS if kind.mainland]
    assert {kind.name for kind in ours} == {"cost-table", "answer"} and not set(ours) & set(kinds_for(file))
    refused = [paper_state(file, kind, PaperRequest(file.addressees[0])).findings[0].code for kind in ours]
    assert refused == ["paper_not_in_pack"] * 2
    assert file.chosen_plans and workbook_figures(file).costs == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_on_the_cover_speaks_of_taiwan_too(file, language):
    facts = packet_figures(in_language(file, language), file.addressees[0]).facts
    assert [term for term in MAINLAND if term in facts.replace(" ", "")] == []
    assert {"zh-Hant": "前置協商申請", "zh-Hans": "前置协商申请", "en": "Application for negotiation"}[
        language
    ] in facts


def test_the_application_tells_the_sex_by_the_number(file):
    assert packet_figures(file, file.addressees[0]).applicant.sex == "女"


@pytest.mark.parametrize("language", ["zh-Hant", "zh-Hans"])
def test_no_paper_of_the_mainland_speaks_of_taiwan(file, language):
    """The same person with the same debts under the rules of the mainland."""
    there = replace(in_language(file, language), pack=packs()["cn-card"], items=(), verifications=())
    there = replace(there, case=replace(there.case, reason_note="", repayment_proposal=""))
    found = {}
    for name in ("application", "hardship", "schedule"):
        words = words_of(build_paper(packet_figures(there, there.banks[0]), name).pdf)
        found[name] = [term for term in TAIWAN if term in words]
    assert found == {"application": [], "hardship": [], "schedule": []}


def test_the_application_asks_the_largest_creditor_for_all(file):
    words = words_of(build_paper(packet_figures(file, file.addressees[0]), "application").pdf)
    for said in (
        "前置協商申請書", "消費者債務清理條例第一百五十一條", "台新國際商業銀行", "玉山商業銀行", "國泰世華商業銀行",
        "●14個人與家庭收入減少",
        "○13",
        "699,180.00", "72期，年利率0.00%，每期NT$7,000.00", "202,180.00", "116年01月10日至124年04月10日", "1,825.00",
    ):  # fmt: skip
        assert said in words, said


@pytest.mark.parametrize(
    ("name", "said"),
    [("statement", ("財產及收入狀況說明書", "機車一輛", "4,360.00", "114年", "562,000.00", "04595257", "50.00%", "33.33%",
                    "車輛1、房屋0、土地0", "新北市115年最低生活費數額未查得")),
     ("creditors", ("債權人及債務人清冊", "台新國際商業銀行（最大債權）", "539,400.00", "77.0%", "清冊核發日：115年11月16日"))],
)  # fmt: skip
def test_what_the_statement_and_the_list_say(file, name, said):
    words = words_of(build_paper(packet_figures(file, file.addressees[0]), name).pdf)
    assert [one for one in said if one not in words] == []


def test_the_cost_of_living_is_compared_where_it_is_known(file):
    """Taichung in 2023: 15,472 × 1.2."""
    there = replace(
        file,
        today=file.today.replace(year=2023),
        debtor=replace(file.debtor, addresses=(replace(file.debtor.addresses[0], text="臺中市西屯區市政路1號"),)),
    )
    words = words_of(build_paper(packet_figures(there, there.addressees[0]), "statement").pdf)
    assert "臺中市112年最低生活費NT$15,472.00，1.2倍為NT$18,566.40；所列支出NT$27,000.00" in words


def test_a_reason_that_the_form_does_not_number_is_said_so(file):
    there = replace(file, case=replace(file.case, reason="divorce"))
    words = words_of(build_paper(packet_figures(there, there.addressees[0]), "application").pdf)
    assert "●" not in words and "「離婚」，不在表列各款之內" in words


def test_the_bound_packet_is_read_back(file):
    """One packet with every paper and proof; its final bytes tell the figures, or it would be refused."""
    figures = packet_figures(file, file.addressees[0])
    data = {item.id: (CASE.parent / "evidence" / item.file_name).read_bytes() for item in file.items}
    made = build_packet(figures, tuple(Exhibit(item_id, one) for item_id, one in data.items()))
    assert made.findings == () and made.pages > len(file.items) + 6
    words = words_of(made.pdf)
    assert "前置協商申請文件" in words and "草稿" not in words


def test_the_agreement_is_of_the_place(file):
    words = words_of(WRITERS["agreement"](file, PaperRequest(file.addressees[0])).pdf)
    for said in (
        "前置協商機制協議書", "台新國際商業銀行77.0%、玉山商業銀行13.8%、國泰世華商業銀行9.2%", "合計至多6期",
        "毀諾", "不得聲請更生或清算",
        "不得再次申請前置協商", "100124年04月10日6,901.00",
    ):  # fmt: skip
        assert said in words, said


@pytest.mark.parametrize("kind", ["application", "statement", "creditors", "schedule"])
def test_a_paper_of_the_filing_keeps_the_rules_of_an_archive(file, kind):
    figures = packet_figures(file, file.addressees[0])
    assert broken_rules(build_paper(figures, kind).pdf) == {}
