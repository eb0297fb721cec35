"""The calculator on the command line: shapes and exit codes that scripts may rely on."""

from __future__ import annotations

import io
import json

import pytest

from workstation.cli import run

SCHEDULE = {
    "principal": "50000.00",
    "interest": "1200.00",
    "penalty": "300.00",
    "fees": "0.00",
    "treatment": {"interest": "waive", "penalty": "waive"},
    "method": "equal_instalment",
    "instalments": 60,
    "interest_from": "2026-11-10",
    "first_due": "2026-12-10",
    "rate": {"annual": "0.18"},
}


@pytest.fixture
def ask(capsys, monkeypatch):
    def asked(*words, given=""):
        text = given if isinstance(given, str) else json.dumps(given)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8"))))
        code = run(words)
        return code, *capsys.readouterr()

    return asked


def test_a_schedule_in_the_shape_of_the_contract(ask):
    code, out, err = ask("calc", "schedule", "-", given=SCHEDULE)
    answer = json.loads(out)
    assert (code, err) == (0, "")
    assert answer["rows"][0] == {
        "no": 1,
        "due": "2026-12-10",
        "days": 30,
        "opening": "50000.00",
        "principal": "519.67",
        "interest": "750.00",
        "fee": "0.00",
        "carried": "0.00",
        "payment": "1269.67",
        "closing": "49480.33",
    }
    assert answer["rows"][-1]["closing"] == "0.00"
    assert answer["waived"] == {"principal": "0.00", "interest": "1200.00", "penalty": "300.00", "fees": "0.00"}
    assert answer["true_rate"]["simple"].startswith("0.17999") or answer["true_rate"]["simple"].startswith("0.18")
    assert (answer["up_front"], answer["findings"]) == ("0.00", [])


def test_a_refusal_is_exit_two_with_findings(ask):
    code, out, _ = ask("calc", "schedule", "--json", given={**SCHEDULE, "instalments": 0})
    (finding, *_) = json.loads(out)["findings"]
    assert code == 2
    assert set(finding) == {"code", "subject", "message", "figures"}
    assert "instalments" in finding["subject"]


def test_without_json_a_refusal_is_a_readable_line_on_stderr(ask):
    code, out, err = ask("calc", "schedule", "--language", "en", given={**SCHEDULE, "principal": "many"})
    assert (code, out) == (2, "")
    assert "many" in err
    assert "Traceback" not in err


def test_lines_answer_each_question_and_go_on_after_an_error(ask):
    lines = [json.dumps(SCHEDULE), "{", "[]", "", json.dumps({**SCHEDULE, "method": "magic"}), json.dumps(SCHEDULE)]
    code, out, _ = ask("calc", "schedule", "-", "--lines", given="\n".join(lines))
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [("rows" in answer, bool(answer["findings"])) for answer in answers] == [
        (True, False),
        (False, True),
        (False, True),
        (False, True),
        (True, False),
    ]


def test_numbers_keep_every_digit_they_were_written_with(ask):
    plain = json.dumps(SCHEDULE).replace('"50000.00"', "50000.00")
    assert ask("calc", "schedule", given=plain)[1] == ask("calc", "schedule", given=SCHEDULE)[1]


def test_the_waiting_table_of_the_trade(ask):
    question = {
        "account": {"principal": "50000.00", "overdue_since": "2026-11-01", "minimum_due": "0.00"},
        "from": "2026-11-01",
        "points": [{"months": 3}, {"months": 6}, {"months": 12}],
        "terms": {
            "daily_rate": "0.0005",
            "compounding": "monthly",
            "month": "30",
            "penalty": {"rate": "0.05", "minimum": "0"},
        },
    }
    code, out, _ = ask("calc", "waiting", given=question)
    assert code == 0
    assert [point["interest"] for point in json.loads(out)["points"]] == ["2283.92", "4672.16", "9780.91"]


@pytest.mark.parametrize(
    "given", ["NaN", '{"principal": NaN}', "[" * 100_000, '"text"', "\ufeff", "{}", "null", '{"principal": 1e400}']
)
def test_bad_input_is_never_a_traceback(ask, given):
    code, out, err = ask("calc", "schedule", "--json", given=given)
    assert code == 2
    assert json.loads(out)["findings"]
    assert "Traceback" not in err


def test_wrong_words_are_a_refusal_too(ask):
    code, out, _ = ask("calc", "magic", "--json")
    assert code == 2
    assert json.loads(out)["findings"][0]["code"] == "usage"


def test_a_missing_file_is_named(ask, tmp_path):
    code, _, err = ask("calc", "schedule", str(tmp_path / "gone.json"))
    assert code == 2
    assert "gone.json" in err


def test_promises_and_their_kept_rate(ask):
    question = {
        "today": "2026-11-23",
        "grace_days": 3,
        "promises": [{"id": "p1", "on": "2026-11-10", "amount": "500.00"}],
        "payments": [{"on": "2026-11-12", "amount": "300.00"}],
    }
    code, out, _ = ask("calc", "promises", given=question)
    assert code == 0
    assert json.loads(out) == {
        "promises": [{"id": "p1", "state": "partly_kept", "received": "300.00", "missing": "200.00"}],
        "kept_rate": {"count": "0", "amount": "0.6"},
    }


@pytest.mark.parametrize(
    ("now", "allowed", "next_allowed"),
    [
        ("2026-11-23T21:59:00+08:00", True, None),
        ("2026-11-23T22:00:00+08:00", False, "2026-11-24T08:00:00+08:00"),
        ("2026-11-24T07:59:59+08:00", False, "2026-11-24T08:00:00+08:00"),
        ("2026-11-24T08:00:00+08:00", True, None),
    ],
)
def test_may_i_call_now(ask, now, allowed, next_allowed):
    code, out, _ = ask(
        "calc", "conduct", given={"pack": "cn-card", "now": now, "party": "debtor", "number": "138", "log": []}
    )
    answer = json.loads(out)
    assert (code, answer["allowed"], answer["next_allowed"]) == (0, allowed, next_allowed)
    assert all(reason["message"] and reason["source"]["name"] for reason in answer["reasons"])
    assert bool(answer["reasons"]) != allowed
