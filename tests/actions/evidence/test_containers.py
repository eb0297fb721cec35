"""Proofs out of locked files and boxes: the file that is meant is the proof, the original and its password are kept."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.actions.evidence.test_items import case_id as case_id
from tests.received.boxes import aes_zip, locked_pdf
from workstation.actions.desk import Desk
from workstation.actions.evidence import containers, items
from workstation.actions.evidence.containers import Opening
from workstation.actions.upkeep import check_vault, known_files, quarantine_orphans
from workstation.errors import Refused
from workstation.evidence.container import ItemContainer
from workstation.evidence.verification import EvidenceItem

LIST = "日期,金额\n2026-11-01,5\n".encode()


def test_the_original_and_its_password_are_kept(desk: Desk, case_id: str, tmp_path: Path) -> None:
    path = tmp_path / "流水.zip"
    path.write_bytes(aes_zip("流水.csv", LIST, "071234"))
    item = containers.add_from_container(desk, case_id, "bank_statement", path, Opening("071234"))
    assert (item.file_name, item.media_type, items.item_bytes(desk, item.id)) == ("流水.csv", "text/csv", LIST)
    kept = containers.container_of(desk, item.id)
    original = hashlib.sha256(path.read_bytes()).hexdigest()
    size = path.stat().st_size
    assert kept == ItemContainer(item.id, case_id, original, "流水.zip", size, "071234", "流水.csv")
    assert desk.vault.read(original) == path.read_bytes() and known_files(desk.store)[original] == "流水.zip"
    assert quarantine_orphans(desk).set_aside == 0 and check_vault(desk) == ()


@pytest.mark.parametrize(
    ("opening", "code"), [(Opening(), "container_password_needed"), (Opening("1"), "container_password_wrong")]
)
def test_a_wrong_password_leaves_nothing(desk: Desk, case_id: str, tmp_path: Path, opening: Opening, code: str) -> None:
    path = tmp_path / "合同.pdf"
    path.write_bytes(locked_pdf("071234"))
    with pytest.raises(Refused) as refused:
        containers.add_from_container(desk, case_id, "bank_statement", path, opening)
    assert [one.code for one in refused.value.findings] == [code] and containers.may_be_opened(refused.value)
    assert desk.store.find(EvidenceItem) == () and desk.store.find(ItemContainer) == ()
    assert desk.vault.orphans(()) == ()


def test_several_out_of_one_are_all_kept_or_none(desk: Desk, case_id: str, tmp_path: Path) -> None:
    path = tmp_path / "材料.zip"
    path.write_bytes(aes_zip("一.csv", LIST, "071234", more=[("二.csv", LIST.replace(b"5", b"6"))]))
    openings = [Opening("071234", "一.csv"), Opening("071234", "三.csv")]
    with pytest.raises(Refused) as refused:
        containers.add_several(desk, case_id, "bank_statement", path, openings)
    assert refused.value.findings[0].code == "container_member_unknown" and desk.store.find(EvidenceItem) == ()
    openings[1] = Opening("071234", "二.csv")
    added = containers.add_several(desk, case_id, "bank_statement", path, openings)
    kept = [containers.container_of(desk, item.id) for item in added]
    assert [item.file_name for item in added] == ["一.csv", "二.csv"]
    assert len({one.sha256 for one in kept if one}) == 1 and {one.password for one in kept if one} == {"071234"}
