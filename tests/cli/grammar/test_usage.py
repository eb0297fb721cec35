"""Command lines that nobody can read are refused in the language that they ask for, with the names that are wrong."""

from __future__ import annotations

import json
import re

import pytest

from workstation.cli import run
from workstation.wording import Wording

ODD = [
    (("case", "list", "--sort", "size"), "choice", "--sort size (", "没有这个选项"),
    (("case", "list", "--sort"), "value_missing", "--sort", "缺少取值"),
    (("case", "list", "--down=3"), "value_many", "--down", "取值过多"),
    (("case", "list", "--limmit", "2"), "unknown", "--limmit 2", "无法识别"),
    (("case", "list", "--ne", "2026-01-01"), "ambiguous", "--ne (", "不止一种可能"),
    (("desk", "move", "--port", "many"), "value", "--port many", "取值无效"),
    (("case", "show"), "required", "case", "缺少"),
    (("case",), "required", "VERB", "缺少"),
    (("cases",), "choice", "COMMAND cases (", "没有这个选项"),
    (("desk", "server-sql", "FILE"), "required", "--office, --login | --upgrade", "缺少"),
]


@pytest.mark.parametrize(("words", "fault", "names", "said"), ODD)
def test_a_refusal_of_words_is_in_the_language_asked_for(capsys, words, fault, names, said):
    assert run([*words, "--json"]) == 2
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    assert found["code"] == "usage" and found["figures"]["usage_fault"] == fault
    assert found["figures"]["names"].startswith(names)
    for language in ("zh-Hans", "zh-Hant"):
        assert run([*words, "--language", language]) == 2
        printed = capsys.readouterr().err
        assert Wording(language).text(f"usage_fault.{fault}") in printed and (language == "zh-Hant" or said in printed)
        assert not re.search("argument|required|choice|expected|unrecognized|usage:", printed)


@pytest.mark.parametrize("words", [("--language", "en"), ("--language=en",), ("--lang", "en")])
def test_the_language_is_known_before_the_words_are(capsys, words):
    assert run(["case", "list", "--sort", "size", *words]) == 2
    assert "no such choice" in capsys.readouterr().err
    for others in ((), ("--", "en"), ("", "en")):
        assert run(["case", "list", "--sort", "size", *others]) == 2
        assert "没有这个选项" in capsys.readouterr().err


def test_a_list_is_shown_in_plain_words(capsys):
    from workstation.cli.answers import say

    case = {
        "number": "1",
        "banks": ("招商银行", "中国银行"),
        "owed": [{"amount": "5.00", "currency": "CNY"}],
        "next": (),
    }
    say({"cases": [case]}, False)
    assert "banks=招商银行, 中国银行  owed=5.00 CNY  next=-" in capsys.readouterr().out
