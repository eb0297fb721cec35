"""The commands of the daily work, from a list of debtors to papers, and those that need no desk."""

from __future__ import annotations

from typing import Final, get_args

from workstation.casework.said.fields import PAPERS
from workstation.cli.grammar.calculations import CALCULATIONS
from workstation.cli.grammar.words import CASE, OUT, Command, of, text
from workstation.policy.rule_lines import GROUPS
from workstation.profile.case import Stage
from workstation.store.listing.wanted import SortedBy

_PLANNING: Final = (of("--funds", default="0"), of("--first-due", default="", metavar="DAY"))
_DIVIDING: Final = text("--monthly", "--token", "--unit")
_FORM: Final = (of("file"), of("--password", default=""))
_COMPUTE: Final = of("--compute-formulas", action="store_true")
_RECOGNISE: Final = of("--recognise", action="store_true")
_PASSWORD: Final = of("--password-file", default="", metavar="P")
_OPENING: Final = (_PASSWORD, of("--member", default="", metavar="NAME"))
_TRUST: Final = of("--trust", action="append", default=[], metavar="FILE")
_OPENINGS: Final = (_PASSWORD, of("--member", action="append", default=[], metavar="NAME"))
_CASES: Final = of("cases", nargs="+", metavar="CASE")
_KEEP: Final = of("--keep-fields", action="store_true")
CASE_COMMANDS: Final = (
    Command(
        "demo",
        "work the sample case, or one of your own, on a sample desk and write its papers",
        (of("out_dir"), of("--case", default="", dest="case_file", metavar="FILE.toml")),
    ),
    Command(
        "statement",
        "read and analyse a statement; needs no desk",
        (of("file"), of("--mapping", default="", metavar="M.toml"), _COMPUTE, _RECOGNISE, *_OPENING, _TRUST),
    ),
    Command("form inspect", "show the fields and pages of a form, and what prevents filling it; needs no desk", _FORM),
    Command(
        "form fill",
        "fill the fields of a form by name; needs no desk",
        (*_FORM, of("values"), of("--mapping", default=""), _KEEP, OUT),
    ),
    Command(
        "form guide",
        "write a copy with a grid and field names, an aid for writing a mapping; needs no desk",
        (*_FORM, of("--mapping", default=""), OUT),
    ),
    Command("form values", "list every value of a case that a mapping may use; needs no desk"),
    Command("form list", "list the forms available on a desk", text("--bank")),
    Command(
        "form add",
        "import a bank's form, and its mapping, into a desk",
        (*_FORM, of("--bank", required=True), *text("--title", "--mapping")),
    ),
    Command(
        "talk check",
        "mark words that have no place in a note or letter, with calmer ones; needs no desk",
        (of("file", nargs="?", default="-"),),
    ),
    Command("pack list", "list the packs of rules; needs no desk"),
    Command(
        "pack show",
        "show every rule of a pack with its figure, source, date and confidence; needs no desk",
        (of("name"), of("--group", choices=GROUPS, default=""), *text("--dated")),
    ),
    Command(
        "pack diff",
        "show which rules two versions of a pack have differently, old and new; needs no desk",
        (of("name"), of("--from", dest="since", default=""), *text("--to")),
    ),
    Command(
        "pack check",
        "read a pack of your own as the program would; every mistake is named; needs no desk",
        (of("file"),),
    ),
    Command(
        "check-packet",
        "verify a packet against the code printed on it, or read what the QR code of a scan tells; needs no desk",
        (of("file"),),
    ),
    Command("find-packet", "find the packet that left with a code, by the code or a scan", (of("code"),)),
    Command(
        "calc",
        "run one calculation; needs no desk",
        (
            of("kind", choices=CALCULATIONS),
            of("file", nargs="?", default="-"),
            of("--lines", action="store_true"),
        ),
    ),
    Command(
        "import portfolio",
        "import a portfolio; rejected rows are returned in a workbook",
        (
            of("file"),
            *text("--mapping", "--rejects"),
            of("--dry-run", action="store_true"),
            of("--accept-differences", action="store_true"),
            _COMPUTE,
        ),
    ),
    Command("import list", "list earlier imports"),
    Command("import rejects", "write the rejected rows of an earlier import again", (of("import_id"), OUT)),
    Command("import undo", "undo an import", (of("import_id"),)),
    Command(
        "case list",
        "list cases, found, filtered and sorted",
        (
            *text("--search", "--limit", "--bank", "--reason", "--bucket", "--agent"),
            of("--sort", choices=("", *get_args(SortedBy)), default=""),
            of("--stage", choices=("", *(stage.key for stage in Stage)), default=""),
            *text("--next-from", "--next-to", metavar="DAY"),
            *text("--owed-from", "--owed-to", metavar="AMOUNT"),
            *text("--currency"),
            *(of(name, action="store_true") for name in ("--down", "--archived", "--all", "--lines")),
        ),
    ),
    Command("case archive", "put cases away; nothing may come due of them", (_CASES, of("--reason", required=True))),
    Command("case unarchive", "take cases out of the archive", (_CASES, *text("--reason"))),
    Command("case give", "give cases to an agent", (of("agent"), _CASES)),
    Command(
        "case load",
        "take in a case written by hand, whole or not at all",
        (of("file", metavar="FILE.toml"), of("--draft", action="store_true")),
    ),
    Command("case show", "show a case", (CASE,)),
    Command(
        "case rules",
        "show which version of its rules a case follows and what a newer one changes; --to moves the case",
        (CASE, *text("--to")),
    ),
    Command("case check", "list what every gate still needs", (CASE,)),
    Command(
        "due-days list", "list accounts whose due day is in question, and those that count differently since an upgrade"
    ),
    Command(
        "due-days answer",
        "say what the day given of accounts is",
        (of("day", choices=("due_day", "first_day")), of("accounts", nargs="+", metavar="ACCOUNT")),
    ),
    Command(
        "due-days note",
        "take accounts that count differently off the list",
        (of("accounts", nargs="+", metavar="ACCOUNT"),),
    ),
    Command(
        "evidence add",
        "add a file as evidence",
        (
            CASE,
            of("item"),
            of("file"),
            *text("--issuer", "--document-number", "--issued-on", "--covers-from", "--covers-to", "--note"),
            of("--form", choices=("original", "copy", "electronic"), default="copy"),
            *_OPENINGS,
            of("--convert", action="store_true"),
        ),
    ),
    Command(
        "evidence verify",
        "record a named check of evidence",
        (
            CASE,
            of("item"),
            of("--check", required=True),
            of("--result", choices=("ok", "failed"), required=True),
            *text("--note"),
        ),
    ),
    Command(
        "evidence recognise",
        "recognise the text of a scan or a photograph, and propose its numbers and rows",
        (CASE, of("item"), of("--confirm", action="store_true")),
    ),
    Command(
        "evidence credit-report",
        "compare a credit report with the accounts of its case",
        (CASE, of("item", nargs="?"), *text("--add", "--number")),
    ),
    Command(
        "evidence cover",
        "mask the number on a copy",
        (
            CASE,
            of("item"),
            of("--at", action="append", default=[]),
            of("--none", action="store_true"),
        ),
    ),
    Command(
        "evidence sources",
        "list the figures of the application and the pages on which they were confirmed",
        (CASE, of("--find", action="store_true")),
    ),
    Command(
        "evidence confirm",
        "confirm a figure of the application on a page of a proof",
        (
            CASE,
            of("figure"),
            of("item"),
            of("--page", default="1", metavar="N"),
            *text("--at", metavar="PLACE"),
            of("--withdraw", action="store_true"),
        ),
    ),
    Command("plan options", "list every permitted option, ranked", (CASE, *_PLANNING)),
    Command("plan shares", "share what can be paid a month among the accounts", (CASE, *_DIVIDING)),
    Command(
        "plan two-stages",
        "plan every account in two stages, by what is paid a month in all, and choose the plans",
        (
            CASE,
            of("--monthly", required=True),
            *text("--second", "--rate", "--why"),
            of("--first-due", default="", metavar="DAY"),
        ),
    ),
    Command("plan choose", "choose an option or a plan version", (CASE, of("option"), *_PLANNING)),
    Command(
        "packet",
        "write the bound application for one bank",
        (CASE, of("--bank", required=True), OUT, of("--draft", action="store_true")),
    ),
    Command(
        "paper",
        "write a single paper, or a filled bank form",
        (
            CASE,
            of("kind"),
            *text("--bank"),
            of("--until", default="", metavar="DAY"),
            of("--plan", default="", metavar="VERSION"),
            of("--answer", choices=("accept", "counter", "refuse"), default=""),
            of("--form", default="", metavar="ID"),
            _KEEP,
            OUT,
        ),
    ),
    Command(
        "letter-wording",
        "list what the wording check has against the letter to the debtor, or record why it stays",
        (CASE, *text("--bank", "--reason")),
    ),
    Command(
        "paper-fields",
        "list what a person may say of a paper (clauses of an agreement, fields of an application, an answer), or say it",
        (
            CASE,
            of("paper", choices=PAPERS),
            *text("--bank"),
            of("--set", action="append", default=[], metavar="KEY=TEXT"),
        ),
    ),
    Command("papers", "list every kind of paper and what it still needs", (CASE, *text("--bank"))),
    Command(
        "print-queue",
        "print papers of many cases; a failure does not stop the others",
        (
            of("cases", nargs="*", metavar="CASE"),
            of("--kind", default="packet"),
            *text("--printer"),
            of("--out", default="", metavar="DIR"),
            of("--copies", type=int, default=1),
            of("--sides", choices=("one", "long_edge", "short_edge"), default="one"),
            of("--again", action="store_true"),
        ),
    ),
    Command("workbook", "write the workbook of a case", (CASE, OUT)),
    Command("export table", "write one table of a case as CSV", (CASE, of("table"), OUT)),
    Command(
        "export portfolio",
        "write one workbook of many cases: a list, and one schedule sheet per plan",
        (OUT, *text("--search", "--schedules")),
    ),
    Command(
        "export cases",
        "write packets (drafts while a gate is closed) and workbooks of many cases to a folder",
        (
            of("--out", required=True, metavar="DIR"),
            *text("--search", "--processes"),
            of("--lines", action="store_true"),
        ),
    ),
)
