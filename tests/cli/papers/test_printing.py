"""Printing many cases on the command line: what may leave is written, what may not is told with its reasons."""

from __future__ import annotations

NUMBER, CLOSED = "CC-2026-00001", "CC-2026-00002"


def test_all_that_may_leave_goes_into_a_folder_and_is_no_printing(say, tmp_path):
    code, answer, _ = say("print-queue", "--out", tmp_path / "out")
    assert code == 0
    (told,) = answer["papers"]
    assert (told["number"], told["state"], told["printed_at"], told["findings"]) == (NUMBER, "printed", None, [])
    (file,) = (tmp_path / "out").iterdir()
    assert say("check-packet", file)[1]["intact"] is True


def test_named_cases_each_tell_what_became_of_them(say, tmp_path):
    code, answer, _ = say("print-queue", CLOSED, NUMBER, "--out", tmp_path / "out")
    assert code == 0
    assert [one["state"] for one in answer["papers"]] == ["failed", "printed"]
    assert answer["papers"][0]["findings"][0]["message"]


def test_the_form_of_the_bank_goes_through_the_same_gates(say, tmp_path):
    words = ("print-queue", CLOSED, NUMBER, "--kind", "bank-form", "--out", tmp_path / "out")
    answer = say(*words)[1]
    assert [(one["kind"], one["state"]) for one in answer["papers"]] == [
        ("bank-form", "failed"), ("bank-form", "printed"),
    ]  # fmt: skip
    assert answer["papers"][0]["findings"]
    (file,) = (tmp_path / "out").iterdir()
    first = file.read_bytes()
    assert first.startswith(b"%PDF")
    say(*words)
    assert file.read_bytes() == first


def test_other_papers_and_wrong_orders(say, tmp_path):
    answer = say("print-queue", CLOSED, "--kind", "evidence-request", "--out", tmp_path / "out")[1]
    assert [one["state"] for one in answer["papers"]] == ["printed"]
    for words, found in (
        (("--kind", "poem", "--out", "x"), "paper_unknown"),
        ((), "printer_missing"),
        (("--out", "x", "--copies", "0"), "print_copies_unusual"),
    ):
        code, answer, _ = say("print-queue", NUMBER, *words)
        assert (code, answer["findings"][0]["code"]) == (2, found)


def test_a_printer_that_is_not_there_is_told_in_every_line(say, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    code, answer, _ = say("print-queue", NUMBER, "--printer", "nobody")
    assert (code, answer["findings"][0]["code"]) == (2, "print_no_spooler")
