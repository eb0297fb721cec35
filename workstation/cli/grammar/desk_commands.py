"""The commands that look after a desk: its making, its safety, its people, banks and bundles."""

from __future__ import annotations

from typing import Final

from workstation.cli.grammar.words import CASE, OUT, Command, of, text, texts

DESK_COMMANDS: Final = (
    Command("program list", "list the versions of the program that lie beside this one, and which of them starts"),
    Command(
        "program update",
        "lay a later version out of a signed update file beside this one and start it from now on",
        (of("file", help="the update file; it is only read"),),
    ),
    Command("program back", "start the version before from now on"),
    Command(
        "desk init",
        "create a desk",
        (
            *text("--name", "--agent"),
            of("--role", choices=("creditor_agency", "debtor_adviser"), default="creditor_agency"),
        ),
    ),
    Command("desk info", "describe the desk"),
    Command(
        "desk set",
        "change the details of the desk that papers print; what is omitted stays",
        texts("--name", "--agent", "--phone", "--address"),
    ),
    Command(
        "user add",
        "take a person in, with a passphrase that they change when they first work",
        (
            of("name"),
            of("--role", action="append", choices=("agent", "supervisor", "viewer"), default=[]),
            *text("--new-passphrase-file"),
        ),
    ),
    Command("user list", "list the people of the desk"),
    Command(
        "user leave", "have a person leave; old copies of the desk still open with their passphrase", (of("name"),)
    ),
    Command(
        "user passphrase",
        "change your own passphrase, or, as a supervisor, set that of somebody else",
        (
            of("name"),
            *text("--new-passphrase-file"),
        ),
    ),
    Command(
        "bank set",
        "store the contact details of a bank; what is omitted stays",
        (of("bank"), *texts("--phone", "--address", "--query", "--repay", "--object-to")),
    ),
    Command("bank list", "list the banks with contact details"),
    Command(
        "desk check",
        "verify the key file, every page and row of the database, the log and every file of the vault",
        (of("--mend-list", action="store_true"),),
    ),
    Command(
        "grant keys",
        "list the keys by which supervisors grant from elsewhere; make your own, register or forget one",
        (
            of("--make", action="store_true"),
            *text("--write", "--register", metavar="FILE"),
            *text("--trust", metavar="FINGERPRINT"),
            *text("--forget", metavar="KEY"),
        ),
    ),
    Command(
        "grant request",
        "ask a supervisor at another desk for a plan version",
        (CASE, of("plan"), of("--out", metavar="FILE")),
    ),
    Command(
        "grant write",
        "show in words what is asked of you as a supervisor, and with --sign answer it by a code",
        (
            of("request"),
            of("--sign", action="store_true"),
            of("--refuse", action="store_true"),
            *text("--until", metavar="DAY"),
            of("--out", metavar="FILE"),
        ),
    ),
    Command("grant use", "take the code with which a supervisor answered", (of("code"),)),
    Command(
        "log verify",
        "verify the log of what was done here, or one that was written out, and name the first entry that is not as written",
        (of("file", nargs="?"), of("--head", action="append", default=[], metavar="NUMBER:DIGEST")),
    ),
    Command(
        "log case",
        "show what the log says of a case",
        (CASE, of("--out", metavar="FILE"), *text("--search", help="part of the reason")),
    ),
    Command(
        "log export", "write the log, a line of JSON an entry", (of("file"), of("--verifier", action="store_true"))
    ),
    Command("desk salvage", "bring what can still be read of a damaged desk into a new one", (of("new_folder"),)),
    Command("bundle key", "write the public key file of this desk, for other desks", (OUT,)),
    Command(
        "bundle write",
        "write a signed bundle of a case that only the named desk can open",
        (CASE, of("--for", dest="recipient", required=True, metavar="KEY_FILE"), OUT),
    ),
    Command(
        "bundle read",
        "verify a bundle and merge its case into this desk",
        (
            of("file"),
            of("--dry-run", action="store_true"),
            of("--trust", default="", metavar="FINGERPRINT"),
            of("--remember", action="store_true"),
            of("--theirs", action="append", default=[], metavar="NAME"),
            of("--all-theirs", action="store_true"),
        ),
    ),
    Command("bundle desks", "list the desks that are known here"),
    Command("bundle forget", "forget a known desk", (of("fingerprint"),)),
    Command(
        "trust add", "trust the authority of a root certificate (DER or PEM) for signatures in evidence", (of("file"),)
    ),
    Command("trust list", "list the root certificates that this desk trusts"),
    Command("trust remove", "trust a root certificate no more", (of("fingerprint"),)),
    Command(
        "desk recovery",
        "write the recovery sheet: how the desk and its copies are opened",
        (OUT, of("--new-key", action="store_true")),
    ),
    Command(
        "desk server-sql",
        "write what the administrator of a PostgreSQL server runs for an office; opens no desk, connects to nothing",
        (
            of("file"),
            of("--office", default="", metavar="NAME"),
            of("--login", action="append", default=[], metavar="NAME"),
            of("--further", action="store_true"),
            of("--upgrade", action="store_true"),
        ),
    ),
    Command(
        "desk move",
        "move the desk to a PostgreSQL server, sealed before it leaves, or from there into a new folder",
        (
            *text("--to-folder", metavar="DIR"),
            *text("--host"),
            of("--port", type=int, default=5432),
            of("--database", default="concord"),
            *text("--office", "--login", metavar="NAME"),
            *text("--server-password-file", "--authority", metavar="FILE"),
        ),
    ),
    Command(
        "desk seat",
        "write a folder by which another workstation opens a desk on a server",
        (of("new_folder"), *text("--login", metavar="NAME"), *text("--server-password-file", metavar="FILE")),
    ),
    Command("desk backup", "copy the desk to another folder or a stick", (of("dir"),)),
    Command(
        "desk copies",
        "list the copies in a folder and read them back; opens no desk",
        (of("dir"), of("--quick", action="store_true")),
    ),
    Command(
        "desk restore-case",
        "bring one case of a copy back into the desk; what was changed here stays unless told otherwise",
        (of("copy"), CASE, of("--all-theirs", action="store_true"), of("--dry-run", action="store_true")),
    ),
    Command(
        "desk restore",
        "make a desk of a copy in a new folder; opens no desk",
        (of("copy"), of("new_folder")),
    ),
    Command(
        "desk quarantine",
        "show what the vault has set aside; delete what was kept for 90 days",
        (of("--remove-old", action="store_true"),),
    ),
)
