"""Upkeep of a desk: whether all that records name is in the vault, and what no record names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Final

from workstation.actions.desk import Desk
from workstation.casework.bank_form import BankForm
from workstation.casework.printed import PrintedPacket, PrintRecord
from workstation.dates import Clock
from workstation.errors import Finding
from workstation.evidence.container import ItemContainer
from workstation.evidence.verification import EvidenceItem
from workstation.profile.case import Case
from workstation.store.keys import HEADER
from workstation.store.listing.drift import LIST_DRIFTED as LIST_DRIFTED
from workstation.store.listing.projection import Seen, make_list_anew
from workstation.store.quarantine import Quarantined as Quarantined
from workstation.store.second_connection import beside
from workstation.store.server.file import is_on_server
from workstation.store.store import Store
from workstation.store.vault import Vault

_FILED: Final = (EvidenceItem, PrintRecord, PrintedPacket, BankForm, ItemContainer)
"""The kinds of records that name a file of the vault."""


def check_vault(desk: Desk) -> tuple[Finding, ...]:
    """Whether every evidence item and every paper that left the desk still has its file, whole."""
    return desk.vault.check(known_files(desk.store))


def quarantine_orphans(desk: Desk) -> Quarantined:
    """Set aside what the vault holds and no record names, and bring back what one names again. Run it by `Desk.run`."""
    with desk.store.transaction():
        return desk.vault.quarantine(named_contents(desk.store), desk.clock.today())


def set_aside_later(desk: Desk) -> Callable[[], Quarantined]:
    """As `quarantine_orphans`, on any thread, of the files that were there when the desk was opened: while people work.

    A file that a record is about to name came later, and stays.
    """
    if is_on_server(desk.folder):
        return partial(_set_aside_there, desk.store, desk.vault, desk.clock)
    opened = (desk.folder / HEADER).stat().st_ctime_ns  # the opening has just been written there
    return partial(_set_aside, desk.store, desk.vault, desk.clock, opened)


def _set_aside(store: Store, vault: Vault, clock: Clock, opened: int) -> Quarantined:
    with beside(store) as other, other.transaction():
        return vault.quarantine(named_contents(other), clock.today(), opened)


def _set_aside_there(store: Store, vault: Vault, clock: Clock) -> Quarantined:
    """On a server nobody waits for this: what is younger than a day stays, and whoever asks for a file has it back."""
    other = store.beside()
    try:
        return vault.quarantine(named_contents(other), clock.today())
    finally:
        other.close()


def list_maker(desk: Desk) -> Callable[[Seen], int]:
    """What makes the list of cases anew from the records, on any thread; it answers of how many cases."""
    return partial(_list_made, desk.store)


def _list_made(store: Store, seen: Seen) -> int:
    with beside(store) as other:
        return make_list_anew(other._database, seen)


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
        | {one.sha256: f"{one.bank} {one.version}" for page in store.pages(PrintedPacket) for one in page}
    )


def named_contents(store: Store) -> Iterator[str]:
    """The content hash of every file that a record speaks of, as the records are read: one named twice comes twice."""
    return (content for kind in _FILED for (content,) in store.texts(kind, "sha256"))


def numbers_of(store: Store, case_ids: Collection[str]) -> dict[str, str]:
    """Case id → number, of some cases."""
    return {case.id: case.number for case in store.get_many(Case, list(case_ids))}
