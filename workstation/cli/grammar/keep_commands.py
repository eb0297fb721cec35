"""The commands of keeping: replies, adopted schedules, payments, promises, and how accounts end."""

from __future__ import annotations

from typing import Final

from workstation.cli.grammar.words import CASE, Command, of, text
from workstation.profile.account_fact import FACT_KINDS

ACCOUNT: Final = of("account")
_ON: Final = of("--on", default="", metavar="DAY")
_REASON: Final = of("--reason", required=True)
_LIST: Final = (
    *text("--accept-rows", "--rejects", "--day-order"),
    of("--row-account", action="append", default=[], metavar="ROW=ACCOUNT"),
    of("--column", action="append", default=[], metavar="FIELD=TITLE"),
    of("--accept-sums", action="store_true"),
    of("--forget-columns", action="store_true"),
    of("--dry-run", action="store_true"),
    of("--compute-formulas", action="store_true"),
)
"""What may be said of a bank's list."""
_ANY_CASE: Final = of("case", nargs="?", help="case number or id; default: every case")
_CASES: Final = of("--cases", action="store_true")
_DAYS: Final = (
    of("--from", dest="from_day", default="", metavar="DAY"),
    of("--to", dest="to_day", default="", metavar="DAY", help="last day, YYYY-MM-DD"),
)
_WRITTEN: Final = (of("--out", metavar="FILE", help="PDF (.pdf), workbook (.xlsx) or CSV (.csv) to write as well"),)
KEEP_COMMANDS: Final = (
    Command(
        "case claim",
        "rebuild an account and hold what the bank claims against it; what was gathered is kept with the case",
        (CASE, ACCOUNT, of("--file", default="", metavar="JSON"), of("--payments", default="", metavar="LIST")),
    ),
    Command(
        "case costs",
        "keep a lender's table of costs, and tell each item's own yearly rate, their sum and the single rate",
        (
            CASE,
            ACCOUNT,
            of("--file", default="", metavar="JSON"),
            of("--drop", action="store_true"),
        ),
    ),
    Command(
        "case statement",
        "show or replace assets, past income and dependants, where the rules of a case have a paper that tells them",
        (CASE, of("--file", default="", metavar="JSON")),
    ),
    Command(
        "case fact",
        "put on record what was really received, who became creditor, or what began the time limit anew",
        (
            CASE,
            ACCOUNT,
            of("kind", choices=FACT_KINDS),
            _ON,
            *text("--amount", "--agreed", "--party", "--proof"),
            of("--withdraw", default="", metavar="FACT"),
        ),
    ),
    Command(
        "plan reply",
        "record what a bank answered to the chosen plan of an account",
        (
            CASE,
            ACCOUNT,
            of("decision", choices=("granted", "refused")),
            of("--by", required=True),
            of("--at", default="", metavar="INSTANT"),
            *text("--clerk-number", "--words", "--document", "--refusal", "--mend", "--note"),
            of("--valid-until", default="", metavar="DAY"),
            of("--again-on", default="", metavar="DAY"),
        ),
    ),
    Command(
        "plan counter",
        "keep the terms with which a bank answered the chosen plan, or accept them",
        (
            CASE,
            ACCOUNT,
            of("file"),
            of("--by", required=True),
            of("--accept", action="store_true"),
            *text("--note"),
            of("--valid-until", default="", metavar="DAY"),
        ),
    ),
    Command(
        "plan adopt",
        "keep the schedule that the bank granted",
        (CASE, ACCOUNT, of("--plan", default="", metavar="VERSION"), _ON, *text("--document", "--clerk")),
    ),
    Command("plan again", "plan a broken schedule anew from the balance of today", (CASE, ACCOUNT, _REASON)),
    Command(
        "payment add",
        "enter a payment on any day up to today",
        (
            CASE,
            ACCOUNT,
            of("--on", required=True, metavar="DAY"),
            of("--amount", required=True),
            of("--method", default="transfer"),
            *text("--payer", "--reference", "--note"),
            of("--in-balance", choices=("yes", "no"), default=""),
        ),
    ),
    Command("payment list", "list payments, balances and instalments of a case", (CASE,)),
    Command("payment reverse", "take a payment back by a further entry", (of("payment"), _ON, _REASON)),
    Command(
        "payment import",
        "import a bank's list of payments; rows in doubt are listed until they are accepted",
        (
            of("file"),
            *_LIST,
            of("--in-balance", choices=("yes", "no"), default=""),
        ),
    ),
    Command(
        "promise add",
        "take a promise after its check; --dry-run only checks",
        (
            CASE,
            ACCOUNT,
            of("--on", required=True, metavar="DAY"),
            of("--amount", required=True),
            of("--who", default="debtor"),
            of("--method", default="transfer"),
            *text("--source", "--note"),
            of("--accept", action="append", default=[], metavar="CODE"),
            of("--dry-run", action="store_true"),
        ),
    ),
    Command(
        "promise grant",
        "record who granted or refused a promise that waits longer than an agent may allow",
        (
            CASE,
            ACCOUNT,
            of("--on", required=True, metavar="DAY"),
            of("--amount", required=True),
            of("--authority", choices=("supervisor", "bank"), default="supervisor"),
            of("--decision", choices=("requested", "granted", "refused"), default="requested"),
            *text("--by", "--note"),
            of("--elsewhere", action="store_true"),
        ),
    ),
    Command(
        "promise list",
        "list the promises of a case with their states and the kept rate",
        (CASE, of("--by", choices=("debtor", "agent", "bank", "method"), default="bank")),
    ),
    Command(
        "promise rates",
        "kept rates of a case or of the whole desk, each with its formula",
        (_ANY_CASE, of("--by", default="agent"), *_DAYS, of("--promises", action="store_true"), *_WRITTEN),
    ),
    Command(
        "promise move",
        "move a promise to another day",
        (of("promise"), of("--to", required=True, metavar="DAY"), _REASON),
    ),
    Command("promise cancel", "cancel a promise", (of("promise"), _REASON)),
    Command(
        "keep treat",
        "skip, pay in part, move or append an instalment",
        (
            CASE,
            ACCOUNT,
            of("instalment"),
            of("kind", choices=("skip", "part", "move", "append")),
            _REASON,
            *text("--amount", "--consent"),
            of("--to", default="", metavar="DAY"),
        ),
    ),
    Command(
        "keep balance",
        "keep a balance that a bank states on a day, and compare it",
        (
            CASE,
            ACCOUNT,
            of("--on", required=True, metavar="DAY"),
            of("--total", required=True),
            of("--source", required=True),
            *text("--principal", "--interest", "--penalty", "--fees"),
        ),
    ),
    Command(
        "keep balances",
        "keep the balances of a bank's later list, and compare them; rows in doubt are listed until they are accepted",
        (of("file"), *_LIST, of("--on", default="", metavar="DAY")),
    ),
    Command(
        "keep settle",
        "record that an account is settled",
        (
            CASE,
            ACCOUNT,
            _ON,
            *text("--note"),
            of("--requested-on", default="", metavar="DAY"),
            of("--chase-on", default="", metavar="DAY"),
            of("--confirm", action="store_true"),
        ),
    ),
    Command("keep close", "close an account for a coded reason", (CASE, ACCOUNT, of("how"), _ON, *text("--note"))),
    Command("keep reopen", "open a settled or closed account again", (CASE, ACCOUNT, _REASON)),
    Command(
        "keep oral",
        "put an agreement by word of mouth into the register",
        (
            CASE,
            ACCOUNT,
            of("--terms", required=True),
            of("--recording", required=True),
            of("--at", default="", metavar="INSTANT"),
            *text("--clerk", "--clerk-number"),
        ),
    ),
    Command(
        "keep agreements",
        "list the register of oral agreements, of a case or of every case",
        (
            _ANY_CASE,
            *text("--search", help="part of bank, clerk, words, recording, name or number"),
            *_DAYS,
            of("--open", action="store_true"),
            *_WRITTEN,
        ),
    ),
    Command(
        "keep coming",
        "list what comes due in the next days: instalments, promises, reviews, answers of banks",
        (_ANY_CASE, *text("--days"), *_WRITTEN),
    ),
    Command(
        "report buckets", "count the open accounts by how far they are overdue", (*text("--on"), _CASES, *_WRITTEN)
    ),
    Command(
        "report movements",
        "tell what became of the accounts of each bucket between two days: roll and cure rates",
        (*_DAYS, _CASES, *_WRITTEN),
    ),
    Command("report packets", "count the packets by bank and answer, with the days they took", (_CASES, *_WRITTEN)),
    Command("case today", "list what there is to do: late, due, awaited, or one step from done", tuple(text("--days"))),
    Command("keep reviews", "list the yearly reviews with the proofs to ask for", (_ANY_CASE, *_WRITTEN)),
    Command(
        "keep retention",
        "list until when ended cases are kept; with the code of the list a supervisor deletes those that are due",
        (of("--delete", default="", metavar="CODE"), *_WRITTEN),
    ),
)
