"""Help in the language of the machine: every sentence in both writings of Chinese, every figure kept, no line too wide."""

from __future__ import annotations

import argparse
import os
import re
import tomllib
from collections.abc import Iterator

import pytest

import resources
from tests.cli.test_odd_arguments import grammar_words
from workstation.cli.grammar.help_text import columns, help_language, lines
from workstation.cli.grammar.parser import parsed, parser
from workstation.errors import Refused

CHINESE = ("zh-Hans", "zh-Hant")
KEPT = re.compile(r"`[^`]+`|--[a-z-]+|[a-z]+_[a-z_]+|[A-Z_]{4,}|\d+")
"""What a person types or compares: it is the same in every language."""
COMMANDS = [
    [],
    *([noun] for noun in sorted({one.split()[0] for one in grammar_words()})),
    *(one.split() for one in grammar_words()),
]


def sentences(of: argparse.ArgumentParser) -> Iterator[str]:
    yield of.description or ""
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from (one.help or "" for one in action._choices_actions)
            for one in action.choices.values():
                yield from sentences(one)
        else:
            yield action.help or ""


def catalogue(language: str) -> dict[str, str]:
    return tomllib.loads(resources.path("commands", f"{language}.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", CHINESE)
def test_every_sentence_is_there_and_none_is_left_over(language) -> None:
    asked = set(filter(None, sentences(parser()))) | {"usage: ", "options", "positional arguments"}
    assert sorted(asked ^ set(catalogue(language))) == []


@pytest.mark.parametrize("language", CHINESE)
def test_what_is_typed_stands_in_it_as_in_english(language) -> None:
    told = catalogue(language).items()
    assert [(english, said) for english, said in told if set(KEPT.findall(english)) != set(KEPT.findall(said))] == []


@pytest.mark.parametrize("language", ["en", *CHINESE])
def test_every_command_is_helped_within_the_terminal(language, capsys, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for command in COMMANDS:
        with pytest.raises(SystemExit) as ended:
            parsed([*command, "--help", "--language", language] if command else ["--language", language, "-h"])
        told = capsys.readouterr().out
        assert ended.value.code == 0
        assert bool(re.search("[\u4e00-\u9fff]", told.replace("实收", ""))) is (language != "en"), command
        if language != "en":
            wide = [one for one in told.splitlines() if columns(one) > 80 and not one.isascii()]
            assert wide == [], command


def test_english_is_what_argparse_says_by_itself(monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    root = parser()
    told = root.format_help()
    root.formatter_class = argparse.HelpFormatter
    assert argparse.ArgumentParser.format_help(root) == told


@pytest.mark.parametrize(
    ("words", "environment", "language"),
    [
        ([], {}, "en"), ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh-Hans"), ([], {"LANG": "zh_SG"}, "zh-Hans"),
        ([], {"LANG": "zh_TW.UTF-8"}, "zh-Hant"), ([], {"LANG": "zh_HK.UTF-8"}, "zh-Hant"), ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"), ([], {"LC_MESSAGES": "zh_CN", "LANG": "en_GB"}, "zh-Hans"),
        ([], {"LC_ALL": "", "LANG": "zh_CN"}, "zh-Hans"), (["--language", "en"], {"LANG": "zh_CN"}, "en"),
        (["--language=zh-Hant"], {"LANG": "zh_CN"}, "zh-Hant"), (["--language", "fr"], {"LANG": "zh_CN"}, "zh-Hans"),
    ],
)  # fmt: skip
def test_the_language_said_counts_then_that_of_the_machine(words, environment, language) -> None:
    assert help_language([*words, "-h"], environment) == language


def test_lines_break_between_signs_and_never_before_a_mark_that_closes() -> None:
    text = "数据库被人换成较旧的，仍打开工作台；见 `case list` 和 docs/case-file.md（说明）。"
    for width in range(12, 60):
        made = lines(text, width)
        assert "".join(made).replace(" ", "") == text.replace(" ", "")
        assert all(columns(one) <= max(width, len("docs/case-file.md")) for one in made)
        assert not any(one[0] in "，。；：、）" for one in made)


@pytest.mark.parametrize(
    ("language", "said"), [("zh-Hans", "没有这个选项"), ("zh-Hant", "沒有這個選項"), ("en", "no such choice")]
)
def test_wrong_words_are_told_in_the_language_that_was_named(language, said, capsys) -> None:
    from workstation.cli import run

    assert run(["plan", "nonsense", "--language", language]) == 2
    assert said in capsys.readouterr().err


def test_the_usage_of_a_refusal_is_the_same_on_every_machine(monkeypatch) -> None:
    told = []
    for said in ("C.UTF-8", "zh_CN.UTF-8"):
        monkeypatch.setitem(os.environ, "LANG", said)
        with pytest.raises(Refused) as refused:
            parsed(["plan", "nonsense", "-h"])
        told.append(refused.value.findings)
    assert told[0] == told[1] and told[0][0].figures["usage"].startswith("workstation plan [-h]")
