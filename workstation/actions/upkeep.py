"""Upkeep of a desk: whether all that records name is in the vault, and what no record names."""

from __future__ import annotations

from workstation.actions.desk import Desk
from workstation.casework.bank_form import BankForm
from workstation.casework.printed import PrintedPacket, PrintRecord
from workstation.errors import Finding
from workstation.evidence.container import ItemContainer
from workstation.evidence.verification import EvidenceItem
from workstation.store.quarantine import Quarantined as Quarantined
from workstation.store.store import Store


def check_vault(desk: Desk) -> tuple[Finding, ...]:
    """Whether every evidence item and every paper that left the desk still has its file, whole."""
    return desk.vault.check(known_files(desk.store))


def quarantine_orphans(desk: Desk) -> Quarantined:
    """Set aside what the vault holds and no record names, and bring back what one names again. Run it by `Desk.run`."""
    with desk.store.transaction():
        return desk.vault.quarantine(known_files(desk.store), desk.clock.today())


def known_files(store: Store) -> dict[str, str]:
    """Content hash → name of every file that a record speaks of."""
    items = dict(store.texts(EvidenceItem, "sha256", "file_name"))
    printed = {sha: f"{bank} {kind}".strip() for sha, bank, kind in store.texts(PrintRecord, "sha256", "bank", "kind")}
    forms = dict(store.texts(BankForm, "sha256", "file_name"))
    containers = dict(store.texts(ItemContainer, "sha256", "file_name"))
    return (
        containers
        | forms
        | items
        | printed
        | {one.sha256: f"{one.bank} {one.version}" for one in store.find(PrintedPacket)}
    )
