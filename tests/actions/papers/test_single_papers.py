"""Single papers on a stored desk: what each cannot do without is named at its place, and nothing is printed over a gap."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.actions.test_cases import refused
from tests.actions.whole_case import BANK, whole_case
from tests.casework.claims.test_claims import QUESTION
from workstation.actions import cases, settings
from workstation.actions.banks import bank_contacts
from workstation.actions.evidence import items
from workstation.actions.keep import ends, payments, schedules
from workstation.actions.papers.packet import packets
from workstation.actions.plans import claims, options, versions
from workstation.actions.plans.counters import accept_counter
from workstation.money import Money
from workstation.policy.versions import key_of
from workstation.profile.bank import BankContact
from workstation.profile.debtor import Address

CONTACT = BankContact(BANK, "95555", "深南大道 7088 号", "掌上生活 App", "本卡还款账户", "95555 转异议")
GONE: dict[str, dict[str, Any]] = {
    "debtor.name": {"name": " "},
    "debtor.resident_id": {"resident_id": ""},
    "debtor.phones": {"phones": ()},
    "debtor.addresses": {"addresses": ()},
}
ASKS = {
    "agreement": ("debtor.name", "debtor.resident_id", "debtor.phones", "debtor.addresses"),
    "authorisation": (
        *("debtor.name", "debtor.resident_id", "debtor.phones", "debtor.addresses"),
        *("desk.desk_name", "desk.agent", "desk.phone"),
    ),
    "consent": ("debtor.name", "debtor.resident_id", "desk.desk_name", "desk.agent", "desk.phone"),
    "collection-letter": (
        *("debtor.name", "debtor.addresses", "desk.desk_name", "desk.agent", "desk.phone"),
        *("bank.phone", "bank.query", "bank.repay", "bank.object_to"),
    ),
    "talk-summary": ("debtor.name",),
    "receipt": ("debtor.name",),
    "claim-questions": ("debtor.name",),
    "settlement-certificate": ("debtor.name", "debtor.resident_id", "debtor.phones", "debtor.addresses"),
    "counter-reply": ("debtor.name", "debtor.resident_id", "debtor.phones"),
}


@pytest.fixture
def case_id(desk, tmp_path):
    case_id = whole_case(desk, tmp_path)
    desk.run(bank_contacts.save_bank_contact, CONTACT)
    desk.run(settings.save_settings, replace(desk.settings, phone="010-8888 0000", address="建国路 1 号"))
    file = cases.load_case(desk, case_id)
    told = replace(file.debtor, addresses=(Address("建国路 88 号院"),))
    desk.run(cases.save_debtor, case_id, told)
    return case_id


def ready(desk, case_id, kind):
    """Bring the case to where the paper can be written."""
    (account,) = cases.load_case(desk, case_id).accounts_at(BANK)
    if kind == "authorisation":
        desk.run(settings.save_settings, replace(desk.settings, role="debtor_adviser"))
    if kind == "settlement-certificate":
        none = Money(0)
        desk.run(cases.save_account, replace(account, principal=none, interest=none, penalty=none, fees=none))
    if kind == "claim-questions":
        desk.run(claims.keep_claim, account.id, QUESTION)
    if kind == "receipt":
        desk.run(payments.add_payment, account.id, desk.clock.today(), Money(1))
    if kind == "counter-reply":
        ours = cases.load_case(desk, case_id).chosen(account.id)
        desk.run(options.record_counter, ours.id, replace(ours.terms, instalments=24), "王经理")


@pytest.mark.parametrize("kind", ASKS)
def test_each_is_written_when_all_is_there(desk, case_id, kind):
    ready(desk, case_id, kind)
    made = packets.paper(desk, case_id, BANK, kind)
    assert made.pdf.startswith(b"%PDF-") and made.pages >= 1 and not made.findings


@pytest.mark.parametrize("kind", ASKS)
def test_what_is_gone_is_named_at_its_place(desk, case_id, kind):
    """Straight into the store: what an action would refuse may still lie in an old desk."""
    ready(desk, case_id, kind)
    whole, known = cases.load_case(desk, case_id).debtor, desk.settings
    for place in ASKS[kind]:
        area, field = place.split(".")
        desk.store.save(replace(whole, **GONE[place]) if area == "debtor" else whole)
        desk.store.save(replace(CONTACT, **{field: ""}) if area == "bank" else CONTACT)
        desk.settings = replace(known, **{field: " "}) if area == "desk" else known
        code = "bank_fact_missing" if area == "bank" else "required_field"
        said = f"{place}.{BANK}" if area == "bank" else place
        assert refused(packets.paper, desk, case_id, BANK, kind) == [(code, said)]


def test_each_desk_writes_the_papers_of_its_own_role(desk, case_id):
    assert refused(packets.paper, desk, case_id, BANK, "authorisation") == [("paper_of_other_role", "desk.role")]
    ready(desk, case_id, "authorisation")
    assert refused(packets.paper, desk, case_id, BANK, "collection-letter") == [("paper_of_other_role", "desk.role")]


def test_an_agreement_stops_the_letter_and_is_a_draft_before(desk, case_id):
    state = {state.kind.name: state for state in packets.paper_kinds(desk, case_id, BANK)}["agreement"]
    assert [finding.code for finding in state.draft_findings] == ["bank_reply_missing"]
    (plan,) = cases.load_case(desk, case_id).chosen_plans
    desk.run(versions.record_approval, plan.id, "bank", "granted", "王经理")
    state = {state.kind.name: state for state in packets.paper_kinds(desk, case_id, BANK)}["agreement"]
    assert state.draft_findings == ()
    assert refused(packets.paper, desk, case_id, BANK, "collection-letter") == [("letter_nothing_due", "case.accounts")]


def paid_to_the_last_cent(desk, account):
    desk.run(payments.add_payment, account.id, desk.clock.today(), account.owed)


def settled_with_the_bank(desk, account):
    desk.run(ends.settle, account.id, confirmed=True)


def sold_to_another(desk, account):
    desk.run(ends.close, account.id, "sold")


def another_plan_after_the_kept_one(desk, account):
    file = cases.load_case(desk, account.case_id)
    chosen = file.chosen(account.id)
    desk.run(versions.record_approval, chosen.id, "bank", "granted", "王经理")
    desk.run(schedules.adopt, account.id)
    other = desk.run(versions.keep_plan, account.case_id, account.id, replace(chosen.terms, instalments=24), "")
    desk.run(versions.choose, other.id)


@pytest.mark.parametrize(
    "happened", [paid_to_the_last_cent, settled_with_the_bank, sold_to_another, another_plan_after_the_kept_one]
)
def test_no_letter_asks_for_what_is_not_to_be_paid_now(desk, case_id, happened):
    (account,) = cases.load_case(desk, case_id).accounts_at(BANK)
    packets.paper(desk, case_id, BANK, "collection-letter")
    happened(desk, account)
    assert refused(packets.paper, desk, case_id, BANK, "collection-letter") == [("letter_nothing_due", "case.accounts")]


def test_a_letter_asks_for_the_last_fen(desk, case_id):
    (account,) = cases.load_case(desk, case_id).accounts_at(BANK)
    desk.run(payments.add_payment, account.id, desk.clock.today(), account.owed - Money(1))
    assert packets.paper(desk, case_id, BANK, "collection-letter").pdf


def test_an_agreement_on_one_version_or_another_balance(desk, case_id):
    (account,) = cases.load_case(desk, case_id).accounts_at(BANK)
    chosen = cases.load_case(desk, case_id).chosen(account.id)
    other = desk.run(versions.keep_plan, case_id, account.id, replace(chosen.terms, instalments=24), "")
    one, two = (packets.paper(desk, case_id, BANK, "agreement", plan=plan).pdf for plan in ("", other.id))
    assert one != two and one == packets.paper(desk, case_id, BANK, "agreement", plan=chosen.id).pdf
    assert refused(packets.paper, desk, case_id, BANK, "agreement", plan="nothing") == [("plan_not_chosen", "plan")]
    desk.run(cases.save_account, replace(account, fees=account.fees + Money(1)))
    assert refused(packets.paper, desk, case_id, BANK, "agreement") == [("plan_balance_changed", f"plan.{account.id}")]


def test_a_certificate_waits_for_the_last_cent(desk, case_id):
    (account,) = cases.load_case(desk, case_id).accounts_at(BANK)
    place = [("account_not_settled", f"account.{account.id}")]
    assert refused(packets.paper, desk, case_id, BANK, "settlement-certificate") == place
    none = Money(0)
    desk.run(cases.save_account, replace(account, principal=none, interest=none, penalty=none, fees=Money(1)))
    assert refused(packets.paper, desk, case_id, BANK, "settlement-certificate") == place


def test_a_settled_account_owes_nothing_on_the_request_for_its_certificate(desk, case_id):
    (account,) = cases.load_case(desk, case_id).accounts_at(BANK)
    desk.run(ends.settle, account.id, confirmed=True)
    assert packets.paper(desk, case_id, BANK, "settlement-certificate").pages == 1


def test_questions_on_a_claim_need_what_was_gathered(desk, case_id):
    (account,) = cases.load_case(desk, case_id).accounts_at(BANK)
    place = f"claim.{account.id}"
    assert refused(packets.paper, desk, case_id, BANK, "claim-questions") == [("claim_nothing", place)]
    desk.run(claims.keep_claim, account.id, {key: one for key, one in QUESTION.items() if key != "since"})
    assert refused(packets.paper, desk, case_id, BANK, "claim-questions") == [("claim_unfinished", place)]
    desk.run(claims.keep_claim, account.id, QUESTION)
    desk.run(cases.save_account, replace(account, as_of=None), account)
    assert refused(packets.paper, desk, case_id, BANK, "claim-questions") == [("claim_not_stated", place)]


def test_a_receipt_needs_a_payment_that_stands(desk, case_id):
    place = [("receipt_nothing", f"application.{BANK}")]
    assert refused(packets.paper, desk, case_id, BANK, "receipt") == place
    (account,) = cases.load_case(desk, case_id).accounts_at(BANK)
    paid = desk.run(payments.add_payment, account.id, desk.clock.today(), Money(1))
    assert packets.paper(desk, case_id, BANK, "receipt").pages == 1
    desk.run(payments.reverse_payment, paid.id, None, "退票")
    assert refused(packets.paper, desk, case_id, BANK, "receipt") == place


def test_the_reply_says_what_was_decided(desk, case_id):
    assert refused(packets.paper, desk, case_id, BANK, "counter-reply") == [("counter_not_recorded", "plan")]
    (ours,) = cases.load_case(desk, case_id).chosen_plans
    place = [("answer_against_choice", f"plan.{ours.account_id}")]
    desk.run(options.record_counter, ours.id, replace(ours.terms, instalments=24), "王经理")
    assert packets.paper(desk, case_id, BANK, "counter-reply", answer="refuse").pages == 1
    assert refused(packets.paper, desk, case_id, BANK, "counter-reply", answer="accept") == place
    desk.run(accept_counter, ours.id, replace(ours.terms, instalments=30), "王经理")
    assert packets.paper(desk, case_id, BANK, "counter-reply", answer="accept").pages == 1
    assert refused(packets.paper, desk, case_id, BANK, "counter-reply", answer="refuse") == place


def test_a_pack_that_says_nothing_of_a_paper_is_refused(desk, case_id):
    file = cases.load_case(desk, case_id)
    desk.run(cases.save_conversation, replace(file.case, pack=key_of(desk.packs["tw-prenegotiation"])))
    assert refused(packets.paper, desk, case_id, BANK, "collection-letter") == [("paper_not_in_pack", "case.pack")]
    assert packets.paper(desk, case_id, BANK, "agreement").pages
    pack = desk.packs["tw-prenegotiation"]
    odd = replace(pack, agreement=(*pack.agreement, replace(pack.agreement[0], code="odd")))
    desk.packs = {**desk.packs, "tw-prenegotiation": odd}
    assert refused(packets.paper, desk, case_id, BANK, "agreement") == [
        ("agreement_item_unknown", "paper.agreement.odd")
    ]
    assert packets.paper(desk, case_id, BANK, "consent").pages


def test_no_packet_of_an_adviser_leaves_without_authority_and_consent(desk, case_id):
    """An agency's packet is ready; the same case at a debtor-side desk lacks the debtor's own authority."""
    assert packets.packet(desk, case_id, BANK, draft=False).pages
    desk.run(settings.save_settings, replace(desk.settings, role="debtor_adviser"))
    assert refused(packets.packet, desk, case_id, BANK) == [("evidence_missing", "evidence.power_of_attorney")]
    (consent,) = (item for item in cases.load_case(desk, case_id).items if item.requirement == "privacy_consent")
    desk.run(items.withdraw, consent.id)
    assert [place for _, place in refused(packets.packet, desk, case_id, BANK)] == [
        "evidence.privacy_consent", "evidence.power_of_attorney",
    ]  # fmt: skip
