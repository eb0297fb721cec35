"""Signed case bundles: whole or refused, for one desk only, from a sender who was compared; and merged like any case."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.actions.transfer.two_desks import CASE, PACKET, PROOF, codes, content, empty_desk, receive, send, untouched
from tests.builders import NOW
from tests.prove import how_many
from workstation.actions.transfer import incoming, known_desks, outgoing
from workstation.casework.printed import PrintedPacket
from workstation.conversation.contact import ContactEntry
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.bundle.content import write_bundle
from workstation.store.bundle.sealing import CHUNK, HEAD


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
    logged = [one for one in arrived.plan.added if one.table == "origin_entry"]
    assert {one.values["desk"] for one in logged} == {"城西工作台"}
    assert (done.added - len(logged), done.changed) == (1, 1)
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


def test_private_keys_are_nowhere_but_in_the_database(here, there, tmp_path):
    identity = known_desks.own_identity(here)
    assert known_desks.own_identity(here) == identity
    assert identity.encryption not in repr(identity) and identity.signing not in repr(identity)
    out = send(here, there, tmp_path / "x").read_bytes() + known_desks.own_key_file(here)
    for secret in (identity.encryption, identity.signing):
        assert bytes.fromhex(secret) not in out and secret.encode() not in out
