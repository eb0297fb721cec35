"""The commands on contacts: who may be called now, terms, complaints, vulnerability."""

from __future__ import annotations

from typing import Final

from workstation.cli.grammar.words import CASE, Command, of, text

_NOTE: Final = of("--note", required=True)
_COMPLAINT: Final = of("complaint")
CONTACT_COMMANDS: Final = (
    Command("contact check", "tell for every number of a case whether it may be called now", (CASE,)),
    Command(
        "contact override",
        "record why a number is called in spite of a rule",
        (CASE, of("number"), of("--reason", required=True)),
    ),
    Command(
        "contact term",
        "record a term of contact: consent, a wish to stop, a time zone",
        (CASE, of("kind"), of("--value", required=True), *text("--person", "--note")),
    ),
    Command(
        "complaint add",
        "register a complaint; contacts are held at once",
        (
            CASE,
            of("--by", required=True),
            of("--about", required=True),
            of("--channel", default="phone"),
            of("--kind", default="other"),
            *text("--at", "--reference"),
        ),
    ),
    Command(
        "complaint list",
        "list the complaints of a case, or of the whole desk",
        (of("case", nargs="?"), of("--open", action="store_true")),
    ),
    Command("complaint extend", "take the longest time for an answer", (CASE, _COMPLAINT, _NOTE)),
    Command("complaint answer", "record the answer to a complaint", (CASE, _COMPLAINT, _NOTE)),
    Command(
        "complaint close",
        "close a complaint; contacts are free again",
        (CASE, _COMPLAINT, of("--outcome", required=True), _NOTE),
    ),
    Command(
        "vulnerability add",
        "note, with consent, what makes the person vulnerable",
        (
            CASE,
            of("kind"),
            of("--consent-on", required=True, metavar="DAY"),
            of("--consent", required=True),
            *text("--since", metavar="DAY"),
            *text("--channel", "--note"),
            of("--pace", default="0", metavar="DAYS"),
            of("--referral", default="none"),
        ),
    ),
    Command("vulnerability list", "list what was noted, and what it changes", (CASE,)),
    Command("vulnerability end", "end a note: it is over, or consent was withdrawn", (CASE, of("vulnerability"))),
)
