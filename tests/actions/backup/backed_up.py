"""A small desk in a folder with proofs, a place for copies beside it, and what people do with both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from tests.builders import NOW, SETTINGS
from tests.store.stored import CHEAP
from workstation.actions import cases
from workstation.actions.backup.copying import CopyMade, back_up
from workstation.actions.backup.restoring import CopiesFound, Restored, check_copies, copies_in, restore_desk
from workstation.actions.desk import Desk
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.dates import FixedClock
from workstation.evidence.verification import EvidenceItem
from workstation.identity import new_id

PASSPHRASE = "a long enough passphrase"


@dataclass
class Sitting:
    """One desk and the time, which moves only when it is told to."""

    root: Path
    desk: Desk
    at: datetime = NOW
    number: int = 0

    @property
    def home(self) -> Path:
        return self.root / "desk"

    @property
    def place(self) -> Path:
        return self.root / "stick"

    @property
    def kept(self) -> Path:
        """The folder of the copies in the place."""
        return next(self.place.iterdir())

    def later(self, **span: int) -> None:
        self.at += timedelta(**span)
        self.desk.clock = FixedClock(self.at)

    def add_case(self) -> str:
        self.number += 1
        return self.desk.run(cases.new_case, f"张{self.number}")

    def add_proof(self, case_id: str, content: bytes = b"") -> EvidenceItem:
        self.number += 1
        data = content or f"proof {self.number} ".encode() * 50
        stored = self.desk.vault.keep(data, "proof.txt")
        item = EvidenceItem(
            new_id(),
            case_id,
            "id_card",
            stored.sha256,
            f"证明{self.number}.txt",
            stored.size,
            "text/plain",
            self.at,
            "林",
        )
        self.desk.store.add(item)
        return item

    def back_up(self) -> CopyMade:
        self.later(minutes=1)
        return back_up(self.desk, self.place)

    def found(self, *, thorough: bool = True) -> CopiesFound:
        found = copies_in(self.place, PASSPHRASE)
        return check_copies(found) if thorough else found

    def restored(self, number: int = 0, name: str = "restored") -> Restored:
        found = self.found(thorough=False)
        return restore_desk(found, found.copies[number], self.root / name, self.desk.clock)

    def opened(self, name: str = "restored") -> Desk:
        return open_desk(self.root / name, PASSPHRASE, self.desk.clock)


def sitting(root: Path, cases_: int = 1, proofs: int = 3) -> Sitting:
    """A desk with cases and proofs, and an empty place for copies."""
    (root / "stick").mkdir(parents=True)
    made = Sitting(root, create_desk(root / "desk", PASSPHRASE, SETTINGS, FixedClock(NOW), CHEAP))
    for _ in range(cases_):
        case_id = made.add_case()
        for _ in range(proofs):
            made.add_proof(case_id)
    return made
