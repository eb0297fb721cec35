"""A credit report on the command line: told by `statement`, compared with its case, one account taken over."""

from __future__ import annotations

from tests.evidence.credit_report.test_reading import FILES

NUMBER = "CC-2026-00001"


def test_a_report_is_told_without_a_desk(say):
    code, answer, _ = say("statement", FILES / "simple.pdf")
    assert (code, answer["kind"], answer["made_on"]) == (0, "credit_report", "2026-11-01")
    first = answer["accounts"][0]
    assert (first["page"], first["balance"], first["overdue"]) == (1, "48652.00", "12310.00")
    assert (len(answer["accounts"]), answer["findings"], answer["unread"]) == (8, [], ["查询记录"])


def test_a_report_is_compared_with_its_case(say):
    assert say("evidence", "add", NUMBER, "credit_report", FILES / "detailed.pdf")[0] == 0
    code, answer, _ = say("evidence", "credit-report", NUMBER)
    assert (code, answer["added"]) == (0, None)
    card = answer["accounts"][2]
    assert card["bank"] == "招商银行"
    assert "credit_report_balance_differs" in [one["code"] for one in card["differences"]]
    assert "credit_report_account_new" in {one["code"] for one in answer["findings"]}


def test_an_account_of_it_is_taken_over(say):
    _, added, _ = say("evidence", "add", NUMBER, "credit_report", FILES / "detailed.pdf")
    code, answer, _ = say("evidence", "credit-report", NUMBER, added["id"], "--add", "1", "--number", "MS-1")
    assert code == 0 and answer["added"]
    _, answer, _ = say("evidence", "credit-report", NUMBER, added["id"])
    assert answer["accounts"][0]["tail"] == "MS-1"


def test_a_place_that_is_not_there_is_refused(say):
    _, added, _ = say("evidence", "add", NUMBER, "credit_report", FILES / "detailed.pdf")
    code, answer, _ = say("evidence", "credit-report", NUMBER, added["id"], "--add", "9", "--number", "1")
    assert (code, answer["findings"][0]["code"]) == (2, "not_found")
