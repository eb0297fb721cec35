"""A whole desk on the command line: made, filled, refused at a gate that names the item, and printed when it opens."""

from __future__ import annotations

import json

import openpyxl
import pytest

import resources
from workstation.cli import run

NUMBER = "CC-2026-00001"


def test_a_desk_is_made_and_described(tmp_path, capsys):
    words = tmp_path / "words"
    words.write_text("correct horse battery", "utf-8")
    common = ["--desk", str(tmp_path / "mine"), "--passphrase-file", str(words), "--json"]
    assert run([*common, "desk", "init", "--name", "一号台", "--agent", "林协商"]) == 0
    assert run([*common, "desk", "info"]) == 0
    made, told = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert made["agent"] == told["agent"] == "林协商"
    assert (told["name"], told["cases"], told["role"]) == ("一号台", 0, "creditor_agency")
    assert run([*common, "desk", "init"]) == 2
    assert json.loads(capsys.readouterr().out)["findings"][0]["code"] == "desk_exists"


def test_a_wrong_passphrase_is_a_clear_refusal(sample, tmp_path, capsys):
    words = tmp_path / "words"
    words.write_text("guess guess guess", "utf-8")
    assert run(["--desk", str(sample), "--passphrase-file", str(words), "case", "list"]) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("search", ["欧阳", "oyay", "ouyang", "6214", NUMBER, "13800006214", "11010519491231002X"])
def test_cases_are_found_by_what_an_agent_knows(say, search):
    code, answer, _ = say("case", "list", "--search", search)
    assert code == 0
    assert NUMBER in [one["number"] for one in answer["cases"]]


def test_showing_a_case_masks_what_need_not_be_seen(say):
    _, answer, _ = say("case", "show", NUMBER)
    assert answer["debtor"]["resident_id"] == "110***********002X"
    assert answer["debtor"]["phone"] == "138****6214"
    (account,) = answer["accounts"]
    assert (account["owed"], account["days_overdue"], account["bucket"]) == ("59236.45", 98, "M4")
    assert "6225750000056214" not in json.dumps(answer)


def test_the_check_says_which_gate_is_open(say):
    _, answer, _ = say("case", "check", NUMBER)
    assert [(gate["stage"], gate["open"]) for gate in answer["gates"]] == [
        ("understand", True),
        ("evidence", True),
        ("verify", True),
        ("plan", True),
        ("apply", False),
    ]
    assert answer["gates"][-1]["findings"][0]["code"] == "bank_reply_missing"


def test_a_failed_item_refuses_the_final_packet_by_name_and_a_draft_still_prints(say, tmp_path):
    out = tmp_path / "packet.pdf"
    code, _, _ = say(
        "evidence",
        "verify",
        NUMBER,
        "diagnosis",
        "--check",
        "issuer_phoned",
        "--result",
        "failed",
        "--note",
        "查无此号",
    )
    assert code == 0
    code, answer, _ = say("packet", NUMBER, "--bank", "招商银行", "--out", out)
    assert code == 2
    assert [(one["code"], one["subject"]) for one in answer["findings"]] == [("evidence_failed", "evidence.diagnosis")]
    assert "诊断证明" in answer["findings"][0]["message"]
    assert not out.exists()
    code, answer, _ = say("packet", NUMBER, "--bank", "招商银行", "--out", out, "--draft")
    assert (code, answer["draft"], out.read_bytes()[:5]) == (0, True, b"%PDF-")


def test_the_same_packet_twice_is_the_same_bytes(say, tmp_path):
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    _, one, _ = say("packet", NUMBER, "--bank", "招商银行", "--out", first)
    _, two, _ = say("packet", NUMBER, "--bank", "招商银行", "--out", second)
    assert first.read_bytes() == second.read_bytes()
    assert one["sha256"] == two["sha256"]
    assert one["pages"] >= 8


def test_a_packet_proves_itself_and_one_changed_byte_shows(say, tmp_path):
    out = tmp_path / "packet.pdf"
    _, made, _ = say("packet", NUMBER, "--bank", "招商银行", "--out", out)
    code, answer, _ = say("check-packet", out)
    assert (code, answer["intact"], answer["code"]) == (0, True, made["code"])
    data = bytearray(out.read_bytes())
    data[len(data) // 2] ^= 1
    out.write_bytes(data)
    assert say("check-packet", out)[1]["intact"] is False
    out.write_bytes(b"%PDF-1.4 another program's")
    assert say("check-packet", out)[1]["findings"][0]["code"] == "packet_without_code"


def test_a_workbook_whose_figures_are_seen_without_recalculation(say, tmp_path):
    out = tmp_path / "case.xlsx"
    assert say("workbook", NUMBER, "--out", out)[0] == 0
    book = openpyxl.load_workbook(out, data_only=True)
    seen = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {833.34, 832.94, 50000} <= seen


def test_a_single_paper_and_an_unknown_one(say, tmp_path):
    out = tmp_path / "paper.pdf"
    assert say("paper", NUMBER, "schedule", "--out", out)[1]["pages"] == 2
    code, answer, _ = say("paper", NUMBER, "poem", "--out", out)
    assert (code, answer["findings"][0]["code"]) == (2, "paper_unknown")


def test_the_papers_for_the_debtor(say, tmp_path):
    out = tmp_path / "paper.pdf"
    assert say("paper", NUMBER, "comparison", "--out", out)[1]["pages"] == 1
    assert say("paper", NUMBER, "evidence-request", "--until", "2126-12-01", "--out", out)[1]["pages"] == 1
    code, answer, _ = say("paper", NUMBER, "evidence-request", "--until", "2001-12-01", "--out", out)
    assert (code, answer["findings"][0]["code"]) == (2, "request_day_past")


def test_evidence_is_added_with_its_facts(say, tmp_path):
    file = resources.path("sample", "evidence", "diagnosis.pdf")
    code, answer, _ = say(
        "evidence", "add", NUMBER, "hospital_record", file, "--issuer", "晨光医院", "--issued-on", "2026-11-16"
    )
    assert (code, answer["item"], answer["findings"]) == (0, "hospital_record", [])
    code, answer, _ = say("evidence", "add", NUMBER, "hospital_record", file, "--issued-on", "soon")
    assert (code, answer["findings"][0]["code"]) == (2, "day_unreadable")


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (["id_card", "--at", "1:3000,4000,2000,500"], "number_shown_whole"),  # the bank compares the whole number
        (["id_card", "--at", "1:3000,4000"], "mask_unreadable"),
        (["id_card"], "number_not_found"),
        (["bank_card", "--none"], "evidence_missing"),
    ],
)
def test_numbers_that_cannot_be_covered_are_named(say, told, code):
    got, answer, _ = say("evidence", "cover", NUMBER, *told)
    assert (got, answer["findings"][0]["code"]) == (2, code)


def test_a_copy_without_a_number_is_said_to_have_none(say):
    code, answer, _ = say("evidence", "cover", NUMBER, "id_card", "--none")
    assert code == 0 and answer["covered"] and not any(one["at"] for one in answer["covered"])


PORTFOLIO = """姓名,证件号,卡号,银行,本金,利息,违约金,逾期开始日期
王五,110105194901010011,6222000011112222,建设银行,1000.00,10.00,1.00,2026-09-01
王五,110105194901010011,6222000011113333,建设银行,"2,000.50",0,0,2026-09-01
李四,110105194901010038,6222000011114444,建设银行,约一千,0,0,2026-09-01
"""


def test_an_import_adds_up_returns_its_rejects_and_is_undone(say, tmp_path):
    source = tmp_path / "portfolio.csv"
    source.write_text(PORTFOLIO, "gb18030")
    before = say("desk", "info")[1]["cases"]
    code, dry, _ = say("import", "portfolio", source, "--dry-run")
    assert code == 0
    assert (dry["rows"], dry["accepted"], dry["rejected"]) == (3, 2, 1)
    assert dry["totals"]["read"] == dry["totals"]["accepted"]
    assert "import_id" not in dry
    assert say("desk", "info")[1]["cases"] == before
    _, done, _ = say("import", "portfolio", source)
    rejects = openpyxl.load_workbook(done["rejected_file"])
    assert "李四" in [cell.value for row in rejects.active.iter_rows() for cell in row]
    assert say("desk", "info")[1]["cases"] == before + done["cases"]
    assert say("import", "undo", done["import_id"])[0] == 0
    assert say("desk", "info")[1]["cases"] == before


def test_a_plan_version_is_chosen_by_account_and_number(say):
    assert say("plan", "choose", NUMBER, "6214:1")[0] == 0
    assert say("plan", "choose", NUMBER, "6214:9")[0] == 2


def test_a_check_finds_the_damaged_file_and_clears_what_a_crash_left(say, tmp_path):
    whole = say("desk", "check")[1]
    assert whole["records"] > whole["files"] > 0
    assert whole["quarantine"]["files"] == 0
    assert {name: whole[name] for name in ("findings", "spare_files_removed", "files_brought_back", "whole")} == {
        "findings": [], "spare_files_removed": 0, "files_brought_back": 0, "whole": True,
    }  # fmt: skip
    files = sorted(path for path in (tmp_path / "desk" / "vault").rglob("*") if path.is_file())
    files[0].write_bytes(files[0].read_bytes()[:-1])
    spare = files[1].with_name("0" * 64)
    spare.write_bytes(b"left by a crash")
    code, answer, _ = say("desk", "check")
    assert (code, len(answer["findings"]), answer["spare_files_removed"], answer["whole"]) == (0, 1, 1, False)
    assert not spare.exists()
    assert [path.read_bytes() for path in (tmp_path / "desk" / "vault" / "quarantine").rglob("0000*")] == [
        b"left by a crash"
    ]
    assert files[0].exists()


def test_an_unknown_case_is_named(say):
    code, answer, _ = say("case", "show", "CC-1")
    assert (code, answer["findings"][0]["code"]) == (2, "case_unknown")


def test_tables_and_portfolios_are_exported(say, tmp_path):
    table, book = tmp_path / "plan.csv", tmp_path / "all.xlsx"
    code, _ = say("export", "table", NUMBER, "schedule", "--out", table)[:2]
    assert code == 0 and table.read_bytes().startswith(b"\xef\xbb\xbf")
    assert say("export", "portfolio", "--out", book, "--schedules", "1")[0] == 0
    assert len(openpyxl.load_workbook(book).sheetnames) == 2
    assert say("export", "table", NUMBER, "nothing", "--out", table)[0] == 2
    assert say("export", "portfolio", "--out", book, "--schedules", "many")[0] == 2


def test_cases_are_exported_with_what_they_lack(say, tmp_path):
    code, answer, _ = say("export", "cases", "--out", tmp_path / "out", "--search", NUMBER, "--processes", "1")
    (told,) = answer["cases"]
    assert (code, told["number"], told["findings"]) == (0, NUMBER, [])
    assert sorted(told["files"]) == sorted(str(path) for path in (tmp_path / "out").iterdir())
    assert say("export", "cases", "--out", tmp_path / "out", "--processes", "all")[0] == 2
