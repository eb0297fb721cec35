"""Every single paper that a case in Taiwan may write counts days and names papers as that place does, or is not offered."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.actions.papers.generated.claimed import claimed_file
from tests.actions.taiwan.conftest import NOW, words_of
from tests.actions.taiwan.test_papers import MAINLAND
from workstation.actions.papers.single_papers import WRITERS
from workstation.casework.paper_kinds import KINDS, paper_state
from workstation.casework.paper_needs import PaperRequest
from workstation.documents.packet.build import build_paper
from workstation.documents.packet.gather import packet_figures
from workstation.plan.version import PlanVersion
from workstation.profile.bank import BankContact
from workstation.promise.authority import Approval
from workstation.rates import Rate

OF_PLACE = (*MAINLAND, "尾號", "逾期90天", "金規", "中國人民銀行")


def ripe(file):
    """The case with a claim to compare and terms of the bank's own: every paper that asks for them can be written."""
    bank, ours = file.addressees[0], file.chosen_plans[0]
    terms = replace(
        ours.terms, method="equal_instalment", instalments=36, rate=Rate(Decimal("0.06")), affordable=None, steps=(), fixed=()
    )  # fmt: skip
    theirs = PlanVersion("t1", file.case.id, ours.account_id, ours.version + 1, terms, NOW, "林專員")
    reply = Approval("r1", ours.id, file.case.id, "bank", "countered", "王襄理", NOW, "", "t1")
    told = replace(file, plans=(*file.plans, theirs), approvals=(*file.approvals, reply))
    return replace(
        claimed_file(told, bank), bank_contacts=(BankContact(bank, "02-1", "臺北市", "網路", "存入", "致電"),)
    )


def test_single_papers_count_days_and_speak_as_the_place_does(file):
    there, request = ripe(file), PaperRequest(file.addressees[0])
    found, written = {}, set()
    for kind in KINDS:
        if kind.name in WRITERS and not paper_state(there, kind, request).findings:
            words = words_of(WRITERS[kind.name](there, request).pdf)
            written.add(kind.name)
            found[kind.name] = [*re.findall(r"\d{4}-\d\d-\d\d", words), *(one for one in OF_PLACE if one in words)]
    assert {name: said for name, said in found.items() if said} == {}
    assert written >= {
        "agreement",
        "claim-questions",
        "comparison",
        "consent",
        "counter-reply",
        "formulas",
        "talk-summary",
    }


@pytest.mark.parametrize("name", ["answer", "cost-table"])
def test_what_rules_of_the_mainland_ask_for_is_not_offered(file, name):
    file = replace(file, settings=replace(file.settings, role="debtor_adviser"))
    kind = next(one for one in KINDS if one.name == name)
    found = paper_state(file, kind, PaperRequest(file.addressees[0])).findings
    assert [one.code for one in found] == ["paper_not_in_pack"]


@pytest.mark.parametrize(
    ("children", "said", "unsaid"),
    [(2, "申請人陳述扶養2人，尚未逐一填載", "無受扶養人"), (0, "申請人陳述無受扶養人", "尚未逐一填載")],
)
def test_the_statement_tells_one_number_of_dependants(file, children, said, unsaid):
    alone = replace(
        file,
        debtor=replace(file.debtor, children=children, other_dependants=0),
        statement=replace(file.statement, lines=()),
    )
    words = words_of(build_paper(packet_figures(alone, alone.addressees[0]), "statement").pdf)
    assert said in words and unsaid not in words
