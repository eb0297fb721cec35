"""Bank forms of a desk: brought in, mapped, offered, filled for a case; a draft while anything is missing."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import String

from tests.documents.bankform import made_forms as made
from workstation.actions import cases
from workstation.actions.banks import bank_forms, form_library
from workstation.actions.demo.sample_desk import fresh_sample_desk
from workstation.actions.evidence import items
from workstation.actions.upkeep import check_vault, quarantine_orphans
from workstation.documents.bankform.mapping import FieldRule
from workstation.documents.bankform.pdf_form import Placement
from workstation.errors import Refused

BANK = "招商银行"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    desk, case_id = fresh_sample_desk(tmp_path_factory.mktemp("forms") / "desk")
    yield desk, case_id
    desk.close()


@pytest.fixture
def blank(tmp_path):
    pdf = pikepdf.new()
    file = tmp_path / "申请表.pdf"
    file.write_bytes(made.form(pdf, [
        made.text(pdf, "t1", (20, 20, 380, 40), TU=String("姓名"), Ff=made.REQUIRED),
        made.text(pdf, "t2", (20, 60, 380, 80)),
    ]))  # fmt: skip
    return file


def codes(refused) -> list[str]:
    return [finding.code for finding in refused.value.findings]


def test_a_form_is_brought_in_mapped_and_filled(sample, blank):
    desk, case_id = sample
    kept = form_library.bring_in(desk, blank, BANK)
    assert (kept.title, kept.bank, kept.file_name) == ("申请表", BANK, "申请表.pdf")
    first = form_library.offered_forms(desk, BANK)[0]
    assert (first.id, first.own, first.mapped) == (kept.id, True, 1)
    assert kept.id not in [one.id for one in form_library.offered_forms(desk, "平安银行")]
    assert form_library.form_of_bank(desk, BANK) == kept.id
    rules = [FieldRule("t1", "debtor.name"), FieldRule("t2", "owed.total", format="words")]
    form_library.save_rules(desk, kept.id, rules)
    filled = bank_forms.case_form(desk, case_id, BANK)
    assert [row.shown for row in filled.rows] == ["欧阳·阿依古丽", "人民币伍万玖仟贰佰叁拾陆元肆角伍分"]
    assert filled.draft is False
    desk.run(form_library.retire_form, kept.id)
    assert form_library.form_of_bank(desk, BANK) != kept.id


def test_the_vault_knows_the_forms(sample, blank):
    desk, _ = sample
    kept = form_library.bring_in(desk, blank, "")
    assert check_vault(desk) == ()
    desk.run(quarantine_orphans)
    assert form_library.form_source(desk, kept.id).data == blank.read_bytes()
    desk.run(form_library.retire_form, kept.id)


def test_a_required_field_that_is_empty_leaves_a_draft(sample, blank):
    desk, case_id = sample
    kept = form_library.bring_in(desk, blank, BANK)
    form_library.save_rules(desk, kept.id, [FieldRule("t1", "debtor.email")])
    made_ = bank_forms.case_form(desk, case_id, BANK, kept.id)
    assert [(one.code, one.subject) for one in made_.closed] == [("form_value_missing", "debtor.email")]
    desk.run(form_library.retire_form, kept.id)


def test_a_closed_gate_leaves_a_draft(tmp_path):
    desk, case_id = fresh_sample_desk(tmp_path / "desk")
    item = next(one for one in cases.load_case(desk, case_id).live_items if one.requirement == "diagnosis")
    desk.run(items.verify, item.id, "issuer_phoned", "failed", "查无此号")
    made_ = bank_forms.case_form(desk, case_id, BANK, "general-application")
    assert made_.draft
    assert [one.code for one in made_.closed] == ["evidence_failed"]
    desk.close()


def test_mistakes_in_rules_are_refused_and_nothing_changes(sample, blank):
    desk, _ = sample
    kept = form_library.bring_in(desk, blank, BANK)
    before = form_library.form_source(desk, kept.id).mapping
    off = FieldRule("x", "today", placement=Placement("x", 3, 0, 0, 10, 10))
    for rules in ([FieldRule("gone", "today")], [FieldRule("t1", "nonsense")], [off], [FieldRule("t1")]):
        with pytest.raises(Refused):
            form_library.save_rules(desk, kept.id, rules)
    assert form_library.form_source(desk, kept.id).mapping == before
    desk.run(form_library.retire_form, kept.id)


def test_forms_of_the_program_are_copied_before_they_are_changed(sample):
    desk, _ = sample
    with pytest.raises(Refused) as refused:
        form_library.save_rules(desk, "general-budget", [])
    assert codes(refused) == ["form_shipped"]
    copy = form_library.copy_form(desk, "general-budget", BANK)
    assert len(form_library.form_source(desk, copy.id).mapping.rules) == 16
    desk.run(form_library.retire_form, copy.id)


def test_what_cannot_be_kept_is_said(sample, tmp_path, blank):
    desk, case_id = sample
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing")
    for path, code in ((broken, "form_damaged"), (tmp_path / "gone.pdf", "file_missing")):
        with pytest.raises(Refused) as refused:
            form_library.bring_in(desk, path, BANK)
        assert codes(refused) == [code]
    with pytest.raises(Refused) as refused:
        bank_forms.case_form(desk, case_id, "没有的银行")
    assert codes(refused) == ["bank_has_no_account"]
    with pytest.raises(Refused) as refused:
        bank_forms.case_form(desk, case_id, BANK, "gone")
    assert codes(refused) == ["form_unknown"]
