"""What a person says of a paper: kept with the case, checked against its choices, printed, and read from a case file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.actions.test_cases import refused
from tests.actions.whole_case import BANK, whole_case
from tests.builders import NOW, account, case_file
from workstation.actions.cases import load_case
from workstation.actions.papers.entries import save_entries
from workstation.casework.said.entry import PaperEntry, standing_entries
from workstation.casework.said.fields import chosen_option, clauses_of, paper_fields
from workstation.documents.packet.gather import packet_figures
from workstation.documents.papers.gather.answer import answer_figures
from workstation.documents.papers.gather.case_figures import agreement_figures
from workstation.money import Money
from workstation.policy.pack import packs
from workstation.profile.debtor import Address, Contact
from workstation.wording import LANGUAGES


def said(paper: str, **values: str) -> tuple[PaperEntry, ...]:
    return tuple(
        PaperEntry(f"{paper}{key}", "c1", "招商银行", paper, key, text, NOW, "林") for key, text in values.items()
    )


def test_the_latest_counts_and_nothing_is_lost(desk, tmp_path):
    case_id = whole_case(desk, tmp_path)
    desk.run(save_entries, case_id, BANK, "agreement", {"disputes": "mediation", "revival": "all"})
    desk.run(save_entries, case_id, BANK, "agreement", {"disputes": "mediation", "revival": ""})
    file = load_case(desk, case_id)
    assert file.said("agreement", BANK) == {"disputes": "mediation"}
    assert [(one.key, one.text) for one in file.entries] == [
        ("disputes", "mediation"), ("revival", "all"), ("revival", ""),
    ]  # fmt: skip
    assert refused(save_entries, desk, case_id, BANK, "agreement", {"gone": "x"}) == [
        ("paper_entry_unknown", "entry.gone")
    ]
    assert refused(save_entries, desk, case_id, BANK, "agreement", {"disputes": "duel"}) == [
        ("paper_entry_choice", "entry.disputes")
    ]
    assert refused(save_entries, desk, case_id, "没有的银行", "agreement", {"disputes": "law"}) == [
        ("bank_has_no_account", "case.accounts")
    ]


def test_entries_of_other_banks_and_papers_stay_apart():
    entries = (*said("agreement", disputes="law"), *said("answer", court="法院"))
    assert standing_entries(entries, "answer", "招商银行") == {"court": "法院"}
    assert standing_entries(entries, "answer", "平安银行") == {}


def test_an_agreement_prints_what_was_chosen():
    file = case_file(entries=said("agreement", disputes="debtor_court", annual_fee="contract"))
    figures = agreement_figures(file, "招商银行")
    texts = {one.code: one.text for one in figures.clauses}
    assert list(texts) == ["annual_fee", "acceleration", "revival", "service", "disputes"]
    assert "乙方住所地" in texts["disputes"] and "领用合约" in texts["annual_fee"]
    assert f"逾期超过 {file.pack.limits.grace_days} 日" in texts["acceleration"]  # nobody chose: what the pack takes
    loan = replace(file, accounts=(account(product="consumer_loan"),))
    assert "annual_fee" not in {one.code for one in clauses_of(loan, "招商银行")}


def test_a_choice_that_the_pack_no_longer_has_is_none():
    file = case_file(entries=said("agreement", disputes="arbitration"))
    clause = file.pack.papers.clauses["disputes"]
    assert chosen_option(file, "招商银行", clause) == clause.default


@pytest.mark.parametrize("pack", packs().values(), ids=lambda pack: pack.id)
def test_clauses_are_worded_and_sourced(pack):
    for clause in pack.papers.clauses.values():
        assert clause.source.name and clause.source.dated and clause.source.confidence
        for labels in (clause.title, *clause.names.values(), *clause.options.values()):
            assert set(labels) == set(LANGUAGES)


def test_the_application_tells_what_clerks_ask():
    card = account(limit=Money(60_000_00), statement_day=5)
    base = case_file(
        accounts=(card,), entries=said("application", repayment_account="工行 1234", emergency_contact="欧阳父")
    )
    who = replace(
        base.debtor,
        contacts=(Contact("欧阳父", "father", "13900000000"), Contact("邻居", "", "1", stop=True)),
        addresses=(*base.debtor.addresses, Address("新疆喀什市某路1号", "registered")),
    )
    figures = packet_figures(replace(base, debtor=who), "招商银行")
    one = figures.accounts[0]
    assert (one.number, one.statement_day, one.limit) == ("6225880000006214", "每月 5 日", Money(60_000_00))
    assert (figures.applicant.registered, figures.repayment_account) == ("新疆喀什市某路1号", "工行 1234")
    assert figures.emergency.startswith("欧阳父") and "13900000000" in figures.emergency
    assert [one.key for one in paper_fields(replace(base, debtor=who), "application", "招商银行")[1:]] == [
        "emergency_contact"
    ]
    assert set(paper_fields(replace(base, debtor=who), "application", "招商银行")[1].choices) == {"欧阳父"}


def test_a_pack_may_show_the_end_of_numbers_only():
    pack = case_file().pack
    tail = replace(pack.papers.account_number, value="tail")
    file = case_file(pack=replace(pack, papers=replace(pack.papers, account_number=tail)))
    assert packet_figures(file, "招商银行").accounts[0].number == "6214"


@pytest.mark.parametrize(
    ("product", "kind", "own"),
    [
        ("credit_card", "信用卡纠纷", "issued"),
        ("consumer_loan", "金融借款合同纠纷", "signed"),
        ("other", "金融借款合同纠纷", "paid_out"),
    ],
)  # fmt: skip
def test_an_answer_has_the_elements_of_its_kind(product, kind, own):
    entries = said("answer", court="某区法院", interest="disputed", interest_why="超过上限", **{own: "admitted"})
    file = case_file(accounts=(account(product=product),), entries=entries)
    figures = answer_figures(file, "招商银行")
    assert (figures.kind, figures.court, figures.plaintiff) == (kind, "某区法院", "招商银行")
    stances = {one.title: (one.stance, one.why) for one in (*figures.claims, *figures.facts)}
    assert ("disputed", "超过上限") in stances.values() and ("admitted", "") in stances.values()
    assert sum(one.stance == "" for one in (*figures.claims, *figures.facts)) == len(stances) - 2
