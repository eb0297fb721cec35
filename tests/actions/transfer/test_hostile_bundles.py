"""Bundles that are truly signed but hold something else than a case; and those of an earlier schema."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.actions.transfer.two_desks import CASE, codes, receive, untouched
from workstation.actions.transfer import incoming, known_desks, outgoing
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case
from workstation.store.bundle.content import write_bundle
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.migrations import STEPS
from workstation.store.transfer.lines import SCHEMA
from workstation.store.upgrade import upgrade_database


def resealed(here, there, path, change):
    """A bundle with other lines than the desk would write, truly signed."""
    sent = outgoing.prepare_bundle(here, CASE, known_desks.own_public(there))
    lines = [json.loads(line) for line in sent.lines.splitlines()]
    header, lines = change(sent.header, lines)
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    with path.open("wb") as file:
        write_bundle(
            file, header, text, here.vault.stream, sent.identity, bytes.fromhex(sent.recipient.encryption)
        )  # fmt: skip
    return path


def with_line(table, **values):
    """A change of one field of the first entry of a table."""

    def change(header, lines):
        row = next(line for line in lines if isinstance(line, list) and line[0] == table)
        row[1].update(values)
        return header, lines

    return change


def more(line):
    return lambda header, lines: (replace(header, entries=header.entries + 1), [*lines, line])


SETTINGS_LINE = ["desk_settings", {"desk_name": "x", "agent": "x", "role": "creditor_agency", "language": "en", "id": "desk",
                                   "phone": "", "address": ""}]  # fmt: skip
NESTED = "[" * 100_000
HOSTILE = {
    "newer": lambda header, lines: (replace(header, schema=SCHEMA + 1), lines),
    "another case": with_line("account", case_id="c2"),
    "another number": with_line("case", number="CC-2026-99999"),
    "a reference to nothing": with_line("plan_choice", plan_id="none"),
    "a float": with_line("account", principal=1.5),
    "a flag": with_line("account", principal=True),
    "too large": with_line("account", principal=2**63),
    "a list": with_line("debtor", name=["x"]),
    "half a character": with_line("debtor", name="\ud800"),
    "no day": with_line("case", opened_on="yesterday"),
    "no stage": with_line("case", stage=99),
    "no zone": with_line("stage_change", at="2026-11-23T09:00:00"),
    "nested within": with_line("debtor", phones=NESTED),
    "no terms": with_line("plan_version", terms="{}"),
    "one field more": with_line("debtor", nickname="x"),
    "settings of the desk": more(SETTINGS_LINE),
    "an unknown kind": more(["x", {}]),
    "a table by name": more(['debtor"; DROP TABLE "case', {}]),
    "an entry twice": lambda header, lines: (replace(header, entries=header.entries + 1), [*lines, lines[-1]]),
    "nested": lambda header, lines: (header, [*lines, NESTED]),
    "no line": lambda header, lines: (header, [*lines, "x"]),
    "fewer files": lambda header, lines: (replace(header, files=header.files[:1]), lines),
    "no schema": lambda header, lines: (header, lines[1:]),
    "nothing": lambda header, lines: (header, []),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_signed_but_not_a_case_is_refused(here, there, tmp_path, kind):
    path = resealed(here, there, tmp_path / "x", HOSTILE[kind])
    wanted = "bundle_newer" if kind == "newer" else "bundle_content"
    assert codes(incoming.bundle_file(there, path).read) == [wanted]
    assert untouched(there)


def test_a_bundle_that_names_another_recipient_inside_is_refused(here, there, tmp_path):
    path = resealed(here, there, tmp_path / "x", lambda header, lines: (replace(header, recipient="1" * 40), lines))
    assert codes(incoming.bundle_file(there, path).read) == ["bundle_altered"]


def test_a_bundle_of_an_earlier_schema_is_brought_to_this_one(here, there, tmp_path):
    """Masks of evidence came with schema 6: rows without them get what the step gave to databases."""
    database = EncryptedDatabase(None, bytes(32))
    database.connect()
    upgrade_database(database, STEPS[:5])

    def earlier(header, lines):
        kept = []
        for table, values in lines[1:]:
            columns = [name for _, name, *_ in database.run(f'PRAGMA table_info("{table}")')]
            left_out = table == "print_mark" or not columns
            kept += [] if left_out else [[table, {name: values[name] for name in values if name in columns}]]
        return replace(header, schema=5, entries=len(kept)), [{"schema": 5}, *kept]

    path = resealed(here, there, tmp_path / "x", earlier)
    database.close()
    receive(there, path)
    assert there.store.find(EvidenceItem) == here.store.find(EvidenceItem)
    assert there.store.find(Case) == here.store.find(Case)
    assert there.store.case_lines(search="ouyang")  # what is derived was derived anew
