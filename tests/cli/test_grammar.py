"""The grammar that a line of words needs says of it what the whole one says: values, usage and help, to the letter."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from tests.cli.right_words import BASES
from tests.cli.test_odd_arguments import grammar_words
from workstation.cli.grammar import parser as grammar
from workstation.errors import Refused

WHOLE = grammar.parser()
NOUNS = sorted({command.split()[0] for command in grammar_words()})
LINES = [
    *([*command.split(), *rest] for command, rest in BASES.items()),
    *([noun] for noun in NOUNS), *([noun, "--help"] for noun in NOUNS), *([noun, "--nonsense"] for noun in NOUNS),
    ["plan", "choose", "--help"], ["packet", "--help"],
    [], ["--help"], ["nonsense"], ["plan", "nonsense"], ["--json"], ["plan", "case", "list"], ["--desk", "plan", "case", "list"],
    ["--desk=plan", "case", "list", "--json"], ["--", "case", "list"], ["case", "--", "list"], ["cas", "list"], ["list"],
]  # fmt: skip


def answer(parser: argparse.ArgumentParser, words: Sequence[str], capsys) -> object:
    try:
        return vars(parser.parse_args(list(words), argparse.Namespace(**grammar._UNSAID)))
    except Refused as refused:
        return refused.findings
    except SystemExit as ended:
        return ended.code, capsys.readouterr()


def test_the_part_that_words_need_answers_as_the_whole(capsys) -> None:
    for words in LINES:
        assert answer(grammar.parser(frozenset(words)), words, capsys) == answer(WHOLE, words, capsys), words
