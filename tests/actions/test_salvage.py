"""Of a damaged desk all that can be read comes into a new one, which opens and is whole; what is lost is named."""

from __future__ import annotations

import shutil
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from bench.lists import KEY, made_store
from tests.builders import SETTINGS, account
from tests.prove import how_many
from tests.store.stored import CHEAP, CLOCK
from workstation.actions.evidence.items import add_file
from workstation.actions.integrity import check_desk
from workstation.actions.making import create_desk
from workstation.actions.opening import desk_keys, open_desk
from workstation.actions.salvage import SalvageReport, salvage_desk
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.salvage import pages
from workstation.store.salvage import rebuild as rebuilding
from workstation.store.salvage.pages import SIZE, read_pages
from workstation.store.salvage.rebuild import Outline, rebuild
from workstation.store.salvage.records import Trees

pytestmark = pytest.mark.prove
PASSPHRASE = "correct horse"
CASES = 60
ROUNDS = how_many(5, 400)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixty cases with long texts, so that tables take many pages; one proof."""
    root = tmp_path_factory.mktemp("salvage")
    desk = create_desk(root / "desk", PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    for number in range(CASES):
        desk.store.add(Debtor(f"d{number}", f"人{number}", employer="单位" * 150))
        desk.store.add(
            Case(f"c{number}", desk.store.next_case_number("2026"), f"d{number}", CLOCK.today(), reason_note="病" * 200)
        )
        desk.store.add(account(id=f"a{number}", case_id=f"c{number}", purpose="用途" * 100))
    proof = root / "身份证.csv"
    proof.write_text("a,b\n1,2\n", "utf-8")
    add_file(desk, "c7", "id_card", proof)
    desk.close()
    return root / "desk"


@pytest.fixture
def damaged(template: Path, tmp_path: Path) -> Iterator[Path]:
    shutil.copytree(template, tmp_path / "damaged")
    yield tmp_path / "damaged"


def spoil(folder: Path, *numbers: int, name: str = "desk.db") -> None:
    data = bytearray((folder / name).read_bytes())
    for page in numbers:
        data[(page - 1) * SIZE + 17] ^= 1
    (folder / name).write_bytes(data)


def salvaged(damaged: Path) -> SalvageReport:
    return salvage_desk(damaged, damaged.with_name("new"), PASSPHRASE, CLOCK)


def counts(folder: Path) -> tuple[int, int, int]:
    """Opens it; asserts that it is whole."""
    desk = open_desk(folder, PASSPHRASE, CLOCK)
    try:
        assert check_desk(desk).findings == ()
        return tuple(len(desk.store.find(kind)) for kind in (Debtor, Case, Account))  # type: ignore[return-value]
    finally:
        desk.close()


def root_of(folder: Path, name: str) -> int:
    desk = open_desk(folder, PASSPHRASE, CLOCK)
    (root,) = desk.store._database.run("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    desk.close()
    return int(root)


def test_a_whole_desk_comes_over_whole(damaged: Path) -> None:
    before = {path: path.read_bytes() for path in damaged.rglob("*") if path.is_file() and path.name != "desk.lock"}
    report = salvaged(damaged)
    assert report.findings == () and report.files == 1
    assert counts(report.folder) == (CASES, CASES, CASES)
    assert {path: path.read_bytes() for path in before} == before
    old, new = (open_desk(folder, PASSPHRASE, CLOCK) for folder in (damaged, report.folder))
    for kind in (Debtor, Case, Account, EvidenceItem):
        assert old.store.find(kind) == new.store.find(kind)
    assert new.store.next_case_number("2026") == f"CC-2026-{CASES + 1:05d}"
    old.close()
    new.close()


def test_a_lost_root_costs_nothing_that_its_leaves_hold(damaged: Path) -> None:
    spoil(damaged, root_of(damaged, "debtor"), root_of(damaged, "case"))
    report = salvaged(damaged)
    assert counts(report.folder) == (CASES, CASES, CASES)
    uncertain = {one.table: one.uncertain for one in report.tables if one.uncertain}
    assert uncertain == {"debtor": CASES, "case": CASES}


def test_a_lost_first_page_costs_little(damaged: Path) -> None:
    spoil(damaged, 1)
    report = salvaged(damaged)
    debtors, cases, accounts = counts(report.folder)
    assert (debtors, cases, accounts) == (CASES, CASES, CASES)


def test_a_lost_salt_is_taken_from_a_copy(damaged: Path) -> None:
    desk = open_desk(damaged, PASSPHRASE, CLOCK)
    desk.store.copy(damaged / "backups", "desk")
    desk.close()
    data = bytearray((damaged / "desk.db").read_bytes())
    data[:16] = bytes(16)
    (damaged / "desk.db").write_bytes(data)
    assert counts(salvaged(damaged).folder) == (CASES, CASES, CASES)


def test_the_key_file_may_be_an_older_copy(damaged: Path) -> None:
    (damaged / "backups").mkdir()
    (damaged / "desk.json").rename(damaged / "backups" / "desk.json")
    assert counts(salvaged(damaged).folder) == (CASES, CASES, CASES)


def test_a_larger_desk_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory of Python while a database is rebuilt, of 600 cases and of 2,400, with damage in both."""
    monkeypatch.setattr(pages, "_HELD", 32)
    peaks = []
    for number in (600, 2_400):
        made_store(tmp_path / f"{number}.db", number).close()
        spoil(tmp_path, 40, 60, name=f"{number}.db")
        tracemalloc.start()
        rebuild(
            tmp_path / f"{number}.db", None, KEY, (), tmp_path / f"new-{number}.db", Outline(CLOCK.today(), SETTINGS)
        )
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.8 * peaks[0], peaks


def leaf_of(folder: Path, name: str) -> int:
    """The second leaf of a table."""
    keys = desk_keys(folder, PASSPHRASE)
    trees = Trees(read_pages(folder / "desk.db", None, keys.database))
    return list(trees.leaves(root_of(folder, name)))[1]


@pytest.mark.parametrize("at_once", [20_000, 2], ids=["all at once", "two at a time"])
def test_lost_cases_are_named_and_what_referred_to_them_stays(
    damaged: Path, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuilding, "_BROKEN_AT_ONCE", at_once)
    spoil(damaged, leaf_of(damaged, "case"))
    report = salvaged(damaged)
    case = next(one for one in report.tables if one.table == "case")
    assert case.lost and case.made == case.lost == len(case.names) and not case.more
    assert all(name.startswith("CC-2026-") for name in case.names)
    assert counts(report.folder) == (CASES, CASES, CASES)
    new = open_desk(report.folder, PASSPHRASE, CLOCK)
    assert {one.number for one in new.store.find(Case)} == {f"CC-2026-{number:05d}" for number in range(1, CASES + 1)}
    assert {one.debtor_id for one in new.store.find(Case)} == {f"d{number}" for number in range(CASES)}
    new.close()


def test_any_pages_may_be_lost(template: Path, tmp_path: Path) -> None:
    """The new desk opens, is whole, and nothing goes without a word."""
    random = Random(20261128)
    size = (template / "desk.db").stat().st_size // SIZE
    for number in range(ROUNDS):
        folder = tmp_path / f"desk-{number}"
        shutil.copytree(template, folder)
        spoil(folder, *random.sample(range(1, size + 1), random.choice((1, 1, 2, 5, 20))))
        report = salvage_desk(folder, tmp_path / f"new-{number}", PASSPHRASE, CLOCK)
        kept = counts(report.folder)
        for have, table in zip(kept, ("debtor", "case", "account"), strict=True):
            (one,) = (one for one in report.tables if one.table == table)
            assert one.more or one.kept + one.lost == CASES
            assert have == one.kept + one.made
        shutil.rmtree(folder)
        shutil.rmtree(report.folder)


def code(act) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.findings[0].code


def test_what_cannot_be_salvaged_is_said_before_anything_is_made(damaged: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    assert code(lambda: salvage_desk(damaged, new, "wrong horse", CLOCK)) == "passphrase_wrong"
    assert code(lambda: salvage_desk(damaged, damaged / "new", PASSPHRASE, CLOCK)) == "salvage_inside_desk"
    assert code(lambda: salvage_desk(damaged, damaged.parent, PASSPHRASE, CLOCK)) == "salvage_folder_taken"
    circle = damaged.parent / "circle"
    circle.symlink_to(circle)
    assert code(lambda: salvage_desk(damaged, circle, PASSPHRASE, CLOCK)) == "salvage_folder_taken"
    desk = open_desk(damaged, PASSPHRASE, CLOCK)
    assert code(lambda: salvage_desk(damaged, new, PASSPHRASE, CLOCK)) == "desk_busy"
    desk.close()
    (damaged / "desk.json").unlink()
    assert code(lambda: salvage_desk(damaged, new, PASSPHRASE, CLOCK)) == "desk_header_missing"
    assert not new.exists()


def test_a_damaged_vault_file_is_named(damaged: Path) -> None:
    (file,) = (path for path in (damaged / "vault").rglob("*") if path.is_file())
    whole = file.read_bytes()
    file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert [finding.code for finding in salvaged(damaged).findings] == ["vault_damaged"]


def test_the_keys_are_the_same(damaged: Path) -> None:
    assert desk_keys(salvaged(damaged).folder, PASSPHRASE) == desk_keys(damaged, PASSPHRASE)
