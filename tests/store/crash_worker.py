"""What runs until it is killed: imports in one transaction each, and proofs taken into the vault with their records."""

from __future__ import annotations

from pathlib import Path
from random import Random

from tests.builders import SETTINGS
from tests.store.stored import CHEAP, CLOCK
from workstation.actions.desk import Desk, create_desk, open_desk
from workstation.evidence.verification import EvidenceItem
from workstation.identity import new_id
from workstation.profile.account import Account
from workstation.profile.batch import Import
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.vault import CHUNK

PASSPHRASE = "correct horse"
ROWS = 60


def make(folder: Path) -> None:
    """A desk with one case to hang proofs on."""
    desk = create_desk(folder, PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    desk.store.add(Debtor("d0", "张三"))
    desk.store.add(Case("c0", desk.store.next_case_number("2026"), "d0", CLOCK.today()))
    desk.close()


def work(folder: Path, seed: int, started) -> None:
    """Until killed: import, take in a proof, mend; over and over."""
    random = Random(seed)
    desk = open_desk(folder, PASSPHRASE, CLOCK)
    source = folder.with_name(f"{folder.name}.source")
    started.set()
    while True:
        desk.run(import_rows)
        source.write_bytes(random.randbytes(random.choice((10, CHUNK, 2 * CHUNK + 5))))
        desk.run(take_in, source)


def import_rows(desk: Desk) -> None:
    """`ROWS` debtors with case and account, and the record of the import, at once."""
    batch = new_id()
    desk.store.add(Import(batch, "a.xlsx", "", CLOCK.now(), "林", ROWS, ROWS, 0))
    ids = [new_id() for _ in range(ROWS)]
    numbers = desk.store.next_case_numbers("2026", ROWS)
    desk.store.add_all(Debtor(one, "测试") for one in ids)
    desk.store.add_all(
        Case(one, number, one, CLOCK.today(), import_id=batch) for one, number in zip(ids, numbers, strict=True)
    )
    desk.store.add_all(Account(one, one, "招商银行", "6225", import_id=batch) for one in ids)


def take_in(desk: Desk, path: Path) -> None:
    """The file first, its record after: a crash between leaves a spare file, never a record without its file."""
    kept = desk.vault.add(path)
    desk.store.add(
        EvidenceItem(new_id(), "c0", "id_card", kept.sha256, "a.pdf", kept.size, "application/pdf", CLOCK.now(), "林")
    )
