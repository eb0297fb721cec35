"""What a packet says of itself: applied for while a plan is open, granted from the day on which the bank agreed to the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from tests.builders import BANK, case_file, plan
from workstation.documents.packet.build import build_packet, build_paper
from workstation.documents.packet.gather import packet_figures
from workstation.profile.account_fact import AccountFact
from workstation.promise.authority import Approval
from workstation.received.pdf.texts import line_texts

AT = datetime(2026, 11, 20, 4, tzinfo=UTC)
PLAIN = case_file(items=(), verifications=(), plans=(plan(),))


def text(pdf: bytes, pages: int) -> str:
    return "".join("".join(line_texts(pdf, pages)).split())


@pytest.mark.parametrize(("decision", "granted"), [("granted", True), ("countered", False), ("refused", False)])
def test_a_packet_says_granted_once_the_bank_agreed(decision, granted) -> None:
    reply = Approval("r1", PLAIN.plans[0].id, PLAIN.case.id, "bank", decision, "王经理", AT)
    made = build_packet(packet_figures(replace(PLAIN, approvals=(*PLAIN.approvals, reply)), BANK), (), draft=False)
    said = text(made.pdf, made.pages)
    assert ("贵行已于2026-11-20同意，以书面协议为准" in said) is granted
    assert ("申请中，尚未获批准" in said) is not granted
    assert ("申请方案，尚待贵行同意" in said) is not granted


def test_a_packet_names_who_became_creditor() -> None:
    account = PLAIN.accounts[0]
    facts = [
        AccountFact(name, PLAIN.case.id, account.id, "assigned", day, AT, "林", party=party)
        for name, day, party in (
            ("f1", date(2026, 9, 1), "甲资产管理有限公司"),
            ("f2", date(2026, 10, 1), "乙资产管理有限公司"),
        )
    ]
    said = []
    for kept in ((), (facts[0],), tuple(facts)):
        made = build_paper(packet_figures(replace(PLAIN, facts=kept), BANK), "application")
        said.append(text(made.pdf, made.pages))
    assert "债权受让人" not in said[0]
    assert "债权受让人：甲资产管理有限公司（2026-09-01起）" in said[1]
    assert "债权受让人：乙资产管理有限公司（2026-10-01起）" in said[2] and "甲资产" not in said[2]
