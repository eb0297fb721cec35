"""The words of the command line as data: every command with its arguments; `parser` turns them into argparse."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NoReturn

from workstation.cli.argument_help import meaning
from workstation.cli.arguments import MAY_BE_EMPTY, FilledText
from workstation.errors import Finding, Refused
from workstation.wording import LANGUAGES


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: its names and its options for argparse; its help is the one of `argument_help`, if it brings none."""

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


def _text(*names: str, **options: Any) -> tuple[Argument, ...]:
    return tuple(_of(name, default="", **options) for name in names)


def _texts(*names: str) -> tuple[Argument, ...]:
    """Options that leave a thing as it is when they are not named."""
    return tuple(_of(name) for name in names)


CALCULATIONS: Final = ("schedule", "true-rate", "waiting", "allocate", "promises", "conduct")

_SHARED: Final = (
    _of("--json", action="store_true", default=argparse.SUPPRESS),
    _of("--desk", default=argparse.SUPPRESS, metavar="DIR"),
    _of("--user", default=argparse.SUPPRESS, metavar="NAME"),
    _of("--passphrase-file", default=argparse.SUPPRESS, metavar="F"),
    _of("--language", choices=LANGUAGES, default=argparse.SUPPRESS),
    _of("--accept-older", action="store_true", default=argparse.SUPPRESS),
)
_UNSAID: Final = {
    "json": False, "desk": None, "user": "", "passphrase_file": None, "language": "zh-Hans", "verb": "", "accept_older": False,
}  # fmt: skip
"""What the shared options mean unsaid; kept apart, since each may stand before or after the command."""

_OUT: Final = _of("--out", required=True, metavar="FILE")
_CASE: Final = _of("case")
_PLANNING: Final = (_of("--funds", default="0"), _of("--first-due", default="", metavar="DAY"))
_DIVIDING: Final = _text("--monthly", "--token", "--unit")
_NOUNS: Final = {
    "desk": "create, describe and check a desk",
    "user": "the people of a desk, each with a passphrase of their own",
    "bank": "contact details of banks, as papers print them",
    "bundle": "hand a case to another desk in a signed bundle, and take one in",
    "import": "import a bank's portfolio, or undo an import",
    "case": "list, show and check cases",
    "evidence": "add, verify and mask evidence",
    "export": "export tables, or many cases at once",
    "plan": "compare the options of a case and choose one",
    "form": "inspect, fill and keep a bank's PDF form",
}
_FORM: Final = (_of("file"), _of("--password", default=""))
_KEEP: Final = _of("--keep-fields", action="store_true")
_COMMANDS: Final = (
    Command("demo", "work the sample case on a sample desk and write its papers", (_of("out_dir"),)),
    Command(
        "statement",
        "read and analyse a statement; needs no desk",
        (_of("file"), _of("--mapping", default="", metavar="M.toml")),
    ),
    Command("form inspect", "show the fields and pages of a form, and what prevents filling it; needs no desk", _FORM),
    Command(
        "form fill",
        "fill the fields of a form by name; needs no desk",
        (*_FORM, _of("values"), _of("--mapping", default=""), _KEEP, _OUT),
    ),
    Command(
        "form guide",
        "write a copy with a grid and field names, an aid for writing a mapping; needs no desk",
        (*_FORM, _of("--mapping", default=""), _OUT),
    ),
    Command("form values", "list every value of a case that a mapping may use; needs no desk"),
    Command("form list", "list the forms available on a desk", _text("--bank")),
    Command(
        "form add",
        "import a bank's form, and its mapping, into a desk",
        (*_FORM, _of("--bank", required=True), *_text("--title", "--mapping")),
    ),
    Command("check-packet", "verify a packet against the code printed on it; needs no desk", (_of("file"),)),
    Command(
        "calc",
        "run one calculation; needs no desk",
        (
            _of("kind", choices=CALCULATIONS),
            _of("file", nargs="?", default="-"),
            _of("--lines", action="store_true"),
        ),
    ),
    Command(
        "desk init",
        "create a desk",
        (
            *_text("--name", "--agent"),
            _of("--role", choices=("creditor_agency", "debtor_adviser"), default="creditor_agency"),
        ),
    ),
    Command("desk info", "describe the desk"),
    Command(
        "desk set",
        "change the details of the desk that papers print; what is omitted stays",
        _texts("--name", "--agent", "--phone", "--address"),
    ),
    Command(
        "user add",
        "take a person in, with a passphrase that they change when they first work",
        (
            _of("name"),
            _of("--role", action="append", choices=("agent", "supervisor", "viewer"), default=[]),
            *_text("--new-passphrase-file"),
        ),
    ),
    Command("user list", "list the people of the desk"),
    Command(
        "user leave", "have a person leave; old copies of the desk still open with their passphrase", (_of("name"),)
    ),
    Command(
        "user passphrase",
        "change your own passphrase, or, as a supervisor, set that of somebody else",
        (
            _of("name"),
            *_text("--new-passphrase-file"),
        ),
    ),
    Command(
        "bank set",
        "store the contact details of a bank; what is omitted stays",
        (_of("bank"), *_texts("--phone", "--address", "--query", "--repay", "--object-to")),
    ),
    Command("bank list", "list the banks with contact details"),
    Command("desk check", "verify the key file, every page and row of the database and every file of the vault"),
    Command("desk salvage", "bring what can still be read of a damaged desk into a new one", (_of("new_folder"),)),
    Command("bundle key", "write the public key file of this desk, for other desks", (_OUT,)),
    Command(
        "bundle write",
        "write a signed bundle of a case that only the named desk can open",
        (_CASE, _of("--for", dest="recipient", required=True, metavar="KEY_FILE"), _OUT),
    ),
    Command(
        "bundle read",
        "verify a bundle and merge its case into this desk",
        (
            _of("file"),
            _of("--dry-run", action="store_true"),
            _of("--trust", default="", metavar="FINGERPRINT"),
            _of("--remember", action="store_true"),
            _of("--theirs", action="append", default=[], metavar="NAME"),
            _of("--all-theirs", action="store_true"),
        ),
    ),
    Command("bundle desks", "list the desks that are known here"),
    Command("bundle forget", "forget a known desk", (_of("fingerprint"),)),
    Command(
        "desk recovery",
        "write the recovery sheet: how the desk and its copies are opened",
        (_OUT, _of("--new-key", action="store_true")),
    ),
    Command("desk backup", "copy the desk to another folder or a stick", (_of("dir"),)),
    Command(
        "desk copies",
        "list the copies in a folder and read them back; opens no desk",
        (_of("dir"), _of("--quick", action="store_true")),
    ),
    Command(
        "desk restore-case",
        "bring one case of a copy back into the desk; what was changed here stays unless told otherwise",
        (_of("copy"), _CASE, _of("--all-theirs", action="store_true"), _of("--dry-run", action="store_true")),
    ),
    Command(
        "desk restore",
        "make a desk of a copy in a new folder; opens no desk",
        (_of("copy"), _of("new_folder")),
    ),
    Command(
        "import portfolio",
        "import a portfolio; rejected rows are returned in a workbook",
        (_of("file"), *_text("--mapping", "--rejects"), _of("--dry-run", action="store_true")),
    ),
    Command(
        "desk quarantine",
        "show what the vault has set aside; delete what was kept for 90 days",
        (_of("--remove-old", action="store_true"),),
    ),
    Command("import list", "list earlier imports"),
    Command("import rejects", "write the rejected rows of an earlier import again", (_of("import_id"), _OUT)),
    Command("import undo", "undo an import", (_of("import_id"),)),
    Command("case list", "list cases", _text("--search")),
    Command("case show", "show a case", (_CASE,)),
    Command("case check", "list what every gate still needs", (_CASE,)),
    Command(
        "evidence add",
        "add a file as evidence",
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
        "record a named check of evidence",
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
        "mask the number on a copy",
        (
            _CASE,
            _of("item"),
            _of("--at", action="append", default=[]),
            _of("--none", action="store_true"),
        ),
    ),
    Command("plan options", "list every permitted option, ranked", (_CASE, *_PLANNING)),
    Command("plan shares", "share what can be paid a month among the accounts", (_CASE, *_DIVIDING)),
    Command("plan choose", "choose an option or a plan version", (_CASE, _of("option"), *_PLANNING)),
    Command(
        "packet",
        "write the bound application for one bank",
        (_CASE, _of("--bank", required=True), _OUT, _of("--draft", action="store_true")),
    ),
    Command(
        "paper",
        "write a single paper, or a filled bank form",
        (
            _CASE,
            _of("kind"),
            *_text("--bank"),
            _of("--until", default="", metavar="DAY"),
            _of("--plan", default="", metavar="VERSION"),
            _of("--answer", choices=("accept", "counter", "refuse"), default=""),
            _of("--form", default="", metavar="ID"),
            _KEEP,
            _OUT,
        ),
    ),
    Command("papers", "list every kind of paper and what it still needs", (_CASE, *_text("--bank"))),
    Command(
        "print-queue",
        "print papers of many cases; a failure does not stop the others",
        (
            _of("cases", nargs="*", metavar="CASE"),
            _of("--kind", default="packet"),
            *_text("--printer"),
            _of("--out", default="", metavar="DIR"),
            _of("--copies", type=int, default=1),
            _of("--sides", choices=("one", "long_edge", "short_edge"), default="one"),
            _of("--again", action="store_true"),
        ),
    ),
    Command("workbook", "write the workbook of a case", (_CASE, _OUT)),
    Command("export table", "write one table of a case as CSV", (_CASE, _of("table"), _OUT)),
    Command(
        "export portfolio",
        "write one workbook of many cases: a list, and one schedule sheet per plan",
        (_OUT, *_text("--search", "--schedules")),
    ),
    Command(
        "export cases",
        "write packets (drafts while a gate is closed) and workbooks of many cases to a folder",
        (_of("--out", required=True, metavar="DIR"), *_text("--search", "--processes")),
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
    root = _Parser(
        prog="workstation",
        parents=[shared],
        description="Concord, a desk for negotiating overdue bank debt. Without a command, the window opens.",
    )
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
        made = place.add_parser(word, parents=[shared], help=command.help, description=command.help)
        _take(made, command.arguments, command.words)
    return root


def _take(command: argparse.ArgumentParser, arguments: tuple[Argument, ...], words: str = "") -> None:
    for argument in arguments:
        options = {"help": meaning(words, argument.names[0]), **argument.options}
        if not options.keys() & {"action", "choices", "type"} and argument.names[0] not in MAY_BE_EMPTY:
            options["action"] = FilledText
        command.add_argument(*argument.names, **options)
