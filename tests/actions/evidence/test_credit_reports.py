"""A credit report of a case: read by its kind, compared, and one of its accounts taken over with the number that a person gives."""

from __future__ import annotations

import pytest

from tests.evidence.credit_report.test_reading import FILES
from tests.received.ofd.making import ofd, page, text
from workstation.actions.cases import load_case, new_case, save_account
from workstation.actions.evidence import credit_reports, items
from workstation.actions.evidence.credit_reports import looks_like_report
from workstation.errors import Refused
from workstation.money import Money
from workstation.profile.account import Account


@pytest.fixture
def case(desk) -> str:
    """A case with a card of the report under its short name."""
    made = desk.run(new_case, "欧阳·阿依古丽")
    card = Account("a1", made, "招行", "6225880000005678", principal=Money(4_865_200))
    desk.run(save_account, card)
    return made


def read(desk, case: str, edition: str = "simple") -> credit_reports.ReportRead:
    known = {line.requirement.code for line in load_case(desk, case).checklist}
    requirement = "credit_report" if "credit_report" in known else sorted(known)[0]
    item = items.add_file(desk, case, requirement, FILES / f"{edition}.pdf")
    return credit_reports.report_reader(desk, item.id)()


def test_what_the_case_lacks_is_told_and_nothing_is_kept(desk, case):
    before = load_case(desk, case).accounts
    found = read(desk, case)
    codes = [one.code for one in found.findings]
    assert codes.count("credit_report_account_new") == 5 == len(found.fresh)
    assert codes[-1] == "credit_report_unread"
    assert load_case(desk, case).accounts == before


def test_an_account_is_taken_over_with_its_number(desk, case):
    loan = next(one for one in read(desk, case).fresh if one.lender.startswith("马上"))
    with pytest.raises(Refused) as caught:
        desk.run(credit_reports.add_reported, case, loan, " ")
    assert caught.value.findings[0].code == "credit_report_number_needed"
    made = desk.run(credit_reports.add_reported, case, loan, "HT2023-1")
    assert (made.product, made.principal, made.as_of, made.number) == (
        "consumer_loan",
        Money(1_840_000),
        loan.as_of,
        "HT2023-1",
    )
    again = read(desk, case)
    assert all(one.lender != loan.lender for one in again.fresh)


def test_amounts_converted_from_dollars_are_not_taken_over(desk, case):
    dollars = next(one for one in read(desk, case).fresh if one.currency == "USD")
    with pytest.raises(Refused) as caught:
        desk.run(credit_reports.add_reported, case, dollars, "1")
    assert caught.value.findings[0].code == "credit_report_foreign"


def test_another_account_of_a_bank_gets_the_name_that_the_case_gives_it(desk, case):
    card = read(desk, case).report.accounts[0]
    assert credit_reports.proposed_account(load_case(desk, case), card, "1").bank == "招行"


def test_only_a_credit_report_looks_like_one():
    assert looks_like_report((FILES / "detailed.pdf").read_bytes())
    assert not looks_like_report(b"a,b\n1,2\n")
    assert not looks_like_report(ofd(page(text("流水"))), "a.ofd")
