"""The reference of the command line: what is committed is what the grammar says, and every argument is explained."""

from __future__ import annotations

from tools import command_line_reference as reference
from workstation.cli.grammar.argument_help import MEANINGS
from workstation.cli.grammar.parser import parser


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
