"""Damage of any file in the place is told, and what the table promises is there; a copy cut short is never taken for one."""

from __future__ import annotations

import os
import shutil
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions.backup.backed_up import PASSPHRASE, Sitting, sitting
from tests.prove import how_many
from workstation.actions.backup.restoring import CopyState, check_copies, copies_in, restore_desk
from workstation.actions.opening import open_desk
from workstation.actions.upkeep import check_vault
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case
from workstation.store.header import HEADER

FLIPS = how_many(60, 1500)
EVERY = how_many(5, 1)
"""A process is ended at every so many of its calls."""


def files_of(place: Path) -> list[Path]:
    """All but the lock, which holds nothing."""
    return sorted(file for file in place.rglob("*") if file.is_file() and file.name != "desk.lock")


def is_told(place: Path) -> bool:
    """Whether looking through the copies tells of anything at all."""
    try:
        found = check_copies(copies_in(place, PASSPHRASE))
    except Refused:
        return True
    return bool(found.findings) or any(one.state is not CopyState.VERIFIED for one in found.copies)


@pytest.mark.prove
def test_no_flipped_bit_is_silent(at_desk: Sitting) -> None:
    at_desk.back_up()
    at_desk.later(days=1)
    at_desk.add_proof(at_desk.add_case(), os.urandom(600_000))
    at_desk.back_up()
    assert not is_told(at_desk.place)
    random, files = Random(20261123), files_of(at_desk.place)
    silent = []
    for number in range(FLIPS):
        file = files[number % len(files)]
        before = file.read_bytes()
        at, bit = random.randrange(len(before)), 1 << random.randrange(8)
        file.write_bytes(before[:at] + bytes([before[at] ^ bit]) + before[at + 1 :])
        if not is_told(at_desk.place):
            silent.append(f"{file.name}: byte {at}, bit {bit}")
        file.write_bytes(before)
    assert not silent


ACTIONS = st.lists(st.sampled_from(["case", "proof", "proof", "withdraw", "back_up", "day", "month"]), max_size=14)
DAMAGE = st.sampled_from(["flip", "truncate", "remove", "none"])


@given(actions=ACTIONS, damage=DAMAGE, where=st.floats(0, 0.999), at=st.floats(0, 0.999), which=st.integers(0, 20))
@settings(max_examples=how_many(8, 400))
def test_what_the_table_promises_is_there(tmp_path_factory, actions, damage, where, at, which) -> None:
    here = sitting(tmp_path_factory.mktemp("desk"), proofs=1)
    try:
        known = dict(_worked(here, actions))
        harmed = _damage(here.place, damage, where, at)
        _promised(here, known, which, "" if damage == "none" else harmed)
    finally:
        here.desk.close()
        shutil.rmtree(here.root)


def _worked(here: Sitting, actions: list[str]):
    """Does everything, and answers what the desk held at each copy, by its name."""
    cases = [case.id for case in here.desk.store.find(Case)]
    for action in [*actions, "back_up"]:
        if action == "case":
            cases.append(here.add_case())
        elif action == "proof":
            here.add_proof(cases[-1])
        elif action == "withdraw":
            for item in here.desk.store.find(EvidenceItem)[:1]:
                here.desk.store.delete(EvidenceItem, item.id)
        elif action == "back_up":
            made = here.back_up()
            yield made.folder.name, {kind: here.desk.store.find(kind) for kind in (Case, EvidenceItem)}
        else:
            here.later(days=1 if action == "day" else 30)


def _damage(place: Path, damage: str, where: float, at: float) -> str:
    """Harms one file of the copies, and answers its name."""
    files = files_of(place)
    file = files[int(where * len(files))]
    data = file.read_bytes()
    spot = int(at * len(data))
    if damage == "remove":
        file.unlink()
    elif damage == "truncate":
        file.write_bytes(data[:spot])
    elif damage == "flip":
        file.write_bytes(data[:spot] + bytes([data[spot] ^ 16]) + data[spot + 1 :])
    return file.name


def _promised(here: Sitting, known: dict, which: int, harmed: str) -> None:
    damaged = bool(harmed)
    assert is_told(here.place) == damaged
    try:
        found = here.found()
    except Refused:
        assert damaged
        return
    copy = found.copies[which % len(found.copies)]
    try:
        back = restore_desk(found, copy, here.root / "restored", here.desk.clock)
    except Refused:
        assert copy.state is CopyState.DAMAGED
        assert not (here.root / "restored").exists()
        return
    desk = here.opened()
    try:
        held = known[copy.folder.name]
        assert {kind: desk.store.find(kind) for kind in held} == held, "whatever opens is what was copied"
        assert len(check_vault(desk)) == len({one.figures["file"] for one in back.findings if "file" in one.figures})
        if copy.state is CopyState.VERIFIED:
            assert back.findings == ()
            assert (back.cases, back.evidence) == (copy.manifest.cases, copy.manifest.evidence)
        else:
            assert back.findings or harmed == HEADER  # that of another copy opens the same desk: nothing is lacking
    finally:
        desk.close()


@pytest.mark.prove
@pytest.mark.skipif(os.name == "nt", reason="no fork on Windows")
def test_a_copy_cut_short_at_any_step_is_never_taken_for_one(tmp_path: Path) -> None:
    """The process ends without a word at its n-th call to the disk, for every n (of the sample: every fifth)."""
    here = sitting(tmp_path)
    here.back_up()
    here.add_proof(here.add_case())
    here.later(days=1)
    here.desk.close()
    shutil.copytree(here.place, tmp_path / "template")
    finished = False
    for number in range(1, 500, EVERY):
        shutil.rmtree(here.place)
        shutil.copytree(tmp_path / "template", here.place)
        finished = _ended_at(number, here)
        found = check_copies(copies_in(here.place, PASSPHRASE))
        assert [one.state for one in found.copies] == [CopyState.VERIFIED] * len(found.copies)
        assert len(found.copies) in (1, 2)
        if finished:
            break
    assert finished and number > 20, "the copy needed more calls than were tried, or none was counted"
    after = Sitting(here.root, open_desk(here.home, PASSPHRASE, here.desk.clock), here.at)
    after.back_up()
    assert not [file for file in here.place.rglob("*") if file.name.endswith(".part")]
    after.desk.close()


def _ended_at(number: int, here: Sitting) -> bool:
    """Copy in a child that ends at its n-th call; whether it came to its end before."""
    child = get_context("fork").Process(target=_copy_until, args=(number, here))
    child.start()
    child.join()
    assert child.exitcode in (0, 9)
    return child.exitcode == 0


def _copy_until(number: int, here: Sitting) -> None:
    calls = 0

    def counted(real):
        def call(*args, **kwargs):
            nonlocal calls
            calls += 1
            if calls == number:
                os._exit(9)
            return real(*args, **kwargs)

        return call

    desk = open_desk(here.home, PASSPHRASE, here.desk.clock)
    for name in ("open", "fsync", "replace", "rename", "unlink", "rmdir", "mkdir"):
        setattr(os, name, counted(getattr(os, name)))
    Sitting(here.root, desk, here.at).back_up()
    os._exit(0)
