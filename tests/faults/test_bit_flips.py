"""One bit of any file of a desk turned over: it is told, or all that was kept is still there as it was."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.builders import SETTINGS, account
from tests.prove import how_many
from tests.store.stored import CHEAP, CLOCK
from workstation.actions.evidence.items import add_file
from workstation.actions.integrity import check_desk
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.records.repository import Mappers

pytestmark = pytest.mark.prove
PASSPHRASE = "correct horse"
FLIPS = how_many(60, 1500)
FILES = ("desk.db", "desk.json", "desk.db-wal", "vault")


@pytest.fixture(scope="module")
def crashed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk as a crash leaves it: a database, a log of the last steps, a key file and a proof."""
    root = tmp_path_factory.mktemp("flips")
    desk = create_desk(root / "desk", PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    for number in range(12):
        desk.store.add(Debtor(f"d{number}", f"人{number}", employer="单位" * 150))
        desk.store.add(Case(f"c{number}", desk.store.next_case_number("2026"), f"d{number}", CLOCK.today()))
        desk.store.add(account(id=f"a{number}", case_id=f"c{number}"))
    desk.close()
    desk = open_desk(root / "desk", PASSPHRASE, CLOCK)
    proof = root / "流水.csv"
    proof.write_text("a,b\n" + "1,2\n" * 20_000, "utf-8")
    add_file(desk, "c3", "id_card", proof)
    for number in range(4):
        desk.store.add(Debtor(f"n{number}", "后来"))
    shutil.copytree(root / "desk", root / "crashed", ignore=shutil.ignore_patterns("*-shm"))
    desk.close()
    return root / "crashed"


def everything(folder: Path) -> tuple[list[str], str]:
    """What is told of a desk, and all that it holds, as text."""
    try:
        desk = open_desk(folder, PASSPHRASE, CLOCK)
    except Refused as refused:
        return [finding.code for finding in refused.findings], ""
    try:
        told = [finding.code for finding in (*desk.opening_findings, *check_desk(desk).findings)]
        if told:
            return told, ""
        held = [desk.store.find(mapper.kind) for mapper in Mappers()]
        proofs = [desk.vault.read(item.sha256) for item in desk.store.find(EvidenceItem)]
        return told, repr((held, proofs))
    finally:
        desk.close()


def test_no_flipped_bit_is_silent(crashed: Path, tmp_path: Path) -> None:
    random, outcomes = Random(20261128), Counter[str]()
    shutil.copytree(crashed, tmp_path / "whole")
    told, before = everything(tmp_path / "whole")
    assert told == [] and before
    for number in range(FLIPS):
        folder = tmp_path / "flipped"
        shutil.copytree(crashed, folder)
        name = FILES[number % len(FILES)]
        path = folder / name if name != "vault" else next(one for one in (folder / name).rglob("*") if one.is_file())
        data = bytearray(path.read_bytes())
        at = random.randrange(len(data))
        data[at] ^= 1 << random.randrange(8)
        path.write_bytes(data)
        told, now = everything(folder)
        assert told or now == before, f"bit flip in {name} at {at}: silent"
        outcomes[f"{name}: {'told' if told else 'irrelevant'}"] += 1
        shutil.rmtree(folder)
    assert {"desk.db: told", "desk.db-wal: told", "desk.json: told", "vault: told"} <= set(outcomes)
    assert not outcomes["vault: irrelevant"] and not outcomes["desk.json: irrelevant"], outcomes
