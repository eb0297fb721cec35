"""Mappings: every mistake with its line and key, what a case gives for every name, and what a field shows of it."""

from __future__ import annotations

from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Name, String

import resources
from tests.documents.bankform import made_forms as made
from tests.documents.sample_case import BANK, OTHER, case_file
from tools import general_forms
from workstation.documents.bankform.catalogue import FORMATS, NAMES, known_values, presented, value_of
from workstation.documents.bankform.fill import inspect_form
from workstation.documents.bankform.guess import guessed_rules
from workstation.documents.bankform.mapped_values import fill_values, mapped_rows
from workstation.documents.bankform.mapping import FieldRule, load_mapping, mapping_findings, mapping_text
from workstation.documents.bankform.placing import placement_findings
from workstation.errors import Refused
from workstation.wording import LANGUAGES, Wording

HEAD = 'format = 1\nid = "x"\nbanks = ["招商银行"]\ndated = 2026-11-25\n[title]\nzh-Hans = "表"\nen = "Form"\n'


def rules(text: str):
    return load_mapping(HEAD + text)


MISTAKES = [
    ('[[fields]]\nname = "a"\nvalue = "debtor.nmae"\n', "pack_reference", 10, "fields.1.value"),
    ('[[fields]]\nname = "a"\nvalue = "debtor.name"\nformat = "words"\n', "pack_value", 11, "fields.1.format"),
    ('[[fields]]\nname = "a"\n', "pack_value", 8, "fields.1.value"),
    ('[[fields]]\nname = "a"\nvalue = "today"\ntext = "x"\n', "pack_value", 10, "fields.1.value"),
    ('[[fields]]\nname = "a"\nvalue = "debtor.sex"\nequals = ["man"]\n', "pack_reference", 11, "fields.1.equals"),
    ('[[fields]]\nname = "a"\nvalue = "account.principal"\nequals = ["1"]\n', "pack_value", 11, "fields.1.equals"),
    ('[[fields]]\nname = "a"\nvalue = "plan.method"\noptions = { magic = "1" }\n', "pack_reference", 11, "fields.1.options"),
    ('[[fields]]\nname = "a"\nvalue = "today"\n[[fields]]\nname = "a"\nvalue = "today"\n', "pack_duplicate", 12, "fields.2.name"),
    ('[[fields]]\nname = "a"\nvalue = "today"\nbox = [1, 2, 3]\npage = 1\n', "pack_value", 11, "fields.1.box"),
    ('[[fields]]\nname = "a"\nvalue = "today"\nbox = [1, 2, 3, 4]\n', "pack_missing", 8, "fields.1.page"),
    ('[[fields]]\nname = "a"\nvalue = "today"\ncolour = "red"\n', "pack_unknown_key", 11, "fields.1.colour"),
    ('[[fields]]\nname = "a"\nvalue = "today"\nrequired = "yes"\n', "pack_type", 11, "fields.1.required"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "line", "key"), MISTAKES)
def test_a_mistake_is_named_with_line_and_key(text, code, line, key):
    with pytest.raises(Refused) as caught:
        rules(text)
    (finding,) = caught.value.findings
    assert (finding.code, finding.figures["line"], finding.figures["key"]) == (code, str(line), key)
    assert all(Wording(language).finding(finding) != f"finding.{code}" for language in LANGUAGES)


@pytest.mark.parametrize("text", ["= 1", '[[fields]]\nname = "a\n'])
def test_broken_toml_is_refused(text):
    with pytest.raises(Refused) as caught:
        rules(text)
    assert [finding.code for finding in caught.value.findings] == ["pack_syntax"]


def test_every_name_of_the_catalogue_has_words_and_formats():
    for language in LANGUAGES:
        words = Wording(language)
        assert [name for name in NAMES if not words.has(f"bank_value.{name}")] == []
        assert {form for forms in FORMATS.values() for form in forms} == set(words.choices("bank_format"))


def test_what_a_case_gives():
    file = case_file()
    values = known_values(file, BANK)
    assert value_of(values, "debtor.name").raw == "欧阳·阿依古丽"
    assert value_of(values, "account.principal").raw.text() == "50000.00"
    assert value_of(values, "account.1.principal") == value_of(values, "account.principal")
    assert value_of(values, "account.2.principal").empty
    assert value_of(values, "owed.total").raw.text() == "59236.45"
    assert value_of(values, "plan.instalments").raw == 60
    assert value_of(values, "plan.due_day").raw == 10
    assert value_of(known_values(file, OTHER), "plan.payment").empty
    nobody = known_values(replace(file, accounts=(), plans=(), choices=()), "")
    for name in NAMES:
        assert value_of(nobody, name).kind == NAMES[name]


def blank() -> bytes:
    pdf = pikepdf.new()
    methods = Array([Array([String("1"), String("等额本息")]), Array([String("3"), String("停息分期")])])
    text = [
        made.text(pdf, name, (20, 20 + 24 * i, 380, 40 + 24 * i))
        for i, name in enumerate(("amount", "words", "fen", "y", "m", "d", "tail", "gift", "owner"))
    ]
    return made.form(pdf, [
        *text,
        made.text(pdf, "short", (20, 250, 80, 270), MaxLen=3),
        made.widget(pdf, (100, 250, 180, 270), FT=Name.Ch, T=String("method"), Ff=made.COMBO, Opt=methods),
        made.button(pdf, (200, 250, 210, 260), "Yes", FT=Name.Btn, T=String("stop")),
        made.button(pdf, (220, 250, 230, 260), "Yes", FT=Name.Btn, T=String("settle")),
        made.group(pdf, "sex", [made.button(pdf, (240 + 20 * i, 250, 250 + 20 * i, 260), s) for i, s in enumerate("MF")],
                   FT=Name.Btn, Ff=made.RADIO),
        made.text(pdf, "must", (300, 250, 380, 270), Ff=made.REQUIRED),
    ])  # fmt: skip


RULES = """
[[fields]]
name = "amount"
value = "account.principal"
[[fields]]
name = "words"
value = "account.principal"
format = "words"
[[fields]]
name = "fen"
value = "account.interest"
format = "digits"
[[fields]]
name = "y"
value = "account.overdue_since"
format = "year"
[[fields]]
name = "m"
value = "account.overdue_since"
format = "month"
[[fields]]
name = "d"
value = "account.overdue_since"
format = "day"
[[fields]]
name = "tail"
value = "account.number"
format = "tail4"
[[fields]]
name = "gift"
text = "本人自愿申请 {no}"
[[fields]]
name = "owner"
value = "debtor.employer"
[[fields]]
name = "short"
value = "debtor.name"
[[fields]]
name = "method"
value = "plan.method"
options = { interest_free = "3", equal_instalment = "1" }
[[fields]]
name = "stop"
value = "case.requests"
equals = ["stop_interest"]
[[fields]]
name = "settle"
value = "case.requests"
equals = ["settlement"]
[[fields]]
name = "sex"
value = "debtor.sex"
options = { male = "M", female = "F" }
"""


def test_the_last_four_of_a_number_of_an_older_desk_are_no_blanks():
    kept = value_of(known_values(case_file(), BANK), "account.number")
    printed = replace(kept, raw="6225 8800 0000 6214 123")
    assert presented(printed, "tail4", str, "") == "4123"


def test_a_mapping_applied_to_a_case():
    mapping, form = rules(RULES), inspect_form(blank())
    assert mapping_findings(mapping, form) == ()
    rows = mapped_rows(mapping, form, (), known_values(case_file(), BANK), "zh-Hans")
    assert fill_values(rows) == {
        "amount": "50,000.00", "words": "人民币伍万元整", "fen": "814210", "y": "2026", "m": "08", "d": "18",
        "tail": "6214", "gift": "本人自愿申请 {no}", "method": "3", "stop": True, "settle": False, "sex": "F",
    }  # fmt: skip
    left = {row.field.name: (row.finding.code, row.finding.subject, row.blocks) for row in rows if row.finding}
    assert left == {
        "owner": ("form_value_missing", "debtor.employer", False),
        "short": ("form_value_too_long", "short", True),
        "must": ("form_field_unmapped", "", True),
    }


def test_where_mapping_and_form_do_not_fit():
    mapping = rules(
        '[[fields]]\nname = "gone"\nvalue = "today"\n'
        '[[fields]]\nname = "method"\nvalue = "plan.method"\noptions = { step = "9" }\n'
        '[[fields]]\nname = "stop"\nvalue = "debtor.name"\n'
    )
    found = mapping_findings(mapping, inspect_form(blank()), "cmb.toml")
    assert [(one.code, one.subject) for one in found] == [
        ("form_mapping_field", "cmb.toml:8"), ("form_mapping_option", "cmb.toml:11"), ("form_mapping_tick", "cmb.toml:15"),
    ]  # fmt: skip


def test_a_mapping_is_written_and_read_back_unchanged():
    hostile = FieldRule('a"\n[[fields]]', text="\\ \" ''' \x7f \u2028 {x}")
    for folder in ("general-application", "general-budget"):
        mapping = load_mapping(resources.path("forms", folder, "form.toml"))
        mapping = replace(mapping, rules=(*mapping.rules, hostile))
        assert load_mapping(mapping_text(mapping)) == mapping


def test_fields_that_say_what_they_are_get_a_rule():
    pdf = pikepdf.new()
    told = [("f1", "姓　名："), ("f2", "Mobile phone"), ("debtor.residence", ""), ("f4", "兴趣爱好"), ("f5", "姓名")]
    fields = [
        made.text(pdf, name, (20, 20 + 30 * i, 90, 40 + 30 * i), TU=String(label))
        for i, (name, label) in enumerate(told)
    ]
    guessed = guessed_rules(inspect_form(made.form(pdf, fields)))
    assert [(rule.name, rule.value) for rule in guessed] == [
        ("f1", "debtor.name"), ("f2", "debtor.phone"), ("debtor.residence", "debtor.residence"),
    ]  # fmt: skip


@pytest.mark.parametrize("folder", ["general-application", "general-budget"])
def test_the_forms_that_ship_fit_their_mappings(folder):
    mapping = load_mapping(resources.path("forms", folder, "form.toml"))
    form = inspect_form(resources.path("forms", folder, mapping.file).read_bytes())
    assert mapping_findings(mapping, form) == ()
    assert placement_findings(form, mapping.placements) == []
    mapped = {rule.name for rule in mapping.rules}
    assert {field.name for field in form.fields} <= mapped


def test_the_forms_that_ship_are_drawn_by_our_own_program(tmp_path):
    for file in general_forms.write(tmp_path):
        assert file.read_bytes() == resources.path("forms", file.parent.name, file.name).read_bytes()


@pytest.mark.parametrize(("label", "called"), [("工作单位全称", "工作单位全称"), ("", "employer")])
def test_what_lacks_is_said_in_words_of_the_case_and_of_the_form(label, called):
    pdf = pikepdf.new()
    form = inspect_form(made.form(pdf, [made.text(pdf, "employer", (20, 100, 380, 120), TU=String(label))]))
    told = rules('[[fields]]\nname = "employer"\nvalue = "debtor.employer"\n')
    (row,) = mapped_rows(told, form, (), known_values(case_file(), BANK), "zh-Hans")
    assert row.finding is not None and row.finding.figures["field"] == called
    said = Wording("zh-Hans").finding(row.finding)
    assert said == f"案件里还没有填写“工作单位”，表格的“{called}”一栏要用到。"
