"""The options of the sample case as data, and the choice of one by its id."""

from __future__ import annotations

NUMBER = "CC-2026-00001"
KEYS = {
    "id", "account", "account_id", "offer", "title", "method", "instalments", "deferral_months", "payment", "up_front",
    "total", "first_due", "last_due", "true_rate", "concessions", "affordable", "rank", "why", "findings",
}  # fmt: skip


def test_the_options_of_a_case(say):
    code, answer, _ = say("plan", "options", NUMBER)
    assert code == 0
    assert (answer["surplus"], answer["margin"], answer["payable"]) == ("1204.00", "0.10", "1083.60")
    assert [(cap["limit"], cap["value"]) for cap in answer["caps"]] == [
        ("max_instalments", "60"),
        ("max_annual_cost", "0.24"),
    ]
    assert all(cap["source"] for cap in answer["caps"])
    caps = {one["bank"]: (one["max_annual_cost"], one["cap_dated"]) for one in answer["accounts"]}
    assert set(caps.values()) == {("0.24", "2017-08-04")}  # banks alone
    (account,) = answer["accounts"]
    assert account["tried"] == len(answer["options"])
    ranked = [one for one in answer["options"] if one["rank"]]
    assert [one["rank"] for one in ranked] == list(range(1, account["offered"] + 1))
    first = ranked[0]
    assert set(first) == KEYS
    assert (first["id"], first["payment"], first["total"]) == ("6214:interest_free-60", "972.38", "58342.10")
    assert (first["first_due"], first["last_due"]) == ("2026-12-10", "2031-11-10")
    assert {"concession": "stop_interest", "tier": "bank"} in first["concessions"]
    assert first["why"].startswith("排在首位")


def test_what_is_not_offered_says_why(say):
    _, answer, _ = say("plan", "options", NUMBER)
    others = [one for one in answer["options"] if not one["rank"]]
    assert others
    assert all(set(one) == KEYS and one["why"] and one["findings"] for one in others)
    short = next(one for one in others if one["id"] == "6214:interest_free-12")
    assert (short["affordable"], short["payment"]) == (False, "4861.85")


def test_an_option_is_chosen_by_its_id(say):
    code, answer, _ = say("plan", "choose", NUMBER, "6214:interest_free_waived-48")
    assert code == 0
    plans = say("case", "show", NUMBER)[1]["plans"]
    assert [(plan["version"], plan["chosen"]) for plan in plans] == [(1, False), (2, True)]
    assert plans[1]["id"] == answer["chosen"]


def test_funds_at_hand_open_a_down_payment(say):
    wanted = "6214:down_payment-60"
    code, answer, _ = say("plan", "choose", NUMBER, wanted)
    assert (code, [one["code"] for one in answer["findings"]]) == (2, ["option_outdated", "option_needs_funds"])
    assert say("plan", "choose", NUMBER, wanted, "--funds", "5000", "--first-due", "2027-01-10")[0] == 0


def test_mistakes_are_refused_by_name(say):
    assert say("plan", "choose", NUMBER, "6214:poem-1")[1]["findings"][0]["code"] == "option_unknown"
    assert say("plan", "choose", NUMBER, "poem")[1]["findings"][0]["code"] == "not_found"
    assert say("plan", "options", NUMBER, "--funds", "many")[1]["findings"][0]["code"] == "amount_unreadable"
    assert say("plan", "options", NUMBER, "--first-due", "soon")[1]["findings"][0]["code"] == "day_unreadable"
    code, answer, _ = say("plan", "options", NUMBER, "--first-due", "2020-01-01")
    assert code == 0
    assert answer["accounts"][0]["findings"][0]["code"] == "day_too_early"


def test_a_month_is_divided_over_the_accounts(say):
    code, answer, _ = say("plan", "shares", NUMBER)
    assert code == 0
    assert {key: answer[key] for key in ("surplus", "payable", "monthly", "token", "unit", "offered", "left")} == {
        "surplus": "1204.00", "payable": "1083.60", "monthly": "1083.60", "token": "100.00", "unit": "10.00",
        "offered": "1080.00", "left": "3.60",
    }  # fmt: skip
    (account,) = answer["accounts"]
    assert (account["tail"], account["share"], account["offer"], account["token"]) == (
        "6214",
        "1.000000",
        "1080.00",
        False,
    )
    assert (account["instalments"], account["last_due"], account["findings"]) == (47, "2030-10-10", [])


def test_the_division_can_be_said(say):
    code, answer, _ = say("plan", "shares", NUMBER, "--monthly", "1,300", "--token", "0", "--unit", "0.01")
    assert (code, answer["token"], answer["unit"], answer["offered"]) == (0, None, "0.01", "1300.00")
    assert "shares_beyond_surplus" in [one["code"] for one in answer["findings"]]
    for option, text, refused in (
        ("--monthly", "-3", "amount_negative"),
        ("--token", "x", "amount_unreadable"),
        ("--unit", "0", "amount_not_positive"),
    ):
        code, answer, _ = say("plan", "shares", NUMBER, option, text)
        assert (code, answer["findings"][0]["code"]) == (2, refused)
        assert answer["findings"][0]["subject"] == f"shares.{option[2:]}"
