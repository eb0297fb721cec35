"""The headless face: the same actions as the window, with stable names, shapes and exit codes."""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Sequence
from typing import Final, NoReturn

from workstation.cli.answers import DONE, FAULT, refuse, say
from workstation.errors import Damaged, Finding, Refused
from workstation.wording import LANGUAGES, Wording

_UNSAID: Final = {"json": False, "desk": None, "passphrase_file": None, "language": "zh-Hans"}
"""What the options of every command mean unsaid; kept apart, since each may stand before or after the command."""


class _Parser(argparse.ArgumentParser):
    """Wrong words are a refusal like any other, so that ``--json`` readers see it too."""

    def error(self, message: str) -> NoReturn:
        raise Refused(Finding("usage", self.prog, {"reason": message, "usage": self.format_usage().strip()}))


def run(words: Sequence[str]) -> int:
    """Carry out one command line; answers the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    as_json = "--json" in words
    wording = Wording("en")
    try:
        given = parser().parse_args(words, argparse.Namespace(**_UNSAID))
        wording = Wording(given.language)
        return _carried_out(given, wording)
    except Refused as refusal:
        return refuse(refusal, wording, as_json)
    except Damaged as damage:
        return refuse(Refused(Finding("damaged", "", {"reason": str(damage)})), wording, as_json)
    except BrokenPipeError:
        return DONE
    except Exception:  # noqa: BLE001 - the border of the program: a fault of ours is said to be one, with its trace
        traceback.print_exc()
        return FAULT


def _carried_out(given: argparse.Namespace, wording: Wording) -> int:
    """Each face is imported when it is asked for: a question to the calculator should not wait for the store or the papers."""
    if given.command in ("calc", "statement"):
        from workstation.cli import calc

        if given.command == "statement":
            say(calc.statement(given.file), given.json)
        elif given.lines:
            calc.calc_lines(given.kind, given.file, wording)
        else:
            say(calc.calc(given.kind, given.file, wording), True)
    else:
        from workstation.cli import commands

        say(commands.answer(given, wording), given.json)
    return DONE


def parser() -> argparse.ArgumentParser:
    """The grammar of the command line."""
    shared = _Parser(add_help=False)
    shared.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="answer with one JSON object")
    shared.add_argument("--desk", default=argparse.SUPPRESS, metavar="DIR", help="the desk folder")
    shared.add_argument("--passphrase-file", default=argparse.SUPPRESS, metavar="F", help="a file with the passphrase")
    shared.add_argument("--language", choices=LANGUAGES, default=argparse.SUPPRESS, help="language of messages")
    root = _Parser(prog="workstation", parents=[shared], description="Concord. Without words: the window.")
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=_Parser)

    def add(name: str, help_text: str, *arguments: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, parents=[shared], help=help_text)
        for argument in arguments:
            command.add_argument(argument)
        return command

    def group(name: str, help_text: str) -> argparse._SubParsersAction[argparse.ArgumentParser]:
        return add(name, help_text).add_subparsers(dest="verb", required=True, metavar="VERB", parser_class=_Parser)

    add("demo", "work the sample case on a sample desk and write its papers", "out_dir")
    add("statement", "read and analyse a statement", "file")
    add("check-packet", "is this packet the one that the code on it names?", "file")
    calc = add("calc", "the plan calculator")
    calc.add_argument("kind", choices=_calc_kinds())
    calc.add_argument("file", nargs="?", default="-")
    calc.add_argument("--lines", action="store_true", help="one JSON object a line")

    desk = group("desk", "make or describe a desk")
    init = desk.add_parser("init", parents=[shared])
    init.add_argument("--name", default="")
    init.add_argument("--agent", default="")
    init.add_argument("--role", choices=("creditor_agency", "debtor_adviser"), default="creditor_agency")
    desk.add_parser("info", parents=[shared])
    desk.add_parser("check", parents=[shared], help="verify every file of the vault, clear what a crash left")

    imports = group("import", "bring in a bank's portfolio")
    portfolio = imports.add_parser("portfolio", parents=[shared])
    portfolio.add_argument("file")
    portfolio.add_argument("--mapping")
    portfolio.add_argument("--dry-run", action="store_true")
    imports.add_parser("undo", parents=[shared]).add_argument("import_id")

    cases = group("case", "list, show and check cases")
    cases.add_parser("list", parents=[shared]).add_argument("--search", default="")
    for verb in ("show", "check"):
        cases.add_parser(verb, parents=[shared]).add_argument("case")

    evidence = group("evidence", "take in and verify proofs")
    received = evidence.add_parser("add", parents=[shared])
    for argument in ("case", "item", "file"):
        received.add_argument(argument)
    for option in ("--issuer", "--document-number", "--issued-on", "--covers-from", "--covers-to", "--note"):
        received.add_argument(option, default="")
    received.add_argument("--form", choices=("original", "copy", "electronic"), default="copy")
    verified = evidence.add_parser("verify", parents=[shared])
    verified.add_argument("case")
    verified.add_argument("item")
    verified.add_argument("--check", required=True)
    verified.add_argument("--result", choices=("ok", "failed"), required=True)
    verified.add_argument("--note", default="")

    plans = group("plan", "weigh the options of a case, choose one")
    weighed = plans.add_parser("options", parents=[shared])
    choose = plans.add_parser("choose", parents=[shared])
    for asked in (weighed, choose):
        asked.add_argument("case")
        asked.add_argument("--funds", default="0", help="money at hand once, for a settlement or a down payment")
        asked.add_argument("--first-due", default="", metavar="DAY", help="default: the pay day of next month")
    choose.add_argument("option", help="an option's id, the id of a plan version, or ACCOUNT_TAIL:VERSION")

    packet = add("packet", "write the bound application for one bank", "case")
    packet.add_argument("--bank", required=True)
    packet.add_argument("--out", required=True)
    packet.add_argument("--draft", action="store_true", help="print it although gates are closed, marked as a draft")
    paper = add("paper", "write one paper of the packet (draft while gates are closed) or for the debtor", "case", "kind")
    paper.add_argument("--bank", default="", help="default: the bank of the first account")
    paper.add_argument("--until", default="", metavar="DAY", help="last day of an evidence-request")
    paper.add_argument("--out", required=True)
    add("workbook", "write the case workbook", "case").add_argument("--out", required=True)
    return root


def _calc_kinds() -> tuple[str, ...]:
    from workstation.cli.calc import KINDS

    return KINDS
