"""Contacts, complaints and vulnerability on the command line, as a banker would type them."""

from __future__ import annotations

CASE = "CC-2026-00001"


def verdicts(say):
    code, answer, _ = say("contact", "check", CASE)
    assert code == 0
    return answer


def test_a_complaint_holds_the_contacts_until_it_is_closed(say):
    assert verdicts(say)["contacts"][0]["allowed"]
    added = say("complaint", "add", CASE, "--by", "欧阳先生", "--about", "夜间来电", "--at", "2026-11-20T22:30:00")
    complaint = added[1]["complaint"]
    assert (complaint["state"], complaint["answer_by"]) == ("open", "2026-12-05")
    assert complaint["source"]["confidence"] == "weak"
    held = verdicts(say)
    assert held["contacts"][0]["reasons"][0]["code"] == "complaint_open"
    assert [one["code"] for one in held["complaints"]] == ["complaint_due"]
    name = complaint["id"][:8]
    extended = say("complaint", "extend", CASE, name, "--note", "须调取录音")[1]["complaint"]
    assert extended["answer_by"] == "2027-01-19"
    assert say("complaint", "answer", CASE, name, "--note", "已致歉")[1]["complaint"]["state"] == "answered"
    assert say("complaint", "answer", CASE, name, "--note", "再答")[1]["findings"][0]["code"] == "complaint_answered"
    assert not verdicts(say)["contacts"][0]["allowed"]
    closed = say("complaint", "close", CASE, name, "--outcome", "upheld", "--note", "调整时段")[1]["complaint"]
    assert (closed["state"], closed["outcome"]) == ("closed", "upheld")
    assert verdicts(say)["contacts"][0]["allowed"]
    assert say("complaint", "list")[1]["open"] == 0
    assert [one["number"] for one in say("complaint", "list", CASE)[1]["complaints"]] == [CASE]
    assert say("complaint", "list", "--open")[1]["complaints"] == []


def test_a_note_needs_consent_and_changes_the_pace(say):
    words = ("vulnerability", "add", CASE, "health", "--consent-on", "2026-11-22")
    code, answer, _ = say(*words, "--consent", " ")
    assert (code, answer["findings"][0]["code"]) == (2, "argument_empty")
    made = say(*words, "--consent", "电话录音中同意", "--pace", "7", "--channel", "letter")[1]["vulnerability"]
    assert (made["pace_days"], made["channel"]) == (7, "letter")
    paced = verdicts(say)
    assert [one["code"] for one in paced["contacts"][0]["reasons"]] == ["agreed_pace"]
    assert paced["contacts"][0]["next_allowed"] == "2026-11-25T08:00:00+08:00"
    assert say("vulnerability", "end", CASE, made["id"][:8])[1]["vulnerability"]["ended_on"] == "2026-11-23"
    assert verdicts(say)["contacts"][0]["allowed"]


def test_a_term_counts_from_now_on_and_an_override_needs_a_rule_against_it(say):
    number = "13800006214"
    assert say("contact", "override", CASE, number, "--reason", "急")[1]["findings"][0]["code"] == "contact_allowed"
    assert say("contact", "term", CASE, "stop", "--value=yes")[1]["findings"][0]["code"] == "required_field"
    assert say("contact", "term", CASE, "stop", "--value=yes", "--note", "来电要求停止")[0] == 0
    assert [one["code"] for one in verdicts(say)["contacts"][0]["reasons"]] == ["stop_requested"]
    made = say("contact", "override", CASE, "+86 138 0000 6214", "--reason", "客户要求回电")[1]
    assert made["rules"] == ["stop_requested"]
    assert (
        say("contact", "override", CASE, "13999999999", "--reason", "x")[1]["findings"][0]["code"] == "contact_unknown"
    )
    assert say("contact", "term", CASE, "zone", "--value=Mars/North")[1]["findings"][0]["code"] == "zone_unreadable"
    assert say("contact", "term", CASE, "zone", "--value=-08:00")[0] == 0
    assert [one["code"] for one in verdicts(say)["contacts"][0]["reasons"]] == ["stop_requested", "quiet_hours"]
