"""Figures confirmed on pages of proofs, on the command line."""

from __future__ import annotations

from tests.documents.sample_case import letter

NUMBER = "CC-2026-00001"


def figures(answer) -> dict:
    return {one["figure"]: one for one in answer["figures"]}


def test_a_figure_is_found_confirmed_and_withdrawn(say, tmp_path):
    _, earlier, _ = say("evidence", "sources", NUMBER)
    key, value = next((key, one["value"]) for key, one in figures(earlier).items() if key.endswith("/principal"))
    path = tmp_path / "账单.pdf"
    path.write_bytes(letter(2, text=value.removesuffix(" CNY")))
    _, added, _ = say("evidence", "add", NUMBER, "account_statement", path)
    _, answer, _ = say("evidence", "sources", NUMBER, "--find")
    found = [one["at"][:2] for one in figures(answer)[key]["found"] if one["item"] == added["id"]]
    assert found == ["1:", "2:"]
    code, answer, _ = say("evidence", "confirm", NUMBER, key, added["id"], "--page", "2")
    assert (code, answer["confirmed"]["how"], answer["confirmed"]["at"][:2]) == (0, "text", "2:")
    _, answer, _ = say("evidence", "sources", NUMBER)
    before = [one["item"] for one in figures(earlier)[key]["sources"]]
    assert [(one["item"], one["current"]) for one in figures(answer)[key]["sources"]] == [
        *((item, True) for item in before),
        (added["id"], True),
    ]
    assert say("evidence", "confirm", NUMBER, key, added["id"], "--withdraw")[0] == 0
    _, answer, _ = say("evidence", "sources", NUMBER)
    assert [one["item"] for one in figures(answer)[key]["sources"]] == before != []


def test_what_the_page_does_not_say_is_refused(say, tmp_path):
    path = tmp_path / "账单.pdf"
    path.write_bytes(letter(1, text="1,000.00"))
    _, added, _ = say("evidence", "add", NUMBER, "account_statement", path)
    told = [
        say("evidence", "confirm", NUMBER, "name", added["id"], *more)[1]["findings"][0]["code"]
        for more in ((), ("--at", "1:0,0,10000,3000"), ("--page", "0"))
    ]
    assert told == ["source_place_missing", "source_differs", "mask_unreadable"]
    assert say("evidence", "confirm", NUMBER, "x", added["id"])[1]["findings"][0]["code"] == "source_figure_unknown"
    code, answer, _ = say("evidence", "confirm", NUMBER, "name", added["id"], "--at", "1:4000,6000,900,300")
    assert (code, answer["confirmed"]["how"]) == (0, "seen")
