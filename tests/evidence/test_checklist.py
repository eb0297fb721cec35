"""The checklist: what is asked of whom, and what each proof is worth on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from workstation.evidence.checklist import (
    alternatives,
    checklist,
    goes_stale,
    line_met,
    open_lines,
    requirements,
    standing,
)
from workstation.evidence.verification import CheckResult, EvidenceItem, Verification, Waiver
from workstation.money import Money
from workstation.policy.pack import packs
from workstation.profile.account import Account
from workstation.wording import LANGUAGES, Wording

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
PACK = packs()["cn-card"]

ALWAYS = ["id_card", "account_statement", "loan_contract", "bank_statement", "income_proof", "tax_record",
          "income_declaration", "signed_declaration", "privacy_consent"]  # fmt: skip


def asked(code: str):
    return PACK.requirement(code)


def item(code: str, number: int = 1, **changes) -> EvidenceItem:
    made = EvidenceItem(
        f"i{number}", "c1", code, "0" * 64, f"{code}-{number}.pdf", 10, "application/pdf", AT, "agent",
        issuer="", issued_on=date(2026, 11, 20),
    )  # fmt: skip
    return replace(made, **changes)


def account(number: int) -> Account:
    return Account(f"a{number}", "c1", "招商银行", f"62148301000{number:04}", principal=Money(100))


def check(name: str, result: CheckResult = "ok", number: int = 1, minutes: int = 0, by: str = "agent") -> Verification:
    at = AT + timedelta(minutes=minutes)
    return Verification(f"v{number}{name}{minutes}", f"i{number}", "c1", name, result, at, by, "note")


def line(code: str, *items, checks=(), waivers=(), today=TODAY):
    return checklist((asked(code),), items, checks, waivers, today)[0]


@pytest.mark.parametrize(
    ("reason", "requests", "extra"),
    [
        ("unemployment", (), ["unemployment_registration", "termination_certificate", "unemployment_benefit"]),
        ("pay_cut", (), ["pay_cut_notice", "work_stopped_notice", "wage_records"]),
        ("illness", (), ["diagnosis", "medical_bills", "hospital_record"]),
        ("illness_family", (), ["diagnosis", "medical_bills", "hospital_record", "kinship"]),
        ("accident", (), ["diagnosis", "medical_bills", "hospital_record", "accident_report", "work_injury", "accident_insurance"]),
        ("disability", (), ["disability_certificate", "disability_appraisal"]),
        ("divorce", (), ["divorce_papers", "divorce_judgment"]),
        ("bereavement", (), ["kinship", "death_certificate", "household_cancelled"]),
        ("business_failure", (), ["business_licence", "business_closed", "bankruptcy_order", "business_accounts"]),
        ("disaster", (), ["disaster_certificate", "disaster_insurance", "quarantine_notice"]),
        ("low_income", (), ["subsistence_allowance", "hardship_certificate"]),
        ("fraud_victim", (), ["police_receipt", "case_filed_notice", "transfer_vouchers"]),
        ("detention", (), ["detention_notice", "criminal_judgment"]),
        ("family_care", (), ["kinship", "birth_certificate", "school_fees", "care_costs"]),
        ("judicial_freeze", (), ["freezing_order"]),
        ("illness", ("reduction",), ["diagnosis", "medical_bills", "hospital_record", "asset_statement", "credit_report"]),
        ("divorce", ("settlement", "deferral"),
         ["divorce_papers", "divorce_judgment", "recovery_proof", "bank_card", "settlement_funds"]),
    ],
)  # fmt: skip
def test_what_is_asked_for_a_reason_and_requests(reason, requests, extra):
    found = requirements(PACK, reason, requests, ("credit_card",), "creditor_agency")
    assert [one.code for one in found] == ALWAYS + extra


def test_an_adviser_needs_a_power_of_attorney():
    codes = [one.code for one in requirements(PACK, "illness", (), (), "debtor_adviser")]
    assert "power_of_attorney" in codes


def test_nothing_received_is_missing():
    assert line("diagnosis").state == "missing"


def test_received_until_an_accepted_check_passes():
    diagnosis = item("diagnosis", issuer="上海市第一人民医院")
    assert line("diagnosis", diagnosis).state == "received"
    assert line("diagnosis", diagnosis, checks=[check("arithmetic")]).state == "received"
    assert line("diagnosis", diagnosis, checks=[check("issuer_phoned")]).state == "verified"


def test_the_residents_committee_trap():
    found = line("diagnosis", item("diagnosis", issuer="幸福社区居民委员会"), checks=[check("issuer_phoned")])
    assert found.state == "failed"
    assert [finding.code for finding in found.findings] == ["issuer_refused"]
    assert "医院" in found.findings[0].figures["accepted"]


def test_an_unlisted_issuer_is_flagged_and_an_unnamed_one_cannot_be_verified():
    found = line("diagnosis", item("diagnosis", issuer="路边诊所"), checks=[check("original_seen")])
    assert (found.state, found.findings[0].code) == ("verified", "issuer_unlisted")
    found = line("diagnosis", item("diagnosis"), checks=[check("original_seen")])
    assert (found.state, found.findings[0].code) == ("received", "issuer_unnamed")


def test_the_latest_result_of_a_check_counts():
    diagnosis = item("diagnosis", issuer="医院")
    again = [check("issuer_phoned", "failed"), check("issuer_phoned", minutes=5)]
    assert line("diagnosis", diagnosis, checks=again[:1]).state == "failed"
    assert line("diagnosis", diagnosis, checks=again).state == "verified"
    other = [check("issuer_phoned"), check("original_seen", "failed", minutes=5)]
    assert line("diagnosis", diagnosis, checks=other).state == "failed"


def test_every_item_must_be_verified_and_a_withdrawn_one_does_not_count():
    first, second = item("diagnosis", 1, issuer="医院"), item("diagnosis", 2, issuer="医院")
    assert line("diagnosis", first, second, checks=[check("original_seen")]).state == "received"
    withdrawn = replace(second, withdrawn=True)
    assert line("diagnosis", first, withdrawn, checks=[check("original_seen")]).state == "verified"


@pytest.mark.parametrize(
    ("issued", "state"),
    [(date(2026, 10, 24), "received"), (date(2026, 10, 23), "stale"), (None, "received")],
)
def test_freshness_of_thirty_days(issued, state):
    found = line("income_proof", item("income_proof", issuer="某某公司", issued_on=issued))
    assert found.state == state
    assert found.stale_on == (issued + timedelta(days=31) if issued else None)


def test_no_date_of_issue_or_one_in_the_future_cannot_be_verified():
    for issued, code in ((None, "issued_on_missing"), (date(2026, 11, 24), "issued_in_future")):
        proof = item("income_proof", issuer="某某公司", issued_on=issued)
        found = line("income_proof", proof, checks=[check("issuer_phoned")])
        assert (found.state, [finding.code for finding in found.findings]) == ("received", [code])


def test_a_fresh_paper_takes_the_place_of_a_stale_one():
    old, new = (
        item("income_proof", 1, issuer="公司", issued_on=date(2026, 1, 1)),
        item("income_proof", 2, issuer="公司"),
    )
    assert line("income_proof", old, new).state == "received"


@pytest.mark.parametrize(
    ("spans", "codes"),
    [
        ([(date(2026, 5, 20), date(2026, 11, 21))], []),
        ([(date(2026, 5, 1), date(2026, 8, 1)), (date(2026, 8, 1), date(2026, 11, 1))], []),
        ([(date(2026, 5, 1), date(2026, 7, 1)), (date(2026, 8, 1), date(2026, 11, 1))], ["coverage_short"]),
        ([(date(2026, 8, 1), date(2026, 11, 1))], ["coverage_short"]),
        ([(date(2026, 5, 1), date(2026, 10, 29))], []),  # three days short of six months are let pass
        ([(date(2026, 5, 1), date(2026, 10, 28))], ["coverage_short"]),
        ([(date(2026, 5, 1), date(2026, 11, 1)), (date(2026, 6, 1), date(2026, 7, 1))], []),  # one inside the other
        ([(None, None)], ["coverage_unknown"]),
    ],
)
def test_a_statement_must_cover_six_months_without_a_hole(spans, codes):
    parts = [
        item("bank_statement", number, issuer="招商银行", form="electronic", covers_from=start, covers_to=end)
        for number, (start, end) in enumerate(spans, start=1)
    ]
    checks = [check("arithmetic", number=number) for number in range(1, len(parts) + 1)]
    found = line("bank_statement", *parts, checks=checks)
    assert [finding.code for finding in found.findings] == codes
    assert found.state == ("received" if codes else "verified")


def test_a_statement_ages_with_the_last_day_it_covers():
    part = item("bank_statement", issuer="招商银行", covers_from=date(2026, 4, 1), covers_to=date(2026, 10, 1))
    assert line("bank_statement", part).state == "stale"
    assert line("bank_statement", part, today=date(2026, 10, 30)).stale_on == date(2026, 10, 31)


def test_an_original_is_asked_for_until_it_was_seen():
    copy = item("privacy_consent", issuer="本人", form="copy")
    assert [finding.code for finding in line("privacy_consent", copy).findings] == ["original_needed"]
    assert line("privacy_consent", copy, checks=[check("original_seen")]).findings == ()


def test_a_second_look_is_by_another_person():
    funds = item("settlement_funds", issuer="招商银行")
    once = [check("document_number")]
    assert line("settlement_funds", funds, checks=once).findings[0].code == "second_look_needed"
    twice = [*once, check("original_seen", by="supervisor")]
    assert line("settlement_funds", funds, checks=twice).state == "verified"


def test_a_waiver_meets_both_gates():
    waiver = Waiver("w", "c1", "diagnosis", "known to the bank", "supervisor", AT)
    found = line("diagnosis", waivers=[waiver])
    assert found.state == "waived"
    assert line_met(found, "received")
    assert line_met(found)


def test_one_member_of_a_group_is_enough():
    group = [one for one in PACK.requirements if one.any_of == "job_lost"]
    none = checklist(group, (), (), (), TODAY)
    assert [one.requirement.code for one in open_lines(none, "received")] == ["unemployment_registration"]
    assert len(alternatives(none, none[0])) == 3
    begun = checklist(group, (item("termination_certificate", issuer="某公司"),), (), (), TODAY)
    assert open_lines(begun, "received") == ()
    assert [one.requirement.code for one in open_lines(begun)] == ["termination_certificate"]
    done = checklist(group, (item("termination_certificate", issuer="某公司"),), (check("issuer_phoned"),), (), TODAY)
    assert open_lines(done) == ()


DEBT = [one for one in PACK.requirements if one.any_of == "debt_proof"]
TWO = (account(1), account(2))


def test_every_account_needs_its_own_proof():
    first = item("account_statement", 1, issuer="招商银行", account_id="a1")
    second = item("account_statement", 2, issuer="招商银行", account_id="a2")
    seen = [check("original_seen", number=1), check("original_seen", number=2)]
    (half, _) = checklist(DEBT, (first,), seen, (), TODAY, TWO)
    assert (half.state, dict(half.by_account)) == ("missing", {"a1": "verified", "a2": "missing"})
    assert standing(half) == ("verified", 1, 2)
    assert [(one.code, one.figures["tail"]) for one in half.findings] == [("account_uncovered", "0002")]
    (whole, _) = checklist(DEBT, (first, second), seen, (), TODAY, TWO)
    assert (whole.state, whole.findings) == ("verified", ())
    assert [one.requirement.code for one in open_lines((half, _))] == ["account_statement"]
    assert open_lines((whole, _)) == ()


def test_accounts_may_be_proven_by_different_members_of_a_group():
    one = item("account_statement", 1, issuer="招商银行", account_id="a1")
    other = item("loan_contract", 2, issuer="招商银行", account_id="a2")
    lines = checklist(DEBT, (one, other), [check("original_seen", number=1)], (), TODAY, TWO)
    assert open_lines(lines, "received") == ()
    assert len(open_lines(lines)) == 1
    done = [check("original_seen", number=1), check("original_seen", number=2)]
    assert open_lines(checklist(DEBT, (one, other), done, (), TODAY, TWO)) == ()


def test_of_several_accounts_a_proof_must_name_one():
    (found, _) = checklist(DEBT, (item("account_statement", issuer="招商银行"),), (), (), TODAY, TWO)
    assert (found.state, [one.code for one in found.findings]) == (
        "missing", ["account_uncovered", "account_uncovered", "account_unnamed"],
    )  # fmt: skip
    (found, _) = checklist(DEBT, (item("account_statement", issuer="招商银行"),), (), (), TODAY, TWO[:1])
    assert (found.state, found.by_account) == ("received", ())


def test_a_waiver_and_a_failed_check_hold_for_the_whole_entry():
    waiver = Waiver("w", "c1", "account_statement", "the bank has it", "supervisor", AT)
    (found, _) = checklist(DEBT, (), (), (waiver,), TODAY, TWO)
    assert found.state == "waived"
    bad = item("account_statement", 1, issuer="招商银行", account_id="a1")
    (found, _) = checklist(DEBT, (bad,), [check("original_seen", "failed")], (), TODAY, TWO)
    assert found.state == "failed"


@pytest.mark.parametrize(
    ("form", "checked", "codes"),
    [("copy", "document_number", ["stamp_unseen"]), ("copy", "original_seen", []), ("electronic", "document_number", []),
     ("original", "document_number", [])],
)  # fmt: skip
def test_the_seal_of_a_copy_must_be_seen(form, checked, codes):
    found = line("diagnosis", item("diagnosis", issuer="某医院", form=form), checks=[check(checked)])
    assert [one.code for one in found.findings] == codes
    assert found.state == "verified"


def test_the_day_on_which_a_packet_goes_stale():
    lines = checklist(
        [asked("income_proof"), asked("account_statement"), asked("id_card")],
        (
            item("income_proof", 1, issuer="公司", issued_on=date(2026, 11, 20)),
            item("account_statement", 2, issuer="招商银行", issued_on=date(2026, 10, 1)),
            item("id_card", 3, issuer="公安局"),
        ),
        (), (), TODAY,
    )  # fmt: skip
    found = goes_stale(lines)
    assert found is not None
    assert (found.on, found.requirement.code) == (date(2026, 12, 1), "account_statement")
    assert goes_stale(()) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_finding_has_a_sentence(language):
    wording = Wording(language)
    for code in ("issuer_refused", "issuer_unlisted", "issuer_unnamed", "original_needed", "issued_on_missing", "issued_in_future",
                 "item_stale", "coverage_unknown", "coverage_short", "second_look_needed", "check_failed",
                 "account_uncovered", "account_unnamed", "stamp_unseen"):  # fmt: skip
        assert wording.has(f"finding.{code}")
