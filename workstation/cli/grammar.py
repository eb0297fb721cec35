"""The words of the command line as data: every command with its arguments; `parser` turns them into argparse."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from workstation.errors import Finding, Refused
from workstation.wording import LANGUAGES


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: its names and what argparse is told of it."""

    names: tuple[str, ...]
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Command:
    """One command, ``words`` being one word, or a noun and a verb."""

    words: str
    help: str
    arguments: tuple[Argument, ...] = ()


def _of(*names: str, **options: Any) -> Argument:
    return Argument(names, options)


def _text(*names: str, help: str = "") -> tuple[Argument, ...]:
    return tuple(_of(name, default="", help=help) for name in names)


def _told(*names: str) -> tuple[Argument, ...]:
    """Options that leave a thing as it is when they are not named."""
    return tuple(_of(name) for name in names)


CALCULATIONS: Final = ("schedule", "true-rate", "waiting", "allocate", "promises", "conduct")

_SHARED: Final = (
    _of("--json", action="store_true", default=argparse.SUPPRESS, help="answer with one JSON object"),
    _of("--desk", default=argparse.SUPPRESS, metavar="DIR", help="the desk folder"),
    _of("--passphrase-file", default=argparse.SUPPRESS, metavar="F", help="a file with the passphrase"),
    _of("--language", choices=LANGUAGES, default=argparse.SUPPRESS, help="language of messages"),
)
_UNSAID: Final = {"json": False, "desk": None, "passphrase_file": None, "language": "zh-Hans", "verb": ""}
"""What the shared options mean unsaid; kept apart, since each may stand before or after the command."""

_OUT: Final = _of("--out", required=True, metavar="FILE")
_CASE: Final = _of("case", help="its number or id")
_PLANNING: Final = (
    _of("--funds", default="0", help="money at hand once, for a settlement or a down payment"),
    _of("--first-due", default="", metavar="DAY", help="default: the pay day of next month"),
)
_DIVIDING: Final = (
    *_text("--monthly", help="default: the surplus less the margin"),
    *_text("--token", help="the least an account gets, 0 for none; default: of the pack"),
    *_text("--unit", help="offers are whole multiples of this amount; default: of the pack"),
)
_NOUNS: Final = {
    "desk": "make, describe or check a desk",
    "bank": "tell how a bank is reached, for the papers that name it",
    "import": "bring in a bank's portfolio",
    "case": "list, show and check cases",
    "evidence": "take in, verify and cover proofs",
    "export": "write tables and many cases at once",
    "plan": "weigh the options of a case, choose one",
    "form": "look into a bank's PDF form, fill it, keep it",
}
_FORM: Final = (
    _of("file"),
    _of("--password", default="", help="of a form that is locked"),
)
_KEEP: Final = _of("--keep-fields", action="store_true", help="leave the fields of the form to be edited")
_COMMANDS: Final = (
    Command("demo", "work the sample case on a sample desk and write its papers", (_of("out_dir"),)),
    Command(
        "statement",
        "read and analyse a statement",
        (_of("file"), _of("--mapping", default="", metavar="M.toml", help="the columns of a layout that is not known")),
    ),
    Command("form inspect", "its fields, its pages, and what stands in the way of filling it", _FORM),
    Command(
        "form fill",
        "fill its fields by name",
        (
            *_FORM,
            _of(
                "values",
                help="JSON: field name → text, true, false, an option or a list of options; - reads standard input",
            ),
            _of("--mapping", default="", help="a mapping whose places are filled too, for a flat form"),
            _KEEP,
            _OUT,
        ),
    ),
    Command(
        "form guide",
        "a copy with a grid and the names of its fields, to write a mapping by",
        (*_FORM, _of("--mapping", default="", help="draw the places of this mapping too"), _OUT),
    ),
    Command("form values", "every value of a case that a mapping may name"),
    Command("form list", "the forms at hand on a desk", _text("--bank")),
    Command(
        "form add",
        "keep a form of a bank on a desk, with its mapping",
        (*_FORM, _of("--bank", required=True), *_text("--title", "--mapping")),
    ),
    Command("check-packet", "is this packet the one that the code on it names?", (_of("file"),)),
    Command(
        "calc",
        "the plan calculator",
        (
            _of("kind", choices=CALCULATIONS),
            _of("file", nargs="?", default="-"),
            _of("--lines", action="store_true", help="one JSON object a line"),
        ),
    ),
    Command(
        "desk init",
        "make a desk",
        (
            *_text("--name", "--agent"),
            _of("--role", choices=("creditor_agency", "debtor_adviser"), default="creditor_agency"),
        ),
    ),
    Command("desk info", "what the desk is"),
    Command("desk set", "change what papers say of the desk", _told("--name", "--agent", "--phone", "--address")),
    Command(
        "bank set",
        "keep how a bank is reached; what is not named stays",
        (_of("bank"), *_told("--phone", "--address", "--query", "--repay", "--object-to")),
    ),
    Command("bank list", "every bank of which that is known"),
    Command("desk check", "verify every file of the vault, clear what a crash left"),
    Command(
        "import portfolio",
        "take in a portfolio; rejected rows come back in a workbook",
        (_of("file"), _of("--mapping"), _of("--dry-run", action="store_true")),
    ),
    Command("import undo", "take an import back", (_of("import_id"),)),
    Command("case list", "find cases", _text("--search")),
    Command("case show", "what is known of a case", (_CASE,)),
    Command("case check", "what every gate misses", (_CASE,)),
    Command(
        "evidence add",
        "take in a proof",
        (
            _CASE,
            _of("item"),
            _of("file"),
            *_text("--issuer", "--document-number", "--issued-on", "--covers-from", "--covers-to", "--note"),
            _of("--form", choices=("original", "copy", "electronic"), default="copy"),
        ),
    ),
    Command(
        "evidence verify",
        "record a named check",
        (
            _CASE,
            _of("item"),
            _of("--check", required=True),
            _of("--result", choices=("ok", "failed"), required=True),
            *_text("--note"),
        ),
    ),
    Command(
        "evidence cover",
        "cover the number on a copy",
        (
            _CASE,
            _of("item"),
            _of("--at", action="append", default=[], help="PAGE:LEFT,TOP,WIDTH,HEIGHT in ten-thousandths of the page"),
            _of("--none", action="store_true", help="the copy shows no number"),
        ),
    ),
    Command("plan options", "every permitted option, ranked", (_CASE, *_PLANNING)),
    Command("plan shares", "divide what can be paid a month over the accounts", (_CASE, *_DIVIDING)),
    Command(
        "plan choose",
        "decide for an option or a kept version",
        (_CASE, _of("option", help="an option's id, the id of a plan version, or ACCOUNT_TAIL:VERSION"), *_PLANNING),
    ),
    Command(
        "packet",
        "write the bound application for one bank",
        (
            _CASE,
            _of("--bank", required=True),
            _OUT,
            _of("--draft", action="store_true", help="print it although gates are closed, marked as a draft"),
        ),
    ),
    Command(
        "paper",
        "write one paper by itself, or a bank-form; `papers CASE` lists the kinds",
        (
            _CASE,
            _of("kind"),
            *_text("--bank", help="default: the bank of the first account"),
            _of("--until", default="", metavar="DAY", help="the last day that the paper names, where it names one"),
            _of(
                "--plan",
                default="",
                metavar="VERSION",
                help="an agreement on this version: its id, or ACCOUNT_TAIL:VERSION",
            ),
            _of("--answer", choices=("accept", "counter", "refuse"), default="", help="of a counter-reply"),
            _of("--form", default="", metavar="ID", help="which bank-form; default: the first of the bank"),
            _KEEP,
            _OUT,
        ),
    ),
    Command(
        "papers",
        "list every kind of paper and what it still lacks",
        (_CASE, *_text("--bank", help="default: the bank of the first account")),
    ),
    Command(
        "print-queue",
        "print papers of many cases; one that fails stops no other",
        (
            _of("cases", nargs="*", metavar="CASE", help="default: every case whose packet may leave"),
            _of("--kind", default="packet", help="packet, bank-form, or a kind of `papers`"),
            *_text("--printer", help="its name in the system"),
            _of("--out", default="", metavar="DIR", help="write files there instead; that is no printing"),
            _of("--copies", type=int, default=1),
            _of("--sides", choices=("one", "long_edge", "short_edge"), default="one"),
            _of("--again", action="store_true", help="print too what was printed before"),
        ),
    ),
    Command("workbook", "write the case workbook", (_CASE, _OUT)),
    Command(
        "export table",
        "write one table of a case as CSV",
        (_CASE, _of("table", help="schedule, options, budget, evidence or sources"), _OUT),
    ),
    Command(
        "export portfolio",
        "write one workbook of many cases: a list, and a schedule sheet a plan",
        (
            _OUT,
            *_text("--search", help="as in case list; default: every case"),
            *_text("--schedules", help="so many schedule sheets at most"),
        ),
    ),
    Command(
        "export cases",
        "write packets (drafts while a gate is closed) and workbook of many cases into a folder",
        (
            _OUT,
            *_text("--search", help="as in case list; default: every case"),
            *_text("--processes", help="so many build at a time; default: one a processor"),
        ),
    ),
)


class _Parser(argparse.ArgumentParser):
    """Wrong words are a refusal like any other, so that ``--json`` readers see it too."""

    def error(self, message: str) -> NoReturn:
        raise Refused(Finding("usage", self.prog, {"reason": message, "usage": self.format_usage().strip()}))


def parsed(words: list[str]) -> argparse.Namespace:
    """The words of one command line, understood. Raises `Refused` (usage)."""
    return parser().parse_args(words, argparse.Namespace(**_UNSAID))


def parser() -> argparse.ArgumentParser:
    """The whole grammar."""
    shared = _Parser(add_help=False)
    _take(shared, _SHARED)
    root = _Parser(prog="workstation", parents=[shared], description="Concord. Without words: the window.")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)
    verbs = {
        noun: commands.add_parser(noun, parents=[shared], help=text).add_subparsers(
            dest="verb", required=True, metavar="VERB", parser_class=_Parser
        )
        for noun, text in _NOUNS.items()
    }
    for command in _COMMANDS:
        *noun, word = command.words.split()
        place = verbs[noun[0]] if noun else commands
        _take(place.add_parser(word, parents=[shared], help=command.help), command.arguments)
    return root


def _take(command: argparse.ArgumentParser, arguments: tuple[Argument, ...]) -> None:
    for argument in arguments:
        command.add_argument(*argument.names, **argument.options)
