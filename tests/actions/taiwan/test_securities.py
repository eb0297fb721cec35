"""A debt that a thing secures is told apart: no part of the application, of its sum and shares, or of the plans it waits for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.actions.taiwan.conftest import CASE, NOW
from workstation.actions.plans.shares import shares_of
from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.documents.packet.build import build_packet
from workstation.documents.packet.exhibits.pages import Exhibit
from workstation.documents.packet.filing.creditors import creditors
from workstation.documents.packet.gather import packet_figures
from workstation.documents.papers.agreement import agreement
from workstation.documents.papers.gather.case_figures import agreement_figures
from workstation.documents.papers.mandatory import printed_text
from workstation.documents.typesetting.phrases import Phrases
from workstation.money import Money, total
from workstation.profile.account import Account
from workstation.profile.account_fact import AccountFact

LARGEST, OTHER = "台新國際商業銀行", "玉山商業銀行"
HOME = "新北市板橋區文化路一段188號5樓之房地"


def fact(
    account: Account, kind: str, party: str, on: date = date(2019, 5, 6), amount: Money | None = None
) -> AccountFact:
    return AccountFact(
        f"{kind}{on}",
        account.case_id,
        account.id,
        kind,
        on,
        NOW,
        "林專員",
        amount,
        party,
        "土地登記謄本",
        currency="TWD",
    )


def mortgaged(file: CaseFile, *more: AccountFact) -> tuple[CaseFile, Account]:
    """The last account is secured by the home, and the only one at Esun by a guarantor; it has a plan from before."""
    home = file.accounts[-1]
    esun = next(one for one in file.accounts if one.bank == OTHER)
    facts = (
        fact(home, "mortgaged", HOME, amount=Money(5_000_000_00, "TWD")),
        fact(esun, "guaranteed", "林志明"),
        *more,
    )
    return replace(file, facts=facts), home


def test_the_application_speaks_of_what_no_thing_secures(file):
    changed, home = mortgaged(file)
    assert home not in changed.filed_with(LARGEST) and len(changed.negotiated) == len(file.accounts) - 1
    assert gates.final_packet_findings(changed, LARGEST) == ()
    figures = packet_figures(changed, LARGEST)
    assert figures.filing is not None
    text = printed_text(creditors(figures, figures.filing, Phrases(changed.paper_language, {})))
    assert "房屋或土地抵押：" + HOME in text and "至多 5,000,000.00" in text and "土地登記謄本" in text
    assert "保證人：林志明" in text
    assert home.owed.grouped() in text.partition("二")[2] and home.owed.grouped() not in text.partition("二")[0]
    agreed = printed_text(agreement(agreement_figures(changed, LARGEST), Phrases(changed.paper_language, {})))
    assert home.owed.grouped() not in agreed
    assert home.id not in {plan.account_id for plan in changed.chosen_plans}
    assert home.id not in {plan.account_id for plan in figures.plans}
    assert [owed.owed for owed in figures.debts_owed] == [total([one.owed for one in changed.negotiated])]
    assert home.id not in {line.share.account.id for line in shares_of(changed).lines}


def test_a_packet_with_a_security_is_read_back(file):
    changed, _ = mortgaged(file)
    data = {item.id: (CASE.parent / "evidence" / item.file_name).read_bytes() for item in changed.items}
    made = build_packet(packet_figures(changed, LARGEST), tuple(Exhibit(one, bytes_) for one, bytes_ in data.items()))
    assert made.findings == ()


def test_the_largest_creditor_is_that_of_what_is_negotiated(file):
    card, loan = (one for one in file.accounts if one.bank == LARGEST)
    facts = (fact(card, "mortgaged", HOME), fact(loan, "vehicle_pledged", "車號 ABC-1234"))
    assert replace(file, facts=facts).addressees == (OTHER,)


def test_a_security_that_was_given_free_counts_no_longer(file):
    home = file.accounts[-1]
    for on, party, apart in (
        (date(2019, 5, 5), "", True),  # before it was given
        (date(2019, 5, 6), "", False),
        (date(2026, 1, 1), "新北市板橋區文化路一段188号5樓之房地", False),  # the same in another writing
        (date(2026, 1, 1), "車號 ABC-1234", True),  # another one
    ):
        changed, _ = mortgaged(file, fact(home, "released", party, on))
        assert changed.kept_apart(home) is apart


def test_where_each_bank_is_asked_apart_a_mortgage_changes_no_application(file):
    changed, home = mortgaged(file)
    each = replace(changed, pack=replace(changed.pack, filing=replace(changed.pack.filing, addressee="each_bank")))
    assert not each.kept_apart(home) and home in each.filed_with(home.bank)
