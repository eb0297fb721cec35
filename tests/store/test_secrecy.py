"""Nothing that the desk knows can be read from the bytes of its folder, whatever the encoding, the log included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import SETTINGS
from tests.store.stored import CHEAP, CLOCK
from workstation.actions.desk import Desk
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.conversation.contact import ContactEntry
from workstation.evidence.verification import EvidenceItem
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.debtor import Address, Debtor, Phone
from workstation.store.keys import HEADER

PASSPHRASE = "一只安静的猫 9"
NAME, RESIDENT_ID, PHONE, NUMBER = "欧阳阿依古丽", "11010519491231002X", "13800006214", "6225880000006214"
ADDRESS, NOTE = "北京市朝阳区建国路八十八号院", "七月确诊后停工，妻子无业"
AMOUNT = 7_351_289_46
FILE = "诊断证明：胃恶性肿瘤。Diagnosis: carcinoma".encode() * 2000
TEXTS = (
    NAME,
    NAME[:3],
    RESIDENT_ID,
    PHONE,
    NUMBER,
    ADDRESS,
    NOTE,
    "招商银行",
    "诊断证明.pdf",
    "ouyangayiguli",
    SETTINGS.agent,
)


def needles() -> Iterator[bytes]:
    for text in (*TEXTS, PASSPHRASE, str(AMOUNT), "73512894", "7351289.46", "7,351,289.46"):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
            yield text.encode(encoding)
    for size in (4, 8):
        yield AMOUNT.to_bytes(size, "big")
        yield AMOUNT.to_bytes(size, "little")
    yield FILE[:64]
    yield "胃恶性肿瘤".encode()
    yield b"carcinoma"
    yield b"CREATE TABLE"
    yield b"SQLite format 3"


def work(desk: Desk, file: Path) -> None:
    """What an agent does in a morning."""
    store = desk.store
    store.add(Debtor("d1", NAME, RESIDENT_ID, (Phone(PHONE),), (Address(ADDRESS),)))
    store.add(Case("c1", store.next_case_number("2026"), "d1", CLOCK.today(), reason_note=NOTE))
    store.add(Account("a1", "c1", "招商银行", NUMBER, principal=Money(AMOUNT)))
    store.add(ContactEntry("k1", "c1", CLOCK.now(), desk.agent, note=NOTE))
    kept = desk.vault.add(file)
    store.add(
        EvidenceItem("i1", "c1", "diagnosis", kept.sha256, file.name, kept.size, "application/pdf", CLOCK.now(), "林")
    )


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


LOGIN_NAME = (HEADER, SETTINGS.agent.encode())
"""Told in SECURITY.md: who may open a desk is asked before anything is decrypted."""


def found(folder: Path) -> list[tuple[str, bytes]]:
    wanted = list(needles())
    pairs = [(path.name, needle) for path in files(folder) for needle in wanted if needle in path.read_bytes()]
    return [pair for pair in pairs if pair != LOGIN_NAME]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    file = tmp_path / "诊断证明.pdf"
    file.write_bytes(FILE)
    made = create_desk(tmp_path / "desk", PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    made.run(work, file)
    yield made
    made.close()


def test_nothing_is_readable_while_the_desk_is_open(desk: Desk) -> None:
    names = {path.name for path in files(desk.folder)}
    assert {"desk.db", "desk.db-wal", "desk.db-shm", HEADER} <= names
    assert (desk.folder / "desk.db-wal").stat().st_size > 0
    assert found(desk.folder) == []


def test_nothing_is_readable_when_it_is_shut_copied_or_rekeyed(desk: Desk) -> None:
    desk.store.copy(desk.folder / "backups", "desk")
    desk.store.save(Debtor("d1", "改名后"))
    desk.close()
    assert found(desk.folder) == []
    open_desk(desk.folder, PASSPHRASE, CLOCK).close()
    assert found(desk.folder) == []


def test_no_name_in_the_folder_tells_anything(desk: Desk) -> None:
    names = " ".join(str(path.relative_to(desk.folder)) for path in desk.folder.rglob("*"))
    item = desk.store.find(EvidenceItem)[0]
    for text in (*TEXTS, item.sha256):
        assert text not in names


def test_the_search_for_leaks_would_find_one(desk: Desk, tmp_path: Path) -> None:
    (desk.folder / "leak.txt").write_text(f"{NAME} {AMOUNT}", "gb18030")
    assert {name for name, _ in found(desk.folder)} == {"leak.txt"}


def test_two_files_of_one_content_look_unlike(tmp_path: Path) -> None:
    """Each has a key of its own, so that equal parts of two desks' files cannot be matched."""
    file = tmp_path / "诊断证明.pdf"
    file.write_bytes(FILE)
    sealed = []
    for name in ("a", "b"):
        desk = create_desk(tmp_path / name, PASSPHRASE, SETTINGS, CLOCK, CHEAP)
        desk.run(work, file)
        desk.close()
        sealed.append(next(path for path in files(tmp_path / name / "vault")))
    assert sealed[0].name != sealed[1].name
    assert sealed[0].read_bytes()[40:1000] != sealed[1].read_bytes()[40:1000]
