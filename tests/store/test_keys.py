"""The passphrase guards the keys; nothing but the right one opens them, and every failure is said."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.store.stored import CHEAP
from workstation.errors import Refused
from workstation.store.files import write_whole
from workstation.store.header import check_sum
from workstation.store.keys import HEADER, Cost, Keys, change_passphrase, new_keys, open_keys
from workstation.store.lock import LOCK

PASSPHRASE = "风和日丽 correct horse"


def create_keys(folder: Path, passphrase: str, cost: Cost) -> Keys:
    keys, header = new_keys(passphrase, cost)
    write_whole(folder / HEADER, header)
    return keys


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_keys(tmp_path, PASSPHRASE, CHEAP)
    return tmp_path


def code(act) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.findings[0].code


def test_the_passphrase_gives_the_same_keys_again(tmp_path: Path) -> None:
    keys = create_keys(tmp_path, PASSPHRASE, CHEAP)
    assert open_keys(tmp_path, PASSPHRASE) == keys
    assert len({keys.database, keys.vault}) == 2
    assert {len(keys.database), len(keys.vault)} == {32}
    assert keys.database.hex() not in repr(keys)


def test_two_desks_share_no_key(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        made.append(create_keys(tmp_path / name, PASSPHRASE, CHEAP))
    assert made[0].database != made[1].database


def test_full_width_typing_is_the_same_passphrase(tmp_path: Path) -> None:
    keys = create_keys(tmp_path, "ｃｏｒｒｅｃｔ　ｈｏｒｓｅ", CHEAP)
    assert open_keys(tmp_path, "correct horse") == keys


@pytest.mark.parametrize("wrong", ["", "correct horse", PASSPHRASE.upper(), PASSPHRASE + " ", "x" * 100_000])
def test_a_wrong_passphrase_is_said_and_changes_nothing(folder: Path, wrong: str) -> None:
    before = {file: file.read_bytes() for file in folder.iterdir()}
    assert code(lambda: open_keys(folder, wrong)) == "passphrase_wrong"
    assert {file: file.read_bytes() for file in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("weak", "expected"),
    [
        ("", "passphrase_empty"),
        ("   ", "passphrase_empty"),
        ("1234567", "passphrase_short"),
        ("密码", "passphrase_short"),
    ],
)
def test_a_weak_passphrase_is_refused(tmp_path: Path, weak: str, expected: str) -> None:
    assert code(lambda: create_keys(tmp_path, weak, CHEAP)) == expected
    assert list(tmp_path.iterdir()) == []


def test_changing_the_passphrase_keeps_the_keys(folder: Path) -> None:
    keys = open_keys(folder, PASSPHRASE)
    change_passphrase(folder, PASSPHRASE, "another long one")
    assert open_keys(folder, "another long one") == keys
    assert code(lambda: open_keys(folder, PASSPHRASE)) == "passphrase_wrong"
    assert sorted(file.name for file in folder.iterdir()) == [HEADER, LOCK]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [("not this one", "another long one", "passphrase_wrong"), (PASSPHRASE, "short", "passphrase_short")],
)
def test_a_refused_change_leaves_the_old_passphrase(folder: Path, old: str, new: str, expected: str) -> None:
    assert code(lambda: change_passphrase(folder, old, new)) == expected
    open_keys(folder, PASSPHRASE)


def test_a_missing_header_is_said(tmp_path: Path) -> None:
    assert code(lambda: open_keys(tmp_path, PASSPHRASE)) == "desk_header_missing"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"{}", b"[]", b"null", b'{"check": 1}', b"[" * 5000])
def test_a_header_of_rubbish_is_damaged(folder: Path, content: bytes) -> None:
    (folder / HEADER).write_bytes(content)
    assert code(lambda: open_keys(folder, PASSPHRASE)) == "desk_header_damaged"


def test_any_flipped_byte_is_damage_and_not_a_wrong_passphrase(folder: Path) -> None:
    whole = (folder / HEADER).read_bytes()
    for at in range(len(whole)):
        (folder / HEADER).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        try:
            open_keys(folder, PASSPHRASE)
        except Refused as refused:
            assert refused.findings[0].code == "desk_header_damaged", at
        else:
            assert json.loads((folder / HEADER).read_bytes()) == json.loads(whole), at  # white space only


@pytest.mark.parametrize(
    "forged",
    [
        {"argon2id": {"memory_kib": 2**40, "passes": 1, "lanes": 1}},
        {"argon2id": {"memory_kib": "64", "passes": 1, "lanes": 1}},
        {"argon2id": {"memory_kib": 64, "colour": 1}},
        {"nonce": ""},
        {"salt": "00"},
        {"wrapped": "00" * 16},
        {"form": "concord-desk-9"},
    ],
)
def test_a_forged_header_with_a_true_check_sum_is_refused_unread(folder: Path, forged: dict) -> None:
    body = json.loads((folder / HEADER).read_bytes()) | forged
    del body["check"]
    (folder / HEADER).write_text(json.dumps(body | {"check": check_sum(body)}))
    assert code(lambda: open_keys(folder, PASSPHRASE)) == "desk_header_damaged"


def test_cheaper_costs_slipped_in_do_not_open(folder: Path) -> None:
    """The costs are bound to the wrapping: whoever lowers them gets nothing."""
    body = json.loads((folder / HEADER).read_bytes()) | {"argon2id": {"memory_kib": 32, "passes": 1, "lanes": 1}}
    del body["check"]
    (folder / HEADER).write_text(json.dumps(body | {"check": check_sum(body)}))
    assert code(lambda: open_keys(folder, PASSPHRASE)) == "passphrase_wrong"


def test_a_cut_header_is_damaged(folder: Path) -> None:
    whole = (folder / HEADER).read_bytes()
    (folder / HEADER).write_bytes(whole[: len(whole) // 2])
    assert code(lambda: open_keys(folder, PASSPHRASE)) == "desk_header_damaged"


@pytest.mark.parametrize(
    "cost", [Cost(2**30, 1, 1), Cost(64, 10**9, 1), Cost(64, 0, 1), Cost(8, 1, 4), Cost(64, 1, 500)]
)
def test_costs_that_would_eat_the_machine_are_not_believed(cost: Cost) -> None:
    assert not cost.is_sane()


def test_the_standard_cost_is_at_least_what_rfc_9106_recommends(tmp_path: Path, ordinary_cost: Cost) -> None:
    assert ordinary_cost.is_sane()
    assert ordinary_cost.memory_kib >= 65536
    assert ordinary_cost.passes >= 3
    keys, header = new_keys(PASSPHRASE, ordinary_cost)
    (tmp_path / HEADER).write_bytes(header)
    assert open_keys(tmp_path, PASSPHRASE) == keys


def test_only_the_owner_may_read_the_header(folder: Path) -> None:
    assert stat.S_IMODE((folder / HEADER).stat().st_mode) == 0o600
