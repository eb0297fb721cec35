"""How banks and the desk are reached, told on the command line; what is not named stays."""

from __future__ import annotations


def test_a_bank_is_told_piece_by_piece(say):
    say("bank", "set", "招商银行", "--phone", "95555", "--query", "掌上生活 App")
    code, answer, _ = say("bank", "set", "招商银行", "--repay", "本卡账户", "--object-to", "95555")
    assert (code, answer["phone"], answer["query"], answer["repay"]) == (0, "95555", "掌上生活 App", "本卡账户")
    assert [one["bank"] for one in say("bank", "list")[1]["banks"]] == ["招商银行"]
    refused = say("bank", "set", " ")[1]["findings"][0]
    assert (refused["code"], refused["subject"]) == ("argument_empty", "bank")


def test_the_desk_tells_where_it_is(say):
    code, answer, _ = say("desk", "set", "--phone", "010-8888 0000", "--address", "建国路 1 号")
    assert (code, answer["phone"], answer["agent"]) == (0, "010-8888 0000", "林协商")
    assert say("desk", "set", "--name", " ")[0] == 2
    assert say("desk", "info")[1]["name"] != " "
