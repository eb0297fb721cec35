"""`form inspect` and `form fill`: no desk, stable shapes, every mistake a finding that names its field."""

from __future__ import annotations

import io
import json

import pikepdf
import pytest
from pikepdf import Array, Name, String

import resources
from tests.documents.bankform import made_forms as made
from workstation.cli import run

NUMBER = "CC-2026-00001"


@pytest.fixture
def ask(tmp_path, capsys, monkeypatch):
    """Run words; answers exit code, JSON and stderr. ``given`` is what standard input holds."""

    def asked(*words, given=None):
        if given is not None:
            text = given if isinstance(given, str) else json.dumps(given)
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        code = run([*map(str, words), "--json"])
        out, err = capsys.readouterr()
        return code, json.loads(out), err

    return asked


@pytest.fixture
def blank(tmp_path):
    pdf = pikepdf.new()
    file = tmp_path / "form.pdf"
    options = Array([String("甲"), String("乙")])
    file.write_bytes(
        made.form(pdf, [
            made.text(pdf, "name", (20, 20, 120, 40), Ff=made.REQUIRED, MaxLen=6, TU=String("姓名")),
            made.widget(pdf, (20, 60, 120, 80), FT=Name.Ch, T=String("pick"), Ff=made.COMBO, Opt=options),
            made.button(pdf, (20, 100, 30, 110), "Yes", FT=Name.Btn, T=String("agree"), Ff=made.READONLY),
        ])
    )  # fmt: skip
    return file


def test_inspect_tells_fields_pages_and_obstacles(ask, blank):
    code, answer, _ = ask("form", "inspect", blank)
    assert (code, answer["fillable"], answer["flat"], answer["findings"]) == (0, True, False, [])
    assert answer["pages"] == [{"page": 1, "width": 400.0, "height": 300.0, "turn": 0}]
    name, pick, agree = answer["fields"]
    assert (name["name"], name["kind"], name["page"], name["rect"]) == ("name", "text", 1, [20.0, 20.0, 120.0, 40.0])
    assert (name["max_length"], name["required"], name["readonly"], name["label"]) == (6, True, False, "姓名")
    assert (pick["options"], pick["options_shown"]) == (["甲", "乙"], ["甲", "乙"])
    assert (agree["kind"], agree["readonly"], agree["max_length"]) == ("checkbox", True, None)


def test_fill_and_read_back(ask, blank, tmp_path):
    before, out = blank.read_bytes(), tmp_path / "out.pdf"
    values = {"name": "欧阳阿依", "pick": "乙", "agree": True}
    code, answer, _ = ask("form", "fill", blank, "-", "--out", out, "--keep-fields", given=values)
    assert (code, answer["filled"], answer["addendum"]) == (0, ["name", "pick", "agree"], [])
    assert [finding["code"] for finding in answer["findings"]] == ["form_field_readonly"]
    held = {field["name"]: field["value"] for field in ask("form", "inspect", out)[1]["fields"]}
    assert held == {"name": ["欧阳阿依"], "pick": ["乙"], "agree": ["Yes"]}
    assert ask("form", "fill", blank, "-", "--out", out, given=values)[0] == 0
    assert ask("form", "inspect", out)[1]["flat"] is True
    assert blank.read_bytes() == before


def test_numbers_are_taken_as_they_are_written(ask, blank, tmp_path):
    out = tmp_path / "out.pdf"
    assert ask("form", "fill", blank, "-", "--out", out, "--keep-fields", given='{"name": 123.50}')[0] == 0
    assert ask("form", "inspect", out)[1]["fields"][0]["value"] == ["123.50"]


def test_mistakes_name_their_fields_and_nothing_is_written(ask, blank, tmp_path):
    out = tmp_path / "out.pdf"
    values = {"nmae": "x", "name": "七个字符太长了", "pick": "丙"}
    code, answer, err = ask("form", "fill", blank, "-", "--out", out, given=values)
    assert code == 2
    assert [(one["code"], one["subject"]) for one in answer["findings"]] == [
        ("form_field_unknown", "nmae"), ("form_value_too_long", "name"), ("form_option_unknown", "pick"),
    ]  # fmt: skip
    assert all("“" in one["message"] for one in answer["findings"])
    assert (out.exists(), err) == (False, "")


@pytest.mark.parametrize(
    "given", ["", "[]", "{", '{"name": NaN}', "[" * 100_000, '{"name": "a", "name": "b"}', '{"name": {}}']
)
def test_values_that_cannot_be_read(ask, blank, tmp_path, given):
    code, answer, err = ask("form", "fill", blank, "-", "--out", tmp_path / "out.pdf", given=given)
    assert (code, len(answer["findings"])) == (2, 1)
    assert "Traceback" not in err


def test_the_form_is_not_written_over_and_a_missing_one_is_named(ask, blank, tmp_path):
    assert ask("form", "fill", blank, "-", "--out", blank, given={})[1]["findings"][0]["code"] == "output_is_input"
    assert ask("form", "inspect", tmp_path / "gone.pdf")[1]["findings"][0]["code"] == "file_missing"
    assert ask("form", "inspect", tmp_path)[1]["findings"][0]["code"] == "file_not_regular"


def test_for_eyes_every_field_is_a_line(blank, capsys):
    assert run(["form", "inspect", str(blank)]) == 0
    out = capsys.readouterr().out
    assert "kind=combo  name=pick" in out
    assert "options=甲 | 乙" in out


def test_a_flat_form_is_filled_by_a_mapping_and_its_guide_drawn(ask, tmp_path):
    folder, out = resources.path("forms", "general-budget"), tmp_path / "out.pdf"
    form, mapping = folder / "form.pdf", folder / "form.toml"
    code, answer, _ = ask("form", "inspect", form)
    assert (code, answer["flat"], [one["code"] for one in answer["findings"]]) == (0, True, ["form_without_fields"])
    values = {"姓名": "张三", "身份证号": "11010519491231002X", "住房：租住": True}
    code, answer, _ = ask("form", "fill", form, "-", "--mapping", mapping, "--out", out, given=values)
    assert (code, answer["filled"]) == (0, list(values))
    assert ask("form", "guide", form, "--mapping", mapping, "--out", out)[0] == 0
    assert ask("form", "fill", form, "-", "--out", out, given=values)[1]["findings"][0]["code"] == "form_without_fields"


def test_what_a_mapping_may_name_is_listed(ask):
    rows = {row["name"]: row for row in ask("form", "values")[1]["values"]}
    assert rows["account.principal"]["formats"] == "grouped, plain, words, digits, sign"
    assert rows["debtor.sex"]["codes"] == "female, male"


def test_a_bank_form_of_a_case(say, blank, tmp_path):
    out = tmp_path / "out.pdf"
    code, answer, _ = say("paper", NUMBER, "bank-form", "--bank", "招商银行", "--out", out)
    assert (code, answer["form"], answer["draft"], answer["pages"]) == (0, "general-application", False, 1)
    code, added, _ = say("form", "add", blank, "--bank", "招商银行", "--title", "外行表")
    assert (code, added["mapped"]) == (0, 1)
    assert added["id"] in [one["id"] for one in say("form", "list", "--bank", "招商银行")[1]["forms"]]
    code, answer, _ = say("paper", NUMBER, "bank-form", "--form", added["id"], "--keep-fields", "--out", out)
    assert (code, answer["title"], answer["keeps_fields"]) == (0, "外行表", True)
    assert say("paper", NUMBER, "bank-form", "--form", "gone", "--out", out)[1]["findings"][0]["code"] == "form_unknown"


def test_a_failed_proof_leaves_the_draft_mark_on_a_bank_form(say, tmp_path):
    told = ("--check", "issuer_phoned", "--result", "failed", "--note", "查无此号")
    assert say("evidence", "verify", NUMBER, "diagnosis", *told)[0] == 0
    code, answer, _ = say("paper", NUMBER, "bank-form", "--out", tmp_path / "out.pdf")
    assert (code, answer["draft"]) == (0, True)
    assert "evidence_failed" in [one["code"] for one in answer["findings"]]
