"""The reference of the command line: what is committed is what the grammar says, and every argument is explained."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tests.cli.right_words import BASES
from tests.cli.test_odd_arguments import grammar_words
from tools import command_line_reference as reference
from workstation.cli.grammar import parser as grammar
from workstation.cli.grammar.argument_help import MEANINGS
from workstation.cli.grammar.parser import parser
from workstation.errors import Refused


def arguments() -> list[tuple[str, str, str]]:
    """Every argument of every command: its command, the name that its meaning is looked up by, its help."""
    return [
        (words, action.option_strings[0] if action.option_strings else action.dest, action.help or "")
        for words, command, _ in reference._commands(parser())
        for action in command._actions
        if action.dest != "help"
    ]


def test_the_committed_page_is_what_the_grammar_says() -> None:
    assert reference.PAGE.read_text("utf-8") == reference.page(), "run: python -m tools.command_line_reference"


def test_every_argument_has_its_sentence() -> None:
    assert [f"{words} {name}" for words, name, sentence in arguments() if not sentence] == []


def test_no_sentence_is_without_its_argument() -> None:
    used = {key for words, name, _ in arguments() for key in (f"{words} {name}", name)}
    assert sorted(set(MEANINGS) - used) == []


WHOLE = grammar.parser()
NOUNS = sorted({command.split()[0] for command in grammar_words()})
LINES = [
    *([*command.split(), *rest] for command, rest in BASES.items()),
    *([noun] for noun in NOUNS), *([noun, "--help"] for noun in NOUNS), *([noun, "--nonsense"] for noun in NOUNS),
    ["plan", "choose", "--help"], ["packet", "--help"],
    [], ["--help"], ["nonsense"], ["plan", "nonsense"], ["--json"], ["plan", "case", "list"], ["--desk", "plan", "case", "list"],
    ["--desk=plan", "case", "list", "--json"], ["--", "case", "list"], ["case", "--", "list"], ["cas", "list"], ["list"],
]  # fmt: skip


def answer(asked: argparse.ArgumentParser, words: Sequence[str], capsys) -> object:
    try:
        return vars(asked.parse_args(list(words), argparse.Namespace(**grammar._UNSAID)))
    except Refused as refused:
        return refused.findings
    except SystemExit as ended:
        return ended.code, capsys.readouterr()


def test_the_part_that_words_need_answers_as_the_whole(capsys) -> None:
    """Values, usage and help, to the letter."""
    for words in LINES:
        assert answer(grammar.parser(frozenset(words)), words, capsys) == answer(WHOLE, words, capsys), words
