"""The grammar as argparse understands it: shared options before or after the command, nouns with their verbs."""

from __future__ import annotations

import argparse
import os
from collections.abc import Set
from typing import Any, Final, NoReturn

from workstation.cli.grammar.argument_help import meaning
from workstation.cli.grammar.arguments import MAY_BE_EMPTY
from workstation.cli.grammar.case_commands import CASE_COMMANDS
from workstation.cli.grammar.contact_commands import CONTACT_COMMANDS
from workstation.cli.grammar.desk_commands import DESK_COMMANDS
from workstation.cli.grammar.filled_text import FilledText
from workstation.cli.grammar.keep_commands import KEEP_COMMANDS
from workstation.cli.grammar.usage import usage_refused
from workstation.cli.grammar.words import Argument, of
from workstation.wording import LANGUAGES

_SHARED: Final = (
    of("--json", action="store_true", default=argparse.SUPPRESS),
    of("--desk", default=argparse.SUPPRESS, metavar="DIR"),
    of("--user", default=argparse.SUPPRESS, metavar="NAME"),
    of("--passphrase-file", default=argparse.SUPPRESS, metavar="F"),
    of("--language", choices=LANGUAGES, default=argparse.SUPPRESS),
    of("--accept-older", action="store_true", default=argparse.SUPPRESS),
)
_UNSAID: Final = {
    "json": False, "desk": None, "user": "", "passphrase_file": None, "language": LANGUAGES[0], "verb": "", "accept_older": False,
}  # fmt: skip
"""What the shared options mean unsaid; kept apart, since each may stand before or after the command."""
_NOUNS: Final = {
    "pack": "the rules by which desks work; needs no desk",
    "program": "the versions of the program that lie here; needs no desk",
    "desk": "create, describe and check a desk",
    "user": "the people of a desk, each with a passphrase of their own",
    "bank": "contact details of banks, as papers print them",
    "trust": "root certificates that this desk trusts for signatures in evidence",
    "bundle": "hand a case to another desk in a signed bundle, and take one in",
    "grant": "what supervisors at other desks grant by signed codes",
    "log": "the log of what was done at this desk",
    "import": "import a bank's portfolio, or undo an import",
    "case": "list, show and check cases",
    "report": "figures over every case, each with its formula and its cases",
    "contact": "who may be called now, and what was agreed about it",
    "complaint": "complaints: registered, answered, closed",
    "vulnerability": "what makes a person vulnerable, noted with consent",
    "due-days": "due days that a person must explain, or that count differently since an upgrade",
    "evidence": "add, verify and mask evidence",
    "export": "export tables, or many cases at once",
    "plan": "compare the options of a case and choose one",
    "payment": "enter, list, reverse and import payments",
    "promise": "take, list, move and cancel promises to pay",
    "keep": "treat instalments, compare balances, settle and close accounts",
    "talk": "check the words of a note or letter",
    "form": "inspect, fill and keep a bank's PDF form",
}


class _Parser(argparse.ArgumentParser):
    """Wrong words are a refusal like any other, so that ``--json`` readers see it too; their usage is told in English."""

    def __init__(self, *, language: str = "en", **options: Any) -> None:
        super().__init__(**options)
        self._language = language

    def format_help(self) -> str:
        from workstation.cli.grammar.help_text import formatter  # most command lines ask for no help

        self.formatter_class = formatter(self._language)
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        raise usage_refused(self.prog, message, self.format_usage())


def parsed(words: list[str]) -> argparse.Namespace:
    """The words of one command line, understood. Raises `Refused` (usage). Help is said in the language of the machine."""
    language = "en"
    if any(word.startswith(("-h", "--h")) for word in words):
        from workstation.cli.grammar.help_text import help_language

        language = help_language(words, os.environ)
    return parser(frozenset(words), language).parse_args(words, argparse.Namespace(**_UNSAID))


def parser(said: Set[str] | None = None, language: str = "en") -> argparse.ArgumentParser:
    """The whole grammar, helped in a language; or, of commands that none of the words ``said`` can name, nothing but what lists
    of commands show.

    A hundred commands take 60 ms to set up, which is most of the time of a short one.
    """
    shared = _Parser(add_help=False)
    _take(shared, _SHARED)
    root = _Parser(
        prog="workstation",
        parents=[shared],
        language=language,
        description="Concord, a desk for negotiating overdue bank debt. Without a command, the window opens.",
    )
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    verbs = {}
    for noun, text in _NOUNS.items():
        made = _named(commands, noun, text, shared, said, language)
        if made is not None:
            verbs[noun] = made.add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=_Parser)
    for command in (*CASE_COMMANDS, *CONTACT_COMMANDS, *KEEP_COMMANDS, *DESK_COMMANDS):
        *noun_of, word = command.words.split()
        place = verbs.get(noun_of[0]) if noun_of else commands
        made = None if place is None else _named(place, word, command.help, shared, said, language)
        if made is not None:
            made.description = command.help
            _take(made, command.arguments, command.words)
    return root


def _named(place: Any, word: str, text: str, shared: _Parser, said: Set[str] | None, language: str) -> _Parser | None:
    """The parser behind a word; None, and only its line in the list, where nobody said the word."""
    if said is not None and word not in said:
        place.add_parser(word, help=text, add_help=False)
        return None
    made: _Parser = place.add_parser(word, parents=[shared], help=text, language=language)
    return made


def _take(command: argparse.ArgumentParser, arguments: tuple[Argument, ...], words: str = "") -> None:
    for argument in arguments:
        options = {"help": meaning(words, argument.names[0]), **argument.options}
        if not options.keys() & {"action", "choices", "type"} and argument.names[0] not in MAY_BE_EMPTY:
            options["action"] = FilledText
        command.add_argument(*argument.names, **options)
