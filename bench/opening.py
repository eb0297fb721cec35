"""A desk with 10,000 proofs opened for a working day, and a second copy of it made where nothing has changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from bench.contest import Contender, Contest
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.casework.settings import DeskSettings
from workstation.dates import SystemClock
from workstation.evidence.verification import EvidenceItem
from workstation.store.keys import Cost

try:
    from workstation.actions.backup import copying
    from workstation.actions.making import create_desk
    from workstation.actions.opening import desk_keys, open_for_work, open_with
except ModuleNotFoundError:  # a build from before these had rooms of their own, and before there were copies
    from workstation.actions.desk import create_desk, sit_down  # type: ignore[attr-defined, no-redef]


HAS_COPIES: Final = "copying" in globals()
PROOFS: Final = 10_000
CASES: Final = 1_000
PASSPHRASE: Final = "a desk to be measured"
CHEAP: Final = Cost(64, 1, 1)
"""Working out a key costs the same in every build and would hide all the rest."""


def contests(folder: Path) -> list[Contest]:
    """Opening and copying; the desk is made by the build that is measured."""
    desk = folder / "desk"
    made_desk(desk).close()
    least = Contender("every name of the vault listed", listed(desk / "vault"))
    found = [Contest(f"a desk with {PROOFS:,} proofs opened", opener(desk), (least,), rounds=7)]
    copy = copier(desk, folder / "stick")
    return found if copy is None else [*found, Contest(f"{PROOFS:,} unchanged files copied again", copy, (least,))]


def made_desk(folder: Path, case_count: int = CASES, cost: Cost = CHEAP, proofs: int = PROOFS) -> Desk:
    """A desk with cases and small proofs, each of another content."""
    with unsynced():
        desk = create_desk(folder, PASSPHRASE, DeskSettings("样例", "林协商"), SystemClock(), cost)
        desk.run(_filled, case_count, proofs)
    return desk


def _filled(desk: Desk, case_count: int, proofs: int) -> None:
    case_ids = [cases.new_case(desk, f"债务人{number}") for number in range(case_count)]
    at = datetime(2026, 11, 23, 9, tzinfo=UTC)
    items = []
    for number in range(proofs):
        data = b"%06d " % number * 40
        desk.vault.keep(data, "proof.txt")
        case_id, digest, name = case_ids[number % case_count], sha256(data).hexdigest(), f"证明{number}.txt"
        items.append(
            EvidenceItem(f"i{number}", case_id, "id_card", digest, name, len(data), "text/plain", at, "林协商")
        )
    desk.store.add_all(items)


def opener(folder: Path) -> Callable[[], None]:
    """What opens the desk for a day's work, by the keys of its passphrase, and closes it again."""

    def then() -> None:
        sit_down(folder, PASSPHRASE, SystemClock()).close()

    def today() -> None:
        open_for_work(folder, desk_keys(folder, PASSPHRASE), SystemClock()).close()

    return today if HAS_COPIES else then


def copier(folder: Path, place: Path) -> Callable[[], object] | None:
    """What copies the desk to where a copy of the same day is already; None in a build that made no copies."""
    if not HAS_COPIES:
        return None
    place.mkdir()
    desk = open_with(folder, desk_keys(folder, PASSPHRASE), SystemClock())
    with unsynced():
        copying.back_up(desk, place)
    return lambda: copying.back_up(desk, place)


def listed(folder: Path) -> Callable[[], None]:
    """The names of all files of a vault."""

    def work() -> None:
        if sum(len(files) for _, _, files in os.walk(folder)) != PROOFS:
            raise AssertionError(folder)

    return work


@contextmanager
def unsynced() -> Iterator[None]:
    """What is made only to be measured waits for no disk."""
    kept, os.fsync = os.fsync, lambda handle: None  # type: ignore[assignment]
    try:
        yield
    finally:
        os.fsync = kept
