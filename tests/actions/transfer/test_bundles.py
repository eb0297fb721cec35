"""Signed case bundles: whole or refused, for one desk only, from a sender who was compared; and merged like any case."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.actions.transfer.two_desks import CASE, content, empty_desk
from tests.builders import NOW
from tests.prove import how_many
from tests.store.stored import EVERY
from workstation.actions.transfer import incoming, known_desks, outgoing
from workstation.casework.handover import BundleState, CaseBundle, KnownDesk
from workstation.casework.printed import PrintedPacket, PrintRecord
from workstation.conversation.contact import ContactEntry
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.bundle.content import write_bundle
from workstation.store.bundle.sealing import CHUNK, HEAD
from workstation.store.transfer.lines import SCHEMA

PROOF = b"proof" * 1000
PACKET = bytes(range(256)) * (CHUNK // 200)
"""More than one chunk of a sealed stream."""


@pytest.fixture
def here(tmp_path):
    """A desk with one of every entity, whose files are in its vault."""
    with empty_desk(tmp_path / "a") as desk:
        proof, packet = desk.vault.keep(PROOF, "proof"), desk.vault.keep(PACKET, "packet")
        held = {EvidenceItem: {"sha256": proof.sha256, "size": proof.size}}
        held |= {kind: {"sha256": packet.sha256} for kind in (PrintedPacket, PrintRecord)}
        foreign = (CaseBundle, BundleState, KnownDesk)
        desk.store.add_all(
            replace(one, **held.get(type(one), {}))
            for one in EVERY
            if type(one).__name__ not in ("DeskSettings", "DeskIdentity") and not isinstance(one, foreign)
        )
        yield desk


@pytest.fixture
def there(tmp_path):
    with empty_desk(tmp_path / "b") as desk:
        desk.settings = replace(desk.settings, desk_name="城西工作台", agent="韩专员")
        yield desk


def send(sender, receiver, path, case_id=CASE):
    """A bundle of a case in a file; answers the path."""
    outgoing.hand_over(sender, case_id, known_desks.own_public(receiver), path)
    return path


def receive(desk, path, *chosen, trust=True):
    """Read a bundle and merge it; answers the plan that was carried out and what was done."""
    bundle = incoming.bundle_file(desk, path).read()
    arrived = incoming.arrival(desk, bundle)
    bundle.take_files(desk.vault)
    trusted = bundle.sender.fingerprint if trust else ""
    return arrived, desk.run(incoming.take_in, arrived, chosen, trusted)


def codes(call, *args):
    with pytest.raises(Refused) as refused:
        call(*args)
    return [finding.code for finding in refused.value.findings]


def untouched(desk):
    return desk.store.find(Case) == () and not list((desk.folder / "vault").glob("??/*"))


def test_a_case_arrives_with_its_files_and_both_desks_remember(here, there, tmp_path):
    arrived, _ = receive(there, send(here, there, tmp_path / "x"))
    assert arrived.plan.new and not arrived.known
    assert content(there) == content(here)
    assert there.vault.read(there.store.get(EvidenceItem, "i1").sha256) == PROOF
    assert there.vault.read(there.store.get(PrintedPacket, "q1").sha256) == PACKET
    left, came = outgoing.bundles_of(here, CASE)[0], outgoing.bundles_of(there, CASE)[0]
    assert (left.direction, left.desk_name, came.direction, came.desk_name) == (
        "left", "城西工作台", "came", here.settings.desk_name,
    )  # fmt: skip
    assert left.id == came.id and left.files == came.files == 2


def test_edits_on_both_sides_meet_and_nothing_is_lost(here, there, tmp_path):
    receive(there, send(here, there, tmp_path / "out"))
    there.store.save(replace(there.store.get(Debtor, "d1"), employer="城西厂", email="west@example.cn"))
    here.store.save(replace(here.store.get(Debtor, "d1"), employer="城东厂", position="焊工"))
    there.store.add(ContactEntry("n-there", CASE, NOW + timedelta(1), "韩专员", note="乙"))
    here.store.add(ContactEntry("n-here", CASE, NOW + timedelta(2), "林协商", note="甲"))
    arrived, done = receive(here, send(there, here, tmp_path / "back"), "debtor/d1/employer")
    assert [one.name for one in arrived.plan.conflicts] == ["debtor/d1/employer"]
    assert (done.added, done.changed) == (1, 1)
    debtor = here.store.get(Debtor, "d1")
    assert (debtor.employer, debtor.email, debtor.position) == ("城西厂", "west@example.cn", "焊工")
    assert [one.note for one in here.store.find(ContactEntry)][1:] == ["乙", "甲"]
    # The round goes on from what both have seen, not from the first state.
    here.store.save(replace(here.store.get(Debtor, "d1"), employer="新厂"))
    arrived, _ = receive(there, send(here, there, tmp_path / "again"))
    assert not arrived.plan.conflicts and there.store.get(Debtor, "d1") == here.store.get(Debtor, "d1")


def test_a_case_may_come_back_by_another_desk(here, there, tmp_path):
    receive(there, send(here, there, tmp_path / "1"))
    with empty_desk(tmp_path / "c") as third:
        receive(third, send(there, third, tmp_path / "2"))
        third.store.save(replace(third.store.get(Debtor, "d1"), employer="第三厂"))
        here.store.save(replace(here.store.get(Debtor, "d1"), email="here@example.cn"))
        arrived, _ = receive(here, send(third, here, tmp_path / "3"))
    assert not arrived.plan.conflicts and here.store.get(Debtor, "d1").employer == "第三厂"
    assert here.store.get(Debtor, "d1").email == "here@example.cn"


def test_bundles_that_crossed_decide_nothing_by_themselves(here, there, tmp_path):
    receive(there, send(here, there, tmp_path / "1"))
    here.store.save(replace(here.store.get(Debtor, "d1"), employer="改"))
    first, second = send(here, there, tmp_path / "2"), send(there, here, tmp_path / "3")
    receive(there, first)
    there.store.save(replace(there.store.get(Debtor, "d1"), employer=""))  # back to what it was, knowingly
    receive(here, second)
    arrived, _ = receive(there, send(here, there, tmp_path / "4"))
    assert [one.name for one in arrived.plan.conflicts] == ["debtor/d1/employer"]


def test_the_same_bundle_again_and_an_older_one_bring_nothing_back(here, there, tmp_path):
    old = send(here, there, tmp_path / "old")
    here.store.save(replace(here.store.get(Debtor, "d1"), employer="新厂"))
    new = send(here, there, tmp_path / "new")
    receive(there, new)
    assert codes(receive, there, old) == ["bundle_superseded"]
    there.store.save(replace(there.store.get(Debtor, "d1"), employer="城西厂"))
    arrived, done = receive(there, new)
    assert [one.code for one in arrived.notices] == ["bundle_again"]
    assert (done.added, done.changed, done.removed) == (0, 0, 0)
    assert there.store.get(Debtor, "d1").employer == "城西厂" and len(outgoing.bundles_of(there, CASE)) == 1


def test_an_unknown_sender_is_asked_about_and_a_remembered_one_is_not(here, there, tmp_path):
    path = send(here, there, tmp_path / "x")
    assert codes(lambda: receive(there, path, trust=False)) == ["bundle_sender_unknown"]
    assert there.store.find(Case) == ()
    there.run(known_desks.remember, known_desks.own_public(here))
    arrived, _ = receive(there, path, trust=False)
    assert arrived.known
    there.run(known_desks.forget, known_desks.grouped(known_desks.own_public(here).fingerprint))
    assert not known_desks.known_desks(there)


def test_a_name_of_a_known_desk_with_another_key_is_told(here, there, tmp_path):
    with empty_desk(tmp_path / "c") as third:
        there.run(known_desks.remember, known_desks.own_public(third))  # it has the same name as the sender
    bundle = incoming.bundle_file(there, send(here, there, tmp_path / "x")).read()
    assert [one.code for one in incoming.arrival(there, bundle).notices] == ["bundle_name_taken"]


def test_a_bundle_for_another_desk_is_refused(here, there, tmp_path):
    path = send(here, there, tmp_path / "x")
    assert codes(incoming.bundle_file(here, path).read) == ["bundle_other_desk"]


def test_a_bundle_sealed_anew_for_a_third_desk_is_refused(here, there, tmp_path):
    """Whoever receives a signed case cannot pass it on in the sender's name."""
    path = send(here, there, tmp_path / "x")
    bundle = incoming.bundle_file(there, path).read()
    with empty_desk(tmp_path / "c") as third, (tmp_path / "y").open("wb") as file:
        sent = outgoing.prepare_bundle(here, CASE, known_desks.own_public(there))
        forged = replace(bundle.header, recipient=known_desks.own_public(third).fingerprint)
        key = bytes.fromhex(known_desks.own_public(third).encryption)
        write_bundle(file, forged, sent.lines, here.vault.stream, known_desks.own_identity(there), key)
        file.close()
        assert codes(incoming.bundle_file(third, tmp_path / "y").read) == ["bundle_altered"]


def test_a_missing_or_damaged_file_stops_the_bundle(here, there, tmp_path):
    place = next(file for file in (here.folder / "vault").glob("??/*") if file.stat().st_size < CHUNK)
    whole = place.read_bytes()
    place.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert codes(send, here, there, tmp_path / "x") == ["bundle_file_damaged"]
    place.unlink()
    assert codes(send, here, there, tmp_path / "x") == ["vault_missing"]
    assert not (tmp_path / "x").exists() and not outgoing.bundles_of(here, CASE)


ALTERED = {"bundle_altered", "bundle_other_desk", "bundle_unknown_file", "bundle_form_newer"}


@pytest.mark.prove
def test_every_altered_byte_is_refused(here, there, tmp_path):
    path = send(here, there, tmp_path / "x")
    whole = path.read_bytes()
    places = [*range(HEAD + 40), *random.Random(1).sample(range(len(whole)), 900), len(whole) - 1]
    reader = incoming.bundle_file(there, tmp_path / "y")
    for place in random.Random(2).sample(places, how_many(60, len(places))):
        bent = bytearray(whole)
        bent[place] ^= 1 << place % 8
        (tmp_path / "y").write_bytes(bent)
        (code,) = codes(reader.read)
        assert code in ALTERED, place
    assert untouched(there)


@pytest.mark.parametrize(
    "cut", [0, 1, 15, 16, 79, 80, 96, 500, CHUNK + HEAD, CHUNK + HEAD + 16, -17, -1, "twice", "more"]
)
def test_a_bundle_that_is_not_whole_is_refused(here, there, tmp_path, cut):
    path = send(here, there, tmp_path / "x")
    whole = path.read_bytes()
    path.write_bytes(whole * 2 if cut == "twice" else whole + b"\0" if cut == "more" else whole[:cut])
    assert codes(incoming.bundle_file(there, path).read)[0] in ALTERED
    assert untouched(there)


def test_a_bundle_that_changes_between_proof_and_merge_is_refused(here, there, tmp_path):
    path = send(here, there, tmp_path / "x")
    bundle = incoming.bundle_file(there, path).read()
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert codes(bundle.take_files, there.vault) == ["bundle_altered"]
    send(here, there, path)
    assert codes(bundle.take_files, there.vault) == ["bundle_altered"]
    assert there.store.find(Case) == ()  # a file that was whole may lie in the vault, where no record names it


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


def test_a_bundle_of_an_earlier_schema_is_brought_to_this_one(here, there, tmp_path):
    """Masks of evidence came with schema 6: rows without them get what the step gave to databases."""

    def earlier(header, lines):
        for line in lines[1:]:
            if line[0] == "evidence_item":
                del line[1]["masks"], line[1]["number_placed"]
        kept = [line for line in lines[1:] if line[0] not in ("print_mark", "item_turn")]
        return replace(header, schema=5, entries=len(kept)), [{"schema": 5}, *kept]

    path = resealed(here, there, tmp_path / "x", earlier)
    receive(there, path)
    assert there.store.find(EvidenceItem) == here.store.find(EvidenceItem)
    assert there.store.find(Case) == here.store.find(Case)
    assert there.store.case_lines(search="ouyang")  # what is derived was derived anew


def test_private_keys_are_nowhere_but_in_the_database(here, there, tmp_path):
    identity = known_desks.own_identity(here)
    assert known_desks.own_identity(here) == identity
    assert identity.encryption not in repr(identity) and identity.signing not in repr(identity)
    out = send(here, there, tmp_path / "x").read_bytes() + known_desks.own_key_file(here)
    for secret in (identity.encryption, identity.signing):
        assert bytes.fromhex(secret) not in out and secret.encode() not in out
